#include "events/record.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "events/merkle/hash.hpp"

namespace minhbach::events {
namespace {

template <std::size_t Size>
std::array<std::uint8_t, Size> counting(std::uint8_t from) {
    std::array<std::uint8_t, Size> bytes;
    for (auto& byte : bytes) byte = from++;
    return bytes;
}

Record full_record() {
    Record record;
    record.origin = "minhbach.example/2023";
    record.position = {70'000};
    record.stream = Stream::of("dossier", "2023-P000123");
    record.revision = {23};
    record.id = {counting<16>(0)};
    record.type = "rating.decided";
    record.schema = 1;
    record.actor = PersonCode::of("P000009");
    record.capacity = "IN_OFFICE";
    record.entered_by = PersonCode::of("P000011");
    record.authority = "MD-0042";
    record.subjects = {{PersonCode::of("P000123"), 24}, {PersonCode::of("P000124"), 0}};
    record.actor_number = 255;
    record.recorded_at = Time::from_millis(1'701'137'400'000);
    record.effective = Date::of("2023-11-30");
    record.decided_at = Time::from_millis(-1);
    record.causation = EventId{counting<16>(16)};
    record.correlation = {counting<16>(32)};
    record.key_hash = counting<32>(64);
    record.fingerprint = counting<32>(96);
    record.commitments = {counting<32>(128), counting<32>(160)};
    return record;
}

Record small_record() {
    Record record;
    record.origin = "minhbach.example/2023/access";
    record.stream = Stream::of("access", "P000009");
    record.type = "dossier.viewed";
    record.actor = PersonCode::of("P000009");
    record.commitments = {Hash{}};
    return record;
}

std::string from_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

// "name value" lines.
std::string golden(const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/golden/record.txt");
    std::string key;
    std::string value;
    while (file >> key >> value) {
        if (key == name) return value;
    }
    return "";
}

TEST(Record, HasItsGoldenBytes) {
    EXPECT_EQ(hex(encode(full_record())), golden("full-record"));
    EXPECT_EQ(hex(merkle::leaf_hash(encode(full_record()))), golden("full-leaf"));
    EXPECT_EQ(hex(encode(small_record())), golden("small-record"));
    EXPECT_EQ(hex(merkle::leaf_hash(encode(small_record()))), golden("small-leaf"));
}

TEST(Record, IsReadBackFromItsGoldenBytes) {
    EXPECT_EQ(decode_record(from_hex(golden("full-record"))).value(), full_record());
    EXPECT_EQ(decode_record(from_hex(golden("small-record"))).value(), small_record());
}

TEST(Record, WritesEveryNumberInItsShortestForm) {
    for (const std::uint64_t value : {0ull, 23ull, 24ull, 255ull, 256ull, 65'535ull, 65'536ull, 0xffff'ffffull,
                                      0x1'0000'0000ull, 0xffff'ffff'ffff'ffffull}) {
        auto record = full_record();
        record.position = {value};
        const auto decoded = decode_record(encode(record));
        ASSERT_TRUE(decoded) << value;
        EXPECT_EQ(decoded->position.value, value);
    }
    for (const std::int64_t millis : {INT64_MIN, std::int64_t{-25}, std::int64_t{-24}, std::int64_t{0}, INT64_MAX}) {
        auto record = full_record();
        record.recorded_at = Time::from_millis(millis);
        EXPECT_EQ(decode_record(encode(record)).value().recorded_at.millis(), millis);
    }
}

TEST(Record, RefusesWhatEncodingWouldNotHaveWritten) {
    const auto bytes = encode(full_record());
    EXPECT_FALSE(decode_record(""));
    EXPECT_FALSE(decode_record(bytes + '\0'));
    EXPECT_FALSE(decode_record(bytes.substr(0, bytes.size() - 1)));
    // The version as 0x18 0x01 instead of 0x01: a longer form of the same number.
    EXPECT_FALSE(decode_record(bytes.substr(0, 1) + "\x18\x01" + bytes.substr(2)));
    // An array of indefinite length.
    EXPECT_FALSE(decode_record("\x9f" + bytes.substr(1) + "\xff"));
    // Subjects out of order.
    auto record = full_record();
    auto swapped = bytes;
    const auto first = swapped.find("P000123", swapped.find("MD-0042"));
    swapped.replace(first, 7, "P000125");
    EXPECT_FALSE(decode_record(swapped));
    record.commitments.clear();
    EXPECT_THROW(encode(record), std::logic_error);
}

TEST(Record, HoldsCodesOnly) {
    const auto refused = [](auto change) {
        auto record = full_record();
        change(record);
        EXPECT_THROW(require_encodable(record), std::logic_error);
    };
    refused([](Record& r) { r.capacity = "Chủ tịch"; });
    refused([](Record& r) { r.authority = "two words"; });
    refused([](Record& r) { r.type = ""; });
    refused([](Record& r) { r.origin = "with+plus"; });
    refused([](Record& r) { r.stream = Stream::of("Dossier", "1"); });
    refused([](Record& r) { r.stream = Stream::of("dossier", ""); });
    refused([](Record& r) { r.stream = Stream::of("dossier", "a//b"); });
    refused([](Record& r) { r.actor = PersonCode(); });
    refused([](Record& r) { r.subjects = {{PersonCode::of("B"), 0}, {PersonCode::of("A"), 0}}; });
    refused([](Record& r) { r.subjects = {{PersonCode::of("A"), 0}, {PersonCode::of("A"), 1}}; });
}

// Whatever the decoder accepts, the encoder writes again byte for byte: there is one encoding of every record.
TEST(Record, MutatedBytesAreNeverAcceptedInAnotherForm) {
    std::mt19937_64 random(1);
    const std::string seeds[] = {encode(full_record()), encode(small_record())};
    std::size_t accepted = 0;
    for (int round = 0; round < 200'000; ++round) {
        auto bytes = seeds[random() % 2];
        for (auto changes = 1 + random() % 3; changes > 0 && !bytes.empty(); --changes) {
            const auto at = random() % bytes.size();
            switch (random() % 4) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.erase(at, 1 + random() % 8);
                    break;
                case 2:
                    bytes.insert(at, 1, static_cast<char>(random()));
                    break;
                default:
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
                    break;
            }
        }
        const auto decoded = decode_record(bytes);
        if (!decoded) continue;
        ++accepted;
        ASSERT_EQ(encode(*decoded), bytes) << hex(bytes);
    }
    EXPECT_GT(accepted, 1000u);  // changed digits of codes and hashes are records too
}

TEST(EventId, IsALowerCaseUuid) {
    const EventId id{counting<16>(0xf0)};
    EXPECT_EQ(id.str(), "f0f1f2f3-f4f5-f6f7-f8f9-fafbfcfdfeff");
    EXPECT_EQ(EventId::parse(id.str()).value(), id);
    EXPECT_FALSE(EventId::parse("F0F1F2F3-f4f5-f6f7-f8f9-fafbfcfdfeff"));
    EXPECT_FALSE(EventId::parse("f0f1f2f3f4f5-f6f7-f8f9-fafbfcfdfeff-"));
    EXPECT_FALSE(EventId::parse(""));
    EXPECT_FALSE(EventId::parse(id.str() + "0"));
}

TEST(Stream, HasACategoryAndAnId) {
    const auto stream = Stream::parse("dossier/2023-P000123").value();
    EXPECT_EQ(stream.category(), "dossier");
    EXPECT_EQ(stream.id(), "2023-P000123");
    EXPECT_EQ(Stream::parse("work/unit/U1").value().id(), "unit/U1");
    for (const auto* bad :
         {"", "dossier", "/x", "dossier/", "Dossier/1", "dossier/a b", "dossier/a/", "dossier/\xc4\x91"}) {
        EXPECT_FALSE(Stream::parse(bad)) << bad;
    }
    EXPECT_FALSE(Stream::parse("dossier/" + std::string(65, 'a')));
}

}  // namespace
}  // namespace minhbach::events
