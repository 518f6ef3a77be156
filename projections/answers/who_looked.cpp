#include "projections/who_looked.hpp"

#include "projections/answers/context.hpp"
#include "projections/names.hpp"
#include "projections/who_looked_rows.hpp"

namespace minhbach::projections {
namespace {

constexpr std::size_t kLooksScanned = 50'000;  // rows looked through for one page

}  // namespace

Result<LooksAnswer> who_looked(const Runner& access, const Runner& acts, const events::Log& log,
                               const LooksQuestion& question) {
    auto opened = Context::at(access, log, events::Ledger::access, {});
    if (!opened) return opened.error();
    auto names = Context::at(acts, log, events::Ledger::main, {});
    if (!names) return names.error();
    LooksAnswer answer;
    answer.basis = opened->basis();
    const auto words = question.purpose ? search_fold(*question.purpose) : std::string();
    const auto wanted = [&](const LookLine& line) {
        return (!question.actor || line.actor == *question.actor) &&
               (words.empty() || search_fold(line.purpose.str()).find(words) != std::string::npos);
    };
    const auto table = question.person  ? who_looked_rows::kByPerson
                       : question.actor ? who_looked_rows::kByActor
                                        : who_looked_rows::kAll;
    const auto prefix = question.person  ? question.person->str() + "/"
                        : question.actor ? question.actor->str() + "/"
                                         : std::string();
    const auto after = question.before && *question.before >= 0
                           ? prefix + newest_first(static_cast<std::uint64_t>(*question.before))
                           : std::string();
    std::size_t scanned = 0;
    std::int64_t last = 0;
    opened->rows().scan(table, prefix, after, opened->known(), [&](const Row& row) {
        if (answer.items.size() == question.limit || scanned == kLooksScanned) {
            answer.next = last;
            return false;
        }
        auto line = json::from_json<LookLine>(row.json).value();
        ++scanned;
        last = line.position;
        if (wanted(line)) answer.items.push_back(std::move(line));
        return true;
    });
    for (auto& line : answer.items) {
        line.actor_name = names->person_name(line.actor).name;
        line.person_name = names->person_name(line.person).name;
    }
    return answer;
}

}  // namespace minhbach::projections
