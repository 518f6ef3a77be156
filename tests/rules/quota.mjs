// How many may be rated excellent: khoản 6 Điều 2 Nghị định 90/2020/NĐ-CP (added by Nghị định 48/2023/NĐ-CP) and
// Điều 12 Quy định 124-QĐ/TW, in every base that the texts have been read with. N is excellent and good together, as
// whoever is not let into excellent becomes good: p % of the good alone is p/(100+p) of N.
const BASES = {
  GOOD: (q) => [q.percent * (q.excellent + q.good), 100 + q.percent], // reading A: 5 x E <= G
  GOOD_OR_BETTER: (q) => [q.percent * (q.excellent + q.good), 100], // reading B
  TOTAL_RATED: (q) => [q.percent * (q.excellent + q.good + q.completed + q.notCompleted), 100], // reading C
  TOTAL_STAFF: (q) => [q.percent * q.staff, 100],
};
const ROUNDINGS = {
  FLOOR: (n, d) => Math.floor(n / d), // "không vượt quá"
  HALF_UP: (n, d) => Math.floor((2 * n + d) / (2 * d)), // exactly one half goes up
  CEIL: (n, d) => Math.ceil(n / d),
};

export function quota(question) {
  const [numerator, denominator] = BASES[question.base](question);
  const maxExcellent = ROUNDINGS[question.rounding](numerator, denominator);
  return { maxExcellent, breach: question.excellent > maxExcellent };
}

// A rate that keeps within its limit shows the clause as held. Which of them a question is about says its vector: the
// agency and the group are counted alike.
export const QUOTA_CLAUSES = ["nd90.2.6/rate", "nd90.2.6/agency", "nd90.2.6/group", "qd124.12/quota"];
