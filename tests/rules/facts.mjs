// Which facts can be evaluated at all: their form first, then what contradicts itself (reading F3 of README.md).
const JUDGEMENTS = ["WELL", "MET", "NOT_MET"];
const LEVELS = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
const DISCIPLINE = {
  kind: ["PARTY", "ADMINISTRATIVE"],
  form: ["REPRIMAND", "WARNING", "REMOVAL_FROM_POST", "DISMISSAL", "EXPULSION"],
};
const RULEBOOKS = ["nd90-2020", "nd90-48-2023"];

const count = (value) => Number.isInteger(value) && value >= 0;
const oneOf = (values) => (value) => values.includes(value);
const flag = (value) => typeof value === "boolean";

// The members of the facts that are not of their form, each by its name.
function misformed(f, leads) {
  const wrong = [];
  const member = (object, path, names, is) => {
    for (const name of names) if (!is(object?.[name])) wrong.push(`${path}${name}`);
  };
  const only = (object, path, names) => {
    for (const name of Object.keys(object ?? {})) if (!names.includes(name)) wrong.push(`${path}${name}`);
  };
  const work = leads ? "targets" : "tasks";
  const general = ["politics", "ethics", "style", "discipline", ...(leads ? ["leadership"] : [])];
  member(f, "", ["rulebook"], oneOf(RULEBOOKS));
  member(f, "", ["track"], oneOf(["STATE"]));
  member(f, "", ["year"], count);
  member(f.subject, "subject.", ["leader"], flag);
  member(f.subject, "subject.", ["class"], oneOf(["CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE"]));
  member(f.general, "general.", general, oneOf(JUDGEMENTS));
  only(f.general, "general.", general);
  member(f.criteria, "criteria.", ["total", "completed", "deficient"], count);
  member(f, "", ["effectiveness"], oneOf(["HIGH", "MET", "LOW"]));
  member(f.service, "service.", ["monthsWorked", "absenceMonths", "maternityMonths"], count);
  member(f.findings, "findings.", ["degradation", "unitCorruptionHandled"], flag);
  member(f, "", ["disciplines", "violationsAlreadyCounted"], Array.isArray);
  member(f[work], `${work}.`, ["assigned", "completed", "onTimeWithQuality", "exceeded"], count);
  if (leads) {
    member(f, "", ["managedUnits"], (units) => Array.isArray(units) && units.every(oneOf([...LEVELS, null])));
    member(f, "", ["unitLevel"], oneOf([...LEVELS, "NOT_APPLICABLE", null]));
  }
  const named = ["rulebook", "track", "year", "subject", "general", "criteria", "effectiveness", "service", "findings"];
  named.push("disciplines", "violationsAlreadyCounted", work, ...(leads ? ["managedUnits", "unitLevel"] : []));
  only(f, "", named);
  for (const [place, decision] of (f.disciplines ?? []).entries()) {
    for (const [name, values] of Object.entries(DISCIPLINE)) {
      member(decision, `disciplines.${place}.`, [name], oneOf(values));
    }
    // Before the amendment it mattered whether the act was done "trong quá trình thực thi nhiệm vụ".
    if (f.rulebook === "nd90-2020") member(decision, `disciplines.${place}.`, ["inPerformanceOfDuty"], flag);
  }
  return wrong;
}

// F3, in the order of its sentence.
function contradictions(f, leads) {
  const wrong = [];
  const within = (...names) => {
    const value = (name) => name.split(".").reduce((object, key) => object[key], f);
    for (let i = 1; i < names.length; ++i) {
      if (value(names[i - 1]) > value(names[i])) wrong.push(names[i - 1], names[i]);
    }
  };
  const work = leads ? "targets" : "tasks";
  within(`${work}.exceeded`, `${work}.onTimeWithQuality`, `${work}.completed`, `${work}.assigned`);
  within("criteria.completed", "criteria.total");
  within("criteria.deficient", "criteria.total");
  if (f.criteria.total - f.criteria.completed > f.criteria.deficient) wrong.push("criteria.deficient");
  // Staff whose criteria are their tasks: what is not on time with quality is deficient.
  const same = !leads && f.tasks.assigned === f.criteria.total;
  if (same && f.criteria.deficient < f.tasks.assigned - f.tasks.onTimeWithQuality) wrong.push("criteria.deficient");
  const { monthsWorked, absenceMonths, maternityMonths } = f.service;
  if (monthsWorked + absenceMonths + maternityMonths > 12) wrong.push("service");
  return wrong;
}

// Nothing, or why the facts cannot be evaluated.
export function consistency(facts, leads) {
  const wrong = misformed(facts, leads);
  if (wrong.length > 0) return { error: "invalid-field", fields: [...new Set(wrong)] };
  const contrary = contradictions(facts, leads);
  return contrary.length > 0 ? { error: "facts-inconsistent", fields: [...new Set(contrary)] } : undefined;
}
