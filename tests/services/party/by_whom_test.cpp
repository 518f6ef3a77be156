// Who takes a step of the party track is what the rulebook of the dossier says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::party {
namespace {

// The rulebook in which appraisals of members are made by the committee instead of the cell's committee.
std::shared_ptr<const law::Rulebook> appraised_by_the_committee() {
    auto text = (*law::find_rulebook(kPartyRulebook))->text();
    const std::string was = R"("by":["CELL_COMMITTEE"])";
    text.replace(text.find(was), was.size(), R"("by":["PARTY_COMMITTEE"])");
    return law::Rulebook::read(text).value();
}

TEST(PartyByWhom, AnAppraisalIsMadeByWhomTheRulebookNames) {
    const auto open = received().after("CELL", the_cell()).after("A1", a_self_review("A1"));
    EXPECT_TRUE(open.when("CELL", an_appraisal("A1")));
    const auto other = open.under(appraised_by_the_committee());
    const auto refused = other.when("CELL", an_appraisal("A1"));
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_TRUE(other.when("SECRETARY", an_appraisal("A1")));
}

}  // namespace
}  // namespace minhbach::services::party
