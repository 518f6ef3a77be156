// A second reading of the state rules of 2023, Nghị định 90/2020/NĐ-CP with and without the amendment by Nghị định
// 48/2023/NĐ-CP. It is written from a paraphrase of the decree and the readings F1 to F20 listed in README.md, not from
// the program, so that a mistake in one of the two shows as a difference. It is meant to be read beside the decree:
// every line names its clause, and nothing here is fast or clever.
//
// evaluate(facts) -> { outcome, level, gaps, caps, reason?, allowedLevels?, held, failed } or { error, fields }.
// `held` and `failed` are the ids (clauses.json) of all clauses of the person's column, whether or not they decided.
import { consistency } from "./facts.mjs";

export const LEVELS = ["NOT_COMPLETED", "COMPLETED", "GOOD", "EXCELLENT"]; // worst first
const rank = (level) => LEVELS.indexOf(level);
const atLeast = (level) => (unit) => rank(unit) >= rank(level);

// Số từ: "ít nhất x%" is >=, "không quá x%" is <=, "trên x%" is >, "dưới x%" is <. Whole numbers only.
const noLessThan = (part, percent, whole) => 100 * part >= percent * whole;
const noMoreThan = (part, percent, whole) => 100 * part <= percent * whole;
const moreThan = (part, percent, whole) => 100 * part > percent * whole;
const lessThan = (part, percent, whole) => 100 * part < percent * whole;

// Điều 3: khoản 1 to 4, and điểm a khoản 5 for leaders.
const judgements = (f) => Object.values(f.general);
const performsWell = (f) => judgements(f).every((judgement) => judgement === "WELL"); // "thực hiện tốt"
const meets = (f) => judgements(f).every((judgement) => judgement !== "NOT_MET"); // "đáp ứng"

const unitsAt = (f, level) => f.managedUnits.filter(atLeast(level)).length;
const criteriaAsTheyShould = (f) => f.criteria.deficient === 0; // F19
const highlyEffective = (f) => f.effectiveness === "HIGH"; // F20
const effective = (f) => f.effectiveness !== "LOW"; // F20

// Khoản 5 Điều 2. A decision counts in the year in which it takes effect (5a), of the party or of the State, in any
// form; not if its act was counted in another year (5b, 5c and reading F10). Before the amendment there was no khoản
// 5: an act counted if it was done "trong quá trình thực thi nhiệm vụ", and nothing was said about counting it twice.
const decidedInTheYear = (f) => f.disciplines.filter((d) => Number(d.effectiveOn.slice(0, 4)) === f.year);
const countedElsewhere = (f, d, when) =>
  f.violationsAlreadyCounted.some((c) => c.violation === d.violation && c.year !== f.year && when(c.year));
const counts = {
  "nd90-48-2023": (f) => decidedInTheYear(f).some((d) => !countedElsewhere(f, d, () => true)),
  "nd90-2020": (f) => decidedInTheYear(f).some((d) => d.inPerformanceOfDuty),
};
const disciplined = (f) => counts[f.rulebook](f);
const decidedTwice = (f, d) => {
  const of = (kind) => f.disciplines.filter((o) => o.violation === d.violation && o.kind === kind);
  const years = (list) => list.map((o) => o.effectiveOn.slice(0, 4));
  return years(of("PARTY")).some((year) => years(of("ADMINISTRATIVE")).some((other) => other !== year));
};
const ATTRIBUTION = [
  // 5(a): a discipline of the party or of the State in the rating year.
  ["nd90.2.5.a", (f) => decidedInTheYear(f).length > 0],
  // 5(b): the act was counted in a year before the decision.
  ["nd90.2.5.b", (f) => decidedInTheYear(f).some((d) => countedElsewhere(f, d, (year) => year < f.year))],
  // 5(c): decisions of the party and of the State on the same act take effect in different years: one year only.
  ["nd90.2.5.c", (f) => decidedInTheYear(f).some((d) => decidedTwice(f, d) && countedElsewhere(f, d, () => true))],
  // F10: an act that was counted in any other year, also a later one, is not counted again.
  ["nd90.2.5/once", (f) => decidedInTheYear(f).some((d) => countedElsewhere(f, d, () => true))],
];

// ---- One column for each class and post: the clauses of the four levels. -----------------------------------------

