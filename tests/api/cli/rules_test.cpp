// The command line of the rules: every test vector, and every way not to be of the form.
#include "api/cli/rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "events/codec/json.hpp"

namespace minhbach::api::cli {
namespace {

using json::Document;
using json::Kind;
using json::Value;

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/vectors/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    EXPECT_FALSE(lines.empty()) << name;
    return lines;
}

// JSON text of a value, for comparing and for handing on a part of a line.
std::string text_of(Value value) {
    std::string out;
    switch (value.kind()) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return value.boolean() ? "true" : "false";
        case Kind::integer:
            return std::to_string(value.integer());
        case Kind::string:
            json::append_string(out, value.string());
            return out;
        case Kind::array:
            for (const auto element : value.elements()) out += (out.empty() ? "" : ",") + text_of(element);
            return "[" + out + "]";
        case Kind::object:
            for (const auto& [name, child] : value.members()) {
                if (!out.empty()) out += ",";
                json::append_string(out, name);
                out += ":" + text_of(child);
            }
            return "{" + out + "}";
        case Kind::number:
            break;
    }
    throw std::logic_error("no other kinds in the vectors");
}

std::map<std::string, std::string> members(const std::string& text) {
    const auto document = Document::parse(text).value();
    std::map<std::string, std::string> result;
    for (const auto& [name, value] : document.root().members()) result[std::string(name)] = text_of(value);
    return result;
}

void expect_as_in(const std::string& vector, const std::string& answer) {
    auto given = members(answer);
    for (const auto& [name, value] : members(members(vector).at("expect"))) {
        EXPECT_EQ(given[name], value) << name << "\n" << vector << "\n" << answer;
    }
}

std::string facts_of(const std::string& id) {
    for (const auto& line : lines_of("rules-2023.jsonl")) {
        if (members(line).at("id") == "\"" + id + "\"") return members(line).at("facts");
    }
    throw std::logic_error("no vector " + id);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

// "invalid-field tasks.exceeded ..." for a refused line.
std::string error_of(const std::string& line) {
    const auto answer = members(line);
    if (!answer.contains("error")) return line;
    const auto document = Document::parse(line).value();
    std::string text;
    for (const auto& [name, value] : document.root().members()) {
        if (name == "error") text += std::string(value.string());
        if (name == "fields") {
            for (const auto field : value.elements()) text += " " + std::string(field.string());
        }
    }
    return text;
}

// --- the vectors ---

TEST(RuleVectors, AllHold) {
    for (const auto& line : lines_of("rules-2023.jsonl")) {
        const auto answer = evaluate_line(members(line).at("facts"), true);
        expect_as_in(line, answer);
        const auto given = members(answer);
        if (given.contains("error")) continue;
        EXPECT_TRUE(given.contains("trace"));
        const auto expected = members(members(line).at("expect"));
        EXPECT_EQ(given.contains("reason"), expected.contains("reason")) << line;
        EXPECT_EQ(given.contains("allowedLevels"), expected.contains("allowedLevels")) << line;
        EXPECT_FALSE(members(evaluate_line(members(line).at("facts"), false)).contains("trace"));
    }
}

TEST(QuotaVectors, AllHold) {
    for (const auto& line : lines_of("quota.jsonl")) expect_as_in(line, quota_line(line));
}

TEST(DeadlineVectors, AllHold) {
    for (const auto& line : lines_of("deadlines.jsonl")) expect_as_in(line, deadline_line(line));
}

// --- streams of lines ---

TEST(RulesEvaluate, AnswersALineForALineAndGoesOnAfterAnError) {
    std::istringstream in(facts_of("V1") + "\nrubbish\n\n" + facts_of("V2") + "\r\n" + facts_of("X1"));
    std::ostringstream out;
    EXPECT_EQ(rules_evaluate(in, out, false), 1);
    std::istringstream answers(out.str());
    std::vector<std::string> lines;
    for (std::string line; std::getline(answers, line);) lines.push_back(line);
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[0], R"({"outcome":"RATED","level":"EXCELLENT","gaps":[],"caps":[]})");
    EXPECT_EQ(error_of(lines[1]), "invalid-field");
    EXPECT_EQ(error_of(lines[2]), "invalid-field");
    EXPECT_EQ(lines[3], R"({"outcome":"RATED","level":"GOOD","gaps":[],"caps":[]})");
    EXPECT_EQ(error_of(lines[4]), "facts-inconsistent tasks.exceeded tasks.onTimeWithQuality criteria.deficient");
}

