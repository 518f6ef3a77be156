#include "events/rocksdb/directory.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>

#include "events/big_endian.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/pkcs11/token_signer.hpp"
#include "events/vault.hpp"

namespace minhbach::events {
namespace {

constexpr std::string_view kFormatVersion = "minhbach store 1";
constexpr std::string_view kSlotMark = "mb-signed-v1";
constexpr std::size_t kChecksumBytes = 8;

Refusal refusal(std::string type, std::string vi, std::string en) {
    return {std::move(type), "", "", std::move(vi), std::move(en), {}};
}

bool is_store_origin(std::string_view origin) {
    return !origin.empty() && origin.size() <= 150 &&
           std::all_of(origin.begin(), origin.end(), [](char c) { return c > ' ' && c < 0x7f && c != '+'; }) &&
           origin.find("://") == std::string_view::npos && !origin.ends_with('/');
}

// The rest of the line that begins with `name` and a space.
std::optional<std::string> value_of(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == ' ') {
            return std::string(line.substr(name.size() + 1));
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return std::nullopt;
}

std::optional<SigningKey> key_in(const std::filesystem::path& path) {
    const auto text = read_file(path);
    return text ? SigningKey::parse(*text) : std::nullopt;
}

std::string encode_slot(const SignedState& state) {
    std::string slot(kSlotMark);
    append_big_endian(slot, state.sequence);
    for (std::size_t i = 0; i < kLedgerCount; ++i) {
        append_big_endian(slot, state.sizes[i]);
        slot.append(view(state.roots[i]));
    }
    slot.append(view(merkle::sha256({slot})).substr(0, kChecksumBytes));
    return slot;
}

std::optional<SignedState> decode_slot(std::string_view bytes) {
    const auto size = encode_slot({}).size();
    if (bytes.size() < size) return std::nullopt;
    bytes = bytes.substr(0, size);
    SignedState state;
    auto rest = bytes.substr(kSlotMark.size());
    const auto take = [&](std::size_t count) {
        const auto taken = rest.substr(0, count);
        rest.remove_prefix(count);
        return taken;
    };
    state.sequence = read_big_endian(take(8));
    for (std::size_t i = 0; i < kLedgerCount; ++i) {
        state.sizes[i] = read_big_endian(take(8));
        const auto root = take(sizeof(Hash));
        std::copy(root.begin(), root.end(), reinterpret_cast<char*>(state.roots[i].data()));
    }
    if (encode_slot(state) != bytes) return std::nullopt;
    return state;
}

}  // namespace

Refusal damaged_store(const std::filesystem::path& directory, const std::string& what_vi, const std::string& what_en) {
    return refusal(
        "directory-damaged",
        "Kho dữ liệu " + directory.string() + " bị hỏng hoặc bị thiếu: " + what_vi +
            " Không ghi tiếp vào thư mục này; hãy khôi phục từ bản sao lưu mới nhất và giữ lại thư mục hỏng để kiểm "
            "tra.",
        "The store " + directory.string() + " is damaged or incomplete: " + what_en +
            " Do not write to it; restore the newest backup and keep the damaged directory for examination.");
}

namespace {

Outcome make_directory(const StoreIdentity& identity, const Files& files) {
    const auto& directory = identity.directory;
    if (!is_store_origin(identity.origin)) {
        return refusal(
            "invalid-field", "Tên nhật ký (origin) phải là URL không có giao thức, không có dấu cách và dấu '+'.",
            "The origin is a URL without scheme, space and '+', for example minhbach.quangngai.gov.vn/2023.");
    }
    if (std::filesystem::exists(directory) &&
        (!std::filesystem::is_directory(directory) || !std::filesystem::is_empty(directory))) {
        return refusal("directory-not-empty",
                       "Thư mục " + directory.string() + " đã có dữ liệu; hãy chọn thư mục mới hoặc thư mục trống.",
                       "The directory " + directory.string() + " holds something already; choose a new or empty one.");
    }
    if (const auto parent = std::filesystem::absolute(directory).parent_path(); !std::filesystem::exists(parent))
        std::filesystem::create_directories(parent);
    files.make_directory(directory);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
    files.replace(directory / "lock", "", 0600);
    return std::monostate{};
}

}  // namespace

Outcome prepare_directory(const StoreIdentity& identity, const SigningKey& key, const Files& files) {
    if (auto made = make_directory(identity, files); !made) return made;
    files.replace(identity.directory / "signing-key", key.text(), 0600);
    create_vault(identity.vault(), files);
    return std::monostate{};
}

Outcome prepare_directory(const StoreIdentity& identity, const SigningKey& key, std::string_view vault) {
    if (auto made = make_directory(identity, Files::real()); !made) return made;
    replace_file(identity.directory / "signing-key", key.text(), 0600);
    replace_file(identity.vault(), vault, 0600);
    if (!identity.key_chain.empty()) replace_file(identity.directory / "keys", identity.key_chain, 0600);
    return std::monostate{};
}

void write_identity(const StoreIdentity& identity, const Files& files) {
    files.replace(identity.directory / "format",
                  std::string(kFormatVersion) + "\norigin " + identity.origin + "\nvkey " + identity.vkey + "\n", 0600);
    files.sync_directory(std::filesystem::absolute(identity.directory).parent_path());
}

Result<StoreIdentity> read_identity(const std::filesystem::path& directory) {
    if (!std::filesystem::exists(directory)) {
        return refusal(
            "directory-missing",
            "Không có thư mục dữ liệu " + directory.string() + "; hãy kiểm tra đường dẫn hoặc chạy minhbach init.",
            "There is no data directory " + directory.string() + "; check the path or run minhbach init.");
    }
    const auto text = std::filesystem::is_directory(directory) ? read_file(directory / "format") : std::nullopt;
    if (!text || !text->starts_with("minhbach store ")) {
        return refusal(
            "directory-foreign",
            directory.string() + " không phải kho dữ liệu Minh Bạch; hãy kiểm tra đường dẫn hoặc chạy minhbach init.",
            directory.string() + " is not a Minh Bạch store; check the path or run minhbach init.");
    }
    const auto version = text->substr(0, text->find('\n'));
    if (version != kFormatVersion) {
        return refusal("directory-foreign",
                       "Kho dữ liệu có định dạng \"" + version + "\", chương trình này chỉ đọc \"" +
                           std::string(kFormatVersion) + "\"; hãy dùng đúng phiên bản chương trình.",
                       "The store has the format \"" + version + "\", this program reads \"" +
                           std::string(kFormatVersion) + "\"; use the matching version of the program.");
    }
    if (is_exposed(directory)) {
        return refusal(
            "directory-exposed",
            "Thư mục dữ liệu " + directory.string() + " cho phép người khác vào; hãy chạy: chmod 700 " +
                directory.string(),
            "The data directory " + directory.string() + " is open to others; run: chmod 700 " + directory.string());
    }
    const auto origin = value_of(*text, "origin");
    const auto vkey = value_of(*text, "vkey");
    if (!origin || !is_store_origin(*origin) || !vkey) {
        return damaged_store(directory, "tệp format không đọc được.", "the file format cannot be read.");
    }
    StoreIdentity identity{directory, *origin, *vkey, read_file(directory / "keys").value_or("")};
    const auto keys = merkle::keys_of_chain(identity.key_chain);
    const auto is_named = [&](const auto& key) { return key.vkey() == *vkey; };
    if (!keys ||
        (!keys->empty() && (keys->back().name() != *origin || std::none_of(keys->begin(), keys->end(), is_named)))) {
        return damaged_store(directory, "tệp keys không đúng.", "the file keys is not that of this log.");
    }
    // Where a rotation was interrupted `format` still names the key before.
    if (!keys->empty()) identity.vkey = keys->back().vkey();
    return identity;
}

Result<SigningKey> read_signing_key(const StoreIdentity& identity) {
    const auto path = identity.directory / "signing-key";
    if (!std::filesystem::exists(path))
        return damaged_store(identity.directory, "không có tệp signing-key.", "the file signing-key is missing.");
    if (is_exposed(path)) {
        return refusal("directory-exposed",
                       "Tệp khóa " + path.string() + " cho phép người khác đọc; hãy chạy: chmod 600 " + path.string(),
                       "The key file " + path.string() + " can be read by others; run: chmod 600 " + path.string());
    }
    auto key = key_in(path);
    if (key && key->vkey(identity.origin) == identity.vkey) return *std::move(key);
    return damaged_store(identity.directory, "khóa trong signing-key không phải khóa của nhật ký này.",
                         "the key in signing-key is not the key of this log.");
}

StoreIdentity without_unfinished_rotation(StoreIdentity identity) {
    const auto present = key_in(identity.directory / "signing-key");
    const auto next = key_in(identity.directory / "signing-key.next");
    if (!present || !next || next->vkey(identity.origin) != identity.vkey) return identity;
    const auto vkey = present->vkey(identity.origin);
    auto chain = merkle::chain_up_to(merkle::NoteVerifier::parse(vkey).value(), identity.key_chain);
    if (!chain) return identity;
    identity.vkey = vkey;
    identity.key_chain = *std::move(chain);
    return identity;
}

Outcome rotate_key(const StoreIdentity& identity, const std::optional<std::string>& token,
                   const std::function<void(int step)>& after) {
    if (auto finished = finish_rotation(identity); !finished) return finished.error();
    const auto present = read_signing_key(identity);
    if (!present) return present.error();
    const auto next = SigningKey::chosen(token);
    if (!next) return next.error();
    const auto next_vkey = next->vkey(identity.origin);
    if (next_vkey == identity.vkey || identity.key_chain.find(" " + next_vkey + "\n") != std::string::npos) {
        return refusal("already-exists", "Nhật ký này đã từng ký bằng khóa này; hãy tạo khóa mới trong thiết bị.",
                       "This log has signed with this key before; make a new key in the token.");
    }
    const auto old_signer = present->signer();
    if (!old_signer) return old_signer.error();
    const auto new_signer = next->signer();
    if (!new_signer) return new_signer.error();
    std::string statement;
    try {
        statement = merkle::rotation_note({identity.origin, *old_signer}, {identity.origin, *new_signer});
    } catch (const merkle::SignerUnavailable& error) {
        return pkcs11::unavailable(error.what());
    }
    const auto& directory = identity.directory;
    replace_file(directory / "signing-key.next", next->text(), 0600);
    after(1);
    const auto chain = identity.key_chain + statement;
    replace_file(directory / "keys", chain, 0600);
    after(2);
    const StoreIdentity rotated{directory, identity.origin, next_vkey, chain};
    write_identity(rotated);
    after(3);
    auto finished = finish_rotation(rotated);
    after(4);
    return finished;
}

Outcome finish_rotation(const StoreIdentity& identity) {
    const auto& directory = identity.directory;
    const auto text = read_file(directory / "format").value_or("");
    if (value_of(text, "vkey") != identity.vkey) write_identity(identity);
    const auto next = key_in(directory / "signing-key.next");
    if (next && next->vkey(identity.origin) == identity.vkey) {
        std::filesystem::rename(directory / "signing-key.next", directory / "signing-key");
        sync_directory(directory);
    } else if (std::filesystem::remove(directory / "signing-key.next")) {
        sync_directory(directory);  // a key that nothing was ever signed with
    }
    return std::monostate{};
}

Refusal held_store(const std::filesystem::path& directory) {
    return refusal("directory-held",
                   "Tiến trình khác đang giữ thư mục " + directory.string() +
                       "; hãy dừng tiến trình đó (minhbach serve) rồi thử lại.",
                   "Another process holds " + directory.string() + "; stop it (minhbach serve) and try again.");
}

Result<File> hold_directory(const std::filesystem::path& directory) {
    File file(directory / "lock", O_RDWR | O_CREAT, 0600);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) return held_store(directory);
    return file;
}

