// The party track at the doors: its acts, its custody, and that the state side gets the level and nothing else.
#include <set>

#include "../http/running_server.hpp"
#include "api/routes/all.hpp"
#include "doors.hpp"
#include "events/package/package.hpp"
#include "given_party.hpp"

namespace minhbach::api::routes {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
namespace party = services::party;
using services::a_party_line;
using services::a_party_paper;
using services::kDepartment;

// In every text of the party side that these tests write.
const std::string kPlanted = "KVZQX";  // no digits of a hash, whatever is drawn

class PartyDoors : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        clock_.set(Time::of("2023-12-04T08:00"));
        auto everywhere = a_mandate("GREADER.1", "GREADER", {Power::party_read}, "51", Reach::subtree);
        write(services::a_party_side() +
              std::vector<Event>{a_person("GREADER"), everywhere,
                                 a_mandate("GREADER.2", "GREADER", {Power::inspect}, "51", Reach::subtree)});
        again_with_states();
        write(services::state_levels());
        again_with_states();
    }
    // What was written past the desk is folded by a desk made anew.
    void again_with_states() {
        application_.reset();
        application_ = made();
        again();
        folded();
    }

    // A2's dossier, from the hand-over to the notice.
    void rated() {
        done("OFFICER", services::the_hand_over());
        done("SECRETARY", services::its_receipt());
        auto cell = services::the_cell();
        cell.cell = planted<Label>("Chi bộ");
        done("CELL", cell);
        auto review = services::a_self_review("A2");
        for (auto* text : {&review.strengths, &review.limits, &review.remedied, &review.measures})
            *text = planted<Text>("Kiểm điểm");
        review.explanation = planted<Text>("Giải trình");
        done("A2", review);
        auto appraisal = services::an_appraisal("A2");
        appraisal.opinion = planted<Text>("Thẩm định");
        for (auto& criterion : appraisal.criteria) criterion.name = planted<Label>(criterion.name.str());
        done("CELL", appraisal);
        auto ballot = services::a_ballot("A2");
        ballot.minutes = planted_paper();
        done("CELL", ballot);
        done("CELL", party::ProposePartyLevel{dossier(), Level::good, planted<Text>("Đề nghị")});
        party::DecidePartyRatings decision{{a_party_line("A2", Level::good, "Quyết định " + kPlanted)},
                                           planted_paper()};
        done("SECRETARY", decision);
        done("SECRETARY", party::IssuePartyNotice{dossier(), planted_paper()});
        folded();
    }

    static DossierId dossier() { return services::dossier_of("A2"); }
    template <class T>
    static T planted(const std::string& text) {
        return T::of(text + " " + kPlanted);
    }
    static PartyPaper planted_paper() {
        return {planted<Label>("15-QĐ/ĐU"), Date::of("2023-12-01"), planted<Label>("Đảng ủy"),
                planted<Label>("Bí thư")};
    }
    std::vector<PartyDossierViewed> views() {
        std::vector<PartyDossierViewed> found;
        for (std::uint64_t position = 0; position < access_size(); ++position) {
            const auto entry = events::decode(log_->read(events::Ledger::access, {position}));
            if (const auto* viewed = entry.event.as<PartyDossierViewed>()) found.push_back(*viewed);
        }
        return found;
    }
    static std::string body_of(const http::Response& response) {
        if (!response.pieces) return std::string(response.content());
        std::string bytes;
        while (bytes.size() < response.pieces->bytes) bytes += response.pieces->next();
        return bytes;
    }
    std::string package(const std::string& scope, const std::string& person) {
        const auto begun = post("/v1/exports", person, R"({"scope":)" + scope + R"(,"purpose":"05/QĐ-TTr"})");
        EXPECT_EQ(begun.status, 202) << begun.content();
        const auto job = header_of(begun, "Location");
        minhbach::testing::soon([&] { return text_at(get(job, person), "data/state") == "DONE"; });
        return body_of(get(job + "/package", person));
    }
    const std::string kDossier = "/v1/party/dossiers/2023.A2";
};

