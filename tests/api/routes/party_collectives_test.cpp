// Party organisations, objections and acts from paper at the doors of the party side; the share of excellent among
// collectives at those of the state.
#include "doors.hpp"
#include "given_party.hpp"
#include "services/party/collective.hpp"
#include "services/party/objection.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

class PartyOrganisationDoors : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        clock_.set(Time::of("2023-12-04T08:00"));
        write(services::a_party_side());
        write(services::state_levels());
        application_.reset();
        application_ = made();
        again();
        folded();
    }
    const std::string kCollectives = "/v1/party/collectives/2023/51-S05";
    const std::string kPaper = R"({"number":"19-QĐ/ĐU","date":"2023-12-01","issuer":"Đảng ủy Sở Tài chính"})";

    void open_dossier() {
        const auto response = post(kCollectives, "SECRETARY",
                                   R"({"organisation":"CB1","name":"Chi bộ 1","organisationKind":"CELL",)"
                                   R"("kind":"ORGANISATION_UNIT","unit":"51-S05","rulebook":"qd124-2023"})");
        ASSERT_EQ(response.status, 201) << response.content();
    }
};

TEST_F(PartyOrganisationDoors, AnOrganisationIsRatedInItsSteps) {
    open_dossier();
    const auto step = [&](const std::string& what, const std::string& by, const std::string& body,
                          const std::string& revision) {
        return post(kCollectives + "/CB1/" + what, by, body, {{"If-Match", "\"" + revision + "\""}});
    };
    const auto decision = R"({"level":"GOOD","paper":)" + kPaper + "}";
    EXPECT_EQ(problem_of(step("decision", "SECRETARY", decision, "1")), "step-order");
    const auto self = step("self-rating", "CELL", R"({"level":"GOOD","ground":"Theo báo cáo"})", "1");
    ASSERT_EQ(self.status, 201) << self.content();
    const auto appraised = step("appraisal", "CELL",
                                R"({"criteria":[{"name":"Xây dựng Đảng","kind":"GENERAL","basic":true,"grade":"GOOD"},
        {"name":"Kết quả lãnh đạo","kind":"RESULT","basic":true,"grade":"GOOD"}],
        "targets":{"assigned":10,"completed":10,"mainTargetsMissed":false,"forceMajeure":false},
        "subordinates":0,"opinion":"Nhất trí","proposed":"GOOD"})",
                                "2");
    ASSERT_EQ(appraised.status, 201) << appraised.content();
    const auto ballot = step("ballot", "CELL",
                             R"({"heldOn":"2023-12-04","present":7,"excellent":0,"good":7,"completed":0,)"
                             R"("notCompleted":0,"invalid":0,"notReturned":0,"minutes":)" +
                                 kPaper + "}",
                             "3");
    ASSERT_EQ(ballot.status, 201) << ballot.content();
    const auto rated = step("decision", "SECRETARY", decision, "4");
    ASSERT_EQ(rated.status, 201) << rated.content();
    EXPECT_EQ(text_at(rated, "links/resource"), kCollectives);
    folded();

    const auto list = get(kCollectives, "PREADER");
    ASSERT_EQ(list.status, 200) << list.content();
    EXPECT_EQ(text_at(list, "data/items/0/level"), "GOOD");
    EXPECT_EQ(text_at(list, "data/shares/0/standing/base"), "1");
    EXPECT_EQ(text_at(list, "data/shares/0/standing/excellentMax"), "0");
    const auto whole = get(kCollectives + "/CB1", "SECRETARY");
    ASSERT_EQ(whole.status, 200) << whole.content();
    EXPECT_EQ(text_at(whole, "data/decisions/0/event/level"), "GOOD");
    EXPECT_NE(whole.content().find("Điều 12"), std::string::npos) << "the trace of clauses";
    for (const auto stranger : {"INSPECTOR", "ADMIN", "CHAIR", "DIRECTOR", "HOMEAFFAIRS", "OFFICER", "A3", "PADMIN"}) {
        EXPECT_EQ(get(kCollectives, stranger).status, 404) << stranger;
        EXPECT_EQ(get(kCollectives + "/CB1", stranger).status, 404) << stranger;
    }
}

