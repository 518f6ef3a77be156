#include "events/completeness/seal_check.hpp"

#include "events/merkle/lines.hpp"
#include "events/seal.hpp"

namespace minhbach::events {

void SealCheck::take(const Record& record, CheckReport& report) {
    const auto wrong = [&](std::string what) { report.add("seals", record.position, std::move(what)); };
    if (record.type == IndexSealed::kType) {
        if (found_ == seals_.size() || seals_[found_].position != record.position ||
            seals_[found_].size > record.position.value || record.commitments.size() != 1 ||
            record.commitments.front() != commitment_of(seals_[found_].salt, seals_[found_].json)) {
            wrong("what it seals is not what was committed to");
        } else {
            ++found_;
        }
    } else if (found_ < seals_.size() && seals_[found_].position == record.position) {
        wrong("this event seals nothing");
        ++found_;
    }
    if (counted_ == seals_.size()) return;  // nothing is left to be compared
    index_.take(record);
    for (; counted_ < seals_.size() && seals_[counted_].size <= index_.size(); ++counted_) {
        if (seals_[counted_].size < index_.size() || seals_[counted_].root != index_.root())
            report.add("seals", seals_[counted_].position,
                       "the index sealed at " + std::to_string(seals_[counted_].size) + " is not that of the records");
    }
}

std::optional<std::vector<IndexSeal>> parse_seals(std::string_view lines) {
    std::vector<IndexSeal> seals;
    while (!lines.empty()) {
        const auto line = merkle::take_line(lines);
        auto seal = line ? parse_seal(*line) : std::nullopt;
        if (!seal) return std::nullopt;
        seals.push_back(*std::move(seal));
    }
    return seals;
}

}  // namespace minhbach::events