TEST_F(PartyDoors, TheDossierIsReadByItsOwnSideAndTheMember) {
    rated();
    const auto found = get(kDossier, "CELL");
    ASSERT_EQ(found.status, 200) << found.content();
    EXPECT_EQ(text_at(found, "data/line/status"), "NOTIFIED");
    EXPECT_EQ(text_at(found, "data/line/level"), "GOOD");
    EXPECT_EQ(text_at(found, "data/selfReviews"), "[1]");
    EXPECT_EQ(text_at(found, "data/decisions"), "[1]");
    EXPECT_EQ(header_of(found, "ETag").substr(0, 2), "\"7");
    for (const auto reader : {"SECRETARY", "A2"}) EXPECT_EQ(get(kDossier, reader).status, 200) << reader;
    EXPECT_EQ(get(kDossier, "PREADER").status, 422) << "whoever only reads names a purpose";
    EXPECT_EQ(get(kDossier + kPurpose, "PREADER").status, 200);
    for (const auto stranger :
         {"INSPECTOR", "ADMIN", "CHAIR", "DIRECTOR", "HOMEAFFAIRS", "OFFICER", "HEAD1", "A3", "PADMIN", "TEACHER"}) {
        EXPECT_EQ(get(kDossier + kPurpose, stranger).status, 404) << stranger;
        EXPECT_EQ(get("/v1/party/committees/51-S05/dossiers?cycle=2023&purpose=x", stranger).status, 404) << stranger;
        EXPECT_EQ(get("/v1/party/committees/51-S05/re-ratings" + kPurpose, stranger).status, 404) << stranger;
        EXPECT_EQ(get("/v1/party/hand-overs/2023/51-S05" + kPurpose, stranger).status, 404) << stranger;
        EXPECT_EQ(get(kDossier + "/views" + kPurpose, stranger).status, 404) << stranger;
    }
    EXPECT_EQ(get(kDossier, "").status, 401);
}

TEST_F(PartyDoors, EveryViewIsEnteredBeforeItIsGiven) {
    rated();
    EXPECT_TRUE(views().empty());
    get(kDossier, "A2");
    ASSERT_EQ(views().size(), 1u);
    EXPECT_EQ(views()[0].view.str(), "party-dossier");
    EXPECT_EQ(views()[0].purpose.str(), "Xem hồ sơ đảng viên của mình");
    get(kDossier + kPurpose, "PREADER");
    ASSERT_EQ(views().size(), 2u);
    EXPECT_EQ(views()[1].purpose.str(), "05/QĐ-TTr");
    get(kDossier + kPurpose, "INSPECTOR");
    EXPECT_EQ(views().size(), 2u) << "nothing was shown";
    const auto list = get("/v1/party/committees/51-S05/dossiers?cycle=2023", "SECRETARY");
    EXPECT_EQ(text_at(list, "data/items"), "[7]");
    EXPECT_EQ(views().size(), 9u) << "one for each that was shown";
    get("/v1/party/hand-overs/2023/51-S05", "SECRETARY");
    EXPECT_EQ(views().size(), 14u);
    get(kDossier + "/views", "CELL");
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    const auto shown = get(kDossier + "/views", "CELL");
    EXPECT_EQ(text_at(shown, "data/items/0/actor"), "CELL") << shown.content();
}

