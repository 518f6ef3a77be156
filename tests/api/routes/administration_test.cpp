// Administration is entered as everything else is. Each way to change something is here with what it leaves, so that a
// new one has to say it.
#include <fstream>
#include <set>

#include "api/on_machine.hpp"
#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

// Routes that are no commands. A command leaves its event in the main ledger, or `command.refused` in the access
// ledger: the desk writes one or the other for all of them. Empty: nothing is changed, a question in many words.
const std::map<std::string, std::string> kLeaves{
    {"sign-in", "session.began"},
    {"sign-in-with-password", "session.began"},
    {"sign-in-with-slip", "account.changed session.began"},
    {"sign-in-as-machine", "session.began"},
    {"prove-again", "session.proven-again"},
    {"sign-out", "sessions.ended"},
    {"sign-out-everywhere", "sessions.ended"},
    {"give-slip", "account.changed"},
    {"change-password", "account.changed"},
    {"propose-device", "the confirmation"},
    {"confirm-device", "account.changed"},
    {"remove-device", "account.changed"},
    {"export", "package.exported"},
    {"rebuild-projections", "administration.done"},
    {"redeliver-webhook", "administration.done"},
    {"begin-attachment", "attachment.stored when it is handed in"},
    {"put-attachment-piece", "attachment.stored when it is handed in"},
};

class Administration : public Doors {
protected:
    bool is_command(const Route& route) {
        for (const auto& parameter : route.parameters)
            if (parameter.name == "Idempotency-Key") return true;
        return false;
    }
    // Types of what was entered since, by whom.
    std::vector<std::string> entered_since(std::uint64_t before) {
        log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access), log_->generation(),
                                 20'000);
        std::vector<std::string> entries;
        for (auto at = before; at < access_size(); ++at) {
            const auto entry = events::decode(log_->read(events::Ledger::access, {at}));
            entries.push_back(entry.record.type + " by " + entry.record.actor.str());
        }
        return entries;
    }
    bool leaves(const std::string& expected, const Asked& asked, int status) {
        const auto before = log_->accepted(events::Ledger::access);
        const auto answer = ask(asked);
        EXPECT_EQ(answer.status, status) << asked.target << " " << answer.content();
        const auto entries = entered_since(before);
        return std::find(entries.begin(), entries.end(), expected) != entries.end();
    }
};

TEST_F(Administration, EveryWayToChangeSomethingSaysWhatItLeaves) {
    std::set<std::string> told;
    for (const auto& route : all_routes()) {
        if (route.method == "GET" || is_command(route)) continue;
        // Questions in a body read and write nothing; rehearsals throw away what was decided.
        const bool asks = route.name.starts_with("what-if") || route.path.starts_with("/v1/rules/") ||
                          route.path.ends_with("/rehearsal");
        if (asks) continue;
        told.insert(route.name);
        EXPECT_TRUE(kLeaves.contains(route.name)) << route.method << " " << route.path << " " << route.name;
    }
    for (const auto& [name, entry] : kLeaves) EXPECT_TRUE(told.contains(name)) << name;
}

TEST_F(Administration, ReadModelsAreFoldedAnewUnderAName) {
    const auto before = log_->accepted(events::Ledger::access);
    EXPECT_EQ(ask({"POST", "/v1/projections/rebuild", "ADMIN"}).status, 202);
    const auto entries = entered_since(before);
    EXPECT_NE(std::find(entries.begin(), entries.end(), "administration.done by ADMIN"), entries.end());
    EXPECT_EQ(ask({"POST", "/v1/projections/rebuild", "A1"}).status, 404);
}

TEST_F(Administration, ASlipASessionAndItsEndAreEntered) {
    EXPECT_TRUE(leaves("account.changed by ADMIN", {"POST", "/v1/accounts/A1/slips", "ADMIN"}, 201));
    EXPECT_TRUE(leaves("sessions.ended by A1", {"POST", "/v1/sign-out/everywhere", "A1"}, 200));
    EXPECT_TRUE(leaves("command.refused by A2",
                       {"POST",
                        "/v1/objections",
                        "A2",
                        {{"Content-Type", "application/json"}},
                        R"({"objection":"KN-9","kind":"PETITION","dossier":"2023.A1","decision":1,"grounds":"x"})"},
                       403));
}

// A token is made on the machine, beside the server: it announces itself, and the server enters it.
TEST_F(Administration, WhatIsDoneOnTheMachineIsEnteredByWhoeverServes) {
    const auto before = log_->accepted(events::Ledger::access);
    announce(store(), {Label::of("token"), {}, PersonCode::of("A1"), Digest::of(std::string(64, 'a')), {}, {}});
    std::ofstream(store() / "administration" / "forged.json") << "not what we write";
    application_->stop();
    const auto entries = entered_since(before);
    EXPECT_EQ(std::count(entries.begin(), entries.end(), "administration.done by system"), 2) << entries.size();
    EXPECT_TRUE(std::filesystem::is_empty(store() / "administration"));
    std::vector<std::string> acts;
    for (auto at = before; at < access_size(); ++at) {
        const auto entry = events::decode(log_->read(events::Ledger::access, {at}));
        const auto* done = entry.event.as<AdministrationDone>();
        if (!done) continue;
        acts.push_back(done->act.str());
        if (done->act != Label::of("token")) continue;
        EXPECT_TRUE(done->account) << "of the machine";
        EXPECT_TRUE(done->done_at);
        EXPECT_EQ(done->person, PersonCode::of("A1"));
    }
    EXPECT_EQ(std::set<std::string>(acts.begin(), acts.end()), (std::set<std::string>{"token", "unreadable"}));
}

// Two persons, and never the person it is about: one who tries both is refused.
TEST_F(Administration, OnePersonIsNotTwo) {
    ASSERT_TRUE(house().identity.accounts.redeem(
        PersonCode::of("A1"), house().identity.accounts.issue_slip(PersonCode::of("A1"), house().wall.now()),
        "hoa sen tháng sáu", house().wall.now()));
    EXPECT_EQ(ask({"POST", "/v1/accounts/A1/slips", "ADMIN"}).status, 202);
    EXPECT_EQ(ask({"POST", "/v1/accounts/A1/slips", "ADMIN"}).status, 202) << "the same person again";
    EXPECT_EQ(ask({"POST", "/v1/accounts/A1/slips", "OFFICER"}).status, 201);
    EXPECT_EQ(ask({"POST", "/v1/accounts/ADMIN/slips", "ADMIN"}).status, 404) << "for oneself";
}

}  // namespace
}  // namespace minhbach::api::routes
