// The audit package: a part of the log that leaves the house and proves itself. Records with the payloads that may be
// shown, one inclusion proof for all of them together, the checkpoint they are proven against, the key, the rulebooks,
// and a manifest with the SHA-256 of every file, signed with the log's key. LOG_FORMAT.md section 7 has the bytes; a
// reader needs nothing but a ZIP reader, SHA-256, Ed25519 and CBOR.
//
// The same contents at the same checkpoint give the same bytes, whenever and by whomever they are written.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "events/log.hpp"
#include "events/package/archive.hpp"

namespace minhbach::events::package {

// What a package is about, as its manifest names it: "person/P0001", "unit/51-S05", "cycle/2023".
using Scope = std::string;

struct Contents {
    Scope scope;
    Checkpoint checkpoint;            // a published one; the package speaks of positions below its size
    std::vector<Position> positions;  // ascending, without repeats
    // Whether a part of an event is shown; a part that is not is named as withheld.
    std::function<bool(const Stored&, std::size_t part)> shows;
    std::vector<PersonCode> complete_subjects;                   // about whom nothing may be missing
    std::vector<std::pair<std::string, std::string>> rulebooks;  // hash and what it is of
    // Files that shown events name, and how to read one: piece by piece, nothing after the last.
    std::vector<AttachmentId> attachments;
    std::function<std::string(const AttachmentId&, std::uint64_t piece)> attachment_piece;
    std::function<std::string(const Stored&, const std::vector<bool>& shown)> index_row;  // one row of the index
    std::string index_head, index_foot;
    std::string read_me;
    bool simulated = false;
};

struct Written {
    std::uint64_t records = 0;
    std::uint64_t parts_shown = 0;
    std::uint64_t parts_withheld = 0;
    std::uint64_t parts_erased = 0;
};

// Gives the signed note of a text. The text begins with a line that no checkpoint begins with.
using Sign = std::function<std::string(std::string_view text)>;
// Told now and then how many records are written.
using Progress = std::function<void(std::uint64_t records)>;

// Writes the package to a new file. Throws std::system_error for the disk, std::length_error for a package that would
// pass the limits of the container, std::logic_error for contents that do not fit the log.
Written write_package(const Log& log, const Contents& contents, const Sign& sign, const std::filesystem::path& file,
                      const Progress& progress);

struct PackageReport {
    std::string origin;
    std::string vkey;
    Scope scope;
    bool simulated = false;
    std::uint64_t size = 0;  // of the log
    Hash root{};
    std::string checkpoint;  // the signed note, with the cosignatures it left the house with
    Written counted;
    std::vector<std::string> violations;  // empty: every byte is what the log's key signed, and everything fits
};

// Checks a package offline. With `vkey` the key inside must be that one; without it the package proves only that it is
// of one piece. Refuses what is not a package at all; a package with anything wrong has violations.
Result<PackageReport> check_package(std::string_view archive, const std::optional<std::string>& vkey);

constexpr std::string_view kManifestTitle = "minhbach package v1";

}  // namespace minhbach::events::package
