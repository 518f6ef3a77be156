// Rules about the source text that the compiler does not know.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <regex>
#include <set>

#include "source_tree.hpp"

namespace minhbach::tidy {
namespace {

constexpr std::size_t kLinesMax = 450;
constexpr std::size_t kColumnsMax = 120;

void complain(const SourceFile& file, std::size_t line, const std::string& what) {
    ADD_FAILURE_AT(file.path.c_str(), static_cast<int>(line)) << what;
}

// Calls `visit(file, line number, match)` for every line of code that the pattern is found in, in files that hold one
// of `hints` at all: looking for plain words first saves nearly all the time of the patterns.
template <class Visit>
void find_in_code(const std::vector<std::string>& hints, const std::string& pattern, const Visit& visit) {
    const std::regex regex(pattern);
    const auto holds = [&](const std::string& text) {
        return std::any_of(hints.begin(), hints.end(),
                           [&](const auto& hint) { return text.find(hint) != std::string::npos; });
    };
    for (const auto& file : source_files()) {
        if (!file.is_code() || !holds(file.text)) continue;
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::smatch match;
            if (holds(lines[i]) && std::regex_search(lines[i], match, regex)) visit(file, i + 1, match);
        }
    }
}

bool is_in_one_of(const SourceFile& file, const std::vector<std::string>& folders) {
    for (const auto& folder : folders) {
        if (file.path.starts_with(folder)) return true;
    }
    return false;
}

TEST(Tidy, LibrariesStayWhereTheyBelong) {
    struct Fence {
        std::string include;
        std::vector<std::string> allowed;
    };
    const std::vector<Fence> fences{
        {"<rocksdb/", {"events/rocksdb/", "projections/runner", "tests/"}},
        {"<boost/beast", {"api/http/", "tests/bench/"}},
        {"<boost/asio", {"api/", "tests/api/", "tests/bench/", "tests/include/"}},
        {"<simdjson", {"events/codec/document.cpp", "events/merkle/note.cpp", "tests/"}},  // note: validates UTF-8
        {"<xlsxwriter", {"api/export/report_xlsx.cpp", "tests/"}},
        {"<p11-kit/", {"events/pkcs11/"}},
        {"<CLI/", {"api/minhbach.cpp", "api/cli/", "tests/"}},
    };
    for (const auto& fence : fences) {
        find_in_code({fence.include}, "#include " + fence.include, [&](const auto& file, auto line, const auto&) {
            if (!is_in_one_of(file, fence.allowed)) complain(file, line, fence.include + " does not belong here");
        });
    }
    find_in_code({"<nlohmann", "<simdjson"}, "#include <(nlohmann|simdjson)",
                 [](const auto& file, auto line, const auto&) {
                     if (file.is_header()) complain(file, line, "a JSON library in a header");
                 });
}

TEST(Tidy, NothingIncludesUpwards) {
    const std::map<std::string, std::set<std::string>> below{
        {"events", {"events"}},
        {"services", {"services", "events", "generated"}},
        {"projections", {"projections", "events"}},
    };
    find_in_code({"#include \""}, "#include \"([^/\"]+)/([^/\"]*)",
                 [&](const auto& file, auto line, const auto& match) {
                     const auto allowed = below.find(file.folder());
                     if (allowed != below.end() && !allowed->second.contains(match[1])) {
                         complain(file, line, file.folder() + " does not know " + match[1].str());
                     }
                     if (file.is_in("api/http") && match[1] != "events" && match.str() != "#include \"api/http") {
                         complain(file, line, "api/http knows only itself and events");
                     }
                 });
}

TEST(Tidy, ServicesReadNoClock) {
    find_in_code({"chrono", "time", "_clock"},
                 R"(#include <chrono>|#include <ctime>|_clock::|\btime\((nullptr|NULL|0|&)|gettimeofday|clock_gettime)",
                 [](const auto& file, auto line, const auto&) {
                     if (file.is_in("services")) complain(file, line, "time is an argument: see Clock in events");
                 });
}

TEST(Tidy, ServicesDrawNoRandomNumbers) {
    find_in_code({"random", "RAND", "rand"}, R"(#include <random>|RAND_bytes|std::rand\b)",
                 [](const auto& file, auto line, const auto&) {
                     if (file.is_in("services")) complain(file, line, "a decision is the same every time");
                 });
}

TEST(Tidy, AwaitedValuesGetAName) {
    for (const auto& file : source_files()) {
        if (!file.is_code() || file.text.find("co_await") == std::string::npos) continue;
        for (const auto& statement : statements_of(file.text)) {
            const auto wrong = wrong_await(statement);
            if (!wrong.empty()) complain(file, statement.line, wrong + ": " + statement.text);
        }
    }
}

TEST(Tidy, TheRuleOfAwaitedValuesSeesWhatItShould) {
    const auto wrong = [](const std::string& code) {
        for (const auto& statement : statements_of(code)) {
            if (!wrong_await(statement).empty()) return true;
        }
        return false;
    };
    for (const char* code :
         {"co_await f(a);", "auto x = co_await f(a, std::move(b));", "x = co_await f();", "co_return co_await f();",
          "auto [e, n] = co_await read(socket, as_tuple);", "{ co_await f(); }", "if (ok) co_await f();",
          "// if (co_await f())\n;", "const auto text = \"if (co_await f())\";", "co_return S{.a = x};",
          "const bool fine = co_await ok(); if (fine) g();"}) {
        EXPECT_FALSE(wrong(code)) << code;
    }
    for (const char* code :
         {"if (co_await ok()) g();", "while (!(co_await ok())) {}", "switch (co_await f()) {}",
          "co_await f([s] { g(); });", "co_await f(S{.a = x});", "co_await f({x, 1});", "S s{.a = co_await f()};",
          "v.push_back({co_await f(), 1});", "auto x = b ? co_await f() : co_await g();",
          "auto x = !(co_await f()).empty();", "spawn(ex, session(co_await accept(), d));", "return g(co_await f());",
          "if (auto x = co_await f(); x) g();", "auto x = a + co_await f();"}) {
        EXPECT_TRUE(wrong(code)) << code;
    }
}

TEST(Tidy, FilesAreShortEnoughToRead) {
    for (const auto& file : source_files()) {
        if (!file.is_code() && !file.is_script()) continue;
        const auto lines = lines_of(file.text).size();
        if (lines > kLinesMax) complain(file, lines, std::to_string(lines) + " lines: a file has one subject");
    }
}

TEST(Tidy, LinesFitTheScreen) {
    for (const auto& file : source_files()) {
        if (!file.is_written()) continue;
        const auto lines = lines_of(file.is_code() ? without_raw_literals(file.text) : file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto columns = characters_of(lines[i]);
            if (columns > kColumnsMax) complain(file, i + 1, std::to_string(columns) + " columns");
        }
    }
}

TEST(Tidy, TextIsClean) {
    for (const auto& file : source_files()) {
        if (!file.is_written()) continue;
        if (file.text.find('\t') != std::string::npos) complain(file, 1, "holds a tab");
        if (file.text.find('\r') != std::string::npos) complain(file, 1, "holds a carriage return");
        if (!file.text.empty() && !file.text.ends_with('\n')) complain(file, 1, "does not end with a line end");
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].ends_with(' ')) complain(file, i + 1, "ends with a space");
        }
    }
}

