#include "events/vault.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "events/files.hpp"
#include "events/merkle/hash.hpp"

namespace minhbach::events {
namespace {

constexpr std::string_view kHeader = "mb-vault-v1\n";
constexpr std::size_t kEntryChecksumBytes = 8;
constexpr int kReadAgain = 5;
constexpr std::chrono::milliseconds kReadAgainAfter{20};

VaultKey random_key() {
    VaultKey key;
    if (RAND_priv_bytes(key.data(), static_cast<int>(key.size())) != 1)
        throw std::runtime_error("OpenSSL: no random bytes");
    return key;
}

// Memory that held keys is overwritten before others get it.
template <class T>
struct Cleansing : std::allocator<T> {
    Cleansing() = default;
    template <class U>
    explicit Cleansing(const Cleansing<U>&) {}
    void deallocate(T* memory, std::size_t count) {
        OPENSSL_cleanse(memory, count * sizeof(T));
        std::allocator<T>::deallocate(memory, count);
    }
    template <class U>
    struct rebind {
        using other = Cleansing<U>;
    };
};
using SecretBytes = std::basic_string<char, std::char_traits<char>, Cleansing<char>>;

SecretBytes read_secret(const File& file) {
    SecretBytes bytes;
    constexpr std::size_t kBlock = 64 * 1024;
    while (true) {
        auto block = file.read_at(kBlock, bytes.size());
        bytes.append(block);
        OPENSSL_cleanse(block.data(), block.size());
        if (block.size() < kBlock) return bytes;
    }
}

void append_entry(SecretBytes& bytes, VaultEntry kind, std::string_view subject, const VaultKey& key) {
    auto entry = encode_vault_entry(kind, subject, key);
    bytes += entry;
    OPENSSL_cleanse(entry.data(), entry.size());
}

std::filesystem::path beside(const std::filesystem::path& file, std::string_view ending) {
    auto path = file;
    path += ending;
    return path;
}

using Entry = VaultContents::Entry;

// Takes one whole entry off the front; nothing if the bytes do not begin with one.
std::optional<Entry> take_entry(std::string_view& bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const auto subject_bytes = static_cast<std::uint8_t>(bytes[1]);
    const std::size_t covered = 2 + subject_bytes + sizeof(VaultKey);
    if (bytes.size() < covered + kEntryChecksumBytes) return std::nullopt;
    const auto checksum = merkle::sha256({bytes.substr(0, covered)});
    if (bytes.substr(covered, kEntryChecksumBytes) != view(checksum).substr(0, kEntryChecksumBytes))
        return std::nullopt;
    Entry entry{static_cast<VaultEntry>(bytes[0]), std::string(bytes.substr(2, subject_bytes)), {}};
    std::copy_n(bytes.begin() + 2 + subject_bytes, sizeof(VaultKey), reinterpret_cast<char*>(entry.key.data()));
    bytes.remove_prefix(covered + kEntryChecksumBytes);
    return entry;
}

Refusal damaged(const std::filesystem::path& file) {
    return {"directory-damaged",
            "",
            "",
            "Tệp khóa " + file.string() + " bị hỏng hoặc thiếu khóa; hãy khôi phục tệp này từ bản sao lưu mới nhất.",
            "The vault " + file.string() + " is damaged or lacks keys; restore it from the newest backup.",
            {}};
}

class FileVault : public Vault {
public:
    FileVault(std::filesystem::path file, VaultAccess access, const Files& files)
        : file_(std::move(file)), access_(access), files_(files) {}
    ~FileVault() override {
        OPENSSL_cleanse(log_key_.data(), log_key_.size());
        for (auto& [subject, key] : keys_) forget(key);
    }
    FileVault(const FileVault&) = delete;
    FileVault& operator=(const FileVault&) = delete;

    // False if fewer than `entries_min` whole entries are there.
    bool load(std::uint64_t entries_min) {
        const std::lock_guard alone(writing_);
        descriptor_ = files_.open(file_, access_ == VaultAccess::write ? O_RDWR : O_RDONLY);
        const auto bytes = read_secret(descriptor_);
        std::string_view rest = bytes;
        if (!rest.starts_with(kHeader)) return false;
        rest.remove_prefix(kHeader.size());
        while (const auto entry = take_entry(rest)) {
            if (!admit(*entry)) return false;
            ++entries_;
        }
        durable_bytes_ = bytes.size() - rest.size();
        if (entries_ < std::max<std::uint64_t>(entries_min, 1) || !has_log_key_) return false;
        if (access_ == VaultAccess::read_only) return true;
        // What the log does not count may be in the machine's memory alone: a process ended before its sync, or the
        // sync failed, after which another one says nothing about those bytes.
        if (entries_ > entries_min || !rest.empty())
            rewrite();
        else
            destroy_leftovers();
        return true;
    }

