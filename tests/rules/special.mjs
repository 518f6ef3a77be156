// Special cases of the year that are no question of levels: who rates after a transfer, during a secondment or with
// several posts, and in which years a violation counts. Each question is described in README.md.

// Khoản 3 Điều 2 and khoản 1 Điều 20 Nghị định 90/2020: the new agency rates; the written comments of the old one are
// compulsory after six months of work there, unless it no longer exists.
function transfer({ monthsAtOldAgency, monthsAtNewAgency, oldAgencyExists }) {
  if (monthsAtOldAgency + monthsAtNewAgency < 6) return { outcome: "NOT_RATED", reason: "UNDER_6_MONTHS" };
  const required = monthsAtOldAgency >= 6 && oldAgencyExists;
  return { outcome: "RATED", ratedBy: "NEW_AGENCY", oldAgencyComment: required ? "REQUIRED" : "NOT_REQUIRED" };
}

// Usual practice, no clause of the decree: the host sends its evaluation and the home agency rates; configurable.
function secondment({ secondmentRater }) {
  return secondmentRater === "HOST"
    ? { ratedBy: "HOST_AGENCY", hostComment: "NOT_REQUIRED" }
    : { ratedBy: "HOME_AGENCY", hostComment: "REQUIRED" };
}

// Điều 7 Quy định 124-QĐ/TW: reviewed at each post; the state rating at the highest post, the party's at the cell.
function posts({ posts: held }) {
  const highest = held.reduce((best, post) => (post.rank < best.rank ? post : best)); // 1 is the highest rank
  return { reviewedAt: held.map((post) => post.agency), stateRatedAt: highest.agency, partyRatedAt: "PARTY_CELL" };
}

// State: khoản 5 Điều 2 Nghị định 90/2020 as added by Nghị định 48/2023, the year of the decision, once for each act.
// Party: điểm 4.5 khoản 4 Điều 12 Quy định 124-QĐ/TW, the year of the act. A year that was rated before the decision is
// rated again.
function attribution({ track, decisions, counted, issued }) {
  const years = new Set(counted.map(({ year }) => year));
  const again = new Set();
  for (const { violation, actYear, effectiveOn } of decisions) {
    const year = track === "PARTY" ? actYear : Number(effectiveOn.slice(0, 4));
    if (counted.some((c) => c.violation === violation)) continue;
    years.add(year);
    if (issued.some((rating) => rating.year === year && rating.on < effectiveOn)) again.add(year);
  }
  return { notCompletedYears: [...years].sort(), reRateYears: [...again].sort() };
}

const QUESTIONS = { transfer, secondment, posts, attribution };
export const answerSpecial = (question) => QUESTIONS[question.question](question);

// The clause that a question is about and whether the answer shows it as held.
export const SPECIAL_CLAUSES = {
  transfer: ["nd90.20.1", (answer) => answer.oldAgencyComment === "REQUIRED"],
  secondment: ["practice.secondment", (answer) => answer.ratedBy === "HOME_AGENCY"],
  posts: ["qd124.7/highest-post", (answer) => answer.reviewedAt.length > 1],
};
