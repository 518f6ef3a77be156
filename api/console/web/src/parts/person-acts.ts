// What can be done with the entries of a person: corrections, posts, secondments, two codes of one person; and with the
// dossier of somebody who moved or left.
import { html, nothing, type TemplateResult } from "lit";
import { act, newKey, type Schemas } from "../api/client.js";
import { session } from "../session.js";
import { classWords } from "../words/vocabulary.js";
import { dateText } from "../words/format.js";
import { words } from "../words/words.js";
import { askAndAct, type Field, type Given } from "./acting.js";
import type { Deed } from "./allowed.js";
import "./documents.js";

type Person = Schemas["Person"];
type Post = Schemas["Post"];

const w = words({
    correct: ["Đính chính thông tin", "Correct the entry"],
    correctAbout: ["Giá trị cũ vẫn được giữ trong nhật ký.", "What stood before stays in the log."],
    name: ["Họ và tên", "Name"],
    code: ["Mã người", "Person's code"],
    born: ["Ngày sinh", "Born on"],
    sex: ["Giới tính", "Sex"],
    male: ["Nam", "Male"],
    female: ["Nữ", "Female"],
    reason: ["Lý do", "Reason"],
    document: ["Văn bản (mã)", "Document (code)"],
    assign: ["Bổ nhiệm, điều động, tuyển dụng", "Appoint, transfer or hire"],
    assignAbout: [
        "Chức vụ mới được ghi thêm; chức vụ cũ chỉ thôi khi chọn ở dưới.",
        "The new post is added; the old one ends only if that is chosen below.",
    ],
    unit: ["Mã đơn vị công tác", "Code of the unit"],
    title: ["Chức vụ, vị trí", "Post"],
    subject: ["Đối tượng", "Kind"],
    leader: ["Giữ chức vụ lãnh đạo, quản lý", "A leading post"],
    headOf: ["Đứng đầu đơn vị (mã)", "Heads the unit (code)"],
    managedBy: ["Mã cơ quan quản lý", "Code of the managing agency"],
    from: ["Từ ngày", "From"],
    to: ["Đến ngày", "To"],
    toHint: ["Ngày cuối cùng giữ chức vụ", "The last day in the post"],
    endOld: [
        (title: string) => `Thôi chức vụ hiện nay (${title}) vào ngày trước đó`,
        (title: string) => `End the present post (${title}) the day before`,
    ],
    end: ["Thôi giữ chức vụ", "End a post"],
    endAbout: [
        "Khi chuyển công tác, nghỉ hưu, thôi việc, qua đời. Hồ sơ của kỳ đang mở được đóng riêng, nêu nguyên nhân.",
        "When somebody moves, retires, leaves or dies. The dossier of a running cycle is closed by itself, with its cause.",
    ],
    which: ["Chức vụ", "Which post"],
    second: ["Cử biệt phái", "Record a secondment"],
    host: ["Mã cơ quan nơi biệt phái", "Code of the host agency"],
    secondEnd: ["Kết thúc biệt phái", "End the secondment"],
    merge: ["Hợp nhất mã trùng", "Merge into another code"],
    mergeAbout: [
        (code: string) =>
            `Mã ${code} không nhận thêm dữ liệu; mọi việc về sau ghi vào mã còn lại. ` +
            "Ngày sinh hai mã phải giống nhau. Hợp nhất nhầm thì tách lại được.",
        (code: string) =>
            `The code ${code} takes no more entries; everything later is entered under the other one. ` +
            "Both must have the same date of birth. A wrong merging can be undone.",
    ],
    into: ["Giữ lại mã", "The code that is kept"],
    separate: ["Tách mã hợp nhất nhầm", "Undo the merging"],
    register: ["Ghi nhận người mới", "Register a person"],
    registerAbout: [
        "Ghi nhận người được tuyển dụng, tiếp nhận và chức vụ đầu tiên tại đơn vị này.",
        "Register somebody hired or received, with the first post in this unit.",
    ],
    done: ["Đã ghi nhận", "Recorded"],
});
const reason = (): Field => ({ name: "reason", label: w.reason, kind: "area" });
const onDocument = (kind: Field["of"] = "DECISION", optional = false): Field => ({
    name: "document",
    label: w.document,
    kind: "document",
    of: kind,
    optional,
});
const sexes = (): NonNullable<Field["choices"]> => [
    { value: "MALE", title: w.male },
    { value: "FEMALE", title: w.female },
];
const who = (person: Person, note?: string): TemplateResult =>
    html`<p><b>${person.fullName}</b> <span class="code">${person.person}</span></p>
        ${note ? html`<p class="muted">${note}</p>` : nothing}`;
