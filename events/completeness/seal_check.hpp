// Whether the sealed indexes of a ledger are those of its records, while the records go by in order.
#pragma once

#include <string_view>
#include <vector>

#include "events/check.hpp"
#include "events/completeness/sealed_index.hpp"

namespace minhbach::events {

class SealCheck {
public:
    // `seals` are said to be all of the ledger, by rising position.
    explicit SealCheck(std::vector<IndexSeal> seals) : seals_(std::move(seals)) {}

    // Adds to the report ("seals"): a seal with another root than that of the records it counts, an event that seals
    // what `seals` do not say, and a seal without its event.
    void take(const Record& record, CheckReport& report);

private:
    std::vector<IndexSeal> seals_;
    std::size_t counted_ = 0;  // seals whose root was compared
    std::size_t found_ = 0;    // seals whose event went by
    NameIndex index_;
};

// The lines that a server gives for its seals; nothing if one of them is none.
std::optional<std::vector<IndexSeal>> parse_seals(std::string_view lines);

}  // namespace minhbach::events
