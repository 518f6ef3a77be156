// Declared relations: who is related to whom, by the word of one of them or on a document; declaring and ending them.
import { html, nothing, type TemplateResult } from "lit";
import { act, type Schemas } from "../api/client.js";
import { me, session } from "../session.js";
import { relationsInOrder, relationWords, type RelationCode } from "../words/organisation.js";
import { words } from "../words/words.js";
import { askAndAct } from "./acting.js";
import type { Deed } from "./allowed.js";
import { dateView } from "./badges.js";
import "./documents.js";
import { icon } from "./icons.js";
import { emptyView } from "./states.js";
import { table, type Column } from "./table.js";

export type Relation = Schemas["RelationView"];

const w = words({
    title: ["Quan hệ gia đình, lợi ích", "Family and interest relations"],
    about: [
        "Người có quan hệ đã khai không thẩm định, kết luận, thanh tra hoặc giải quyết kiến nghị về nhau. Nhận xét và " +
            "biểu quyết tại cuộc họp vẫn thực hiện bình thường.",
        "Who declared a relation neither appraises nor decides, inspects or resolves objections about the other. Comments " +
            "and votes at the meeting go on as ever.",
    ],
    none: ["Chưa khai quan hệ nào", "No relation is declared"],
    who: ["Người", "Person"],
    other: ["Người có quan hệ", "Related to"],
    otherCode: ["Mã người có quan hệ", "Code of the other person"],
    kind: ["Là gì của người khai", "What the other is to the person"],
    kindShort: ["Quan hệ", "Relation"],
    since: ["Từ ngày", "Since"],
    until: ["Đến trước ngày", "Until"],
    basis: ["Căn cứ", "Rests on"],
    word: [(name: string) => `${name} tự khai`, (name: string) => `the word of ${name}`],
    document: ["Văn bản (mã)", "Document (code)"],
    declare: ["Khai quan hệ", "Declare a relation"],
    declareAbout: [
        "Khai lại thì thay cho lần khai trước. Mọi lần khai đều được giữ trong nhật ký.",
        "Declared again, it takes the place of what was declared before. Every declaration stays in the log.",
    ],
    end: ["Chấm dứt quan hệ đã khai", "End a relation"],
    on: ["Ngày đầu tiên không còn", "First day without it"],
    reason: ["Lý do", "Reason"],
    done: ["Đã ghi nhận", "Recorded"],
    tie: [
        (one: string, kind: string, other: string) => `${one} là ${kind} của ${other}`,
        (one: string, kind: string, other: string) => `${one} is ${kind} of ${other}`,
    ],
    stands: ["Phải tránh: có quan hệ đã khai.", "Stands aside: a relation is declared."],
    said: [
        "Có quan hệ do phía bên kia khai, chưa có văn bản ghi nhận nên chưa buộc phải tránh.",
        "The other side says so; no document records it yet, so it binds nobody.",
    ],
});

const standing = (one: Relation): boolean => !one.endedOn;

export const relationsSection = (relations: readonly Relation[], buttons: unknown): TemplateResult => {
    const columns: Column<Relation>[] = [
        {
            title: w.who,
            main: true,
            cell: (one) => html`${one.person.name} <span class="code">${one.person.person}</span>`,
        },
        { title: w.other, cell: (one) => html`${one.other.name} <span class="code">${one.other.person}</span>` },
        { title: w.kindShort, cell: (one) => relationWords(one.kind) },
        { title: w.since, cell: (one) => (one.since ? dateView(one.since) : "–") },
        { title: w.until, cell: (one) => (one.endedOn ? dateView(one.endedOn) : "–") },
        { title: w.basis, cell: (one) => one.document?.number ?? w.word(one.declaredBy.name) },
    ];
    return html`<section class="block">
        <h2>${w.title}</h2>
        <p class="muted">${w.about}</p>
        ${table({
            label: w.title,
            columns,
            rows: relations,
            key: (one) => `${one.person.person}-${one.other.person}-${one.endedOn ?? ""}-${one.kind}`,
            empty: emptyView(w.none, undefined, "person"),
        })}
        ${buttons}
    </section>`;
};

const declaring = (person: string): (() => Promise<boolean>) => {
    const own = person === me()?.person;
    return () =>
        askAndAct({
            title: w.declare,
            about: html`<p class="muted">${w.declareAbout}</p>`,
            fields: [
                { name: "other", label: w.otherCode },
                {
                    name: "kind",
                    label: w.kind,
                    kind: "choice",
                    choices: relationsInOrder.map((value) => ({ value, title: relationWords(value) })),
                },
                { name: "since", label: w.since, kind: "date", optional: true },
                { name: "document", label: w.document, kind: "document", of: "DECISION", optional: own },
            ],
            button: w.declare,
            send: ({ other = "", kind, since, document }, key) =>
                act(
                    "/v1/people/{person}/relations",
                    { person },
                    {
                        other,
                        kind: kind as RelationCode,
                        ...(since ? { since } : {}),
                        ...(document ? { document } : {}),
                    },
                    { key },
                ),
            done: w.done,
        });
};

const ending = (person: string, relations: readonly Relation[]): (() => Promise<boolean>) => {
    const own = person === me()?.person;
    const open = relations.filter((one) => standing(one) && one.person.person === person);
    return () =>
        askAndAct({
            title: w.end,
            fields: [
                {
                    name: "other",
                    label: w.other,
                    kind: "choice",
                    choices: open.map((one) => ({ value: one.other.person, title: one.other.name })),
                },
                { name: "on", label: w.on, kind: "date", value: session().today },
                { name: "reason", label: w.reason, kind: "area" },
                { name: "document", label: w.document, kind: "document", of: "DECISION", optional: own },
            ],
            button: w.end,
            danger: true,
            send: ({ other = "", on = "", reason = "", document }, key) =>
                act(
                    "/v1/people/{person}/relations/end",
                    { person },
                    { other, on, reason, ...(document ? { document } : {}) },
                    { key },
                ),
            done: w.done,
        });
};

export const relationDeeds = (person: string, relations: readonly Relation[]): Deed[] => [
    { action: "declare-relation", title: w.declare, run: declaring(person) },
    { action: "end-relation", title: w.end, danger: true, run: ending(person, relations) },
];

// The tie between who acts and whom it is about, where there is one.
export const tieNotice = (tie: Schemas["Tie"] | undefined): TemplateResult | typeof nothing =>
    tie
        ? html`<div class="notice ${tie.binds ? "warn" : ""}">
              ${icon(tie.binds ? "warn" : "flag")}
              <div>
                  <p>
                      <b>${tie.binds ? w.stands : w.said}</b>
                      ${w.tie(tie.relation.other.name, relationWords(tie.relation.kind), tie.relation.person.name)}
                  </p>
                  <p><small class="muted">${tie.clause}</small></p>
              </div>
          </div>`
        : nothing;
