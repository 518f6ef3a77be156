#include "api/follow/worker.hpp"

#include <algorithm>

#include "api/follow/cloud_event.hpp"
#include "api/follow/retry_after.hpp"
#include "api/follow/signing.hpp"
#include "api/http/report.hpp"
#include "events/codec/json.hpp"
#include "events/merkle/hash.hpp"
#include "services/decisions.hpp"

namespace minhbach::api::follow {
namespace {

constexpr Limits kBatch{100, 5'000, 256 * 1024};
constexpr Millis kLookEvery{100};
constexpr Millis kAfterTrouble{1000};
constexpr std::uint64_t kAnswerBytesMax = 64 * 1024;

Filter filter_of(const WebhookSubscribed& subscribed) {
    Filter filter;
    for (const auto& type : subscribed.types) filter.types.push_back(type.str());
    filter.subject = subscribed.subject;
    filter.unit = subscribed.unit;
    return filter;
}

}  // namespace

Engine::Worker::Worker(Engine& engine, WebhookId id, const services::webhook::Webhook& webhook)
    : engine_(engine),
      id_(std::move(id)),
      filter_(filter_of(*webhook.subscribed)),
      first_(webhook.first),
      address_(parse_address(webhook.subscribed->url.str())) {
    standing_.cursor = first_;
    thread_ = std::thread([this] { run(); });
}

Engine::Worker::~Worker() {
    stop();
    thread_.join();
}

void Engine::Worker::stop() {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    if (client_) client_->cancel();
    changed_.notify_all();
}

Standing Engine::Worker::standing() const {
    const std::lock_guard lock(mutex_);
    Standing now = standing_;
    if (delivery_) {
        now.cursor = delivery_->cursor();
        now.pending = delivery_->pending();
        now.attempts = delivery_->attempts();
    }
    if (mailbox_) now.dead_letters = mailbox_->dead_letters().size();
    return now;
}

std::vector<DeadLetter> Engine::Worker::dead_letters() const {
    const std::lock_guard lock(mutex_);
    std::vector<DeadLetter> letters;
    if (!mailbox_) return letters;
    for (const auto& [position, letter] : mailbox_->dead_letters()) letters.push_back(letter);
    return letters;
}

std::size_t Engine::Worker::send_again(const std::vector<std::uint64_t>& positions) {
    const std::lock_guard lock(mutex_);
    if (!delivery_) return 0;
    std::size_t count = 0;
    for (const auto position : positions) count += delivery_->send_again(position) ? 1 : 0;
    changed_.notify_all();
    return count;
}

Millis Engine::Worker::ticks() {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
}

void Engine::Worker::pause(Millis duration) {
    std::unique_lock lock(mutex_);
    if (!is_stopping_) changed_.wait_for(lock, duration);
}

void Engine::Worker::note(std::string error) {
    const std::lock_guard lock(mutex_);
    standing_.last_error = std::move(error);
}

// Trouble with the disk or the store is said and tried again: what was not done has changed nothing.
void Engine::Worker::run() {
    for (;;) {
        {
            const std::lock_guard lock(mutex_);
            if (is_stopping_) break;
        }
        try {
            if (!delivery_)
                open();
            else if (!carry_out())
                return;
        } catch (const std::exception& trouble) {
            http::report("webhook " + id_.str() + ": " + trouble.what());
            note(trouble.what());
            pause(kAfterTrouble);
        }
    }
    // The next start goes on from here; without it some would be sent again.
    try {
        if (mailbox_ && delivery_ && mailbox_->cursor() != delivery_->cursor()) keep(delivery_->cursor());
    } catch (const std::exception& trouble) {
        http::report("webhook " + id_.str() + ": " + trouble.what());
    }
}

void Engine::Worker::open() {
    Mailbox mailbox(engine_.folder_of(id_));
    // Said once; a log that grows makes it no better.
    if (refused_ && mailbox.cursor() == refused_) return pause(kAfterTrouble);
    refused_.reset();
    compare(mailbox);
    const auto cursor = std::max(mailbox.cursor().value_or(first_), first_);
    std::set<std::uint64_t> dead;
    for (const auto& [position, letter] : mailbox.dead_letters()) dead.insert(position);
    const std::lock_guard lock(mutex_);
    mailbox_ = std::move(mailbox);
    delivery_.emplace(engine_.options_.patience, cursor, std::move(dead));
    looked_to_ = cursor;
}

// A log that was put back would otherwise leave out what is written anew below the cursor.
void Engine::Worker::compare(const Mailbox& mailbox) {
    if (!mailbox.cursor()) return;
    const auto cursor = *mailbox.cursor();
    const auto is_beyond = cursor > std::max(engine_.scanner_.size(filter_.ledger), first_);
    const auto& kept = mailbox.leaf_before();
    if (!is_beyond && (kept.empty() || kept == leaf_before(cursor))) return;
    refused_ = cursor;
    throw std::runtime_error("the cursor " + std::to_string(cursor) +
                             (is_beyond ? " is beyond the log" : " is of another past than that of the log") +
                             "; nothing is sent until " + (engine_.folder_of(id_) / "cursor").string() +
                             " is removed: then everything is sent again from position " + std::to_string(first_) +
                             " on");
}

// In hex; empty where there is no record before it.
std::string Engine::Worker::leaf_before(std::uint64_t cursor) const {
    if (cursor == 0 || cursor > engine_.scanner_.size(filter_.ledger)) return {};
    return events::hex(events::merkle::leaf_hash(engine_.log_.record_bytes(filter_.ledger, {cursor - 1})));
}

void Engine::Worker::keep(std::uint64_t cursor) {
    auto leaf = leaf_before(cursor);
    const std::lock_guard lock(mutex_);
    mailbox_->keep(cursor, std::move(leaf));
}

bool Engine::Worker::carry_out() {
    Step step;
    {
        const std::lock_guard lock(mutex_);
        step = delivery_->step(ticks());
    }
    if (const auto* due_cursor = std::get_if<Keep>(&step)) {
        keep(due_cursor->cursor);
        const std::lock_guard lock(mutex_);
        delivery_->kept(ticks());
    } else if (const auto* one = std::get_if<Look>(&step)) {
        look(*one);
    } else if (const auto* due = std::get_if<Send>(&step)) {
        send(*due);
    } else if (const auto* letter = std::get_if<Bury>(&step)) {
        bury(*letter);
    } else if (const auto* wait = std::get_if<Wait>(&step)) {
        pause(std::clamp(wait->until - ticks(), Millis(1), Millis(1000)));
    } else {
        return !end_subscription();
    }
    return true;
}

void Engine::Worker::look(const Look& step) {
    if (found_.empty() && looked_to_ <= step.from) {
        auto scanned = engine_.scanner_.scan(filter_, step.from, kBatch);
        std::move(scanned.found.begin(), scanned.found.end(), std::back_inserter(found_));
        looked_to_ = scanned.to;
        if (scanned.to == scanned.from) return pause(kLookEvery);
    }
    const std::lock_guard lock(mutex_);
    if (found_.empty()) return delivery_->looked(looked_to_, std::nullopt);
    pending_ = std::move(found_.front());
    found_.pop_front();
    delivery_->looked(pending_->position + 1, pending_->position);
}

Engine::Worker::Outgoing Engine::Worker::outgoing(const Send& step) const {
    if (!step.again) return {pending_->id, pending_->cloud_event};
    const auto cbor = engine_.log_.record_bytes(filter_.ledger, {step.position});
    const auto record = events::decode_record(cbor).value();
    return {record.id, json::to_json(cloud_event(record, cbor))};
}

void Engine::Worker::send(const Send& step) {
    std::string error;
    const auto answer = exchange(outgoing(step), error);
    if (!answer) return pause(kAfterTrouble);  // it was not even tried
    const double chance = std::uniform_real_distribution<double>(0, 1)(dice_);
    const std::lock_guard lock(mutex_);
    if (is_stopping_ && answer->status == 0) return;
    delivery_->answered(step, *answer, ticks(), chance);
    if (!error.empty()) {
        standing_.last_error = "position " + std::to_string(step.position) + ": " + error;
        return;
    }
    standing_.last_delivered = step.position;
    standing_.last_delivered_at = now();
    if (step.again) mailbox_->taken(step.position);
}

// Nothing where the operator or the keeper of the secret has to do something first: that is no fault of the receiver.
std::optional<Answer> Engine::Worker::exchange(const Outgoing& outgoing, std::string& error) {
    if (!address_ || !engine_.is_destination(address_->base)) {
        note("the operator does not allow this destination (serve --webhook-to)");
        return std::nullopt;
    }
    const auto secrets = Mailbox::secrets(engine_.folder_of(id_), now());
    if (secrets.empty()) {
        note("there is no secret to sign with; rotate it");
        return std::nullopt;
    }
    std::shared_ptr<http::Client> client;
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return std::nullopt;
        if (!client_) {
            http::ClientOptions options;
            options.step_max = engine_.options_.step_max;
            options.body_bytes_max = kAnswerBytesMax;
            options.local_allowed = address_->is_literal;
            client_ = http::Client::to(address_->base, options).value();
        }
        client = client_;
    }
    const auto id = outgoing.id.str();
    const auto seconds = now().millis() / 1000;
    const http::Client::Fields fields{{"Content-Type", "application/cloudevents+json; charset=utf-8"},
                                      {"User-Agent", "minhbach"},
                                      {"webhook-id", id},
                                      {"webhook-timestamp", std::to_string(seconds)},
                                      {"webhook-signature", signatures(secrets, id, seconds, outgoing.body)}};
    const auto answered = client->send(address_->target, fields, outgoing.body);
    if (!answered) {
        error = answered.error().detail_en;
        return Answer{};
    }
    if (answered->status < 200 || answered->status > 299)
        error = "the receiver answered " + std::to_string(answered->status);
    return Answer{answered->status, parse_retry_after(answered->retry_after, answered->date, now())};
}

void Engine::Worker::bury(const Bury& step) {
    const std::lock_guard lock(mutex_);
    mailbox_->bury({step.position, pending_->id, step.attempts, now(), standing_.last_error.value_or("")});
    delivery_->buried();
    http::report("webhook " + id_.str() + ": position " + std::to_string(step.position) +
                 " is a dead letter: " + standing_.last_error.value_or(""));
}

// True when the log says so.
bool Engine::Worker::end_subscription() {
    const auto stream = services::webhook_stream(id_);
    const auto ended = engine_.desk_.execute_and_wait(
        PersonCode::of("system"), {"end-webhook", stream, {}, {}, {}},
        [&](services::Past& past, const services::Acting&) { return services::webhook::gone(past, id_); });
    if (ended) return true;
    note(ended.error().detail_en);
    pause(kAfterTrouble);
    return false;
}

}  // namespace minhbach::api::follow
