#include "api/export/selection.hpp"

#include <algorithm>
#include <map>

#include "events/codec/codec.hpp"
#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "projections/unnamed.hpp"

namespace minhbach::api::exports {
namespace {

using events::Ledger;
using events::Position;

// "2023/51-S05" -> "51-S05": the last part of a stream's id.
std::string_view last_part(std::string_view id) {
    return id.substr(id.rfind('/') + 1);
}
std::string_view first_part(std::string_view id) {
    return id.substr(0, id.find('/'));
}

class Selecting {
public:
    Selecting(const events::Log& log, const Scope& scope, std::uint64_t size) : log_(log), scope_(scope), size_(size) {}

    Result<Selection> run() {
        if (scope_.person) take_person(*scope_.person);
        if (scope_.unit) read_unit(*scope_.unit);
        if (scope_.cycle) read_cycle(*scope_.cycle);
        if (!scope_.person) scan();
        leave_out_unnamed();
        if (chosen_.empty()) {
            return not_found("Không có bản ghi nào về " + scope_.name() + ".",
                             "The record knows nothing of " + scope_.name() + ".");
        }
        take_signatures();
        take_context();
        for (const auto position : chosen_) selection_.positions.push_back({position});
        selection_.complete.assign(complete_.begin(), complete_.end());
        return std::move(selection_);
    }

private:
    void take(const std::vector<Position>& positions) {
        for (const auto position : positions) {
            if (position.value < size_) chosen_.insert(position.value);
        }
    }
    void take_stream(std::string_view category, std::string_view id) {
        take(log_.stream_positions(Ledger::main, events::Stream::of(category, id)));
    }
    void take_person(const PersonCode& person) {
        take(log_.subject_positions(Ledger::main, person));
        selection_.people.insert(person);
        complete_.insert(person);
    }
    void leave_out_unnamed() {
        if (!scope_.reader) return;
        for (const auto position : log_.subject_positions(Ledger::main, *scope_.reader)) {
            if (!chosen_.contains(position.value)) continue;
            if (!projections::is_unnamed_to(scope_.reader, events::decode(log_.read(Ledger::main, position)))) continue;
            chosen_.erase(position.value);
            complete_.erase(*scope_.reader);
            selection_.left_out = true;
        }
    }
    template <class Visit>
    void each_of(std::string_view category, const Visit& visit) const {
        for (const auto position : log_.category_positions(Ledger::main, category)) {
            if (position.value < size_) visit(events::decode(log_.read(Ledger::main, position)));
        }
    }

    // The unit with everything that ever stood below it, and those whose dossiers were opened there.
    void read_unit(const UnitCode& unit) {
        std::multimap<UnitCode, UnitCode> below;
        each_of("unit", [&](const events::Recorded& recorded) {
            if (const auto* e = recorded.event.as<UnitEstablished>(); e && e->parent)
                below.emplace(*e->parent, e->unit);
            if (const auto* e = recorded.event.as<UnitChanged>(); e && e->parent) below.emplace(*e->parent, e->unit);
        });
        std::vector<UnitCode> open{unit};
        while (!open.empty()) {
            const auto next = open.back();
            open.pop_back();
            if (!units_.insert(next.str()).second) continue;
            const auto [from, to] = below.equal_range(next);
            for (auto child = from; child != to; ++child) open.push_back(child->second);
        }
        for (const auto position : log_.opening_positions(Ledger::main, "dossier")) {
            if (position.value >= size_) continue;
            const auto recorded = events::decode(log_.read(Ledger::main, position));
            const auto* opened = recorded.event.as<DossierOpened>();
            if (opened && units_.contains(opened->post.unit.str())) take_person(opened->person);
        }
        each_of("meeting", [&](const events::Recorded& recorded) {
            const auto* held = recorded.event.as<MeetingHeld>();
            if (held && units_.contains(held->unit.str())) streams_.insert(recorded.record.stream.name());
        });
    }

    void read_cycle(const CycleId& cycle) {
        each_of("cycle", [&](const events::Recorded& recorded) {
            if (const auto* opened = recorded.event.as<CycleOpened>(); opened && opened->cycle == cycle) {
                year_ = std::to_string(opened->year);
            }
        });
        each_of("meeting", [&](const events::Recorded& recorded) {
            const auto* held = recorded.event.as<MeetingHeld>();
            if (held && held->cycle == cycle) streams_.insert(recorded.record.stream.name());
        });
        each_of("objection", [&](const events::Recorded& recorded) {
            const auto* filed = recorded.event.as<ObjectionFiled>();
            if (filed && filed->dossier.str().starts_with(cycle.str() + ".")) {
                streams_.insert(recorded.record.stream.name());
            }
        });
        selection_.everybody = true;
    }

    bool is_of_unit(const events::Stream& stream) const {
        const auto category = stream.category();
        const auto id = stream.id();
        if (category == "unit") return units_.contains(id);
        if (category == "remediation" || category == "review") {
            const auto at = id.find(".u.");
            return at != std::string_view::npos && units_.contains(id.substr(at + 3));
        }
        if (category == "work") return id.find("/u/") != std::string_view::npos && units_.contains(last_part(id));
        if (category == "concretisation" || category == "collective" || category == "conferences" ||
            category == "settlement" || category == "submission" || category == "report" || category == "hand-over") {
            return units_.contains(last_part(id));
        }
        return false;
    }

