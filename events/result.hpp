// A value, or a refusal the user can act on. Broken invariants are not refusals: they throw or abort.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace minhbach {

// Why a command, a query or an input was turned down. It is part of the public contract: `type` never changes meaning.
struct Refusal {
    std::string type;       // stable kebab-case slug, e.g. "not-competent"; titles and HTTP status: events/refusals.hpp
    std::string field;      // JSON pointer of the offending input ("/level"), or empty
    std::string clause;     // the clause of law in Vietnamese citation form, or empty where no law is concerned
    std::string detail_vi;  // one sentence the user can act on
    std::string detail_en;
    std::vector<Refusal> more;  // further refusals of the same input, so that all can be mended at once

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
class [[nodiscard]] Result : public boost::system::result<T, Refusal> {
public:
    using boost::system::result<T, Refusal>::result;
    Result() = default;
    // Spelled out because a refusal, being an aggregate, could also be built from one string.
    Result(T value) : boost::system::result<T, Refusal>(boost::system::in_place_value, std::move(value)) {}
    Result(Refusal refusal) : boost::system::result<T, Refusal>(boost::system::in_place_error, std::move(refusal)) {}
};

// For operations that return nothing but may refuse.
using Outcome = Result<std::monostate>;

[[noreturn]] void throw_refusal(
    const Refusal& refusal);  // std::runtime_error with both languages; for literals and tests

// Found by boost::system::result through the namespace of Refusal.
[[noreturn]] inline void throw_exception_from_error(const Refusal& refusal, const boost::source_location&) {
    throw_refusal(refusal);
}

}  // namespace minhbach
