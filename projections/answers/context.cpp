#include "projections/answers/context.hpp"

#include <algorithm>

#include "events/refusals.hpp"
#include "projections/names.hpp"

namespace minhbach::projections {

Result<Context> Context::at(const Runner& runner, const events::Log& log, events::Ledger ledger, Known known_as_of,
                            std::optional<Listener> reader) {
    // In this order: rows that come into use in between have folded as much at least.
    const auto applied = runner.applied();
    Context context(runner.rows(), log, ledger, reader ? std::optional(reader->person) : std::nullopt);
    if (reader && !known_as_of) context.clock_day_ = std::move(reader->today);
    const auto last = static_cast<std::int64_t>(applied) - 1;
    if (known_as_of && known_as_of->value >= applied) {
        return Refusal{"not-yet-known",
                       "/knownAsOf",
                       "",
                       "Hệ thống mới tổng hợp đến bản ghi số " + std::to_string(last) + "; hãy thử lại sau.",
                       "Folded up to position " + std::to_string(last) + " so far; try again later.",
                       {}};
    }
    context.known_ = known_as_of ? *known_as_of : events::Position{applied == 0 ? 0 : applied - 1};
    context.basis_.applied = last;
    context.basis_.position = known_as_of ? static_cast<std::int64_t>(known_as_of->value) : last;
    context.basis_.stopped = runner.stopped();
    // What is being read this moment is no gap; a server that has just begun to read is.
    constexpr std::uint64_t kBehindMax = 256;
    const bool caught_up = known_as_of || log.size(ledger) <= applied + kBehindMax;
    context.basis_.complete = context.basis_.stopped.empty() && caught_up;
    return context;
}

std::vector<std::string> Context::entities(std::string_view table, const std::string& prefix) const {
    std::vector<std::string> names;
    rows_->scan(table, prefix, {}, known_, [&](const Row& row) {
        names.push_back(row.entity.substr(prefix.size()));
        return true;
    });
    return names;
}

events::Recorded Context::recorded(std::int64_t position) const {
    return events::decode(log_->read(ledger_, events::Position{static_cast<std::uint64_t>(position)}));
}

Date Context::today() {
    if (!today_) {
        today_ = Date();
        if (basis_.position >= 0) {
            const auto record = events::decode_record(log_->record_bytes(ledger_, known_));
            today_ = record.value().recorded_at.local_date();
        }
    }
    return *today_;
}

Date Context::day_of_telling() {
    return clock_day_ ? std::max(today(), clock_day_()) : today();
}

const std::optional<Unit>& Context::cached_unit(const UnitCode& code) {
    auto found = units_.find(code);
    if (found == units_.end()) found = units_.emplace(code, unit(code)).first;
    return found->second;
}

namespace {
// Units are named also before they begin and after they end.
const UnitVersion* nearest(const Unit& unit, Date day) {
    const UnitVersion* last = &unit.versions.front();
    for (const auto& version : unit.versions) {
        if (version.from <= day) last = &version;
    }
    return last;
}
}  // namespace

UnitName Context::unit_name(const UnitCode& code, Date day) {
    UnitName name{code, code.str(), {}, {}};
    const auto& found = cached_unit(code);
    if (!found) return name;
    const auto* version = nearest(*found, day);
    name.name = version->name.str();
    name.parent = version->parent;
    if (version->parent) {
        const auto& parent = cached_unit(*version->parent);
        name.parent_name = parent ? nearest(*parent, day)->name.str() : version->parent->str();
    }
    return name;
}

PersonName Context::person_name(const PersonCode& code) {
    auto found = persons_.find(code);
    if (found == persons_.end()) {
        const auto known = person(code);
        found = persons_.emplace(code, known && known->full_name ? known->full_name->str() : code.str()).first;
    }
    return {code, found->second};
}

DocumentName Context::document_name(const DocumentId& id) {
    auto found = documents_.find(id);
    if (found == documents_.end()) {
        DocumentName name{id, id.str(), {}};
        if (const auto known = document(id)) {
            name.number = known->registered.number.str();
            name.date = known->registered.date;
        }
        found = documents_.emplace(id, std::move(name)).first;
    }
    return found->second;
}

Provenance Context::named(Provenance by) {
    by.actor_name = person_name(by.actor).name;
    if (!by.mandate) return by;
    auto found = mandate_documents_.find(*by.mandate);
    if (found == mandate_documents_.end()) {
        const auto known = mandate(*by.mandate);
        found = mandate_documents_.emplace(*by.mandate, known ? std::optional(known->document) : std::nullopt).first;
    }
    by.mandate_document = found->second;
    if (by.mandate_document) by.mandate_document_number = document_name(*by.mandate_document).number;
    return by;
}

std::optional<Act> Context::act(std::uint64_t position) {
    auto found = row<Act>(trace::kActs, newest_first(position));
    if (!found) return found;
    if (reader_ && found->subject == reader_ && may_be_unnamed(found->type) &&
        is_unnamed_to(reader_, recorded(static_cast<std::int64_t>(position))))
        return std::nullopt;
    found->by = named(std::move(found->by));
    if (found->subject) found->subject_name = person_name(*found->subject).name;
    return found;
}

bool Context::leaves_out_comments(const std::optional<PersonCode>& subject) {
    if (!reader_ || subject != reader_) return false;
    const auto known = person(*subject);
    const auto* post = known ? known->main_post_at(today()) : nullptr;
    return post && post->leader;
}

std::optional<DossierRow> Context::dossier(const DossierId& id) const {
    auto found = row<DossierRow>(dossiers::kRows, id.str());
    if (!found) return found;
    if (const auto tip = row<dossiers::Tip>(dossiers::kTips, id.str())) {
        found->revision = tip->revision;
        found->last_position = tip->position;
    }
    if (!reader_ || found->person != *reader_) return found;
    const auto positions = log_->stream_positions(ledger_, events::Stream::of("dossier", id.str()));
    for (auto at = positions.rbegin(); at != positions.rend(); ++at) {
        if (*at > known_ || is_unnamed_to(reader_, recorded(static_cast<std::int64_t>(at->value)))) continue;
        found->last_position = static_cast<std::int64_t>(at->value);
        break;
    }
    return found;
}

bool Context::within(UnitCode unit, const UnitCode& ancestor, Date day) {
    constexpr int kDepthMax = 16;
    for (int depth = 0; depth < kDepthMax; ++depth) {
        if (unit == ancestor) return true;
        const auto& found = cached_unit(unit);
        if (!found) return false;
        const auto* version = nearest(*found, day);
        if (!version->parent) return false;
        unit = *version->parent;
    }
    return false;
}

const std::set<UnitCode>& Context::subtree(const UnitCode& unit, Date day) {
    auto found = subtrees_.find(unit);
    if (found != subtrees_.end()) return found->second;
    std::set<UnitCode> members{unit};
    for (const auto& name : entities(organisation::kUnits, "")) {
        const auto code = UnitCode::of(name);
        if (within(code, unit, day)) members.insert(code);
    }
    return subtrees_.emplace(unit, std::move(members)).first->second;
}

namespace {

bool has_level(const DossierRow& row, LevelFilter level) {
    const auto* decision = row.decision();
    switch (level) {
        case LevelFilter::pending:
            return !decision && !row.closed;
        case LevelFilter::not_rated:
            return row.closed || (decision && !decision->level);
        case LevelFilter::excellent:
            return decision && decision->level == Level::excellent;
        case LevelFilter::good:
            return decision && decision->level == Level::good;
        case LevelFilter::completed:
            return decision && decision->level == Level::completed;
        case LevelFilter::not_completed:
            return decision && decision->level == Level::not_completed;
    }
    return false;
}

std::optional<Level> expected_level(const DossierRow& row) {
    if (row.closed) return std::nullopt;
    if (const auto* decision = row.decision()) return decision->level;
    if (const auto* proposal = row.proposal()) return proposal->level;
    const bool filed = !row.self_assessments.empty() && !row.self_assessments.back().returned;
    return filed ? std::optional(row.self_assessments.back().level) : std::nullopt;
}

bool is_decided_above(Context& context, const DossierRow& row) {
    return row.post && agency_of(context, row.post->unit, context.today()) != row.post->managed_by;
}

bool matches(Context& context, const DossierRow& row, const DossiersQuestion& question) {
    if (question.level && !has_level(row, *question.level)) return false;
    if (question.status && row.status() != *question.status) return false;
    if (question.person && row.person != *question.person) return false;
    if (question.subject_class && (!row.post || row.post->subject_class != *question.subject_class)) return false;
    if (question.leader && (!row.post || row.post->leader != *question.leader)) return false;
    const auto* proposal = row.proposal();
    if (question.proposed && (!proposal || proposal->level != *question.proposed)) return false;
    if (question.expected && expected_level(row) != question.expected) return false;
    if (question.group && row.group != question.group) return false;
    if (question.decided_above && is_decided_above(context, row) != *question.decided_above) return false;
    return !question.agency || (row.post && row.post->managed_by == *question.agency);
}

// Every word that was typed occurs in the name, or all of it in the code.
bool is_found(const dossiers::ListEntry& entry, const std::string& folded_search) {
    if (search_fold(entry.dossier.str()).find(folded_search) != std::string::npos) return true;
    std::size_t begin = 0;
    while (begin < folded_search.size()) {
        const auto end = std::min(folded_search.find(' ', begin), folded_search.size());
        if (entry.folded.find(folded_search.substr(begin, end - begin)) == std::string::npos) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace

void Context::visit_dossiers(const DossiersQuestion& question,
                             const std::function<void(const DossierId&, const std::string& cursor)>& visit) {
    std::string_view table = dossiers::kByCycle;
    std::string prefix = question.cycle.str() + "/";
    if (question.unit) {
        table = dossiers::kByUnit;
        prefix += question.unit->str() + "/";
    } else if (question.agency) {
        table = dossiers::kByAgency;
        prefix += question.agency->str() + "/";
    }
    const bool asks_for_values = question.level || question.status || question.person || question.subject_class ||
                                 question.leader || question.proposed || question.expected || question.group ||
                                 question.decided_above || (question.unit && question.agency);
    const auto searched = question.search ? search_fold(*question.search) : std::string();
    rows_->scan(table, prefix, {}, known_, [&](const Row& listed) {
        const auto entry = json::from_json<dossiers::ListEntry>(listed.json).value();
        if (!searched.empty() && !is_found(entry, searched)) return true;
        if (asks_for_values) {
            const auto row = dossier(entry.dossier);
            if (!row || !matches(*this, *row, question)) return true;
        }
        visit(entry.dossier, listed.entity.substr(prefix.size()));
        return true;
    });
}

bool is_asked(const std::vector<std::string>& types, std::string_view type) {
    if (types.empty()) return true;
    return std::any_of(types.begin(), types.end(), [&](std::string_view asked) {
        bool prefix = false;
        for (const char last : {'*', '.'}) {
            if (asked.ends_with(last)) {
                asked.remove_suffix(1);
                prefix = true;
            }
        }
        return prefix ? type.starts_with(asked) : type == asked;
    });
}

Refusal no_such(std::string_view what_vi, std::string_view what_en, std::string_view id) {
    return not_found("Không có " + std::string(what_vi) + " mang mã " + std::string(id) + ".",
                     "There is no " + std::string(what_en) + " " + std::string(id) + ".");
}

Result<DossierRow> existing(const Context& context, const DossierId& id) {
    auto row = context.dossier(id);
    if (!row) return no_such("hồ sơ đánh giá", "dossier", id.str());
    return std::move(*row);
}

}  // namespace minhbach::projections
