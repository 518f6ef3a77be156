// What forms of the party side have in common: papers, grades of criteria, ballots as counts, levels.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { session } from "../session.js";
import { groundWords } from "../words/acts.js";
import { criterionKindWords, gradesInOrder, gradeWords } from "../words/party.js";
import { inLanguage, levelsInOrder, levelWords } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";
import type { Field, Given } from "./acting.js";
import type { Allowed } from "./allowed.js";

export type Level = Schemas["LevelAllowed"]["level"];
export type Paper = Schemas["PartyPaper"];
export type Criterion = Schemas["PartyCriterion"];
type Ground = Schemas["PartyRatingCancelled"]["ground"];

const w = words({
    number: ["Số, ký hiệu văn bản", "Number of the paper"],
    minutes: ["Số, ký hiệu biên bản kiểm phiếu", "Number of the minutes of the count"],
    date: ["Ngày văn bản", "Dated"],
    issuer: ["Nơi ban hành", "Issued by"],
    signer: ["Người ký", "Signed by"],
    level: ["Mức xếp loại", "Level"],
    grade: [(name: string, kind: string) => `${name} (${kind})`, (name: string, kind: string) => `${name} (${kind})`],
    assigned: ["Số chỉ tiêu, nhiệm vụ được giao", "Targets assigned"],
    completed: ["Số chỉ tiêu, nhiệm vụ đã hoàn thành", "Targets completed"],
    missed: ["Không đạt chỉ tiêu chủ yếu", "Main targets missed"],
    majeure: ["Do bất khả kháng", "By force majeure"],
    heldOn: ["Ngày bỏ phiếu", "Held on"],
    present: ["Số phiếu phát ra", "Ballots given out"],
    presentHint: [
        "Bằng tổng các dòng dưới; ít nhất 3, để không ai biết ai bỏ phiếu nào",
        "The sum of those below; three at least, so that nobody knows who voted how",
    ],
    invalid: ["Phiếu không hợp lệ", "Invalid"],
    notReturned: ["Phiếu không thu về", "Not returned"],
    notAllowed: ["Mức chưa chọn được", "Levels that cannot be given"],
    ground: ["Căn cứ hủy kết quả", "Ground of the cancellation"],
});

// A paper of the party is named in the act itself: it stands in no register that the state side reads.
export const paperFields = (issuer: string, first = w.number): Field[] => [
    { name: "number", label: first },
    { name: "date", label: w.date, kind: "date", value: session().today },
    { name: "issuer", label: w.issuer, value: issuer },
    { name: "signer", label: w.signer, optional: true },
];
export const paperOf = ({ number = "", date = "", issuer = "", signer }: Given): Paper => ({
    number,
    date,
    issuer,
    ...(signer ? { signer } : {}),
});

export const levelField = (value?: Level, label = w.level): Field => ({
    name: "level",
    label,
    kind: "choice",
    value: value ?? "",
    choices: levelsInOrder.map((level) => ({ value: level, title: levelWords(level) })),
});
export const levelOf = ({ level }: Given): Level => level as Level;

// Which levels the program would refuse now, and why.
export const levelObstacles = (action: Allowed | undefined): TemplateResult | typeof nothing => {
    const held = action?.levels?.filter((one) => one.obstacle) ?? [];
    return held.length === 0
        ? nothing
        : html`<details open>
              <summary>${w.notAllowed}</summary>
              <ul class="plain-list spaced">
                  ${held.map(
                      ({ level, obstacle }) =>
                          html`<li><b>${levelWords(level)}:</b> ${inLanguage(obstacle!, "detail")}</li>`,
                  )}
              </ul>
          </details>`;
};

