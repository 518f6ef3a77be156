// A record as a CloudEvent 1.0 (structured mode, JSON). It holds what the record holds: codes, times, numbers and
// commitments, never a payload, so nothing personal leaves with it. The two hashes that make repeating a command safe
// are left out: the one of the request is over its plain body, and a body that is a level is guessed in four tries.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/record.hpp"

namespace minhbach::api::follow {

// The members of a record. Numbers that may pass 2^53 are decimal text, so that the JSON may be hashed (RFC 8785).
struct RecordData {
    PersonCode actor;
    std::string actor_number;
    std::string authority;
    std::string capacity;
    std::optional<std::string> causation;
    std::vector<std::string> commitments;  // hexadecimal
    std::string correlation;
    std::optional<Time> decided_at;
    std::optional<Date> effective;
    std::optional<PersonCode> entered_by;
    std::string position;
    std::string revision;
    std::string schema;
    std::vector<std::string> subject_numbers;  // of the subjects, in their order
    std::vector<PersonCode> subjects;
};
BOOST_DESCRIBE_STRUCT(RecordData, (),
                      (actor, actor_number, authority, capacity, causation, commitments, correlation, decided_at,
                       effective, entered_by, position, revision, schema, subject_numbers, subjects))

// Attributes and extensions (names in lower case, as the specification asks).
struct CloudEvent {
    std::string specversion = "1.0";
    std::string id;       // of the event: with `source` it names it for ever
    std::string source;   // origin of the ledger
    std::string type;     // "rating.decided"
    std::string subject;  // the stream: "dossier/2023.P0001"
    std::string time;     // when it was recorded, RFC 3339
    std::string datacontenttype = "application/json";
    std::string sequence;        // position, 20 digits: ordered as text
    std::string streamrevision;  // decimal
    std::string leafhash;        // SHA-256(00 ‖ record), hexadecimal
    RecordData data;
};
BOOST_DESCRIBE_STRUCT(CloudEvent, (),
                      (specversion, id, source, type, subject, time, datacontenttype, sequence, streamrevision,
                       leafhash, data))

// `cbor` is the record as it is hashed.
CloudEvent cloud_event(const events::Record& record, std::string_view cbor);

}  // namespace minhbach::api::follow