// Acts over a real socket, as whoever has the power sends them.
TEST_F(PartyDoors, ActsComeWithTheirRevisionAndHoldNoVoter) {
    RunningServer server(application_->handler());
    const auto sent = [&](const std::string& target, const std::string& person, const std::string& body,
                          const std::string& revision = "") {
        testing::HeaderList headers{{"Authorization", "Bearer " + token(person)}, {"Content-Type", "application/json"}};
        if (!revision.empty()) headers.emplace_back("If-Match", "\"" + revision + "\"");
        return HttpClient(server.port()).request("POST", target, headers, body);
    };
    const std::string list = R"({"committee":"Đảng ủy Sở Tài chính","committeeUnit":"51-S05","document":"QD1"})";
    EXPECT_EQ(sent("/v1/cycles/2023/hand-overs/51-S05", "SECRETARY", list, "0").status, 403);
    EXPECT_EQ(sent("/v1/cycles/2023/hand-overs/51-S05", "OFFICER", list).status, 428);
    EXPECT_EQ(sent("/v1/cycles/2023/hand-overs/51-S05", "OFFICER", list, "0").status, 201);
    EXPECT_EQ(sent("/v1/party/hand-overs/2023/51-S05/receipts", "OFFICER", R"({"number":1})").status, 403);
    EXPECT_EQ(sent("/v1/party/hand-overs/2023/51-S05/receipts", "CELL", R"({"number":1})").status, 201);
    EXPECT_EQ(sent("/v1/party/dossiers", "CELL",
                   R"({"cycle":"2023","unit":"51-S05","cell":"Chi bộ","committeeUnit":"51-S05",)"
                   R"("rulebook":"qd124-2023","persons":["A2"]})")
                  .status,
              201);
    EXPECT_EQ(sent(kDossier + "/self-review", "A2",
                   R"({"form":"FORM_02A","strengths":"Tốt","limits":"Chậm","remedied":"Xong","measures":"Sớm",)"
                   R"("proposed":"GOOD"})")
                  .status,
              201);
    EXPECT_EQ(sent(kDossier + "/appraisal", "CELL",
                   R"({"criteria":[{"name":"A","kind":"GENERAL","basic":true,"grade":"GOOD"},)"
                   R"({"name":"B","kind":"RESULT","basic":true,"grade":"GOOD"}],"findings":{"degradation":false,)"
                   R"("forbiddenActs":false,"exemplaryDutyBroken":false,"unitCorruption":false},"mitigations":[],)"
                   R"("opinion":"Nhất trí","proposed":"GOOD"})",
                   "2")
                  .status,
              201);
    const std::string counts =
        R"("heldOn":"2023-12-04","present":7,"excellent":0,"good":7,"completed":0,"notCompleted":0,"invalid":0,)"
        R"("notReturned":0,"minutes":{"number":"03-BB/CB","date":"2023-12-04","issuer":"Chi bộ"})";
    const auto named = sent(kDossier + "/ballot", "CELL", R"({"voters":["A1","A3"],)" + counts + "}", "3");
    EXPECT_EQ(named.status, 422) << "no voter has a place in it";
    EXPECT_NE(named.body.find("/voters"), std::string::npos) << named.body;
    EXPECT_EQ(sent(kDossier + "/ballot", "CELL", "{" + counts + "}", "3").status, 201);
    EXPECT_EQ(sent(kDossier + "/proposal", "CELL", R"({"level":"GOOD"})", "4").status, 201);
    const std::string decision =
        R"({"lines":[{"dossier":"2023.A2","level":"GOOD"}],)"
        R"("paper":{"number":"15-QĐ/ĐU","date":"2023-12-04","issuer":"Đảng ủy Sở Tài chính"}})";
    EXPECT_EQ(sent("/v1/party/decisions", "DIRECTOR", decision, "5").status, 403);
    const auto decided = sent("/v1/party/decisions", "SECRETARY", decision, "5");
    EXPECT_EQ(decided.status, 201) << decided.body;
    EXPECT_NE(decided.body.find("\"resource\":\"/v1/party/dossiers/2023.A2\""), std::string::npos) << decided.body;
    server.stop();
    folded();
    EXPECT_EQ(text_at(get("/v1/dossiers/2023.A2/party-level", "DIRECTOR"), "data/level"), "GOOD");
}

TEST_F(PartyDoors, TheStateSideSeesTheLevelAndMoreOnlyWhereItIsShared) {
    const auto level = [&](const std::string& person) { return get("/v1/dossiers/2023.A2/party-level", person); };
    EXPECT_EQ(text_at(level("DIRECTOR"), "data/level"), "(absent)");
    rated();
    EXPECT_EQ(text_at(level("DIRECTOR"), "data/level"), "GOOD");
    EXPECT_EQ(text_at(level("DIRECTOR"), "data/shared"), "(absent)");
    EXPECT_EQ(level("B1").status, 404);
    done("SECRETARY", party::SharePartyDecision{dossier(), a_party_paper("17-CV/ĐU")});
    folded();
    EXPECT_EQ(text_at(level("DIRECTOR"), "data/shared/reason"), "Quyết định " + kPlanted);
}

