// A personal digital signature over an act, through the doors: the bytes, who may hand one in, who sees it, and that it
// leaves with a package and goes with its signer's data.
#include <thread>

#include "api/export/export.hpp"
#include "doors.hpp"
#include "events/check.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/tree.hpp"
#include "events/package/package.hpp"
#include "signers.hpp"

namespace minhbach::api::routes {
namespace {

class SignatureDoors : public Doors {
protected:
    void SetUp() override {
        signers_.authority("state");
        signers_.authority("other");
        signers_.person("director", "state", "PHAM VAN CUONG");
        signers_.person("officer", "state", "Ngô Văn Hải");
        signers_.person("stranger", "other", "Phạm Văn Cường");
        Doors::SetUp();
        decide();
    }
    api::Doors doors() const override {
        auto known = Doors::doors();
        if (trusts_) known.authorities = services::signature::Authorities::of({signers_.pem("state")}).value();
        return known;
    }
    // The director decides A2's level; `act_` is the position of that.
    void decide() {
        using namespace services;
        done("A2", the_form("A2"));
        clock_.set(Time::of("2023-11-21T08:00"));
        done("DIRECTOR", a_judgement("A2"));
        clock_.set(Time::of("2023-11-22T10:00"));
        done("OFFICER", a_meeting("M1", "51-S05", {"A2"}));
        done("OFFICER",
             minutes_of("M1", {{PersonCode::of("A2"), 1, PersonCode::of("A1"), Text::of("Khánh làm tốt.")}}));
        minutes_ = last_;
        clock_.set(Time::of("2023-11-24T10:00"));
        done("OFFICER", a_proposal("A2", Level::good));
        clock_.set(Time::of("2023-11-28T09:00"));
        done("DIRECTOR", a_decision({a_line("A2", Level::good)}));
        act_ = last_;
        ASSERT_EQ(record_of(act_).type, "rating.decided");
        folded();
    }
    events::Record record_of(std::uint64_t position) const {
        return events::decode_record(log_->record_bytes(events::Ledger::main, {position})).value();
    }
    static std::string at(std::uint64_t position, const std::string& what = "signatures") {
        return "/v1/log/entries/" + std::to_string(position) + "/" + what;
    }
    std::string bytes(std::uint64_t position, const std::string& person) {
        return std::string(get(at(position, "record"), person).content());
    }
    static std::string body(const std::string& der) {
        return R"({"signature":")" + events::merkle::base64(der) + "\"}";
    }
    http::Response sign(const std::string& person, const std::string& der, HeaderFields headers = {}) {
        return post(at(act_), person, body(der), std::move(headers));
    }
    static std::string standing(const http::Response& shown) {
        return text_at(shown, "data/signatures/0/report/standing");
    }

    tests::TemporaryDirectory certificates_;
    tests::Signers signers_{certificates_.path()};
    bool trusts_ = true;
    std::uint64_t act_ = 0, minutes_ = 0;
};

TEST_F(SignatureDoors, TheBytesAreThoseOfTheLeaf) {
    const auto answered = get(at(act_, "record"), "DIRECTOR");
    EXPECT_EQ(answered.content(), log_->record_bytes(events::Ledger::main, {act_}));
    EXPECT_EQ(header_of(answered, "Leaf-Hash"), events::hex(events::merkle::leaf_hash(answered.content())));
    EXPECT_EQ(header_of(answered, "Digest-SHA-256"), events::hex(events::sha256(answered.content())));
    EXPECT_EQ(problem_of(get(at(main_size() + 5, "record"), "DIRECTOR")), "not-found-or-not-allowed");
    EXPECT_EQ(problem_of(get("/v1/log/entries/abc/record", "DIRECTOR")), "not-found-or-not-allowed");
}

TEST_F(SignatureDoors, ItsActorSignsAndTheReportStandsInTheLog) {
    const auto der = signers_.sign("director", bytes(act_, "DIRECTOR"));
    EXPECT_EQ(text_at(get(at(act_), "DIRECTOR"), "data/maySign"), "true");
    const auto taken = sign("DIRECTOR", der);
    ASSERT_EQ(taken.status, 201) << taken.content();
    EXPECT_EQ(header_of(taken, "Location"), at(act_));
    EXPECT_EQ(text_at(taken, "stream"), "signature/" + std::to_string(act_));

    const auto recorded = events::decode(log_->read(events::Ledger::main, {std::stoull(text_at(taken, "position"))}));
    const auto* made = recorded.event.as<ActSigned>();
    ASSERT_NE(made, nullptr);
    EXPECT_EQ(recorded.record.actor.str(), "DIRECTOR");
    EXPECT_EQ(made->act.str(), record_of(act_).id.str());
    EXPECT_EQ(made->act_type.str(), "rating.decided");
    EXPECT_EQ(made->stream.str(), "dossier/2023.A2");
    EXPECT_EQ(made->record.str(), events::hex(events::sha256(bytes(act_, "DIRECTOR"))));

    const auto shown = get(at(act_), "DIRECTOR");
    EXPECT_EQ(standing(shown), "TRUSTED");
    EXPECT_EQ(text_at(shown, "data/signatures/0/report/subject"), "CN=PHAM VAN CUONG,C=VN");
    EXPECT_EQ(text_at(shown, "data/signatures/0/report/namesSigner"), "true");  // marks and capitals aside
    EXPECT_EQ(text_at(shown, "data/signatures/0/report/revocationChecked"), "false");
    EXPECT_EQ(text_at(shown, "data/authorities"), "1");
    // What is shown can be checked by whoever has openssl and the authority's certificate.
    const auto kept = events::merkle::from_base64(text_at(shown, "data/signatures/0/signature"));
    EXPECT_TRUE(signers_.openssl_verifies("state", bytes(act_, "DIRECTOR"), kept.value()));
    EXPECT_FALSE(signers_.openssl_verifies("state", bytes(act_, "DIRECTOR") + "x", kept.value()));
    EXPECT_EQ(problem_of(sign("DIRECTOR", der)), "already-exists");
}

TEST_F(SignatureDoors, AStrangersCertificateIsTakenAndSaidToBeOne) {
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("stranger", bytes(act_, "DIRECTOR"))).status, 201);
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("officer", bytes(act_, "DIRECTOR"))).status, 201);
    const auto shown = get(at(act_), "DIRECTOR");
    EXPECT_EQ(standing(shown), "UNTRUSTED");
    EXPECT_EQ(text_at(shown, "data/signatures/0/report/namesSigner"), "true");
    // Another person's certificate: trusted, and it does not name the signer. Both are said, nothing is concluded.
    EXPECT_EQ(text_at(shown, "data/signatures/1/report/standing"), "TRUSTED");
    EXPECT_EQ(text_at(shown, "data/signatures/1/report/namesSigner"), "false");
}