TEST(Tidy, NothingIsLeftForLater) {
    const std::vector<std::string> notes{std::string("TO") + "DO", std::string("FIX") + "ME", std::string(" XX") + "X"};
    for (const auto& file : source_files()) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const auto& note : notes) {
                if (lines[i].find(note) != std::string::npos)
                    complain(file, i + 1, "finish it or leave it out: " + lines[i]);
            }
        }
    }
}

TEST(Tidy, NothingNamesPlacesOutsideTheProject) {
    const std::vector<std::string> places{std::string("/wo") + "rk/main", std::string("/wo") + "rk/shared",
                                          std::string("../sha") + "red", std::string("/ho") + "me/",
                                          std::string("/ro") + "ot/"};
    for (const auto& file : source_files()) {
        for (const auto& place : places) {
            if (file.text.find(place) != std::string::npos) complain(file, 1, "names " + place);
        }
    }
}

// A comment names the thing, or its decree and clause: no notes of whoever wrote it, no numbers of a list that is not
// here.
TEST(Tidy, CommentsNameTheThingItself) {
    const std::regex notes(R"(\b(la)"
                           R"(w|questions|ux|terms-and-cases)\.md\b|\b[Qq]uest)"
                           R"(ions? [0-9]+\b)");
    for (const auto& file : source_files()) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].find("uestion") == std::string::npos && lines[i].find(".md") == std::string::npos) continue;
            if (std::regex_search(lines[i], notes)) complain(file, i + 1, "name the thing itself: " + lines[i]);
        }
    }
}

