// Files that acts rest on: scans, products, evidence. The bytes lie sealed beside the log (events/attachments.hpp);
// the event that names them comes after they are durable.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "events/vocabulary/text.hpp"

namespace minhbach {

struct AttachmentStored {
    static constexpr std::string_view kType = "attachment.stored";
    AttachmentId attachment;
    std::optional<PersonCode> person;  // whom the file is about: sealed under that person's key
    Label name;                        // of the file, as it was handed in
    Label media_type;
    std::int64_t bytes = 0;
    Digest digest;  // of the plain bytes
    friend bool operator==(const AttachmentStored&, const AttachmentStored&) = default;
};
BOOST_DESCRIBE_STRUCT(AttachmentStored, (), (attachment, person, name, media_type, bytes, digest))

}  // namespace minhbach
