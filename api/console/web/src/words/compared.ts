// What a rule was compared with, in words. A decision keeps it as the facts by their names with the numbers of that
// moment ("100 x tasks.exceeded 6 = 600 >= 50 x tasks.assigned 13 = 650"); so it is stored, and here it is read out.
import { dateText, numberText } from "./format.js";
import { effectWords, judgedWords, levelWords, type Effectiveness, type Judged, type Level } from "./vocabulary.js";
import { say, words, type Pair } from "./words.js";

// Every fact that a rulebook names.
export const facts: Record<string, Pair> = {
    "general.politics": ["chính trị tư tưởng", "political ideology"],
    "general.ethics": ["đạo đức, lối sống", "ethics and way of life"],
    "general.style": ["tác phong, lề lối làm việc", "style of work"],
    "general.discipline": ["ý thức tổ chức kỷ luật", "sense of discipline"],
    "general.leadership": ["năng lực lãnh đạo, quản lý", "leadership"],
    "criteria.total": ["tiêu chí về kết quả", "result criteria"],
    "criteria.completed": ["tiêu chí hoàn thành", "criteria completed"],
    "criteria.deficient": ["tiêu chí chưa bảo đảm", "criteria found wanting"],
    criteria: ["tiêu chí", "criteria"],
    effectiveness: ["hiệu quả công việc", "effectiveness"],
    "service.monthsWorked": ["tháng công tác", "months worked"],
    "service.absenceMonths": ["tháng nghỉ", "months absent"],
    "service.maternityMonths": ["tháng nghỉ thai sản", "months of maternity leave"],
    "findings.degradation": ["kết luận suy thoái, tự diễn biến, tự chuyển hóa", "finding of degradation"],
    "findings.unitCorruptionHandled": [
        "đơn vị có tham nhũng, lãng phí bị xử lý",
        "corruption or waste in the unit was handled",
    ],
    "findings.unitCorruption": ["tham nhũng, lãng phí trong đơn vị", "corruption or waste in the unit"],
    "findings.disunity": ["mất đoàn kết nội bộ", "disunity"],
    "findings.forbiddenActs": ["vi phạm điều đảng viên không được làm", "acts forbidden to members"],
    "findings.exemplaryDutyBroken": ["vi phạm trách nhiệm nêu gương", "duty to set an example broken"],
    "tasks.assigned": ["nhiệm vụ được giao", "tasks assigned"],
    "tasks.completed": ["nhiệm vụ hoàn thành", "tasks completed"],
    "tasks.onTimeWithQuality": ["nhiệm vụ đúng tiến độ, bảo đảm chất lượng", "tasks on time with quality"],
    "tasks.exceeded": ["nhiệm vụ vượt mức", "tasks exceeded"],
    "targets.assigned": ["chỉ tiêu, nhiệm vụ được giao", "targets assigned"],
    "targets.completed": ["chỉ tiêu, nhiệm vụ hoàn thành", "targets completed"],
    "targets.onTimeWithQuality": [
        "chỉ tiêu, nhiệm vụ đúng tiến độ, bảo đảm chất lượng",
        "targets on time with quality",
    ],
    "targets.exceeded": ["chỉ tiêu, nhiệm vụ vượt mức", "targets exceeded"],
    "targets.mainTargetsMissed": ["chỉ tiêu chủ yếu không đạt", "main targets missed"],
    "targets.forceMajeure": ["trường hợp bất khả kháng", "force majeure"],
    managedUnits: ["đơn vị quản lý trực tiếp", "units managed directly"],
    subordinateUnits: ["đơn vị trực thuộc", "subordinate units"],
    unitLevel: ["mức xếp loại của đơn vị phụ trách", "level of the unit in charge"],
    stateLevel: ["mức xếp loại của Nhà nước", "level by the state"],
    "membership.exempt": ["được miễn công tác, sinh hoạt đảng", "exempt from party activity"],
    "membership.suspended": ["bị đình chỉ sinh hoạt đảng", "suspended from party activity"],
    "membership.monthsSinceAdmission": ["tháng kể từ khi kết nạp", "months since admission"],
};
// Grades by their scale; those of judgements, effectiveness and levels have their words in vocabulary.ts.
export const members: Record<string, Pair> = {
    kind: ["loại", "kind"],
    basic: ["cơ bản", "basic"],
    grade: ["đạt mức", "graded"],
};
const memberGrades: Record<string, Pair> = {
    GENERAL: ["chung", "general"],
    RESULT: ["về kết quả", "on results"],
    EXCELLENT: ["Xuất sắc", "Excellent"],
    GOOD: ["Tốt", "Good"],
    AVERAGE: ["Trung bình", "Average"],
    POOR: ["Kém", "Poor"],
};
const disciplineWords: Record<string, Pair> = {
    PARTY: ["kỷ luật đảng", "party discipline"],
    ADMINISTRATIVE: ["kỷ luật hành chính", "administrative discipline"],
    REPRIMAND: ["khiển trách", "reprimand"],
    WARNING: ["cảnh cáo", "warning"],
    REMOVAL_FROM_POST: ["cách chức", "removal from post"],
    DISMISSAL: ["buộc thôi việc", "dismissal"],
    EXPULSION: ["khai trừ", "expulsion"],
    SELF: ["bản thân", "oneself"],
    LEADING_BODY: ["tập thể lãnh đạo", "leading body"],
    LEADING_BODY_MEMBER: ["thành viên tập thể lãnh đạo", "members of the leading body"],
    SUBORDINATE_UNIT: ["đơn vị trực thuộc", "subordinate units"],
    "on duty": ["trong thực thi nhiệm vụ", "on duty"],
    "off duty": ["ngoài thực thi nhiệm vụ", "off duty"],
    "self-detected and remedied": ["tự phát hiện và khắc phục xong", "self-detected and remedied"],
    "at another unit": ["tại đơn vị khác", "at another unit"],
    "not counted in another year": ["chưa tính ở năm khác", "not counted in another year"],
    "counted in more than one year": ["đã tính ở nhiều năm", "counted in more than one year"],
};
export const gaps: Record<string, Pair> = {
    "GAP-1": ["thiếu tiêu chí hoặc nhiệm vụ hoàn thành", "criteria or tasks not completed"],
    "GAP-2": ["tiêu chí chưa bảo đảm trên 20% đến 50%", "over 20% to 50% of the criteria wanting"],
    "GAP-3": ["chỉ tiêu hoàn thành từ 50% đến 70%", "50% to 70% of the targets completed"],
    "GAP-4": ["dưới 70% đơn vị hoàn thành nhiệm vụ trở lên", "under 70% of the units completed or better"],
    "GAP-5": ["tiêu chí chung chưa đáp ứng", "a general criterion not met"],
    "GAP-6": ["không có đơn vị quản lý trực tiếp", "no units managed directly"],
    "GAP-7": ["đơn vị phụ trách chưa được xếp loại", "the unit in charge is not rated yet"],
    "GAP-8": ["không có nhiệm vụ, chỉ tiêu, tiêu chí nào được giao", "nothing was assigned"],
    "GAP-9": ["nghỉ từ 6 tháng mà vẫn công tác đủ 6 tháng", "absent six months with six months worked"],
    "GAP-PARTY-CRITERION": ["tiêu chí cơ bản xếp loại Kém", "a basic criterion graded Poor"],
    "GAP-PARTY-DISCIPLINE": ["kỷ luật không thuộc trường hợp nào", "a discipline that fits no case"],
};
export const gapWords = (code: string): string => say(gaps[code] ?? [code, code]);

