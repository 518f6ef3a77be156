// Where the steps of signing in wait for the identity provider: on threads of their own, so that nobody else waits for
// a provider that is slow or away.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <memory>

namespace minhbach::api::routes {

class ProviderSteps {
public:
    static constexpr std::size_t kThreads = 2;
    // Under way and waiting for a thread; beyond: overloaded. Each waits for the provider for some ten seconds at most,
    // so the last of them has its turn within minutes also where the provider is slow in everything.
    static constexpr std::size_t kMax = 32;

    // One of them, until it goes.
    class Place {
    public:
        explicit Place(std::atomic<std::size_t>& taken) : taken_(taken) {}
        ~Place() { --taken_; }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        std::atomic<std::size_t>& taken_;
    };
    // Null: as many are there as may be.
    std::shared_ptr<Place> place() {
        if (taken_.fetch_add(1) < kMax) return std::make_shared<Place>(taken_);
        --taken_;
        return nullptr;
    }

    auto executor() { return threads_.get_executor(); }
    void join() { threads_.join(); }

private:
    std::atomic<std::size_t> taken_{0};
    boost::asio::thread_pool threads_{kThreads};
};

}  // namespace minhbach::api::routes
