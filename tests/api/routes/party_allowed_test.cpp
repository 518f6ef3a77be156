// What may be done on the party side: the same answer as the act itself would get, and nothing for the state side.
#include "doors.hpp"
#include "given_party.hpp"
#include "services/party/collective.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

class PartyAllowed : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        clock_.set(Time::of("2023-12-04T08:00"));
        write(services::a_party_side());
        write(services::state_levels());
        application_.reset();
        application_ = std::make_unique<Application>(*log_, clock_, store());
        again();
        folded();
    }
    // "" where the act is allowed, else the type of what stands in its way; "absent" where it is not named.
    std::string obstacle(const std::string& target, const std::string& person, std::string_view action) {
        const auto response = get(target, person);
        if (response.status != 200) return std::to_string(response.status);
        const auto document = json::Document::parse(response.content()).value();
        for (const auto line : tests::at(document.root(), "data/actions")->elements()) {
            if (tests::member(line, "action")->string() != action) continue;
            const auto type = tests::at(line, "obstacle/type");
            EXPECT_EQ(tests::member(line, "allowed")->boolean(), !type.has_value());
            return type ? std::string(type->string()) : "";
        }
        return "absent";
    }
    std::string on_member(const std::string& person, std::string_view action) {
        return obstacle("/v1/party/dossiers/2023.A2/allowed-actions", person, action);
    }
    std::string on_cell(const std::string& person, std::string_view action) {
        return obstacle("/v1/party/collectives/2023/51-S05/CB1/allowed-actions", person, action);
    }
    std::string at_committee(const std::string& person, std::string_view action) {
        return obstacle("/v1/party/committees/51-S05/allowed-actions?cycle=2023", person, action);
    }
};

TEST_F(PartyAllowed, AMembersDossierSaysWhoseTurnItIs) {
    done("OFFICER", services::the_hand_over());
    done("SECRETARY", services::its_receipt());
    EXPECT_EQ(at_committee("CELL", "open-party-dossiers"), "");
    done("CELL", services::the_cell());
    EXPECT_EQ(on_member("A2", "file-party-self-review"), "");
    EXPECT_EQ(on_member("CELL", "file-party-self-review"), "not-competent");
    EXPECT_EQ(on_member("CELL", "appraise-party-member"), "step-order");
    EXPECT_EQ(on_member("CELL", "exempt-party-member"), "");
    done("A2", services::a_self_review("A2"));
    EXPECT_EQ(on_member("CELL", "appraise-party-member"), "");
    EXPECT_EQ(on_member("CELL", "count-party-ballot"), "step-order");
    EXPECT_EQ(on_member("A2", "appraise-party-member"), "self-decision");
    done("CELL", services::an_appraisal("A2", Level::good));
    EXPECT_EQ(on_member("CELL", "count-party-ballot"), "");
    EXPECT_EQ(on_member("CELL", "propose-party-level"), "step-order");
    done("CELL", services::a_ballot("A2"));
    EXPECT_EQ(on_member("SECRETARY", "decide-party-ratings"), "step-order");
    done("CELL", party::ProposePartyLevel{services::dossier_of("A2"), Level::good, {}});
    EXPECT_EQ(on_member("SECRETARY", "decide-party-ratings"), "");
    EXPECT_EQ(on_member("CELL", "decide-party-ratings"), "not-competent");
    EXPECT_EQ(on_member("SECRETARY", "issue-party-notice"), "step-order");
    done("SECRETARY", services::a_party_decision({services::a_party_line("A2")}));
    EXPECT_EQ(on_member("SECRETARY", "issue-party-notice"), "");
    EXPECT_EQ(on_member("SECRETARY", "share-party-decision"), "");
    EXPECT_EQ(on_member("SECRETARY", "re-rate-party-member"), "");
    EXPECT_EQ(on_member("SECRETARY", "decide-party-ratings"), "step-order");
    EXPECT_EQ(on_member("A2", "file-party-objection"), "step-order") << "after the notice";
    done("SECRETARY", party::IssuePartyNotice{services::dossier_of("A2"), services::a_party_paper("16-TB/ĐU")});
    EXPECT_EQ(on_member("A2", "file-party-objection"), "");
    EXPECT_EQ(on_member("SECRETARY", "resolve-party-objection"), "absent") << "there is none";
}

TEST_F(PartyAllowed, AnOrganisationSaysWhatComesNext) {
    EXPECT_EQ(at_committee("SECRETARY", "open-party-collective"), "");
    EXPECT_EQ(on_cell("SECRETARY", "self-rate-party-collective"), "404") << "it is not on the list yet";
    const auto opened = post("/v1/party/collectives/2023/51-S05", "SECRETARY",
                             R"({"organisation":"CB1","name":"Chi bộ 1","organisationKind":"CELL",)"
                             R"("kind":"ORGANISATION_UNIT","unit":"51-S05","rulebook":"qd124-2023"})");
    ASSERT_EQ(opened.status, 201) << opened.content();
    EXPECT_EQ(on_cell("CELL", "self-rate-party-collective"), "");
    EXPECT_EQ(on_cell("CELL", "appraise-party-collective"), "step-order");
    EXPECT_EQ(on_cell("SECRETARY", "rate-party-collective"), "step-order");
    const auto self = post("/v1/party/collectives/2023/51-S05/CB1/self-rating", "CELL",
                           R"({"level":"GOOD","ground":"Theo báo cáo"})", {{"If-Match", "\"1\""}});
    ASSERT_EQ(self.status, 201) << self.content();
    EXPECT_EQ(on_cell("CELL", "appraise-party-collective"), "");
    EXPECT_EQ(on_cell("CELL", "count-party-collective-ballot"), "step-order");
    const auto actions = get("/v1/party/collectives/2023/51-S05/CB1/allowed-actions", "CELL");
    EXPECT_EQ(text_at(actions, "data/revision"), "2");
}

TEST_F(PartyAllowed, NobodyOfTheStateIsToldWhatThePartyMayDo) {
    done("OFFICER", services::the_hand_over());
    done("SECRETARY", services::its_receipt());
    done("CELL", services::the_cell());
    for (const auto stranger : {"INSPECTOR", "ADMIN", "CHAIR", "DIRECTOR", "HOMEAFFAIRS", "OFFICER", "A3"}) {
        EXPECT_EQ(on_member(stranger, "file-party-self-review"), "404") << stranger;
        EXPECT_EQ(at_committee(stranger, "open-party-dossiers"), "404") << stranger;
        EXPECT_EQ(on_cell(stranger, "self-rate-party-collective"), "404") << stranger;
    }
    EXPECT_EQ(get("/v1/party/committees/51-S05/allowed-actions", "CELL").status, 400) << "of which cycle";
    EXPECT_EQ(obstacle("/v1/party/dossiers/2023.NOBODY/allowed-actions", "CELL", "x"), "404");
}

}  // namespace
}  // namespace minhbach::api::routes