TEST(RulesEvaluate, SucceedsWhenEveryLineIsAnswered) {
    std::istringstream in(facts_of("V1") + "\n" + facts_of("G8") + "\n" + facts_of("G7") + "\n");
    std::ostringstream out;
    EXPECT_EQ(rules_evaluate(in, out, true), 0);
    std::istringstream empty;
    EXPECT_EQ(rules_quota(empty, out), 0);
}

TEST(RulesDeadline, NamesAYearWithoutCalendar) {
    const auto line = deadline_line(R"({"after":"2026-12-30","days":5,"unit":"WORKING"})");
    EXPECT_EQ(error_of(line), "no-calendar");
    EXPECT_NE(line.find("2027"), std::string::npos);
}

// --- what is not of the form ---

TEST(FactsLine, WithUnknownRepeatedOrMissingMembersIsRefused) {
    const auto facts = facts_of("V1");
    const auto refused = [](const std::string& line) { return error_of(evaluate_line(line, false)); };
    EXPECT_EQ(refused(with(facts, "\"year\":2023", "\"year\":2023,\"extra\":1")), "invalid-field extra");
    EXPECT_EQ(refused(with(facts, "\"year\":2023", "\"year\":2023,\"year\":2023")), "invalid-field year");
    EXPECT_EQ(refused(with(facts, "\"year\":2023,", "")), "invalid-field year");
    EXPECT_EQ(refused(with(facts, "\"disciplines\":[],", "")), "invalid-field disciplines");
    EXPECT_EQ(refused(with(facts, "\"violationsAlreadyCounted\":[],", "")), "invalid-field violationsAlreadyCounted");
    EXPECT_EQ(refused(with(facts, "\"exceeded\":10", "\"exceeded\":10,\"exceeded\":10")),
              "invalid-field tasks.exceeded");
    EXPECT_EQ(refused(with(facts, "\"leader\":false", "\"leader\":false,\"rank\":1")), "invalid-field subject.rank");
    EXPECT_EQ(refused(with(facts, ",\"exceeded\":10", "")), "invalid-field tasks.exceeded");
    EXPECT_EQ(refused("{}").substr(0, 13), "invalid-field");
    EXPECT_EQ(refused("[]"), "invalid-field");
    EXPECT_EQ(refused("null"), "invalid-field");
    EXPECT_EQ(refused(facts + facts), "invalid-field");
}

TEST(FactsLine, WithTheWrongTypesIsRefused) {
    const auto facts = facts_of("V1");
    const auto refused = [](const std::string& line) { return error_of(evaluate_line(line, false)); };
    for (const auto* wrong :
         {"\"10\"", "10.0", "1e1", "-1", "null", "true", "[10]", "99999999999", "2147483648", "18446744073709551615"}) {
        EXPECT_EQ(refused(with(facts, "\"exceeded\":10", "\"exceeded\":" + std::string(wrong))),
                  "invalid-field tasks.exceeded")
            << wrong;
    }
    EXPECT_EQ(refused(with(facts, "\"exceeded\":10", "\"exceeded\":" + std::string(400, '9'))), "invalid-field");
    EXPECT_EQ(refused(with(facts, "\"leader\":false", "\"leader\":0")), "invalid-field subject.leader");
    EXPECT_EQ(refused(with(facts, "\"style\":\"WELL\"", "\"style\":\"GOOD\"")), "invalid-field general.style");
    EXPECT_EQ(refused(with(facts, "\"style\":\"WELL\"", "\"style\":\"well\"")), "invalid-field general.style");
    EXPECT_EQ(refused(with(facts, "\"disciplines\":[]", "\"disciplines\":null")), "invalid-field disciplines");
    EXPECT_EQ(refused(with(facts, "\"CIVIL_SERVANT\"", "\"SOLDIER\"")), "invalid-field subject.class");
    EXPECT_EQ(refused(with(facts, "\"year\":2023", "\"year\":0")), "invalid-field year");
}

TEST(FactsLine, OfAnotherRulebookOrTrackIsRefused) {
    const auto facts = facts_of("V1");
    for (const auto* id : {"nd335-2025", "x"}) {
        const auto line = with(facts, "nd90-48-2023", id);
        EXPECT_EQ(error_of(evaluate_line(line, false)), "invalid-field rulebook");
        EXPECT_EQ(evaluate_json(line, false).error().type, "unknown-rulebook");
    }
    EXPECT_EQ(error_of(evaluate_line(with(facts, "nd90-48-2023", "qd124-2023"), false)),
              "invalid-field track subject.class");
    EXPECT_EQ(error_of(evaluate_line(with(facts, "\"STATE\"", "\"PARTY\""), false)), "invalid-field track");
}

