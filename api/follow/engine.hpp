// Sends events to those who subscribed (Standard Webhooks): one thread for each subscription, so that a slow receiver
// holds up nobody else; what it does is told by delivery.hpp, what it keeps lies in mailbox.hpp. Who is subscribed is
// read from the log.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "api/follow/delivery.hpp"
#include "api/follow/mailbox.hpp"
#include "api/follow/scanner.hpp"
#include "services/desk.hpp"

namespace minhbach::api::follow {

struct WebhookOptions {
    // Where requests may go, "host:port", as the operator says. Nowhere else: an administrator's address must not make
    // this program ask another machine of the house for something. A name that is not itself an address may not lead
    // to the machine itself or its link.
    std::vector<std::string> destinations;
    Patience patience;
    Millis secret_overlap = std::chrono::hours(24);
    std::chrono::seconds step_max{10};  // for connecting, sending and the answer, each
};

// What is known of one subscription besides the log.
struct Standing {
    std::uint64_t cursor = 0;  // everything before it was taken, is a dead letter, or was not asked for
    std::optional<std::uint64_t> last_delivered;
    std::optional<Time> last_delivered_at;
    std::optional<std::uint64_t> pending;  // the event that is being tried
    int attempts = 0;                      // failed ones of it
    std::optional<std::string> last_error;
    std::uint64_t dead_letters = 0;
};

// Thread-safe.
class Engine {
public:
    static constexpr std::size_t active_max = 32;

    Engine(events::Log& log, services::Desk& desk, const Scanner& scanner, std::filesystem::path folder,
           WebhookOptions options);
    ~Engine();
    // Ends what is on its way, without waiting for receivers. Any number of times.
    void stop();

    const WebhookOptions& options() const { return options_; }
    bool is_destination(std::string_view url) const;

    // For one that is about to be subscribed, until its event is in the log; nothing where as many are active or about
    // to be as there may be. Of a name that is taken a place says nothing.
    using Place = std::shared_ptr<void>;
    Place place_for(const WebhookId& id);

    // From the log, by id; also those that ended.
    std::map<WebhookId, services::webhook::Webhook> subscriptions() const;
    std::optional<services::webhook::Webhook> subscription(const WebhookId& id) const;
    Standing standing(const WebhookId& id) const;
    std::vector<DeadLetter> dead_letters(const WebhookId& id) const;
    // How many of these are dead letters and are now sent once more.
    std::size_t send_again(const WebhookId& id, const std::vector<std::uint64_t>& positions);
    std::string renew_secret(const WebhookId& id);
    // Something was subscribed or ended.
    void look();

private:
    class Worker;
    void supervise();
    void match_workers();
    std::filesystem::path folder_of(const WebhookId& id) const { return folder_ / id.str(); }

    events::Log& log_;
    services::Desk& desk_;
    const Scanner& scanner_;
    const std::filesystem::path folder_;
    const WebhookOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<std::size_t> places_{0};  // given out
    bool is_stopping_ = false;
    bool is_to_look_ = true;
    std::map<WebhookId, std::unique_ptr<Worker>> workers_;
    std::thread supervisor_;
};

}  // namespace minhbach::api::follow