const open = (post: Post): boolean => !post.to || post.to >= session().today;
const dayBefore = (day: string): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const postFields = (like: Partial<Post>): Field[] => [
    { name: "unit", label: w.unit, value: like.unit ?? "" },
    { name: "title", label: w.title, value: like.title ?? "" },
    {
        name: "subjectClass",
        label: w.subject,
        kind: "choice",
        value: like.subjectClass ?? "CIVIL_SERVANT",
        choices: (["CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE"] as const).map((value) => ({
            value,
            title: classWords(value),
        })),
    },
    { name: "leader", label: w.leader, kind: "yes", optional: true },
    { name: "headOf", label: w.headOf, optional: true },
    { name: "managedBy", label: w.managedBy, value: like.managedBy ?? "" },
    { name: "from", label: w.from, kind: "date", value: session().today },
    { name: "to", label: w.to, kind: "date", optional: true },
    onDocument("APPOINTMENT", true),
];
const postOf = ({
    unit = "",
    title = "",
    subjectClass,
    leader,
    headOf,
    managedBy = "",
    from = "",
    to,
}: Given): Post => ({
    unit,
    title,
    subjectClass: subjectClass as Post["subjectClass"],
    leader: leader === "yes",
    managedBy,
    from,
    ...(headOf ? { headOf } : {}),
    ...(to ? { to } : {}),
});

