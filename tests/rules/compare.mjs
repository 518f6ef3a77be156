// Random facts of the state rules of 2023, asked of the program and of the second reading in state.mjs:
//     node compare.mjs PROGRAM [--cases 100000] [--traced 10000] [--seed 2023]
// Every answer must be the same in outcome, level, gaps, caps, reason and allowed levels. For the first cases the
// program's trace is compared as well: each clause that it tested must have held or failed here, too. Excellent must
// imply good and good completed, and who does better is not rated worse. A difference is shrunk and shown; status 1.
import { spawnSync } from "node:child_process";
import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import { factsOf, random } from "./generate.mjs";
import { evaluate, STAGE_OF } from "./state.mjs";

const CHUNK = 5000;
const { positionals, values } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "100000" },
    traced: { type: "string", default: "10000" },
    seed: { type: "string", default: "2023" },
  },
});
const [program] = positionals;
if (program === undefined) throw new Error("usage: node compare.mjs PROGRAM [--cases N] [--traced N] [--seed N]");

function askProgram(facts, trace) {
  const input = facts.map((f) => JSON.stringify(f) + "\n").join("");
  const options = { input, encoding: "utf8", maxBuffer: 2 ** 30 };
  const done = spawnSync(program, ["rules", "evaluate", "--trace", trace ? "full" : "none"], options);
  const answers = (done.stdout ?? "").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  // Status 1 says that a line was refused, which some of these must be.
  if (![0, 1].includes(done.status) || answers.length !== facts.length) {
    throw new Error(`${answers.length} answers to ${facts.length} lines, status ${done.status}: ${done.stderr}`);
  }
  return answers;
}

const NAMES = ["outcome", "level", "gaps", "caps", "reason", "allowedLevels"];
const comparable = (answer) =>
  answer.error ? { error: answer.error } : Object.fromEntries(NAMES.map((name) => [name, answer[name] ?? null]));

// The clauses of levels: what comes before the stroke of our ids is the program's id.
const LEVEL_STAGES = ["NOT_COMPLETED", "EXCELLENT", "GOOD", "COMPLETED"];
const STAGES = ["ELIGIBILITY", "BASIS", ...LEVEL_STAGES];
function clausesOf(answer) {
  const held = new Map();
  for (const [list, value] of [[answer.held, "+"], [answer.failed, "-"]]) {
    for (const id of list ?? []) {
      const clause = id.split("/")[0];
      held.set(clause, [...(held.get(clause) ?? []), value].sort());
    }
  }
  return held;
}
function tracedDifferently(mine, theirs) {
  const ours = clausesOf(mine);
  const traced = new Map();
  for (const line of theirs.trace ?? []) {
    if (!STAGES.includes(line.stage) || line.clause.startsWith("nd90.2.5")) continue;
    traced.set(line.clause, [...(traced.get(line.clause) ?? []), line.held ? "+" : "-"].sort());
  }
  const different = [...traced]
    .map(([clause, list]) => [clause, String(ours.get(clause)), String(list)])
    .filter(([, here, there]) => here !== there)
    .map(([clause, here, there]) => `${clause} (${here} here, ${there} there)`);
  // A ground of "not completed" ends the test. Otherwise every clause of the column has to be in the trace.
  const grounds = mine.held?.some((id) => STAGE_OF.get(id) === "NOT_COMPLETED");
  const decided = mine.gaps?.includes("GAP-7") || mine.gaps?.includes("GAP-8");
  const stages = grounds || decided ? ["NOT_COMPLETED"] : LEVEL_STAGES;
  const needed = [...(mine.held ?? []), ...(mine.failed ?? [])].filter((id) => stages.includes(STAGE_OF.get(id)));
  const untold = new Set(needed.map((id) => id.split("/")[0]).filter((clause) => !traced.has(clause)));
  return [...different, ...[...untold].map((clause) => `${clause} (not in the trace)`)];
}

function difference(facts, theirs, trace) {
  const mine = evaluate(facts);
  const [a, b] = [comparable(mine), comparable(theirs)].map((answer) => JSON.stringify(answer));
  if (a !== b) return `second reading ${a}\n        program ${b}`;
  const clauses = trace ? tracedDifferently(mine, theirs) : [];
  return clauses.length > 0 ? `the same answer, but held + or failed -: ${clauses.join("; ")}` : "";
}

