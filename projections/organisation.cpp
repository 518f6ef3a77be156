#include "projections/organisation.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace organisation {
namespace {

class Organisation : public Projection {
public:
    std::string_view name() const override { return "organisation"; }
    int version() const override { return 7; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// Changes the row of an entity that must be there.
template <class T, class Change>
void change(Rows& rows, std::string_view table, std::string_view entity, const Change& apply) {
    auto row = rows.get_as<T>(table, entity);
    if (!row) return;  // its first event is erased
    apply(*row);
    rows.put_as(table, entity, *row);
}

// A person is there as soon as anything is said about the code, also where that was erased since.
template <class Change>
void change_person(Rows& rows, const PersonCode& code, const Change& apply) {
    auto person = rows.get_as<Person>(kPersons, code.str()).value_or(Person{});
    person.person = code;
    apply(person);
    rows.put_as(kPersons, code.str(), person);
}

// After those that begin on the same day.
template <class T>
void insert_by_from(std::vector<T>& list, T item) {
    const auto after =
        std::upper_bound(list.begin(), list.end(), item, [](const T& a, const T& b) { return a.from < b.from; });
    list.insert(after, std::move(item));
}

void Organisation::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto position = static_cast<std::int64_t>(record.position.value);
    match(
        recorded.event,
        [&](const UnitEstablished& e) {
            rows.put_as(kUnits, e.unit.str(),
                        Unit{e.unit, e.kind, {{e.from, e.name, e.parent, e.document, position}}, {}});
        },
        [&](const UnitChanged& e) {
            change<Unit>(rows, kUnits, e.unit.str(), [&](Unit& unit) {
                auto next = unit.versions.back();
                next.from = e.from;
                if (e.name) next.name = *e.name;
                if (e.parent) next.parent = e.parent;
                next.document = e.document;
                next.position = position;
                insert_by_from(unit.versions, std::move(next));
            });
        },
        [&](const UnitDissolved& e) {
            change<Unit>(rows, kUnits, e.unit.str(), [&](Unit& unit) { unit.dissolved_on = e.on; });
        },
        [&](const PersonRegistered& e) {
            change_person(rows, e.person, [&](Person& person) {
                person.full_name = e.full_name;
                person.birth_date = e.birth_date;
                person.sex = e.sex;
            });
        },
        [&](const PersonCorrected& e) {
            change_person(rows, e.person, [&](Person& person) {
                if (e.full_name) person.full_name = e.full_name;
                if (e.birth_date) person.birth_date = e.birth_date;
                if (e.sex) person.sex = e.sex;
                ++person.corrections;
            });
        },
        [&](const PersonMerged& e) {
            change_person(rows, e.person, [&](Person& person) { person.merged_into = e.into; });
            change_person(rows, e.into, [&](Person& person) { person.duplicates.push_back(e.person); });
        },
        [&](const PersonSeparated& e) {
            change_person(rows, e.person, [&](Person& person) { person.merged_into.reset(); });
            change_person(rows, e.from, [&](Person& person) { std::erase(person.duplicates, e.person); });
        },
        [&](const PostAssigned& e) {
            change_person(rows, e.person, [&](Person& person) { insert_by_from(person.posts, e.post); });
        },
        [&](const PostEnded& e) {
            change_person(rows, e.person, [&](Person& person) {
                for (auto& post : person.posts) {
                    if (post.unit == e.unit && post.from == e.from) post.to = e.to;
                }
            });
        },
        [&](const SecondmentRecorded& e) {
            change_person(rows, e.person, [&](Person& person) { person.secondments.push_back(e); });
        },
        [&](const SecondmentEnded& e) {
            change_person(rows, e.person, [&](Person& person) {
                for (auto& secondment : person.secondments) {
                    if (secondment.host == e.host && secondment.from == e.from) secondment.to = e.to;
                }
            });
        },
        [&](const PartyMembershipRecorded& e) {
            change_person(rows, e.person, [&](Person& person) { person.party_membership.push_back(e); });
        },
        [&](const RelationDeclared& e) {
            auto known = rows.get_as<Relations>(kRelations, e.person.str()).value_or(Relations{});
            declare_relation(known.items, e, record.actor);
            rows.put_as(kRelations, e.person.str(), known);
            rows.mark(kRelatedTo, entity(e.other.str(), e.person.str()));
        },
        [&](const RelationEnded& e) {
            change<Relations>(rows, kRelations, e.person.str(),
                              [&](Relations& known) { end_relation(known.items, e); });
        },
        [&](const ServiceRecorded& e) {
            rows.put_as(kService, entity(e.person.str(), std::to_string(e.year)), RecordedAt{position});
        },
        [&](const MandateGranted& e) {
            const Mandate mandate{
                e.mandate, e.person,        e.powers, e.unit, e.reach,  e.capacity,         e.from,
                e.to,      e.document,      {},       {},     position, record.recorded_at, record.actor,
                {},        e.second_person, {}};
            rows.put_as(kMandates, e.mandate.str(), mandate);
            rows.mark(kMandatesOf, entity(e.person.str(), e.mandate.str()));
        },
        [&](const MandateConfirmed& e) {
            change<Mandate>(rows, kMandates, e.mandate.str(), [&](Mandate& mandate) {
                mandate.confirmed = MandateConfirmation{position, record.recorded_at, record.actor};
            });
        },
        [&](const MandateCorrected& e) {
            change<Mandate>(rows, kMandates, e.mandate.str(), [&](Mandate& mandate) {
                mandate.corrections.push_back(
                    {position, record.recorded_at, mandate.from, mandate.to, mandate.document, e.reason});
                if (e.from) mandate.from = *e.from;
                if (e.to) mandate.to = e.to;
                if (e.document) mandate.document = *e.document;
            });
        },
        [&](const MandateRevoked& e) {
            change<Mandate>(rows, kMandates, e.mandate.str(), [&](Mandate& mandate) {
                mandate.revoked_on = e.on;
                mandate.revoked_by = e.document;
            });
        },
        [&](const DocumentRegistered& e) {
            rows.put_as(kDocuments, e.document.str(), Document{e, position, record.recorded_at, {}});
        },
        [&](const DocumentCorrected& e) {
            change<Document>(rows, kDocuments, e.document.str(), [&](Document& document) {
                auto& was = document.registered;
                document.corrections.push_back({position, record.recorded_at, was.number, was.date, was.effective_from,
                                                was.effective_to, e.reason});
                if (e.number) was.number = *e.number;
                if (e.date) was.date = *e.date;
                if (e.effective_from) was.effective_from = *e.effective_from;
                if (e.effective_to) was.effective_to = e.effective_to;
            });
        },
        [&](const CycleOpened& e) { rows.put_as(kCycles, e.cycle.str(), Cycle{e, {}, {}, {}, {}, {}, {}, position}); },
        [&](const ComparableGroupDefined& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(), [&](Cycle& cycle) {
                auto& groups = e.units.empty() ? cycle.groups : cycle.collective_groups;
                std::erase_if(groups, [&](const auto& group) { return group.group == e.group; });
                groups.push_back(e);
            });
        },
        [&](const CycleTermExtended& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(),
                          [&](Cycle& cycle) { cycle.extensions.push_back({provenance_of(record), e}); });
        },
        [&](const CycleClosed& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(),
                          [&](Cycle& cycle) { cycle.closings.push_back({{provenance_of(record), e}, {}}); });
        },
        [&](const CycleReopened& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(), [&](Cycle& cycle) {
                if (cycle.closed()) cycle.closings.back().reopened = {provenance_of(record), e};
            });
        },
        [&](const RulebookBound& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(), [&](Cycle& cycle) {
                std::erase_if(cycle.bindings, [&](const auto& bound) { return bound.event.for_unit == e.for_unit; });
                cycle.bindings.push_back({provenance_of(record), e});
            });
        },
        [&](const OverlayFilled& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(), [&](Cycle& cycle) {
                std::erase_if(cycle.overlays, [&](const auto& filled) { return filled.event.slot == e.slot; });
                cycle.overlays.push_back({provenance_of(record), e});
            });
        },
        [&](const CycleSetupCopied& e) {
            change<Cycle>(rows, kCycles, e.cycle.str(),
                          [&](Cycle& cycle) { cycle.copies.push_back({provenance_of(record), e}); });
        },
        [&](const Erased&) {
            if (record.stream.category() == "person")
                change_person(rows, PersonCode::of(record.stream.id()), [](Person&) {});
        });
}

}  // namespace
}  // namespace organisation

const UnitVersion* Unit::at(Date day) const {
    if (dissolved_on && day >= *dissolved_on) return nullptr;
    const UnitVersion* last = nullptr;
    for (const auto& version : versions) {
        if (version.from <= day) last = &version;
    }
    return last;
}

const Post* Person::main_post_at(Date day) const {
    return minhbach::main_post_at(posts, day);
}

const ComparableGroupDefined* Cycle::group(const GroupId& id) const {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.group == id; });
    return found == groups.end() ? nullptr : &*found;
}

Time deadline_end(const Deadline& deadline) {
    return Time::local(deadline.inclusive ? deadline.date.plus(1) : deadline.date, 0, 0);
}

std::unique_ptr<Projection> make_organisation() {
    return std::make_unique<organisation::Organisation>();
}

}  // namespace minhbach::projections
