// A person's data is erased over the doors: two people, every place emptied, and everything else still there.
#include <array>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>
#include <utility>

#include "api/export/export.hpp"
#include "doors.hpp"
#include "events/check.hpp"
#include "events/erasures.hpp"
#include "events/files.hpp"
#include "events/merkle/note.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "held_log.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kName = "Trương Văn Khánh";  // A2
const std::string kRequest =
    R"({"erasure":"XDL-1","subject":"A2","document":"D1","clause":"Điều 16 Nghị định số 13/2023/NĐ-CP",)"
    R"("reason":"Hết thời hạn lưu trữ."})";
const HeaderFields kFirst{{"If-Match", "\"1\""}};

class ErasureDoors : public Doors {
protected:
    // A2 is decided on in 2023, leaves in 2024, and the terms have ended in 2033.
    void leave() {
        using namespace services;
        done("A2", the_form("A2"));
        clock_.set(Time::of("2023-11-21T08:00"));
        done("DIRECTOR", a_judgement("A2"));
        clock_.set(Time::of("2023-11-22T10:00"));
        done("OFFICER", a_meeting("M1", "51-S05", {"A2"}));
        done("OFFICER",
             minutes_of("M1", {{PersonCode::of("A2"), 1, PersonCode::of("A1"), Text::of("Khánh làm tốt.")}}));
        clock_.set(Time::of("2023-11-24T10:00"));
        done("OFFICER", a_proposal("A2", Level::good));
        clock_.set(Time::of("2023-11-28T09:00"));
        done("DIRECTOR", a_decision({a_line("A2", Level::good)}));
        const auto term = [](std::string_view id, std::vector<RecordKind> kinds, int years) {
            return RetentionDefined{RetentionId::of(id),  Label::of("Hồ sơ"), std::move(kinds), years,
                                    DocumentId::of("D1"), Label::of("Mục 3")};
        };
        write({PostEnded{PersonCode::of("A2"), UnitCode::of("51-S05.P1"), kSince, Date::of("2024-06-30"), {}},
               term("R5", {RecordKind::rating, RecordKind::work}, 5), term("R8", {RecordKind::personnel}, 8)});
        reopen();
        clock_.set(Time::of("2033-01-10T09:00"));
    }
    void reopen() {
        TearDown();
        log_ = opened();
        application_ = made();
        again();
        folded();
    }
    void wait_until_emptied() { wait_until_emptied(house().erasing, "XDL-1"); }
    void wait_until_emptied(const Erasing& erasing, std::string_view erasure) {
        for (int i = 0; i < 1'500 && !erasing.is_emptied(ErasureId::of(erasure)); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        folded();
    }
    std::string name_shown(const std::string& person) {
        return text_at(get("/v1/people/" + person + kPurpose, "INSPECTOR"), "data/person/fullName");
    }
    void erase() {
        EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
        const auto approved = post("/v1/erasures/XDL-1/approval", "INSPECTOR", "{}", kFirst);
        EXPECT_EQ(approved.status, 201) << approved.content();
        wait_until_emptied();
    }
    void expect_live_equals_rebuilt() {
        for (const auto ledger : {events::Ledger::main, events::Ledger::access}) {
            const auto is_main = ledger == events::Ledger::main;
            const auto violations =
                projections::check_rebuild(*log_, ledger, is_main ? house().acts : house().access,
                                           is_main ? projections::all_projections() : projections::access_projections(),
                                           directory_.path() / "shadow");
            for (const auto& violation : violations) ADD_FAILURE() << violation.what;
            for (const auto& violation : events::check(*log_, ledger).violations) ADD_FAILURE() << violation.what;
        }
    }
};

TEST_F(ErasureDoors, TakesTwoPeopleAndGoesThroughEveryPlace) {
    leave();
    ASSERT_EQ(text_at(get("/v1/people/A2" + kPurpose, "INSPECTOR"), "data/person/fullName"), kName);
    const auto& subjects_token = token("A2");
    EXPECT_TRUE(house().identity.tokens.admits(subjects_token, house().wall.now()));
    EXPECT_EQ(problem_of(post("/v1/erasures", "A3", kRequest)), "not-competent");
    const auto asked = post("/v1/erasures", "OFFICER", kRequest);
    ASSERT_EQ(asked.status, 201) << asked.content();
    EXPECT_EQ(header_of(asked, "Location"), "/v1/erasures/XDL-1");
    EXPECT_EQ(problem_of(post("/v1/erasures/XDL-1/approval", "OFFICER", "{}", kFirst)), "same-person");
    EXPECT_EQ(problem_of(post("/v1/erasures/XDL-1/approval", "INSPECTOR", "{}")), "precondition-required");
    folded();
    EXPECT_EQ(text_at(get("/v1/erasures/XDL-1", "INSPECTOR"), "data/erasure/status"), "REQUESTED");
    EXPECT_EQ(problem_of(get("/v1/erasures/XDL-1/certificate", "INSPECTOR")), "step-order");
    EXPECT_EQ(problem_of(get("/v1/erasures/XDL-1", "A3")), "not-found-or-not-allowed");

    const auto approved = post("/v1/erasures/XDL-1/approval", "INSPECTOR", "{}", kFirst);
    ASSERT_EQ(approved.status, 201) << approved.content();
    // The key is gone before the answer comes.
    const auto positions = log_->subject_positions(events::Ledger::main, PersonCode::of("A2"));
    EXPECT_EQ(log_->read(events::Ledger::main, positions.front()).lost, std::vector<bool>{true});
    wait_until_emptied();

    const auto shown = get("/v1/erasures/XDL-1", "INSPECTOR");
    EXPECT_EQ(text_at(shown, "data/erasure/status"), "EXECUTED");
    EXPECT_EQ(text_at(shown, "data/emptied"), "true");
    EXPECT_EQ(text_at(shown, "data/erasure/requested/actor"), "OFFICER");
    EXPECT_EQ(text_at(shown, "data/erasure/decided/actor"), "INSPECTOR");
    EXPECT_GT(std::stoi(text_at(shown, "data/erasure/lost/events")), 8);
    EXPECT_EQ(text_at(shown, "data/erasure/lost/accessEvents"), "1");  // the inspector's view
    EXPECT_FALSE(house().identity.tokens.admits(subjects_token, house().wall.now()));

    const auto person = get("/v1/people/A2" + kPurpose, "INSPECTOR");
    EXPECT_EQ(text_at(person, "data/person/fullName"), "(absent)");
    EXPECT_EQ(text_at(person, "data/erased/erasure"), "XDL-1");
    EXPECT_EQ(text_at(person, "data/erased/document"), "D1");
    for (const std::string path : {"/v1/dossiers/2023.A2", "/v1/dossiers/2023.A2/grounds"}) {
        const auto gone = get(path + kPurpose, "INSPECTOR");
        EXPECT_EQ(problem_of(gone), "erased") << path;
        EXPECT_EQ(text_at(gone, "clause"), "Điều 16 Nghị định số 13/2023/NĐ-CP");
        EXPECT_NE(gone.content().find("10/01/2033"), std::string::npos);
        EXPECT_NE(gone.content().find("XDL-1"), std::string::npos);
    }
    for (const std::string path : {"/v1/dossiers/2023.A2/timeline", "/v1/people/A2/ratings"}) {
        const auto answer = get(path + kPurpose, "INSPECTOR");
        EXPECT_EQ(answer.status, 200) << path << answer.content();
        EXPECT_EQ(text_at(answer, "data/erased/erasure"), "XDL-1") << path;
        EXPECT_EQ(answer.content().find(kName), std::string::npos) << path;
    }
    expect_live_equals_rebuilt();
}

TEST_F(ErasureDoors, WhyAnActAboutThePersonWasRefusedIsGoneWithTheKey) {
    leave();
    const auto revision = log_->stream_count(events::Ledger::main, events::Stream::of("dossier", "2023.A2"));
    const auto refused = post("/v1/dossiers/2023.A2/decision", "HEAD2", R"({"level":"GOOD","document":"D1"})",
                              {{"If-Match", "\"" + std::to_string(revision) + "\""}});
    ASSERT_TRUE(refused.status == 403 || refused.status == 409 || refused.status == 422) << refused.content();
    const auto listed = [&] {
        EXPECT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
        return get("/v1/access/refusals", "INSPECTOR");
    };
    const auto before = listed();
    const auto why = text_at(before, "data/items/0/detail");
    ASSERT_NE(why, "(absent)");
    EXPECT_EQ(text_at(before, "data/items/0/target"), "dossier/2023.A2");
    erase();
    const auto after = listed();
    EXPECT_EQ(after.content().find(why), std::string::npos);
    EXPECT_EQ(text_at(after, "data/items/0/actor"), "HEAD2");
    EXPECT_EQ(text_at(after, "data/items/0/actEn"), "The content was erased");
    EXPECT_EQ(text_at(get("/v1/access/refusals?target=dossier/2023.A2", "INSPECTOR"), "data/items"), "[0]");
    EXPECT_EQ(text_at(get("/v1/erasures/XDL-1", "INSPECTOR"), "data/erasure/lost/accessEvents"), "1");
    expect_live_equals_rebuilt();
}

TEST_F(ErasureDoors, IsCertifiedWithTheLogsKey) {
    leave();
    erase();
    const auto certificate = get("/v1/erasures/XDL-1/certificate", "INSPECTOR");
    ASSERT_EQ(certificate.status, 200) << certificate.content();
    const std::array keys{events::merkle::NoteVerifier::parse(log_->vkey()).value()};
    const auto note = std::string(certificate.content());
    ASSERT_TRUE(events::merkle::open_note(note, keys));
    EXPECT_TRUE(note.starts_with("minhbach erasure v1\norigin test.example/log\nerasure XDL-1\nsubject A2\n"));
    EXPECT_NE(note.find("\nrequested "), std::string::npos);
    EXPECT_NE(note.find(" OFFICER OFFICER.1 2033-01-10"), std::string::npos);
    EXPECT_NE(note.find(" INSPECTOR INSPECTOR.1 2033-01-10"), std::string::npos);
    auto other = note;
    other.replace(other.find("subject A2"), 10, "subject A3");
    EXPECT_FALSE(events::merkle::open_note(other, keys));
}

TEST_F(ErasureDoors, IsNotCertifiedWhileKeysLieBesideTheStore) {
    leave();
    erase();
    const auto certified = [&] { return get("/v1/erasures/XDL-1/certificate", "INSPECTOR").status == 200; };
    const auto emptied = [&] { return text_at(get("/v1/erasures/XDL-1", "INSPECTOR"), "data/emptied"); };
    EXPECT_TRUE(certified());
    for (const std::string left :
         {".damaged/vault", ".damaged-2/projections", ".repairing/exports", ".restoring/vault"}) {
        const std::filesystem::path path = store().string() + left;
        std::filesystem::create_directories(path);
        EXPECT_FALSE(certified()) << left;
        EXPECT_EQ(emptied(), "false") << left;
        std::filesystem::remove(path);  // what is left besides is sealed
        EXPECT_TRUE(certified()) << left;
        EXPECT_EQ(emptied(), "true") << left;
    }
    // Neither that of another store, nor a file.
    std::filesystem::create_directories(store().string() + "2.damaged/vault");
    std::filesystem::create_directories(store().string() + ".damagedX/vault");
    std::ofstream(store().string() + ".damaged-3") << "a file";
    EXPECT_TRUE(certified());
}

TEST_F(ErasureDoors, WaitsForALegalHold) {
    leave();
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    const std::string hold = R"({"hold":"GIU-1","subject":"A2","document":"D1","reason":"Đang thanh tra."})";
    EXPECT_EQ(problem_of(post("/v1/legal-holds", "OFFICER", hold)), "not-competent");
    EXPECT_EQ(post("/v1/legal-holds", "INSPECTOR", hold).status, 201);
    const auto held = post("/v1/erasures/XDL-1/approval", "DIRECTOR", "{}", kFirst);
    EXPECT_EQ(problem_of(held), "on-hold");
    EXPECT_EQ(text_at(held, "clause"), "quy định nội bộ");
    EXPECT_EQ(post("/v1/legal-holds/GIU-1/lifting", "INSPECTOR", R"({"document":"D1","reason":"Đã kết luận."})", kFirst)
                  .status,
              201);
    folded();
    EXPECT_EQ(text_at(get("/v1/legal-holds", "INSPECTOR"), "data/total"), "1");
    EXPECT_NE(text_at(get("/v1/legal-holds", "INSPECTOR"), "data/items/0/lifted"), "(absent)");
    EXPECT_EQ(post("/v1/erasures/XDL-1/approval", "DIRECTOR", "{}", kFirst).status, 201);
}

TEST_F(ErasureDoors, IsRefusedWithTheClassAndItsEnd) {
    leave();
    clock_.set(Time::of("2033-01-10T09:00"));
    const auto kept = R"({"retention":"R20","name":"Hồ sơ nhân sự","kinds":["PERSONNEL"],"years":20,)"
                      R"("document":"D1","clause":"Mục 1"})";
    EXPECT_EQ(problem_of(post("/v1/retention-classes", "OFFICER", kept)), "not-competent");
    EXPECT_EQ(post("/v1/retention-classes", "ADMIN", kept).status, 201);
    const auto refused = post("/v1/erasures", "OFFICER", kRequest);
    EXPECT_EQ(problem_of(refused), "retained");
    EXPECT_NE(refused.content().find("R20"), std::string::npos);
    EXPECT_NE(refused.content().find("31/12/2044"), std::string::npos);
    folded();
    EXPECT_EQ(text_at(get("/v1/retention-classes", "A1"), "data/items"), "[3]");
}

TEST_F(ErasureDoors, ARefusedOrWithdrawnRequestErasesNothing) {
    leave();
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    EXPECT_EQ(post("/v1/erasures/XDL-1/refusal", "INSPECTOR", R"({"reason":"Thiếu căn cứ."})", kFirst).status, 201);
    auto second = kRequest;
    second.replace(second.find("XDL-1"), 5, "XDL-2");
    EXPECT_EQ(post("/v1/erasures", "OFFICER", second).status, 201);
    EXPECT_EQ(post("/v1/erasures/XDL-2/withdrawal", "OFFICER", R"({"reason":"Nhầm."})", kFirst).status, 201);
    folded();
    EXPECT_EQ(text_at(get("/v1/erasures?limit=1", "INSPECTOR"), "data/items/0/status"), "REFUSED");
    EXPECT_EQ(text_at(get("/v1/erasures", "INSPECTOR"), "data/items/1/status"), "WITHDRAWN");
    EXPECT_TRUE(events::approved_erasures(*log_).empty());
    EXPECT_EQ(text_at(get("/v1/people/A2" + kPurpose, "INSPECTOR"), "data/person/fullName"), kName);
}

TEST_F(ErasureDoors, APackageMadeBeforeIsGoneAndOneMadeLaterSaysErased) {
    leave();
    const std::string body = R"({"scope":{"person":"A2"},"purpose":"Thanh tra"})";
    const auto begun = post("/v1/exports", "INSPECTOR", body);
    const auto job = text_at(begun, "data/job");
    const auto find = [&] { return house().exports.find(job); };
    while (find()->state != exports::JobState::done) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto file = find()->file();
    EXPECT_NE(events::read_file(file)->find(kName), std::string::npos);
    erase();
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_FALSE(find());
    const auto later = directory_.path() / "later.zip";
    const auto exported = exports::write_export(*log_, {PersonCode::of("A2"), {}, {}}, {}, {}, later, [](auto) {});
    ASSERT_TRUE(exported);
    EXPECT_GT(exported->written.parts_erased, 8u);
    EXPECT_EQ(events::read_file(later)->find(kName), std::string::npos);
}

// Each step that a crash can fall behind, and what the next start makes of it.
TEST_F(ErasureDoors, HealsWhereItWasInterrupted) {
    leave();
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    // Approved and durable, then the power goes: the desk alone decides here.
    done("INSPECTOR", services::erasure::ApproveErasure{ErasureId::of("XDL-1")});
    EXPECT_FALSE(events::approved_erasures(*log_)[0].executed);
    reopen();
    wait_until_emptied();
    EXPECT_EQ(text_at(get("/v1/people/A2" + kPurpose, "INSPECTOR"), "data/person/fullName"), "(absent)");
    for (int i = 0; i < 2'000 && !events::approved_erasures(*log_)[0].executed; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(events::approved_erasures(*log_)[0].executed);
    folded();
    EXPECT_EQ(text_at(get("/v1/erasures/XDL-1", "INSPECTOR"), "data/erasure/status"), "EXECUTED");
    // The key is gone and it is entered, but the read models are of before: they go before anybody reads them.
    std::filesystem::remove(store() / "projections" / "erasures");
    const auto marker = store() / "projections" / "main" / "left-over";
    TearDown();
    std::ofstream(marker) << kName;
    log_ = opened();
    application_ = made();
    again();
    folded();
    EXPECT_FALSE(std::filesystem::exists(marker));
    EXPECT_EQ(events::read_file(store() / "projections" / "erasures"), "1\n");
    expect_live_equals_rebuilt();
}

// Nobody's answer set it going: it looks by itself.
TEST_F(ErasureDoors, FindsWhatIsApprovedAndNotCarriedOut) {
    leave();
    Erasing looking(*log_, house().desk, house().identity, house().exports, house().acts, house().access, store(),
                    std::chrono::milliseconds(20));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));  // what it does at the start is done
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    done("INSPECTOR", services::erasure::ApproveErasure{ErasureId::of("XDL-1")});
    wait_until_emptied(looking, "XDL-1");
    EXPECT_TRUE(events::approved_erasures(*log_)[0].executed);
    EXPECT_EQ(name_shown("A2"), "(absent)");
}

