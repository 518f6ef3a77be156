#include "api/follow/engine.hpp"

#include <algorithm>

#include "api/follow/worker.hpp"
#include "api/http/report.hpp"
#include "services/webhook/webhook.hpp"

namespace minhbach::api::follow {
namespace {

constexpr std::chrono::milliseconds kLookEvery{1000};

}  // namespace

Engine::Engine(events::Log& log, services::Desk& desk, const Scanner& scanner, std::filesystem::path folder,
               WebhookOptions options)
    : log_(log), desk_(desk), scanner_(scanner), folder_(std::move(folder)), options_(std::move(options)) {
    supervisor_ = std::thread([this] { supervise(); });
}

Engine::~Engine() {
    stop();
}

void Engine::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
        for (const auto& [id, worker] : workers_) worker->stop();
    }
    changed_.notify_all();
    if (supervisor_.joinable()) supervisor_.join();
    const std::lock_guard lock(mutex_);
    workers_.clear();
}

void Engine::look() {
    {
        const std::lock_guard lock(mutex_);
        is_to_look_ = true;
    }
    changed_.notify_all();
}

bool Engine::is_destination(std::string_view url) const {
    const auto address = parse_address(url);
    return address && std::find(options_.destinations.begin(), options_.destinations.end(), address->destination) !=
                          options_.destinations.end();
}

// The place is taken before it is counted: of two who come at once each sees the other's, or its event.
Engine::Place Engine::place_for(const WebhookId& id) {
    const std::size_t others = places_.fetch_add(1);
    Place place(this, [](Engine* engine) { engine->places_.fetch_sub(1); });
    const auto all = subscriptions();
    if (all.contains(id)) return place;
    const auto active =
        std::count_if(all.begin(), all.end(), [](const auto& known) { return known.second.is_active(); });
    return others + static_cast<std::size_t>(active) < active_max ? place : nullptr;
}

std::map<WebhookId, services::webhook::Webhook> Engine::subscriptions() const {
    std::map<WebhookId, services::webhook::Webhook> all;
    for (const auto position : log_.category_positions(events::Ledger::main, "webhook")) {
        const auto recorded = events::decode(log_.read(events::Ledger::main, position));
        all[WebhookId::of(recorded.record.stream.id())].apply(recorded);
    }
    return all;
}

std::optional<services::webhook::Webhook> Engine::subscription(const WebhookId& id) const {
    services::webhook::Webhook webhook;
    for (const auto position : log_.stream_positions(events::Ledger::main, services::webhook_stream(id)))
        webhook.apply(events::decode(log_.read(events::Ledger::main, position)));
    return webhook.exists() ? std::optional(std::move(webhook)) : std::nullopt;
}

Standing Engine::standing(const WebhookId& id) const {
    const std::lock_guard lock(mutex_);
    const auto found = workers_.find(id);
    if (found != workers_.end()) return found->second->standing();
    Standing standing;
    const auto mailbox = Mailbox::looked_at(folder_of(id));
    standing.cursor = mailbox.cursor().value_or(0);
    standing.dead_letters = mailbox.dead_letters().size();
    return standing;
}

std::vector<DeadLetter> Engine::dead_letters(const WebhookId& id) const {
    const std::lock_guard lock(mutex_);
    const auto found = workers_.find(id);
    if (found != workers_.end()) return found->second->dead_letters();
    std::vector<DeadLetter> letters;
    const auto mailbox = Mailbox::looked_at(folder_of(id));
    for (const auto& [position, letter] : mailbox.dead_letters()) letters.push_back(letter);
    return letters;
}

std::size_t Engine::send_again(const WebhookId& id, const std::vector<std::uint64_t>& positions) {
    const std::lock_guard lock(mutex_);
    const auto found = workers_.find(id);
    return found == workers_.end() ? 0 : found->second->send_again(positions);
}

std::string Engine::renew_secret(const WebhookId& id) {
    const std::lock_guard lock(mutex_);
    sign_in::SystemClock clock;
    const auto now = clock.now();
    return Mailbox::renew_secret(folder_of(id), now, now.plus_millis(options_.secret_overlap.count()));
}

void Engine::supervise() {
    std::uint64_t seen = 0;
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        const bool is_asked = std::exchange(is_to_look_, false);
        lock.unlock();
        try {
            const auto size = log_.size(events::Ledger::main);
            if (is_asked || size != seen) match_workers();
            seen = size;
        } catch (const std::exception& trouble) {
            http::report(std::string("webhooks: ") + trouble.what());
        }
        lock.lock();
        changed_.wait_for(lock, kLookEvery, [&] { return is_stopping_ || is_to_look_; });
    }
}

void Engine::match_workers() {
    const auto all = subscriptions();
    std::vector<std::unique_ptr<Worker>> ended;
    {
        const std::lock_guard lock(mutex_);
        for (auto at = workers_.begin(); at != workers_.end();) {
            const auto known = all.find(at->first);
            if (known != all.end() && known->second.is_active()) {
                ++at;
                continue;
            }
            at->second->stop();
            ended.push_back(std::move(at->second));
            at = workers_.erase(at);
        }
        for (const auto& [id, webhook] : all) {
            if (is_stopping_ || !webhook.is_active() || workers_.contains(id)) continue;
            if (workers_.size() >= active_max) break;
            workers_.emplace(id, std::make_unique<Worker>(*this, id, webhook));
        }
    }
    ended.clear();  // joins without the lock
}

}  // namespace minhbach::api::follow
