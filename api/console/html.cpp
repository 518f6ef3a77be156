#include "api/console/html.hpp"

#include <algorithm>
#include <array>

namespace minhbach::api::console {
namespace {

constexpr std::array<std::string_view, 5> kVoid{"br", "input", "link", "meta", "hr"};

}  // namespace

void Node::append_escaped(std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                html_ += "&amp;";
                break;
            case '<':
                html_ += "&lt;";
                break;
            case '>':
                html_ += "&gt;";
                break;
            case '"':
                html_ += "&quot;";
                break;
            case '\'':
                html_ += "&#39;";
                break;
            default:
                html_ += c;
        }
    }
}

Node element(std::string_view name, Attributes attributes, const Node& content) {
    Node node;
    node.html_ += '<';
    node.html_ += name;
    for (const auto& [key, value] : attributes) {
        node.html_ += ' ';
        node.html_ += key;
        if (value.empty()) continue;
        node.html_ += "=\"";
        node.append_escaped(value);
        node.html_ += '"';
    }
    node.html_ += '>';
    if (std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end()) return node;
    node.html_ += content.html();
    node.html_ += "</";
    node.html_ += name;
    node.html_ += '>';
    return node;
}

Node element(std::string_view name, Attributes attributes) {
    return element(name, attributes, Node());
}

Node all(std::initializer_list<Node> nodes) {
    Node whole;
    for (const Node& node : nodes) whole.add(node);
    return whole;
}

Node bilingual(std::string_view vi, std::string_view en) {
    if (en.empty()) return vi;
    return all({vi, " ", element("small", {{"lang", "en"}}, en)});
}

Node link_to(const std::string& address, const Node& content) {
    return element("a", {{"href", address}}, content);
}

Node heading(int level, std::string_view vi, std::string_view en) {
    return element("h" + std::to_string(level), {}, bilingual(vi, en));
}

Node paragraph(const Node& content) {
    return element("p", {}, content);
}

Node note(const Node& content) {
    return element("p", {{"class", "note"}}, content);
}

Node table(const std::vector<Column>& columns, const std::vector<std::vector<Node>>& rows) {
    Node heads;
    for (const Column& column : columns) heads.add(element("th", {{"scope", "col"}}, bilingual(column.vi, column.en)));
    Node lines;
    for (const auto& row : rows) {
        Node cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.add(element("td", {{"data-label", i < columns.size() ? columns[i].vi : std::string("–")}}, row[i]));
        lines.add(element("tr", {}, cells));
    }
    return element("table", {}, all({element("thead", {}, element("tr", {}, heads)), element("tbody", {}, lines)}));
}

Node facts(const std::vector<std::pair<Column, Node>>& pairs) {
    Node lines;
    for (const auto& [name, value] : pairs) {
        lines.add(element("dt", {}, bilingual(name.vi, name.en)));
        lines.add(element("dd", {}, value));
    }
    return element("dl", {}, lines);
}

}  // namespace minhbach::api::console
