#include "api/application.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "api/http/report.hpp"
#include "api/key_rotations.hpp"
#include "api/on_machine.hpp"
#include "api/routes/all.hpp"
#include "api/routes/openapi.hpp"
#include "api/routes/router.hpp"

namespace minhbach::api {
namespace {

constexpr std::size_t kRosterBytesMax = 64u << 20;
constexpr std::chrono::milliseconds kLookEvery{2'000};

}  // namespace

struct Application::Inside {
    routes::House house;
    std::vector<routes::Route> table = routes::all_routes();
    routes::Router router{house, table};

    std::mutex mutex;
    std::condition_variable stopping;
    bool stopped = false;
    std::uint64_t sealed = 0;  // size of the access ledger that the main ledger holds
    std::thread bookkeeper;

    const std::filesystem::path data;
    const std::chrono::milliseconds seal_every;
    const events::SealedIndex::Due index_due;
    std::uint64_t cosigned = 0;  // the largest checkpoint of the main ledger that a witness is known to have cosigned
    bool reminded = false;       // that nobody outside takes checkpoints, since one was taken

    Inside(events::Log& log, Clock& clock, const std::filesystem::path& store, std::chrono::milliseconds every,
           std::optional<Witnessing> witnessing, follow::Options following, const events::SealedIndex::Due& due,
           Doors doors)
        : house(log, clock, store, std::move(witnessing), std::move(following), std::move(doors)),
          data(store),
          seal_every(every),
          index_due(due) {
        house.openapi = routes::openapi(table);
        sealed = last_sealed();
        bookkeeper = std::thread([this] { keep_books(); });
    }

    // What the last entry of the books says, so that nothing is sealed twice.
    std::uint64_t last_sealed() const {
        const auto books = events::Stream::of("books", "main");
        const auto count = house.log.stream_count(events::Ledger::main, books);
        if (count == 0) return 0;
        const auto positions = house.log.stream_positions(events::Ledger::main, books, {count - 1});
        if (positions.empty()) return 0;
        const auto recorded = events::decode(house.log.read(events::Ledger::main, positions.back()));
        const auto* entry = recorded.event.as<AccessLedgerSealed>();
        return entry ? std::stoull(entry->size.str()) : 0;
    }

    void keep_books() {
        enter_keys();
        seal_indexes();
        std::unique_lock lock(mutex);
        auto seal_at = std::chrono::steady_clock::now() + seal_every;
        // The last round is made whenever the stop comes, be it before the first.
        for (bool last = false; !last;) {
            last = stopping.wait_for(lock, std::min(seal_every, kLookEvery), [&] { return stopped; });
            const bool is_due = last || std::chrono::steady_clock::now() >= seal_at;
            lock.unlock();
            mend();
            enter_administration();
            if (is_due) {
                seal_at = std::chrono::steady_clock::now() + seal_every;
                enter_attempts();
                seal();
                if (!last) {
                    seal_indexes();
                    look_outside();
                }
            }
            lock.lock();
        }
    }

    // Read models are of no value by themselves: where a read met damage they are folded anew.
    void mend() {
        if (!house.acts.is_damaged() && !house.access.is_damaged()) return;
        if (house.rebuilding.begin()) http::report("read models are damaged on the disk; they are folded anew");
    }

    void enter_keys() {
        try {
            if (!enter_rotations(house.log, house.desk)) http::report("another signing key was not entered in the log");
        } catch (const std::exception& failure) {
            http::report(std::string("another signing key was not entered in the log: ") + failure.what());
        }
    }

    void seal_indexes() {
        for (const auto ledger : {events::Ledger::main, events::Ledger::access}) seal_index(ledger);
    }

    bool entered_by_system(const Event& entry) {
        std::promise<bool> noted;
        house.desk.note_access(PersonCode::of("system"), entry, [&](bool durable) { noted.set_value(durable); });
        return noted.get_future().get();
    }

