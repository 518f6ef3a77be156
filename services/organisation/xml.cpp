#include "services/organisation/xml.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace minhbach::services::organisation {
namespace {

std::string_view local(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

bool append_character(std::uint32_t code, std::string& into) {
    const auto add = [&](std::uint32_t byte) { into += static_cast<char>(byte); };
    if ((code < 0x20 && code != 9 && code != 10 && code != 13) || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF)
        return false;
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6), add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12), add(0x80 | (code >> 6 & 0x3F)), add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | code >> 18), add(0x80 | (code >> 12 & 0x3F)), add(0x80 | (code >> 6 & 0x3F)),
            add(0x80 | (code & 0x3F));
    }
    return true;
}

}  // namespace

XmlReader::XmlReader(std::string_view bytes) : bytes_(bytes) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

std::optional<std::string> XmlReader::attribute(std::string_view name) const {
    const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                    [&](const auto& attribute) { return attribute.first == name; });
    if (found == attributes_.end()) return std::nullopt;
    return found->second;
}

XmlReader::Token XmlReader::wrong() {
    wrong_ = true;
    return Token::wrong;
}

XmlReader::Token XmlReader::next() {
    if (wrong_) return Token::wrong;
    if (empty_) {
        empty_ = false;
        open_.pop_back();
        return Token::end;
    }
    text_.clear();
    while (at_ < bytes_.size()) {
        if (bytes_[at_] == '<') {
            const auto rest = bytes_.substr(at_);
            if (rest.starts_with("<!--")) {
                if (!skip_behind("-->")) return wrong();
            } else if (rest.starts_with("<?")) {
                if (!skip_behind("?>")) return wrong();
            } else if (rest.starts_with("<![CDATA[")) {
                const auto end = rest.find("]]>");
                if (end == std::string_view::npos || open_.empty()) return wrong();
                text_ = rest.substr(9, end - 9);
                at_ += end + 3;
                return Token::text;
            } else {
                return read_markup();
            }
            continue;
        }
        const auto end = std::min(bytes_.find('<', at_), bytes_.size());
        const auto raw = bytes_.substr(at_, end - at_);
        at_ = end;
        if (open_.empty()) {
            if (raw.find_first_not_of(" \t\r\n") != std::string_view::npos) return wrong();
            continue;
        }
        if (!decode(raw, text_)) return wrong();
        return Token::text;
    }
    return open_.empty() && rooted_ ? Token::done : wrong();
}

XmlReader::Token XmlReader::read_markup() {
    ++at_;
    if (at_ < bytes_.size() && bytes_[at_] == '/') return read_end();
    return read_start();
}

XmlReader::Token XmlReader::read_start() {
    const auto full = read_name();
    // One root; "<!DOCTYPE" has no name here.
    if (full.empty() || open_.size() == depth_max || (open_.empty() && rooted_)) return wrong();
    rooted_ = true;
    attributes_.clear();
    while (true) {
        skip_spaces();
        if (at_ >= bytes_.size()) return wrong();
        if (bytes_[at_] == '>') {
            ++at_;
            break;
        }
        if (bytes_.substr(at_).starts_with("/>")) {
            at_ += 2;
            empty_ = true;
            break;
        }
        if (!read_attribute()) return wrong();
    }
    open_.push_back(full);
    name_ = local(full);
    return Token::start;
}

XmlReader::Token XmlReader::read_end() {
    ++at_;
    const auto full = read_name();
    skip_spaces();
    if (open_.empty() || open_.back() != full || at_ >= bytes_.size() || bytes_[at_] != '>') return wrong();
    ++at_;
    open_.pop_back();
    name_ = local(full);
    return Token::end;
}

bool XmlReader::read_attribute() {
    const auto full = read_name();
    if (full.empty()) return false;
    skip_spaces();
    if (at_ >= bytes_.size() || bytes_[at_] != '=') return false;
    ++at_;
    skip_spaces();
    if (at_ >= bytes_.size() || (bytes_[at_] != '"' && bytes_[at_] != '\'')) return false;
    const auto end = bytes_.find(bytes_[at_], at_ + 1);
    if (end == std::string_view::npos) return false;
    const auto raw = bytes_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    attributes_.emplace_back(local(full), std::string());
    return raw.find('<') == std::string_view::npos && decode(raw, attributes_.back().second);
}

bool XmlReader::decode(std::string_view raw, std::string& into) const {
    constexpr std::size_t kReferenceMax = 12;
    for (std::size_t i = 0; i < raw.size();) {
        if (raw[i] != '&') {
            into += raw[i++];
            continue;
        }
        const auto end = raw.find(';', i);
        if (end == std::string_view::npos || end - i > kReferenceMax) return false;
        auto name = raw.substr(i + 1, end - i - 1);
        i = end + 1;
        if (name == "lt") {
            into += '<';
        } else if (name == "gt") {
            into += '>';
        } else if (name == "amp") {
            into += '&';
        } else if (name == "quot") {
            into += '"';
        } else if (name == "apos") {
            into += '\'';
        } else if (name.starts_with("#")) {
            const bool hexadecimal = name.starts_with("#x");
            name.remove_prefix(hexadecimal ? 2 : 1);
            std::uint32_t code = 0;
            const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
            if (read.ec != std::errc() || read.ptr != name.data() + name.size() || !append_character(code, into))
                return false;
        } else {
            return false;
        }
    }
    return true;
}

std::string_view XmlReader::read_name() {
    const auto begin = at_;
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
               c == '-' || c == '.';
    };
    while (at_ < bytes_.size() && is_part(bytes_[at_])) ++at_;
    return bytes_.substr(begin, at_ - begin);
}

void XmlReader::skip_spaces() {
    while (at_ < bytes_.size() && std::string_view(" \t\r\n").find(bytes_[at_]) != std::string_view::npos) ++at_;
}

bool XmlReader::skip_behind(std::string_view mark) {
    const auto found = bytes_.find(mark, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + mark.size();
    return true;
}

}  // namespace minhbach::services::organisation
