// Conditional requests on answers that hold more than one stream, and what is said while the read models catch up.
#include "decided.hpp"
#include "held_log.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kDossier = "/v1/dossiers/2023.A1";

class Freshness : public Met {
protected:
    void rename(std::string_view name, std::string_view from) {
        services::organisation::ChangeUnit change;
        change.unit = UnitCode::of("51-S05");
        change.name = Label::of(name);
        change.from = Date::of(from);
        change.document = DocumentId::of("QD1");
        done("ADMIN", change);
        folded();
    }
};

TEST_F(Freshness, AnAnswerThatChangedThroughAnotherStreamIsSentAnew) {
    meet();
    for (const std::string& target : {kDossier, kDossier + "/grounds"}) {
        const auto before = get(target, "A1");
        ASSERT_EQ(before.status, 200) << before.content();
        const HeaderFields seen{{"If-None-Match", header_of(before, "ETag")}};
        EXPECT_EQ(get(target, "A1", seen).status, 304) << target;
    }
    const auto whole = get(kDossier, "A1");
    const auto sheet = get(kDossier + "/grounds", "A1");
    EXPECT_EQ(text_at(whole, "data/meetings/0/adopted"), "false");
    done("OFFICER", services::minutes_of("M1"));
    folded();
    const auto again = get(kDossier, "A1", {{"If-None-Match", header_of(whole, "ETag")}});
    ASSERT_EQ(again.status, 200);
    EXPECT_EQ(text_at(again, "data/meetings/0/adopted"), "true");
    EXPECT_EQ(text_at(again, "data/line/revision"), text_at(whole, "data/line/revision"));
    // The name of a unit is another stream as well.
    rename("Sở Tài chính – Kế hoạch", "2021-01-01");
    EXPECT_EQ(get(kDossier + "/grounds", "A1", {{"If-None-Match", header_of(sheet, "ETag")}}).status, 200);
}

TEST_F(Freshness, NamesOfOtherStreamsChangeAMeetingAndAFile) {
    meet();
    for (const std::string target : {"/v1/meetings/M1", "/v1/cycles/2023/files/51-S05"}) {
        const auto before = get(target, "OFFICER");
        ASSERT_EQ(before.status, 200) << before.content();
        const bool first = target.find("meetings") != std::string::npos;
        rename(first ? "Sở Tài chính – Kế hoạch" : "Sở Tài chính mới", first ? "2021-01-01" : "2022-01-01");
        EXPECT_EQ(get(target, "OFFICER", {{"If-None-Match", header_of(before, "ETag")}}).status, 200) << target;
    }
}

TEST_F(Freshness, TheTagOfAReadIsTheIfMatchOfACommand) {
    meet();
    const auto read = get(kDossier, "HEAD1");
    const std::string tag = header_of(read, "ETag");
    EXPECT_TRUE(tag.starts_with("\"" + text_at(read, "data/line/revision") + "-")) << tag;
    const std::string body =
        R"({"judge":"DIRECT_HEAD","general":{"politics":{"value":"WELL"},"ethics":{"value":"WELL"},)"
        R"("style":{"value":"MET","reason":"Cần chủ động hơn"},"discipline":{"value":"WELL"}},"effectiveness":"HIGH"})";
    const auto judged = post(kDossier + "/judgements", "HEAD1", body, {{"If-Match", tag}});
    EXPECT_EQ(judged.status, 201) << judged.content();
    const auto stale = post(kDossier + "/judgements", "HEAD1", body, {{"If-Match", tag}});
    EXPECT_EQ(stale.status, 412) << stale.content();
    const auto weak = post(kDossier + "/judgements", "HEAD1", body, {{"If-Match", "W/" + tag}});
    EXPECT_EQ(weak.status, 412) << weak.content();
    // Minutes are adopted on the meeting as it was read.
    const auto meeting = get("/v1/meetings/M1", "OFFICER");
    const std::string minutes = R"({"adoptedAt":"2023-11-22T09:30:00.000Z","opinions":[]})";
    const auto adopted =
        post("/v1/meetings/M1/minutes", "OFFICER", minutes, {{"If-Match", header_of(meeting, "ETag")}});
    EXPECT_NE(adopted.status, 412) << adopted.content();
    EXPECT_NE(adopted.status, 428) << adopted.content();
}

TEST_F(Freshness, WhatIsSimulatedSaysSoInEveryAnswer) {
    const auto whole = get(kDossier, "A1");
    EXPECT_EQ(header_of(get(kDossier, "A1", {{"If-None-Match", header_of(whole, "ETag")}}), "Minhbach-Simulated"),
              "?1");
    EXPECT_EQ(header_of(get(kDossier, "A2"), "Minhbach-Simulated"), "?1");
    EXPECT_EQ(header_of(get(kDossier, ""), "Minhbach-Simulated"), "?1");
    EXPECT_EQ(header_of(ask({"GET", "/nowhere", "", {}, {}}), "Minhbach-Simulated"), "?1");
    EXPECT_EQ(header_of(whole, "Minhbach-Simulated"), "?1");
}

TEST_F(Freshness, AColdProgramServesAtOnceAndSaysHowFarItIs) {
    for (const auto person : {"A1", "INSPECTOR"}) token(person);
    application_.reset();
    std::filesystem::remove_all(store() / "projections");
    events::HeldLog held(*log_);
    application_ = std::make_unique<Application>(held, clock_, store());
    EXPECT_EQ(get("/healthz", "").status, 200);
    const auto not_ready = get("/readyz", "");
    EXPECT_EQ(not_ready.status, 503);
    EXPECT_EQ(text_at(not_ready, "status"), "not-ready");
    EXPECT_EQ(text_at(not_ready, "size"), std::to_string(main_size()));
    EXPECT_EQ(text_at(not_ready, "applied"), "0");
    const auto early = get(kDossier, "A1");
    EXPECT_EQ(early.status, 503);
    EXPECT_EQ(problem_of(early), "not-yet-known");
    EXPECT_EQ(text_at(early, "wanted"), std::to_string(main_size() - 1));
    EXPECT_EQ(text_at(early, "applied"), "0");
    EXPECT_EQ(get("/", "").status, 200) << "the page holds nothing of the log; what it asks for says how far it is";
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
    held.let_go();
    folded();
    EXPECT_EQ(get("/readyz", "").status, 200);
    EXPECT_EQ(get(kDossier, "A1").status, 200);
    application_.reset();
}

}  // namespace
}  // namespace minhbach::api::routes
