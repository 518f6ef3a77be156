// The second reading's answer to a vector or to bare facts, with the clauses that held and failed:
//     node answers.mjs <VECTORS >ANSWERS        JSON objects, a line for a line
import { argv } from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { evaluateParty } from "./party.mjs";
import { procedure } from "./procedure.mjs";
import { quota, QUOTA_CLAUSES } from "./quota.mjs";
import { answerSpecial, SPECIAL_CLAUSES } from "./special.mjs";
import { evaluate } from "./state.mjs";

const shown = (answer, clauses, holds) => ({ ...answer, held: holds ? clauses : [], failed: holds ? [] : clauses });

export function answerTo({ facts, question }) {
  if (facts) return facts.rulebook === "qd124-2023" ? evaluateParty(facts) : evaluate(facts);
  if (question.question === "procedure") return procedure(question);
  if (question.base) {
    const answer = quota(question);
    return shown(answer, QUOTA_CLAUSES, !answer.breach);
  }
  const answer = answerSpecial(question);
  const [clause, holds] = SPECIAL_CLAUSES[question.question] ?? [];
  return answer.outcome === "NOT_RATED" || !clause ? shown(answer, [], true) : shown(answer, [clause], holds(answer));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for await (const line of createInterface({ input: process.stdin })) {
    const one = JSON.parse(line);
    console.log(JSON.stringify(answerTo(one.facts || one.question ? one : { facts: one })));
  }
}
