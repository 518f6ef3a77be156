#include "api/follow/mailbox.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "events/files.hpp"
#include "events/merkle/base64.hpp"

namespace minhbach::api::follow {
namespace {

constexpr std::string_view kCursor = "mb-webhook-cursor-v1";
constexpr std::size_t kSumDigits = 16;
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kErrorBytesMax = 300;

std::string with_sum(const std::string& line) {
    return line + " " + events::hex(events::sha256(line)).substr(0, kSumDigits) + "\n";
}

// The line without its sum; nothing if it is not whole.
std::optional<std::string> checked(std::string_view line) {
    if (line.size() <= kSumDigits + 1) return std::nullopt;
    std::string content(line.substr(0, line.size() - kSumDigits - 1));
    if (with_sum(content) != std::string(line) + "\n") return std::nullopt;
    return content;
}

std::string printable(std::string text) {
    for (char& c : text)
        if (c < 0x20 || c > 0x7e) c = '?';
    text.resize(std::min(text.size(), kErrorBytesMax));
    return text;
}

std::string line_of(const DeadLetter& letter) {
    return "dead " + std::to_string(letter.position) + " " + letter.id.str() + " " + std::to_string(letter.attempts) +
           " " + letter.since.rfc3339() + " " + letter.error;
}

std::optional<DeadLetter> dead_letter(std::istringstream& words) {
    DeadLetter letter;
    std::string id, since;
    if (!(words >> letter.position >> id >> letter.attempts >> since)) return std::nullopt;
    const auto event = events::EventId::parse(id);
    const auto time = Time::parse(since);
    if (!event || !time) return std::nullopt;
    letter.id = *event;
    letter.since = *time;
    words.get();  // the space
    std::getline(words, letter.error);
    return letter;
}

struct Secret {
    std::string text;
    std::optional<Time> until;  // absent: the one in use
};

std::vector<Secret> read_secrets(const std::filesystem::path& folder) {
    std::vector<Secret> secrets;
    std::istringstream lines(events::read_file(folder / "secret").value_or(""));
    for (std::string line; std::getline(lines, line);) {
        const auto space = line.find(' ');
        Secret secret{line.substr(0, space), std::nullopt};
        if (space != std::string::npos) {
            const auto until = Time::parse(std::string_view(line).substr(space + 1));
            if (!until) continue;
            secret.until = *until;
        }
        secrets.push_back(std::move(secret));
    }
    return secrets;
}

void make_folder(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder)) return;
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    std::filesystem::permissions(folder.parent_path(), std::filesystem::perms::owner_all);
    events::sync_directory(folder.parent_path());
}

}  // namespace

Mailbox::Mailbox(std::filesystem::path folder) : folder_(std::move(folder)) {
    make_folder(folder_);
    read_cursor();
    const auto path = folder_ / "dead-letters";
    const auto text = events::read_file(path).value_or("");
    const auto torn = read_dead_letters(text);
    if (!torn) return;
    // Whatever lies behind was never acknowledged as durable, unless whole lines follow: then it is damage.
    const auto end = text.find('\n', *torn);
    if (end != std::string::npos && end + 1 < text.size())
        throw std::runtime_error(path.string() + " is damaged at byte " + std::to_string(*torn));
    if (::truncate(path.c_str(), static_cast<off_t>(*torn)) != 0)
        throw std::system_error(errno, std::generic_category(), path.string());
}

Mailbox::Mailbox(std::filesystem::path folder, OnlyLooking) : folder_(std::move(folder)) {
    read_cursor();
    read_dead_letters(events::read_file(folder_ / "dead-letters").value_or(""));
}

Mailbox Mailbox::looked_at(std::filesystem::path folder) {
    return {std::move(folder), OnlyLooking{}};
}

void Mailbox::read_cursor() {
    const auto kept = events::read_file(folder_ / "cursor").value_or("");
    if (kept.ends_with('\n')) {
        const auto line = checked(std::string_view(kept).substr(0, kept.size() - 1));
        std::uint64_t cursor = 0;
        std::string kind;
        std::istringstream words(line.value_or(""));
        if (!(words >> kind >> cursor) || kind != kCursor) return;
        cursor_ = cursor;
        words >> leaf_before_;
    }
}

// Where the first line begins that is not whole; nothing if all are.
std::optional<std::size_t> Mailbox::read_dead_letters(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        const auto line =
            end == std::string::npos ? std::nullopt : checked(std::string_view(text).substr(at, end - at));
        if (!line) return at;
        std::istringstream words(*line);
        std::string kind;
        words >> kind;
        std::uint64_t position = 0;
        if (kind == "dead") {
            if (auto letter = dead_letter(words)) dead_.emplace(letter->position, std::move(*letter));
        } else if (kind == "taken" && words >> position) {
            dead_.erase(position);
        }
        at = end + 1;
    }
    return std::nullopt;
}

void Mailbox::keep(std::uint64_t cursor, std::string leaf_before) {
    auto line = std::string(kCursor) + " " + std::to_string(cursor);
    if (!leaf_before.empty()) line += " " + leaf_before;
    events::replace_file(folder_ / "cursor", with_sum(line), 0600);
    cursor_ = cursor;
    leaf_before_ = std::move(leaf_before);
}

void Mailbox::bury(const DeadLetter& letter) {
    if (dead_.contains(letter.position)) return;  // a crash came before the cursor
    DeadLetter kept = letter;
    kept.error = printable(letter.error);
    append(line_of(kept));
    dead_.emplace(letter.position, std::move(kept));
}

void Mailbox::taken(std::uint64_t position) {
    if (!dead_.contains(position)) return;
    append("taken " + std::to_string(position));
    dead_.erase(position);
}

void Mailbox::append(const std::string& line) {
    const auto path = folder_ / "dead-letters";
    const bool is_new = !std::filesystem::exists(path);
    const events::File file(path, O_CREAT | O_RDWR, 0600);
    const auto size = std::filesystem::file_size(path);
    try {
        file.write_at(with_sum(line), size);
        file.sync();
    } catch (...) {
        // The next line must not stand behind half of this one.
        if (::ftruncate(file.descriptor(), static_cast<off_t>(size)) != 0) throw;
        throw;
    }
    if (is_new) events::sync_directory(folder_);
}

std::vector<std::string> Mailbox::secrets(const std::filesystem::path& folder, Time now) {
    std::vector<std::string> valid;
    for (auto& secret : read_secrets(folder))
        if (!secret.until || now < *secret.until) valid.push_back(std::move(secret.text));
    return valid;
}

std::string Mailbox::renew_secret(const std::filesystem::path& folder, Time now, Time previous_until) {
    std::array<unsigned char, kSecretBytes> random;
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) throw std::runtime_error("no randomness");
    const std::string secret =
        "whsec_" + events::merkle::base64({reinterpret_cast<const char*>(random.data()), random.size()});
    std::string text = secret + "\n";
    for (const auto& earlier : read_secrets(folder)) {
        const auto until = std::min(earlier.until.value_or(previous_until), previous_until);
        if (now < until) text += earlier.text + " " + until.rfc3339() + "\n";
    }
    make_folder(folder);
    events::replace_file(folder / "secret", text, 0600);
    return secret;
}

}  // namespace minhbach::api::follow
