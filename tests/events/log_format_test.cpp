// LOG_FORMAT.md against the code: a reader who has only the document must get the same bytes.
#include <gtest/gtest.h>

#include <regex>

#include "events/files.hpp"
#include "events/record.hpp"

namespace minhbach::events {
namespace {

std::string document() {
    return *read_file(SOURCE_DIR "/LOG_FORMAT.md");
}

// The hexadecimal text that follows `name` in the block of golden bytes, its lines joined.
std::string golden(const std::string& name) {
    const auto text = document();
    const auto from = text.find("\n" + name + " ", text.find("**Golden bytes**"));
    std::string hexadecimal;
    for (auto at = from + 1 + name.size(); at < text.size(); ++at) {
        const char c = text[at];
        const bool goes_on = c == ' ' || (c == '\n' && text[at + 1] == ' ');
        if (goes_on) continue;
        if (c == '\n') break;
        hexadecimal += c;
    }
    return hexadecimal;
}

std::string from_hex(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16)));
    return bytes;
}

TEST(LogFormat, ItsGoldenRecordIsOneAndHasItsLeafHash) {
    const auto bytes = from_hex(golden("record"));
    const auto record = decode_record(bytes);
    ASSERT_TRUE(record) << record.error().detail_en;
    EXPECT_EQ(encode(*record), bytes);
    EXPECT_EQ(record->type, "dossier.viewed");
    EXPECT_EQ(golden("leaf"), hex(sha256(std::string(1, '\0') + bytes)));
    // And it is one of those of the golden file.
    EXPECT_NE(read_file(SOURCE_DIR "/tests/golden/record.txt")->find(golden("record")), std::string::npos);
}

TEST(LogFormat, ItsDictionaryIsTheOneInUse) {
    const auto digest = hex(sha256(*read_file(SOURCE_DIR "/events/payload-dictionary-1.txt")));
    const auto text = document();
    std::smatch named;
    ASSERT_TRUE(
        std::regex_search(text, named, std::regex("payload-dictionary-1.txt` \\(SHA-256 ([0-9a-f]+)…([0-9a-f]+)")));
    EXPECT_TRUE(digest.starts_with(named[1].str())) << digest;
    EXPECT_TRUE(digest.ends_with(named[2].str())) << digest;
}

}  // namespace
}  // namespace minhbach::events
