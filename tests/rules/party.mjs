// A reading of Quy định 124-QĐ/TW (2023) with Hướng dẫn 25-HD/BTCTW for collectives and party members: which level
// follows from the facts described in README.md. Like state.mjs it is written to be read beside the text.
// What the text leaves open is marked "open" and answered in README.md (P1 to P8).
const LEVELS = ["NOT_COMPLETED", "COMPLETED", "GOOD", "EXCELLENT"];
const GRADES = ["POOR", "AVERAGE", "GOOD", "EXCELLENT"]; // Kém, Trung bình, Tốt, Xuất sắc: Điều 11
const atLeast = (wanted) => (criterion) => GRADES.indexOf(criterion.grade) >= GRADES.indexOf(wanted);
const results = (f) => f.criteria.filter((criterion) => criterion.kind === "RESULT");
const basic = (f) => f.criteria.filter((criterion) => criterion.basic);

// Điều 12 khoản 4 điểm 4.5: an act belongs to the year it was done in, whenever it is disciplined; 4.6 and 4.7: to the
// unit where it was done, so that a collective does not answer for what its member did elsewhere.
const ofThisYear = (f) => f.disciplines.filter((d) => d.actYear === f.year);
const ofThisSubject = (f) =>
  ofThisYear(f).filter((d) => f.subject.class === "PARTY_MEMBER" || !d.atOtherUnit);
// "trừ trường hợp tự phát hiện và khắc phục xong hậu quả"
const unremedied = (f) => ofThisSubject(f).filter((d) => !d.selfDetectedAndRemedied);
const on = (list, ...subjects) => list.filter((d) => subjects.includes(d.of));

// "dưới 50% chỉ tiêu được giao" and main targets missed: both; for organisations and their leading bodies not where a
// force majeure is the cause. Of individuals the exception is not said (open, P5).
const underHalf = (f) => 100 * f.targets.completed < 50 * f.targets.assigned && f.targets.mainTargetsMissed;
// Trên 20% of the subordinate units: units, however often each was disciplined. Remedied ones are among them (P4).
const unitsDisciplined = (f) => new Set(on(ofThisSubject(f), "SUBORDINATE_UNIT").map((d) => d.unit)).size;

function levels(shape) {
  return {
    EXCELLENT: [
      // every criterion "Tốt" or better, the results "Xuất sắc", nobody disciplined, remedied or not
      [`qd124.12/excellent.${shape}/criteria`, (f) => f.criteria.every(atLeast("GOOD"))],
      [`qd124.12/excellent.${shape}/results`, (f) => results(f).every(atLeast("EXCELLENT"))],
      [`qd124.12/excellent.${shape}/discipline`, (f) => ofThisSubject(f).length === 0],
    ],
    GOOD: [
      // every criterion "Trung bình" or better, the results "Tốt", no discipline but self-detected and remedied
      [`qd124.12/good.${shape}/criteria`, (f) => f.criteria.every(atLeast("AVERAGE"))],
      [`qd124.12/good.${shape}/results`, (f) => results(f).every(atLeast("GOOD"))],
      [`qd124.12/good.${shape}/discipline`, (f) => unremedied(f).length === 0],
    ],
    COMPLETED: [
      // every basic criterion "Trung bình" or better, no discipline but self-detected and remedied
      [`qd124.12/completed.${shape}/criteria`, (f) => basic(f).every(atLeast("AVERAGE"))],
      [`qd124.12/completed.${shape}/discipline`, (f) => unremedied(f).length === 0],
    ],
  };
}

const GROUNDS = {
  ORGANISATION: [
    // 4.1 criteria at "Kém": open which; here one of the basic ones (P1)
    ["qd124.12.4.1/poor", (f) => basic(f).some((criterion) => criterion.grade === "POOR")],
    // a subordinate unit had corruption, waste, negativity or another violation that was disciplined
    ["qd124.12.4.1/subordinate", (f) => on(unremedied(f), "SUBORDINATE_UNIT").length > 0],
    ["qd124.12.4.1/under-half", (f) => underHalf(f) && !f.targets.forceMajeure],
    // its leading body disciplined, or trên 20% of its subordinate units
    ["qd124.12.4.1/leading-body", (f) => on(ofThisSubject(f), "LEADING_BODY").length > 0],
    ["qd124.12.4.1/over-20", (f) => 100 * unitsDisciplined(f) > 20 * f.subordinateUnits],
  ],
  LEADERSHIP_COLLECTIVE: [
    ["qd124.12.4.2/disunity", (f) => f.findings.disunity], // concluded
    ["qd124.12.4.2/degradation", (f) => f.findings.degradation], // of a member
    ["qd124.12.4.2/under-half", (f) => underHalf(f) && !f.targets.forceMajeure],
    // itself or a member disciplined in the year, but self-detected and remedied
    ["qd124.12.4.2/disciplined", (f) => on(unremedied(f), "LEADING_BODY", "LEADING_BODY_MEMBER").length > 0],
  ],
  PARTY_MEMBER: [
    ["qd124.12.4.3/degradation", (f) => f.findings.degradation],
    ["qd124.12.4.3/forbidden", (f) => f.findings.forbiddenActs], // what a member must not do
    ["qd124.12.4.3/exemplary", (f) => f.findings.exemplaryDutyBroken], // with bad effect on prestige
    // 4.3.d: disciplined in the year, but self-detected and fully remedied
    ["qd124.12.4.3.d", (f) => unremedied(f).length > 0],
  ],
};
const GROUNDS_OF_LEADERS = [
  ["qd124.12.4.3/under-half", (f) => underHalf(f)],
  ["qd124.12.4.3/corruption", (f) => f.findings.unitCorruption], // in the unit in direct charge
];
// Điều 5 khoản 2: who is not reviewed and rated.
const EXEMPTIONS = [
  ["qd124.5.2/exempt", "EXEMPT_FROM_ACTIVITY", (f) => f.membership.exempt],
  ["qd124.5.2/suspended", "SUSPENDED_FROM_ACTIVITY", (f) => f.membership.suspended],
  ["qd124.5.2/admitted", "ADMITTED_UNDER_6_MONTHS", (f) => f.membership.monthsSinceAdmission < 6],
];