// Khoản 1 of Điều 8, 9, 10, 11 (civil servants) and of Điều 12, 13, 14, 15 (public employees) without a leading post.
function staff(e, g, c, n) {
  return {
    basis: [
      ["nd90.3.5.b", (f) => f.tasks.assigned > 0 && f.criteria.total > 0], // F1: never 100 % of nothing
    ],
    NOT_COMPLETED: [
      // a) degradation, found by the competent level
      [`nd90.${n}.1.a`, (f) => f.findings.degradation],
      // b) trên 50% of the result criteria lack progress, quality or effect
      [`nd90.${n}.1.b`, (f) => moreThan(f.criteria.deficient, 50, f.criteria.total)],
      // c) disciplined in the rating year
      [`nd90.${n}.1.c`, disciplined],
    ],
    EXCELLENT: [
      // a) thực hiện tốt khoản 1-4 Điều 3
      [`nd90.${e}.1.a`, performsWell],
      // b) 100% of the tasks on time, with quality, hiệu quả cao, of them ít nhất 50% hoàn thành vượt mức
      [`nd90.${e}.1.b/tasks`, (f) => f.tasks.onTimeWithQuality === f.tasks.assigned],
      [`nd90.${e}.1.b/criteria`, criteriaAsTheyShould],
      [`nd90.${e}.1.b/effect`, highlyEffective],
      [`nd90.${e}.1.b/exceeded`, (f) => noLessThan(f.tasks.exceeded, 50, f.tasks.assigned)],
    ],
    GOOD: [
      // a) đáp ứng khoản 1-4 Điều 3
      [`nd90.${g}.1.a`, meets],
      // b) 100% of the tasks on time, with quality and effect
      [`nd90.${g}.1.b/tasks`, (f) => f.tasks.onTimeWithQuality === f.tasks.assigned],
      [`nd90.${g}.1.b/criteria`, criteriaAsTheyShould],
      [`nd90.${g}.1.b/effect`, effective],
    ],
    COMPLETED: [
      // a) đáp ứng khoản 1-4 Điều 3
      [`nd90.${c}.1.a`, meets],
      // b) all result criteria are completed (F4: and all tasks), không quá 20% of them deficient
      [`nd90.${c}.1.b/criteria`, (f) => f.criteria.completed === f.criteria.total],
      [`nd90.${c}.1.b/tasks`, (f) => f.tasks.completed === f.tasks.assigned],
      [`nd90.${c}.1.b/deficient`, (f) => noMoreThan(f.criteria.deficient, 20, f.criteria.total)],
    ],
    gaps: [
      ["GAP-1", (f) => f.criteria.completed < f.criteria.total || f.tasks.completed < f.tasks.assigned],
      ["GAP-2", (f) => moreThan(f.criteria.deficient, 20, f.criteria.total)],
      ["GAP-5", (f) => !meets(f)],
    ],
  };
}

