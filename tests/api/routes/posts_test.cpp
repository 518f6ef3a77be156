// Whatever is sent to any command: a problem document that says what is wrong, and nothing is written.
#include <set>

#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class Posts : public Doors {
protected:
    static std::string with_values(std::string path) {
        const std::map<std::string, std::string> values{{"dossier", "2023.A1"},  {"person", "A1"},
                                                        {"unit", "51-S05"},      {"cycle", "2023"},
                                                        {"meeting", "M1"},       {"agency", "51-S05"},
                                                        {"document", "QD1"},     {"mandate", "HEAD1.1"},
                                                        {"year", "2023"},        {"plan", "2023.p.A1"},
                                                        {"measure", "BP1"},      {"objection", "KN-1"},
                                                        {"attachment", "TEP-1"}, {"effect", "E1"},
                                                        {"erasure", "XOA-1"},    {"hold", "GIU-1"},
                                                        {"webhook", "W1"},       {"review", "2023.u.51-S05"},
                                                        {"organisation", "CB1"}, {"committeeUnit", "51-S05"},
                                                        {"position", "0"}};
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
            const auto close = path.find('}', open);
            path.replace(open, close - open + 1, values.at(path.substr(open + 1, close - open - 1)));
        }
        return path;
    }
};

TEST_F(Posts, AreRefusedWithAProblemWhateverIsWrongWithThem) {
    const std::vector<std::string> bodies{
        "{}",
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "12",
        R"({"dossier":1,"person":[],"unit":{},"cycle":null,"level":"BEST","text":7,"lines":{},"document":false})",
        R"({"unknown":true})",
        R"({"a":1,"a":2})",
        "{\"text\":\"\xC3\x28\"}",
        R"({"year":99999999999999999999})",
        R"({"year":1.5e400})",
        std::string(2000, '['),
        R"({"unknown":")" + std::string(20'000, 'a') + "\"}",
        std::string("{\"text\":\"a\0b\"}", 14),
    };
    // These take their words from somewhere else than JSON, or nothing at all, and are tested with what they are for.
    const std::set<std::string> other{"import-roster",
                                      "sign-in",
                                      "sign-out",
                                      "begin-attachment",
                                      "put-attachment-piece",
                                      "rebuild-projections",
                                      "prove-again",
                                      "sign-out-everywhere",
                                      "propose-device",
                                      "give-slip"};
    std::size_t asked = 0;
    for (const auto& route : all_routes()) {
        if (route.method != "POST" || other.contains(route.name)) continue;
        ++asked;
        const std::string target = with_values(route.path);
        for (const std::string person : {"ADMIN", "OFFICER"}) {
            for (const auto& body : bodies) {
                const auto before = log_->accepted(events::Ledger::main);
                // No such revision: what has a body of the form is stopped there.
                const auto response = post(target, person, body, {{"If-Match", "\"999\""}});
                const std::string what = route.name + " " + body.substr(0, 60);
                EXPECT_GE(response.status, 400) << what << response.content();
                EXPECT_LT(response.status, 500) << what << response.content();
                EXPECT_NE(problem_of(response), "") << what << response.content();
                EXPECT_EQ(header_of(response, "Content-Type"), "application/problem+json") << what;
                EXPECT_EQ(written_since(before), "") << what;
            }
        }
    }
    EXPECT_GE(asked, 40u);
}

}  // namespace
}  // namespace minhbach::api::routes
