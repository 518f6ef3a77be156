#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

using ::testing::ElementsAre;

organisation::GrantMandate a_grant(std::vector<Power> powers, Reach reach = Reach::unit, std::string_view to = "B1") {
    return granting(a_mandate("NEW", to, std::move(powers), "51-S05", reach));
}

// Its own administrators and readers: each side grants its own powers and none of the other's.
TEST(PartyStory, EachSideGrantsItsOwnPowersOnly) {
    const auto year = a_party_year();
    EXPECT_EQ(refusal_of(year.when("ADMIN", a_grant({Power::party_read}))), "not-competent");
    EXPECT_EQ(refusal_of(year.when("ADMIN", a_grant({Power::party_administer}))), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::decide}))), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::inspect}))), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::party_read, Power::decide}))), "invalid-field /powers");
    EXPECT_EQ(refusal_of(year.when("ADMIN", a_grant({Power::decide, Power::party_read}))), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::party_read}, Reach::managed))), "invalid-field /reach");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::party_read}, Reach::unit, "PADMIN"))), "self-decision");
    EXPECT_EQ(refusal_of(year.when("PADMIN", a_grant({Power::party_propose, Power::party_read}))), "accepted");
    EXPECT_EQ(refusal_of(year.when("ADMIN", a_grant({Power::decide}))), "accepted");
}

TEST(PartyMandates, AreTakenBackByTheirOwnSide) {
    const organisation::RevokeMandate party_mandate{MandateId::of("CELL.1"), PersonCode::of("CELL"),
                                                    Date::of("2023-12-05"), DocumentId::of("D1")};
    const organisation::RevokeMandate state_mandate{MandateId::of("HEAD1.1"), PersonCode::of("HEAD1"),
                                                    Date::of("2023-12-05"), DocumentId::of("D1")};
    const auto year = a_party_year();
    EXPECT_EQ(refusal_of(year.when("ADMIN", party_mandate)), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", state_mandate)), "not-competent");
    EXPECT_EQ(refusal_of(year.when("PADMIN", party_mandate)), "accepted");
    EXPECT_EQ(refusal_of(year.when("ADMIN", state_mandate)), "accepted");
}

Given without_administrator() {
    return a_rating_year()
        .at("2023-12-04T08:00")
        .and_given({a_person("INSPECTOR"), a_person("NEWCOMER"),
                    a_mandate("INSPECTOR.1", "INSPECTOR", {Power::inspect}, "51", Reach::subtree)});
}
NamePartyAdministrator a_name(std::string_view person = "NEWCOMER") {
    return {MandateId::of("FIRST"), PersonCode::of(person), Date::of("2023-12-04"), DocumentId::of("D1")};
}
ConfirmPartyAdministrator a_confirmation(std::string_view person = "NEWCOMER") {
    return {MandateId::of("FIRST"), PersonCode::of(person)};
}

TEST(PartyStory, TheFirstAdministratorIsNamedByOneAndConfirmedByAnother) {
    const auto year = without_administrator();
    EXPECT_EQ(refusal_of(year.when("OFFICER", a_name())), "not-competent");
    EXPECT_EQ(refusal_of(year.when("ADMIN", a_name("ADMIN"))), "self-decision");
    EXPECT_EQ(refusal_of(year.when("INSPECTOR", a_confirmation())), "invalid-field /mandate") << "nobody was named";
    const auto named = year.after("ADMIN", a_name());
    EXPECT_EQ(refusal_of(named.when("NEWCOMER", a_grant({Power::party_read}))), "not-competent") << "not yet";
    EXPECT_EQ(refusal_of(named.when("ADMIN", a_name())), "already-exists /mandate");
    EXPECT_EQ(refusal_of(named.when("INSPECTOR", a_confirmation("OFFICER"))), "invalid-field /mandate");
    EXPECT_EQ(refusal_of(named.when("ADMIN", a_confirmation())), "not-competent");
    const auto both = named.and_given({a_mandate("X", "ADMIN", {Power::inspect}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(both.when("ADMIN", a_confirmation())), "same-person");

    const auto decision = named.when("INSPECTOR", a_confirmation());
    EXPECT_THAT(types_of(decision), ElementsAre("party.administrator-confirmed", "mandate.granted"));
    const auto confirmed = named.and_decided(decision);
    EXPECT_EQ(refusal_of(confirmed.when("NEWCOMER", a_grant({Power::party_read}))), "accepted");
    EXPECT_EQ(refusal_of(confirmed.when("ADMIN", a_name("OFFICER"))), "already-exists")
        << "the party side keeps itself from now on";
}

// Mật, Tối mật, Tuyệt mật: number, date and place are kept, and there is no place for more.
TEST(PartyStory, OfADocumentWithASecrecyMarkOnlyNumberDateAndPlaceAreKept) {
    const auto year = a_party_year();
    auto document = a_document("MAT1", "12-QĐ/TU-Mật");
    EXPECT_EQ(refusal_of(year.when("ADMIN", document)), "classified-refused /number");
    EXPECT_EQ(year.when("ADMIN", document).error().clause, "Luật Bảo vệ bí mật nhà nước năm 2018");
    for (const auto title : {"Kết luận (Tối mật)", "Báo cáo Tuyệt mật"}) {
        auto titled = a_document("MAT1", "12-QĐ/TU");
        titled.title = Label::of(title);
        EXPECT_EQ(refusal_of(year.when("ADMIN", titled)), "classified-refused /title") << title;
    }

    const organisation::NoteClassifiedDocument note{DocumentId::of("MAT1"), Label::of("12-QĐ/TU"),
                                                    Date::of("2023-10-02"), Label::of("Két sắt số 2, Văn phòng"),
                                                    SecrecyMark::secret};
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", note)), "not-competent");
    auto nowhere = note;
    nowhere.place = {};
    EXPECT_EQ(refusal_of(year.when("ADMIN", nowhere)), "invalid-field /place");
    auto tomorrow = note;
    tomorrow.date = Date::of("2024-01-01");
    EXPECT_EQ(refusal_of(year.when("ADMIN", tomorrow)), "invalid-field /date");
    const auto noted = year.after("ADMIN", note);
    EXPECT_EQ(refusal_of(noted.when("ADMIN", note)), "already-exists /document");
    EXPECT_EQ(refusal_of(noted.when("ADMIN", a_document("MAT1"))), "already-exists /document");
    auto resting = a_grant({Power::decide});
    resting.document = DocumentId::of("MAT1");
    EXPECT_EQ(refusal_of(noted.when("ADMIN", resting)), "invalid-field /document") << "nothing rests on it here";
    EXPECT_EQ(noted.past()->registry().classified_document(DocumentId::of("MAT1"))->mark, SecrecyMark::secret);
}

}  // namespace
}  // namespace minhbach::services::party