TEST(Tidy, HeadersAreIncludedOnce) {
    for (const auto& file : source_files()) {
        if (file.is_header() && file.text.find("\n#pragma once\n") == std::string::npos &&
            !file.text.starts_with("#pragma once\n")) {
            complain(file, 1, "has no #pragma once");
        }
    }
}

TEST(Tidy, EveryTestIsBuilt) {
    std::map<std::string, std::string> build_files;
    for (const auto& file : source_files()) {
        if (file.path.ends_with("CMakeLists.txt")) build_files[file.path] = file.text;
    }
    const auto& globbed = build_files.at("tests/CMakeLists.txt");
    for (const auto& file : source_files()) {
        if (!file.is_in("tests") || !file.path.ends_with(".cpp")) continue;
        const auto folder = file.path.substr(0, file.path.find('/', 6));
        const auto own = build_files.find(folder + "/CMakeLists.txt");
        const auto name = file.path.substr(file.path.rfind('/') + 1);
        const bool built = own != build_files.end()
                               ? own->second.find(name) != std::string::npos
                               : globbed.find("add_tests(" + folder.substr(6) + " ") != std::string::npos;
        if (!built) complain(file, 1, "is built by nobody: see tests/CMakeLists.txt");
    }
}

// The functions of a file that read a body as the first of their template arguments: the two there are, and whoever
// hands its own argument on to one of those.
std::set<std::string> readers_in(const std::string& text) {
    const std::regex defined(R"(template <class ([A-Za-z]+)[^\n]*>\n[^\n(]*?([a-z_]+)\()");
    std::set<std::string> readers{"from_json", "command_route"};
    for (std::size_t known = 0; known != readers.size();) {
        known = readers.size();
        for (std::sregex_iterator at(text.begin(), text.end(), defined), end; at != end; ++at) {
            const auto begin = static_cast<std::size_t>(at->position());
            const auto body = text.substr(begin, text.find("\n}\n", begin) - begin);
            const auto hands_on = [&](const auto& reader) {
                return body.find(reader + "<" + (*at)[1].str()) != std::string::npos;
            };
            if (std::any_of(readers.begin(), readers.end(), hands_on)) readers.insert((*at)[2]);
        }
    }
    return readers;
}

// The types that the routes of a file read from bodies.
std::set<std::string> bodies_read_in(const std::string& text) {
    const std::regex read(R"(\b([a-z_]+)<\s*(?:[a-z_]+::)*([A-Z][A-Za-z]+)[,>])");
    const auto readers = readers_in(text);
    std::set<std::string> types;
    for (std::sregex_iterator at(text.begin(), text.end(), read), end; at != end; ++at)
        if (readers.contains((*at)[1])) types.insert((*at)[2]);
    types.erase("Command");
    types.erase("Request");
    return types;
}

TEST(Tidy, TheFuzzerKnowsEveryBody) {
    std::string known;
    std::set<std::string> types;
    for (const auto& file : source_files()) {
        if (file.path == "tests/fuzz/commands.hpp") known = file.text;
        if (file.is_in("api/routes") && file.is_code()) types.merge(bodies_read_in(file.text));
    }
    EXPECT_GT(types.size(), 140u);
    for (const auto& type : types)
        EXPECT_TRUE(std::regex_search(known, std::regex("::" + type + "[,>]"))) << type << ": tests/fuzz/commands.hpp";
}

