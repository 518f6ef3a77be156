#include "events/backup/secrets.hpp"

#include <fcntl.h>

#include <map>

#include "events/files.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/vault.hpp"

namespace minhbach::events::backup {
namespace {

constexpr const char* kVault = "vault";
constexpr const char* kSigningKey = "signing-key";
constexpr const char* kChain = "keys";
constexpr const char* kOld = ".old";

void destroy(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return;
    {
        const File file(path, O_WRONLY);
        file.write_at(std::string(std::filesystem::file_size(path), '\0'), 0);
        file.sync();
    }
    std::filesystem::remove(path);
}

// At every moment one of the two is whole: the copy before, or the new one. The copy before keeps a second name until
// it is overwritten, so that an interrupted run does not leave its bytes where nobody finds them.
void put_in_place(const std::filesystem::path& path, std::string_view bytes) {
    auto beside = path;
    beside += ".new";
    auto old = path;
    old += kOld;
    destroy(beside);
    if (std::filesystem::exists(old) && std::filesystem::exists(path) && std::filesystem::equivalent(old, path)) {
        std::filesystem::remove(old);
    } else {
        destroy(old);
    }
    {
        const File file(beside, O_WRONLY | O_CREAT | O_EXCL, kOwnerOnly);
        file.write_at(bytes, 0);
        file.sync();
    }
    if (std::filesystem::exists(path)) std::filesystem::create_hard_link(path, old);
    std::filesystem::rename(beside, path);
    sync_directory(path.parent_path());
    destroy(old);
    sync_directory(path.parent_path());
}

Refusal damaged(const std::filesystem::path& file) {
    return {"directory-damaged",
            "",
            "",
            "Tệp " + file.string() + " bị hỏng hoặc thiếu.",
            "The file " + file.string() + " is damaged or missing.",
            {}};
}

bool leads_to(const std::string& chain, const std::string& signing_key) {
    const auto keys = merkle::keys_of_chain(chain);
    if (!keys || keys->empty()) return false;
    Foundation foundation{keys->back().name(), signing_key, "", chain};
    return settle_chain(foundation).has_value();
}

}  // namespace

Outcome copy_secrets(const std::filesystem::path& data, const std::filesystem::path& to, std::uint64_t entries_min) {
    // What is torn at its end is of events that are not durable.
    const auto vault = read_vault(data / kVault, entries_min);
    // In this order: the chain that leads to a signing key is there before the key is.
    const auto signing_key = read_file(data / kSigningKey);
    const auto chain = read_file(data / kChain);
    if (!vault) return damaged(data / kVault);
    if (!signing_key) return damaged(data / kSigningKey);
    std::filesystem::create_directories(to);
    std::filesystem::permissions(to, std::filesystem::perms::owner_all);
    put_in_place(to / kVault, *vault);
    // Where the next step does not come to pass, the longer chain leads to the signing key before as well.
    if (chain)
        replace_file(to / kChain, *chain, kOwnerOnly);
    else if (!leads_to(read_file(to / kChain).value_or(""), *signing_key))
        std::filesystem::remove(to / kChain);  // of another log; that of a store that lost its own stays
    put_in_place(to / kSigningKey, *signing_key);
    return std::monostate{};
}

Result<Foundation> read_secrets(const std::filesystem::path& from, const std::string& origin) {
    for (const auto* name : {kVault, kSigningKey}) {
        const auto path = from / name;
        if (!std::filesystem::exists(path)) {
            return Refusal{
                "directory-missing",
                "",
                "",
                "Không có tệp khóa " + path.string() + "; khóa được sao lưu riêng (minhbach backup --vault).",
                "There is no " + path.string() + "; keys are backed up apart (minhbach backup --vault).",
                {}};
        }
        if (is_exposed(path)) {
            return Refusal{
                "directory-exposed",
                "",
                "",
                "Tệp khóa " + path.string() + " cho phép người khác đọc; hãy chạy: chmod 600 " + path.string(),
                "The key file " + path.string() + " can be read by others; run: chmod 600 " + path.string(),
                {}};
        }
    }
    Foundation foundation{origin, *read_file(from / kSigningKey), *read_file(from / kVault),
                          read_file(from / kChain).value_or("")};
    const auto contents = read_vault_entries(foundation.vault);
    if (!contents || contents->bytes != foundation.vault.size()) return damaged(from / kVault);
    return foundation;
}

Result<std::vector<merkle::NoteVerifier>> settle_chain(Foundation& foundation) {
    const auto vkey = vkey_of(foundation);
    if (!vkey) return vkey.error();
    const auto present = merkle::NoteVerifier::parse(*vkey).value();
    auto chain = merkle::chain_up_to(present, foundation.key_chain);
    if (!chain) {
        return Refusal{
            "directory-damaged",
            "",
            "",
            "Tệp keys bị hỏng hoặc không dẫn tới khóa trong tệp signing-key; hãy dùng tệp keys cùng một lần "
            "sao chép với signing-key.",
            "The file keys is damaged or does not lead to the key in signing-key; use the one that was copied "
            "together with it. " +
                chain.error().detail_en,
            {}};
    }
    foundation.key_chain = *std::move(chain);
    return merkle::keys_up_to(present, foundation.key_chain);
}

std::vector<merkle::NoteVerifier> of_ledger(const std::vector<merkle::NoteVerifier>& keys, Ledger ledger) {
    if (ledger == Ledger::main) return keys;
    std::vector<merkle::NoteVerifier> renamed;
    for (const auto& key : keys) renamed.push_back(key.renamed(key.name() + "/access"));
    return renamed;
}

std::string merged_vaults(std::string_view damaged, std::string_view copy) {
    std::map<std::string, VaultContents::Entry> entries;
    std::optional<VaultKey> log_key;
    const auto admit = [&](VaultContents::Entry entry) {
        if (entry.kind == VaultEntry::log_key) {
            if (!log_key) log_key = entry.key;
            return;
        }
        const auto known = entries.try_emplace(entry.subject, entry).first;
        if (entry.kind == VaultEntry::erased) known->second = entry;
    };
    for (auto& entry : find_vault_entries(damaged)) admit(std::move(entry));
    if (const auto contents = read_vault_entries(copy)) {
        for (const auto& entry : contents->entries) admit(entry);
    }
    if (!log_key) return "";
    auto bytes = std::string(vault_header()) + encode_vault_entry(VaultEntry::log_key, "", *log_key);
    for (const auto& [subject, entry] : entries) bytes += encode_vault_entry(entry.kind, subject, entry.key);
    return bytes;
}

std::string vault_without(const std::string& vault, const std::set<std::string>& erased) {
    std::string bytes(vault_header());
    auto unknown = erased;
    const auto contents = read_vault_entries(vault).value();
    for (const auto& line : contents.entries) {
        const bool gone = line.kind == VaultEntry::subject_key && erased.contains(line.subject);
        bytes += gone ? encode_vault_entry(VaultEntry::erased, line.subject, {})
                      : encode_vault_entry(line.kind, line.subject, line.key);
        unknown.erase(line.subject);
    }
    for (const auto& subject : unknown) bytes += encode_vault_entry(VaultEntry::erased, subject, {});
    return bytes;
}

}  // namespace minhbach::events::backup