TEST_F(PartyDoors, CorrectionsAreOwedUntilTheyAreHandedOver) {
    rated();
    const std::string owed = "/v1/cycles/2023/hand-overs/51-S05/owed";
    EXPECT_EQ(text_at(get(owed, "DIRECTOR"), "data/items"), "[0]");
    EXPECT_EQ(get(owed, "HEAD2").status, 404);
    write({services::a_state_cancellation("A2"), services::a_state_level("A2", Level::completed)});
    again_with_states();
    const auto found = get(owed, "DIRECTOR");
    EXPECT_EQ(text_at(found, "data/items"), "[1]");
    EXPECT_EQ(text_at(found, "data/items/0/now/level"), "COMPLETED") << found.content();
    done("OFFICER", party::HandOverCorrections{CycleId::of("2023"), kDepartment, kDepartment, DocumentId::of("QD1")});
    folded();
    EXPECT_EQ(text_at(get(owed, "DIRECTOR"), "data/items"), "[0]");
    const auto lists = get("/v1/cycles/2023/hand-overs/51-S05", "DIRECTOR");
    EXPECT_EQ(text_at(lists, "data/lists"), "[2]");
    EXPECT_EQ(text_at(lists, "data/lists/0/received/actor"), "SECRETARY");
    EXPECT_EQ(text_at(lists, "data/lists/1/correction"), "true");
    done("SECRETARY", services::its_receipt(2));
    const auto due = get("/v1/party/committees/51-S05/re-ratings", "SECRETARY");
    EXPECT_EQ(text_at(due, "data/items/0/ground"), "STATE_LEVEL_CHANGED") << due.content();
}

TEST_F(PartyDoors, ASlipInAListStandsBesideItForBothSides) {
    rated();
    party::CorrectHandOverSlip slip;
    slip.cycle = CycleId::of("2023");
    slip.agency = kDepartment;
    slip.number = 1;
    slip.person = PersonCode::of("A2");
    slip.what = Label::of("Số quyết định");
    slip.was = Text::of("15/QĐ-STC");
    slip.is = Text::of("51/QĐ-STC");
    slip.reason = Text::of("Gõ nhầm số");
    slip.document = DocumentId::of("QD1");
    done("OFFICER", slip);
    folded();
    for (const auto& [path, reader] : {std::pair("/v1/cycles/2023/hand-overs/51-S05", "DIRECTOR"),
                                       std::pair("/v1/party/hand-overs/2023/51-S05", "SECRETARY")}) {
        const auto lists = get(path, reader);
        EXPECT_EQ(text_at(lists, "data/lists"), "[1]");
        EXPECT_EQ(text_at(lists, "data/lists/0/slips/0/was"), "15/QĐ-STC") << lists.content();
        EXPECT_EQ(text_at(lists, "data/lists/0/slips/0/is"), "51/QĐ-STC");
        EXPECT_EQ(text_at(lists, "data/lists/0/slips/0/by/actor"), "OFFICER");
        EXPECT_EQ(text_at(lists, "data/lists/0/received/actor"), "SECRETARY") << "of the list as it was given";
    }
}

