// Commands at the door: what is wrong with a request is said, and nothing is written; what is right is written once.
#include "doors.hpp"
#include "events/merkle/receipt.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kComments = "/v1/dossiers/2023.A1/comments";
const std::string kComment = R"({"side":"DIRECT_HEAD","text":"Hoàn thành tốt nhiệm vụ được giao."})";

class Commands : public Doors {
protected:
    // The answer to a request that must change nothing.
    std::string refused(const Asked& asked, int status) {
        const auto before = main_size();
        const auto response = ask(asked);
        EXPECT_EQ(response.status, status) << response.content();
        EXPECT_EQ(main_size(), before);
        return problem_of(response);
    }
    Asked comment(std::string body, std::string person = "HEAD1") {
        return {"POST", kComments, std::move(person), {{"Content-Type", "application/json"}}, std::move(body)};
    }
};

TEST_F(Commands, AnAcceptedCommentSaysWhereItStands) {
    const auto response = post(kComments, "HEAD1", kComment);
    ASSERT_EQ(response.status, 201) << response.content();
    EXPECT_EQ(text_at(response, "position"), std::to_string(main_size() - 1));
    EXPECT_EQ(text_at(response, "count"), "1");
    EXPECT_EQ(text_at(response, "stream"), "dossier/2023.A1");
    EXPECT_EQ(text_at(response, "revision"), "2");
    EXPECT_EQ(text_at(response, "replayed"), "false");
    EXPECT_EQ(text_at(response, "simulated"), "true");
    EXPECT_EQ(header_of(response, "ETag"), "\"2\"");
    EXPECT_EQ(header_of(response, "Location"), "/v1/dossiers/2023.A1");
}

TEST_F(Commands, TheSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused) {
    const HeaderFields key{{"Idempotency-Key", "\"lan-1\""}};
    const auto first = post(kComments, "HEAD1", kComment, key);
    ASSERT_EQ(first.status, 201) << first.content();
    const auto size = main_size();
    const auto again = post(kComments, "HEAD1", "  " + kComment, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(text_at(again, "position"), text_at(first, "position"));
    EXPECT_EQ(text_at(again, "replayed"), "true");
    const auto other = post(kComments, "HEAD1", R"({"side":"DIRECT_HEAD","text":"Khác."})", key);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(problem_of(other), "key-conflict");
    EXPECT_EQ(main_size(), size);
}

TEST_F(Commands, ComesWithItsReceiptWhereThatIsPreferred) {
    const auto plain = post(kComments, "HEAD1", kComment);
    EXPECT_EQ(text_at(plain, "receipts"), "(absent)");
    EXPECT_EQ(header_of(plain, "Preference-Applied"), "");
    const auto response = post(kComments, "HEAD1", kComment, {{"Prefer", "respond-async, receipt"}});
    ASSERT_EQ(response.status, 201) << response.content();
    EXPECT_EQ(header_of(response, "Preference-Applied"), "receipt");
    const auto position = main_size() - 1;
    const auto key = events::merkle::NoteVerifier::parse(log_->vkey()).value();
    const auto entry = log_->record_bytes(events::Ledger::main, {position});
    const auto given = events::merkle::parse_receipt(text_at(response, "receipts/0")).value();
    EXPECT_EQ(given.index, position);
    EXPECT_EQ(given.extra, entry);
    EXPECT_TRUE(check_receipt(given, events::merkle::leaf_hash(entry), key));
    // The file that anybody may ask for: without the record.
    const auto file = get(text_at(response, "links/receipt"), "");
    ASSERT_EQ(file.status, 200) << file.content();
    const auto fetched = events::merkle::parse_receipt(file.content()).value();
    EXPECT_TRUE(fetched.extra.empty());
    EXPECT_TRUE(check_receipt(fetched, events::merkle::leaf_hash(entry), key));
    EXPECT_EQ(get("/v1/log/entries/" + std::to_string(main_size()) + "/receipt", "").status, 404);
    EXPECT_EQ(get("/v1/log/entries/-1/receipt", "").status, 404);
}

TEST_F(Commands, KeysOfTwoPersonsAreTwoKeys) {
    const HeaderFields key{{"Idempotency-Key", "\"lan-1\""}};
    EXPECT_EQ(post(kComments, "HEAD1", kComment, key).status, 201);
    const auto other = post(kComments, "A2", R"({"side":"PEER","text":"Khác."})", key);
    EXPECT_NE(problem_of(other), "key-conflict");
}

TEST_F(Commands, MalformedInputIsSaidPlainlyAndWritesNothing) {
    EXPECT_EQ(refused(comment("{"), 400), "malformed-json");
    EXPECT_EQ(refused(comment(""), 400), "malformed-json");
    EXPECT_EQ(refused(comment("[]"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"PEER","side":"PEER","text":"a"})"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"PEER","text":"a","muc":1})"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"PEER","text":1})"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"NOBODY","text":"a"})"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"PEER"})"), 422), "invalid-field");
    EXPECT_EQ(refused(comment(R"({"side":"PEER","text":")" + std::string(8001, 'a') + "\"}"), 422), "invalid-field");
    EXPECT_EQ(refused(comment("{\"side\":\"PEER\",\"text\":\"\xC3\x28\"}"), 400), "malformed-json");
    // Ð (U+00D0) looks like Đ (U+0110).
    EXPECT_EQ(refused(comment(R"({"side":"PEER","text":"Ðã hoàn thành"})"), 422), "invalid-field");
    // The body names another dossier than the address.
    EXPECT_EQ(refused(comment(R"({"dossier":"2023.A2","side":"PEER","text":"a"})"), 422), "invalid-field");
}

