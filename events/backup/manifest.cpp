#include "events/backup/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "events/merkle/lines.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::string_view kTitle = "minhbach backup v1";
constexpr std::size_t kNameBytesMax = 200;

std::optional<Hash> parse_hex(std::string_view digits) {
    Hash value{};
    if (digits.size() != 2 * value.size()) return std::nullopt;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto* from = digits.data() + 2 * i;
        if (const auto [end, error] = std::from_chars(from, from + 2, value[i], 16); end != from + 2) {
            return std::nullopt;
        }
    }
    return value;
}

// A name leads nowhere but into the folder.
bool is_name(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/';
    };
    return !name.empty() && name.size() <= kNameBytesMax && name.front() != '/' && name.front() != '.' &&
           name.find("..") == std::string_view::npos && std::all_of(name.begin(), name.end(), allowed);
}

// The words of a line, which must begin with `first`.
std::optional<std::vector<std::string_view>> words(std::string_view& text, std::string_view first, std::size_t count) {
    auto line = merkle::take_line(text);
    std::vector<std::string_view> found;
    while (line) {
        const auto space = line->find(' ');
        found.push_back(line->substr(0, space));
        if (space == std::string_view::npos) break;
        line = line->substr(space + 1);
    }
    if (found.size() != count + 1 || found[0] != first) return std::nullopt;
    found.erase(found.begin());
    return found;
}

std::optional<Manifest> parse(std::string_view text) {
    Manifest manifest;
    if (merkle::take_line(text) != kTitle) return std::nullopt;
    const auto origin = words(text, "origin", 1);
    const auto run = words(text, "run", 1);
    const auto taken = words(text, "taken", 1);
    if (!origin || !run || !taken) return std::nullopt;
    manifest.origin = (*origin)[0];
    const auto number = merkle::parse_number((*run)[0]);
    const auto time = Time::parse((*taken)[0]);
    if (!number || !time) return std::nullopt;
    manifest.run = *number;
    manifest.taken_at = *time;
    for (std::size_t i = 0; i < kLedgersOfStore.size(); ++i) {
        const auto ledger = words(text, name_of(kLedgersOfStore[i]), 2);
        const auto size = ledger ? merkle::parse_number((*ledger)[0]) : std::nullopt;
        const auto root = ledger ? parse_hex((*ledger)[1]) : std::nullopt;
        if (!size || !root) return std::nullopt;
        manifest.moment.sizes[i] = *size;
        manifest.moment.roots[i] = *root;
    }
    while (!text.empty()) {
        const auto file = words(text, "file", 3);
        if (!file) return std::nullopt;
        const auto digest = parse_hex((*file)[0]);
        const auto bytes = merkle::parse_number((*file)[1]);
        if (!digest || !bytes || !is_name((*file)[2])) return std::nullopt;
        manifest.files.push_back({std::string((*file)[2]), *bytes, *digest});
    }
    return manifest;
}

// The log's name stands in the signature, but none of the keys made it.
bool is_by_another_key(std::string_view note, std::span<const merkle::NoteVerifier> keys) {
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos) return false;
    note.remove_prefix(split + 2);
    const auto line = merkle::parse_signature_line(note.substr(0, note.find('\n')));
    return line && line->name == keys.front().name() &&
           std::none_of(keys.begin(), keys.end(), [&](const auto& key) { return key.key_id() == line->key_id; });
}

}  // namespace

std::string text_of(const Manifest& manifest) {
    std::string text(kTitle);
    text += "\norigin " + manifest.origin + "\nrun " + std::to_string(manifest.run) + "\ntaken " +
            manifest.taken_at.rfc3339() + "\n";
    for (std::size_t i = 0; i < kLedgersOfStore.size(); ++i) {
        text += std::string(name_of(kLedgersOfStore[i])) + " " + std::to_string(manifest.moment.sizes[i]) + " " +
                hex(manifest.moment.roots[i]) + "\n";
    }
    for (const auto& file : manifest.files)
        text += "file " + hex(file.digest) + " " + std::to_string(file.bytes) + " " + file.name + "\n";
    return text;
}

Result<Manifest> open_manifest(std::string_view note, std::span<const merkle::NoteVerifier> keys) {
    const auto opened = merkle::open_note(note, keys);
    if (!opened && is_by_another_key(note, keys)) {
        return damaged_backup(
            "tờ khai do một khóa ký khác ký; nếu nhật ký đã đổi khóa ký sau khi sao chép khóa, hãy dùng bản sao khóa "
            "mới hơn (signing-key, keys, vault)",
            "its manifest is signed by another signing key than those known here; if the log went over to another one "
            "after the keys were copied, use the newer copy of the keys (signing-key, keys, vault)");
    }
    if (!opened) {
        return damaged_backup("tờ khai không mang chữ ký của nhật ký này",
                              "its manifest is not signed by this log: " + opened.error().detail_en);
    }
    auto manifest = parse(opened->text);
    if (!manifest || text_of(*manifest) != opened->text || manifest->origin != keys.front().name()) {
        return damaged_backup("tờ khai không đọc được", "its manifest cannot be read");
    }
    return *std::move(manifest);
}

Refusal damaged_backup(const std::string& what_vi, const std::string& what_en) {
    return {"backup-damaged",
            "",
            "",
            "Bản sao lưu không dùng được: " + what_vi + ".",
            "The backup cannot be used: " + what_en + ".",
            {}};
}

}  // namespace minhbach::events::backup
