// The verifier in Python, which shares no code with us, on a log laid out as files.
#include <cstdlib>
#include <fstream>

#include "events/merkle/tile.hpp"
#include "log_fixture.hpp"
#include "tiles_of_size.hpp"

namespace minhbach::events {
namespace {

class IndependentVerifier : public LogTest {
protected:
    void SetUp() override {
        served_ = directory_;
        served_ += ".served";
        open();
        std::vector<NewEvent> events;
        for (int i = 0; i < 600; ++i) events.push_back(event("{}", "P" + std::to_string(i % 13)));
        events[0].subjects.push_back(PersonCode::of("P000099"));
        events[0].effective = Date::of("2023-11-30");
        events[1].decided_at = Time::from_millis(-1);
        events[2].causation = events[0].id;
        auto append = keyed(append_of({{Stream::of("dossier", "d"), 0, std::move(events)}}), "key", "body");
        append.entered_by = PersonCode::of("P000011");
        append.authority = "MD-1";
        ASSERT_TRUE(log_->append_and_wait(Ledger::main, append));
        const auto checkpoint = log_->publish_checkpoint(Ledger::main);
        write("checkpoint", checkpoint.note);
        for (const auto& tile : merkle::tiles_of_size(checkpoint.size)) {
            write(merkle::path_of(tile), tile.entries
                                             ? *log_->entry_bundle(Ledger::main, tile.index, tile.width)
                                             : *log_->hash_tile(Ledger::main, tile.level, tile.index, tile.width));
        }
    }
    void TearDown() override { std::filesystem::remove_all(served_); }
    void write(const std::string& path, const std::string& bytes) {
        std::filesystem::create_directories((served_ / path).parent_path());
        std::ofstream(served_ / path, std::ios::binary | std::ios::trunc) << bytes;
    }
    bool accepts(const std::string& vkey) {
        const auto command = "/usr/bin/python3 " SOURCE_DIR "/tests/verify/verify_log.py 'file://" + served_.string() +
                             "' --vkey '" + vkey + "' > /dev/null 2>&1";
        const auto status = std::system(command.c_str());
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) <= 1);
        return status == 0;
    }

    std::filesystem::path served_;
};

TEST_F(IndependentVerifier, AcceptsTheLogAndNothingElse) {
    EXPECT_TRUE(accepts(log_->vkey()));
    EXPECT_FALSE(accepts(log_->vkey(Ledger::access)));
    for (const auto* path : {"checkpoint", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000",
                             "tile/entries/002.p/88"}) {
        const auto bytes = *read_file(served_ / path);
        auto wrong = bytes;
        wrong[wrong.size() / 2] = static_cast<char>(wrong[wrong.size() / 2] ^ 1);
        write(path, wrong);
        EXPECT_FALSE(accepts(log_->vkey())) << path;
        std::filesystem::remove(served_ / path);
        EXPECT_FALSE(accepts(log_->vkey())) << path;
        write(path, bytes);
    }
    EXPECT_TRUE(accepts(log_->vkey()));
}

}  // namespace
}  // namespace minhbach::events