const w = words({
    of: ["trên", "of"],
    asked: ["yêu cầu", "asked:"],
    ">=": ["ít nhất", "at least"],
    "<=": ["không quá", "at most"],
    ">": ["trên", "more than"],
    "<": ["dưới", "less than"],
    "=": ["đúng", "exactly"],
    soFar: ["mức theo các tiêu chí khác", "level by the other criteria"],
    plus: [" cộng ", " and "],
    orBetter: [(level: string) => `từ mức "${level}" trở lên`, (level: string) => `at "${level}" or better`],
    rated: ["đã xếp loại", "that are rated"],
    unknown: ["chưa có", "not known"],
    yes: ["có", "yes"],
    no: ["không", "no"],
    disciplines: ["quyết định kỷ luật được tính", "disciplines that count"],
    units: ["tính theo đơn vị", "by units"],
    evenRemedied: ["kể cả đã khắc phục", "even if remedied"],
    or: [" hoặc ", " or "],
    noneOf: ["không có:", "none of:"],
    act: ["hành vi năm", "act of"],
    year: ["xét năm", "rated year"],
    counted: ["đã tính năm", "counted in"],
    all: [
        (level: string) => `yêu cầu mỗi mục từ "${level}" trở lên`,
        (level: string) => `asked: each "${level}" or better`,
    ],
    least: [(level: string) => `yêu cầu từ "${level}" trở lên`, (level: string) => `asked: "${level}" or better`],
    is: [(level: string) => `so với "${level}"`, (level: string) => `compared with "${level}"`],
});