// ---- Shrinking: any one simpler member that keeps the difference, until none does. -------------------------------
const PLAIN = {
  general: "WELL",
  effectiveness: "HIGH",
  degradation: false,
  unitCorruptionHandled: false,
  unitLevel: "EXCELLENT",
  monthsWorked: 12,
  year: 2023,
};
function* simpler(value, key = "") {
  if (Array.isArray(value)) {
    const replaced = (i, ...by) => [...value.slice(0, i), ...by, ...value.slice(i + 1)];
    for (let i = 0; i < value.length; ++i) yield replaced(i);
    for (let i = 0; i < value.length; ++i) for (const one of simpler(value[i])) yield replaced(i, one);
  } else if (value !== null && typeof value === "object") {
    const counts = Object.entries(value);
    const scalable = key !== "service" && counts.some(([, count]) => count > 0);
    if (scalable && counts.every(([, count]) => Number.isInteger(count))) {
      for (const by of [10, 5, 2]) yield Object.fromEntries(counts.map(([name, n]) => [name, Math.floor(n / by)]));
    }
    for (const name of Object.keys(value)) {
      for (const one of simpler(value[name], key === "general" ? "general" : name)) yield { ...value, [name]: one };
    }
  } else if (key in PLAIN) {
    if (value !== PLAIN[key]) yield PLAIN[key];
  } else if (typeof value === "number" && value > 0 && !["year", "actYear"].includes(key)) {
    yield* new Set([0, Math.floor(value / 2), value - 1]);
  }
}
function shrunk(facts, trace) {
  const kind = Boolean(evaluate(facts).error);
  for (let round = 0; round < 200; ++round) {
    const candidates = [...simpler(facts)].filter((one) => Boolean(evaluate(one).error) === kind);
    if (candidates.length === 0) return facts;
    const answers = askProgram(candidates, trace);
    const found = candidates.findIndex((one, i) => difference(one, answers[i], trace) !== "");
    if (found < 0) return facts;
    facts = candidates[found];
  }
  return facts;
}

// ---- Properties. -------------------------------------------------------------------------------------------------
// Excellent implies good and good implies completed: where no cap lowered the level, every clause of it and of those
// below holds, in this reading and in the program's trace.
const IMPLIED = {
  EXCELLENT: ["EXCELLENT", "GOOD", "COMPLETED"],
  GOOD: ["GOOD", "COMPLETED"],
  COMPLETED: ["COMPLETED"],
};
function unimplied(mine, theirs) {
  if (mine.caps?.length !== 0) return "";
  const implied = IMPLIED[mine.level] ?? [];
  const failed = [
    ...mine.failed.filter((id) => implied.includes(STAGE_OF.get(id))),
    ...(theirs.trace ?? []).filter((line) => implied.includes(line.stage) && !line.held).map((line) => line.clause),
  ];
  return failed.length > 0 ? `${mine.level} although ${failed} failed` : "";
}
// Who does better by one step is not rated worse; each case is made better in one way, in turn.
const work = (f) => f.tasks ?? f.targets;
const BETTER = [
  (f) => ++work(f).exceeded,
  (f) => ++work(f).onTimeWithQuality,
  (f) => ++work(f).completed,
  (f) => --f.criteria.deficient,
  (f) => ++f.criteria.completed,
  (f) => Object.keys(f.general).forEach((name) => (f.general[name] = "WELL")),
  (f) => (f.effectiveness = "HIGH"),
  (f) => (f.managedUnits = f.managedUnits?.map((level) => level && "EXCELLENT")),
];
const WORTH = ["NOT_COMPLETED", "UNDECIDED", "COMPLETED", "GOOD", "EXCELLENT"];
const worth = (answer) => WORTH.indexOf(answer.level ?? answer.outcome);
function unsound(facts, theirs, turn) {
  const mine = evaluate(facts);
  const why = unimplied(mine, theirs);
  if (why !== "" || mine.outcome !== "RATED") return why;
  const other = JSON.parse(JSON.stringify(facts));
  BETTER[turn % BETTER.length](other);
  const raised = evaluate(JSON.parse(JSON.stringify(other)));
  // Some steps lead out of what can be, and who is no longer "not completed" may have to wait for the unit.
  const told = WORTH.includes(raised.level ?? raised.outcome);
  return told && worth(raised) < worth(mine) ? `better facts, worse level: ${JSON.stringify(other)}` : "";
}

function fail(facts, what) {
  console.log(`FAILED  ${what}\n        facts ${JSON.stringify(facts)}`);
  exit(1);
}

const draw = random(Number(values.seed));
const told = {};
let agreed = 0;
let traced = 0;
for (let left = Number(values.cases); left > 0; left -= CHUNK) {
  const facts = Array.from({ length: Math.min(CHUNK, left) }, () => factsOf(draw));
  const trace = agreed < Number(values.traced);
  const answers = askProgram(facts, trace);
  for (const [i, one] of facts.entries()) {
    if (difference(one, answers[i], trace) !== "") {
      const small = shrunk(one, trace);
      fail(small, `case ${agreed} of seed ${values.seed}: ${difference(small, askProgram([small], trace)[0], trace)}`);
    }
    const why = unsound(one, answers[i], agreed);
    if (why !== "") fail(one, why);
    const kind = answers[i].error ?? answers[i].level ?? answers[i].outcome;
    told[kind] = (told[kind] ?? 0) + 1;
    ++agreed;
    traced += trace ? 1 : 0;
  }
}
console.log(Object.entries(told).sort().map(([kind, n]) => `${kind} ${n}`).join(", "));
console.log(`${agreed} random cases of seed ${values.seed} answered alike, ${traced} of them clause by clause`);
console.log("1 passed, 0 failed"); // cases are no tests: one agreement
