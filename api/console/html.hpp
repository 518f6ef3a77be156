// A small builder of HTML: every text is escaped where it enters, so nothing that was recorded can become markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minhbach::api::console {

// A piece of HTML. Made of plain text, which is escaped, or of elements.
class Node {
public:
    Node() = default;
    Node(std::string_view text) { append_escaped(text); }
    Node(const std::string& text) : Node(std::string_view(text)) {}
    Node(const char* text) : Node(std::string_view(text)) {}

    Node& add(const Node& node) {
        html_ += node.html_;
        return *this;
    }
    bool empty() const { return html_.empty(); }
    const std::string& html() const { return html_; }

private:
    friend Node element(std::string_view, std::initializer_list<std::pair<std::string_view, std::string>>, const Node&);
    void append_escaped(std::string_view text);
    std::string html_;
};

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

// <name attributes>content</name>; elements that have no content (br, input, link, meta) get no end tag. An attribute
// whose value is empty is written without one ("required").
Node element(std::string_view name, Attributes attributes, const Node& content);
Node element(std::string_view name, Attributes attributes = {});

Node all(std::initializer_list<Node> nodes);

// The Vietnamese words, and the English ones smaller beside them.
Node bilingual(std::string_view vi, std::string_view en);

Node link_to(const std::string& address, const Node& content);
Node heading(int level, std::string_view vi, std::string_view en);
Node paragraph(const Node& content);
Node note(const Node& content);  // smaller, beside the matter

// A table with headings; a row is its cells. On a narrow screen each cell repeats its heading.
struct Column {
    std::string vi;
    std::string en;
};
Node table(const std::vector<Column>& columns, const std::vector<std::vector<Node>>& rows);
// Name and value pairs.
Node facts(const std::vector<std::pair<Column, Node>>& pairs);

}  // namespace minhbach::api::console