TEST_F(ErasureDoors, IsEmptiedAfterAStartOnlyWhenWhatACrashLeftIsGone) {
    leave();
    erase();
    const auto left = store() / "attachments";
    for (int i = 0; i < 300; ++i) {
        const auto folder = left / ("T" + std::to_string(i));
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "head") << "mb-attachment-v1 A2\n";
        std::ofstream(folder / "0") << kName;
    }
    const Erasing started(*log_, house().desk, house().identity, house().exports, house().acts, house().access,
                          store());
    wait_until_emptied(started, "XDL-1");
    ASSERT_TRUE(started.is_emptied(ErasureId::of("XDL-1")));
    EXPECT_TRUE(std::filesystem::is_empty(left));
}

// A log that does something once: while what an erasure lost is counted (its approval was taken up, others were not),
// or before an act is written.
struct OwnedLog {
    std::unique_ptr<events::Log> owned;
};
class LogThatCalls : private OwnedLog, public events::HeldLog {
public:
    explicit LogThatCalls(std::unique_ptr<events::Log> log) : OwnedLog{std::move(log)}, HeldLog(*owned) { let_go(); }
    std::vector<events::Position> subject_positions(events::Ledger ledger, const PersonCode& subject) const override {
        if (ledger == events::Ledger::access) {
            if (const auto now = std::exchange(meanwhile, nullptr)) now();
        }
        return HeldLog::subject_positions(ledger, subject);
    }
    Result<events::Assigned> append(events::Ledger ledger, events::Append append, events::Completion done) override {
        if (ledger == events::Ledger::main) {
            if (const auto now = std::exchange(before_an_act, nullptr)) now();
        }
        return HeldLog::append(ledger, std::move(append), std::move(done));
    }
    mutable std::function<void()> meanwhile;
    std::function<void()> before_an_act;
};