TEST(FactsLine, OfStaffAndLeadersHaveTheirOwnMembers) {
    const auto staff = facts_of("V1");
    const auto leader = facts_of("V13");
    const auto refused = [](const std::string& line) { return error_of(evaluate_line(line, false)); };
    EXPECT_EQ(refused(with(staff, "\"tasks\"", "\"targets\"")), "invalid-field tasks targets");
    EXPECT_EQ(refused(with(staff, "\"year\":2023", "\"year\":2023,\"unitLevel\":null")), "invalid-field unitLevel");
    EXPECT_EQ(refused(with(staff, "\"year\":2023", "\"year\":2023,\"managedUnits\":[]")), "invalid-field managedUnits");
    EXPECT_EQ(refused(with(staff, "\"style\":\"WELL\"", "\"style\":\"WELL\",\"leadership\":\"WELL\"")),
              "invalid-field general.leadership");
    EXPECT_EQ(refused(with(leader, ",\"leadership\":\"WELL\"", "")), "invalid-field general.leadership");
    EXPECT_EQ(refused(with(leader, ",\"unitLevel\":\"COMPLETED\"", "")), "invalid-field unitLevel");
    EXPECT_EQ(refused(with(leader, "\"managedUnits\":[],", "")), "invalid-field managedUnits");
    EXPECT_EQ(refused(with(leader, "\"managedUnits\":[]", "\"managedUnits\":[\"NOT_APPLICABLE\"]")),
              "invalid-field managedUnits.0");
    EXPECT_EQ(refused(with(leader, "\"leader\":true", "\"leader\":false")).substr(0, 13), "invalid-field");
}

TEST(FactsLine, WithAnImpossibleDisciplineIsRefused) {
    const auto facts = facts_of("V15");
    const auto refused = [](const std::string& line) { return error_of(evaluate_line(line, false)); };
    EXPECT_EQ(refused(with(facts, "2023-10-10", "2023-02-30")), "invalid-field disciplines.0.effectiveOn");
    EXPECT_EQ(refused(with(facts, "\"v1\"", "\"\"")), "invalid-field disciplines.0.violation");
    EXPECT_EQ(refused(with(facts, "\"REPRIMAND\"", "\"SCOLDING\"")), "invalid-field disciplines.0.form");
}

TEST(FactsLine, ThatIsNotUtf8OrTooDeepIsRefused) {
    EXPECT_EQ(error_of(evaluate_line("{\"\xFF\":1}", false)), "invalid-field");
    EXPECT_EQ(error_of(evaluate_line(std::string(1000, '['), false)), "invalid-field");
}

TEST(QuotaLine, OfAnotherFormIsRefused) {
    const std::string line = R"({"base":"GOOD","percent":20,"rounding":"FLOOR","excellent":1,"good":5,"completed":0,)"
                             R"("notCompleted":0,"notRated":0,"staff":6})";
    EXPECT_EQ(quota_line(line), R"({"maxExcellent":1,"breach":false})");
    EXPECT_EQ(error_of(quota_line(with(line, "\"good\":5", "\"good\":-5"))), "invalid-field good");
    EXPECT_EQ(error_of(quota_line(with(line, "\"percent\":20", "\"percent\":101"))), "invalid-field percent");
    EXPECT_EQ(error_of(quota_line(with(line, "\"GOOD\"", "\"ALL\""))), "invalid-field base");
    EXPECT_EQ(error_of(quota_line(with(line, ",\"staff\":6", ""))), "invalid-field staff");
}

TEST(DeadlineLine, OfAnotherFormIsRefused) {
    EXPECT_EQ(error_of(deadline_line(R"({"after":"2023-02-30","days":5,"unit":"WORKING"})")), "invalid-field after");
    EXPECT_EQ(error_of(deadline_line(R"({"after":"2023-02-03","days":-5,"unit":"WORKING"})")), "invalid-field days");
    EXPECT_EQ(error_of(deadline_line(R"({"after":"2023-02-03","days":5,"unit":"WEEKS"})")), "invalid-field unit");
    EXPECT_EQ(error_of(deadline_line(R"({"after":"2023-02-03","days":2147483647,"unit":"CALENDAR"})")),
              "invalid-field days");
}

}  // namespace
}  // namespace minhbach::api::cli
