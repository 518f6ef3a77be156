#include "events/record_sequence.hpp"

namespace minhbach::events {

void RecordSequence::Numbered::add(Position position) {
    ++count;
    // splitmix64 over the chain: enough to tell a wrong index from a right one, not a proof.
    auto mixed = positions * 0x9e37'79b9'7f4a'7c15 + position.value + 1;
    mixed = (mixed ^ mixed >> 30) * 0xbf58'476d'1ce4'e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d0'49bb'1331'11eb;
    positions = mixed ^ mixed >> 31;
}

std::optional<Record> RecordSequence::take(std::string_view bytes, CheckReport& report) {
    const Position here{next_++};
    auto decoded = decode_record(bytes);
    if (!decoded) {
        report.add("I2", here, "not a record: " + decoded.error().detail_en);
        return std::nullopt;
    }
    auto& record = *decoded;
    if (record.position != here)
        report.add("I2", here, "the record names position " + std::to_string(record.position.value));
    if (record.origin != origin_) report.add("I2", here, "the record is of another log: " + record.origin);
    const auto number = [&](ByName& names, const std::string& name, std::uint64_t given, const char* invariant,
                            const char* what) {
        auto& numbered = names[name];
        if (given != numbered.count) {
            report.add(invariant, here,
                       std::string(what) + " " + name + " has number " + std::to_string(given) + " where " +
                           std::to_string(numbered.count) + " is due");
        }
        numbered.add(here);
    };
    number(streams_, record.stream.name(), record.revision.value, "I3", "stream");
    number(actors_, record.actor.str(), record.actor_number, "numbers", "actor");
    for (const auto& subject : record.subjects)
        number(subjects_, subject.subject.str(), subject.number, "numbers", "subject");
    if (record.recorded_at < recorded_at_) report.add("I2", here, "recorded before its predecessor");
    recorded_at_ = record.recorded_at;
    return std::move(record);
}

}  // namespace minhbach::events
