#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

// A page of rows that end with their position, newest first.
template <class Line, class Shown>
void read_page(const Context& context, std::string_view table, const std::string& prefix,
               std::optional<std::int64_t> before, std::size_t limit, std::vector<Line>& items,
               std::optional<std::int64_t>& next, const Shown& shown) {
    const auto after =
        before && *before >= 0 ? prefix + newest_first(static_cast<std::uint64_t>(*before)) : std::string();
    context.rows().scan(table, prefix, after, context.known(), [&](const Row& row) {
        if (items.size() == limit) {
            next = items.back().position;
            return false;
        }
        auto line = json::from_json<Line>(row.json).value();
        if (shown(line)) items.push_back(std::move(line));
        return true;
    });
}

}  // namespace

Result<ViewsAnswer> Answers::views(const DossierId& dossier, std::optional<std::int64_t> before,
                                   std::size_t limit) const {
    auto opened = Context::at(access_, log_, events::Ledger::access, {});
    if (!opened) return opened.error();
    auto names = Context::at(acts_, log_, events::Ledger::main, {});
    if (!names) return names.error();
    ViewsAnswer answer;
    answer.basis = opened->basis();
    read_page(*opened, views::kByDossier, dossier.str() + "/", before, limit, answer.items, answer.next,
              [](const auto&) { return true; });
    for (auto& line : answer.items) line.actor_name = names->person_name(line.actor).name;
    return answer;
}

Result<RefusedAnswer> Answers::refused(const std::optional<std::string>& target, std::optional<std::int64_t> before,
                                       std::size_t limit) const {
    auto opened = Context::at(access_, log_, events::Ledger::access, {});
    if (!opened) return opened.error();
    auto names = Context::at(acts_, log_, events::Ledger::main, {});
    if (!names) return names.error();
    RefusedAnswer answer;
    answer.basis = opened->basis();
    read_page(*opened, target ? views::kRefusedOf : views::kRefused, target ? *target + "/" : std::string(), before,
              limit, answer.items, answer.next, [](const auto& line) {
                  // Who was refused an act on a protected objection may be who filed it.
                  return !line.target || !line.target->str().starts_with("protected-objection/");
              });
    for (auto& line : answer.items) line.actor_name = names->person_name(line.actor).name;
    return answer;
}

Result<AttemptsAnswer> Answers::attempts(std::optional<std::int64_t> before, std::size_t limit) const {
    auto opened = Context::at(access_, log_, events::Ledger::access, {});
    if (!opened) return opened.error();
    AttemptsAnswer answer;
    answer.basis = opened->basis();
    read_page(*opened, attempts::kAll, "", before, limit, answer.items, answer.next, [](const auto&) { return true; });
    return answer;
}

}  // namespace minhbach::projections