// Leaders. Cadres have one khoản for each clause (Điều 4, 5, 6, 7: khoản 1 to 4, 1 to 5 for the last), the others
// khoản 2 with điểm a to d and đ (Điều 8 to 11 and 12 to 15). `share` is the clause of Điều 13 that no other has (F13).
function leader(e, g, c, n, point, share) {
  return {
    basis: [["nd90.3.5.a", (f) => f.targets.assigned > 0 && f.criteria.total > 0]], // F1
    NOT_COMPLETED: [
      // degradation, found by the competent level
      [`nd90.${n}.${point.a}`, (f) => f.findings.degradation],
      // trên 50% of the result criteria
      [`nd90.${n}.${point.b}`, (f) => moreThan(f.criteria.deficient, 50, f.criteria.total)],
      // dưới 50% of the targets of the agency or field
      [`nd90.${n}.${point.c}`, (f) => lessThan(f.targets.completed, 50, f.targets.assigned)],
      // a unit in direct charge is linked to embezzlement, corruption or waste and was handled by law
      [`nd90.${n}.${point.d}`, (f) => f.findings.unitCorruptionHandled],
      // disciplined in the rating year
      [`nd90.${n}.${point.dd}`, disciplined],
    ],
    EXCELLENT: [
      [`nd90.${e}.${point.a}`, performsWell], // khoản 1-4, điểm a khoản 5 Điều 3
      // result criteria on time, with quality, hiệu quả cao
      [`nd90.${e}.${point.b}/criteria`, criteriaAsTheyShould],
      [`nd90.${e}.${point.b}/effect`, highlyEffective],
      // all targets, ít nhất 50% hoàn thành vượt mức
      [`nd90.${e}.${point.c}/done`, (f) => f.targets.completed === f.targets.assigned],
      [`nd90.${e}.${point.c}/exceeded`, (f) => noLessThan(f.targets.exceeded, 50, f.targets.assigned)],
      // 100% of the units completed or better, of them ít nhất 70% good or excellent; GAP-6: none is satisfied
      [`nd90.${e}.${point.d}/units`, (f) => unitsAt(f, "COMPLETED") === f.managedUnits.length],
      [`nd90.${e}.${point.d}/share`, (f) => noLessThan(unitsAt(f, "GOOD"), 70, f.managedUnits.length)],
    ],
    GOOD: [
      [`nd90.${g}.${point.a}`, meets],
      // result criteria on time, with quality and effect
      [`nd90.${g}.${point.b}/criteria`, criteriaAsTheyShould],
      [`nd90.${g}.${point.b}/effect`, effective],
      // all targets, ít nhất 80% on time with quality
      [`nd90.${g}.${point.c}/done`, (f) => f.targets.completed === f.targets.assigned],
      [`nd90.${g}.${point.c}/onTime`, (f) => noLessThan(f.targets.onTimeWithQuality, 80, f.targets.assigned)],
      // 100% of the units completed or better; managers of public employees: of them ít nhất 70% good or excellent
      [`nd90.${g}.${point.d}/units`, (f) => unitsAt(f, "COMPLETED") === f.managedUnits.length],
      ...(share
        ? [[`nd90.${g}.${point.d}/share`, (f) => noLessThan(unitsAt(f, "GOOD"), 70, f.managedUnits.length)]]
        : []),
    ],
    COMPLETED: [
      [`nd90.${c}.${point.a}`, meets],
      // all result criteria are completed (F4), không quá 20% of them deficient
      [`nd90.${c}.${point.b}/criteria`, (f) => f.criteria.completed === f.criteria.total],
      [`nd90.${c}.${point.b}/deficient`, (f) => noMoreThan(f.criteria.deficient, 20, f.criteria.total)],
      // trên 70% of the targets
      [`nd90.${c}.${point.c}`, (f) => moreThan(f.targets.completed, 70, f.targets.assigned)],
      // ít nhất 70% of the units completed or better
      [`nd90.${c}.${point.d}`, (f) => noLessThan(unitsAt(f, "COMPLETED"), 70, f.managedUnits.length)],
    ],
    gaps: [
      ["GAP-1", (f) => f.criteria.completed < f.criteria.total],
      ["GAP-2", (f) => moreThan(f.criteria.deficient, 20, f.criteria.total)],
      ["GAP-3", (f) => noMoreThan(f.targets.completed, 70, f.targets.assigned)],
      ["GAP-4", (f) => lessThan(unitsAt(f, "COMPLETED"), 70, f.managedUnits.length)],
      ["GAP-5", (f) => !meets(f)],
    ],
  };
}

const KHOAN_1_TO_5 = { a: "1", b: "2", c: "3", d: "4", dd: "5" };
const KHOAN_2 = { a: "2.a", b: "2.b", c: "2.c", d: "2.d", dd: "2.đ" };
const COLUMNS = {
  "CADRE leader": leader(4, 5, 6, 7, KHOAN_1_TO_5, false),
  "CIVIL_SERVANT staff": staff(8, 9, 10, 11),
  "CIVIL_SERVANT leader": leader(8, 9, 10, 11, KHOAN_2, false),
  "PUBLIC_EMPLOYEE staff": staff(12, 13, 14, 15),
  "PUBLIC_EMPLOYEE leader": leader(12, 13, 14, 15, KHOAN_2, true),
};
// The stage of every clause of a level, by its id.
export const STAGE_OF = new Map(
  Object.values(COLUMNS).flatMap((column) =>
    ["NOT_COMPLETED", "EXCELLENT", "GOOD", "COMPLETED"].flatMap((stage) => column[stage].map(([id]) => [id, stage])),
  ),
);
// The head not above the unit: Luật Viên chức Điều 41(2)(b), Luật Cán bộ, công chức Điều 56; for cadres by analogy.
const NOT_ABOVE_THE_UNIT = { CADRE: "law22.56.cadre", CIVIL_SERVANT: "law22.56", PUBLIC_EMPLOYEE: "law58.41.2.b" };

