// What should be asked about, computed from the rows as they stood at one position.
#include "projections/findings.hpp"

#include <algorithm>
#include <charconv>

#include "projections/answers/context.hpp"
#include "projections/answers/follow_up.hpp"
#include "projections/answers/patterns.hpp"
#include "projections/answers/reviews.hpp"

namespace minhbach::projections {
namespace {

constexpr std::int64_t kDayMillis = 24ll * 60 * 60 * 1000;
constexpr int kHoursBegin = 7 * 60;
constexpr int kHoursEnd = 17 * 60 + 30;

class Search {
public:
    Search(Context& context, const Context* access, const FindingsQuestion& question, std::vector<Finding>& items)
        : context_(context), access_(access), question_(question), items_(items) {}

    void run();

private:
    bool asked(FindingType type) const {
        return question_.types.empty() ||
               std::find(question_.types.begin(), question_.types.end(), type) != question_.types.end();
    }
    // A finding about one act, if the act lies in the cycle and agency that were asked for.
    Finding* add(FindingType type, std::int64_t position);
    Finding& add(FindingType type, Act act);
    bool in_question(const Act& act) const {
        return act.cycle == question_.cycle &&
               (!question_.agency || act.agency == question_.agency || act.unit == question_.agency);
    }

    void find_retro_authority();
    void find_of_mandate(const Mandate& mandate);
    void add_retro(const Mandate& mandate, std::uint64_t position, Date acted_on, Date valid_from);
    void find_overrides(const DossierRow& row);
    void find_party_opinion(const DossierRow& row);
    void find_order(const DossierRow& row);
    void find_last_minute(const DossierRow& row);
    void find_batches();
    void add_batch(const std::vector<const DossierRow*>& rows);
    void find_corrected();
    void add_corrected(const std::vector<std::uint64_t>& acts, const CorrectionDetail& detail);
    void find_breaches();
    void find_open_effects();
    void find_mismatch(const DossierRow& row);
    void find_stale();
    void find_in_reviews(int year);
    void find_patterns();

