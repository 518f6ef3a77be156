#include "source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <sstream>

namespace minhbach::tidy {
namespace {

namespace fs = std::filesystem;

bool ends_with_one_of(std::string_view path, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return path.ends_with(end); });
}

bool is_foreign(const fs::path& path) {
    static constexpr std::array<std::string_view, 5> kNames{"build", "var", ".git", "node_modules", "__pycache__"};
    return std::find(kNames.begin(), kNames.end(), path.filename().string()) != kNames.end();
}

std::vector<SourceFile> read_all() {
    std::vector<SourceFile> files;
    for (auto it = fs::recursive_directory_iterator(root()); it != fs::recursive_directory_iterator(); ++it) {
        if (it->is_directory() && is_foreign(it->path())) it.disable_recursion_pending();
        if (!it->is_regular_file()) continue;
        std::ifstream in(it->path(), std::ios::binary);
        std::ostringstream content;
        content << in.rdbuf();
        auto text = std::move(content).str();
        if (text.find('\0') != std::string::npos) continue;
        files.push_back({fs::relative(it->path(), root()).generic_string(), std::move(text)});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \n\r\t");
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(" \n\r\t") - begin + 1);
}

long open_parentheses(std::string_view text) {
    return std::count(text.begin(), text.end(), '(') - std::count(text.begin(), text.end(), ')');
}

// The end of the literal or comment that begins at `at`, or `at` if none does.
std::size_t end_of_opaque(std::string_view code, std::size_t at) {
    const auto until = [&](std::string_view end) {
        const auto found = code.find(end, at + 2);
        return found == std::string_view::npos ? code.size() : found + end.size();
    };
    const auto rest = code.substr(at);
    const bool in_word = at > 0 && (std::isalnum(static_cast<unsigned char>(code[at - 1])) || code[at - 1] == '_');
    if (rest.starts_with("//")) return std::min(code.find('\n', at), code.size());
    if (rest.starts_with("/*")) return until("*/");
    if (rest.starts_with("R\"") && !in_word) {
        const auto open = code.find('(', at);
        if (open == std::string_view::npos) return code.size();
        return until(")" + std::string(code.substr(at + 2, open - at - 2)) + "\"");
    }
    if (rest[0] != '"' && (rest[0] != '\'' || in_word)) return at;  // 9'007'199 holds no character literals
    for (auto i = at + 1; i < code.size(); ++i) {
        if (code[i] == '\\')
            ++i;
        else if (code[i] == rest[0] || code[i] == '\n')
            return i + 1;
    }
    return code.size();
}

}  // namespace

bool SourceFile::is_code() const {
    return ends_with_one_of(path, {".cpp", ".hpp", ".hpp.in"});
}
bool SourceFile::is_header() const {
    return ends_with_one_of(path, {".hpp", ".hpp.in"});
}
bool SourceFile::is_script() const {
    return text.starts_with("#!/usr/bin/env bash") || path == "deploy/lib.sh";
}
bool SourceFile::is_written() const {
    return is_code() || is_script() || ends_with_one_of(path, {".py", ".mjs", "CMakeLists.txt"});
}
bool SourceFile::is_in(std::string_view folder) const {
    return path.starts_with(std::string(folder) + "/");
}
std::string SourceFile::folder() const {
    return path.substr(0, path.find('/'));
}

fs::path root() {
    return SOURCE_DIR;
}

const std::vector<SourceFile>& source_files() {
    static const auto files = read_all();
    return files;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t characters_of(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string without_comments_and_literals(std::string_view code) {
    std::string result(code);
    for (std::size_t at = 0; at < code.size();) {
        const auto end = end_of_opaque(code, at);
        for (auto i = at; i < end; ++i) {
            const bool quote = (i == at || i + 1 == end) && (code[i] == '"' || code[i] == '\'');
            if (code[i] != '\n' && !quote) result[i] = ' ';
        }
        at = std::max(end, at + 1);
    }
    return result;
}

std::string without_raw_literals(std::string_view code) {
    std::string result;
    for (std::size_t at = 0; at < code.size();) {
        const auto end = end_of_opaque(code, at);
        if (end == at || code.substr(at, 2) != "R\"") {
            result.append(code.substr(at, std::max(end, at + 1) - at));
        } else {
            result.append(static_cast<std::size_t>(std::count(&code[at], &code[at] + (end - at), '\n')), '\n');
        }
        at = std::max(end, at + 1);
    }
    return result;
}

std::vector<Statement> statements_of(std::string_view code) {
    const auto bare = without_comments_and_literals(code);
    std::vector<Statement> statements;
    std::string text;
    std::size_t line = 1, begins = 1;
    for (const char c : bare) {
        if (c == ';' || c == '{' || c == '}') {
            statements.push_back({begins, trimmed(text), c});
            text.clear();
        } else if (!text.empty() || (c != ' ' && c != '\n')) {
            if (text.empty()) begins = line;
            text += c;
        }
        if (c == '\n') ++line;
    }
    return statements;
}

std::string wrong_await(const Statement& statement) {
    static const std::regex kAwait(R"(\bco_await\b)");
    std::smatch found;
    if (!std::regex_search(statement.text, found, kAwait)) return "";
    const auto before = trimmed(found.prefix());
    const std::string after = found.suffix();
    if (std::regex_search(after, kAwait)) return "two awaits in one statement";
    static const std::regex kLabel(R"(^(case\s[^;]*|default|else|do)\s*:?\s*$|.*\)\s*$)");
    const bool first = before.empty() || std::regex_match(before, kLabel);
    const bool after_name = before.ends_with("=") || before.ends_with("co_return");
    if (statement.end == '}') return "an awaited value inside braces has to get a name";
    if (open_parentheses(before) != 0 || !(first || after_name)) return "an awaited value has to get a name";
    if (open_parentheses(after) != 0) return "what an awaited call is given has to have a name";
    return "";
}

}  // namespace minhbach::tidy