// The criteria that were graded last, or those every appraisal has; the names are entered as they stand.
const usual: Record<"member" | "organisation", readonly [Pair, Criterion["kind"]][]> = {
    member: [
        [["Chính trị tư tưởng, đạo đức, lối sống", "Political ideology, ethics, conduct"], "GENERAL"],
        [["Ý thức tổ chức kỷ luật, tác phong", "Discipline, style of work"], "GENERAL"],
        [["Kết quả thực hiện nhiệm vụ được giao", "Results of the tasks assigned"], "RESULT"],
    ],
    organisation: [
        [["Xây dựng Đảng, đoàn kết nội bộ", "Party building, unity"], "GENERAL"],
        [["Kết quả lãnh đạo thực hiện nhiệm vụ", "Results of leading the tasks"], "RESULT"],
    ],
};
export const criteriaBefore = (
    of: "member" | "organisation",
    last: readonly Criterion[] | undefined,
): readonly (Omit<Criterion, "grade"> & { grade?: Criterion["grade"]; title: string })[] =>
    last?.length
        ? last.map((one) => ({ ...one, title: one.name }))
        : usual[of].map(([pair, kind]) => ({ name: pair[0], kind, basic: true, title: say(pair) }));
export const gradeFields = (criteria: ReturnType<typeof criteriaBefore>): Field[] =>
    criteria.map((one, index) => ({
        name: `grade${index}`,
        label: w.grade(one.title, criterionKindWords(one.kind)),
        kind: "choice",
        value: one.grade ?? "",
        choices: gradesInOrder.map((grade) => ({ value: grade, title: gradeWords(grade) })),
    }));
export const gradedOf = (criteria: ReturnType<typeof criteriaBefore>, given: Given): Criterion[] =>
    criteria.map(({ name, kind, basic }, index) => ({
        name,
        kind,
        basic,
        grade: given[`grade${index}`] as Criterion["grade"],
    }));

export const targetFields = (last?: Schemas["PartyTargets"]): Field[] => [
    { name: "assigned", label: w.assigned, kind: "number", least: 1, value: String(last?.assigned ?? "") },
    { name: "completed", label: w.completed, kind: "number", least: 0, value: String(last?.completed ?? "") },
    { name: "missed", label: w.missed, kind: "yes", optional: true, value: last?.mainTargetsMissed ? "yes" : "" },
    { name: "majeure", label: w.majeure, kind: "yes", optional: true, value: last?.forceMajeure ? "yes" : "" },
];
export const targetsOf = (given: Given): Schemas["PartyTargets"] => ({
    assigned: Number(given["assigned"]),
    completed: Number(given["completed"]),
    mainTargetsMissed: given["missed"] === "yes",
    forceMajeure: given["majeure"] === "yes",
});

const counted = ["excellent", "good", "completed", "notCompleted"] as const;
const number = (name: string, label: string, value = "0"): Field => ({
    name,
    label,
    kind: "number",
    least: 0,
    value,
});
export const ballotFields = (issuer: string): Field[] => [
    { name: "heldOn", label: w.heldOn, kind: "date", value: session().today },
    { ...number("present", w.present, ""), least: 3, hint: w.presentHint },
    ...counted.map((name, index) => number(name, levelWords(levelsInOrder[index]!))),
    number("invalid", w.invalid),
    number("notReturned", w.notReturned),
    ...paperFields(issuer, w.minutes),
];
export const ballotOf = (given: Given) => ({
    heldOn: given["heldOn"] ?? "",
    present: Number(given["present"]),
    excellent: Number(given["excellent"]),
    good: Number(given["good"]),
    completed: Number(given["completed"]),
    notCompleted: Number(given["notCompleted"]),
    invalid: Number(given["invalid"]),
    notReturned: Number(given["notReturned"]),
    minutes: paperOf(given),
});

export const cancellationField = (grounds: readonly Ground[]): Field => ({
    name: "ground",
    label: w.ground,
    kind: "choice",
    choices: grounds.map((value) => ({ value, title: groundWords(value) })),
});

export const area = (name: string, label: string, optional = false, value = ""): Field => ({
    name,
    label,
    kind: "area",
    optional,
    value,
});
// A member of a body that is left out where nothing was typed.
export const optionalText = <K extends string>(name: K, text: string | undefined): { [Key in K]?: string } =>
    (text ? { [name]: text } : {}) as { [Key in K]?: string };
