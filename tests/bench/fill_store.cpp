// Fills a new store with a great many small events through the log, quickly: a department whose people each have a
// dossier with comments. For measuring start-up and rebuilding at a size that no benchmark could reach over HTTP.
//   fill_store DIRECTORY [events] [people]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "events/ids.hpp"
#include "events/store.hpp"
#include "given_cycle.hpp"
#include "temporary.hpp"

namespace {

using namespace minhbach;
using namespace minhbach::services;

constexpr std::uint64_t kEventsPerAppend = 10'000;

// Gathers events and appends them many at a time; the clock goes on by a millisecond for each.
class Filler {
public:
    Filler(events::Log& log, tests::HandClock& clock) : log_(log), clock_(clock) {}

    void add(const Event& event) {
        auto encoded = events::encode(event);
        encoded.id = ids_.next(clock_.now());
        append_.writes.push_back({stream_of(event), std::nullopt, {std::move(encoded)}});
        if (append_.writes.size() == kEventsPerAppend) flush();
    }
    void flush() {
        if (append_.writes.empty()) return;
        append_.actor = PersonCode::of("A1");
        append_.capacity = "IN_OFFICE";
        append_.correlation = ids_.next(clock_.now());
        clock_.set(clock_.now().plus_millis(static_cast<std::int64_t>(append_.writes.size())));
        log_.append_and_wait(events::Ledger::main, std::move(append_)).value();
        append_ = {};
    }

private:
    events::Log& log_;
    tests::HandClock& clock_;
    events::EventIds ids_{1};
    events::Append append_;
};

PersonCode code_of(std::uint64_t number) {
    return PersonCode::of("T" + std::to_string(100'000 + number));
}

void fill(Filler& filler, std::uint64_t events, std::uint64_t people) {
    const auto history = a_province() + std::vector<Event>{a_document("CV5721"), a_cycle()};
    for (const auto& event : history) filler.add(event);
    std::uint64_t written = history.size();
    const auto post = a_post("51-S05.P1", "51-S05");
    for (std::uint64_t i = 0; i < people; ++i) {
        const auto code = code_of(i);
        filler.add(
            PersonRegistered{code, Label::of("Nguyễn Văn " + std::to_string(i)), Date::of("1985-03-02"), Sex::female});
        filler.add(PostAssigned{code, post, {}});
        filler.add(DossierOpened{dossier_id(kCycle, code), code, kCycle, 2023, post, {}});
        written += 3;
    }
    for (std::uint64_t i = 0; written < events; ++i, ++written) {
        CommentRecorded comment;
        comment.person = code_of(i % people);
        comment.dossier = dossier_id(kCycle, comment.person);
        comment.side = CommentSide::peer;
        comment.text = Text::of(
            "Hoàn thành nhiệm vụ được giao đúng tiến độ, phối hợp tốt với đồng nghiệp trong phòng; ý kiến số " +
            std::to_string(i) + ".");
        filler.add(comment);
    }
    filler.flush();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "fill_store DIRECTORY [events] [people]\n"), 2;
    const std::uint64_t events = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
    const std::uint64_t people = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20'000;
    try {
        tests::HandClock clock(Time::of("2023-11-20T08:00"));
        if (const auto made = events::create_store(argv[1], "bench.example/2023"); !made) throw made.error();
        const auto log = events::open_store(argv[1], clock).value();
        Filler filler(*log, clock);
        const auto began = std::chrono::steady_clock::now();
        fill(filler, events, people);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        const auto size = log->size(events::Ledger::main);
        std::printf("{\"events\":%llu,\"seconds\":%.1f}\n", static_cast<unsigned long long>(size), took);
        return 0;
    } catch (const Refusal& refusal) {
        std::fprintf(stderr, "fill_store: %s\n", refusal.detail_en.c_str());
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "fill_store: %s\n", failure.what());
    }
    return 1;
}
