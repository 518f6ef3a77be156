// The files of the project as text, and what a test over text needs: code without comments and literals, its
// statements.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace minhbach::tidy {

struct SourceFile {
    std::string path;  // from the root of the project, with /
    std::string text;

    bool is_code() const;  // C++
    bool is_header() const;
    bool is_script() const;   // a shell script: by its first line
    bool is_written() const;  // by hand, in a language where the width of a line and tabs matter
    bool is_in(std::string_view folder) const;
    std::string folder() const;
};

// Every file of the project that is text, sorted by path; without what is built, fetched or ignored.
const std::vector<SourceFile>& source_files();
std::filesystem::path root();

std::vector<std::string> lines_of(std::string_view text);
std::size_t characters_of(std::string_view utf8);

// The code with every comment and the content of every literal replaced by spaces; line ends are kept.
std::string without_comments_and_literals(std::string_view code);
// The code without raw literals, whose lines are not ours to break; line ends are kept.
std::string without_raw_literals(std::string_view code);

struct Statement {
    std::size_t line = 0;  // where its text begins, from 1
    std::string text;      // trimmed, without the character that ended it
    char end = ';';        // one of ; { }
};
std::vector<Statement> statements_of(std::string_view code);

// What breaks the rule of awaited values in one statement: empty if nothing does.
std::string wrong_await(const Statement& statement);

}  // namespace minhbach::tidy
