// A file is handed in: its bytes lie finished beside the log, the event gives them a name and says whom they are about.
#pragma once

#include <optional>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::attachment {

struct Attachment {
    std::optional<AttachmentStored> stored;
    bool exists() const { return stored.has_value(); }
    void apply(const events::Recorded& recorded);
};

// By the person it is about, by whoever may assign work to that person, comment on, propose, decide or record about or
// transcribe for that person; about nobody: by whoever keeps records or transcribes somewhere. `bytes` and `digest` are
// those of the finished file: the door computes them, nobody types them.
struct StoreAttachment {
    AttachmentId attachment;
    std::optional<PersonCode> person;
    Label name;
    Label media_type;
    std::int64_t bytes = 0;
    Digest digest;
};

// Refuses `not-competent`, `invalid-field` (media type), `classified-refused` (a secrecy mark in the name),
// `already-exists`.
Decision decide(Past& past, const Acting& acting, const StoreAttachment& command);

}  // namespace minhbach::services::attachment