TEST_F(SignatureDoors, WithoutAuthoritiesNobodyIsTrusted) {
    trusts_ = false;
    application_.reset();
    application_ = made();
    again();
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR"))).status, 201);
    EXPECT_EQ(standing(get(at(act_), "DIRECTOR")), "UNKNOWN_ISSUER");
    EXPECT_EQ(text_at(get(at(act_), "DIRECTOR"), "data/authorities"), "0");
}

TEST_F(SignatureDoors, WhatDoesNotFitIsRefusedAndNothingIsKept) {
    const auto of_another = signers_.sign("director", bytes(act_, "DIRECTOR") + "x");
    const auto refused = sign("DIRECTOR", of_another);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(problem_of(refused), "signature-invalid");
    EXPECT_EQ(problem_of(sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR"), "-md sha256 -nodetach"))),
              "invalid-field");
    EXPECT_EQ(problem_of(sign("DIRECTOR", "rubbish")), "invalid-field");
    EXPECT_EQ(problem_of(sign("DIRECTOR", std::string(33'000, 'x'))), "invalid-field");
    EXPECT_EQ(problem_of(post(at(act_), "DIRECTOR", R"({"signature":"not base64"})")), "invalid-field");
    EXPECT_EQ(text_at(get(at(act_), "DIRECTOR"), "data/signatures"), "[0]");
}

TEST_F(SignatureDoors, NobodyElseSigns) {
    const auto der = signers_.sign("officer", bytes(act_, "DIRECTOR"));
    EXPECT_EQ(problem_of(sign("OFFICER", der)), "not-competent");
    EXPECT_EQ(problem_of(sign("A2", der)), "not-competent");
    EXPECT_EQ(text_at(get(at(act_) + kPurpose, "INSPECTOR"), "data/maySign"), "false");
    EXPECT_EQ(sign("", der).status, 401);
}

TEST_F(SignatureDoors, IsSeenByWhoOpensTheDossierAndThatIsEntered) {
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR"))).status, 201);
    for (const std::string what : {"signatures", "record"}) {
        for (const std::string person : {"A2", "OFFICER"}) EXPECT_EQ(get(at(act_, what), person).status, 200) << person;
        for (const std::string person : {"A1", "TEACHER", "ADMIN"})
            EXPECT_EQ(problem_of(get(at(act_, what) + kPurpose, person)), "not-found-or-not-allowed") << person;
        EXPECT_EQ(problem_of(get(at(act_, what), "INSPECTOR")), "reason-required");
        const auto before = access_size();
        EXPECT_EQ(get(at(act_, what) + kPurpose, "INSPECTOR").status, 200);
        const auto entry = events::decode(log_->read(events::Ledger::access, {before}));
        const auto* viewed = entry.event.as<DossierViewed>();
        ASSERT_NE(viewed, nullptr);
        EXPECT_EQ(viewed->view.str(), "act-" + what);
        EXPECT_EQ(viewed->person.str(), "A2");
    }
    // The minutes belong to no dossier: their keeper, and inspection.
    EXPECT_EQ(get(at(minutes_), "OFFICER").status, 200);
    EXPECT_EQ(get(at(minutes_), "INSPECTOR").status, 200);
    EXPECT_EQ(problem_of(get(at(minutes_), "A2")), "not-found-or-not-allowed");
}

TEST_F(SignatureDoors, StandsOnTheTimelineOfTheDossier) {
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR"))).status, 201);
    const auto der = signers_.sign("officer", bytes(minutes_, "OFFICER"));
    ASSERT_EQ(post(at(minutes_), "OFFICER", body(der)).status, 201);
    folded();
    const auto timeline = get("/v1/dossiers/2023.A2/timeline?types=act.signed", "A2");
    EXPECT_EQ(text_at(timeline, "data/items"), "[2]") << timeline.content();
    EXPECT_EQ(text_at(timeline, "data/items/0/touch"), "MEETING");
    EXPECT_EQ(text_at(timeline, "data/items/1/touch"), "OWN");
    EXPECT_EQ(text_at(timeline, "data/items/1/act/dossier"), "2023.A2");
    EXPECT_EQ(text_at(timeline, "data/items/1/act/by/actor"), "DIRECTOR");
    EXPECT_NE(timeline.content().find(R"({"field":"standing","to":"TRUSTED"})"), std::string::npos);
}

TEST_F(SignatureDoors, LeavesWithAPackageAndChecksThere) {
    ASSERT_EQ(sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR"))).status, 201);
    const auto begun = post("/v1/exports", "INSPECTOR", R"({"scope":{"person":"A2"},"purpose":"05/QĐ-TTr"})");
    const auto job = header_of(begun, "Location");
    for (int i = 0; i < 2000 && text_at(get(job, "INSPECTOR"), "data/state") != "DONE"; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto response = get(job + "/package", "INSPECTOR");
    std::string archive(response.content());
    while (response.pieces && archive.size() < response.pieces->bytes) archive += response.pieces->next();
    const auto report = events::package::check_package(archive, log_->vkey());
    ASSERT_TRUE(report) << report.error().detail_en;
    EXPECT_EQ(report->violations, std::vector<std::string>{});
    EXPECT_NE(archive.find(R"("actType":"rating.decided")"), std::string::npos);
    EXPECT_NE(archive.find("CN=PHAM VAN CUONG"), std::string::npos);
}

TEST_F(SignatureDoors, GoesWithItsSignersDataAndTheLogStaysWhole) {
    const auto taken = sign("DIRECTOR", signers_.sign("director", bytes(act_, "DIRECTOR")));
    ASSERT_EQ(taken.status, 201);
    const events::Position position{std::stoull(text_at(taken, "position"))};
    const auto stored = log_->read(events::Ledger::main, position);
    ASSERT_EQ(stored.parts.size(), 1u);
    EXPECT_EQ(stored.parts.front().subject, PersonCode::of("DIRECTOR"));
    // The record itself tells codes and times only.
    const auto record = log_->record_bytes(events::Ledger::main, position);
    EXPECT_EQ(record.find("CUONG"), std::string::npos);
    log_->erase(PersonCode::of("DIRECTOR"));
    EXPECT_TRUE(log_->read(events::Ledger::main, position).lost.front());
    const auto shown = get(at(act_), "OFFICER");
    EXPECT_EQ(text_at(shown, "data/signatures"), "[0]");
    EXPECT_EQ(text_at(shown, "data/lost"), "1");
    EXPECT_EQ(events::check(*log_, events::Ledger::main).violations.size(), 0u);
}

// The decision binds its content by salted commitments: with the person's key gone nobody can test a guess of the level
// against the signature, and the signature still fits.
TEST_F(SignatureDoors, OutlivesTheErasureOfTheRatedPerson) {
    const auto der = signers_.sign("director", bytes(act_, "DIRECTOR"));
    ASSERT_EQ(sign("DIRECTOR", der).status, 201);
    log_->erase(PersonCode::of("A2"));
    EXPECT_TRUE(signers_.openssl_verifies("state", bytes(act_, "DIRECTOR"), der));
    EXPECT_EQ(standing(get(at(act_), "DIRECTOR")), "TRUSTED");
}

TEST_F(SignatureDoors, IsTakenOnceUnderOneKey) {
    const HeaderFields key{{"Idempotency-Key", "\"ky-1\""}};
    const auto der = signers_.sign("director", bytes(act_, "DIRECTOR"));
    const auto first = sign("DIRECTOR", der, key);
    const auto again = sign("DIRECTOR", der, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(text_at(again, "replayed"), "true");
    EXPECT_EQ(text_at(again, "position"), text_at(first, "position"));
}

}  // namespace
}  // namespace minhbach::api::routes
