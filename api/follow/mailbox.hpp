// What a subscription keeps beside the log, in DIR/webhooks/<id>/: the secret that signs, the cursor and the dead
// letters. Formats: LOG_FORMAT.md, section 10. Whatever of it is lost, nothing is skipped: without a cursor the
// subscription is told of everything again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/record.hpp"

namespace minhbach::api::follow {

struct DeadLetter {
    std::uint64_t position = 0;
    events::EventId id;
    int attempts = 0;
    Time since;         // when it was given up
    std::string error;  // what the last attempt said; one line
};

// One thread at a time. Errors of the disk throw std::system_error.
class Mailbox {
public:
    // Makes the folder, mode 0700. A cursor that is not whole counts as none; a torn end of the dead letters is cut
    // off.
    explicit Mailbox(std::filesystem::path folder);
    // What lies there, beside a thread that may be writing: nothing is made or mended, and what is not whole is passed
    // over.
    static Mailbox looked_at(std::filesystem::path folder);

    std::optional<std::uint64_t> cursor() const { return cursor_; }
    // The leaf hash, in hex, of the record right before the cursor when that was kept: another one now is another log.
    // Empty where there was none, and in a file of before it was kept.
    const std::string& leaf_before() const { return leaf_before_; }
    void keep(std::uint64_t cursor, std::string leaf_before = {});

    const std::map<std::uint64_t, DeadLetter>& dead_letters() const { return dead_; }
    void bury(const DeadLetter& letter);  // durable when it returns; once for a position
    void taken(std::uint64_t position);   // a dead letter that was delivered after all

    // What signs at that time, the newest first. None: nobody has asked for one, or its file is lost.
    static std::vector<std::string> secrets(const std::filesystem::path& folder, Time now);
    // A new secret, "whsec_..." of 256 random bits. The one before goes on signing until `previous_until`.
    static std::string renew_secret(const std::filesystem::path& folder, Time now, Time previous_until);

private:
    struct OnlyLooking {};
    Mailbox(std::filesystem::path folder, OnlyLooking);
    void read_cursor();
    std::optional<std::size_t> read_dead_letters(const std::string& text);
    void append(const std::string& line);

    std::filesystem::path folder_;
    std::optional<std::uint64_t> cursor_;
    std::string leaf_before_;
    std::map<std::uint64_t, DeadLetter> dead_;
};

}  // namespace minhbach::api::follow
