#include "api/follow/cloud_event.hpp"

#include "events/merkle/tree.hpp"

namespace minhbach::api::follow {
namespace {

constexpr std::size_t kSequenceDigits = 20;

std::string padded(std::uint64_t number) {
    auto digits = std::to_string(number);
    return std::string(kSequenceDigits - digits.size(), '0') + digits;
}

RecordData data_of(const events::Record& record) {
    RecordData data;
    data.actor = record.actor;
    data.actor_number = std::to_string(record.actor_number);
    data.authority = record.authority;
    data.capacity = record.capacity;
    if (record.causation) data.causation = record.causation->str();
    for (const auto& commitment : record.commitments) data.commitments.push_back(events::hex(commitment));
    data.correlation = record.correlation.str();
    data.decided_at = record.decided_at;
    data.effective = record.effective;
    data.entered_by = record.entered_by;
    data.position = std::to_string(record.position.value);
    data.revision = std::to_string(record.revision.value);
    data.schema = std::to_string(record.schema);
    for (const auto& [subject, number] : record.subjects) {
        data.subjects.push_back(subject);
        data.subject_numbers.push_back(std::to_string(number));
    }
    return data;
}

}  // namespace

CloudEvent cloud_event(const events::Record& record, std::string_view cbor) {
    CloudEvent event;
    event.id = record.id.str();
    event.source = record.origin;
    event.type = record.type;
    event.subject = record.stream.name();
    event.time = record.recorded_at.rfc3339();
    event.sequence = padded(record.position.value);
    event.streamrevision = std::to_string(record.revision.value);
    event.leafhash = events::hex(events::merkle::leaf_hash(cbor));
    event.data = data_of(record);
    return event;
}

}  // namespace minhbach::api::follow
