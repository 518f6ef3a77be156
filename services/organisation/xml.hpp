// A small strict reader of XML in UTF-8, token by token, for the parts of a workbook. Document types are refused, so no
// entity can grow; elements must nest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minhbach::services::organisation {

class XmlReader {
public:
    static constexpr std::size_t depth_max = 64;
    enum class Token : unsigned char { start, end, text, done, wrong };

    // `bytes` must outlive the reader.
    explicit XmlReader(std::string_view bytes);

    Token next();  // after `done` or `wrong` the same again
    // Of the element that starts or ends, without its prefix.
    std::string_view name() const { return name_; }
    // Of the element that starts, by its name without prefix.
    std::optional<std::string> attribute(std::string_view name) const;
    const std::string& text() const { return text_; }

private:
    Token wrong();
    Token read_markup();
    Token read_start();
    Token read_end();
    bool read_attribute();
    bool decode(std::string_view raw, std::string& into) const;
    std::string_view read_name();
    void skip_spaces();
    bool skip_behind(std::string_view mark);

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_;  // with their prefixes
    std::vector<std::pair<std::string_view, std::string>> attributes_;
    std::string_view name_;
    std::string text_;
    bool empty_ = false;  // the element that started ends at once
    bool wrong_ = false;
    bool rooted_ = false;
};

}  // namespace minhbach::services::organisation
