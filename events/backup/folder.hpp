// The folder of a backup: `manifests/`, `segments/`, `attachments/`, `witnessed/`, and `lock`. What the newest manifest
// does not name is left over from a run that was interrupted.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/backup/manifest.hpp"
#include "events/backup/segment.hpp"
#include "events/files.hpp"

namespace minhbach::events::backup {

class Folder {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}

    // True if a backup was begun here or is whole here.
    bool is_one() const;
    // Makes what is missing; refuses (`backup-foreign`) a folder that holds something else.
    Outcome prepare() const;
    // This process's until the file is closed; refuses (`directory-held`) while another has it.
    Result<File> hold() const;

    // The manifest of the newest run; nothing before the first. Refuses one that is damaged or of another log, and
    // (`backup-damaged`) a folder that lacks a file it names, or has one of another length.
    Result<std::optional<Manifest>> newest(std::span<const merkle::NoteVerifier> keys) const;
    // What the newest manifest says of itself, unverified: to find the key that it must be signed with.
    std::optional<std::string> origin() const;
    // The bytes of a file, which must be those the manifest names: refuses `backup-damaged`.
    Result<std::string> read(const KeptFile& file) const;

    // Writes beside, syncs, renames, drops what the kernel remembers, and reads back what the disk holds.
    KeptFile write(const std::string& name, std::string_view bytes) const;
    void write_manifest(std::uint64_t run, std::string_view note) const;
    // Removes what the manifest does not name, but for older manifests.
    void tidy(const std::optional<Manifest>& manifest) const;

    const std::filesystem::path& path() const { return path_; }

private:
    std::uint64_t newest_run() const;  // 0 before the first

    std::filesystem::path path_;
};

// The segments of a ledger in order; refuses (`backup-damaged`) gaps, overlaps, and an end other than the moment's.
Result<std::vector<KeptFile>> segments_of(const Manifest& manifest, Ledger ledger);

}  // namespace minhbach::events::backup
