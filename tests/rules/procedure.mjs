// The procedure of 2023, read a second time: which step waits for which, whose opinion is asked, which form, by when.
// Điều 17 (cadres), 18 (civil servants), 19 (public employees), 20 and 24 Nghị định 90/2020; Điều 7, 11 Quy định
// 124-QĐ/TW with Hướng dẫn 25-HD/BTCTW; the terms that the law leaves open are internal rules.

const DAY = 86400000;
const HOLIDAYS = new Set(["2024-01-01"]); // of the months that the vectors are about
const text = (time) => new Date(time).toISOString().slice(0, 10);

// The last day of so many working days after an event, whose own day does not count.
function workingDaysAfter(day, days) {
  let time = Date.parse(day);
  for (let left = days; left > 0; ) {
    time += DAY;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(text(time))) --left;
  }
  return text(time);
}

// The article, its paragraph and the points of form, meeting, party committee, decision and notice.
function article({ class: kind, leader }, position) {
  if (kind === "CADRE") return { is: (point) => `nd90.17.${point}`, points: ["1", "2", "3", "4", "5"] };
  const servant = kind === "CIVIL_SERVANT";
  const first = leader && (position === "AGENCY_HEAD" || (!servant && position === "AGENCY_DEPUTY"));
  const prefix = `nd90.${servant ? "18" : "19"}.${first ? "1" : "2"}.`;
  return { is: (point) => prefix + point, points: first ? ["a", "b", "c", "d", "đ"] : ["a", "b", null, "c", "d"] };
}

function stateProcedure(question) {
  const { is, points } = article(question.subject, question.position);
  const [form, meeting, party, decision, notice] = points;
  const earlier = [["SELF_ASSESSMENT", is(form)], ["MEETING", is(meeting)]];
  if (party) earlier.push(["PARTY_OPINION", is(party)]);
  return {
    MEETING: [["SELF_ASSESSMENT", is(form)]],
    PROPOSAL: earlier,
    DECISION: [...earlier, ["PROPOSAL", is(decision)]],
    NOTICE: [["DECISION", is(decision)]],
    PUBLICATION: [["DECISION", is(decision)]],
    PETITION: [["NOTICE", is(notice)]],
    PETITION_ANSWER: [["PETITION", "nd90.24"]],
  }[question.step] ?? [];
}

const COLLECTIVE = { REVIEW: [["REVIEW_DRAFT", "hd25.draft"]], APPRAISAL: [["SELF_RATING", "qd124.11/step-1"]],
  DECISION: [["APPRAISAL", "qd124.11/step-2"]], FILE: [["DECISION", "qd124.11/step-3"]] };
const MEMBER = { APPRAISAL: [["SELF_ASSESSMENT", "qd124.11/step-1"]], BALLOT: [["APPRAISAL", "qd124.11/step-2"]],
  PROPOSAL: [["BALLOT", "hd25.ballot"]], DECISION: [["PROPOSAL", "qd124.11/step-2"], ["STATE_RATING", "nd90.20.2"]],
  FILE: [["DECISION", "qd124.11/step-3"]] };

const STATE_TERMS = [
  ["NOTICE", "DECISION", 5, "internal.notice"],
  ["PETITION", "NOTICE", 5, "internal.petition-filing"],
  ["PETITION_ANSWER", "PETITION", 10, "internal.petition-answer"],
  ["OPINION", "OPINION_REQUEST", 5, "internal.opinion-answer"],
  ["REMEDIATION_PLAN", "DECISION", 10, "internal.remediation"]];

// What holds of the step and what does not, each by its clause.
export function procedure(question) {
  const state = question.rulebook !== "qd124-2023";
  const member = question.subject.class === "PARTY_MEMBER";
  const held = [], failed = [];
  const say = (clause, holds) => (holds ? held : failed).push(clause);
  const on = (step) => question.done?.find((one) => one.step === step)?.on;
  const before = state ? stateProcedure(question) : ((member ? MEMBER : COLLECTIVE)[question.step] ?? []);
  for (const [step, clause] of before) say(clause, on(step) !== undefined && on(step) <= question.on);

  // Opinions: the former agency after six months; others only if they were asked, and then until their term runs out.
  const heard = (from) => question.given?.some((one) => one.from === from && one.on <= question.on) ?? false;
  if (question.step === (state ? "PROPOSAL" : "APPRAISAL")) {
    if (state && (question.monthsElsewhere ?? 0) >= 6) say("nd90.20.1", heard("FORMER_AGENCY"));
    for (const { from, on: due } of question.asked ?? []) {
      if (from === "FORMER_AGENCY") continue;
      if (state && from === "HOST_AGENCY") {
        say("internal.secondment", heard(from)); // the host must have spoken
        continue;
      }
      const clause = from === "PARTY_COMMITTEE" ? "internal.party-opinion" : state ? "internal.opinions"
        : member ? "hd25.opinions" : "qd124.11/step-2";
      say(clause, heard(from) || due < question.on);
    }
  }
  if (question.attendance && question.step === "MEETING") {
    const { is, points } = article(question.subject, question.position);
    say(is(points[1]), question.attendance.present > 0);
  }
  if (question.attendance && question.step === "REVIEW") say("qd124.7", question.attendance.present > 0);
  if (question.attendance && question.step === "BALLOT") say("hd25.ballot", question.attendance.present > 0);
  if (question.form && question.step === (state || member ? "SELF_ASSESSMENT" : "REVIEW_DRAFT")) {
    const number = state ? { CADRE: "01", CIVIL_SERVANT: "02", PUBLIC_EMPLOYEE: "03" }[question.subject.class]
      : member ? (question.subject.leader ? "02b" : "02a") : "01";
    say(`${state ? "nd90" : "hd25"}.form.${number}`, question.form === `FORM_${number.toUpperCase()}`);
  }
  for (const [step, from, days, clause] of state ? STATE_TERMS : []) {
    if (step === question.step && on(from)) say(clause, question.on <= workingDaysAfter(on(from), days));
  }
  if (question.step === "DECISION") {
    if (state) say("nd90.20.2", question.on < `${question.year}-12-15`);
    else if (question.special) say("hd25.5.1/special", question.on < `${question.year + 1}-01-15`);
    else say("hd25.5.1", question.on < `${question.year}-12-31`);
  }
  if (!state && question.step === "FILE") say("hd25.5/file", question.on < `${question.year + 1}-02-15`);
  if (!state && question.step === "REVIEW" && on("REVIEW_DRAFT")) {
    say("hd25.draft", question.on >= workingDaysAfter(on("REVIEW_DRAFT"), 3));
  }
  return { allowed: failed.length === 0, held, failed };
}
