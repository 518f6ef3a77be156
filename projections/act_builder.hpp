// One act of the trace while it is being put together from its event, and what is kept of earlier acts for it. Folding
// only.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "events/vocabulary/evaluation.hpp"
#include "projections/rows.hpp"
#include "projections/tables.hpp"
#include "projections/trace.hpp"

namespace minhbach::projections::trace {

// What later acts need to know of earlier ones, by dossier, person, meeting, mandate, document and collective.
inline constexpr std::string_view kDossiers = "trace.dossier";
inline constexpr std::string_view kOfPerson = "trace.of-person";  // cycle/person -> dossier
inline constexpr std::string_view kLed = "trace.led";             // cycle/unit/dossier: leaders of the unit
inline constexpr std::string_view kPersons = "trace.person";
inline constexpr std::string_view kMeetings = "trace.meeting";
inline constexpr std::string_view kMandates = "trace.mandate";
inline constexpr std::string_view kDocuments = "trace.document";
inline constexpr std::string_view kCollectives = "trace.collective";  // cycle/unit
inline constexpr std::string_view kForms = "trace.form";     // dossier -> the counts and judgements of the last form
inline constexpr std::string_view kJudged = "trace.judged";  // dossier/judge

struct Placed {
    UnitCode unit;
    UnitCode agency;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (unit, agency))

struct DossierFacts {
    PersonCode person;
    CycleId cycle;
    UnitCode unit;
    UnitCode agency;
    std::optional<Level> decided;
    std::optional<Date> notice;
};
BOOST_DESCRIBE_STRUCT(DossierFacts, (), (person, cycle, unit, agency, decided, notice))

struct OneDossier {
    DossierId dossier;
};
BOOST_DESCRIBE_STRUCT(OneDossier, (), (dossier))

struct MeetingFacts {
    CycleId cycle;
    UnitCode unit;
    std::vector<DossierId> dossiers;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingFacts, (), (cycle, unit, dossiers, version))

struct MandateFacts {
    PersonCode person;
    UnitCode unit;
    Date from;
    std::optional<Date> to;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(MandateFacts, (), (person, unit, from, to, document))

struct DocumentFacts {
    std::string number;
    Date date;
    Date effective_from;
    std::optional<Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(DocumentFacts, (), (number, date, effective_from, effective_to))

struct CollectiveFacts {
    std::optional<Level> level;
};
BOOST_DESCRIBE_STRUCT(CollectiveFacts, (), (level))

struct FormFacts {
    Level proposed_level = Level::good;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    WorkCounts counts;
};
BOOST_DESCRIBE_STRUCT(FormFacts, (), (proposed_level, general, effectiveness, counts))

struct JudgedFacts {
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    std::optional<TypedCounts> typed;
};
BOOST_DESCRIBE_STRUCT(JudgedFacts, (), (general, effectiveness, typed))

template <class T>
std::optional<std::string> shown(const T& value) {
    if constexpr (json::is_optional<T>::value) {
        if (!value) return std::nullopt;
        return shown(*value);
    } else if constexpr (json::DescribedEnum<T>) {
        return json::enum_name(value);
    } else if constexpr (std::is_same_v<T, Date>) {
        return value.iso();
    } else if constexpr (std::is_same_v<T, Time>) {
        return value.rfc3339();
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(value);
    } else if constexpr (json::ParsedText<T>) {
        return value.str();
    } else {
        return value;
    }
}

// One act being put together from its event.
class Builder {
public:
    Builder(const events::Record& record, Rows& rows) : record_(record), rows_(rows) {
        act.by = provenance_of(record);
        act.type = record.type;
        act.correlation = record.correlation.str();
        if (!act.by.mandate) return;
        const auto mandate = rows.get_as<MandateFacts>(kMandates, act.by.mandate->str());
        if (mandate) act.by.mandate_document = mandate->document;
    }

    template <class From, class To>
    void changed(std::string_view field, const From& from, const To& to) {
        FieldChange change{std::string(field), shown(from), shown(to)};
        if (change.from != change.to) act.changes.push_back(std::move(change));
    }
    template <class To>
    void set(std::string_view field, const To& to) {
        changed(field, std::optional<std::string>(), to);
    }
    // Against what was said before in the same place, which this replaces. The first time changes nothing.
    template <class T>
    void replaces(std::string_view table, const std::string& key, const T& now) {
        auto text = json::to_json(now);
        if (const auto before = rows_.get(table, key)) {
            for (auto& change : field_changes(*before, text)) act.changes.push_back(std::move(change));
        }
        rows_.put(table, key, std::move(text));
    }

    // The dossier the act belongs to; nothing more is known of it if its opening is erased.
    std::optional<DossierFacts> about(const DossierId& dossier) {
        act.dossier = dossier;
        auto facts = rows_.get_as<DossierFacts>(kDossiers, dossier.str());
        if (!facts) return facts;
        act.subject = facts->person;
        act.cycle = facts->cycle;
        act.unit = facts->unit;
        act.agency = facts->agency;
        return facts;
    }
    void about_person(const PersonCode& person) {
        act.subject = person;
        const auto placed = rows_.get_as<Placed>(kPersons, person.str());
        if (!placed) return;
        act.unit = placed->unit;
        act.agency = placed->agency;
    }
    void about_owner(const Owner& owner) {
        if (owner.person)
            about_person(*owner.person);
        else
            act.unit = owner.unit;
    }
    template <class E>
    void with_paper(const E& event) {
        act.breaches = event.breaches;
        if (event.paper) relies_on(event.paper->document);
    }
    void relies_on(const DocumentId& document) { documents_.push_back(document); }
    void rests_on(const DocumentId& document) {
        act.document = document;
        relies_on(document);
    }
    void touches(const std::vector<DossierId>& dossiers) {
        touched_.insert(touched_.end(), dossiers.begin(), dossiers.end());
    }
    // Dossiers of all acts that an index leads to.
    void touches_dossiers_of(std::string_view table, const std::string& prefix, bool newest) {
        std::vector<std::string> keys;
        rows_.scan(table, prefix, [&](std::string_view name, const std::string&) {
            const auto digits = name.substr(name.size() - 16);
            keys.push_back(newest ? std::string(digits) : newest_first(~position_of_newest_first(digits)));
            return true;
        });
        for (const auto& key : keys) {
            const auto relying = rows_.get_as<Act>(kActs, key);
            if (relying && relying->dossier) touched_.push_back(*relying->dossier);
        }
    }

    void write() {
        const auto position = record_.position.value;
        const auto newest = newest_first(position);
        rows_.put_as(kActs, newest, act);
        if (act.unit) rows_.mark(kByUnit, entity(act.unit->str(), newest));
        if (act.agency && act.agency != act.unit) rows_.mark(kByUnit, entity(act.agency->str(), newest));
        if (act.by.mandate) {
            rows_.mark(kByMandate, entity(act.by.mandate->str(), act.by.at().local_date().iso(), ascending(position)));
        }
        unique(documents_);
        for (const auto& document : documents_) rows_.mark(kByDocument, entity(document.str(), newest));
        unique(touched_);
        for (const auto& dossier : touched_) rows_.mark(kTouching, entity(dossier.str(), newest));
        if (!act.breaches.empty()) rows_.mark(kByBreach, ascending(position));
    }

    Act act;

private:
    template <class T>
    static void unique(std::vector<T>& list) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }

    const events::Record& record_;
    Rows& rows_;
    std::vector<DocumentId> documents_;
    std::vector<DossierId> touched_;
};

}  // namespace minhbach::projections::trace
