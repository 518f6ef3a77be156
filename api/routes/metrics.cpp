#include "api/routes/metrics.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace minhbach::api::routes {

void RouteMetrics::count(int status, std::chrono::microseconds took) {
    const auto hundreds = static_cast<std::size_t>(status / 100);
    if (hundreds >= 1 && hundreds <= answers.size()) ++answers[hundreds - 1];
    std::size_t bucket = 0;
    while (bucket < kBoundsMillis.size() && took > std::chrono::milliseconds(kBoundsMillis[bucket])) ++bucket;
    ++within[bucket];
    micros += static_cast<std::uint64_t>(took.count());
}

void append_metric(std::string& out, std::string_view name, std::string_view kind, std::string_view help,
                   std::uint64_t value) {
    out.append("# HELP ")
        .append(name)
        .append(" ")
        .append(help)
        .append("\n# TYPE ")
        .append(name)
        .append(" ")
        .append(kind);
    out.append("\n").append(name).append(" ").append(std::to_string(value)).append("\n");
}

std::string Metrics::text() const {
    std::string out =
        "# HELP minhbach_http_answers_total Answers by route and hundreds of the status.\n"
        "# TYPE minhbach_http_answers_total counter\n";
    for (const RouteMetrics& route : routes_) {
        for (std::size_t i = 0; i < route.answers.size(); ++i) {
            const std::uint64_t count = route.answers[i];
            if (count == 0) continue;
            out += "minhbach_http_answers_total{route=\"" + route.name + "\",status=\"" + std::to_string(i + 1) +
                   "xx\"} " + std::to_string(count) + "\n";
        }
    }
    out +=
        "# HELP minhbach_http_answer_seconds Time from the whole request to the whole answer.\n"
        "# TYPE minhbach_http_answer_seconds histogram\n";
    for (const RouteMetrics& route : routes_) {
        // Read once: answers go on being counted meanwhile, and no bucket may hold more than the next.
        std::array<std::uint64_t, std::tuple_size_v<decltype(route.within)>> within{};
        std::copy(route.within.begin(), route.within.end(), within.begin());
        const std::uint64_t micros_sum = route.micros;
        const std::uint64_t sum = std::accumulate(within.begin(), within.end(), std::uint64_t{0});
        if (sum == 0) continue;
        const std::string label = "{route=\"" + route.name + "\"";
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < RouteMetrics::kBoundsMillis.size(); ++i) {
            below += within[i];
            const std::string millis = std::to_string(RouteMetrics::kBoundsMillis[i] % 1000);
            out += "minhbach_http_answer_seconds_bucket" + label + ",le=\"" +
                   std::to_string(RouteMetrics::kBoundsMillis[i] / 1000) + "." + std::string(3 - millis.size(), '0') +
                   millis + "\"} " + std::to_string(below) + "\n";
        }
        const std::string micros = std::to_string(micros_sum % 1'000'000);
        out += "minhbach_http_answer_seconds_bucket" + label + ",le=\"+Inf\"} " + std::to_string(sum) + "\n";
        out += "minhbach_http_answer_seconds_sum" + label + "} " + std::to_string(micros_sum / 1'000'000) + "." +
               std::string(6 - micros.size(), '0') + micros + "\n";
        out += "minhbach_http_answer_seconds_count" + label + "} " + std::to_string(sum) + "\n";
    }
    return out;
}

}  // namespace minhbach::api::routes