TEST(Tidy, NoBodyEscapesTheSearch) {
    const std::set<std::string> wanted{"Moved", "Closed", "Typed"};
    EXPECT_EQ(bodies_read_in("template <class Command>\n"
                             "Route on_dossier(std::string what) {\n    return command_route<Command>(what);\n}\n"
                             "template <class Command>\n"
                             "Route of_it(std::string what) {\n    return on_dossier<Command>(what);\n}\n"
                             "template <class Shown>\n"
                             "Route question(std::string what) {\n    return schema<Shown>(what);\n}\n"
                             "of_it<evaluation::Moved>(\"a\"), on_dossier<Closed, evaluation::Closing>(\"b\"),\n"
                             "question<Answer>(\"c\"); json::from_json<Typed>(context.request.body);\n"),
              wanted);
}

// Whatever else reads a body has a target of its own; pieces of files are hashed and kept as they are.
TEST(Tidy, WhatIsNoJsonOfATypeIsFuzzedByName) {
    const std::map<std::string, std::string> targets{
        {"api/routes/attachments.cpp", ""},           {"api/routes/imports.cpp", "csv"},
        {"api/routes/machine_sign_in.cpp", "tokens"}, {"api/routes/rules.cpp", "questions"},
        {"api/routes/what_if.cpp", "questions"},      {"api/witness/door.cpp", "notes"}};
    const std::regex reads(R"((?:from_json<[^\n]*>|with_fixed)\((?:context\.)?request\.body)");
    for (const auto& file : source_files()) {
        if (!file.is_in("api") || file.is_in("api/http") || !file.is_code()) continue;
        const auto rest = std::regex_replace(file.text, reads, "");
        if (rest.find("request.body") == std::string::npos) continue;
        const auto found = targets.find(file.path);
        if (found == targets.end()) {
            complain(file, 1, "reads a body that no target of tests/fuzz/fuzz.cpp does");
        } else if (!found->second.empty()) {
            EXPECT_TRUE(std::filesystem::is_directory(root() / "tests/fuzz/corpus" / found->second)) << found->second;
        }
    }
}

TEST(Tidy, FilesNamedInTheBuildExist) {
    const std::regex names(R"re(([A-Za-z0-9_./-]+\.(cpp|hpp\.in|csv|json|txt|html|css|js|py))\b)re");
    for (const auto& file : source_files()) {
        if (!file.path.ends_with("CMakeLists.txt")) continue;
        for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), names); it != std::sregex_iterator();
             ++it) {
            const std::string name = (*it)[1];
            const auto at = static_cast<std::size_t>(it->position());
            const bool computed =
                at > 0 && (file.text[at - 1] == '*' || file.text[at - 1] == '}' || file.text[at - 1] == '\\');
            if (computed || name.starts_with("/")) continue;
            const auto beside = root() / std::filesystem::path(file.path).parent_path() / name;
            EXPECT_TRUE(std::filesystem::exists(beside) || std::filesystem::exists(root() / name))
                << file.path << ": " << name;
        }
    }
}

TEST(Tidy, ScriptsParse) {
    const auto run = [](const std::string& command) { return std::system((command + " >/dev/null").c_str()); };
    const auto quoted = [](const SourceFile& file) { return "'" + (root() / file.path).string() + "'"; };
    for (const auto& file : source_files()) {
        if (file.is_script()) EXPECT_EQ(run("bash -n " + quoted(file)), 0) << file.path;
        if (file.path.ends_with(".py")) {
            EXPECT_EQ(run("/usr/bin/python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read())' " + quoted(file)),
                      0)
                << file.path;
        }
    }
}

TEST(Tidy, ScriptsStopAtTheFirstFailure) {
    for (const auto& file : source_files()) {
        if (!file.is_script()) continue;
        const bool strict = file.text.find("set -euo pipefail") != std::string::npos ||
                            file.text.find("/lib.sh\"") != std::string::npos;
        if (!strict) complain(file, 1, "goes on after a failure");
    }
}

TEST(Tidy, LinksInDocumentsLeadSomewhere) {
    const std::regex links(R"(\]\(([^)#:]+)(#[^)]*)?\))");
    for (const auto& file : source_files()) {
        if (!file.path.ends_with(".md")) continue;
        for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), links); it != std::sregex_iterator();
             ++it) {
            const auto target = root() / std::filesystem::path(file.path).parent_path() / (*it)[1].str();
            EXPECT_TRUE(std::filesystem::exists(target)) << file.path << ": " << (*it)[1];
        }
    }
}

}  // namespace
}  // namespace minhbach::tidy
