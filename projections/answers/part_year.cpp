#include "projections/answers/part_year.hpp"

#include <algorithm>
#include <cmath>

namespace minhbach::projections {
namespace {

Date first_day(int year) {
    return Date::from_civil(year, 1, 1).value();
}

bool left_in(const Person& person, int year) {
    return std::all_of(person.posts.begin(), person.posts.end(),
                       [&](const Post& post) { return post.to && *post.to < first_day(year + 1).plus(-1); });
}

// A post that began in the year follows one of another agency's.
bool moved_in(const Person& person, int year) {
    for (std::size_t i = 1; i < person.posts.size(); ++i) {
        const auto& post = person.posts[i];
        if (post.from.year() == year && post.managed_by != person.posts[i - 1].managed_by) return true;
    }
    return false;
}

bool on_leave_in(Context& context, const PersonCode& person, int year) {
    const auto key = entity(person.str(), std::to_string(year));
    const auto at = context.row<RecordedAt>(organisation::kService, key);
    const auto recorded = at ? context.event<ServiceRecorded>(at->position) : std::nullopt;
    return recorded && recorded->event.absence_months + recorded->event.maternity_months > 0;
}

double log_factorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; ++i) sum += std::log(i);
    return sum;
}

double log_choose(int of, int some) {
    return log_factorial(of) - log_factorial(some) - log_factorial(of - some);
}

}  // namespace

int chance_per_million(int of, int marked, int drawn, int found) {
    const int most = std::min(marked, drawn);
    const int least = std::max(found, drawn - (of - marked));
    double sum = 0;
    for (int k = least; k <= most; ++k)
        sum += std::exp(log_choose(marked, k) + log_choose(of - marked, drawn - k) - log_choose(of, drawn));
    return static_cast<int>(std::lround(std::clamp(sum, 0.0, 1.0) * 1e6));
}

std::optional<PartYear> part_year_of(Context& context, const DossierRow& row) {
    const auto person = context.person(row.person);
    if (!person || person->posts.empty()) return std::nullopt;
    if (row.closed == ClosingCause::left_service || left_in(*person, row.year)) return PartYear::left;
    const auto first = person->posts.front().from;
    if (first.year() == row.year && first > first_day(row.year)) return PartYear::came;
    if (!row.moves.empty() || moved_in(*person, row.year)) return PartYear::moved;
    if (on_leave_in(context, row.person, row.year)) return PartYear::on_leave;
    return std::nullopt;
}

PartYearShare part_year_share(Context& context, const std::vector<const DossierRow*>& rows) {
    PartYearShare share;
    for (const auto* row : rows) {
        const auto& settlement = row->settlement;
        if (!settlement || (!settlement->selected && !settlement->lowered)) continue;
        ++share.proposed;
        if (settlement->lowered) ++share.lowered;
        const auto why = part_year_of(context, *row);
        if (!why) continue;
        ++share.part_year;
        if (settlement->lowered) ++share.part_year_lowered;
        PartYearLine line{row->dossier, context.person_name(row->person), {}, *why, settlement->lowered};
        if (row->post) line.unit = context.unit_name(row->post->unit, context.today());
        share.items.push_back(std::move(line));
    }
    share.chance_per_million =
        chance_per_million(share.proposed, share.part_year, share.lowered, share.part_year_lowered);
    return share;
}

Result<PartYearAnswer> Answers::part_year(const CycleId& cycle, const UnitCode& agency, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (!context.unit(agency)) return no_such("đơn vị", "unit", agency.str());
    PartYearAnswer answer{context.basis(), cycle, context.unit_name(agency, context.today()), {}, {}};
    std::vector<DossierRow> named;
    DossiersQuestion everybody;
    everybody.cycle = cycle;
    everybody.agency = agency;
    context.visit_dossiers(everybody, [&](const DossierId& id, const std::string&) {
        auto row = context.dossier(id).value();
        if (!row.settlement) return;
        answer.settlement = std::max(answer.settlement.value_or(0), row.settlement->position);
        named.push_back(std::move(row));
    });
    std::vector<const DossierRow*> rows;
    for (const auto& row : named) rows.push_back(&row);
    answer.share = part_year_share(context, rows);
    return answer;
}

}  // namespace minhbach::projections