// Every door of the table that can be opened with a GET, by everybody of the state side.
TEST_F(PartyDoors, NothingTheStateSideCanFetchHoldsATextOfTheParty) {
    rated();
    const auto refusal = post(kDossier + "/notice", "SECRETARY",
                              R"({"paper":{"number":"99 KVZQX","date":"2023-12-04","issuer":"KVZQX"}})");
    EXPECT_EQ(refusal.status, 409) << "notified already: the refusal goes to the access ledger";
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    ASSERT_NE(body_of(get(kDossier, "CELL")).find(kPlanted), std::string::npos) << "it is there to be found";

    std::set<std::uint64_t> of_party;
    for (std::uint64_t position = 0; position < main_size(); ++position) {
        const auto record = events::decode_record(log_->record_bytes(events::Ledger::main, {position})).value();
        if (is_party_content(record.stream.category(), record.type)) of_party.insert(position);
    }
    ASSERT_EQ(of_party.size(), 13u);
    const std::map<std::string, std::string> parts{
        {"{dossier}", "2023.A2"}, {"{person}", "A2"},   {"{cycle}", "2023"},
        {"{agency}", "51-S05"},   {"{unit}", "51-S05"}, {"{document}", "QD1"},
        {"{mandate}", "CELL.1"},  {"{ledger}", "main"}, {"{position}", std::to_string(*of_party.begin())},
        {"{year}", "2023"}};
    const std::map<std::string, std::string> asked{{"purpose", "05"},
                                                   {"cycle", "2023"},
                                                   {"subject", "A2"},
                                                   {"unit", "51-S05"},
                                                   {"agency", "51-S05"},
                                                   {"person", "A2"},
                                                   {"actor", "CELL"},
                                                   {"events", "true"},
                                                   {"limit", "500"},
                                                   {"ledger", "access"},
                                                   {"dossier", "2023.A2"},
                                                   {"type", "party.*"},
                                                   {"target", "party-dossier/2023.A2"},
                                                   {"day", "2023-12-04"},
                                                   {"stream", "party-dossier/2023.A2"},
                                                   {"from", "0"},
                                                   {"to", "100"},
                                                   {"q", "A2"},
                                                   {"name", "A2"}};
    // Each door as it is, and with each parameter it knows.
    const auto queries = [&](const Route& route) {
        std::string always;
        std::vector<std::string> all;
        for (const auto& parameter : route.parameters) {
            const auto value = parameter.in == "query" ? asked.find(parameter.name) : asked.end();
            if (value == asked.end()) continue;
            const auto pair = "&" + value->first + "=" + http::percent_encode(value->second);
            if (parameter.required || parameter.name == "purpose")
                always += pair;
            else
                all.push_back(pair);
        }
        all.push_back("");
        for (auto& one : all) one = (always + one).empty() ? "" : "?" + (always + one).substr(1);
        return all;
    };
    std::set<std::string> answered;
    for (const auto reader : {"INSPECTOR", "ADMIN", "DIRECTOR", "HOMEAFFAIRS", "A3"}) {
        for (const auto& route : all_routes()) {
            if (route.method != "GET" || route.path == "/v1/events/stream") continue;
            auto target = route.path;
            for (const auto& [part, value] : parts) {
                for (auto at = target.find(part); at != std::string::npos; at = target.find(part))
                    target.replace(at, part.size(), value);
            }
            for (const auto& query : queries(route)) {
                const auto response = get(target + query, reader, {{"Cookie", "minhbach=" + token(reader)}});
                EXPECT_EQ(body_of(response).find(kPlanted), std::string::npos) << reader << " " << target << query;
                if (response.status == 200) answered.insert(route.name);
            }
        }
    }
    std::string opened;
    for (const auto& name : answered) opened += name + " ";
    EXPECT_GT(answered.size(), 40u) << opened;
    for (const auto name :
         {"events", "unit-activity", "person-activity", "refusals", "dossier", "timeline", "party-level"})
        EXPECT_TRUE(answered.contains(name)) << name;
    for (const std::string scope : {R"({"person":"A2"})", R"({"unit":"51-S05"})", R"({"cycle":"2023"})"}) {
        const auto archive = package(scope, "INSPECTOR");
        ASSERT_FALSE(archive.empty()) << scope;
        EXPECT_EQ(archive.find(kPlanted), std::string::npos) << scope;
        const auto report = events::package::check_package(archive, log_->vkey());
        ASSERT_TRUE(report) << report.error().detail_en;
        EXPECT_EQ(report->violations, std::vector<std::string>{}) << scope << ": what is withheld still checks";
    }
    for (const auto position : of_party) {
        const auto entry = "/v1/log/entries/" + std::to_string(position);
        EXPECT_EQ(get(entry, "INSPECTOR").status, 404) << position;
        EXPECT_EQ(get(entry, "GREADER").status, 200) << position;
    }
}

