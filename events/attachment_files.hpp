// Attachments as files of a directory: one folder each, one file for a piece. LOG_FORMAT.md section 8.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>

#include "events/attachments.hpp"
#include "events/vault.hpp"

namespace minhbach::events {

class AttachmentFiles : public Attachments {
public:
    // `vault` must outlive this. `is_short_of_space` is asked before bytes are written.
    AttachmentFiles(std::filesystem::path directory, Vault& vault,
                    std::function<bool(std::size_t bytes)> is_short_of_space, const Files& files = Files::real())
        : directory_(std::move(directory)),
          vault_(vault),
          is_short_of_space_(std::move(is_short_of_space)),
          files_(files) {}

    Result<AttachmentId> begin(const std::optional<PersonCode>& subject) override;
    Outcome put(const AttachmentId& id, std::uint64_t number, std::string_view bytes) override;
    Result<Whole> finish(const AttachmentId& id) override;
    Result<Whole> look(const AttachmentId& id) const override;
    Result<std::string> piece(const AttachmentId& id, std::uint64_t number) const override;

private:
    struct Head {
        std::optional<PersonCode> subject;
    };
    std::filesystem::path folder(const AttachmentId& id) const { return directory_ / id.str(); }
    std::optional<Head> head(const AttachmentId& id) const;
    std::uint64_t count(const AttachmentId& id) const;

    const std::filesystem::path directory_;
    Vault& vault_;
    const std::function<bool(std::size_t)> is_short_of_space_;
    const Files& files_;
    std::mutex mutex_;  // one piece at a time
};

// Removes every file about a person whose key was destroyed: nobody can read them any more, but the digest of the plain
// bytes beside them would still tell a guess from another.
void remove_attachments_of(const std::filesystem::path& directory, const PersonCode& person);

}  // namespace minhbach::events
