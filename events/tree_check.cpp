#include "events/tree_check.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "events/merkle/checkpoint.hpp"
#include "events/merkle/tree.hpp"
#include "events/signing_keys.hpp"

namespace minhbach::events {
namespace {

class Hashing {
public:
    Hashing(const Log& log, Ledger ledger, std::uint64_t size, std::uint64_t part_records)
        : log_(log),
          ledger_(ledger),
          size_(size),
          part_records_(part_records),
          roots_((size + part_records - 1) / part_records) {}

    Hash root(unsigned threads) {
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
            work();
        }
        if (failure_) std::rethrow_exception(failure_);
        return merkle::root_of_parts(roots_);
    }

private:
    void work() {
        try {
            for (auto part = next_++; part < roots_.size(); part = next_++) roots_[part] = root_of_part(part);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            next_ = roots_.size();
        }
    }

    Hash root_of_part(std::size_t part) const {
        merkle::Peaks peaks;
        const auto from = part * part_records_;
        const auto to = std::min(from + part_records_, size_);
        log_.scan_records(ledger_, {from}, {to}, [&](Position, std::string_view record) {
            peaks.append(merkle::leaf_hash(record));
            return true;
        });
        if (peaks.size() != to - from) throw std::runtime_error("the records end early");
        return peaks.root();
    }

    const Log& log_;
    const Ledger ledger_;
    const std::uint64_t size_;
    const std::uint64_t part_records_;
    std::vector<Hash> roots_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;  // guards failure_
    std::exception_ptr failure_;
};

}  // namespace

Hash root_of_records(const Log& log, Ledger ledger, std::uint64_t size, unsigned threads, std::uint64_t part_records) {
    if (size > log.size(ledger)) throw std::out_of_range("a root beyond the durable end of the log");
    if (size == 0) return merkle::empty_root();
    return Hashing(log, ledger, size, part_records).root(threads);
}

CheckReport check_tree(const Log& log, Ledger ledger, unsigned threads) {
    CheckReport report;
    report.ledger = ledger;
    const auto checkpoint = log.checkpoint(ledger);
    report.size = checkpoint.size;
    if (checkpoint.size > 0) {
        const auto body = merkle::open_checkpoint(checkpoint.note, keys_of(log, ledger));
        if (!body)
            report.add("I6", std::nullopt, "the newest checkpoint: " + body.error().detail_en);
        else if (body->size != checkpoint.size || body->root != checkpoint.root)
            report.add("I6", std::nullopt, "the newest checkpoint is kept with another size or root than its note has");
    }
    try {
        report.root = root_of_records(log, ledger, checkpoint.size, threads);
        if (checkpoint.size > 0 && report.root != checkpoint.root)
            report.add("I6", std::nullopt, "the records have another root than the newest checkpoint");
    } catch (const std::runtime_error& damage) {
        report.add("I2", std::nullopt, damage.what());
    }
    return report;
}

}  // namespace minhbach::events
