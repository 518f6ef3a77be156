// For whoever runs the program, and for whoever is signed in: is it well, and who am I.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/scrubbing.hpp"
#include "api/version.hpp"
#include "events/kept.hpp"

namespace minhbach::api::routes {
namespace {

using events::Ledger;

struct WriteStop {
    std::string why;  // "reopening" or "disk-full"
    Time since;
};
BOOST_DESCRIBE_STRUCT(WriteStop, (), (why, since))

struct SigningPause {
    std::string why;  // "signing-key": the token that has it is away, or refuses
    Time since;
};
BOOST_DESCRIBE_STRUCT(SigningPause, (), (why, since))

struct DamageLine {
    std::optional<std::string> ledger;  // "main" or "access", where rows are concerned
    std::uint64_t first = 0;            // positions [first, end)
    std::uint64_t end = 0;
    std::string file;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(DamageLine, (), (ledger, first, end, file, what))

struct Readiness {
    std::string status;  // "ready", "read-only": it answers questions alone, or "not-ready"
    std::optional<WriteStop> read_only;
    std::optional<SigningPause> checkpoints_paused;  // commands go on; nothing new is signed
    std::uint64_t size = 0;
    std::uint64_t applied = 0;
    std::vector<std::string> stopped;  // projections that cannot go on
    // "disk-full" or "disk-failed": read models stand still until they can be written, and answer as far as they are
    std::optional<std::string> read_models_paused;
    bool simulated = false;
    std::vector<DamageLine> damage;   // known; what is sound is served all the same
    Time checkpoint_taken_at;         // when somebody outside last took a checkpoint of the main ledger
    bool checkpoint_overdue = false;  // that was a day ago: a reminder, the server is no less ready
};
BOOST_DESCRIBE_STRUCT(Readiness, (),
                      (status, read_only, checkpoints_paused, size, applied, stopped, read_models_paused, simulated,
                       damage, checkpoint_taken_at, checkpoint_overdue))

constexpr std::uint64_t kLagMax = 10'000;

awaitable<http::Response> healthy(Context&) {
    auto response = http::respond(200, "text/plain; charset=utf-8", "ok\n");
    response.headers.add("Cache-Control", "no-store");
    co_return response;
}

std::optional<std::string> paused(const House& house) {
    const auto acts = house.acts.paused();
    return acts ? acts : house.access.paused();
}

awaitable<http::Response> ready(Context& context) {
    House& house = context.house;
    Readiness state{"ready",
                    {},
                    {},
                    house.log.size(Ledger::main),
                    house.acts.applied(),
                    house.acts.stopped(),
                    paused(house),
                    house.simulated(),
                    {},
                    house.taken.last(),
                    house.taken.is_overdue(house.wall.now())};
    if (house.scrubbing) {
        for (const auto& damage : house.scrubbing->damages()) {
            std::optional<std::string> ledger;
            if (damage.ledger) ledger = std::string(events::name_of(*damage.ledger));
            state.damage.push_back({ledger, damage.first, damage.end, damage.file, damage.what});
        }
    }
    if (auto stop = house.log.read_only()) {
        state.status = "read-only";
        state.read_only = WriteStop{std::move(stop->why), stop->since};
    }
    if (auto stop = house.log.signing_stopped())
        state.checkpoints_paused = SigningPause{std::move(stop->why), stop->since};
    const bool fit = house.ready && house.caught_up() && state.stopped.empty() && state.applied + kLagMax >= state.size;
    if (!fit) state.status = "not-ready";
    auto response = http::json(fit ? 200 : 503, json::to_json(state));
    response.headers.add("Cache-Control", "no-store");
    co_return response;
}

struct Version {
    std::string program = "minhbach";
    std::string version{kVersion};
};
BOOST_DESCRIBE_STRUCT(Version, (), (program, version))

// What it is made of is told on the machine (minhbach version --dependencies): whoever looks for a weak library is not
// helped from outside.
awaitable<http::Response> version(Context&) {
    auto response = http::json(200, json::to_json(Version{}));
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

awaitable<http::Response> metrics(Context& context) {
    House& house = context.house;
    std::string text = house.metrics.text();
    append_metric(text, "minhbach_log_events", "gauge", "Durable events of the main ledger.",
                  house.log.size(Ledger::main));
    append_metric(text, "minhbach_log_events_accepted", "gauge", "Events accepted, durable or not yet.",
                  house.log.accepted(Ledger::main));
    append_metric(text, "minhbach_access_log_events", "gauge", "Durable events of the access ledger.",
                  house.log.size(Ledger::access));
    append_metric(text, "minhbach_log_checkpoint_size", "gauge", "Size of the newest published checkpoint.",
                  house.publishing.newest(Ledger::main).size);
    append_metric(text, "minhbach_log_generation", "counter", "Reopenings after a failed sync.",
                  house.log.generation());
    append_metric(text, "minhbach_log_read_only", "gauge",
                  "1 while appends are refused: the store is reopened, or full.", house.log.read_only() ? 1 : 0);
    append_metric(text, "minhbach_checkpoints_paused", "gauge", "1 while the signing key cannot be used.",
                  house.log.signing_stopped() ? 1 : 0);
    append_metric(text, "minhbach_projections_applied", "gauge", "Events all read models have folded.",
                  house.acts.applied());
    append_metric(text, "minhbach_projections_stopped", "gauge", "Read models that cannot go on.",
                  house.acts.stopped().size());
    append_metric(text, "minhbach_projections_paused", "gauge", "1 while rows of read models cannot be written.",
                  paused(house) ? 1 : 0);
    if (const auto* scrubbing = house.scrubbing) {
        append_metric(text, "minhbach_scrub_passes", "counter", "Whole passes over the store that looked for damage.",
                      scrubbing->passes());
        append_metric(text, "minhbach_scrub_rows", "gauge", "Rows the last pass read.", scrubbing->rows());
        append_metric(text, "minhbach_damage", "gauge", "Places where the store is known to be damaged.",
                      scrubbing->damages().size());
    }
    append_metric(text, "minhbach_checkpoint_taken_timestamp_seconds", "gauge",
                  "When somebody outside last took a checkpoint of the main ledger.",
                  static_cast<std::uint64_t>(house.taken.last().millis() / 1000));
    append_metric(text, "minhbach_checkpoint_overdue", "gauge", "1 if that was a day ago or more.",
                  house.taken.is_overdue(house.wall.now()) ? 1 : 0);
    auto response = http::respond(200, "text/plain; version=0.0.4; charset=utf-8", std::move(text));
    response.headers.add("Cache-Control", "no-store");
    co_return response;
}

}  // namespace

std::vector<Route> health_routes() {
    std::vector<Route> routes{
        open_read("/healthz", "health", {"Tiến trình còn sống", "The process is alive"}, {{"text/plain", {}}}, healthy),
        open_read("/readyz", "readiness", {"Sẵn sàng phục vụ", "Ready to serve"},
                  {{"application/json", schema<Readiness>()}}, ready),
        open_read("/v1/health", "condition",
                  {"Tình trạng: ghi được hay chỉ xem, vì sao và từ lúc nào",
                   "The condition: writing or read-only, why and since when"},
                  {{"application/json", schema<Readiness>()}}, ready),
        open_read("/version", "version", {"Phiên bản của chương trình", "The version of the program"},
                  {{"application/json", schema<Version>()}}, version),
        open_read("/metrics", "metrics", {"Số đo vận hành (Prometheus)", "Metrics (Prometheus)"}, {{"text/plain", {}}},
                  metrics),
    };
    routes[1].also = {503};
    routes[2].also = {503};
    return routes;
}

}  // namespace minhbach::api::routes
