// The vectors of tests/vectors as questions with the answers they expect, for asking in other ways than by function.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "events/codec/json.hpp"

namespace minhbach::testing {

inline std::string json_text(json::Value value) {
    std::string out;
    switch (value.kind()) {
        case json::Kind::null:
            return "null";
        case json::Kind::boolean:
            return value.boolean() ? "true" : "false";
        case json::Kind::integer:
            return std::to_string(value.integer());
        case json::Kind::string:
            json::append_string(out, value.string());
            return out;
        case json::Kind::array:
            for (const auto element : value.elements()) out += (out.empty() ? "" : ",") + json_text(element);
            return "[" + out + "]";
        case json::Kind::object:
            for (const auto& [name, child] : value.members()) {
                if (!out.empty()) out += ",";
                json::append_string(out, name);
                out += ":" + json_text(child);
            }
            return "{" + out + "}";
        case json::Kind::number:
            break;
    }
    throw std::logic_error("no other kinds in the vectors");
}

inline std::string member_of(const std::string& object, std::string_view name) {
    const auto document = json::Document::parse(object);
    if (!document) return "(no JSON)";
    for (const auto& [key, value] : document->root().members())
        if (key == name) return json_text(value);
    return "(absent)";
}

struct RuleVectors {
    std::string rule;                    // of the address and of the command line
    std::vector<std::string> lines;      // as in the file
    std::vector<std::string> questions;  // one for each line
    std::size_t refused = 0;             // lines that expect an error

    std::string input() const {
        std::string text;
        for (const auto& question : questions) text += question + "\n";
        return text;
    }
    // One answer for each line, each with every member that its line expects.
    void expect_answered(const std::string& output) const {
        std::istringstream answers(output);
        std::vector<std::string> given;
        for (std::string line; std::getline(answers, line);) given.push_back(line);
        ASSERT_EQ(given.size(), lines.size()) << rule;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string expected = member_of(lines[i], "expect");
            const auto document = json::Document::parse(expected);
            ASSERT_TRUE(document) << lines[i];
            for (const auto& [name, value] : document->root().members())
                EXPECT_EQ(member_of(given[i], name), json_text(value)) << rule << " " << lines[i] << "\n" << given[i];
        }
    }
};

// "evaluate", "quota" and "deadline". The files hold the question as a member ("facts") or beside `expect`, which the
// rules then pass over like any reader of JSON Lines must not: it is cut off.
inline std::vector<RuleVectors> rule_vectors() {
    std::vector<RuleVectors> all;
    for (const auto& [rule, name] : {std::pair<std::string, std::string>{"evaluate", "rules-2023"},
                                     {"quota", "quota"},
                                     {"deadline", "deadlines"}}) {
        RuleVectors vectors{rule, {}, {}, 0};
        std::ifstream file(SOURCE_DIR "/tests/vectors/" + name + ".jsonl");
        for (std::string line; std::getline(file, line);) {
            std::string question = member_of(line, "facts");
            if (question == "(absent)") {
                const auto document = json::Document::parse(line);
                question.clear();
                for (const auto& [key, value] : document->root().members()) {
                    if (key == "expect") continue;
                    question += question.empty() ? "{" : ",";
                    json::append_string(question, key);
                    question += ":" + json_text(value);
                }
                question += "}";
            }
            if (member_of(member_of(line, "expect"), "error") != "(absent)") ++vectors.refused;
            vectors.lines.push_back(std::move(line));
            vectors.questions.push_back(std::move(question));
        }
        EXPECT_FALSE(vectors.lines.empty()) << name;
        all.push_back(std::move(vectors));
    }
    return all;
}

}  // namespace minhbach::testing
