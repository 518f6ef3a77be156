// Reads: who sees what, what is entered before it is shown, as known then, conditional requests.
#include "api/routes/all.hpp"
#include "decided.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/proof.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kDossier = "/v1/dossiers/2023.A1";

class Reads : public Met {
protected:
    // A1 is discussed, proposed GOOD, changed to EXCELLENT.
    void propose() {
        using namespace services;
        meet();
        done("OFFICER",
             minutes_of("M1", {{PersonCode::of("A1"), 1, PersonCode::of("A2"), Text::of("Có nhiều cố gắng.")}}));
        clock_.set(Time::of("2023-11-24T10:00"));
        auto first = a_proposal("A1", Level::good);
        first.reason = Text::of("Theo ý kiến của cuộc họp.");
        done("OFFICER", first);
        clock_.set(Time::of("2023-11-27T16:40"));
        auto change = a_proposal("A1", Level::excellent);
        change.reason = Text::of("Bổ sung sản phẩm.");
        done("OFFICER", change);
        folded();
    }
    int status(const std::string& target, const std::string& person) { return get(target, person).status; }
};

TEST_F(Reads, EachPersonSeesWhatConcernsTheWork) {
    EXPECT_EQ(status(kDossier, "A1"), 200);
    EXPECT_EQ(status(kDossier, "HEAD1"), 200);
    EXPECT_EQ(status(kDossier, "DIRECTOR"), 200);
    EXPECT_EQ(status(kDossier, "OFFICER"), 200);
    EXPECT_EQ(status(kDossier, "A2"), 404);
    EXPECT_EQ(status(kDossier, "HEAD2"), 404);
    EXPECT_EQ(status(kDossier, "PRINCIPAL"), 404);
    EXPECT_EQ(status(kDossier, "ADMIN"), 404);
    EXPECT_EQ(status("/v1/dossiers/2023.NOBODY", "INSPECTOR"), 404);
    EXPECT_EQ(status("/v1/people/A1/ratings", "A1"), 200);
    EXPECT_EQ(status("/v1/people/A1/ratings", "A2"), 404);
    EXPECT_EQ(status("/v1/people/A1", "ADMIN"), 404);
}

TEST_F(Reads, WhoDoesNotRateNamesAPurpose) {
    const auto without = get(kDossier, "INSPECTOR");
    EXPECT_EQ(without.status, 422);
    EXPECT_EQ(problem_of(without), "reason-required");
    EXPECT_EQ(status(kDossier + kPurpose, "INSPECTOR"), 200);
    EXPECT_EQ(get(kDossier, "INSPECTOR", {{"Purpose", "05%2FQ%C4%90-TTr"}}).status, 200);
    EXPECT_EQ(status(kDossier, "HOMEAFFAIRS"), 422);
    EXPECT_EQ(status(kDossier + kPurpose, "HOMEAFFAIRS"), 200);
}

TEST_F(Reads, AViewIsEnteredBeforeItIsShown) {
    EXPECT_EQ(status("/v1/me", "INSPECTOR"), 200);
    const auto before = access_size();
    const auto first = get(kDossier + kPurpose, "INSPECTOR");
    ASSERT_EQ(first.status, 200);
    ASSERT_EQ(access_size(), before + 1);
    const auto entry = events::decode(log_->read(events::Ledger::access, {before}));
    const auto& viewed = entry.event.get<DossierViewed>();
    EXPECT_EQ(viewed.dossier.str(), "2023.A1");
    EXPECT_EQ(viewed.purpose.str(), "05/QĐ-TTr");
    EXPECT_EQ(viewed.view.str(), "dossier");
    // Within the minute it is one view; another view is another entry; a 304 is a view too.
    EXPECT_EQ(status(kDossier + kPurpose, "INSPECTOR"), 200);
    EXPECT_EQ(access_size(), before + 1);
    EXPECT_EQ(status(kDossier + "/timeline" + kPurpose, "INSPECTOR"), 200);
    EXPECT_EQ(access_size(), before + 2);
    clock_.set(Time::of("2023-11-20T08:02"));
    const auto same = get(kDossier + kPurpose, "INSPECTOR", {{"If-None-Match", header_of(first, "ETag")}});
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(access_size(), before + 3);
}