// Pages, the live stream and webhooks share one scan.
TEST_F(PartyDoors, FollowersAreToldOfPartyEventsOnlyIfTheyReadThePartySide) {
    rated();
    const auto told = [&](const std::string& person, const std::string& ledger = "main") {
        const auto page = get("/v1/events?limit=1000&ledger=" + ledger, person);
        EXPECT_EQ(page.status, 200) << page.content();
        return std::string(page.content());
    };
    EXPECT_EQ(told("INSPECTOR").find("party-dossier/"), std::string::npos);
    EXPECT_EQ(told("INSPECTOR").find("party.ballot-counted"), std::string::npos);
    EXPECT_NE(told("INSPECTOR").find("party.results-handed-over"), std::string::npos) << "its own act";
    EXPECT_NE(told("GREADER").find("party.ballot-counted"), std::string::npos);
    get(kDossier, "A2");
    EXPECT_EQ(told("INSPECTOR", "access").find("party.dossier-viewed"), std::string::npos);
    EXPECT_NE(told("GREADER", "access").find("party.dossier-viewed"), std::string::npos);
    const auto hooks = house().scanner.scan({}, 0, {100'000, 100'000, 64u << 20});
    EXPECT_EQ(hooks.to, hooks.size) << "the range has no gap";
    for (const auto& found : hooks.found)
        EXPECT_EQ(found.cloud_event.find("party-dossier/"), std::string::npos) << found.cloud_event;

    RunningServer server(application_->handler());
    const auto streamed = [&](const std::string& person) {
        HttpClient client(server.port());
        const auto head = client.get("/v1/events/stream?type=party.*", {{"Authorization", "Bearer " + token(person)}});
        EXPECT_EQ(head.status, 200);
        std::string text;
        // The log's own bookkeeping may come in between.
        const auto is_at_end = [&, size = main_size()] {
            for (auto to = size; to < size + 4; ++to)
                if (text.find("\"to\":" + std::to_string(to)) != std::string::npos) return true;
            return false;
        };
        while (!is_at_end()) {
            auto more = client.receive_some();
            if (!more) break;
            text += *more;
        }
        return text;
    };
    EXPECT_EQ(streamed("INSPECTOR").find("party.ballot-counted"), std::string::npos);
    EXPECT_NE(streamed("GREADER").find("party.ballot-counted"), std::string::npos);
}

// The trace of the state side names no unit for them: they concern every unit, for those who may read them.
TEST_F(PartyDoors, AFollowerOfAUnitMissesNoPartyEvent) {
    rated();
    folded();
    const auto told = [&](const std::string& person, const std::string& filter) {
        const auto page = get("/v1/events?limit=1000" + filter, person);
        std::size_t count = 0;
        for (auto at = page.content().find("\"party-dossier/"); at != std::string_view::npos;
             at = page.content().find("\"party-dossier/", at + 1))
            ++count;
        return count;
    };
    EXPECT_GT(told("GREADER", ""), 0u);
    EXPECT_EQ(told("GREADER", "&unit=51-S05"), told("GREADER", ""));
    EXPECT_EQ(told("INSPECTOR", "&unit=51-S05"), 0u);
}

TEST_F(PartyDoors, OfARefusedPartyActTheStateSideLearnsNoReason) {
    rated();
    post(kDossier + "/sharing", "DIRECTOR", R"({"paper":{"number":"1","date":"2023-12-04","issuer":"X"}})");
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    const auto refusals = get("/v1/access/refusals?target=party-dossier/2023.A2", "INSPECTOR");
    EXPECT_EQ(text_at(refusals, "data/items/0/refusal"), "not-competent") << refusals.content();
    EXPECT_EQ(text_at(refusals, "data/items/0/detail"), "(absent)");
    EXPECT_EQ(text_at(refusals, "data/items/0/clause"), "(absent)");
}

TEST_F(PartyDoors, OfASecretDocumentNumberDateAndPlaceAreTaken) {
    const std::string note =
        R"({"document":"MAT1","number":"12-QĐ/TU","date":"2023-10-02","place":"Két số 2","mark":"SECRET")";
    EXPECT_EQ(post("/v1/classified-documents", "ADMIN", note + R"(,"title":"Kết luận"})").status, 422);
    EXPECT_EQ(
        post("/v1/classified-documents", "ADMIN", note + R"(,"fileHash":")" + std::string(64, 'a') + "\"}").status,
        422);
    EXPECT_EQ(post("/v1/classified-documents", "ADMIN", note + "}").status, 201);
    EXPECT_EQ(text_at(get("/v1/classified-documents/MAT1", "ADMIN"), "data/place"), "Két số 2");
    EXPECT_EQ(get("/v1/classified-documents/MAT1", "A1").status, 404);
    EXPECT_EQ(get("/v1/documents/MAT1", "ADMIN").status, 404);
}

TEST_F(PartyDoors, AnErasedMembersDossierIsGoneAndOpenOnesHoldAnErasureUp) {
    rated();
    std::vector<Refusal> found;
    house().desk.look([&](services::Past& past, Time now) {
        found = services::erasure::obstacles(past, PersonCode::of("A1"), now.local_date());
    });
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const auto& refusal) {
        return refusal.detail_en == "The party dossier 2023.A1 has no decision yet.";
    }));
}

}  // namespace
}  // namespace minhbach::api::routes
