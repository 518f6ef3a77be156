#include "events/merkle/patient_signer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace minhbach::events::merkle {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A key that hangs while it is told to.
class Key : public Signer {
public:
    const std::string& public_key() const override { return public_key_; }
    std::string sign(std::string_view text) const override {
        ++asked;
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !hangs_; });
        if (text == "away") throw SignerUnavailable("away");
        return "signed " + std::string(text);
    }
    void hang(bool hangs) {
        const std::lock_guard lock(mutex_);
        hangs_ = hangs;
        changed_.notify_all();
    }
    mutable std::atomic<int> asked{0};

private:
    const std::string public_key_ = "key";
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    bool hangs_ = false;
};

std::string outcome(const Signer& signer, const std::string& text) {
    try {
        return signer.sign(text);
    } catch (const SignerUnavailable& error) {
        return error.what();
    }
}

TEST(PatientSigner, GivesWhatTheKeyGives) {
    const PatientSigner signer(std::make_shared<Key>(), milliseconds(10'000));
    EXPECT_EQ(signer.public_key(), "key");
    EXPECT_EQ(outcome(signer, "one"), "signed one");
    EXPECT_EQ(outcome(signer, "away"), "away");
    EXPECT_EQ(outcome(signer, "two"), "signed two");
}

TEST(PatientSigner, LeavesAKeyThatHangsAloneUntilItAnswers) {
    const auto key = std::make_shared<Key>();
    const PatientSigner signer(key, milliseconds(50));
    key->hang(true);
    EXPECT_EQ(outcome(signer, "one"), "the key does not answer");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(outcome(signer, "two"), "the key does not answer");
    EXPECT_EQ(key->asked, 1) << "it was asked again while it hung";
    key->hang(false);
    const auto until = steady_clock::now() + std::chrono::seconds(20);
    std::string last;
    while (last != "signed three" && steady_clock::now() < until) last = outcome(signer, "three");
    EXPECT_EQ(last, "signed three") << "a late answer was given for another question, or none any more";
}

TEST(PatientSigner, ServesManyAtOnceEachWithItsOwn) {
    const PatientSigner signer(std::make_shared<Key>(), milliseconds(20'000));
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n < 50; ++n) {
                const auto text = std::to_string(i) + "." + std::to_string(n);
                wrong += outcome(signer, text) != "signed " + text;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(PatientSigner, MayGoWhileTheKeyHangs) {
    const auto key = std::make_shared<Key>();
    key->hang(true);
    {
        const PatientSigner signer(key, milliseconds(1));
        EXPECT_EQ(outcome(signer, "one"), "the key does not answer");
    }
    key->hang(false);  // and the thread left behind ends
    const auto until = steady_clock::now() + std::chrono::seconds(20);
    while (key.use_count() > 1 && steady_clock::now() < until) std::this_thread::yield();
    EXPECT_EQ(key.use_count(), 1);
}

}  // namespace
}  // namespace minhbach::events::merkle
