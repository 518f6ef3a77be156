#include "api/http/message.hpp"

#include <algorithm>
#include <utility>

namespace minhbach::api::http {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

void Headers::add(std::string_view name, std::string_view value) {
    const Slot slot{static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(name.size()),
                    static_cast<std::uint32_t>(value.size())};
    text_.append(name).append(value);
    slots_.push_back(slot);
}

void Headers::set(std::string_view name, std::string_view value) {
    std::erase_if(slots_, [&](const Slot& slot) {
        return equal_ignoring_case(std::string_view(text_).substr(slot.start, slot.name_size), name);
    });
    add(name, value);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (std::size_t i = 0; i < size(); ++i)
        if (equal_ignoring_case((*this)[i].name, name)) return (*this)[i].value;
    return std::nullopt;
}

std::optional<std::string> Headers::joined(std::string_view name) const {
    std::optional<std::string> list;
    for (std::size_t i = 0; i < size(); ++i) {
        if (!equal_ignoring_case((*this)[i].name, name)) continue;
        if (list) list->append(", ").append((*this)[i].value);
        if (!list) list.emplace((*this)[i].value);
    }
    return list;
}

std::size_t Headers::count(std::string_view name) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size(); ++i) found += equal_ignoring_case((*this)[i].name, name);
    return found;
}

Headers::Field Headers::operator[](std::size_t index) const {
    const Slot& slot = slots_[index];
    const std::string_view text = text_;
    return {text.substr(slot.start, slot.name_size), text.substr(slot.start + slot.name_size, slot.value_size)};
}

Response respond(int status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", content_type);
    response.body = std::move(body);
    return response;
}

Response json(int status, std::string body) {
    return respond(status, "application/json", std::move(body));
}

}  // namespace minhbach::api::http
