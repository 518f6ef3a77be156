// What is told of one person outside the dossiers: whoever opens dossiers for a purpose names one here too, and every
// dossier concerned gets its entry before a byte leaves.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

const std::vector<std::string> kAboutA1{"/v1/people/A1",
                                        "/v1/people/A1/ratings",
                                        "/v1/people/A1/activity",
                                        "/v1/notices?cycle=2023&person=A1",
                                        "/v1/dossiers?cycle=2023&person=A1",
                                        "/v1/work/2023/people/A1",
                                        "/v1/meetings/M1"};

std::string with_purpose_on(const std::string& target) {
    return target + (target.find('?') == std::string::npos ? "?" : "&") + "purpose=05%2FQ%C4%90-TTr";
}

class Purposes : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        for (const auto person : {"A1", "A2"}) done(person, services::the_form(person));
        clock_.set(Time::of("2023-11-22T10:00"));
        done("OFFICER", services::a_meeting("M1", "51-S05", {"A1", "A2"}));
        folded();
        for (const auto person : {"INSPECTOR", "HOMEAFFAIRS", "A1", "HEAD1", "DIRECTOR", "OFFICER"})
            EXPECT_EQ(get("/v1/me", person).status, 200);
    }
    std::size_t entries_of(const std::string& target, const std::string& person) {
        const auto before = access_size();
        EXPECT_EQ(get(target, person).status, 200) << target << " " << person;
        return access_size() - before;
    }
};

TEST_F(Purposes, WhoDoesNotRateNamesOneAndIsEntered) {
    for (const std::string person : {"INSPECTOR", "HOMEAFFAIRS"}) {
        for (const auto& target : kAboutA1) {
            const auto before = access_size();
            const auto without = get(target, person);
            EXPECT_EQ(without.status, 422) << target << " " << person;
            EXPECT_EQ(problem_of(without), "reason-required") << target;
            EXPECT_EQ(access_size(), before);
            // A meeting is a view of everybody discussed.
            EXPECT_EQ(entries_of(with_purpose_on(target), person), target == "/v1/meetings/M1" ? 2u : 1u) << target;
        }
    }
    const auto entry = events::decode(log_->read(events::Ledger::access, {access_size() - 1}));
    const auto& viewed = entry.event.get<DossierViewed>();
    EXPECT_EQ(viewed.view.str(), "meeting");
    EXPECT_EQ(viewed.purpose.str(), "05/QĐ-TTr");
}

TEST_F(Purposes, TheHeaderWillDo) {
    EXPECT_EQ(get("/v1/people/A1/ratings", "INSPECTOR", {{"Purpose", "05%2FQ%C4%90-TTr"}}).status, 200);
}

TEST_F(Purposes, ThePersonAndThoseWhoRateReadOn) {
    for (const std::string person : {"A1", "HEAD1", "DIRECTOR", "OFFICER"})
        for (const auto& target : kAboutA1)
            if (target != "/v1/meetings/M1" || person != "HEAD1") EXPECT_EQ(entries_of(target, person), 0u) << target;
    // HEAD1 chaired the meeting of the department without seeing all of it.
    EXPECT_EQ(entries_of("/v1/meetings/M1", "HEAD1"), 0u);
}

TEST_F(Purposes, AListOfManyAsksForNone) {
    EXPECT_EQ(entries_of("/v1/dossiers?cycle=2023", "INSPECTOR"), 0u);
    EXPECT_EQ(entries_of("/v1/notices?cycle=2023", "INSPECTOR"), 0u);
}

TEST_F(Purposes, APurposeOpensNothingThatIsNotToBeSeen) {
    const auto before = access_size();
    EXPECT_EQ(get(with_purpose_on("/v1/people/B1/ratings"), "HEAD1").status, 404);
    EXPECT_EQ(get(with_purpose_on("/v1/people/NOBODY/ratings"), "HEAD1").status, 404);
    EXPECT_EQ(text_at(get(with_purpose_on("/v1/dossiers?cycle=2023&person=B1"), "HEAD1"), "data/items"), "[0]");
    EXPECT_EQ(access_size(), before);
}

}  // namespace
}  // namespace minhbach::api::routes