export const factWords = (fact: string): string => say(facts[fact] ?? [fact, fact]);

export function gradeWords(fact: string, grade: string): string {
    if (grade === "null") return w.unknown;
    if (grade === "NOT_APPLICABLE") return levelWords("NOT_RATED");
    if (fact === "effectiveness") return effectWords(grade as Effectiveness);
    if (fact.startsWith("general.")) return judgedWords(grade as Judged);
    if (fact === "criteria") return say(memberGrades[grade] ?? [grade, grade]);
    return levelWords(grade as Level);
}

// "managedUnits at GOOD or better", "criteria kind RESULT grade GOOD or better"
function thingsWords(phrase: string): string {
    const disciplines = /^disciplines that count(.*)$/.exec(phrase);
    if (disciplines) {
        const rest = disciplines[1] ?? "";
        const of = (rest.match(/[A-Z_]{2,}/g) ?? []).map((one) => say(disciplineWords[one] ?? [one, one]));
        if (rest.includes("even remedied")) of.push(w.evenRemedied);
        if (rest.includes(", units")) of.push(w.units);
        return of.length > 0 ? `${w.disciplines} (${of.join(", ")})` : w.disciplines;
    }
    const [fact = "", ...rest] = phrase.split(" ");
    const said = [factWords(fact)];
    for (let at = 0; at < rest.length; at += 1) {
        const word = rest[at] ?? "";
        const next = rest[at + 1] ?? "";
        if (word === "rated") said.push(w.rated);
        else if (word === "or" && next === "better") at += 1;
        else if (word === "at" || word === "grade") {
            const level = gradeWords(fact, next);
            const better = rest[at + 2] === "or";
            said.push(better ? w.orBetter(level) : `${say(members["grade"]!)} "${level}"`);
            at += 1;
        } else if (word === "kind") {
            said.push(gradeWords(fact, next));
            at += 1;
        } else said.push(say(members[word] ?? [word, word]));
    }
    return said.join(" ");
}

// "service.monthsWorked 4 + service.maternityMonths 8 = 12", "tasks.exceeded 6", "6"
function termWords(text: string): { said: string; value: number } {
    const number = Number(/(\d+)$/.exec(text)?.[1] ?? "0");
    if (/^\d+$/.test(text)) return { said: numberText(number), value: number };
    const names = text.includes(" + ")
        ? text
              .replace(/ = \d+$/, "")
              .split(" + ")
              .map((one) => `${factWords(one.replace(/ \d+$/, ""))} ${/\d+$/.exec(one)?.[0] ?? ""}`)
              .join(w.plus)
        : thingsWords(text.replace(/ \d+$/, ""));
    return { said: `${names}: ${numberText(number)}`, value: number };
}