    Context& context_;
    const Context* access_;
    const FindingsQuestion& question_;
    std::vector<Finding>& items_;
    std::optional<Cycle> cycle_;
    std::vector<DossierRow> rows_;
};

Finding& Search::add(FindingType type, Act act) {
    Finding finding;
    finding.type = type;
    finding.key = std::string(finding_slug(type)) + "/" + std::to_string(act.by.position);
    const auto day = act.by.at().local_date();
    if (act.unit) finding.unit = context_.unit_name(*act.unit, day);
    if (act.agency) finding.agency = context_.unit_name(*act.agency, day);
    finding.breaches = act.breaches;
    finding.act = std::move(act);
    items_.push_back(std::move(finding));
    return items_.back();
}

Finding* Search::add(FindingType type, std::int64_t position) {
    auto act = context_.act(static_cast<std::uint64_t>(position));
    if (!act || !in_question(*act)) return nullptr;
    return &add(type, std::move(*act));
}

// Acts under an authority issued later: the acts of each mandate are in order of their legal day, so only those outside
// its days are read.
void Search::find_retro_authority() {
    context_.rows().scan(organisation::kMandates, "", "", context_.known(), [&](const Row& row) {
        find_of_mandate(json::from_json<Mandate>(row.json).value());
        return true;
    });
}

void Search::find_of_mandate(const Mandate& mandate) {
    const auto document = context_.document(mandate.document);
    const auto valid_from = document ? std::max(mandate.from, document->registered.date) : mandate.from;
    const auto prefix = mandate.mandate.str() + "/";
    const auto day_of = [&](const Row& row) {
        return Date::of(std::string_view(row.entity).substr(prefix.size(), 10));
    };
    const auto position_of = [](const Row& row) { return ~position_of_newest_first(row.entity); };
    context_.rows().scan(trace::kByMandate, prefix, "", context_.known(), [&](const Row& row) {
        if (day_of(row) >= valid_from) return false;
        add_retro(mandate, position_of(row), day_of(row), valid_from);
        return true;
    });
    auto last = mandate.to;
    if (mandate.revoked_on && (!last || mandate.revoked_on->plus(-1) < *last)) last = mandate.revoked_on->plus(-1);
    if (!last) return;
    const auto after_last = prefix + std::max(*last, valid_from.plus(-1)).iso() + "/~";
    context_.rows().scan(trace::kByMandate, prefix, after_last, context_.known(), [&](const Row& row) {
        add_retro(mandate, position_of(row), day_of(row), valid_from);
        return true;
    });
}

void Search::add_retro(const Mandate& mandate, std::uint64_t position, Date acted_on, Date valid_from) {
    auto* finding = add(FindingType::retro_authority, static_cast<std::int64_t>(position));
    if (!finding) return;
    const auto then =
        context_.rows().get_as<Mandate>(organisation::kMandates, mandate.mandate.str(), events::Position{position});
    const auto paper = then ? context_.rows().get_as<Document>(organisation::kDocuments, then->document.str(),
                                                               events::Position{position})
                            : std::nullopt;
    const bool held = then && then->holds_on(acted_on) && (!paper || paper->registered.date <= acted_on);
    finding->authority = AuthorityDetail{
        mandate.mandate, context_.document_name(mandate.document), acted_on, valid_from, mandate.to, held};
}

// Decided otherwise than last proposed.
void Search::find_overrides(const DossierRow& row) {
    const auto* decision = row.first_decision();
    const auto* proposal = row.proposal();
    if (!decision || !proposal || decision->level == proposal->level) return;
    auto* finding = add(FindingType::proposal_override, decision->by.position);
    if (!finding) return;
    OverrideDetail detail;
    detail.proposed = proposal->level;
    detail.decided = decision->level;
    detail.reason = decision->reason;
    detail.raised = decision->level && *decision->level < proposal->level;
    const auto& allowed = decision->allowed_levels;
    const bool by_criteria = decision->rule_level == Level::excellent ||
                             std::find(allowed.begin(), allowed.end(), Level::excellent) != allowed.end();
    detail.for_quota = row.settlement && row.settlement->lowered && proposal->level == Level::excellent && by_criteria;
    finding->level = std::move(detail);
}

// The party committee's opinion where one was due: whether it was is the rulebook's affair, and the act says it.
void Search::find_party_opinion(const DossierRow& row) {
    const auto* decision = row.first_decision();
    if (!decision || !row.post) return;
    const auto is_it = [](const auto& breach) { return breach.type.str() == "party-opinion-missing"; };
    if (std::none_of(decision->breaches.begin(), decision->breaches.end(), is_it)) return;
    const auto type = row.party_opinions.empty() ? FindingType::party_opinion_missing : FindingType::party_opinion_late;
    if (!asked(type)) return;
    auto* finding = add(type, decision->by.position);
    if (!finding) return;
    finding->party_opinion = PartyOpinionDetail{decision->by.at(), {}, {}};
    if (row.party_opinions.empty()) return;
    finding->party_opinion->opinion_dated = row.party_opinions.front().dated;
    finding->party_opinion->opinion_recorded_at = row.party_opinions.front().by.recorded_at;
}

// A head decided before the unit.
void Search::find_order(const DossierRow& row) {
    const auto* decision = row.first_decision();
    if (!decision || !decision->level || !row.post || !row.post->head_of) return;
    const auto& unit = *row.post->head_of;
    const auto collective = context_.row<Collective>(ratings::kCollectives, entity(row.cycle.str(), unit.str()));
    const auto* rated = collective && !collective->versions.empty() ? &collective->versions.front().by : nullptr;
    if (rated && rated->at() <= decision->by.at()) return;
    auto* finding = add(FindingType::order_violation, decision->by.position);
    if (!finding) return;
    OrderDetail detail{context_.unit_name(unit, decision->by.at().local_date()), decision->by.at(), {}, {}};
    if (rated) {
        detail.collective_rated_at = rated->at();
        detail.collective_position = rated->position;
    }
    finding->order = std::move(detail);
}

// What was entered on the last day.
void Search::find_last_minute(const DossierRow& row) {
    if (!cycle_ || !row.post) return;
    const auto term = term_for(context_, *cycle_, CycleTerm::submission, row.post->unit, context_.today());
    const auto end = deadline_end(term.until.value());
    const auto look = [&](std::string_view type, const auto& values) {
        if (!is_asked(question_.last_minute_types, type)) return;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto at = values[i].by.recorded_at;
            if (at >= end || at < end.plus_millis(-kDayMillis)) continue;
            if (auto* finding = add(FindingType::last_minute, values[i].by.position)) {
                finding->last_minute =
                    LastMinuteDetail{i == 0 ? LastMinuteKind::first_entry : LastMinuteKind::change, end};
            }
        }
    };
    look("self-assessment.filed", row.self_assessments);
    look("criteria.judged", row.judgements);
    look("proposal.made", row.proposals);
    look("rating.decided", row.decisions);
}

// Signed in bulk: runs of single decisions by one actor. Decisions that share a correlation are one act with a list.
void Search::find_batches() {
    std::map<PersonCode, std::map<std::pair<Time, std::string>, std::vector<const DossierRow*>>> signed_by;
    for (const auto& row : rows_) {
        const auto* decision = row.first_decision();
        if (!decision || decision->by.entry == Entry::paper) continue;
        signed_by[decision->by.actor][{decision->by.recorded_at, decision->correlation}].push_back(&row);
    }
    for (const auto& [actor, acts] : signed_by) {
        std::vector<const DossierRow*> run;
        const auto finish = [&] {
            if (run.size() >= static_cast<std::size_t>(question_.batch_acts_min)) add_batch(run);
            run.clear();
        };
        for (const auto& [when, listed] : acts) {
            if (listed.size() > 1) {
                finish();
                continue;
            }
            const auto pause = question_.batch_gap_seconds_max * 1000ll;
            if (!run.empty() && when.first.millis() - run.back()->first_decision()->by.recorded_at.millis() > pause)
                finish();
            run.push_back(listed.front());
        }
        finish();
    }
}

void Search::add_batch(const std::vector<const DossierRow*>& rows) {
    auto act = context_.act(static_cast<std::uint64_t>(rows.front()->first_decision()->by.position));
    if (!act) return;
    BatchDetail detail;
    detail.acts = static_cast<int>(rows.size());
    detail.first_at = rows.front()->first_decision()->by.recorded_at;
    detail.last_at = rows.back()->first_decision()->by.recorded_at;
    detail.seconds = static_cast<int>((detail.last_at.millis() - detail.first_at.millis() + 999) / 1000);
    const auto minute = detail.first_at.local_minute_of_day();
    detail.outside_hours = minute < kHoursBegin || minute >= kHoursEnd || detail.first_at.local_date().weekday() >= 5;
    for (const auto* row : rows) {
        detail.dossiers.push_back(row->dossier);
        const auto* decision = row->first_decision();
        const auto viewed =
            access_ ? access_->row<ViewLine>(views::kFirst, entity(row->dossier.str(), decision->by.actor.str()))
                    : std::nullopt;
        if (viewed && viewed->at <= decision->by.recorded_at) ++detail.opened_before;
    }
    add(FindingType::batch_signing, std::move(*act)).batch = std::move(detail);
}

std::vector<std::uint64_t> acts_under(Context& context, std::string_view table, const std::string& prefix,
                                      bool newest) {
    std::vector<std::uint64_t> positions;
    for (const auto& name : context.entities(table, prefix)) {
        const auto position = position_of_newest_first(name);
        positions.push_back(newest ? position : ~position);
    }
    return positions;
}

void Search::add_corrected(const std::vector<std::uint64_t>& acts, const CorrectionDetail& detail) {
    for (const auto position : acts) {
        if (static_cast<std::int64_t>(position) >= detail.corrected_position) continue;
        const auto act = context_.act(position);
        const bool relied = act && (act->dossier || act->type == "collective.rated" || act->type == "quota.settled");
        if (relied && in_question(*act)) add(FindingType::relied_on_corrected_document, *act).correction = detail;
    }
}

void Search::find_corrected() {
    context_.rows().scan(organisation::kMandates, "", "", context_.known(), [&](const Row& row) {
        const auto mandate = json::from_json<Mandate>(row.json).value();
        for (const auto& before : mandate.corrections) {
            add_corrected(acts_under(context_, trace::kByMandate, mandate.mandate.str() + "/", false),
                          {context_.document_name(mandate.document), mandate.mandate, before.position,
                           before.recorded_at, before.reason});
        }
        return true;
    });
    context_.rows().scan(organisation::kDocuments, "", "", context_.known(), [&](const Row& row) {
        const auto document = json::from_json<Document>(row.json).value();
        const auto& id = document.registered.document;
        for (const auto& before : document.corrections) {
            add_corrected(acts_under(context_, trace::kByDocument, id.str() + "/", true),
                          {context_.document_name(id), {}, before.position, before.recorded_at, before.reason});
        }
        return true;
    });
}

// Acts that say they came after a term, and transcribed acts that broke another rule.
void Search::find_breaches() {
    const auto is_late = [](const Breach& breach) { return breach.type.str() == "term-passed"; };
    const auto keep = [&](FindingType type, std::int64_t position, bool late) {
        auto* finding = asked(type) ? add(type, position) : nullptr;
        if (finding) std::erase_if(finding->breaches, [&](const Breach& breach) { return is_late(breach) != late; });
    };
    for (const auto act : acts_under(context_, trace::kByBreach, "", false)) {
        const auto position = static_cast<std::int64_t>(act);
        const auto found = context_.act(act);
        if (!found) continue;
        const auto late = std::count_if(found->breaches.begin(), found->breaches.end(), is_late);
        if (late > 0) keep(FindingType::term_passed, position, true);
        if (late < std::ssize(found->breaches)) keep(FindingType::paper_breach, position, false);
    }
}

void Search::find_open_effects() {
    for (auto& [position, owner, detail] : open_effects(context_, question_.cycle, question_.effect_days_max)) {
        auto act = context_.act(static_cast<std::uint64_t>(position));
        if (!act || (question_.agency != owner && !in_question(*act))) continue;
        add(FindingType::effect_open, std::move(*act)).open_effect = std::move(detail);
    }
}

void Search::find_mismatch(const DossierRow& row) {
    auto detail = mismatch_of(context_, row, question_.scope);
    if (!detail) return;
    auto* finding = add(FindingType::head_unit_mismatch, row.decision()->by.position);
    if (finding) finding->mismatch = std::move(detail);
}

void Search::find_stale() {
    for (auto& [position, detail] : stale_settlements(context_, question_.cycle, rows_)) {
        if (auto* finding = add(FindingType::stale_settlement, position)) finding->stale = std::move(detail);
    }
}

void Search::find_in_reviews(int year) {
    for (auto& [type, position, detail] : found_in_reviews(context_, question_.cycle, year)) {
        if (!asked(type)) continue;
        if (auto* finding = add(type, position)) finding->review = std::move(detail);
    }
}

void Search::find_patterns() {
    const auto& types = question_.types;
    const bool by_name = std::find(types.begin(), types.end(), FindingType::same_text) != types.end();
    const auto is_wanted = [&](FindingType type) { return asked(type); };
    for (auto& pattern : patterns_in(context_, rows_, is_wanted, by_name)) {
        if (auto* finding = add(pattern.type, pattern.position)) finding->pattern = std::move(pattern.detail);
    }
}

// Where a finding stands in the list.
using Place = std::pair<FindingType, std::int64_t>;

Place place_of(const Finding& finding) {
    return {finding.type, finding.act ? finding.act->by.position : 0};
}

void Search::run() {
    cycle_ = context_.cycle(question_.cycle);
    DossiersQuestion everybody;
    everybody.cycle = question_.cycle;
    everybody.agency = question_.agency;
    context_.visit_dossiers(
        everybody, [&](const DossierId& id, const std::string&) { rows_.push_back(context_.dossier(id).value()); });

    if (asked(FindingType::retro_authority)) find_retro_authority();
    for (const auto& row : rows_) {
        if (asked(FindingType::proposal_override)) find_overrides(row);
        if (asked(FindingType::party_opinion_missing) || asked(FindingType::party_opinion_late))
            find_party_opinion(row);
        if (asked(FindingType::order_violation)) find_order(row);
        if (asked(FindingType::last_minute)) find_last_minute(row);
        if (asked(FindingType::head_unit_mismatch)) find_mismatch(row);
        if (auto detail = asked(FindingType::never_told) ? never_told_of(context_, row) : std::nullopt)
            if (auto* finding = add(FindingType::never_told, row.self_assessments.front().by.position))
                finding->never_told = std::move(detail);
    }
    if (asked(FindingType::batch_signing)) find_batches();
    if (asked(FindingType::relied_on_corrected_document)) find_corrected();
    if (asked(FindingType::paper_breach) || asked(FindingType::term_passed)) find_breaches();
    if (asked(FindingType::effect_open)) find_open_effects();
    if (asked(FindingType::stale_settlement)) find_stale();
    find_patterns();
    const bool reviews = asked(FindingType::review_too_early) || asked(FindingType::suggestion_unanswered) ||
                         asked(FindingType::review_after_rating) || asked(FindingType::shortcoming_without_measure);
    if (cycle_ && reviews) find_in_reviews(cycle_->opened.year);

    // Those of one place stay in the order they were found in.
    std::vector<std::pair<Place, std::size_t>> order;
    for (const auto& finding : items_) order.emplace_back(place_of(finding), order.size());
    std::sort(order.begin(), order.end());
    std::vector<Finding> sorted;
    sorted.reserve(items_.size());
    for (const auto& [place, index] : order) sorted.push_back(std::move(items_[index]));
    items_ = std::move(sorted);
}

// A place as it stands in `next`: the type's name in addresses and the position.
std::string written(const Place& place) {
    return std::string(finding_slug(place.first)) + "/" + std::to_string(place.second);
}

std::optional<Place> place_from(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto type = finding_of(text.substr(0, slash));
    const auto digits = text.substr(slash + 1);
    std::int64_t position = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (!type || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return Place{*type, position};
}

// Keeps the page that was asked for.
void cut(FindingsAnswer& answer, const Keyset& page) {
    answer.total = static_cast<int>(answer.items.size());
    auto& items = answer.items;
    if (const auto after = page.after ? place_from(*page.after) : std::nullopt)
        std::erase_if(items, [&](const Finding& finding) { return place_of(finding) <= *after; });
    if (items.size() <= page.limit) return;
    std::size_t end = page.limit;
    while (end < items.size() && place_of(items[end]) == place_of(items[end - 1])) ++end;
    if (end == items.size()) return;
    answer.next = written(place_of(items[end - 1]));
    items.resize(end);
}

}  // namespace

Result<FindingsAnswer> Answers::findings(const FindingsQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(question.cycle)) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    const auto access = Context::at(access_, log_, events::Ledger::access, {});
    FindingsAnswer answer{context.basis(), question.cycle, {}, 0, {}};
    Search(context, access ? &*access : nullptr, question, answer.items).run();
    cut(answer, question.page);
    return answer;
}

}  // namespace minhbach::projections