    // Of the minute that is over. What cannot be entered now is counted on and entered later.
    void enter_attempts() {
        for (const auto& attempts : house.attempts.taken()) {
            bool is_entered = false;
            try {
                is_entered = entered_by_system(attempts);
            } catch (const std::exception& failure) {
                http::report(std::string("refused attempts were not entered: ") + failure.what());
            }
            if (!is_entered) house.attempts.put_back(attempts);
        }
    }

    // What was done on the machine meanwhile, or while nobody served.
    void enter_administration() {
        try {
            enter_announced(data, [&](const AdministrationDone& done) { return entered_by_system(done); });
        } catch (const std::exception& failure) {
            http::report(std::string("what was done on the machine was not entered: ") + failure.what());
        }
    }

    void seal_index(events::Ledger ledger) {
        const auto write = [&](const IndexSealed& entry) {
            if (ledger == events::Ledger::main) return house.desk.keep_books(entry, "index").has_value();
            return entered_by_system(entry);
        };
        try {
            house.index_of(ledger).keep(index_due, house.desk.now(), write, [&] {
                const std::lock_guard lock(mutex);
                return stopped;
            });
        } catch (const std::exception& failure) {
            http::report(std::string("the index was not sealed: ") + failure.what());
        }
    }

    void look_outside() {
        const auto before = cosigned;
        for (const auto& witness : house.publishing.standings(events::Ledger::main))
            cosigned = std::max(cosigned, witness.size);
        const auto now = house.wall.now();
        if (cosigned > before) house.taken.note(now);
        const bool overdue = house.taken.is_overdue(now);
        if (overdue && !reminded)
            http::report("nobody outside has taken a checkpoint since " + house.taken.last().rfc3339());
        reminded = overdue;
    }

    // Whoever witnesses the main ledger then covers the access ledger as well.
    void seal() {
        try {
            if (house.log.size(events::Ledger::access) <= sealed) return;
            const auto checkpoint = house.log.publish_checkpoint(events::Ledger::access);
            const AccessLedgerSealed entry{Label::of(std::to_string(checkpoint.size)),
                                           Digest::of(events::hex(checkpoint.root))};
            const auto receipt = house.desk.keep_books(entry);
            if (receipt)
                sealed = checkpoint.size;
            else
                http::report("the access ledger was not sealed: " + receipt.error().detail_en);
        } catch (const std::exception& failure) {
            http::report(std::string("the access ledger was not sealed: ") + failure.what());
        }
    }
};

Application::Application(events::Log& log, Clock& clock, std::filesystem::path data,
                         std::chrono::milliseconds seal_every, std::optional<Witnessing> witnessing,
                         follow::Options following, const events::SealedIndex::Due& index_due, Doors doors)
    : inside_(std::make_unique<Inside>(log, clock, data, seal_every, std::move(witnessing), std::move(following),
                                       index_due, std::move(doors))) {}

Application::~Application() {
    stop();
}

http::Handler Application::handler() {
    return [inside = inside_.get()](http::Request request) { return inside->router.answer(std::move(request)); };
}

std::optional<std::size_t> Application::body_bytes_max_of(const http::Request& head) {
    if (head.method != "POST" || head.path != "/v1/imports") return inside_->router.body_bytes_max_of(head);
    // Asked before anybody is signed in: whoever has no token may not fill the memory.
    auto& house = inside_->house;
    const auto token = routes::token_of(head, false);
    if (!token || !house.identity.admits(*token, house.wall.now())) return std::nullopt;
    return kRosterBytesMax;
}

std::optional<http::Response> Application::refusal_of(const http::Request& head) {
    return inside_->router.refusal_of(head);
}

void Application::stop() {
    inside_->house.ready = false;
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stopped = true;
    }
    inside_->stopping.notify_all();
    if (inside_->bookkeeper.joinable()) inside_->bookkeeper.join();
    inside_->house.webhooks.stop();
    inside_->house.publishing.stop();
}

routes::House& Application::house() {
    return inside_->house;
}

}  // namespace minhbach::api
