#include "services/listing.hpp"

#include <utility>

#include "events/refusals.hpp"

namespace minhbach::services {

bool Listing::is_first(const DossierId& dossier) {
    if (seen_.insert(dossier).second) return true;
    refuse(invalid_field("/dossier", "Hồ sơ này đã có trong danh sách.", "This dossier is listed twice."));
    return false;
}

void Listing::refuse(Refusal refusal) {
    refusal.field = prefix_ + refusal.field;
    for (auto& more : refusal.more) more.field = prefix_ + more.field;
    refusals_.push_back(std::move(refusal));
}

void Listing::write(const Authority& authority, ToWrite to_write) {
    if (decided_.events.empty()) {
        decided_.authority = authority;
    } else if (decided_.authority.mandate != authority.mandate) {
        return refuse(invalid_field(
            "/dossier", "Hồ sơ này thuộc một văn bản giao quyền khác với hồ sơ đầu danh sách; hãy quyết định riêng.",
            "This dossier rests on another mandate than the first; decide it separately."));
    }
    decided_.events.push_back(std::move(to_write));
}

Decision Listing::decision() && {
    if (!refusals_.empty()) return together(std::move(refusals_));
    return std::move(decided_);
}

}  // namespace minhbach::services
