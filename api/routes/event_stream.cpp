// The live stream of events: what is there already, then what comes, and through silence how far it is.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "api/http/stream.hpp"
#include "api/routes/following.hpp"
#include "api/routes/router.hpp"

namespace minhbach::api::routes {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookEvery{25};
// One piece: enough to be fast, little enough to wait for a slow client in memory.
constexpr follow::Limits kPiece{200, 2'000, 64 * 1024};
// How long a client waits before it comes again, milliseconds (the field `retry` of the event stream format).
constexpr std::string_view kRetry = "retry: 1000\n\n";

// One of House::following.streams_max; given back when it goes.
class Seat {
public:
    static std::unique_ptr<Seat> of(const House& house) {
        auto count = house.streams_open;
        if (count->fetch_add(1) < house.following.streams_max) return std::unique_ptr<Seat>(new Seat(count));
        count->fetch_sub(1);
        return nullptr;
    }
    ~Seat() { count_->fetch_sub(1); }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

private:
    explicit Seat(std::shared_ptr<std::atomic<std::size_t>> count) : count_(std::move(count)) {}
    std::shared_ptr<std::atomic<std::size_t>> count_;
};

class Follower : public http::Stream {
public:
    Follower(House& house, follow::Filter filter, std::uint64_t from, Shown shown, std::unique_ptr<Seat> seat)
        : house_(house),
          filter_(std::move(filter)),
          next_(from),
          told_(from),
          shown_(std::move(shown)),
          seat_(std::move(seat)),
          look_due_(Clock::now() + house.following.token_check_every) {}

    awaitable<std::optional<std::string>> next() override {
        const auto executor = co_await boost::asio::this_coro::executor;
        while (!is_ending_) {
            if (Clock::now() >= look_due_ && !is_admitted()) break;
            std::string piece;
            if (house_.scanner.size(filter_.ledger) > next_) piece = co_await look_on();
            if (Clock::now() >= progress_due_) piece += progress();
            if (!piece.empty()) co_return piece;
            boost::asio::steady_timer timer(executor, kLookEvery);
            co_await timer.async_wait(boost::asio::use_awaitable);
        }
        co_return std::nullopt;
    }

    void end() override { is_ending_ = true; }

private:
    // On the readers' threads, as other reads of many rows.
    awaitable<std::string> look_on() {
        auto looked = [](const House& house, const follow::Filter& filter,
                         std::uint64_t from) -> awaitable<follow::Scanned> {
            co_return house.scanner.scan(filter, from, kPiece);
        };
        auto executor = house_.readers.get_executor();
        auto looking = looked(house_, filter_, next_);
        const auto scanned = co_await boost::asio::co_spawn(executor, std::move(looking), boost::asio::use_awaitable);
        std::string piece;
        for (const auto& found : scanned.found) {
            piece += "id: " + std::to_string(found.position) + "\nevent: event\ndata: " + found.cloud_event + "\n\n";
        }
        next_ = scanned.to;
        matched_ += scanned.found.size();
        // A client that comes again must not begin before the long stretch that held nothing for it.
        if (scanned.to > scanned.from && scanned.found.empty()) piece += progress();
        co_return piece;
    }

    // The ranges that are told follow each other without a gap.
    std::string progress() {
        progress_due_ = Clock::now() + house_.following.progress_every;
        const Progress shown{told_, next_, matched_, house_.scanner.size(filter_.ledger),
                             house_.publishing.newest(filter_.ledger).note};
        std::string text;
        if (!is_begun_) text = kRetry;
        is_begun_ = true;
        if (next_ > 0) text += "id: " + std::to_string(next_ - 1) + "\n";
        text += "event: progress\ndata: " + json::to_json(shown) + "\n\n";
        told_ = next_;
        matched_ = 0;
        return text;
    }

    // By what it came in with, and only looked at: a stream that is open is no use, or its session would never be idle.
    bool is_admitted() {
        look_due_ = Clock::now() + house_.following.token_check_every;
        const auto signed_in = who_shows(shown_, house_.identity, house_.wall.now(), false);
        if (!signed_in) return false;
        bool allowed = false;
        house_.desk.look([&](services::Past& past, Time now) {
            const Reader reader(past.registry(), signed_in->person, now.local_date());
            allowed = reader.may_read_log() && (!filter_.with_party || reader.reads_all_of_party());
        });
        return allowed;
    }

    House& house_;
    const follow::Filter filter_;
    std::uint64_t next_;         // all before it was looked at
    std::uint64_t told_;         // all before it was told of in progress
    std::uint64_t matched_ = 0;  // since then
    const Shown shown_;
    const std::unique_ptr<Seat> seat_;
    Clock::time_point look_due_;      // at what lets it in
    Clock::time_point progress_due_;  // at once: whoever comes learns that it is heard
    bool is_begun_ = false;
    bool is_ending_ = false;
};

}  // namespace

http::Response follow_live(Context& context, follow::Filter filter, std::uint64_t from) {
    auto seat = Seat::of(context.house);
    if (!seat) {
        return http::problem({"overloaded",
                              "",
                              "",
                              "Đã đủ số kết nối theo dõi; hãy thử lại sau hoặc đọc theo trang.",
                              "As many streams as there may be are open; try again later or read by pages.",
                              {}});
    }
    auto response = http::respond(200, "text/event-stream", {});
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("X-Accel-Buffering", "no");  // a proxy in front must not gather what is to be seen at once
    auto shown = shown_by(context.request, true);
    response.stream =
        std::make_shared<Follower>(context.house, std::move(filter), from, std::move(shown), std::move(seat));
    return response;
}

}  // namespace minhbach::api::routes
