// One question's view: all rows as they stood at one position, events of the log up to there, and the names that go
// with codes. Used by one thread for one question.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "projections/answers.hpp"
#include "projections/tables.hpp"
#include "projections/unnamed.hpp"

namespace minhbach::projections {

class Context {
public:
    // `reader`: who is told; absent, the program asks for itself.
    static Result<Context> at(const Runner& runner, const events::Log& log, events::Ledger ledger, Known known_as_of,
                              std::optional<Listener> reader = {});

    events::Position known() const { return known_; }
    const Basis& basis() const { return basis_; }
    const events::Log& log() const { return *log_; }
    const RowsReader& rows() const { return *rows_; }

    template <class T>
    std::optional<T> row(std::string_view table, std::string_view entity) const {
        return rows_->get_as<T>(table, entity, known_);
    }
    // Entities that begin with `prefix`, without it.
    std::vector<std::string> entities(std::string_view table, const std::string& prefix) const;

    events::Recorded recorded(std::int64_t position) const;
    // The event at a position with its provenance, names filled in; nothing if its content is erased. A comment whose
    // author is not named to the reader comes without one, and not before its day is over.
    template <class T>
    std::optional<Sourced<T>> event(std::int64_t position) {
        auto found = recorded(position);
        auto* event = found.event.as<T>();
        if (!event) return std::nullopt;
        if constexpr (std::is_same_v<T, CommentRecorded>) {
            if (is_unnamed_to(reader_, event->person, event->side)) {
                if (found.record.recorded_at.local_date() >= day_of_telling()) return std::nullopt;
                return Sourced<T>{unnamed(provenance_of(found.record)), unnamed(std::move(*event))};
            }
        }
        if constexpr (std::is_same_v<T, OpinionRequested>) {
            if (is_unnamed_to(reader_, event->person, event->side)) *event = unnamed(std::move(*event));
        }
        return Sourced<T>{named(provenance_of(found.record)), std::move(*event)};
    }
    template <class T>
    void append_event(std::vector<Sourced<T>>& list, std::int64_t position) {
        if (auto found = event<T>(position)) list.push_back(std::move(*found));
    }

    Date today();  // the local date of the last event known
    // The day on the clock; of an answer as of a position, the same for ever: `today`.
    Date day_of_telling();

    std::optional<Unit> unit(const UnitCode& code) const { return row<Unit>(organisation::kUnits, code.str()); }
    std::optional<Person> person(const PersonCode& code) const {
        return row<Person>(organisation::kPersons, code.str());
    }
    std::optional<Mandate> mandate(const MandateId& id) const {
        return row<Mandate>(organisation::kMandates, id.str());
    }
    std::optional<Document> document(const DocumentId& id) const {
        return row<Document>(organisation::kDocuments, id.str());
    }
    std::optional<Cycle> cycle(const CycleId& id) const { return row<Cycle>(organisation::kCycles, id.str()); }

    // With the names they had that day; a code that is not known is its own name.
    UnitName unit_name(const UnitCode& code, Date day);
    PersonName person_name(const PersonCode& code);
    DocumentName document_name(const DocumentId& id);
    Provenance named(Provenance by);

    // Names filled in; nothing where the reader is not to know of it.
    std::optional<Act> act(std::uint64_t position);
    // What subordinates said of the reader stands in no list of acts: such a list is not complete, be there any or not.
    bool leaves_out_comments(const std::optional<PersonCode>& subject);
    std::optional<DossierRow> dossier(const DossierId& id) const;
    // The unit and everything below it, by the tree of that day.
    const std::set<UnitCode>& subtree(const UnitCode& unit, Date day);
    bool within(UnitCode unit, const UnitCode& ancestor, Date day);

    // Every dossier of a list in its order, filtered as the question asks (but for paging).
    void visit_dossiers(const DossiersQuestion& question,
                        const std::function<void(const DossierId&, const std::string& cursor)>& visit);

private:
    Context(std::shared_ptr<const RowsReader> rows, const events::Log& log, events::Ledger ledger,
            std::optional<PersonCode> reader)
        : rows_(std::move(rows)), log_(&log), ledger_(ledger), reader_(std::move(reader)) {}

    std::shared_ptr<const RowsReader> rows_;  // they stay while they are read, also when others take their place
    const events::Log* log_;
    events::Ledger ledger_;
    std::optional<PersonCode> reader_;
    std::function<Date()> clock_day_;  // none as of a position
    events::Position known_;
    Basis basis_;
    std::optional<Date> today_;
    std::map<UnitCode, std::optional<Unit>> units_;
    std::map<PersonCode, std::string> persons_;
    std::map<DocumentId, DocumentName> documents_;
    std::map<MandateId, std::optional<DocumentId>> mandate_documents_;
    std::map<UnitCode, std::set<UnitCode>> subtrees_;
    const std::optional<Unit>& cached_unit(const UnitCode& code);
};

// A term of the cycle with what extends it: the latest of its own and all extensions that reach the unit. `extended_by`
// is absent where none does.
struct TermInForce {
    std::optional<Deadline> until;
    std::optional<DocumentId> extended_by;
};
TermInForce term_for(Context& context, const Cycle& cycle, CycleTerm term, const UnitCode& unit, Date day);
// For the cycle as a whole.
std::optional<Deadline> term_for_cycle(const Cycle& cycle, CycleTerm term);
// The nearest ancestor-or-self that is an agency of its own.
std::optional<UnitCode> agency_of(Context& context, const UnitCode& unit, Date day);

// Whether a type of event is among those asked for. Empty: all; "self.*" and "self." stand for all that begin with
// "self".
bool is_asked(const std::vector<std::string>& types, std::string_view type);
Refusal no_such(std::string_view what_vi, std::string_view what_en, std::string_view id);
Result<DossierRow> existing(const Context& context, const DossierId& id);
DossierLine line_of(Context& context, const DossierRow& row);
ObjectionLine line_of(Context& context, const ObjectionRow& row);
EffectLine line_of(Context& context, const EffectRow& row);
std::vector<ObjectionLine> objections_of(Context& context, const DossierId& dossier);  // by filing
std::vector<EffectLine> effects_of(Context& context, const DossierId& dossier);        // of its re-ratings
std::optional<ErasedPerson> erased_person(const Context& context, const PersonCode& person);
// What is declared under one code, and how it is told.
RelationView relation_view(Context& context, const Relation& one);
std::vector<Relation> relations_under(const Context& context, const PersonCode& code);
// Positions of everything that touches a dossier, newest first.
std::vector<std::uint64_t> positions_touching(const Context& context, const DossierId& id);
// What the act says about the competence of who did it.
Competence competence_of(Context& context, const Act& act);

}  // namespace minhbach::projections
