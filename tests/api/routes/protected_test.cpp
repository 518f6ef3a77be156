// A petitioner whose identity is protected: the list of readers, who opened it, and that nobody else gets the name out
// of any answer or package.
#include <set>
#include <thread>

#include "api/export/selection.hpp"
#include "api/routes/all.hpp"
#include "decided.hpp"
#include "walk.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kCode = "protected.5e1f0c";

class ProtectedPetitioner : public Decided {
protected:
    void file() {
        const auto filed = post("/v1/objections", "A1",
                                R"({"objection":")" + kCode +
                                    R"(","kind":"PETITION","dossier":"2023.A1","decision":4,"grounds":"Vượt mức"})");
        ASSERT_EQ(filed.status, 201) << filed.content();
        EXPECT_EQ(header_of(filed, "Location"), "/v1/objections/" + kCode);
        folded();
    }
    void receive() {
        const auto received = post("/v1/objections/" + kCode + "/receipt", "OFFICER", R"({"resolver":"DIRECTOR"})",
                                   {{"If-Match", "\"1\""}});
        ASSERT_EQ(received.status, 201) << received.content();
        folded();
    }
    std::string listed(const std::string& asker) {
        const auto answer = get("/v1/objections/" + kCode + "/readers", asker);
        if (answer.status != 200) return std::to_string(answer.status);
        std::string names;
        for (int i = 0;; ++i) {
            const auto name = text_at(answer, "data/items/" + std::to_string(i) + "/person/person");
            if (name == "(absent)") return names;
            names += (names.empty() ? "" : " ") + name;
        }
    }
    // Every answer there is, by address.
    std::map<std::string, std::string> everything(const std::string& asker) {
        std::map<std::string, std::string> answers;
        auto values = walk::kOfA1;
        values["objection"] = kCode;
        for (const auto& route : all_routes()) {
            if (route.method != "GET" || route.name.find("stream") != std::string::npos) continue;
            const auto address = walk::filled(route.path, values) + walk::asked(route);
            const auto answer = get(address, asker);
            if (answer.status == 200 && !answer.pieces) answers[address] = std::string(answer.content());
        }
        // Entries of the record one by one, as those may who read it.
        for (const std::string ledger : {"main", "access"}) {
            const auto size = log_->size(ledger == "main" ? events::Ledger::main : events::Ledger::access);
            for (std::uint64_t at = size < 30 ? 0 : size - 30; at < size; ++at) {
                const auto entry = "/v1/log/entries/" + std::to_string(at);
                for (const auto& address : {entry + "?ledger=" + ledger, entry + "/record", entry + "/signatures"}) {
                    if (ledger == "access" && address.find('?') == std::string::npos) continue;
                    const auto answer = get(address, asker);
                    if (answer.status == 200) answers[address] = std::string(answer.content());
                }
            }
        }
        return answers;
    }
};