TEST_F(Commands, ADecomposedTextIsTheSameText) {
    // "Tốt" with its marks apart (NFD) is the text with its marks composed.
    const HeaderFields key{{"Idempotency-Key", "\"nfd\""}};
    EXPECT_EQ(post(kComments, "HEAD1", "{\"side\":\"DIRECT_HEAD\",\"text\":\"To\xCC\x82\xCC\x81t\"}", key).status, 201);
    const auto again = post(kComments, "HEAD1", R"({"side":"DIRECT_HEAD","text":"Tốt"})", key);
    EXPECT_EQ(text_at(again, "replayed"), "true");
}

TEST_F(Commands, AllThatIsWrongIsToldAtOnce) {
    const auto response = ask(comment(R"({"side":"NOBODY","text":1,"la":true})"));
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(text_at(response, "more"), "[2]");
}

TEST_F(Commands, DatesThatDoNotExistAreRefused) {
    const std::string body = R"({"dossier":"2023.A1","document":"TB1","dated":"2023-02-30"})";
    const auto response = post("/v1/dossiers/2023.A1/notice", "DIRECTOR", body);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(text_at(response, "field"), "/dated");
}

TEST_F(Commands, OnlyJsonIsTaken) {
    auto asked = comment(kComment);
    asked.headers = {{"Content-Type", "text/plain"}};
    EXPECT_EQ(refused(asked, 415), "unsupported-media-type");
    asked.headers = {};
    EXPECT_EQ(refused(asked, 415), "unsupported-media-type");
    asked.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    EXPECT_EQ(ask(asked).status, 201);
}

TEST_F(Commands, AddressesAndMethodsThatDoNotExist) {
    EXPECT_EQ(refused({"GET", "/nowhere", "HEAD1", {}, {}}, 404), "not-found-or-not-allowed");
    const auto response = ask({"DELETE", kComments, "HEAD1", {}, {}});
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header_of(response, "Allow"), "POST");
    EXPECT_EQ(refused({"GET", "/v1/cycles?la=1", "HEAD1", {}, {}}, 400), "malformed-request");
}

TEST_F(Commands, UnknownIdsAreRefused) {
    const auto unknown = post("/v1/dossiers/2023.NOBODY/comments", "HEAD1", kComment);
    EXPECT_TRUE(unknown.status == 404 || unknown.status == 422) << unknown.content();
    const auto no_id = post("/v1/dossiers/2023%20A1/comments", "HEAD1", kComment);
    EXPECT_EQ(no_id.status, 422);
}

TEST_F(Commands, TokensAreChecked) {
    EXPECT_EQ(refused(comment(kComment, ""), 401), "sign-in-required");
    auto wrong = comment(kComment, "");
    wrong.headers.emplace_back("Authorization", "Bearer mb_0000000000000000000000000000000000000000");
    EXPECT_EQ(refused(wrong, 401), "sign-in-required");
    auto expired = comment(kComment, "");
    const auto old = house().identity.tokens.issue(PersonCode::of("HEAD1"), Time::of("2020-01-01T00:00"), 1).value();
    expired.headers.emplace_back("Authorization", "Bearer " + old);
    EXPECT_EQ(refused(expired, 401), "token-expired");
    // The cookie of the pages is no key to commands.
    auto cookie = comment(kComment, "");
    cookie.headers.emplace_back("Cookie", cookie_of("HEAD1"));
    EXPECT_EQ(refused(cookie, 401), "sign-in-required");
}

TEST_F(Commands, TheFirstUseOfATokenIsEntered) {
    const auto before = access_size();
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
    EXPECT_EQ(access_size(), before + 1);
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
    EXPECT_EQ(access_size(), before + 1);
}