class TwoErasures : public ErasureDoors {
protected:
    std::unique_ptr<events::Log> opened() override {
        auto log = std::make_unique<LogThatCalls>(ErasureDoors::opened());
        counting_ = log.get();
        return log;
    }
    LogThatCalls* counting_ = nullptr;
};

TEST_F(TwoErasures, CloseTogetherAreBothCarriedOutBeforeTheyAreCertified) {
    done("ADMIN", services::evaluation::CloseDossier{services::dossier_of("A3"), ClosingCause::left_service,
                                                     Text::of("Thôi việc"), DocumentId::of("D1")});
    leave();
    write({PostEnded{PersonCode::of("A3"), UnitCode::of("51-S05.P1"), kSince, Date::of("2024-06-30"), {}}});
    reopen();
    clock_.set(Time::of("2033-01-10T09:00"));
    const auto second = ErasureId::of("XDL-2");
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    auto other = kRequest;
    other.replace(other.find("XDL-1"), 5, "XDL-2").replace(other.find("A2"), 2, "A3");
    EXPECT_EQ(post("/v1/erasures", "OFFICER", other).status, 201);
    EXPECT_NE(name_shown("A3"), "(absent)");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));  // what is done at the start is done

    done("INSPECTOR", services::erasure::ApproveErasure{ErasureId::of("XDL-1")});
    counting_->meanwhile = [&] { done("INSPECTOR", services::erasure::ApproveErasure{second}); };
    house().erasing.carry_out_what_there_is();
    wait_until_emptied(house().erasing, "XDL-2");
    ASSERT_TRUE(house().erasing.is_emptied(second));
    const auto approved = events::approved_erasures(*log_);
    ASSERT_EQ(approved.size(), 2u);
    EXPECT_TRUE(approved[1].executed);
    EXPECT_EQ(name_shown("A2"), "(absent)");
    EXPECT_EQ(name_shown("A3"), "(absent)");
    EXPECT_EQ(events::read_file(store() / "projections" / "erasures"), "2\n");
}