TEST_F(ProtectedPetitioner, SeesTheListBeforeAndAfterFilingAndWhoOpenedIt) {
    decide_and_notify();
    const auto before = get("/v1/dossiers/2023.A1/protected-readers", "A1");
    ASSERT_EQ(before.status, 200);
    EXPECT_EQ(text_at(before, "data/items/0/person/person"), "A1");
    EXPECT_EQ(get("/v1/dossiers/2023.A1/protected-readers", "DIRECTOR").status, 404);
    file();
    const auto open = listed("A1");
    EXPECT_NE(open.find("OFFICER"), std::string::npos) << open;
    EXPECT_NE(open.find("DIRECTOR"), std::string::npos) << open;
    receive();
    EXPECT_EQ(listed("A1"), "A1 DIRECTOR OFFICER");
    EXPECT_EQ(listed("OFFICER"), "A1 DIRECTOR OFFICER");
    ASSERT_EQ(get("/v1/objections/" + kCode, "DIRECTOR").status, 200);
    ASSERT_TRUE(log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access),
                                         log_->generation(), 20'000));
    ASSERT_TRUE(house().access.wait_until({log_->size(events::Ledger::access) - 1}, 20'000));
    const auto views = get("/v1/objections/" + kCode + "/views", "A1");
    EXPECT_EQ(text_at(views, "data/items/0/actor"), "DIRECTOR");
    EXPECT_EQ(text_at(get("/v1/cycles/2023/protected-objections", "A1"), "data/items/0/objection"), kCode);
    EXPECT_EQ(text_at(get("/v1/cycles/2023/protected-objections", "DIRECTOR"), "data/items"), "[1]");
    for (const auto& other : {"INSPECTOR", "HOMEAFFAIRS", "HEAD1", "A2", "ADMIN"}) {
        EXPECT_EQ(listed(other), "404") << other;
        EXPECT_EQ(get("/v1/objections/" + kCode + "/views", other).status, 404) << other;
        EXPECT_EQ(get("/v1/objections/" + kCode + kPurpose, other).status, 404) << other;
        EXPECT_NE(text_at(get("/v1/cycles/2023/protected-objections", other), "data/items"), "[1]") << other;
    }
}

// Whoever reads the board of petitions learns that the agency has one, its state and its term. No answer that names it
// names the petitioner, and no answer about the petitioner says that there is one.
TEST_F(ProtectedPetitioner, IsNamedInNoAnswerToThoseWhoAreNotOnTheList) {
    decide_and_notify();
    std::map<std::string, std::map<std::string, std::string>> before;
    for (const auto& asker : {"INSPECTOR", "HOMEAFFAIRS", "HEAD1", "ADMIN"}) before[asker] = everything(asker);
    file();
    receive();
    ASSERT_EQ(get("/v1/objections/" + kCode, "DIRECTOR").status, 200);
    ASSERT_TRUE(log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access),
                                         log_->generation(), 20'000));
    ASSERT_TRUE(house().access.wait_until({log_->size(events::Ledger::access) - 1}, 20'000));
    const auto board = get("/v1/cycles/2023/objections?unit=51-S05", "INSPECTOR");
    EXPECT_EQ(text_at(board, "data/protectedOnes/0/objection"), kCode);
    EXPECT_EQ(text_at(board, "data/protectedOnes/0/status"), "RECEIVED");
    EXPECT_EQ(text_at(board, "data/counts/total"), "0");
    EXPECT_EQ(text_at(get("/v1/cycles/2023/objections?unit=51-S05.P1", "INSPECTOR"), "data/protectedOnes"), "[0]");
    // Hashes and codes of the whole record, which every entry of the tree has: SECURITY.md says so.
    const std::set<std::string> raw{"/v1/openapi.json"};
    for (const auto& [asker, were] : before) {
        std::size_t looked_at = 0;
        for (const auto& [address, body] : everything(asker)) {
            if (raw.contains(address)) continue;
            ++looked_at;
            const bool names_it = body.find(kCode) != std::string::npos;
            const bool names_the_person =
                body.find("A1\"") != std::string::npos || body.find("2023.A1") != std::string::npos;
            EXPECT_FALSE(names_it && names_the_person) << asker << " " << address << "\n" << body.substr(0, 600);
            const auto then = were.find(address);
            const auto times = [](const std::string& text, std::string_view word) {
                std::size_t found = 0;
                for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
                return found;
            };
            if (!names_the_person || then == were.end()) continue;
            for (const auto word : {"objection", "OBJECTION", "protected-objection", "PETITION"})
                EXPECT_EQ(times(body, word), times(then->second, word)) << asker << " " << address << " " << word;
        }
        EXPECT_GT(looked_at, 40u) << asker;
    }
}

TEST_F(ProtectedPetitioner, IsWithheldFromPackages) {
    decide_and_notify();
    file();
    exports::Scope scope;
    scope.person = PersonCode::of("A1");
    const auto selection = exports::select(*log_, scope, main_size());
    ASSERT_TRUE(selection);
    std::size_t withheld = 0;
    log_->scan(events::Ledger::main, {0}, {main_size()}, [&](events::Stored&& stored) {
        if (stored.record.stream.category() != "protected-objection") return true;
        for (std::size_t part = 0; part < stored.parts.size(); ++part) EXPECT_FALSE(selection->shows(stored, part));
        ++withheld;
        return true;
    });
    EXPECT_EQ(withheld, 1u);
}

TEST_F(ProtectedPetitioner, IsNotFoundByTryingTheActs) {
    decide_and_notify();
    file();
    const auto told = [&](const std::string& code, const std::string& revision) {
        const auto response = post("/v1/objections/" + code + "/receipt", "HEAD2", R"({"resolver":"DIRECTOR"})",
                                   {{"If-Match", "\"" + revision + "\""}});
        auto text = std::string(response.content());
        for (auto at = text.find(code); at != std::string::npos; at = text.find(code))
            text.replace(at, code.size(), "?");
        return std::to_string(response.status) + text;
    };
    const auto there = told(kCode, "1");
    EXPECT_NE(there.find("not-found-or-not-allowed"), std::string::npos) << there;
    EXPECT_EQ(there, told("protected.0000", "0"));
    // Nor does the list of refused acts say who tried what on it.
    ASSERT_TRUE(log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access),
                                         log_->generation(), 20'000));
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    EXPECT_EQ(text_at(get("/v1/access/refusals?limit=500", "INSPECTOR"), "data/items"), "[0]");
}

}  // namespace
}  // namespace minhbach::api::routes
