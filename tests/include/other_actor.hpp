// Rulebooks that name somebody else for a step.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "services/law/rulebook.hpp"

namespace minhbach::services {

// The rulebook in which the step of that clause is taken by `by` instead of `was`. Of steps that share a clause the
// first that was taken so.
inline std::shared_ptr<const law::Rulebook> with_actor(std::string_view clause, std::string_view was,
                                                       std::string_view by,
                                                       const law::Rulebook& of = law::nd90_48_2023()) {
    auto text = of.text();
    const auto written = [&](std::string_view role) {
        return R"("by":[")" + std::string(role) + R"("],"clause":")" + std::string(clause) + "\"";
    };
    const auto at = text.find(written(was));
    if (at == std::string::npos) throw std::logic_error("no such step");
    text.replace(at, written(was).size(), written(by));
    auto book = law::Rulebook::read(text);
    if (!book) throw std::logic_error(book.error().detail_en);
    return *book;
}

}  // namespace minhbach::services
