#include "services/refused_entry.hpp"

#include <algorithm>
#include <array>

#include "services/decision.hpp"
#include "services/evaluation/dossier.hpp"
#include "services/organisation/registry.hpp"

namespace minhbach::services {
namespace {

bool is_nobodys(std::string_view category) {
    static constexpr std::array<std::string_view, 7> kNobodys{"concretisation", "cycle", "document", "province",
                                                              "retention",      "unit",  "webhook"};
    return std::find(kNobodys.begin(), kNobodys.end(), category) != kNobodys.end();
}

// Only somebody who is known: a key is made for nobody else.
std::optional<PersonCode> person_meant(Past& past, const events::Stream& target) {
    const auto category = target.category();
    const auto id = std::string_view(target.name()).substr(category.size() + 1);
    if (category == "dossier") {
        const auto dossier = DossierId::parse(id);
        if (!dossier || !past.dossier(*dossier).exists()) return std::nullopt;
        return past.dossier(*dossier).opened->person;
    }
    if (category != "person" && category != "mandates") return std::nullopt;
    const auto code = PersonCode::parse(id);
    if (!code || !past.registry().person(*code)) return std::nullopt;
    return *code;
}

}  // namespace

RefusedEntry refused_entry(Past& past, const Label& command, const events::Stream& target, const Refusal& refusal) {
    RefusedEntry entry;
    entry.said.command = command;
    entry.said.target = Label::of(target.name());
    entry.said.refusal = Label::of(refusal.type);
    const auto category = target.category();
    if (category.starts_with("party-") || category == kProtectedObjectionCategory) return entry;
    entry.about = person_meant(past, target);
    if (auto clause = Label::parse(refusal.clause)) entry.said.clause = *clause;
    if (refusal.type == "conflict-of-interest" || (!entry.about && !is_nobodys(category))) return entry;
    if (auto detail = Text::parse(refusal.detail_vi)) entry.said.detail = *detail;
    return entry;
}

}  // namespace minhbach::services
