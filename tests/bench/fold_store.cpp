// The least that folding a log can cost: its events read in order through the log, payloads opened, the level of each
// decision taken out with simdjson and kept by person. What a rebuild of the read models is compared with.
//   fold_store DIRECTORY [rounds]
// One line of JSON a round.
#include <simdjson.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "events/store.hpp"

int main(int argc, char** argv) {
    using namespace minhbach::events;
    if (argc < 2) return 2;
    const auto opened = open_store_read_only(argv[1]);
    if (!opened) {
        std::fprintf(stderr, "fold_store: %s\n", opened.error().detail_en.c_str());
        return 1;
    }
    const auto& log = **opened;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 1;
    for (int round = 0; round < rounds; ++round) {
        simdjson::dom::parser parser;
        std::unordered_map<std::string, std::string> levels;
        std::uint64_t events = 0;
        const auto began = std::chrono::steady_clock::now();
        log.scan(Ledger::main, {0}, {log.size(Ledger::main)}, [&](Stored&& stored) {
            ++events;
            for (const auto& part : stored.parts) {
                simdjson::dom::element document;
                if (parser.parse(part.json).get(document) != simdjson::SUCCESS) continue;
                std::string_view level;
                if (!part.subject || document["level"].get(level) != simdjson::SUCCESS) continue;
                levels[part.subject->str()] = level;
            }
            return true;
        });
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        std::printf("{\"events\":%llu,\"people\":%zu,\"eventsPerSecond\":%.0f}\n",
                    static_cast<unsigned long long>(events), levels.size(), static_cast<double>(events) / took.count());
    }
    return 0;
}