TEST_F(Reads, TheAnswerSaysOnWhatItRests) {
    const auto response = get(kDossier, "A1");
    EXPECT_EQ(text_at(response, "asOf/position"), std::to_string(main_size() - 1));
    EXPECT_EQ(text_at(response, "asOf/complete"), "true");
    EXPECT_EQ(text_at(response, "asOf/simulated"), "true");
    EXPECT_EQ(text_at(response, "asOf/checkpoint/root").size(), 64u);
    EXPECT_EQ(header_of(response, "Minhbach-Simulated"), "?1");
    EXPECT_EQ(header_of(response, "Cache-Control"), "private, no-cache");
}

TEST_F(Reads, ADossierAsItWasKnown) {
    propose();
    const auto now = get(kDossier, "A1");
    EXPECT_EQ(text_at(now, "data/line/proposedLevel"), "EXCELLENT");
    const auto then = get(kDossier + "?known_as_of=2023-11-25T24:00", "A1");
    ASSERT_EQ(then.status, 200) << then.content();
    EXPECT_EQ(text_at(then, "data/line/proposedLevel"), "GOOD");
    EXPECT_NE(text_at(then, "asOf/knownAsOf"), text_at(then, "asOf/position"));
    EXPECT_EQ(get(kDossier + "?known_as_of=2019-01-01T00:00", "A1").status, 404);
    EXPECT_EQ(get(kDossier + "?known_as_of=hom-qua", "A1").status, 400);
    EXPECT_EQ(get(kDossier + "?known_as_of=999999", "A1").status, 503);
}

TEST_F(Reads, WhatChangedBetweenTheMeetingAndNow) {
    propose();
    const auto diff = get(kDossier + "/diff?from=MEETING&to=NOW", "A1");
    ASSERT_EQ(diff.status, 200) << diff.content();
    EXPECT_EQ(text_at(diff, "data/changes"), "[1]");
    EXPECT_EQ(text_at(diff, "data/changes/0/act/by/actor"), "OFFICER");
    EXPECT_EQ(text_at(diff, "data/changes/0/competence/now/competent"), "true");
    EXPECT_EQ(status(kDossier + "/timeline?types=proposal.made&events=true", "A1"), 200);
    EXPECT_EQ(status(kDossier + "/self-assessments", "A1"), 200);
    EXPECT_EQ(status(kDossier + "/views", "A1"), 200);
    EXPECT_EQ(status(kDossier + "/views", "HEAD1"), 404);
}

TEST_F(Reads, WhatMayBeDoneComesWithTheReasonWhenNot) {
    const auto mine = get(kDossier + "/allowed-actions", "A1");
    ASSERT_EQ(mine.status, 200) << mine.content();
    EXPECT_EQ(text_at(mine, "data/actions/0/action"), "file-self-assessment");
    EXPECT_EQ(text_at(mine, "data/actions/0/allowed"), "true");
    const auto size = access_size();
    const auto of_director = get(kDossier + "/allowed-actions", "DIRECTOR");
    EXPECT_EQ(text_at(of_director, "data/actions/6/action"), "decide-rating");
    EXPECT_EQ(text_at(of_director, "data/actions/6/allowed"), "false");
    EXPECT_NE(text_at(of_director, "data/actions/6/obstacle/detail"), "(absent)");
    EXPECT_EQ(text_at(of_director, "data/revision"), "1");
    EXPECT_EQ(access_size(), size + 1);  // the first use of the director's token; rehearsing is no refusal
}

TEST_F(Reads, GroundsBeforeAndAfterTheProposal) {
    propose();
    const auto sheet = get(kDossier + "/grounds", "OFFICER");
    ASSERT_EQ(sheet.status, 200) << sheet.content();
    EXPECT_EQ(text_at(sheet, "data/proposals"), "[2]");
    EXPECT_EQ(text_at(sheet, "data/advice/level"), "EXCELLENT");
    EXPECT_NE(text_at(sheet, "data/advice/trace/0/citation"), "(absent)");
}

