#include "api/routes/house.hpp"

#include "projections/runner/forgetting.hpp"

namespace minhbach::api::routes {

House::House(events::Log& log_, Clock& clock, const std::filesystem::path& data, std::optional<Witnessing> witnessing,
             follow::Options following_, Doors doors)
    : log(log_),
      desk(log_, clock, ids),
      identity(data, std::move(doors.identity)),
      authorities(std::move(doors.authorities)),
      asking(doors.asking),
      signing_in(doors.signing_in),
      beginning(doors.beginning),
      // Before anything is read from them, the read models are rid of what was erased.
      acts(log_, events::Ledger::main, projections::all_projections(),
           projections::without_erased(log_, data / "projections") / "main"),
      access(log_, events::Ledger::access, projections::access_projections(), data / "projections" / "access"),
      answers(acts, access, log_),
      publishing(log_, data, std::move(witnessing)),
      exports(log_, desk, data / "exports",
              [this] {
                  return publishing.is_required() ? std::optional(publishing.caught_up(events::Ledger::main))
                                                  : std::nullopt;
              }),
      taken(data / "taken-outside", wall.now()),
      indexes{events::SealedIndex(log_, events::Ledger::main), events::SealedIndex(log_, events::Ledger::access)},
      scanner(log_, acts),
      webhooks(log_, desk, scanner, data / "webhooks", following_.webhooks),
      following(std::move(following_)),
      rebuilding(acts, access),
      erasing(log_, desk, identity, exports, acts, access, data),
      size_at_start(log_.size(events::Ledger::main)),
      provider_steps(identity.openid ? std::make_unique<ProviderSteps>() : nullptr) {}

bool House::simulated() {
    int known = simulated_.load();
    if (known < 0) {
        desk.look([&](services::Past& past, Time) {
            const auto& province = past.registry().province();
            if (province) known = province->simulated_clock ? 1 : 0;
        });
        simulated_ = known;
    }
    return known == 1;
}

}  // namespace minhbach::api::routes