    std::optional<VaultKey> key_for(const PersonCode& subject) override {
        {
            const std::shared_lock lock(mutex_);
            if (const auto found = keys_.find(subject.str()); found != keys_.end()) return found->second;
        }
        const auto fresh = random_key();
        const std::unique_lock lock(mutex_);
        const auto [entry, added] = keys_.try_emplace(subject.str(), fresh);
        if (added) {
            append_entry(pending_, VaultEntry::subject_key, subject.str(), fresh);
            ++pending_entries_;
        }
        return entry->second;
    }

    std::optional<VaultKey> find(const PersonCode& subject) const override {
        const std::shared_lock lock(mutex_);
        const auto found = keys_.find(subject.str());
        if (found == keys_.end()) throw std::runtime_error("the vault has no key for " + subject.str());
        return found->second;
    }

    bool knows(const PersonCode& subject) const override {
        const std::shared_lock lock(mutex_);
        return keys_.contains(subject.str());
    }

    const VaultKey& log_key() const override { return log_key_; }

    void sync() override {
        const std::lock_guard alone(writing_);
        if (must_rewrite_) return rewrite();
        SecretBytes bytes;
        std::uint64_t count = 0;
        {
            const std::unique_lock lock(mutex_);
            if (pending_.empty()) return;
            bytes.swap(pending_);
            count = pending_entries_;
            pending_entries_ = 0;
        }
        must_rewrite_ = true;  // until this has succeeded
        files_.write_at(descriptor_, bytes, durable_bytes_);
        files_.sync(descriptor_);
        durable_bytes_ += bytes.size();
        must_rewrite_ = false;
        const std::unique_lock lock(mutex_);
        entries_ += count;
    }

    bool erase(const PersonCode& subject) override {
        const std::lock_guard alone(writing_);
        bool known = false;
        {
            const std::unique_lock lock(mutex_);
            const auto [entry, added] = keys_.try_emplace(subject.str(), std::nullopt);
            known = !added && !entry->second;
            forget(entry->second);
        }
        if (access_ == VaultAccess::read_only) return !known;
        if (known && !must_rewrite_) return false;
        rewrite();
        return true;
    }

    std::uint64_t entries() const override {
        const std::shared_lock lock(mutex_);
        return entries_;
    }

private:
    static void forget(std::optional<VaultKey>& key) {
        if (key) OPENSSL_cleanse(key->data(), key->size());
        key.reset();
    }

    bool admit(const Entry& entry) {
        switch (entry.kind) {
            case VaultEntry::log_key:
                if (has_log_key_) return false;
                has_log_key_ = true;
                log_key_ = entry.key;
                return true;
            case VaultEntry::subject_key:
                return keys_.try_emplace(entry.subject, entry.key).second;
            case VaultEntry::erased:
                return keys_.try_emplace(entry.subject, std::nullopt).second;
        }
        return false;
    }

    // Everything that is known as a new file in the place of the old one, whose bytes are overwritten: it may hold keys
    // that are to be forgotten. It keeps a second name until that is done, so that a crash does not leave the bytes
    // where nobody finds them. With `writing_` held.
    void rewrite() {
        must_rewrite_ = true;  // until this has succeeded
        destroy_leftovers();
        SecretBytes bytes(kHeader);
        std::uint64_t count = 1;
        {
            const std::unique_lock lock(mutex_);
            append_entry(bytes, VaultEntry::log_key, "", log_key_);
            for (const auto& [subject, key] : keys_) {
                append_entry(bytes, key ? VaultEntry::subject_key : VaultEntry::erased, subject,
                             key.value_or(VaultKey{}));
            }
            count += keys_.size();
            pending_ = {};
            pending_entries_ = 0;
        }
        const auto fresh = beside(file_, ".new");
        const auto old = beside(file_, ".old");
        {
            const auto file = files_.open(fresh, O_WRONLY | O_CREAT | O_EXCL, kOwnerOnly);
            files_.write_at(file, bytes, 0);
            files_.sync(file);
        }
        files_.link(file_, old);
        files_.sync_directory(file_.parent_path());
        files_.rename(fresh, file_);
        files_.sync_directory(file_.parent_path());
        descriptor_ = files_.open(file_, O_RDWR);
        durable_bytes_ = bytes.size();
        destroy(old);
        must_rewrite_ = false;
        const std::unique_lock lock(mutex_);
        entries_ = count;
    }