TEST_F(Reads, ListsHoldWhatOneMaySeeInVietnameseOrder) {
    const auto all = get("/v1/dossiers?cycle=2023&limit=500", "INSPECTOR");
    ASSERT_EQ(all.status, 200) << all.content();
    EXPECT_EQ(text_at(all, "data/total"), "11");
    EXPECT_EQ(text_at(all, "asOf/complete"), "true");
    const auto page = get("/v1/dossiers?cycle=2023&limit=2", "INSPECTOR");
    EXPECT_EQ(text_at(page, "data/items"), "[2]");
    EXPECT_EQ(text_at(page, "data/items/0/name"), text_at(all, "data/items/0/name"));
    const std::string link = header_of(page, "Link");
    ASSERT_FALSE(link.empty());
    const auto next = get(link.substr(1, link.find('>') - 1), "INSPECTOR");
    EXPECT_EQ(text_at(next, "data/items/0/name"), text_at(all, "data/items/2/name"));
    const auto of_head = get("/v1/dossiers?cycle=2023", "HEAD1");
    EXPECT_EQ(text_at(of_head, "data/items"), "[4]");
    EXPECT_EQ(text_at(of_head, "asOf/complete"), "false");
    const auto own = get("/v1/dossiers?cycle=2023", "A1");
    EXPECT_EQ(text_at(own, "data/items"), "[1]");
    const auto none = get("/v1/dossiers?cycle=2023&unit=51-S05", "ADMIN");
    EXPECT_EQ(text_at(none, "data/items"), "[0]");
    EXPECT_EQ(status("/v1/dossiers", "INSPECTOR"), 400);
    EXPECT_EQ(status("/v1/dossiers?cycle=2023&limit=0", "INSPECTOR"), 400);
    EXPECT_EQ(status("/v1/dossiers?cycle=2023&cursor=xyz", "INSPECTOR"), 400);
    EXPECT_EQ(text_at(get("/v1/dossiers?cycle=2023&search=hong%20dao", "INSPECTOR"), "data/items"), "[1]");
}

TEST_F(Reads, EveryOtherQuestionIsAnsweredAsTheDocumentSays) {
    propose();
    for (const std::string target : {"/v1/units",
                                     "/v1/units/51-S05",
                                     "/v1/units/51-S05/activity",
                                     "/v1/units/51-S05/raters?cycle=2023",
                                     "/v1/people/A1?purpose=05",
                                     "/v1/people/A1/ratings?purpose=05",
                                     "/v1/people/A1/activity?purpose=05",
                                     "/v1/actors/OFFICER/activity?types=proposal.made",
                                     "/v1/cycles",
                                     "/v1/cycles/2023",
                                     "/v1/cycles/2023/distribution",
                                     "/v1/cycles/2023/files",
                                     "/v1/cycles/2023/files?district=534",
                                     "/v1/cycles/2023/files/51-S05",
                                     "/v1/cycles/2023/settlements/51-S05",
                                     "/v1/cycles/2023/collectives/51-S05",
                                     "/v1/cycles/2023/meetings",
                                     "/v1/meetings/M1?purpose=05",
                                     "/v1/documents/QD1",
                                     "/v1/mandates/OFFICER.1",
                                     "/v1/findings?cycle=2023",
                                     "/v1/findings?cycle=2023&type=retro_authority,last-minute",
                                     "/v1/notices?cycle=2023",
                                     "/v1/work/2023/people/A1?purpose=05",
                                     "/v1/work/2023/units/51-S05",
                                     "/v1/access/refusals",
                                     "/v1/rulebooks",
                                     "/v1/rulebooks/qd124-2023",
                                     "/v1/me",
                                     "/v1/competence?actor=OFFICER&power=PROPOSE&subject=A1&at=2023-11-24T10:00",
                                     "/v1/log",
                                     "/v1/log/entries/3",
                                     "/v1/log/entries/3/proof",
                                     "/v1/log/consistency?from=3",
                                     "/v1/openapi.json",
                                     "/healthz",
                                     "/readyz",
                                     "/v1/health",
                                     "/metrics",
                                     "/docs"}) {
        const auto response = get(target, "INSPECTOR");
        EXPECT_EQ(response.status, 200) << target << " " << response.content().substr(0, 500);
    }
}

TEST_F(Reads, MinutesAreShownToThoseTheyConcern) {
    propose();
    EXPECT_EQ(text_at(get("/v1/meetings/M1", "OFFICER"), "data/minutes/0/event/opinions"), "[1]");
    EXPECT_EQ(text_at(get("/v1/meetings/M1", "A1"), "data/minutes/0/event/opinions"), "[1]");
    // A3 sat in the meeting but was not discussed.
    EXPECT_EQ(text_at(get("/v1/meetings/M1", "A3"), "data/minutes/0/event/opinions"), "[0]");
    EXPECT_EQ(get("/v1/meetings/M1", "B1").status, 404);
}