TEST_F(PartyOrganisationDoors, WhatThePartyRatesIsInNoListOfTheState) {
    open_dossier();
    folded();
    const auto position = log_->size(events::Ledger::main) - 1;
    const auto entry = get("/v1/log/entries/" + std::to_string(position), "INSPECTOR");
    EXPECT_EQ(entry.content().find("Chi bộ 1"), std::string::npos) << entry.content();
    const auto trace = get("/v1/units/51-S05/activity", "INSPECTOR");
    EXPECT_EQ(trace.status, 200) << trace.content();
    EXPECT_EQ(trace.content().find("CB1"), std::string::npos);
}

TEST_F(PartyOrganisationDoors, AnObjectionGoesItsWayInTheDossier) {
    done("OFFICER", services::the_hand_over());
    done("SECRETARY", services::its_receipt());
    done("CELL", services::the_cell());
    auto review = services::a_self_review("A2");
    review.on_paper = party::PartyOnPaper{services::a_party_paper("02-KĐ"), Time::of("2023-12-01T09:00"),
                                          Label::of("Cặp 12"), PersonCode::of("A2")};
    done("CELL", review);
    done("CELL", services::an_appraisal("A2", Level::good));
    done("CELL", services::a_ballot("A2"));
    const auto dossier = services::dossier_of("A2");
    done("CELL", party::ProposePartyLevel{dossier, Level::good, {}});
    done("SECRETARY", services::a_party_decision({services::a_party_line("A2")}));
    done("SECRETARY", party::IssuePartyNotice{dossier, services::a_party_paper("16-TB/ĐU")});
    const std::string at = "/v1/party/dossiers/2023.A2";
    const auto filed = post(at + "/objections", "A2",
                            R"({"objection":"KN1","kind":"PETITION","decision":5,"grounds":"Thiếu nhiệm vụ"})");
    ASSERT_EQ(filed.status, 201) << filed.content();
    EXPECT_EQ(problem_of(post(at + "/objections/KN1/receipt", "CELL", R"({"resolver":"DIRECTOR"})")), "not-competent");
    const auto taken = post(at + "/objections/KN1/receipt", "CELL", R"({"resolver":"SECRETARY"})");
    ASSERT_EQ(taken.status, 201) << taken.content();
    const auto resolved =
        post(at + "/objections/KN1/resolution", "SECRETARY",
             R"({"outcome":"REJECTED","reasons":"Đã tính đủ","paper":)" + kPaper + "}", {{"If-Match", "\"9\""}});
    ASSERT_EQ(resolved.status, 201) << resolved.content();
    folded();
    const auto found = get(at, "A2");
    EXPECT_EQ(text_at(found, "data/resolutions/0/event/outcome"), "REJECTED") << found.content();
    EXPECT_EQ(text_at(found, "data/receipts/0/event/termBasis"), "quy định nội bộ");
    EXPECT_EQ(text_at(found, "data/selfReviews/0/event/transcript/place"), "Cặp 12");
}

TEST_F(PartyOrganisationDoors, TheShareOfExcellentAmongCollectivesShowsWhoIsAboveIt) {
    write(services::steps_taken("51-S05.P1", Level::excellent) + services::steps_taken("51-S05.P2"));
    application_.reset();
    application_ = made();
    again();
    folded();
    const auto found = get("/v1/cycles/2023/units/51-S05/collective-quota", "DIRECTOR");
    ASSERT_EQ(found.status, 200) << found.content();
    EXPECT_EQ(text_at(found, "data/groups/0/wanted/0"), "51-S05.P1");
    EXPECT_EQ(text_at(found, "data/groups/0/above"), "1");
    EXPECT_EQ(text_at(found, "data/groups/0/standing/maxExcellent"), "0");
    EXPECT_EQ(text_at(found, "data/groups/0/undecided/0"), "51-S05.T1");
    EXPECT_NE(found.content().find("TOTAL_STAFF"), std::string::npos) << "every reading is shown";
    EXPECT_EQ(get("/v1/cycles/2023/units/51-S05/collective-quota", "TEACHER").status, 404);
}

}  // namespace
}  // namespace minhbach::api::routes
