// The thread of one subscription. Internal to api/follow.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "api/follow/address.hpp"
#include "api/follow/engine.hpp"
#include "api/http/client.hpp"
#include "api/sign_in/tokens.hpp"

namespace minhbach::api::follow {

class Engine::Worker {
public:
    Worker(Engine& engine, WebhookId id, const services::webhook::Webhook& webhook);
    ~Worker();  // ends the thread
    // Does not wait.
    void stop();

    Standing standing() const;
    std::vector<DeadLetter> dead_letters() const;
    std::size_t send_again(const std::vector<std::uint64_t>& positions);

private:
    // What is sent.
    struct Outgoing {
        events::EventId id;
        std::string body;
    };

    void run();
    void open();
    void keep(std::uint64_t cursor);
    std::string leaf_before(std::uint64_t cursor) const;
    void compare(const Mailbox& mailbox);
    bool carry_out();  // one step; false: there is nothing more to do, ever
    void look(const Look& step);
    void send(const Send& step);
    void bury(const Bury& step);
    bool end_subscription();
    Outgoing outgoing(const Send& step) const;
    std::optional<Answer> exchange(const Outgoing& outgoing, std::string& error);
    void pause(Millis duration);
    void note(std::string error);
    Time now() { return clock_.now(); }
    static Millis ticks();

    Engine& engine_;
    const WebhookId id_;
    const Filter filter_;
    const std::uint64_t first_;
    const std::optional<Address> address_;
    sign_in::SystemClock clock_;  // receivers compare the timestamp with theirs
    std::mt19937_64 dice_{std::random_device{}()};

    mutable std::mutex mutex_;  // guards what follows; not held while it sends
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::optional<Mailbox> mailbox_;
    std::optional<Delivery> delivery_;
    Standing standing_;
    std::shared_ptr<http::Client> client_;

    // Of the thread alone: the cursor that is not of this log, until the operator has removed it.
    std::optional<std::uint64_t> refused_;
    // What was found, and how far was looked for it.
    std::deque<Found> found_;
    std::uint64_t looked_to_ = 0;
    std::optional<Found> pending_;
    std::thread thread_;
};

}  // namespace minhbach::api::follow
