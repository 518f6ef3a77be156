#include "events/codec/typed.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace minhbach::events::detail {

std::vector<Part> write_parts(const void* event, void (*write)(json::Writer&, const void*),
                              std::optional<PersonCode> subject) {
    std::vector<std::pair<PersonCode, std::string>> sections;
    json::Writer writer;
    writer.section_parts = &sections;
    write(writer, event);
    std::vector<Part> parts(1);
    parts[0].json = std::move(writer.out);
    parts[0].subject = std::move(subject);
    for (auto& [person, text] : sections) parts.push_back({person, std::move(text)});
    return parts;
}

void read_parts(std::string_view type, const std::vector<Part>& parts, const std::vector<bool>& lost,
                void (*read)(json::Reader&, json::Value, void*), void* event) {
    std::vector<json::Document> documents;
    std::vector<std::optional<json::Value>> sections;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && lost[i]) {
            sections.push_back(std::nullopt);
            continue;
        }
        auto document = json::Document::parse(parts[i].json);
        if (!document) throw std::runtime_error(std::string(type) + ": part " + std::to_string(i) + " is not JSON");
        documents.push_back(std::move(*document));
        if (i > 0) sections.push_back(documents.back().root());
    }
    json::Reader reader;
    reader.section_parts = &sections;
    read(reader, documents.at(0).root(), event);
    if (!reader.ok()) {
        const auto refusal = reader.refusal();
        throw std::runtime_error(std::string(type) + " " + refusal.field + ": " + refusal.detail_en);
    }
    if (reader.next_section_part != sections.size()) throw std::runtime_error(std::string(type) + ": parts left over");
}

void fail_schema(std::string_view type, std::uint64_t schema) {
    throw std::runtime_error(std::string(type) + ": schema " + std::to_string(schema) +
                             " is not known to this program");
}

}  // namespace minhbach::events::detail
