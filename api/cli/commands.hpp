// What the subcommands do once their options are read. Each returns the exit status and explains itself on standard
// error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "api/cli/listen.hpp"
#include "events/result.hpp"

namespace minhbach::api::cli {

// Tells a refusal on standard error, Vietnamese first, with everything in `more`; returns 1.
int tell(const Refusal& refusal);

struct InitOptions {
    std::filesystem::path data;
    std::string origin;
    std::filesystem::path units;
    std::string administrator;
    std::optional<std::string> signing_token;  // PKCS#11 URI of the key; else a new one in a file
};
int init(const InitOptions& options);

struct DemoOptions {
    std::filesystem::path data;
    int people = 2000;
    std::uint64_t seed = 1;
    bool cases = false;
};
int demo(const DemoOptions& options);

// Whether a rulebook's document is sound; prints its id and hash.
int rules_check(const std::filesystem::path& file);

struct CompareOptions {
    std::filesystem::path data;
    std::string first, second;  // ids of the program's rulebooks, or files
    std::string cycle;
};
// Whose level would differ in a cycle under two rulebooks and by which clauses: a line of JSON for each dossier that
// somebody has judged. Nothing is written; may run beside a server.
int rules_compare(const CompareOptions& options);

struct ServeOptions {
    std::filesystem::path data;
    ListenOptions listen{"127.0.0.1:8080", {}, {}, {}, {}};
    std::optional<std::filesystem::path> policy;  // of witnesses (C2SP tlog-policy)
    bool require_quorum = false;
    std::vector<std::string> webhook_to;  // "host:port": where events may be sent
    int webhook_attempts = 12;
    double webhook_wait = 5;     // seconds after the first failure
    double progress_every = 15;  // seconds
    int streams = 64;
    // That answer; those who go through many rows have two of their own (routes/house.hpp).
    int threads = std::thread::hardware_concurrency() >= 2 ? 2 : 1;
    std::uint64_t scrub_rate = 4;        // MB/s; 0: never
    std::uint64_t scrub_every = 86'400;  // seconds
    std::optional<std::string> openid_issuer;
    std::string openid_client;
    std::optional<std::filesystem::path> openid_secret;  // file, readable by the owner alone
    std::string openid_claim = "preferred_username";
    std::string public_url;
    int idle_minutes = 30, session_minutes = 600, proof_minutes = 10;
    std::optional<std::filesystem::path> signature_authorities;  // directory of certificates
    double requests_per_second = 1'000;                          // of each client; five times as many at once
};
int serve(const ServeOptions& options);

struct WitnessOptions {
    std::filesystem::path data;
    std::string name;
    std::filesystem::path logs;  // verifier keys of the logs it witnesses, one a line
    ListenOptions listen{"127.0.0.1:8081", {}, {}, {}, {}};
};
int witness(const WitnessOptions& options);

// A slip for the person's account: how the first administrator comes in, and whoever has nobody to ask.
int account_slip(const std::filesystem::path& data, const std::string& person);

struct ImportOptions {
    std::filesystem::path data;
    std::filesystem::path file;
    std::string as;
    bool dry_run = false;
    std::optional<std::string> differences_seen;
};
int import_roster(const ImportOptions& options);

struct TokenOptions {
    std::filesystem::path data;
    std::optional<std::string> role;
    std::optional<std::string> person;
    int days = 30;
    std::optional<std::filesystem::path> certificate;  // of a machine that comes with it instead of a token
};
int token(const TokenOptions& options);

struct VerifyOptions {
    std::string target;  // a directory, a URL, an audit package or a receipt
    std::optional<std::string> vkey;
    std::optional<std::string> token;
    std::optional<std::filesystem::path> keys;    // a chain from `vkey` on
    std::optional<std::filesystem::path> policy;  // the witnesses enough of which must have cosigned
    bool tree_only = false;  // of a directory: the records against the newest checkpoint, nothing else
    unsigned threads = 2;    // that hash them
};
int log_verify(const VerifyOptions& options);
struct ExportOptions {
    std::filesystem::path data;
    std::optional<std::string> unit, person, cycle;  // exactly one
    std::filesystem::path out;
    std::optional<std::uint64_t> size;  // of an earlier checkpoint
    std::string purpose;
};
int export_package(const ExportOptions& options);

struct BackupOptions {
    std::filesystem::path data, to;
    std::optional<std::filesystem::path> vault;
};
int backup(const BackupOptions& options);

struct RestoreOptions {
    std::filesystem::path from, vault, to;
    std::optional<std::string> until;           // a position or a time
    std::optional<std::filesystem::path> data;  // the directory of the lost store
    std::vector<std::filesystem::path> not_behind;
    std::optional<std::filesystem::path> policy;  // of witnesses to be asked
    std::optional<std::string> go_behind;         // why
};
int restore(const RestoreOptions& options);

int log_scrub(const std::filesystem::path& data, std::uint64_t megabytes_per_second);

struct RepairOptions {
    std::filesystem::path data, from;
    std::optional<std::filesystem::path> vault;
};
int log_repair(const RepairOptions& options);

int log_vkey(const std::filesystem::path& data);
// To a new key in a file, or to the one in a PKCS#11 token that the URI names.
int key_rotate(const std::filesystem::path& data, const std::optional<std::string>& signing_token);

int projection_rebuild(const std::filesystem::path& data);

// The list of dependencies lies beside the program where it was built, and in share/minhbach where it was installed.
int version(bool lists_dependencies);

}  // namespace minhbach::api::cli