const leads = (f) => f.subject.leader || f.subject.class === "CADRE"; // a cadre is always a leader
const notYetRated = (f) => f.unitLevel === null || f.managedUnits.includes(null);

export function evaluate(facts) {
  const contradiction = consistency(facts, leads(facts));
  if (contradiction) return contradiction;
  const f = facts;
  const column = COLUMNS[`${f.subject.class} ${leads(f) ? "leader" : "staff"}`];
  const held = [];
  const failed = [];
  const note = (id, truth) => {
    (truth ? held : failed).push(id);
    return truth;
  };
  const test = (clauses) => clauses.map(([id, holds]) => note(id, holds(f)));
  const answer = (outcome, rest) => ({ outcome, level: null, gaps: [], caps: [], ...rest, held, failed });

  // F7: eligibility. Khoản 3 Điều 2: under six months of work is not rated, except for maternity leave (F6).
  const { monthsWorked, absenceMonths, maternityMonths } = f.service;
  const eligible = note("nd90.2.3.eligibility", monthsWorked + maternityMonths >= 6);
  note("nd90.2.3.maternity", eligible && monthsWorked < 6);
  if (!eligible) return answer("NOT_RATED", { reason: "UNDER_6_MONTHS" });

  // Then the grounds of "not completed": any one is enough, and it does not wait for the unit (F7).
  if (f.rulebook === "nd90-48-2023") test(ATTRIBUTION);
  const forced = test(column.NOT_COMPLETED).some(Boolean);
  // Then the order of ratings: the unit before its head (GAP-7).
  const blocked = leads(f) && notYetRated(f);
  if (leads(f)) note("order.unit-first", !blocked);
  const based = note(...column.basis.map(([id, holds]) => [id, holds(f)])[0]);
  const absent = note("nd90.2.3.absence", absenceMonths >= 3 && absenceMonths < 6);
  const tooLong = note("nd90.2.3/absence-6", absenceMonths >= 6); // F5: no clause
  // F2: excellent requires all that good requires, good all that completed requires.
  const completed = blocked ? false : test(column.COMPLETED).every(Boolean);
  const good = blocked ? false : test(column.GOOD).every(Boolean) && completed;
  const excellent = blocked ? false : test(column.EXCELLENT).every(Boolean) && good;

  if (forced) return answer("RATED", { level: "NOT_COMPLETED" });
  if (blocked) return answer("BLOCKED", { gaps: ["GAP-7"], reason: "UNIT_NOT_RATED" });
  // F9: what the authority may choose where no level follows, never above the unit. F8: without a level it caps nobody.
  const unit = leads(f) && f.unitLevel !== "NOT_APPLICABLE" ? f.unitLevel : "EXCELLENT";
  const allowedLevels = ["COMPLETED", "NOT_COMPLETED"].filter((level) => rank(level) <= rank(unit));
  if (!based) return answer("UNDECIDED", { gaps: ["GAP-8"], allowedLevels });
  if (!completed || tooLong) {
    const gaps = column.gaps.filter(([, holds]) => holds(f)).map(([code]) => code);
    return answer("UNDECIDED", { gaps: tooLong ? [...gaps, "GAP-9"] : gaps, allowedLevels });
  }

  // Caps, each listed only where it lowers the level (F11): absence first, then the unit.
  let level = excellent ? "EXCELLENT" : good ? "GOOD" : "COMPLETED";
  const caps = [];
  if (absent && rank(level) > rank("COMPLETED")) {
    level = "COMPLETED";
    caps.push("ABSENCE_3_TO_UNDER_6_MONTHS");
  }
  if (leads(f) && !note(NOT_ABOVE_THE_UNIT[f.subject.class], rank(level) <= rank(unit))) {
    level = unit;
    caps.push("UNIT_LEVEL");
  }
  return answer("RATED", { level, caps });
}