TEST_F(Commands, JudgingNeedsTheRevisionThatWasSeen) {
    const std::string body =
        R"({"judge":"DIRECT_HEAD","general":{"politics":{"value":"WELL"},"ethics":{"value":"WELL"},)"
        R"("style":{"value":"WELL"},"discipline":{"value":"WELL"}},"effectiveness":"HIGH"})";
    const std::string target = "/v1/dossiers/2023.A1/judgements";
    done("A1", services::the_form("A1"));
    EXPECT_EQ(refused({"POST", target, "HEAD1", {{"Content-Type", "application/json"}}, body}, 428),
              "precondition-required");
    const auto stale = post(target, "HEAD1", body, {{"If-Match", "\"1\""}});
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(problem_of(stale), "stale-revision");
    EXPECT_EQ(header_of(stale, "ETag"), "\"2\"");
    EXPECT_EQ(text_at(stale, "etag"), "\"2\"");
    EXPECT_EQ(refused({"POST", target, "HEAD1", {{"Content-Type", "application/json"}, {"If-Match", "2"}}, body}, 400),
              "malformed-request");
    const auto judged = post(target, "HEAD1", body, {{"If-Match", "\"2\""}});
    EXPECT_EQ(judged.status, 201) << judged.content();
}

TEST_F(Commands, StepsOutOfOrderAndWithoutMandateAreRefusedAndEntered) {
    const std::string decision = R"({"level":"GOOD","document":"QD1"})";
    const auto before = access_size();
    const auto early = post("/v1/dossiers/2023.A1/decision", "DIRECTOR", decision, {{"If-Match", "\"1\""}});
    EXPECT_EQ(early.status, 409) << early.content();
    EXPECT_FALSE(text_at(early, "clause").empty());
    const auto not_competent = post("/v1/dossiers/2023.A1/decision", "HEAD2", decision, {{"If-Match", "\"1\""}});
    EXPECT_EQ(not_competent.status, 403);
    EXPECT_EQ(problem_of(not_competent), "not-competent");
    EXPECT_GE(access_size(), before + 2);
}

TEST_F(Commands, AReadWaitsForThePositionOfAWrite) {
    const auto written = post(kComments, "HEAD1", kComment);
    const auto position = text_at(written, "lastPosition");
    const auto read = get("/v1/dossiers/2023.A1?min_position=" + position, "HEAD1");
    ASSERT_EQ(read.status, 200) << read.content();
    EXPECT_EQ(text_at(read, "data/comments"), "[1]");
    EXPECT_TRUE(header_of(read, "ETag").starts_with("\"2-"));
    const auto never = get("/v1/dossiers/2023.A1?min_position=999999", "HEAD1");
    EXPECT_EQ(never.status, 503);
    EXPECT_EQ(problem_of(never), "not-yet-known");
    EXPECT_EQ(text_at(never, "wanted"), "999999");
    EXPECT_EQ(text_at(never, "applied"), std::to_string(main_size()));
    EXPECT_FALSE(header_of(never, "Retry-After").empty());
}

TEST_F(Commands, ARosterIsExaminedAndThenImportedOnce) {
    const std::string csv =
        "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document\n"
        "NEW1,Lý Thị Mới,02/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,,,có,51-S05,01/01/2021,,\n";
    const std::string bad =
        csv + "NEW2,Lý Văn Sai,31/02/1990,nam,51-S99,Chuyên viên,công chức,,,,51-S05,01/01/2021,,\n";
    const auto import = [&](const std::string& query, const std::string& body, const std::string& person) {
        return ask({"POST", "/v1/imports" + query, person, {{"Content-Type", "text/csv"}}, body});
    };
    const auto before = main_size();
    const auto report = import("?dry_run=true", bad, "ADMIN");
    ASSERT_EQ(report.status, 200) << report.content();
    EXPECT_EQ(text_at(report, "data/report/errors"), "[2]");
    EXPECT_EQ(import("?dry_run=true", csv, "A1").status, 404);
    const auto refused = import("", bad, "ADMIN");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(problem_of(refused), "roster-invalid");
    EXPECT_EQ(main_size(), before);
    const auto done_once = import("?file_name=danh-sach.csv", csv, "ADMIN");
    EXPECT_EQ(done_once.status, 201) << done_once.content();
    const auto after = main_size();
    const auto again = import("?file_name=danh-sach.csv", csv, "ADMIN");
    EXPECT_EQ(again.status, 200) << again.content();
    EXPECT_EQ(text_at(again, "count"), "0");
    EXPECT_EQ(main_size(), after);
}

}  // namespace
}  // namespace minhbach::api::routes
