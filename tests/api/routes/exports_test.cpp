// Audit packages and attachments over the doors: who may, what is entered, and that what comes out verifies.
#include <thread>

#include "doors.hpp"
#include "events/package/package.hpp"

namespace minhbach::api::routes {
namespace {

class Exports : public Doors {
protected:
    std::string body(const std::string& scope) const { return R"({"scope":)" + scope + R"(,"purpose":"05/QĐ-TTr"})"; }
    // Asked for, waited for, taken.
    std::string package(const std::string& scope, const std::string& person) {
        const auto begun = post("/v1/exports", person, body(scope));
        EXPECT_EQ(begun.status, 202) << begun.content();
        const auto job = header_of(begun, "Location");
        for (int i = 0; i < 2000; ++i) {
            const auto state = text_at(get(job, person), "data/state");
            if (state == "DONE") break;
            EXPECT_NE(state, "FAILED") << get(job, person).content();
            if (state == "FAILED") return "";
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        job_ = job;
        return all_of(get(job + "/package", person));
    }
    static std::string all_of(const http::Response& response) {
        if (!response.pieces) return std::string(response.content());
        std::string bytes;
        while (bytes.size() < response.pieces->bytes) bytes += response.pieces->next();
        return bytes;
    }
    std::string job_;
};

TEST_F(Exports, AnInspectorTakesAPersonAUnitAndACycle) {
    for (const std::string scope : {R"({"person":"A1"})", R"({"unit":"51-S05"})", R"({"cycle":"2023"})"}) {
        const auto before = access_size();
        const auto archive = package(scope, "INSPECTOR");
        const auto report = events::package::check_package(archive, log_->vkey());
        ASSERT_TRUE(report) << report.error().detail_en;
        EXPECT_EQ(report->violations, std::vector<std::string>{}) << scope;
        EXPECT_GT(report->counted.records, 0u) << scope;
        EXPECT_TRUE(report->simulated);
        EXPECT_EQ(text_at(get(job_, "INSPECTOR"), "data/bytes"), std::to_string(archive.size()));
        // The package stands in the access ledger before it can be taken.
        bool entered = false;
        for (auto position = before; position < access_size(); ++position) {
            const auto entry = events::decode(log_->read(events::Ledger::access, {position}));
            if (const auto* exported = entry.event.as<PackageExported>()) {
                entered = exported->digest.str() == events::hex(events::sha256(archive)) &&
                          exported->purpose.str() == "05/QĐ-TTr";
            }
        }
        EXPECT_TRUE(entered) << scope;
    }
}

TEST_F(Exports, OfAHeadLeaveOutWhoOfTheSubordinatesSaidWhat) {
    const std::string words = "Giao việc chưa đều giữa các đồng chí";
    done("A2", services::evaluation::RecordComment{
                   services::dossier_of("HEAD1"), CommentSide::subordinate, Text::of(words), {}});
    const auto own = package(R"({"person":"HEAD1"})", "HEAD1");
    const auto report = events::package::check_package(own, log_->vkey());
    ASSERT_TRUE(report) << report.error().detail_en;
    EXPECT_EQ(report->violations, std::vector<std::string>{}) << "it does not say that it is complete";
    EXPECT_NE(own.find("scope own/HEAD1"), std::string::npos);
    EXPECT_EQ(own.find(words), std::string::npos);
    EXPECT_EQ(own.find("comment.recorded"), std::string::npos);
    EXPECT_NE(package(R"({"person":"HEAD1"})", "INSPECTOR").find(words), std::string::npos);
}

TEST_F(Exports, OfAPersonNothingIsMissingAndOthersAreWithheld) {
    const auto archive = package(R"({"person":"A1"})", "INSPECTOR");
    const auto members = events::package::read_archive(archive).value();
    std::string payloads;
    for (const auto& member : members)
        if (member.name == "payloads.txt") payloads = member.bytes;
    const auto count = log_->subject_positions(events::Ledger::main, PersonCode::of("A1")).size();
    EXPECT_NE(archive.find("subject A1 " + std::to_string(count) + "\n"), std::string::npos);
    EXPECT_NE(payloads.find("\tA1\t"), std::string::npos);
    for (std::size_t at = payloads.find("\tA2\t"); at != std::string::npos; at = payloads.find("\tA2\t", at + 1)) {
        EXPECT_EQ(payloads.substr(at + 4, 8), "withheld");
    }
}

TEST_F(Exports, EverybodyTakesTheOwnRecordAndNoOther) {
    EXPECT_FALSE(package(R"({"person":"A1"})", "A1").empty());
    EXPECT_EQ(get(job_, "A2").status, 404);
    EXPECT_EQ(get(job_ + "/package", "INSPECTOR").status, 404);
    EXPECT_EQ(post("/v1/exports", "A2", body(R"({"person":"A1"})")).status, 404);
    EXPECT_EQ(post("/v1/exports", "ADMIN", body(R"({"cycle":"2023"})")).status, 404);
    EXPECT_EQ(post("/v1/exports", "", body(R"({"cycle":"2023"})")).status, 401);
}

TEST_F(Exports, WhatWasRemovedMeanwhileIsNotThere) {
    EXPECT_FALSE(package(R"({"person":"A1"})", "A1").empty());
    EXPECT_EQ(std::filesystem::remove_all(store() / "exports"), 2u);
    EXPECT_EQ(problem_of(get(job_ + "/package", "A1")), "not-found-or-not-allowed");
}

TEST_F(Exports, WhatIsAskedForMustBeOneThingForAPurpose) {
    EXPECT_EQ(post("/v1/exports", "INSPECTOR", body("{}")).status, 422);
    EXPECT_EQ(post("/v1/exports", "INSPECTOR", body(R"({"person":"A1","cycle":"2023"})")).status, 422);
    EXPECT_EQ(post("/v1/exports", "INSPECTOR", R"({"scope":{"person":"A1"}})").status, 422);
    const auto unknown = post("/v1/exports", "INSPECTOR", body(R"({"person":"NOBODY"})"));
    ASSERT_EQ(unknown.status, 202);
    for (int i = 0; i < 2000 && text_at(get(header_of(unknown, "Location"), "INSPECTOR"), "data/state") != "FAILED";
         ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(text_at(get(header_of(unknown, "Location"), "INSPECTOR"), "data/state"), "FAILED");
}

class AttachmentDoors : public Exports {
protected:
    http::Response piece(const std::string& at, const std::string& person, const std::string& bytes) {
        return ask({"POST", at, person, {{"Content-Type", "application/octet-stream"}}, bytes});
    }
};

TEST_F(AttachmentDoors, AFileIsSentHandedInAndTakenOut) {
    const auto begun = post("/v1/attachments", "A1", R"({"person":"A1"})");
    ASSERT_EQ(begun.status, 201) << begun.content();
    const auto file = header_of(begun, "Location");
    EXPECT_EQ(get(file, "A1").status, 404);  // not handed in yet
    ASSERT_EQ(piece(file + "/pieces/0", "A1", "%PDF-1.7 minh chứng").status, 200);
    ASSERT_EQ(piece(file + "/pieces/0", "A1", "%PDF-1.7 minh chứng").status, 200);
    const auto stored = post(file, "A1", R"({"name":"Báo cáo.pdf","mediaType":"application/pdf"})");
    ASSERT_EQ(stored.status, 201) << stored.content();

    const auto before = access_size();
    const auto taken = get(file, "HEAD1");
    ASSERT_EQ(taken.status, 200);
    EXPECT_EQ(all_of(taken), "%PDF-1.7 minh chứng");
    EXPECT_EQ(access_size(), before + 1 + 1);  // the head's token is new, too
    EXPECT_EQ(get(file, "A2").status, 404);
    EXPECT_EQ(get(file, "INSPECTOR").status, 422);  // for what purpose?
    EXPECT_EQ(get(file + "?purpose=05", "INSPECTOR").status, 200);

    const auto archive = package(R"({"person":"A1"})", "INSPECTOR");
    EXPECT_EQ(events::package::check_package(archive, log_->vkey())->violations, std::vector<std::string>{});
    EXPECT_NE(archive.find("%PDF-1.7 minh chứng"), std::string::npos);
}

TEST_F(AttachmentDoors, WhatIsNotWantedIsRefusedBeforeAByteIsKept) {
    EXPECT_EQ(problem_of(post("/v1/attachments", "A2", R"({"person":"A1"})")), "not-competent");
    EXPECT_EQ(post("/v1/attachments", "A1", "{}").status, 403);  // about nobody: records are not A1's to keep
    const auto begun = post("/v1/attachments", "A1", R"({"person":"A1"})");
    const auto file = header_of(begun, "Location");
    EXPECT_EQ(piece(file + "/pieces/1", "A1", "x").status, 422);
    EXPECT_EQ(piece(file + "/pieces/0", "A1", "").status, 422);
    EXPECT_EQ(piece(file + "/pieces/zero", "A1", "x").status, 404);
    EXPECT_EQ(piece("/v1/attachments/4b1c6f1e-0000-4000-8000-000000000000/pieces/0", "A1", "x").status, 404);
    EXPECT_EQ(post(file, "A1", R"({"name":"a.pdf","mediaType":"application/pdf"})").status, 422);  // empty
    ASSERT_EQ(piece(file + "/pieces/0", "A1", "x").status, 200);
    EXPECT_EQ(problem_of(post(file, "A1", R"({"name":"a.html","mediaType":"text/html"})")), "invalid-field");
    for (const std::string name : {"Công văn (MẬT).pdf", "Công văn (Mật).pdf", "Báo cáo MẬT.pdf"}) {
        EXPECT_EQ(problem_of(post(file, "A1", R"({"name":")" + name + R"(","mediaType":"application/pdf"})")),
                  "classified-refused");
    }
}

}  // namespace
}  // namespace minhbach::api::routes
