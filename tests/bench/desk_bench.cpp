// How fast a command is decided, sealed, numbered and made durable without any HTTP: comments of colleagues on the
// dossiers of one department, each under an idempotency key of its own.
//   desk_bench [commands] [in flight]
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <semaphore>
#include <string>
#include <vector>

#include "events/ids.hpp"
#include "events/store.hpp"
#include "given_cycle.hpp"
#include "services/desk.hpp"
#include "temporary.hpp"

namespace {

using namespace minhbach;
using namespace minhbach::services;
using SteadyClock = std::chrono::steady_clock;

constexpr int kPeople = 200;

std::string code_of(int number) {
    return "T" + std::to_string(1000 + number);
}

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::vector<Event> a_department() {
    auto history = a_province() + std::vector<Event>{a_document("CV5721"), a_cycle()};
    for (int i = 0; i < kPeople; ++i) {
        const auto post = a_post("51-S05.P1", "51-S05");
        history.push_back(a_person(code_of(i)));
        history.push_back(in_post(code_of(i), post));
        history.push_back(DossierOpened{dossier_of(code_of(i)), PersonCode::of(code_of(i)), kCycle, 2023, post, {}});
    }
    return history;
}

void write_history(events::Log& log, events::EventIds& ids, Clock& clock) {
    events::Append append;
    append.actor = PersonCode::of("system");
    append.capacity = "SYSTEM";
    append.correlation = ids.next(clock.now());
    for (const auto& event : a_department()) {
        auto encoded = events::encode(event);
        encoded.id = ids.next(clock.now());
        append.writes.push_back({stream_of(event), std::nullopt, {std::move(encoded)}});
    }
    log.append_and_wait(events::Ledger::main, std::move(append)).value();
}

}  // namespace

int main(int argc, char** argv) {
    const int commands = argc > 1 ? std::atoi(argv[1]) : 50'000;
    const int in_flight = argc > 2 ? std::atoi(argv[2]) : 64;
    tests::TemporaryDirectory directory;
    tests::HandClock clock(Time::of("2023-11-20T08:00"));
    events::EventIds ids;
    const auto store = directory.path() / "store";
    if (const auto made = events::create_store(store, "bench.example/2023"); !made) return 1;
    const auto log = events::open_store(store, clock).value();
    write_history(*log, ids, clock);

    Desk desk(*log, clock, ids);
    const auto actor = PersonCode::of("A1");
    std::counting_semaphore<> free(in_flight);
    std::atomic<int> refused = 0;
    double inside = 0;
    const auto cpu = cpu_seconds();
    const auto began = SteadyClock::now();
    for (int i = 0; i < commands; ++i) {
        evaluation::RecordComment command;
        command.dossier = dossier_of(code_of(i % kPeople));
        command.side = CommentSide::peer;
        command.text =
            Text::of("Hoàn thành nhiệm vụ được giao đúng tiến độ, phối hợp tốt với đồng nghiệp trong phòng; số " +
                     std::to_string(i) + ".");
        Conditions conditions;
        conditions.command = "record-comment";
        conditions.target = dossier_stream(command.dossier);
        conditions.idempotency_key = "bench-" + std::to_string(i);
        conditions.fingerprint = events::sha256(command.text.str());
        const Desk::Decide decide = [&](Past& past, const Acting& acting) {
            return evaluation::decide(past, acting, command);
        };
        free.acquire();
        const auto start = SteadyClock::now();
        desk.execute(actor, std::move(conditions), decide, [&](const Result<Receipt>& receipt) {
            if (!receipt && refused++ == 0) std::fprintf(stderr, "refused: %s\n", receipt.error().detail_en.c_str());
            free.release();
        });
        inside += std::chrono::duration<double>(SteadyClock::now() - start).count();
    }
    for (int i = 0; i < in_flight; ++i) free.acquire();
    const double took = std::chrono::duration<double>(SteadyClock::now() - began).count();
    std::printf(
        "{\"commands\":%d,\"inFlight\":%d,\"commandsPerSecond\":%.0f,\"cpuMicros\":%.1f,\"executeMicros\":%.1f,"
        "\"refused\":%d}\n",
        commands, in_flight, commands / took, (cpu_seconds() - cpu) * 1e6 / commands, inside * 1e6 / commands,
        refused.load());
    return refused == 0 ? 0 : 1;
}
