// Who takes a step of the party track is what the rulebook of the dossier says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"
#include "other_actor.hpp"

namespace minhbach::services::party {
namespace {

std::shared_ptr<const law::Rulebook> party_rules_with(std::string_view clause, std::string_view was,
                                                      std::string_view by) {
    return with_actor(clause, was, by, **law::find_rulebook(kPartyRulebook));
}

TEST(PartyByWhom, AnAppraisalIsMadeByWhomTheRulebookNames) {
    const auto open = received().after("CELL", the_cell()).after("A1", a_self_review("A1"));
    EXPECT_TRUE(open.when("CELL", an_appraisal("A1")));
    const auto other = open.under(party_rules_with("qd124.11/step-2", "CELL_COMMITTEE", "PARTY_COMMITTEE"));
    const auto refused = other.when("CELL", an_appraisal("A1"));
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_TRUE(other.when("SECRETARY", an_appraisal("A1")));
}

}  // namespace
}  // namespace minhbach::services::party
