// Random facts of the state rules of 2023, consistent and crowded round the thresholds:
//     node generate.mjs COUNT SEED        one JSON object a line
// A few contradict themselves on purpose. The same seed gives the same facts on every machine.
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

// mulberry32: 32 bits of state, good enough to choose test cases.
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  const of = (list) => list[below(list.length)];
  return { below, of, oneIn: (n) => below(n) === 0 };
}

const SIZES = [1, 1, 2, 3, 4, 5, 6, 7, 9, 10, 10, 11, 13, 19, 20, 20, 21, 33, 50, 99, 100, 100, 101, 250];
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

// One below, at or one above some percentage of n, at times anything.
function near(draw, n, percentages) {
  if (draw.oneIn(12)) return draw.below(n + 1);
  const exact = (draw.of(percentages) * n) / 100;
  return clamp(draw.of([Math.floor(exact), Math.ceil(exact)]) + draw.of([-1, 0, 0, 1]), 0, n);
}

function work(draw, fine) {
  const assigned = draw.oneIn(40) ? 0 : draw.of(SIZES);
  const completed = fine() ? assigned : near(draw, assigned, [50, 70, 100]);
  const onTimeWithQuality = fine() ? completed : Math.min(completed, near(draw, assigned, [80, 50, 100]));
  return { assigned, completed, onTimeWithQuality, exceeded: Math.min(onTimeWithQuality, near(draw, assigned, [50])) };
}

function criteria(draw, fine, tasks) {
  const total = draw.oneIn(40) ? 0 : tasks && draw.oneIn(2) ? tasks.assigned : draw.of(SIZES);
  const completed = fine() ? total : clamp(total - draw.of([0, 1, 2, draw.below(total + 1)]), 0, total);
  const late = tasks && tasks.assigned === total ? tasks.assigned - tasks.onTimeWithQuality : 0;
  const deficient = fine() ? 0 : near(draw, total, [0, 20, 50]);
  return { total, completed, deficient: Math.max(deficient, total - completed, late) };
}

function service(draw) {
  if (!draw.oneIn(3)) return { monthsWorked: 12, absenceMonths: 0, maternityMonths: 0 };
  const monthsWorked = draw.of([0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 10, 12]);
  const absenceMonths = clamp(draw.of([0, 0, 2, 3, 4, 5, 6, 7]), 0, 12 - monthsWorked);
  const maternityMonths = clamp(draw.of([0, 0, 1, 4, 5, 6, 7, 8]), 0, 12 - monthsWorked - absenceMonths);
  return { monthsWorked, absenceMonths, maternityMonths };
}

const DECIDED = ["2021-07-01", "2022-12-31", "2023-01-01", "2023-06-15", "2023-12-31", "2024-01-01", "2024-02-29"];
function discipline(draw) {
  const effectiveOn = draw.of(DECIDED);
  return {
    violation: draw.of(["v1", "v1", "v2"]),
    actYear: Number(effectiveOn.slice(0, 4)) - draw.of([0, 0, 1, 2]),
    kind: draw.of(["PARTY", "ADMINISTRATIVE"]),
    form: draw.of(["REPRIMAND", "REPRIMAND", "WARNING", "REMOVAL_FROM_POST", "DISMISSAL", "EXPULSION"]),
    effectiveOn,
  };
}

const LEVELS = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
function units(draw, fine) {
  const total = draw.oneIn(3) ? 0 : draw.of(SIZES.filter((size) => size <= 33));
  const completed = fine() ? total : near(draw, total, [70, 100]);
  const good = fine() ? completed : Math.min(completed, near(draw, total, [70]));
  const list = Array.from({ length: total }, (_, place) => {
    if (place >= completed) return "NOT_COMPLETED";
    return place >= good ? "COMPLETED" : draw.of(["GOOD", "EXCELLENT"]);
  });
  if (total > 0 && draw.oneIn(30)) list[draw.below(total)] = null;
  return list;
}

// One step over the edge of consistency.
function contradict(draw, facts) {
  const counts = facts.tasks ?? facts.targets;
  draw.of([
    () => (counts.exceeded = counts.onTimeWithQuality + 1),
    () => (counts.onTimeWithQuality = counts.completed + 1),
    () => (counts.completed = counts.assigned + 1),
    () => (facts.criteria.completed = facts.criteria.total + 1),
    () => (facts.criteria.deficient = facts.criteria.total + 1),
    () => (facts.criteria.deficient = Math.max(0, facts.criteria.total - facts.criteria.completed - 1)),
    () => (facts.service.monthsWorked = 13 - facts.service.absenceMonths - facts.service.maternityMonths),
  ])();
}

export function factsOf(draw) {
  // Most aspects of a case are in order, or nearly every case would fail by something and hide the rest.
  const untidy = draw.of([3, 4, 6, 12]);
  const fine = () => !draw.oneIn(untidy);
  const subject = { class: draw.of(["CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE"]), leader: draw.oneIn(2) };
  const leads = subject.leader || subject.class === "CADRE";
  const names = ["politics", "ethics", "style", "discipline", ...(leads ? ["leadership"] : [])];
  const general = Object.fromEntries(names.map((name) => [name, "WELL"]));
  if (!fine()) general[draw.of(names)] = draw.of(["MET", "MET", "MET", "NOT_MET"]);
  const counts = work(draw, fine);
  const facts = {
    rulebook: "nd90-48-2023",
    track: "STATE",
    year: draw.oneIn(20) ? 2024 : 2023,
    subject,
    general,
    criteria: criteria(draw, fine, leads ? undefined : counts),
    effectiveness: fine() ? "HIGH" : draw.of(["MET", "MET", "LOW"]),
    service: service(draw),
    findings: { degradation: draw.oneIn(40), unitCorruptionHandled: draw.oneIn(25) },
    disciplines: Array.from({ length: fine() ? 0 : draw.of([1, 1, 2, 3]) }, () => discipline(draw)),
    violationsAlreadyCounted: [],
  };
  for (let i = draw.oneIn(2) ? draw.below(3) : 0; facts.disciplines.length > 0 && i > 0; --i) {
    facts.violationsAlreadyCounted.push({ violation: draw.of(["v1", "v2", "v3"]), year: 2021 + draw.below(4) });
  }
  if (leads) {
    facts.targets = counts;
    facts.managedUnits = units(draw, fine);
    facts.unitLevel = fine() ? "EXCELLENT" : draw.of([...LEVELS, "NOT_APPLICABLE", null]);
  } else {
    facts.tasks = counts;
  }
  if (draw.oneIn(30)) contradict(draw, facts);
  return facts;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const draw = random(Number(argv[3] ?? 1));
  for (let i = Number(argv[2] ?? 1); i > 0; --i) console.log(JSON.stringify(factsOf(draw)));
}
