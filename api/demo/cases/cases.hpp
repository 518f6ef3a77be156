// The planted cases: one file per question. Each hires its people and sets what is special about their way, adds the
// acts it takes upon itself, and says the answer that is expected.
#pragma once

#include <string>
#include <vector>

#include "api/demo/acts.hpp"
#include "api/demo/cases/json.hpp"
#include "services/evaluation/commands.hpp"

namespace minhbach::api::demo {

struct Case {
    std::string name;                   // "q01"
    std::vector<int> questions;         // of the inspector that lean on it
    int people = 0;                     // at most; 0: it plants nobody
    bool deputies = false;              // deputies of the agencies take part
    std::vector<std::string> leans_on;  // other cases
    void (*hire)(World&) = nullptr;
    void (*act)(Plan&, const World&) = nullptr;
    std::vector<Json::Member> (*answer)(const World&) = nullptr;  // "keys", "expected"
};

// In the order in which they are planted while there are people; small ones first.
const std::vector<Case>& cases();

// Everything before the first act: units, people, ways, calendar. Says which cases were left out.
struct Planned {
    World world;
    std::vector<std::string> left_out;
};
Planned plan_world(const DemoOptions& options);

// Helpers of the cases.
PersonPlan& hire_staff(World& world, int block, const std::string& unit, Level facts = Level::good,
                       SubjectClass subject_class = SubjectClass::civil_servant);
PersonPlan& hire_leader(World& world, int block, const std::string& unit, const std::string& title, bool head,
                        const std::string& managed_by, SubjectClass subject_class = SubjectClass::civil_servant);
std::vector<Json> person_keys(const World& world,
                              const std::vector<std::string>& names);  // {key, personCode, dossier, unit}
Json person_json(const World& world, const std::string& name);
std::vector<PersonCode> people_of(const World& world, const std::string& unit);

Case case_q01();
Case case_q02();
Case case_q03();
Case case_q05();
Case case_q06();
Case case_q09();
Case case_q10();
Case case_q11();
Case case_q12();
Case case_q13();
Case case_q14();
Case case_q15();
Case case_q16();
Case case_q17();
Case case_q22();
Case case_q24();
Case case_q25();
Case case_q28();
Case case_q28_changes();
Case case_homonyms();
Case case_relations();
Case case_report();
Case case_remediation();

}  // namespace minhbach::api::demo