type Sign = ">=" | "<=" | ">" | "<" | "=";
const kSign = "(>=|<=|>|<|=)";
const kTerm = String.raw`(?:[a-z][^<>=()]*? \d+ \+ [^<>=()]+? \d+ = \d+|[a-z][^<>=()]*? \d+|\d+)`;
const kGrade = "(?:[A-Z][A-Z_]+|null)";
const kName = String.raw`[a-z][\w.]*`;
const patterns: [RegExp, (found: RegExpExecArray) => string][] = [
    [
        new RegExp(String.raw`^100 x (${kTerm}) = \d+ ${kSign} (\d+) x (${kTerm}) = \d+`),
        ([, part = "", sign = "", percent = "", whole = ""]) => {
            const left = termWords(part);
            const right = termWords(whole);
            // Cut and never rounded up, so that 49,99% is not told as 50%.
            const percents = Math.floor((left.value * 10_000) / right.value) / 100;
            const share = right.value > 0 ? ` = ${numberText(percents)}%` : "";
            return `${left.said} ${w.of} ${right.said}${share}; ${w.asked} ${w[sign as Sign]} ${percent}%`;
        },
    ],
    [
        new RegExp(String.raw`^(\w+)?((?: ${kName} ${kGrade},)+) each >= (${kGrade})`),
        ([, group, all = "", asked = ""]) => {
            const named = [...all.matchAll(new RegExp(`(${kName}) (${kGrade})`, "g"))].map(
                ([, name = "", is = ""]) => {
                    const fact = group ? `${group}.${name}` : name;
                    return { fact, said: `${factWords(fact)}: ${gradeWords(fact, is)}` };
                },
            );
            return `${named.map((one) => one.said).join("; ")} – ${w.all(gradeWords(named[0]?.fact ?? "", asked))}`;
        },
    ],
    // "GOOD, unitLevel COMPLETED": what the other criteria gave, and what it cannot be above.
    [
        new RegExp(`^(${kGrade}), (${kName}) (${kGrade})`),
        ([, given = "", fact = "", is = ""]) =>
            `${w.soFar}: ${levelWords(given as Level)}; ${factWords(fact)}: ${gradeWords(fact, is)}`,
    ],
    [
        new RegExp(`^(${kName}) (${kGrade}) (>=|=) (${kGrade})`),
        ([, fact = "", is = "", sign, asked = ""]) => {
            const level = gradeWords(fact, asked);
            return `${factWords(fact)}: ${gradeWords(fact, is)} – ${sign === ">=" ? w.least(level) : w.is(level)}`;
        },
    ],
    [
        new RegExp(`^(${kName}) = (true|false)`),
        ([, fact = "", is]) => `${factWords(fact)}: ${is === "true" ? w.yes : w.no}`,
    ],
    [
        new RegExp(`^(${kTerm}) ${kSign} (${kTerm})`),
        ([, left = "", sign = "", right = ""]) =>
            `${termWords(left).said}; ${w.asked} ${w[sign as Sign]} ${termWords(right).said}`,
    ],
    [
        new RegExp(`^(${kName}) (${kGrade})`),
        ([, fact = "", is = ""]) => `${factWords(fact)}: ${gradeWords(fact, is)}`,
    ],
    [/^not \(/, () => `${w.noneOf} (`],
    [/^\)/, () => ")"],
    [/^ or /, () => w.or],
    [/^, /, () => "; "],
];

// "VP-1: PARTY REPRIMAND 2023-05-04, act 2022, MEMBER, on duty, year 2023": the violation by its code, then what it is.
function disciplineText(text: string): string | undefined {
    const found = /^([^ ]+): (.+)$/.exec(text);
    if (!found) return undefined;
    const parts = (found[2] ?? "").split(", ").map((part) => {
        const known = disciplineWords[part];
        if (known) return say(known);
        const decided = /^([A-Z]+) ([A-Z_]+) (\d{4}-\d\d-\d\d)$/.exec(part);
        if (decided) {
            const [, kind = "", form = "", on = ""] = decided;
            return `${say(disciplineWords[kind] ?? [kind, kind])}: ${say(disciplineWords[form] ?? [form, form])}, ${dateText(on)}`;
        }
        const year = /^(act|year|counted in) (\d{4})$/.exec(part);
        if (year) return `${{ act: w.act, year: w.year, "counted in": w.counted }[year[1] as "act"]} ${year[2]}`;
        return part;
    });
    return `${found[1]}: ${parts.join("; ")}`;
}

// What the rulebook cannot have said stays as it is.
export function comparedWords(text: string): string {
    const discipline = disciplineText(text);
    if (discipline) return discipline;
    let said = "";
    for (let left = text; left !== ""; ) {
        const match = patterns
            .map(([pattern, tell]) => ({ found: pattern.exec(left), tell }))
            .find(({ found }) => found !== null);
        if (!match?.found) return text;
        said += match.tell(match.found);
        left = left.slice(match.found[0].length);
    }
    return said;
}
