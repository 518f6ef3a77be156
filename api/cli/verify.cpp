#include <fcntl.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "api/cli/commands.hpp"
#include "api/http/client.hpp"
#include "events/check.hpp"
#include "events/completeness/seal_check.hpp"
#include "events/files.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/merkle/receipt.hpp"
#include "events/package/package.hpp"
#include "events/refusals.hpp"
#include "events/signing_keys.hpp"
#include "events/store.hpp"
#include "events/tile_verifier.hpp"
#include "events/tree_check.hpp"
#include "events/witness/policy.hpp"

namespace minhbach::api::cli {
namespace {

// Prints what was found; 0 if nothing is wrong.
int report(const events::CheckReport& checked) {
    const char* name = checked.ledger == events::Ledger::main ? "main" : "access";
    for (const auto& violation : checked.violations) {
        std::cerr << name << ": " << violation.invariant;
        if (violation.position) std::cerr << ", bản ghi số / position " << violation.position->value;
        std::cerr << ": " << violation.what << "\n";
    }
    std::cerr << name << ": " << checked.size << " bản ghi / events, mã gốc / root " << events::hex(checked.root)
              << ": " << (checked.violations.empty() ? "ĐẠT / OK" : "KHÔNG ĐẠT / FAILED") << "\n";
    return checked.violations.empty() ? 0 : 1;
}

int verify_directory(const VerifyOptions& options) {
    if (options.policy) {
        return tell(invalid_field("", "--policy dành cho những gì đã rời khỏi máy chủ, không dành cho thư mục dữ liệu.",
                                  "--policy is for what has left the house, not for its own directory."));
    }
    auto log = events::open_store_read_only(options.target);
    if (!log) return tell(log.error());
    const auto keys = events::keys_of(**log, events::Ledger::main);
    const auto is_given = [&](const auto& key) { return key.vkey() == *options.vkey; };
    if (options.vkey && std::none_of(keys.begin(), keys.end(), is_given)) {
        return tell({"proof-invalid",
                     "",
                     "",
                     "Khóa của dữ liệu không phải khóa đã nêu.",
                     "The store's key is not the one given.",
                     {}});
    }
    int status = 0;
    for (const auto ledger : {events::Ledger::main, events::Ledger::access})
        status |= report(options.tree_only ? events::check_tree(**log, ledger, options.threads)
                                           : events::check(**log, ledger));
    return status;
}

using Policy = std::optional<events::WitnessPolicy>;  // nothing: the reader asks no witnesses

// The keys that may have signed: the one that is trusted and those that the chain leads to, newest first.
Result<std::vector<events::merkle::NoteVerifier>> trusted_keys(const VerifyOptions& options) {
    auto trusted = events::merkle::NoteVerifier::parse(*options.vkey);
    if (!trusted) return trusted.error();
    const auto chain = options.keys ? events::read_file(*options.keys).value_or("") : std::string();
    auto keys = events::merkle::keys_after(*trusted, chain);
    if (keys) std::reverse(keys->begin(), keys->end());
    return keys;
}

// What `check` gives for the first of the keys that it does not refuse; else what it says of the newest.
template <class Check>
auto with_any(const std::vector<events::merkle::NoteVerifier>& keys, const Check& check) {
    auto newest = check(keys.front());
    for (std::size_t i = 1; !newest && i < keys.size(); ++i) {
        if (auto earlier = check(keys[i])) return earlier;
    }
    return newest;
}

// What the reader's own witnesses say of a checkpoint: without them a log that shows two histories is found out only
// where two readers meet.
Outcome witnesses_of(const Policy& policy, std::string_view note) {
    if (!policy) return {};
    const auto cosigned = policy->cosigned_by(note);
    if (!cosigned) return cosigned.error();
    std::string names;
    for (const auto& name : *cosigned) names += (names.empty() ? "" : ", ") + name;
    std::cerr << "bên chứng kiến đã ký / cosigned by: " << (names.empty() ? "-" : names) << "\n";
    if (policy->is_enough(*cosigned)) return {};
    return Refusal{"proof-invalid",
                   "",
                   "",
                   "Chưa đủ bên chứng kiến ký điểm kiểm chứng này.",
                   "Too few witnesses cosigned this checkpoint.",
                   {}};
}

int verify_url(const VerifyOptions& options, const Policy& policy) {
    if (!options.vkey) {
        return tell(invalid_field("", "Cần --vkey: khóa tin cậy không thể lấy từ chính máy chủ được kiểm chứng.",
                                  "--vkey is needed: the key to trust cannot come from the server under test."));
    }
    auto trusted = trusted_keys(options);
    if (!trusted) return tell(trusted.error());
    // What is served now is signed by the newest key that is known: an earlier one may be in other hands. Where
    // witnesses vouch for it, a checkpoint of an earlier key may be the newest that they cosigned.
    if (!policy || !policy->has_quorum()) trusted->erase(trusted->begin() + 1, trusted->end());
    auto client = http::Client::to(options.target, options.token);
    if (!client) return tell(client.error());
    const auto verify = [&](events::Ledger ledger, const std::string& prefix, const std::string& suffix) {
        const std::string seals = ledger == events::Ledger::main ? "/v1/log/seals" : "/v1/log/seals?ledger=access";
        std::string note;
        const auto fetch = [&](const std::string& path) {
            auto body = (*client)->get(prefix + path);
            if (body && path == "checkpoint") note = *body;
            return body;
        };
        auto checked = with_any(*trusted, [&](const auto& key) {
            return events::check_served(fetch, key.renamed(key.name() + suffix).vkey(),
                                        [&] { return (*client)->get(seals); });
        });
        if (!checked) return tell(checked.error());
        checked->ledger = ledger;
        const int status = report(*checked);
        const auto enough = witnesses_of(policy, note);
        return enough ? status : tell(enough.error());
    };
    // The ledgers share one key; each signs under its own name.
    int status = verify(events::Ledger::main, "/log/", "");
    status |= verify(events::Ledger::access, "/log/access/", "/access");
    return status;
}

// The whole file as memory that the kernel reads in as it is needed.
class Mapped {
public:
    explicit Mapped(const std::filesystem::path& path)
        : file_(path, O_RDONLY), size_(std::filesystem::file_size(path)) {
        if (size_ == 0) return;
        bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_.descriptor(), 0);
        if (bytes_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), path.string());
    }
    ~Mapped() {
        if (size_ > 0) ::munmap(bytes_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    std::string_view view() const { return {static_cast<const char*>(bytes_), size_}; }

private:
    events::File file_;
    std::size_t size_;
    void* bytes_ = nullptr;
};

int verify_package(const VerifyOptions& options, const Policy& policy, std::string_view archive) {
    const auto trusted = options.vkey ? trusted_keys(options) : std::vector<events::merkle::NoteVerifier>();
    if (!trusted) return tell(trusted.error());
    const auto checked =
        trusted->empty()
            ? events::package::check_package(archive, std::nullopt)
            : with_any(*trusted, [&](const auto& key) { return events::package::check_package(archive, key.vkey()); });
    if (!checked) return tell(checked.error());
    for (const auto& violation : checked->violations) std::cerr << options.target << ": " << violation << "\n";
    const auto enough = checked->violations.empty() ? witnesses_of(policy, checked->checkpoint) : Outcome();
    const bool holds = checked->violations.empty() && enough;
    const auto& counted = checked->counted;
    std::cerr << checked->scope << ", " << checked->origin << (checked->simulated ? " (DỮ LIỆU MÔ PHỎNG)" : "") << ": "
              << counted.records << " bản ghi / records, " << counted.parts_shown << " phần nội dung / parts, "
              << counted.parts_withheld << " không cung cấp / withheld, " << counted.parts_erased
              << " đã xóa / erased; nhật ký / log " << checked->size << " " << events::hex(checked->root) << ": "
              << (holds ? "ĐẠT / OK" : "KHÔNG ĐẠT / FAILED") << "\n";
    if (!enough) tell(enough.error());
    if (!options.vkey) {
        std::cerr << "Khóa trong gói chưa được đối chiếu; hãy nêu --vkey. / The key in the package was compared with "
                     "none; give --vkey.\n";
    }
    return holds ? 0 : 1;
}

int verify_receipt(const VerifyOptions& options, const Policy& policy, std::string_view text) {
    if (!options.vkey) {
        return tell(invalid_field("", "Cần --vkey: biên nhận không mang theo khóa của nhật ký.",
                                  "--vkey is needed: a receipt does not carry the log's key."));
    }
    const auto trusted = trusted_keys(options);
    if (!trusted) return tell(trusted.error());
    const auto receipt = events::merkle::parse_receipt(text);
    if (!receipt) return tell(receipt.error());
    if (receipt->extra.empty()) {
        return tell(invalid_field("", "Biên nhận này không kèm bản ghi nên không biết nó chứng nhận điều gì.",
                                  "This receipt comes without its record, so there is nothing it could vouch for."));
    }
    const auto record = events::decode_record(receipt->extra);
    if (!record) return tell(record.error());
    const auto leaf = events::merkle::leaf_hash(receipt->extra);
    const auto checkpoint =
        with_any(*trusted, [&](const auto& key) { return events::merkle::check_receipt(*receipt, leaf, key); });
    if (!checkpoint) return tell(checkpoint.error());
    if (const auto enough = witnesses_of(policy, receipt->checkpoint); !enough) return tell(enough.error());
    if (record->origin != checkpoint->origin || record->position.value != receipt->index) {
        return tell({"proof-invalid",
                     "",
                     "",
                     "Bản ghi không tự nhận là ở vị trí này của nhật ký.",
                     "The record does not say that it stands at this place of this log.",
                     {}});
    }
    std::cerr << record->origin << ": bản ghi số / position " << receipt->index << ", " << record->type << ", "
              << record->actor.str() << ", " << record->recorded_at.rfc3339() << "; nhật ký / log " << checkpoint->size
              << " " << events::hex(checkpoint->root) << ": ĐẠT / OK\n";
    return 0;
}

int verify_completeness(const VerifyOptions& options, const Policy& policy, std::string_view text) {
    if (!options.vkey) {
        return tell(invalid_field("", "Cần --vkey: bằng chứng không mang theo khóa của nhật ký.",
                                  "--vkey is needed: the proof does not carry the log's key."));
    }
    const auto trusted = trusted_keys(options);
    if (!trusted) return tell(trusted.error());
    const auto proof = events::parse_completeness(text);
    if (!proof) return tell(proof.error());
    // The ledgers share one key; whose proof it is, its checkpoint says.
    const bool is_access = proof->checkpoint.starts_with(trusted->front().name() + "/access\n");
    const auto complete = with_any(*trusted, [&](const auto& key) {
        return events::check_completeness(*proof, is_access ? key.renamed(key.name() + "/access") : key);
    });
    if (!complete) return tell(complete.error());
    if (const auto enough = witnesses_of(policy, proof->checkpoint); !enough) return tell(enough.error());
    std::cerr << complete->origin << ": " << complete->name << ": " << complete->count
              << " sự kiện, đầy đủ / events, complete; " << complete->sealed
              << " đã niêm phong / sealed; nhật ký / log " << complete->size << " " << events::hex(complete->root)
              << ": ĐẠT / OK\n";
    return 0;
}

int verify_file(const VerifyOptions& options, const Policy& policy) {
    const Mapped file(options.target);
    if (file.view().starts_with(events::kCompletenessTitle)) return verify_completeness(options, policy, file.view());
    if (file.view().starts_with(events::merkle::kReceiptTitle)) return verify_receipt(options, policy, file.view());
    return verify_package(options, policy, file.view());
}

}  // namespace

int log_verify(const VerifyOptions& options) {
    const bool url = options.target.find("://") != std::string::npos;
    Policy policy;
    if (options.policy) {
        auto read = events::WitnessPolicy::parse(events::read_file(*options.policy).value_or(""));
        if (!read) return tell(read.error());
        policy = *std::move(read);
    }
    if (url) return verify_url(options, policy);
    return std::filesystem::is_regular_file(options.target) ? verify_file(options, policy) : verify_directory(options);
}

int log_vkey(const std::filesystem::path& data) {
    const auto vkey = events::read_vkey(data);
    if (!vkey) return tell(vkey.error());
    std::cout << *vkey << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