    void destroy_leftovers() const {
        const auto fresh = beside(file_, ".new");
        const auto old = beside(file_, ".old");
        if (!std::filesystem::exists(fresh) && !std::filesystem::exists(old)) return;
        // The name that the new file took may not be durable yet: then the bytes of the old one are still the vault.
        files_.sync_directory(file_.parent_path());
        if (std::filesystem::exists(fresh)) destroy(fresh);
        if (!std::filesystem::exists(old)) return;
        // Before the new file took its name, the old one merely had two.
        if (std::filesystem::equivalent(old, file_)) {
            files_.remove(old);
            files_.sync_directory(file_.parent_path());
        } else {
            destroy(old);
        }
    }

    void destroy(const std::filesystem::path& path) const {
        {
            const auto file = files_.open(path, O_WRONLY);
            files_.write_at(file, std::string(std::filesystem::file_size(path), '\0'), 0);
            files_.sync(file);
        }
        files_.remove(path);
        files_.sync_directory(file_.parent_path());
    }

    const std::filesystem::path file_;
    const VaultAccess access_;
    const Files& files_;
    bool has_log_key_ = false;
    VaultKey log_key_{};

    std::mutex writing_;  // guards the file, and what follows; taken before the other
    File descriptor_;
    std::uint64_t durable_bytes_ = 0;
    bool must_rewrite_ = false;

    mutable std::shared_mutex mutex_;  // guards what follows
    std::unordered_map<std::string, std::optional<VaultKey>> keys_;
    SecretBytes pending_;
    std::uint64_t pending_entries_ = 0;
    std::uint64_t entries_ = 0;
};

}  // namespace

std::string_view vault_header() {
    return kHeader;
}

std::optional<VaultContents> read_vault_entries(std::string_view bytes) {
    if (!bytes.starts_with(kHeader)) return std::nullopt;
    VaultContents contents;
    auto rest = bytes.substr(kHeader.size());
    while (auto entry = take_entry(rest)) contents.entries.push_back(*std::move(entry));
    contents.bytes = bytes.size() - rest.size();
    return contents;
}

std::vector<VaultContents::Entry> find_vault_entries(std::string_view bytes) {
    std::vector<VaultContents::Entry> found;
    while (!bytes.empty()) {
        if (auto entry = take_entry(bytes))
            found.push_back(*std::move(entry));
        else
            bytes.remove_prefix(1);
    }
    return found;
}

std::optional<std::string> read_vault(const std::filesystem::path& file, std::uint64_t entries_min,
                                      const Files& files) {
    for (int again = 0;; ++again) {
        if (auto bytes = files.read(file)) {
            const auto contents = read_vault_entries(*bytes);
            if (contents && contents->entries.size() >= std::max<std::uint64_t>(entries_min, 1)) {
                bytes->resize(contents->bytes);
                return bytes;
            }
            OPENSSL_cleanse(bytes->data(), bytes->size());
        }
        if (again == kReadAgain) return std::nullopt;
        std::this_thread::sleep_for(kReadAgainAfter);
    }
}

std::string encode_vault_entry(VaultEntry kind, std::string_view subject, const VaultKey& key) {
    std::string bytes;
    bytes.reserve(2 + subject.size() + key.size() + kEntryChecksumBytes);
    bytes.push_back(static_cast<char>(kind));
    bytes.push_back(static_cast<char>(subject.size()));
    bytes.append(subject);
    bytes.append(reinterpret_cast<const char*>(key.data()), key.size());
    bytes.append(view(merkle::sha256({bytes})).substr(0, kEntryChecksumBytes));
    return bytes;
}

void create_vault(const std::filesystem::path& file, const Files& files) {
    files.replace(file, std::string(kHeader) + encode_vault_entry(VaultEntry::log_key, "", random_key()), kOwnerOnly);
}

Result<std::unique_ptr<Vault>> open_vault(const std::filesystem::path& file, std::uint64_t entries_min,
                                          VaultAccess access, const Files& files) {
    if (!std::filesystem::exists(file)) return damaged(file);
    if (is_exposed(file)) {
        return Refusal{"directory-exposed",
                       "",
                       "",
                       "Tệp khóa " + file.string() + " cho phép người khác đọc; hãy chạy: chmod 600 " + file.string(),
                       "The key file " + file.string() + " can be read by others; run: chmod 600 " + file.string(),
                       {}};
    }
    for (int again = 0;; ++again) {
        auto vault = std::make_unique<FileVault>(file, access, files);
        if (vault->load(entries_min)) return std::unique_ptr<Vault>(std::move(vault));
        // Who writes holds the store: there nobody else is at the file.
        if (access == VaultAccess::write || again == kReadAgain) return damaged(file);
        std::this_thread::sleep_for(kReadAgainAfter);
    }
}

}  // namespace minhbach::events