class ErasureOnAFaultyDisk : public ErasureDoors {
protected:
    std::unique_ptr<events::Log> opened() override {
        events::StoreOptions options;
        options.checkpoint_every_ms = 3'600'000;  // the next synced batch is the next append's
        auto log = std::make_unique<LogThatCalls>(events::open_store_on(store(), clock_, options, disk_.env()).value());
        calling_ = log.get();
        return log;
    }
    void TearDown() override {
        disk_.heal();
        ErasureDoors::TearDown();
    }
    events::FaultyDisk disk_;
    LogThatCalls* calling_ = nullptr;
};

TEST_F(ErasureOnAFaultyDisk, AnApprovalThatIsFoundWhenTheStoreIsOpenAgainIsCarriedOut) {
    leave();
    EXPECT_EQ(post("/v1/erasures", "OFFICER", kRequest).status, 201);
    EXPECT_EQ(name_shown("A2"), kName);
    log_->publish_checkpoint(events::Ledger::main);
    calling_->before_an_act = [&] {
        disk_.fail_with(events::kBroken);
        disk_.fail_with(events::kSyncKeeps);
    };
    EXPECT_EQ(problem_of(post("/v1/erasures/XDL-1/approval", "INSPECTOR", "{}", kFirst)), "outcome-unknown");
    const auto generation = log_->generation();
    disk_.heal();
    for (int i = 0; i < 1'000 && log_->generation() == generation; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    wait_until_emptied();
    const auto approved = events::approved_erasures(*log_);
    ASSERT_EQ(approved.size(), 1u);
    EXPECT_TRUE(approved[0].executed);
    EXPECT_EQ(name_shown("A2"), "(absent)");
}

}  // namespace
}  // namespace minhbach::api::routes