    bool is_of_cycle(const events::Stream& stream) const {
        const auto category = stream.category();
        const auto id = stream.id();
        const auto& cycle = scope_.cycle->str();
        if (category == "cycle") return id == cycle;
        if (category == "dossier" || category == "remediation" || category == "review")
            return id.starts_with(cycle + ".");
        if (category == "work") return first_part(id) == year_;
        if (category == "concretisation" || category == "collective" || category == "conferences" ||
            category == "settlement" || category == "submission" || category == "report" || category == "hand-over") {
            return first_part(id) == cycle;
        }
        return false;
    }

    void scan() {
        const auto visit = [&](Position position, std::string_view bytes) {
            const auto record = events::decode_record(bytes).value();
            const auto& stream = record.stream;
            const bool wanted =
                streams_.contains(stream.name()) || (scope_.unit ? is_of_unit(stream) : is_of_cycle(stream));
            if (wanted) chosen_.insert(position.value);
            return true;
        };
        log_.scan_records(Ledger::main, {0}, {size_}, visit);
    }

    // Signatures over the chosen acts; who signed is shown with the act, as who was mandated is.
    void take_signatures() {
        for (const auto position : log_.category_positions(Ledger::main, "signature")) {
            if (position.value >= size_) continue;
            const auto record = events::decode_record(log_.record_bytes(Ledger::main, position)).value();
            if (!chosen_.contains(std::stoull(std::string(record.stream.id())))) continue;
            chosen_.insert(position.value);
            selection_.authority.insert(position.value);
        }
    }

    // What the chosen acts rest on: the mandates of those who acted, the papers that are named, the cycles.
    void take_context() {
        std::set<std::string> papers, officials, cycles;
        const std::set<std::uint64_t> acts = chosen_;
        for (const auto position : acts) look_at({position}, papers, officials, cycles);
        for (const auto& official : officials) {
            for (const auto position : log_.stream_positions(Ledger::main, events::Stream::of("mandates", official))) {
                if (position.value >= size_) continue;
                chosen_.insert(position.value);
                selection_.authority.insert(position.value);
                look_at(position, papers, officials_of_mandates_, cycles);
            }
        }
        for (const auto& cycle : cycles) take_stream("cycle", cycle);
        for (const auto& cycle : cycles) {
            for (const auto position : log_.stream_positions(Ledger::main, events::Stream::of("cycle", cycle))) {
                if (position.value >= size_) continue;
                look_at(position, papers, officials_of_mandates_, cycles_of_cycles_);
                const auto recorded = events::decode(log_.read(Ledger::main, position));
                if (const auto* opened = recorded.event.as<CycleOpened>()) {
                    selection_.rulebooks.insert(opened->rulebook_hash);
                } else if (const auto* bound = recorded.event.as<RulebookBound>()) {
                    selection_.rulebooks.insert(bound->rulebook_hash);
                }
            }
        }
        for (const auto& paper : papers) take_stream("document", paper);
    }

    void look_at(Position position, std::set<std::string>& papers, std::set<std::string>& officials,
                 std::set<std::string>& cycles) {
        const auto stored = log_.read(Ledger::main, position);
        if (!stored.record.authority.empty()) officials.insert(stored.record.actor.str());
        if (stored.record.stream.category() == "cycle") cycles.insert(std::string(stored.record.stream.id()));
        for (std::size_t i = 0; i < stored.parts.size(); ++i) {
            if (stored.lost[i]) continue;
            const auto document = json::Document::parse(stored.parts[i].json);
            if (document) walk(document->root(), papers, cycles);
        }
    }

    // A text that is the code of a document stands for it, whatever the member is called.
    void walk(const json::Value& value, std::set<std::string>& papers, std::set<std::string>& cycles) {
        if (value.kind() == json::Kind::array) {
            for (const auto& element : value.elements()) walk(element, papers, cycles);
        } else if (value.kind() == json::Kind::object) {
            for (const auto& [name, member] : value.members()) {
                if (name == "cycle" && member.kind() == json::Kind::string) cycles.insert(std::string(member.string()));
                walk(member, papers, cycles);
            }
        } else if (value.kind() == json::Kind::string && is_document(value.string())) {
            papers.insert(std::string(value.string()));
        }
    }

    bool is_document(std::string_view text) {
        if (const auto known = documents_.find(text); known != documents_.end()) return known->second;
        const auto id = DocumentId::parse(text);
        const bool is =
            id && id->str() == text && log_.stream_count(Ledger::main, events::Stream::of("document", text)) > 0;
        documents_.emplace(text, is);
        return is;
    }

    const events::Log& log_;
    const Scope& scope_;
    const std::uint64_t size_;
    Selection selection_;
    std::set<std::uint64_t> chosen_;
    std::set<PersonCode> complete_;
    std::set<std::string, std::less<>> units_;
    std::set<std::string> streams_;
    std::string year_;
    std::map<std::string, bool, std::less<>> documents_;
    std::set<std::string> officials_of_mandates_, cycles_of_cycles_;  // one step of context is enough
};

}  // namespace

std::string Scope::name() const {
    if (person) return "person/" + person->str();
    return unit ? "unit/" + unit->str() : "cycle/" + cycle.value().str();
}

bool Selection::shows(const events::Stored& stored, std::size_t part) const {
    const auto& record = stored.record;
    const auto category = record.stream.category();
    if (is_party_content(category, record.type) || is_of_protected_objection(category, record.type)) return false;
    const auto& subject = stored.parts[part].subject;
    return !subject || everybody || people.contains(*subject) || authority.contains(stored.record.position.value);
}

Result<Selection> select(const events::Log& log, const Scope& scope, std::uint64_t size) {
    return Selecting(log, scope, size).run();
}

}  // namespace minhbach::api::exports
