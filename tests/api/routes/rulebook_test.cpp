// A rulebook as people read it: its procedure, forms and terms, in both languages, each with its clause.
#include <gmock/gmock.h>

#include <set>

#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

using ::testing::HasSubstr;

class RulebookRoute : public Doors {};

TEST_F(RulebookRoute, ShowsProcedureFormsAndTermsInBothLanguages) {
    for (const auto* id : {"nd90-2020", "nd90-48-2023", "qd124-2023"}) {
        const auto response = get(std::string("/v1/rulebooks/") + id, "A1");
        ASSERT_EQ(response.status, 200) << response.content().substr(0, 500);
        const auto document = json::Document::parse(response.content()).value();
        std::set<std::string> clauses, named;
        std::set<std::string> parts;
        for (const auto& [part, value] : document.root().members()) {
            parts.emplace(part);
            if (value.kind() != json::Kind::array) continue;
            for (const auto entry : value.elements())
                for (const auto& [name, member] : entry.members()) {
                    if (name == "clause") (part == "clauses" ? clauses : named).emplace(member.string());
                    if (name != "title" && name != "without" && name != "requirement" && name != "text") continue;
                    std::set<std::string> languages;
                    for (const auto& [language, text] : member.members())
                        if (!text.string().empty()) languages.emplace(language);
                    EXPECT_EQ(languages, (std::set<std::string>{"en", "vi"})) << id << " " << part << " " << name;
                }
        }
        for (const auto* part : {"procedure", "opinions", "compositions", "forms", "terms", "readings"})
            EXPECT_TRUE(parts.contains(part)) << id << " " << part;
        EXPECT_GT(named.size(), 10U);
        for (const auto& clause : named) EXPECT_TRUE(clauses.contains(clause)) << id << " " << clause;
    }
}

TEST_F(RulebookRoute, SaysWhetherAClauseIsLawOrAnInternalRule) {
    const auto response = get("/v1/rulebooks/nd90-48-2023", "A1");
    const auto body = response.content();
    EXPECT_THAT(body, HasSubstr(R"("citation":"quy định nội bộ","clause":"internal.notice","kind":"INTERNAL_RULE")"));
    EXPECT_THAT(body, HasSubstr(R"("sourceConfidence":"EXACT")"));
    EXPECT_EQ(problem_of(get("/v1/rulebooks/nd90-48-2024", "A1")), "unknown-rulebook");
}

}  // namespace
}  // namespace minhbach::api::routes
