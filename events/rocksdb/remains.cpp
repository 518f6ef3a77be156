// What can still be read of a damaged store.
#include <rocksdb/db.h>

#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/kept.hpp"
#include "events/rocksdb/store.hpp"

namespace minhbach::events {
namespace {

class EngineRemains : public Remains {
public:
    explicit EngineRemains(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

    std::optional<std::pair<std::string, std::string>> row(Ledger ledger, std::uint64_t position) const override {
        try {
            auto record = engine_->get(ledger, Column::records, big_endian(position));
            auto payload = engine_->get(ledger, Column::payloads, big_endian(position));
            if (record && payload) return std::pair(*std::move(record), *std::move(payload));
        } catch (const std::runtime_error&) {  // damaged: as good as lost
        }
        return std::nullopt;
    }

    void visit_checkpoints(Ledger ledger, std::uint64_t above,
                           const std::function<void(const Checkpoint&)>& visit) const override {
        try {
            engine_->visit_checkpoints(ledger, above + 1, [&](Checkpoint&& checkpoint) {
                visit(checkpoint);
                return true;
            });
        } catch (const std::runtime_error&) {  // those behind the damage are lost; they can be signed again
        }
    }

private:
    const std::unique_ptr<Engine> engine_;
};

// RocksDB's own repair, on a copy: tables keep their second name, what it may change is copied.
void salvage(const std::filesystem::path& log, const std::filesystem::path& scratch) {
    std::filesystem::remove_all(scratch);
    std::filesystem::create_directories(scratch);
    for (const auto& entry : std::filesystem::directory_iterator(log)) {
        const auto path = scratch / entry.path().filename();
        if (entry.path().extension() == ".sst")
            std::filesystem::create_hard_link(entry.path(), path);
        else if (entry.is_regular_file())
            std::filesystem::copy_file(entry.path(), path);
    }
    const auto status = rocksdb::RepairDB(scratch.string(), database_options(), column_descriptors(8u << 20));
    if (!status.ok()) throw std::runtime_error("store: " + status.ToString());
}

}  // namespace

std::unique_ptr<Remains> open_remains(const std::filesystem::path& directory, const std::filesystem::path& scratch) {
    const auto open = [](const std::filesystem::path& log, Engine::Access access) -> std::unique_ptr<Remains> {
        return std::make_unique<EngineRemains>(std::make_unique<Engine>(log, access, 8u << 20, nullptr));
    };
    try {
        return open(directory / "log", Engine::Access::inspect);
    } catch (const std::runtime_error&) {  // not as it is
    }
    try {
        salvage(directory / "log", scratch);
        return open(scratch, Engine::Access::inspect);
    } catch (const std::exception&) {
        return nullptr;
    }
}

}  // namespace minhbach::events
