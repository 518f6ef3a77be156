// C2SP tlog-witness v1.0.0: remembers the newest checkpoint of every log it knows, and cosigns another only if the log
// proves that it was merely appended to. Whoever runs one for somebody else's log keeps that log from showing different
// histories to different readers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/files.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/cosignature.hpp"
#include "events/result.hpp"

namespace minhbach::events {

// The folder of a witness, mode 0700: its key, and the newest checkpoint of each log, cosigned, in a file named after
// the SHA-256 of the log's origin. Refuses a folder that exists and is no witness's, one that others may read
// (`directory-exposed`), and a name that is not one. Creates it, with a new key, if it does not exist.
Result<merkle::Cosigner> open_witness_key(const std::filesystem::path& directory, const std::string& name);

// What is answered over HTTP.
struct WitnessAnswer {
    int status = 200;
    std::string media_type = "text/plain; charset=utf-8";
    std::string body;
};

// The body of POST /add-checkpoint: "old <size>", a consistency proof, an empty line, the checkpoint. `note` is part of
// the text; nothing has been verified of it.
struct CosigningAsked {
    std::uint64_t old = 0;
    std::vector<Hash> path;
    std::string_view note;
};
std::optional<CosigningAsked> parse_cosigning(std::string_view request);

// Thread-safe. Throws std::system_error if the folder cannot be read or written; nothing is cosigned then.
class Witness {
public:
    // Several keys of one name are those of one log that went over to another key; any of them may have signed.
    // Refuses a folder with a checkpoint that its log did not sign (`proof-invalid`), and one that another process
    // holds (`directory-held`).
    static Result<std::unique_ptr<Witness>> open(const std::filesystem::path& directory, merkle::Cosigner cosigner,
                                                 std::vector<merkle::NoteVerifier> logs,
                                                 const Files& files = Files::real());

    // What is cosigned is durable before it is returned.
    WitnessAnswer add_checkpoint(std::string_view request, std::uint64_t now_seconds);
    // GET /<SHA-256 of the origin, hexadecimal>/checkpoint: the newest, with the cosignature.
    std::optional<std::string> checkpoint(std::string_view origin_hash) const;

private:
    struct Log {
        std::vector<merkle::NoteVerifier> keys;
        std::uint64_t size;
        Hash root;
        std::string note;  // cosigned; empty: none yet
    };
    Witness(std::filesystem::path directory, merkle::Cosigner cosigner, const Files& files);

    std::filesystem::path directory_;
    File lock_;
    merkle::Cosigner cosigner_;
    const Files& files_;
    mutable std::mutex mutex_;
    std::map<std::string, Log, std::less<>> logs_;  // by origin
};

}  // namespace minhbach::events
