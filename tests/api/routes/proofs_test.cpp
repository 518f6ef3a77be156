// What others are given to check the log by: proofs of completeness, seals, keys; and whether anybody takes it.
#include "doors.hpp"
#include "events/completeness/seal_check.hpp"
#include "events/files.hpp"

namespace minhbach::api::routes {
namespace {

using events::Ledger;

class Proofs : public Doors {
protected:
    void seal() {
        house().index_of(Ledger::main).keep({1, 0}, clock_.now(), [&](const IndexSealed& entry) {
            return house().desk.keep_books(entry, "index").has_value();
        });
        log_->publish_checkpoint(Ledger::main);
    }
    std::uint64_t complete(const std::string& query) {
        const auto answer = get("/v1/log/completeness?" + query, "INSPECTOR");
        EXPECT_EQ(answer.status, 200) << answer.content();
        const auto proof = events::parse_completeness(answer.content()).value();
        return events::check_completeness(proof, events::merkle::NoteVerifier::parse(log_->vkey()).value())
            .value()
            .count;
    }
    // The program starts again after nobody took a checkpoint for long.
    void forgotten() {
        application_.reset();
        events::replace_file(store() / "taken-outside", "1600000000000\n", 0600);
        application_ = made();
        folded();
    }
    bool overdue() { return text_at(get("/readyz", ""), "checkpointOverdue") == "true"; }
};

TEST_F(Proofs, OfCompletenessHoldForEveryKindOfList) {
    EXPECT_EQ(problem_of(get("/v1/log/completeness?subject=A1", "INSPECTOR")), "not-yet-known");
    const auto records = main_size();
    const auto about = log_->subject_positions(Ledger::main, PersonCode::of("A1")).size();
    seal();
    EXPECT_EQ(complete("subject=A1"), about);
    EXPECT_EQ(complete("actor=ADMIN"), records);
    EXPECT_EQ(complete("actor=system"), 1u);
    EXPECT_EQ(complete("stream=books/index"), 1u);
    EXPECT_EQ(complete("subject=NOBODY"), 0u);
    using namespace services;
    write({a_document("AFTER")});
    log_->publish_checkpoint(Ledger::main);
    EXPECT_EQ(complete("actor=ADMIN"), records + 1);
    const auto seals = events::parse_seals(get("/v1/log/seals", "INSPECTOR").content()).value();
    ASSERT_EQ(seals.size(), 1u);
    EXPECT_EQ(seals[0].size, records);
}

TEST_F(Proofs, AreForWhoMayReadTheLogAndAboutOneList) {
    for (const auto* route : {"/v1/log/completeness?subject=A1", "/v1/log/seals"}) {
        EXPECT_EQ(get(route, "").status, 401) << route;
        EXPECT_EQ(get(route, "A1").status, 404) << route;
    }
    for (const auto* query : {"", "?subject=A1&actor=A1", "?stream=no-stream", "?subject=a%20b", "?actor="})
        EXPECT_EQ(get(std::string("/v1/log/completeness") + query, "INSPECTOR").status, 400) << query;
}

TEST_F(Proofs, TheChainOfKeysIsOpenToEverybodyAndEmptyUntilThereIsAnotherKey) {
    const auto keys = get("/v1/log/keys", "");
    EXPECT_EQ(keys.status, 200);
    EXPECT_EQ(keys.content(), "");
}

TEST_F(Proofs, ACheckpointTakenByTheHouseItselfIsNotTakenOutside) {
    forgotten();
    EXPECT_TRUE(overdue());
    EXPECT_EQ(get("/log/checkpoint", "ADMIN").status, 200);
    EXPECT_TRUE(overdue()) << "an administrator";
    EXPECT_EQ(get("/log/checkpoint", "", {{"Cookie", "minhbach=x"}}).status, 200);
    EXPECT_TRUE(overdue()) << "the console";
    EXPECT_EQ(get("/log/access/checkpoint", "").status, 200);
    EXPECT_TRUE(overdue()) << "the other ledger";
    EXPECT_EQ(get("/log/checkpoint", "INSPECTOR").status, 200);
    EXPECT_FALSE(overdue());
}

// The first screen of administrators and inspectors reads it from /readyz.
TEST_F(Proofs, TheReminderIsInTheMetricsAndInWhatTheFirstScreenReads) {
    const auto reminds = [&] { return text_at(get("/readyz", ""), "checkpointOverdue"); };
    const auto metric = [&](const std::string& value) {
        return get("/metrics", "").content().find("minhbach_checkpoint_overdue " + value) != std::string_view::npos;
    };
    EXPECT_EQ(reminds(), "false");
    EXPECT_TRUE(metric("0"));
    forgotten();
    EXPECT_EQ(reminds(), "true");
    EXPECT_TRUE(metric("1"));
    EXPECT_EQ(get("/log/checkpoint", "").status, 200);
    EXPECT_EQ(reminds(), "false");
    EXPECT_TRUE(metric("0"));
}

}  // namespace
}  // namespace minhbach::api::routes
