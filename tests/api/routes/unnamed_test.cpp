// Every question of the API, asked by a head whom a subordinate has commented on: nothing tells which subordinate. The
// one who spoke occurs wherever a colleague occurs who kept silent, and nowhere else; what inspection asks is answered
// with the name.
#include <map>
#include <set>

#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kWords = "Giao việc chưa đều giữa các đồng chí";

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++found;
    return found;
}

class Unnamed : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        clock_.set(Time::of("2023-11-22T09:10:33"));
        done("A2", services::evaluation::RecordComment{
                       services::dossier_of("HEAD1"), CommentSide::subordinate, Text::of(kWords), {}});
        said_ = last_;
        folded();
    }
    void next_day() {
        clock_.set(Time::of("2023-11-23T08:00"));
        done("OFFICER", services::organisation::RegisterDocument{a_document("LATER", "120/QĐ-STC")});
        folded();
    }
    std::string with_values(std::string path) const {
        const std::map<std::string, std::string> values{
            {"dossier", "2023.HEAD1"},
            {"person", "HEAD1"},
            {"unit", "51-S05.P1"},
            {"cycle", "2023"},
            {"agency", "51-S05"},
            {"actor", "HEAD1"},
            {"year", "2023"},
            {"plan", "2023.p.HEAD1"},
            {"review", "2023.p.HEAD1"},
            {"document", "QD1"},
            {"rulebook", "nd90-2020"},
            {"committeeUnit", "51-S05"},
            {"position", std::to_string(said_)},
        };
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
            const auto close = path.find('}', open);
            const auto found = values.find(path.substr(open + 1, close - open - 1));
            path.replace(open, close - open + 1, found == values.end() ? "x" : found->second);
        }
        return path;
    }
    // Each way to ask the question: as it is, as of the comment, with whole events, about the comment by its position.
    std::vector<std::string> ways_of(const Route& route) const {
        std::set<std::string> takes;
        std::string query;
        for (const auto& parameter : route.parameters) {
            if (parameter.in != "query") continue;
            takes.insert(parameter.name);
            std::string value;
            if (parameter.name == "purpose") value = "05%2FQ%C4%90-TTr";
            if (parameter.required || parameter.name == "cycle") value = parameter.name == "cycle" ? "2023" : "HEAD1";
            if (!value.empty()) query += "&" + parameter.name + "=" + value;
        }
        const auto target = with_values(route.path);
        const auto with = [&](const std::string& more) {
            // What the question asks for anyhow is asked for once.
            const auto name = more.substr(0, more.find('=') + 1);
            const auto asked = more.empty() ? std::string::npos : query.find(name);
            auto all = query;
            if (asked != std::string::npos) all.erase(asked, all.find('&', asked + 1) - asked);
            all += more;
            return all.empty() ? target : target + "?" + all.substr(1);
        };
        std::vector<std::string> ways{with("")};
        const auto position = std::to_string(said_);
        if (takes.contains("known_as_of")) ways.push_back(with("&known_as_of=" + position));
        if (takes.contains("events")) ways.push_back(with("&events=true"));
        if (takes.contains("act")) ways.push_back(with("&act=" + position));
        if (takes.contains("types")) ways.push_back(with("&types=comment.recorded"));
        if (takes.contains("agency")) ways.push_back(with("&agency=51-S05.P1"));
        if (takes.contains("type")) ways.push_back(with("&agency=51-S05.P1&type=same-text"));
        if (takes.contains("unit")) ways.push_back(with("&unit=51-S05.P1"));
        if (takes.contains("person")) ways.push_back(with("&person=HEAD1"));
        return ways;
    }
    std::uint64_t said_ = 0;
};