export function personDeeds(person: Person, revision: number): Deed[] {
    const posts = person.posts ?? [];
    const held = posts.filter(open);
    const present = held.at(-1);
    const seconded = person.secondments?.findLast((one) => !one.to || one.to >= session().today);
    const parts = { person: person.person };
    const ending = newKey();
    const deeds: Deed[] = [
        {
            action: "correct-person",
            title: w.correct,
            run: () =>
                askAndAct({
                    title: w.correct,
                    about: who(person, w.correctAbout),
                    fields: [
                        { name: "fullName", label: w.name, value: person.fullName ?? "" },
                        { name: "birthDate", label: w.born, kind: "date", value: person.birthDate ?? "" },
                        {
                            name: "sex",
                            label: w.sex,
                            kind: "choice",
                            value: person.sex ?? "",
                            choices: sexes(),
                        },
                        reason(),
                    ],
                    button: w.correct,
                    send: ({ fullName = "", birthDate = "", sex, reason: why = "" }, key) =>
                        act(
                            "/v1/people/{person}/corrections",
                            parts,
                            {
                                reason: why,
                                ...(fullName !== person.fullName ? { fullName } : {}),
                                ...(birthDate !== person.birthDate ? { birthDate } : {}),
                                ...(sex !== person.sex ? { sex: sex as "MALE" | "FEMALE" } : {}),
                            },
                            { key, ifMatch: revision },
                        ),
                    done: w.done,
                }),
        },
        {
            action: "assign-post",
            title: w.assign,
            run: () =>
                askAndAct({
                    title: w.assign,
                    about: who(person, w.assignAbout),
                    wide: true,
                    fields: [
                        ...postFields(present ? { ...present, title: "" } : {}),
                        ...(present
                            ? [
                                  {
                                      name: "endOld",
                                      label: w.endOld(present.title),
                                      kind: "yes" as const,
                                      optional: true,
                                  },
                              ]
                            : []),
                    ],
                    button: w.assign,
                    send: async (given, key) => {
                        const { document, endOld, from = "" } = given;
                        const on = document ? { document } : {};
                        const added = await act(
                            "/v1/people/{person}/posts",
                            parts,
                            { post: postOf(given), ...on },
                            { key },
                        );
                        if (added.kind !== "ready" || !present || endOld !== "yes") return added;
                        return act(
                            "/v1/people/{person}/posts/end",
                            parts,
                            { unit: present.unit, from: present.from, to: dayBefore(from), ...on },
                            { key: ending },
                        );
                    },
                    done: w.done,
                }),
        },
        {
            action: "end-post",
            title: w.end,
            run: () =>
                askAndAct({
                    title: w.end,
                    about: who(person, w.endAbout),
                    fields: [
                        {
                            name: "which",
                            label: w.which,
                            kind: "choice",
                            value: String(posts.indexOf(present ?? posts[0]!)),
                            choices: held.map((post) => ({
                                value: String(posts.indexOf(post)),
                                title: `${post.title}, ${post.unit} (${dateText(post.from)})`,
                            })),
                        },
                        { name: "to", label: w.to, kind: "date", value: session().today, hint: w.toHint },
                        onDocument("DECISION", true),
                    ],
                    button: w.end,
                    danger: true,
                    send: ({ which, to = "", document }, key) => {
                        const post = posts[Number(which)]!;
                        return act(
                            "/v1/people/{person}/posts/end",
                            parts,
                            { unit: post.unit, from: post.from, to, ...(document ? { document } : {}) },
                            { key },
                        );
                    },
                    done: w.done,
                }),
        },
        {
            action: "record-secondment",
            title: w.second,
            run: () =>
                askAndAct({
                    title: w.second,
                    about: who(person),
                    fields: [
                        { name: "host", label: w.host },
                        { name: "from", label: w.from, kind: "date", value: session().today },
                        { name: "to", label: w.to, kind: "date", optional: true },
                        onDocument(),
                    ],
                    button: w.second,
                    send: ({ host = "", from = "", to, document = "" }, key) =>
                        act(
                            "/v1/people/{person}/secondments",
                            parts,
                            { host, from, document, ...(to ? { to } : {}) },
                            { key },
                        ),
                    done: w.done,
                }),
        },
        {
            action: "merge-persons",
            title: w.merge,
            danger: true,
            run: () =>
                askAndAct({
                    title: w.merge,
                    about: who(person, w.mergeAbout(person.person)),
                    fields: [{ name: "into", label: w.into }, reason(), onDocument()],
                    button: w.merge,
                    danger: true,
                    send: ({ into = "", reason: why = "", document = "" }, key) =>
                        act("/v1/people/{person}/merging", parts, { into, reason: why, document }, { key }),
                    done: w.done,
                }),
        },
    ];
    if (seconded)
        deeds.push({
            action: "end-secondment",
            title: w.secondEnd,
            run: () =>
                askAndAct({
                    title: w.secondEnd,
                    about: who(person, `${seconded.host}, ${dateText(seconded.from)}`),
                    fields: [{ name: "to", label: w.to, kind: "date", value: session().today }, onDocument()],
                    button: w.secondEnd,
                    send: ({ to = "", document = "" }, key) =>
                        act(
                            "/v1/people/{person}/secondments/end",
                            parts,
                            { host: seconded.host, from: seconded.from, to, document },
                            { key },
                        ),
                    done: w.done,
                }),
        });
    const kept = person.mergedInto;
    if (kept)
        deeds.push({
            action: "separate-persons",
            title: w.separate,
            danger: true,
            run: () =>
                askAndAct({
                    title: w.separate,
                    about: who(person, `${person.person} ← ${kept}`),
                    fields: [reason(), onDocument()],
                    button: w.separate,
                    danger: true,
                    send: ({ reason: why = "", document = "" }, key) =>
                        act("/v1/people/{person}/separation", parts, { from: kept, reason: why, document }, { key }),
                    done: w.done,
                }),
        });
    return deeds;
}

// Somebody new: the person, then the first post. The same keys go with every attempt.
export const registering = (unit: string): (() => Promise<boolean>) => {
    const posting = newKey();
    return () =>
        askAndAct({
            title: w.register,
            about: html`<p class="muted">${w.registerAbout}</p>`,
            wide: true,
            fields: [
                { name: "person", label: w.code },
                { name: "fullName", label: w.name },
                { name: "birthDate", label: w.born, kind: "date" },
                { name: "sex", label: w.sex, kind: "choice", choices: sexes() },
                ...postFields({ unit, managedBy: unit }),
            ],
            button: w.register,
            send: async (given, key) => {
                const { person = "", fullName = "", birthDate = "", sex, document } = given;
                const known = await act(
                    "/v1/people",
                    {},
                    { person, fullName, birthDate, sex: sex as "MALE" | "FEMALE" },
                    { key },
                );
                if (known.kind !== "ready") return known;
                return act(
                    "/v1/people/{person}/posts",
                    { person },
                    { post: postOf(given), ...(document ? { document } : {}) },
                    { key: posting },
                );
            },
            done: w.done,
        });
};