TEST_F(Reads, TheLogProvesItself) {
    log_->publish_checkpoint(events::Ledger::main);
    const auto note = get("/log/checkpoint", "");
    ASSERT_EQ(note.status, 200);
    const auto vkey = events::merkle::NoteVerifier::parse(log_->vkey()).value();
    const auto checkpoint = events::merkle::open_checkpoint(note.content(), vkey).value();
    EXPECT_EQ(get("/log/tile/0/000.p/3", "").status, 200);
    EXPECT_EQ(get("/log/tile/0/000.p/3", "").content().size(), 96u);
    EXPECT_EQ(get("/log/tile/0/999", "").status, 404);
    EXPECT_EQ(get("/log/tile/quatsch", "").status, 404);
    EXPECT_EQ(get("/log/tile/entries/000.p/3", "").status, 401);
    EXPECT_EQ(get("/log/tile/entries/000.p/3", "A1").status, 404);
    EXPECT_EQ(get("/log/tile/entries/000.p/3", "ADMIN").status, 200);
    EXPECT_EQ(get("/log/access/checkpoint", "").status, 200);
    EXPECT_EQ(header_of(get("/log/tile/0/000.p/3", ""), "Cache-Control"), "public, max-age=31536000, immutable");

    const auto proof = get("/v1/log/entries/3/proof", "");
    EXPECT_GE(std::stoull(text_at(proof, "size")), checkpoint.size);
    EXPECT_EQ(get("/v1/log/entries/99999999/proof", "").status, 404);
    EXPECT_EQ(get("/v1/log/entries/3", "A1").status, 404);
    EXPECT_EQ(text_at(get("/v1/log/entries/3", "ADMIN"), "data/leafHash"), text_at(proof, "leafHash"));
    EXPECT_EQ(get("/v1/log/consistency?from=3&to=1", "").status, 400);
}

TEST_F(Reads, RulesAnswerWithoutSignIn) {
    const auto quota = ask(
        {"POST",
         "/v1/rules/quota",
         "",
         {{"Content-Type", "application/json"}},
         R"({"base":"GOOD","percent":20,"rounding":"FLOOR","excellent":1,"good":29,"completed":0,"notCompleted":0,"notRated":0,"staff":30})"});
    ASSERT_EQ(quota.status, 200) << quota.content();
    EXPECT_EQ(text_at(quota, "maxExcellent"), "5");
    const auto lines = ask({"POST",
                            "/v1/rules/deadline",
                            "",
                            {{"Content-Type", "application/x-ndjson"}},
                            "{\"after\":\"2023-11-28\",\"days\":2,\"unit\":\"WORKING\"}\n{\"after\":\"2023-02-30\","
                            "\"days\":2,\"unit\":\"WORKING\"}\n"});
    EXPECT_EQ(lines.status, 200);
    EXPECT_NE(lines.content().find("2023-11-30"), std::string_view::npos);
    EXPECT_NE(lines.content().find("invalid-field"), std::string_view::npos);
    EXPECT_EQ(ask({"POST", "/v1/rules/quota", "", {{"Content-Type", "application/json"}}, "{}"}).status, 422);
}

TEST_F(Reads, EveryRouteIsInTheDocument) {
    const auto document = json::Document::parse(house().openapi).value();
    EXPECT_EQ(tests::at(document.root(), "openapi")->string(), "3.1.0");
    const auto paths = tests::at(document.root(), "paths").value();
    std::size_t operations = 0;
    std::set<std::string> names;
    for (const auto& [path, item] : paths.members()) {
        for (const auto& [method, operation] : item.members()) {
            ++operations;
            names.insert(std::string(tests::at(operation, "operationId")->string()));
            EXPECT_TRUE(tests::at(operation, "responses")) << path << " " << method;
        }
    }
    const auto routes = all_routes();
    EXPECT_EQ(operations, routes.size());
    for (const auto& route : routes) EXPECT_TRUE(names.contains(route.name)) << route.name;
    EXPECT_EQ(names.size(), routes.size());  // no name twice
}

TEST_F(Reads, TheAccessLedgerIsSealedIntoTheMainOneWhenTheProgramStops) {
    EXPECT_EQ(status(kDossier, "A1"), 200);
    const auto before = main_size();
    application_->stop();
    EXPECT_EQ(main_size(), before + 1);
    const auto entry = events::decode(log_->read(events::Ledger::main, {before}));
    EXPECT_EQ(entry.event.get<AccessLedgerSealed>().size.str(), std::to_string(access_size()));
    EXPECT_EQ(get("/readyz", "").status, 503);
}

}  // namespace
}  // namespace minhbach::api::routes