void SignedFile::create(const std::filesystem::path& directory, const SignedState& state, const Files& files) {
    auto bytes = encode_slot(state);
    bytes.resize(2 * slot_bytes);
    files.replace(directory / "signed", bytes, 0600);
}

std::optional<SignedState> SignedFile::read(const std::filesystem::path& directory, const Files& files) {
    const auto bytes = files.read(directory / "signed");
    if (!bytes || bytes->size() != 2 * slot_bytes) return std::nullopt;
    const auto first = decode_slot(std::string_view(*bytes).substr(0, slot_bytes));
    const auto second = decode_slot(std::string_view(*bytes).substr(slot_bytes));
    if (first && second) return first->sequence > second->sequence ? first : second;
    return first ? first : second;
}

std::vector<std::string> SignedFile::damages(const std::filesystem::path& directory) {
    const auto bytes = read_file(directory / "signed");
    if (!bytes || bytes->size() != 2 * slot_bytes) return {"it has another length"};
    std::vector<std::string> found;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto slot = std::string_view(*bytes).substr(i * slot_bytes, slot_bytes);
        if (!decode_slot(slot) && slot.find_first_not_of('\0') != std::string_view::npos)
            found.push_back("slot " + std::to_string(i) + " is not whole");
    }
    return found;
}

SignedFile::SignedFile(const std::filesystem::path& directory, const Files& files)
    : files_(files), file_(files.open(directory / "signed", O_RDWR)) {}

void SignedFile::write(SignedState& state) {
    ++state.sequence;
    const auto slot = encode_slot(state);
    files_.write_at(file_, slot, state.sequence % 2 * slot_bytes);
    files_.sync(file_);
}

}  // namespace minhbach::events