TEST_F(Unnamed, NoAnswerToTheHeadTellsWhoSpoke) {
    next_day();
    // How the machine is, and what runs on without an end.
    const std::set<std::string> left_out{"event-stream", "metrics", "readyz", "openid", "openapi", "docs"};
    int answered = 0, texts = 0;
    for (const auto& route : all_routes()) {
        if (route.method != "GET" || left_out.contains(route.name)) continue;
        for (const auto& way : ways_of(route)) {
            const auto answer = get(way, "HEAD1");
            const auto body = std::string(answer.content());
            if (answer.status == 200) ++answered;
            texts += static_cast<int>(count(body, kWords));
            // A3 is a colleague of A2 who said nothing.
            EXPECT_EQ(count(body, "\"A2\""), count(body, "\"A3\"")) << way << "\n" << body.substr(0, 3000);
            EXPECT_EQ(count(body, "2023.A2"), count(body, "2023.A3")) << way;
            EXPECT_EQ(count(body, "Trương Văn Khánh"), count(body, "Huỳnh Thị Lan")) << way << "\n"
                                                                                     << body.substr(0, 3000);
            EXPECT_EQ(count(body, "10:33"), 0u) << way << " tells the moment\n" << body.substr(0, 3000);
        }
    }
    EXPECT_GT(answered, 60) << "the walk goes somewhere";
    EXPECT_GT(texts, 0) << "what was said does reach the head";
}

TEST_F(Unnamed, TheHeadReadsTheTextTheDayAfter) {
    const auto the_same_day = get("/v1/dossiers/2023.HEAD1", "HEAD1");
    EXPECT_EQ(count(the_same_day.content(), kWords), 0u);
    next_day();
    const auto later = get("/v1/dossiers/2023.HEAD1", "HEAD1");
    EXPECT_EQ(text_at(later, "data/comments"), "[1]");
    EXPECT_EQ(text_at(later, "data/comments/0/event/text"), kWords);
    EXPECT_EQ(text_at(later, "data/comments/0/by/actor"), std::string(kUnnamedAuthor));
    EXPECT_EQ(text_at(later, "data/comments/0/by/actorName"), "(absent)");
    EXPECT_EQ(text_at(get("/v1/dossiers/2023.HEAD1/timeline", "HEAD1"), "asOf/complete"), "false");
}

// Also where nothing else happens: the day is that of the clock. As of a position it is that of the last event there,
// so that the answer is the same for ever, and which position it was cannot be found by asking as of each.
TEST_F(Unnamed, TheHeadWaitsForTheDayAndForNoEvent) {
    const auto told = [&](const std::string& query) {
        return count(get("/v1/dossiers/2023.HEAD1" + query, "HEAD1").content(), kWords);
    };
    const auto as_of = "?known_as_of=" + std::to_string(said_);
    clock_.set(Time::of("2023-11-22T23:59:59"));
    EXPECT_EQ(told(""), 0u);
    clock_.set(Time::of("2023-11-23T00:00:01"));
    EXPECT_EQ(told(""), 1u);
    EXPECT_EQ(told(as_of), 0u);
    next_day();
    EXPECT_EQ(told(""), 1u);
    EXPECT_EQ(told(as_of), 0u) << "as it was answered before";
    EXPECT_EQ(told("?known_as_of=" + std::to_string(last_)), 1u);
}

TEST_F(Unnamed, InspectionAndTheAuthorityReadTheName) {
    for (const std::string reader : {"INSPECTOR", "DIRECTOR"}) {
        const auto answer = get("/v1/dossiers/2023.HEAD1" + kPurpose, reader);
        EXPECT_EQ(text_at(answer, "data/comments/0/by/actor"), "A2") << reader;
        EXPECT_EQ(text_at(answer, "data/comments/0/by/actorName"), "Trương Văn Khánh");
        EXPECT_EQ(text_at(answer, "data/comments/0/event/text"), kWords) << "the same day";
        const auto timeline = get("/v1/dossiers/2023.HEAD1/timeline" + kPurpose + "&types=comment.recorded", reader);
        EXPECT_EQ(text_at(timeline, "data/items/0/act/by/actor"), "A2") << reader;
    }
}

TEST_F(Unnamed, NobodyIsRegisteredUnderTheCodeThatStandsForNobody) {
    const auto refused = post("/v1/people", "OFFICER",
                              R"({"person":"khong-neu-ten","fullName":"Nguyễn Văn Ẩn","birthDate":"1980-01-01",)"
                              R"("sex":"MALE"})");
    EXPECT_EQ(problem_of(refused), "invalid-field");
}

}  // namespace
}  // namespace minhbach::api::routes
