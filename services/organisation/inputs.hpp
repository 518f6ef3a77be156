// What a command names must exist; what is wrong with it is gathered, so that all of it can be mended at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/past.hpp"

namespace minhbach::services::organisation {

// A person's code becomes part of the ids of dossiers, which have 64 characters.
inline constexpr std::size_t kPersonCodeMax = 40;
bool fits(const PersonCode& code);
Refusal code_too_long(std::string_view field);

class Problems {
public:
    void add(Refusal refusal) { refusals_.push_back(std::move(refusal)); }
    void require(bool holds, std::string_view field, std::string detail_vi, std::string detail_en);
    void require_reason(const Text& reason, std::string_view field = "/reason");
    bool none() const { return refusals_.empty(); }
    Refusal refusal() &&;  // the first with the others in `more`; there must be one
    std::vector<Refusal> all() && { return std::move(refusals_); }

    // Each notes the stream and gives nullptr, with the problem taken down, where there is no such thing.
    const Document* document(Past& past, const DocumentId& id, std::string_view field = "/document");
    const Document* document(Past& past, const std::optional<DocumentId>& id, std::string_view field = "/document");
    const Person* person(Past& past, const PersonCode& code, std::string_view field = "/person");
    const Unit* unit(Past& past, const UnitCode& code, std::string_view field = "/unit");
    const Unit* unit_on(Past& past, const UnitCode& code, Date day, std::string_view field = "/unit");

private:
    std::vector<Refusal> refusals_;
};

Refusal already_exists(std::string_view field, std::string detail_vi, std::string detail_en);
Refusal nothing_to_change();
Refusal self_decision(std::string detail_vi, std::string detail_en);
Refusal inconsistent(std::string_view field, std::string detail_vi, std::string detail_en);

// A title, or a number and symbol, that bears a secrecy mark: Mật, Tối mật, Tuyệt mật as a mark, not as a word of a
// sentence
// ("bảo vệ bí mật nhà nước" bears none).
bool bears_secrecy_mark(std::string_view text);
// Cited as it is known, not from the gazette: the number of the article is left out.
inline constexpr std::string_view kSecrecyLaw = "Luật Bảo vệ bí mật nhà nước năm 2018";
Refusal classified_refused(std::string_view field);

Decided written(Authority authority, events::Stream stream, Event event, std::optional<Date> effective = {});

}  // namespace minhbach::services::organisation
