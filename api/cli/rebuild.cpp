#include <iomanip>
#include <iostream>

#include "api/cli/commands.hpp"
#include "api/on_machine.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/store.hpp"
#include "projections/runner/forgetting.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::api::cli {
namespace {

void rebuild_one(const events::Log& log, events::Ledger ledger, const std::filesystem::path& directory, bool access,
                 bool& differs) {
    const auto rebuilt = projections::rebuild(log, ledger, directory, access);
    std::cerr << (access ? "access" : "main") << ": " << rebuilt.events << " bản ghi / events, " << std::fixed
              << std::setprecision(2) << rebuilt.seconds << " s\n";
    for (const auto& [name, hash] : rebuilt.hashes) std::cerr << "  " << name << " " << events::hex(hash) << "\n";
    for (const auto& name : rebuilt.differing) std::cerr << "  KHÁC TRƯỚC / DIFFERED BEFORE: " << name << "\n";
    differs = differs || !rebuilt.differing.empty();
}

}  // namespace

int projection_rebuild(const std::filesystem::path& data) {
    sign_in::SystemClock clock;
    auto log = events::open_store(data, clock);  // alone: nobody else may fold into these folders meanwhile
    if (!log) return tell(log.error());
    projections::without_erased(**log, data / "projections");
    bool differs = false;
    rebuild_one(**log, events::Ledger::main, data / "projections" / "main", false, differs);
    announce(data, {Label::of("projection-rebuild"), {}, {}, {}, {}, {}});
    rebuild_one(**log, events::Ledger::access, data / "projections" / "access", true, differs);
    return differs ? 1 : 0;
}

}  // namespace minhbach::api::cli
