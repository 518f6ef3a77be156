// What one may not read is told by nothing else either: no list changes its count, its order or its next page by it,
// and what exists is refused in the same words as what does not.
#include <regex>
#include <set>

#include "api/routes/all.hpp"
#include "doors.hpp"
#include "walk.hpp"

namespace minhbach::api::routes {
namespace {

class Leaks : public Doors {
protected:
    // How far the record is everybody is told: that something happened, not what or about whom.
    static std::string without_position(const http::Response& response) {
        std::string text(response.content());
        text = std::regex_replace(text, std::regex(R"("asOf":\{"checkpoint":\{[^}]*\}[^}]*\},)"), "");
        text = std::regex_replace(text, std::regex(R"("provenAt":"[^"]*",)"), "");
        for (std::size_t i = 0; i < response.headers.size(); ++i) {
            const auto [name, value] = response.headers[i];
            if (name == "Minhbach-Position" || name == "Minhbach-Checkpoint") continue;
            text += "\n" + std::string(name) + ": " + std::string(value);
        }
        return std::to_string(response.status) + " " + text;
    }
    // What runs on without an end, says how the machine is, or is the record itself, whose readers read all of it.
    static bool is_of_the_machine(const Route& route) {
        static const std::set<std::string> left_out{"event-stream", "metrics", "readiness",     "condition",
                                                    "openapi",      "log",     "log-of-access", "projections"};
        return left_out.contains(route.name) || route.name.find("stream") != std::string::npos ||
               route.access == Access::log_reader || route.path.starts_with("/log") ||
               route.path.starts_with("/v1/log") || route.path.ends_with("/views");  // of which each asking is one more
    }
    std::map<std::string, std::string> everything(const std::string& asker) {
        std::map<std::string, std::string> answers;
        auto own = walk::kOfA1;
        own["dossier"] = "2023." + asker;
        own["person"] = own["actor"] = asker;
        own["plan"] = own["review"] = "2023.p." + asker;
        own["unit"] = "51-S05.T1";
        for (const auto& route : all_routes()) {
            if (route.method != "GET" || is_of_the_machine(route)) continue;
            for (const auto& values : {walk::kOfA1, own}) {
                const auto address = walk::filled(route.path, values) + walk::asked(route, values.at("person"));
                const auto answer = get(address, asker);
                if (!answer.pieces) answers[address] = without_position(answer);
            }
            for (const auto& parameter : route.parameters) {
                if (parameter.name != "limit") continue;
                const auto question = walk::asked(route, asker);
                const auto address =
                    walk::filled(route.path, own) + question + (question.empty() ? "?" : "&") + "limit=1";
                answers[address] = without_position(get(address, asker));
            }
        }
        return answers;
    }
    void form_of_A1() {
        clock_.set(Time::of("2023-11-24T11:00"));
        done("A1", services::the_form("A1"));
        folded();
    }
    // In the same moment: what is due depends on the day, and the day on what was entered last.
    void judgement_of_A1() {
        done("DIRECTOR", services::a_judgement("A1"));
        folded();
    }
};

TEST_F(Leaks, WhatHappensToSomebodyElseChangesNoAnswer) {
    form_of_A1();
    std::map<std::string, std::map<std::string, std::string>> before;
    const std::vector<std::string> askers{"TEACHER", "A3"};
    for (const auto& asker : askers) before[asker] = everything(asker);
    const auto seen = without_position(get("/v1/dossiers/2023.A1", "DIRECTOR"));
    judgement_of_A1();
    for (const auto& asker : askers) {
        const auto now = everything(asker);
        std::size_t answered = 0;
        ASSERT_EQ(now.size(), before[asker].size());
        for (const auto& [address, answer] : now) {
            answered += answer.starts_with("200");
            EXPECT_EQ(answer, before[asker][address]) << asker << " " << address;
        }
        EXPECT_GT(answered, 25u) << asker;
    }
    EXPECT_NE(without_position(get("/v1/dossiers/2023.A1", "DIRECTOR")), seen) << "by those who may see it";
}

TEST_F(Leaks, WhatExistsIsRefusedInTheWordsOfWhatDoesNot) {
    form_of_A1();
    judgement_of_A1();
    auto nowhere = walk::kOfA1;
    nowhere["dossier"] = "2023.Z9";
    nowhere["person"] = nowhere["actor"] = "Z9";
    nowhere["plan"] = nowhere["review"] = "2023.p.Z9";
    const auto& there = walk::kOfA1;
    const auto told = [](const http::Response& response, const walk::Values& values) {
        std::string text(response.content());
        text = std::regex_replace(text, std::regex(R"("instance":"[^"]*")"), "");
        text = std::regex_replace(text, std::regex(values.at("person") + "\\b"), "WHO");
        for (std::size_t i = 0; i < response.headers.size(); ++i) text += "\n" + std::string(response.headers[i].name);
        return std::to_string(response.status) + " " + text;
    };
    std::size_t refused = 0;
    for (const auto& route : all_routes()) {
        if (route.method != "GET" || is_of_the_machine(route)) continue;
        const auto of_somebody = walk::filled(route.path, there) + walk::asked(route, "A1");
        const auto of_nobody = walk::filled(route.path, nowhere) + walk::asked(route, "Z9");
        if (of_somebody == of_nobody) continue;
        for (const std::string asker : {"", "TEACHER", "A3", "HEAD2", "ADMIN"}) {
            const auto first = get(of_somebody, asker);
            if (first.status < 400) continue;
            ++refused;
            EXPECT_EQ(told(first, there), told(get(of_nobody, asker), nowhere)) << asker << " " << of_somebody;
        }
    }
    EXPECT_GT(refused, 60u);
}

}  // namespace
}  // namespace minhbach::api::routes
