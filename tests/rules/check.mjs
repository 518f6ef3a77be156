// Every vector of the rules against the second reading and, as far as it knows the rulebook, against the program:
//     node check.mjs PROGRAM
// The vectors are those of tests/vectors and of vectors/ here. Each member of `expect` must come out; each clause of
// `shows` must have held or failed as it says.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { answerTo } from "./answers.mjs";

// The rulebooks that the program evaluates. The vectors of the others are held against the second reading alone; a
// rulebook that is written joins this list.
const PROGRAM_KNOWS = ["nd90-48-2023", "nd90-2020", "qd124-2023"];

const [program] = argv.slice(2);
if (program === undefined) throw new Error("usage: node check.mjs PROGRAM");
const here = new URL("vectors/", import.meta.url);
const given = new URL("../vectors/", import.meta.url);
const files = [
  ...["rules-2023.jsonl", "quota.jsonl"].map((name) => new URL(name, given)),
  ...readdirSync(here).filter((name) => name.endsWith(".jsonl")).sort().map((name) => new URL(name, here)),
];

function vectorOf(line) {
  const vector = JSON.parse(line);
  if (vector.facts || vector.question) return vector;
  const { expect, ...question } = vector; // a line of tests/vectors/quota.jsonl is the question itself
  return { id: line, question, expect, shows: [] };
}

function ask(rule, inputs) {
  const input = inputs.map((one) => JSON.stringify(one) + "\n").join("");
  const args = ["rules", rule, ...(rule === "evaluate" ? ["--trace", "none"] : [])];
  const done = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = (done.stdout ?? "").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  if (answers.length !== inputs.length) {
    throw new Error(`${rule}: ${answers.length} answers to ${inputs.length} lines: ${done.stderr}`);
  }
  if (rule !== "procedure") return answers;
  const clauses = (answer, held) =>
    (answer.findings ?? []).filter((one) => one.held === held).map(({ clause }) => clause);
  return answers.map((answer) => ({ ...answer, held: clauses(answer, true), failed: clauses(answer, false) }));
}

const ofProcedure = ({ question }) => question?.question === "procedure";
function inputOf(vector) {
  if (!ofProcedure(vector)) return vector.facts ?? vector.question;
  const { question, ...asked } = vector.question;
  return asked;
}

let passed = 0;
let failed = 0;
function judge(who, file, vector, answer) {
  const wrong = Object.entries(vector.expect)
    .filter(([name, value]) => JSON.stringify(answer[name] ?? null) !== JSON.stringify(value))
    .map(([name, value]) => `${name} is ${JSON.stringify(answer[name])} instead of ${JSON.stringify(value)}`);
  for (const { clause, holds } of answer.held ? (vector.shows ?? []) : []) {
    if (!(holds ? answer.held : answer.failed).includes(clause)) wrong.push(`${clause} is not shown to be ${holds}`);
  }
  if (wrong.length === 0) return ++passed;
  console.log(`FAILED  ${who}, ${file} ${vector.id}: ${wrong.join("; ")}`);
  return ++failed;
}

for (const url of files) {
  const file = url.pathname.split("/").at(-1);
  const vectors = readFileSync(url, "utf8").split("\n").filter(Boolean).map(vectorOf);
  const unique = new Set(vectors.map((vector) => vector.id));
  if (vectors.length === 0 || unique.size !== vectors.length) {
    console.log(`FAILED  ${file}: ${vectors.length} vectors, ${unique.size} ids`);
    ++failed;
  }
  for (const vector of vectors) judge("second reading", file, vector, answerTo(vector));
  const asked = vectors.filter((vector) =>
    vector.facts
      ? PROGRAM_KNOWS.includes(vector.facts.rulebook)
      : vector.question.base !== undefined || ofProcedure(vector),
  );
  const rule = vectors[0].facts ? "evaluate" : ofProcedure(vectors[0]) ? "procedure" : "quota";
  const answers = asked.length > 0 ? ask(rule, asked.map(inputOf)) : [];
  for (const [i, vector] of asked.entries()) judge("program", file, vector, answers[i]);
  console.log(`${file}: ${vectors.length} vectors, the program was asked ${asked.length}`);
}
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);
