// Who may see what, and who may do what: every question of the API and every act on a dossier, asked by everybody of
// everybody's kind about the same person. The tables lie beside as text, one line for each question and one column for
// each asker, so that a cell that changes is seen by whoever reads the change.
//   MINHBACH_UPDATE_GOLDEN=1 build/dev/tests/api_tests --gtest_filter='Matrix.*'     writes them anew
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

// The subject is A1, of division P1 of the Department of Finance.
const std::vector<std::string> kAskers{
    "",             // nobody
    "A1",           // the rated person
    "A2",           // a colleague of the division
    "HEAD1",        // the direct head
    "HEAD2",        // head of another division
    "DIRECTOR",     // the competent authority
    "OFFICER",      // personnel officer of the department
    "TEACHER",      // of another unit
    "INSPECTOR",    // with a purpose
    "HOMEAFFAIRS",  // receives the files of the province
    "ADMIN",        // runs the system
};

class Matrix : public Doors {
protected:
    static std::string with_values(std::string path) {
        const std::map<std::string, std::string> values{
            {"dossier", "2023.A1"},
            {"person", "A1"},
            {"unit", "51-S05.P1"},
            {"cycle", "2023"},
            {"agency", "51-S05"},
            {"actor", "HEAD1"},
            {"year", "2023"},
            {"rulebook", "nd90-48-2023"},
            {"plan", "2023.p.A1"},
            {"document", "QD1"},
            {"committeeUnit", "51-S05"},
            {"review", "2023.u.51-S05"},
        };
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
            const auto close = path.find('}', open);
            const auto found = values.find(path.substr(open + 1, close - open - 1));
            path.replace(open, close - open + 1, found == values.end() ? "x" : found->second);
        }
        return path;
    }
    static std::string query_of(const Route& route) {
        std::string query;
        for (const auto& parameter : route.parameters) {
            if (parameter.in != "query") continue;
            std::string value;
            if (parameter.name == "purpose") value = "05%2FQ%C4%90-TTr";
            if (parameter.required || parameter.name == "cycle") value = parameter.name == "cycle" ? "2023" : "A1";
            if (value.empty()) continue;
            query += (query.empty() ? "?" : "&") + parameter.name + "=" + value;
        }
        return query;
    }
    static std::string header() {
        std::string line = "question";
        for (const auto& asker : kAskers) line += "\t" + (asker.empty() ? "nobody" : asker);
        return line + "\n";
    }
    static void compare(const std::string& name, const std::string& table) {
        const std::string path = std::string(SOURCE_DIR) + "/tests/api/routes/" + name;
        if (std::getenv("MINHBACH_UPDATE_GOLDEN")) std::ofstream(path) << table;
        std::ifstream file(path);
        std::stringstream kept;
        kept << file.rdbuf();
        std::istringstream now(table), then(kept.str());
        std::string line, before;
        while (std::getline(now, line)) {
            std::getline(then, before);
            EXPECT_EQ(line, before);
        }
        EXPECT_FALSE(std::getline(then, before)) << before;
    }
};

TEST_F(Matrix, OfReading) {
    // What runs on without an end, or says how the machine is.
    const std::set<std::string> left_out{"event-stream", "metrics", "readyz", "openid"};
    std::string table = header();
    for (const auto& route : all_routes()) {
        if (route.method != "GET" || left_out.contains(route.name) || route.name.find("stream") != std::string::npos)
            continue;
        table += route.name;
        for (const auto& asker : kAskers) {
            const auto answer = get(with_values(route.path) + query_of(route), asker);
            table += "\t" + std::to_string(answer.status);
        }
        table += "\n";
    }
    compare("reading-matrix.txt", table);
}

TEST_F(Matrix, OfActing) {
    std::map<std::string, std::vector<std::string>> cells;
    for (std::size_t column = 1; column < kAskers.size(); ++column) {
        const auto answer = get("/v1/dossiers/2023.A1/allowed-actions", kAskers[column]);
        const auto document = json::Document::parse(answer.content());
        ASSERT_TRUE(document);
        const auto actions = tests::at(document->root(), "data/actions");
        if (!actions) continue;
        for (const auto& action : actions->elements()) {
            const auto name = std::string(tests::member(action, "action")->string());
            auto& line = cells[name];
            line.resize(kAskers.size(), "-");
            const auto obstacle = tests::member(action, "obstacle");
            line[column] = "yes";
            if (obstacle) line[column] = std::string(tests::member(*obstacle, "type")->string());
        }
    }
    ASSERT_FALSE(cells.empty());
    std::string table = header();
    for (const auto& [name, line] : cells) {
        table += name;
        for (const auto& cell : line) table += "\t" + cell;
        table += "\n";
    }
    compare("acting-matrix.txt", table);
}

}  // namespace
}  // namespace minhbach::api::routes