export function evaluateParty(f) {
  const held = [];
  const failed = [];
  const note = (id, truth) => {
    (truth ? held : failed).push(id);
    return truth;
  };
  const test = (clauses) => clauses.map(([id, holds]) => note(id, holds(f)));
  const answer = (outcome, rest) => ({ outcome, level: null, gaps: [], signals: [], ...rest, held, failed });
  const member = f.subject.class === "PARTY_MEMBER";
  const leader = member && f.subject.leader;

  if (member) {
    for (const [id, reason, holds] of EXEMPTIONS) if (note(id, holds(f))) return answer("NOT_RATED", { reason });
  }
  // 4.5: a decision of this year on an act of an earlier year re-rates that year and does not touch this one.
  const late = f.disciplines.filter((d) => Number(d.effectiveOn.slice(0, 4)) === f.year && d.actYear < f.year);
  note("qd124.12.4.5", late.length > 0);
  const elsewhere = ofThisYear(f).filter((d) => d.atOtherUnit).length;
  if (!member) note("qd124.12.4.6", elsewhere > 0);
  if (!member) note("qd124.12.4.7", elsewhere > 0 && ofThisSubject(f).length > 0);
  const again = (d) => ({ code: d.selfDetectedAndRemedied ? "WEIGH_RE_RATING" : "RE_RATE", year: d.actYear });
  const signals = late.map(again).sort((a, b) => a.year - b.year || a.code.localeCompare(b.code));

  const grounds = [...GROUNDS[f.subject.class], ...(leader ? GROUNDS_OF_LEADERS : [])];
  const forced = test(grounds).some(Boolean);
  // Khoản 2 Điều 20 Nghị định 90/2020: the state rating before that of the party. Điều 11: the unit before its head.
  const stateRated = member ? note("nd90.20.2", f.stateLevel !== null) : true;
  const unitRated = leader ? note("qd124.11/unit-first", f.unitLevel !== null) : true;
  const of = levels(member ? "individual" : "collective");
  if (leader && unitRated) {
    // "for leaders the unit in charge must be good enough": open how good; here good or better (P3)
    const goodEnough = (level) => level === "NOT_APPLICABLE" || LEVELS.indexOf(level) >= LEVELS.indexOf("GOOD");
    of.EXCELLENT.push(["qd124.12/excellent.individual/unit", (f) => goodEnough(f.unitLevel)]);
  }
  const completed = test(of.COMPLETED).every(Boolean);
  const good = test(of.GOOD).every(Boolean) && completed;
  const excellent = test(of.EXCELLENT).every(Boolean) && good;

  if (forced) return answer("RATED", { level: "NOT_COMPLETED", signals }); // waits for nobody (P6)
  if (!stateRated) return answer("BLOCKED", { reason: "STATE_NOT_RATED" });
  if (!unitRated) return answer("BLOCKED", { reason: "UNIT_NOT_RATED" });
  if (!completed) {
    // Neither a ground nor completed: a person decides. P1: a basic criterion at "Kém"; P2: a discipline that bars
    // completed but is none of the grounds of this kind of subject.
    const gaps = [
      ["GAP-PARTY-CRITERION", !basic(f).every(atLeast("AVERAGE"))],
      ["GAP-PARTY-DISCIPLINE", unremedied(f).length > 0],
    ];
    const allowedLevels = ["COMPLETED", "NOT_COMPLETED"];
    const open = gaps.filter(([, holds]) => holds).map(([code]) => code);
    return answer("UNDECIDED", { gaps: open, allowedLevels, signals });
  }
  const level = excellent ? "EXCELLENT" : good ? "GOOD" : "COMPLETED";
  // The state level is the basis of the party level: excellent over a lower state level is warned of, not barred.
  if (member && level === "EXCELLENT") {
    const supported = ["EXCELLENT", "NOT_APPLICABLE"].includes(f.stateLevel);
    if (!note("hd21.state-excellent", supported)) signals.push({ code: "STATE_LEVEL_NOT_EXCELLENT" });
  }
  return answer("RATED", { level, signals });
}
