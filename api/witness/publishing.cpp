#include "api/witness/publishing.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <stdexcept>

#include "api/http/client.hpp"
#include "events/files.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/proof.hpp"
#include "events/signing_keys.hpp"

namespace minhbach::api {
namespace {

using events::Ledger;
using SteadyClock = std::chrono::steady_clock;

constexpr std::array kLedgers{Ledger::main, Ledger::access};
constexpr std::chrono::milliseconds kPause{1000};
constexpr std::chrono::milliseconds kPauseWhileWanted{20};
constexpr std::chrono::seconds kWantedFor{2};
// A witness that cannot be reached is left alone for a while, so that it does not hold up the others.
constexpr std::chrono::seconds kLeftAlone{15};
constexpr std::chrono::seconds kStepMax{3};
constexpr std::chrono::seconds kCaughtUpWithin{3};

std::size_t side(Ledger ledger) {
    return ledger == Ledger::main ? 0 : 1;
}

std::string file_name(Ledger ledger) {
    return ledger == Ledger::main ? "witnessed-main" : "witnessed-access";
}

bool continues(events::Log& log, Ledger ledger, const events::merkle::CheckpointBody& earlier) {
    if (earlier.size > log.size(ledger)) return false;
    auto newest = log.checkpoint(ledger);
    if (newest.size < earlier.size) newest = log.publish_checkpoint(ledger);
    const auto path = log.consistency_proof(ledger, earlier.size, newest.size);
    return path && events::merkle::verify_consistency(earlier.size, newest.size, *path, earlier.root, newest.root);
}

// One connection to each witness, kept.
class Line {
public:
    std::optional<events::WitnessReply> ask(const events::PolicyWitness& witness, const std::string& body) {
        auto& one = lines_[witness.name];
        if (SteadyClock::now() < one.not_before) return std::nullopt;
        if (!one.client) {
            const http::ClientOptions options{{}, kStepMax, events::kWitnessReplyBytesMax};
            auto client = http::Client::to(witness.url, options);
            if (client) one.client = *std::move(client);
        }
        if (one.client) {
            auto answered = one.client->post("/add-checkpoint", "text/plain; charset=utf-8", body);
            if (answered) return events::WitnessReply{answered->status, std::move(answered->body)};
        }
        one.not_before = SteadyClock::now() + kLeftAlone;
        return std::nullopt;
    }

private:
    struct One {
        std::unique_ptr<http::Client> client;
        SteadyClock::time_point not_before;
    };
    std::map<std::string, One> lines_;
};

}  // namespace

Publishing::Publishing(events::Log& log, const std::filesystem::path& data, std::optional<Witnessing> witnessing)
    : log_(log), data_(data), witnessing_(std::move(witnessing)) {
    if (!witnessing_) return;
    for (const auto ledger : kLedgers) {
        restore(ledger);
        for (const auto& witness : witnessing_->policy.witnesses())
            sides_[side(ledger)].standings.push_back({witness.name, 0, {}});
    }
    thread_ = std::thread([this] { follow(); });
}

Publishing::~Publishing() {
    stop();
}

void Publishing::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Publishing::restore(Ledger ledger) {
    auto note = events::read_file(data_ / file_name(ledger));
    if (!note) return;
    const auto keys = events::keys_of(log_, ledger);
    const auto body = events::merkle::open_checkpoint(*note, keys);
    // A log that was put back is found out by the witnesses; here its own memory of them says so first.
    if (!body || !continues(log_, ledger, *body))
        throw std::runtime_error((data_ / file_name(ledger)).string() + ": not a checkpoint of this log");
    // What was enough under another policy may be too few under this one.
    const auto cosigned = witnessing_->policy.cosigned_by(*note);
    if (!cosigned || !witnessing_->policy.is_enough(*cosigned)) return;
    sides_[side(ledger)].witnessed = events::Checkpoint{body->size, body->root, *std::move(note)};
}

events::Checkpoint Publishing::newest(Ledger ledger) const {
    if (!is_required()) return log_.checkpoint(ledger);
    return witnessed(ledger).value_or(events::Checkpoint{0, events::merkle::empty_root(), {}});
}

events::Checkpoint Publishing::caught_up(Ledger ledger) {
    const auto size = log_.size(ledger);
    const auto latest = SteadyClock::now() + kCaughtUpWithin;
    want(ledger);
    while (true) {
        auto now = newest(ledger);
        if (now.size >= size || SteadyClock::now() >= latest) return now;
        std::unique_lock lock(mutex_);
        if (changed_.wait_for(lock, kPauseWhileWanted, [&] { return stopping_; })) return now;
    }
}

std::optional<events::Checkpoint> Publishing::witnessed(Ledger ledger) const {
    const std::lock_guard lock(mutex_);
    return sides_[side(ledger)].witnessed;
}

std::vector<events::WitnessStanding> Publishing::standings(Ledger ledger) const {
    const std::lock_guard lock(mutex_);
    return sides_[side(ledger)].standings;
}

void Publishing::want(Ledger ledger) {
    log_.want_checkpoint(ledger);
    if (!witnessing_) return;
    {
        const std::lock_guard lock(mutex_);
        wanted_ = SteadyClock::now();
    }
    changed_.notify_all();
}

void Publishing::follow() {
    Line line;
    const auto ask = [&](const events::PolicyWitness& witness, const std::string& body) {
        return line.ask(witness, body);
    };
    std::array cosigning{events::Cosigning(log_, Ledger::main, witnessing_->policy, ask),
                         events::Cosigning(log_, Ledger::access, witnessing_->policy, ask)};
    for (;;) {
        for (const auto ledger : kLedgers) keep(ledger, cosigning[side(ledger)]);
        std::unique_lock lock(mutex_);
        const auto is_wanted = [&] { return SteadyClock::now() < wanted_ + kWantedFor; };
        if (is_wanted())
            changed_.wait_for(lock, kPauseWhileWanted, [&] { return stopping_; });
        else
            changed_.wait_for(lock, kPause, [&] { return stopping_ || is_wanted(); });
        if (stopping_) return;
    }
}

// Trouble on the way to the witnesses or to the disk is said and tried again; the house goes on.
void Publishing::keep(Ledger ledger, events::Cosigning& cosigning) {
    auto& mine = sides_[side(ledger)];
    try {
        const auto published = cosigning.round();
        const auto before = witnessed(ledger);
        if (published && (!before || before->note != published->note))
            events::replace_file(data_ / file_name(ledger), published->note, 0600);
        const std::lock_guard lock(mutex_);
        for (std::size_t i = 0; i < mine.standings.size(); ++i) {
            const auto& now = cosigning.standings()[i];
            if (!now.trouble.empty() && now.trouble != mine.standings[i].trouble)
                std::cerr << "minhbach: witness " << now.name << ": " << now.trouble << "\n";
        }
        if (published) mine.witnessed = published;
        mine.standings = cosigning.standings();
    } catch (const std::exception& error) {
        std::cerr << "minhbach: witnesses: " << error.what() << "\n";
    }
}

}  // namespace minhbach::api
