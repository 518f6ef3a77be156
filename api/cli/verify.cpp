#include <filesystem>
#include <iostream>

#include "api/cli/commands.hpp"
#include "api/http/client.hpp"
#include "events/check.hpp"
#include "events/merkle/note.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "events/tile_verifier.hpp"

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
    auto log = events::open_store_read_only(options.target);
    if (!log) return tell(log.error());
    if (options.vkey && (*log)->vkey() != *options.vkey) {
        return tell({"proof-invalid",
                     "",
                     "",
                     "Khóa của dữ liệu không phải khóa đã nêu.",
                     "The store's key is not the one given.",
                     {}});
    }
    int status = 0;
    for (const auto ledger : {events::Ledger::main, events::Ledger::access})
        status |= report(events::check(**log, ledger));
    return status;
}

int verify_url(const VerifyOptions& options) {
    if (!options.vkey) {
        return tell(invalid_field("", "Cần --vkey: khóa tin cậy không thể lấy từ chính máy chủ được kiểm chứng.",
                                  "--vkey is needed: the key to trust cannot come from the server under test."));
    }
    const auto verifier = events::merkle::NoteVerifier::parse(*options.vkey);
    if (!verifier) return tell(verifier.error());
    auto client = http::Client::to(options.target, options.token);
    if (!client) return tell(client.error());
    const auto verify = [&](events::Ledger ledger, const std::string& prefix, const std::string& vkey) {
        auto checked =
            events::check_served([&](const std::string& path) { return (*client)->get(prefix + path); }, vkey);
        if (!checked) return tell(checked.error());
        checked->ledger = ledger;
        return report(*checked);
    };
    // The ledgers share one key; each signs under its own name.
    const auto of_access = verifier->renamed(verifier->name() + "/access");
    int status = verify(events::Ledger::main, "/log/", verifier->vkey());
    status |= verify(events::Ledger::access, "/log/access/", of_access.vkey());
    return status;
}

}  // namespace

int log_verify(const VerifyOptions& options) {
    const bool url = options.target.find("://") != std::string::npos;
    return url ? verify_url(options) : verify_directory(options);
}

int log_vkey(const std::filesystem::path& data) {
    const auto vkey = events::read_vkey(data);
    if (!vkey) return tell(vkey.error());
    std::cout << *vkey << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
