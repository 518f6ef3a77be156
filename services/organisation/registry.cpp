#include "services/organisation/registry.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace minhbach::services::organisation {
namespace {

template <class Map>
auto& known(Map& map, const typename Map::key_type& key, std::string_view what) {
    const auto found = map.find(key);
    if (found == map.end()) throw std::logic_error("an event about an unknown " + std::string(what) + ": " + key.str());
    return found->second;
}

template <class Map>
auto find(const Map& map, const typename Map::key_type& key) -> const typename Map::mapped_type* {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

// An agency rates its own people; divisions and offices are parts of one.
bool is_agency(UnitKind kind) {
    return kind != UnitKind::division && kind != UnitKind::office;
}

bool is_same_post(const Post& post, const UnitCode& unit, Date from) {
    return post.unit == unit && post.from == from;
}

void insert_post(std::vector<Post>& posts, const Post& post) {
    posts.insert(std::upper_bound(posts.begin(), posts.end(), post,
                                  [](const Post& a, const Post& b) { return a.from < b.from; }),
                 post);
}

bool end_secondment(Person& person, const SecondmentEnded& e) {
    const auto found = std::find_if(person.secondments.begin(), person.secondments.end(),
                                    [&](const auto& one) { return one.host == e.host && one.from == e.from; });
    if (found == person.secondments.end()) return false;
    found->to = e.to;
    return true;
}

bool end_post(Person& person, const PostEnded& e) {
    const auto post = std::find_if(person.posts.begin(), person.posts.end(),
                                   [&](const Post& p) { return is_same_post(p, e.unit, e.from); });
    if (post == person.posts.end()) return false;
    post->to = e.to;
    return true;
}

}  // namespace

const UnitVersion* Unit::at(Date day) const {
    if (dissolved_on && day >= *dissolved_on) return nullptr;
    const auto after = std::upper_bound(versions.begin(), versions.end(), day,
                                        [](Date d, const UnitVersion& version) { return d < version.from; });
    return after == versions.begin() ? nullptr : &*std::prev(after);
}

std::vector<const Post*> Person::posts_at(Date day) const {
    std::vector<const Post*> held;
    for (const auto& post : posts) {
        if (post.is_held_on(day)) held.push_back(&post);
    }
    std::sort(held.begin(), held.end(), [](const Post* a, const Post* b) { return ranks_higher(*a, *b); });
    return held;
}

const Post* Person::main_post_at(Date day) const {
    return minhbach::main_post_at(posts, day);
}

const Post* Person::last_post_at(Date day) const {
    if (const auto* held = main_post_at(day)) return held;
    const Post* last = nullptr;
    for (const auto& post : posts) {
        if (post.from <= day && (!last || *last->to < *post.to)) last = &post;
    }
    if (last || posts.empty()) return last;
    return &posts.front();
}

bool Person::party_member_at(Date day) const {
    const PartyMembershipRecorded* last = nullptr;
    for (const auto& membership : party_membership) {
        if (membership.from <= day && (!last || membership.from >= last->from)) last = &membership;
    }
    return last && last->member;
}

void Registry::apply(const events::Recorded& recorded) {
    erasures_.apply(recorded);
    match(
        recorded.event, [&](const ProvinceOpened& e) { province_ = e; },
        [&](const RosterImported& e) {
            rosters_.insert(e.file_hash.str());
            last_roster_ = e.file_hash;
        },

        [&](const DocumentRegistered& e) { documents_[e.document].registered = e; },
        [&](const DocumentCorrected& e) {
            auto& document = known(documents_, e.document, "document");
            if (e.number) document.registered.number = *e.number;
            if (e.date) document.registered.date = *e.date;
            if (e.effective_from) document.registered.effective_from = *e.effective_from;
            if (e.effective_to) document.registered.effective_to = *e.effective_to;
            ++document.corrections;
        },

        [&](const ClassifiedDocumentNoted& e) { classified_documents_[e.document] = e; },

        [&](const UnitEstablished& e) {
            auto& unit = units_[e.unit];
            unit.code = e.unit;
            unit.kind = e.kind;
            unit.versions = {{e.from, e.name, e.parent}};
            if (e.parent) ever_child_of_[*e.parent].insert(e.unit);
        },
        [&](const UnitChanged& e) {
            auto& versions = known(units_, e.unit, "unit").versions;
            UnitVersion changed = versions.back();
            changed.from = e.from;
            if (e.name) changed.name = *e.name;
            if (e.parent) {
                changed.parent = e.parent;
                ever_child_of_[*e.parent].insert(e.unit);
            }
            versions.push_back(std::move(changed));
        },
        [&](const UnitDissolved& e) { known(units_, e.unit, "unit").dissolved_on = e.on; },

        [&](const PersonRegistered& e) {
            auto& person = people_[e.person];
            person.code = e.person;
            person.full_name = e.full_name;
            person.birth_date = e.birth_date;
            person.sex = e.sex;
        },
        [&](const PersonCorrected& e) {
            change(e.person, [&](Person& person) {
                if (e.full_name) person.full_name = *e.full_name;
                if (e.birth_date) person.birth_date = *e.birth_date;
                if (e.sex) person.sex = *e.sex;
            });
        },
        [&](const PersonMerged& e) { merge(e.person, e.into); },
        [&](const PersonSeparated& e) { separate(e.person, e.from); },
        [&](const PostAssigned& e) {
            change(e.person, [&](Person& person) {
                // Assigned again, a post is entered anew: its unit and first day tell it from others.
                std::erase_if(person.posts, [&](const Post& p) { return is_same_post(p, e.post.unit, e.post.from); });
                insert_post(person.posts, e.post);
            });
            ever_in_unit_[e.post.unit].insert(e.person);
            ever_managed_by_[e.post.managed_by].insert(e.person);
        },
        [&](const PostEnded& e) {
            if (!end_post(known(people_, e.person, "person"), e))
                throw std::logic_error("an event about a post that was never assigned: " + e.person.str());
            if (const auto merged = merged_.find(e.person); merged != merged_.end()) {
                if (!end_post(merged->second.own, e)) merged->second.ends.push_back(e);
            }
        },
        [&](const SecondmentRecorded& e) {
            change(e.person, [&](Person& person) { person.secondments.push_back(e); });
        },
        [&](const SecondmentEnded& e) {
            if (!end_secondment(known(people_, e.person, "person"), e))
                throw std::logic_error("an event about a secondment that was never recorded: " + e.person.str());
            if (const auto merged = merged_.find(e.person); merged != merged_.end())
                end_secondment(merged->second.own, e);
        },
        [&](const PartyMembershipRecorded& e) {
            change(e.person, [&](Person& person) { person.party_membership.push_back(e); });
        },
        [&](const EarlierRatingImported& e) {
            change(e.person, [&](Person& person) { person.earlier_ratings[e.year] = e; });
        },
        [&](const ServiceRecorded& e) { change(e.person, [&](Person& person) { person.service[e.year] = e; }); },
        [&](const DisciplineRecorded& e) {
            change(e.person, [&](Person& person) { person.disciplines.push_back({e, recorded.record.recorded_at}); });
        },
        [&](const FindingConcluded& e) { change(e.person, [&](Person& person) { person.findings.push_back(e); }); },
        [&](const RelationDeclared& e) {
            change(e.person, [&](Person& person) { declare_relation(person.relations, e, recorded.record.actor); });
        },
        [&](const RelationEnded& e) { change(e.person, [&](Person& person) { end_relation(person.relations, e); }); },

        [&](const MandateGranted& e) {
            auto& mandate = mandates_[e.mandate];
            mandate.granted = e;
            mandate.granted_by = recorded.record.actor;
            mandates_of_[e.person].push_back(&mandate);
        },
        [&](const MandateConfirmed& e) { known(mandates_, e.mandate, "mandate").confirmed_by = recorded.record.actor; },
        [&](const MandateCorrected& e) {
            auto& mandate = known(mandates_, e.mandate, "mandate");
            auto& granted = mandate.granted;
            mandate.changed_on = recorded.record.recorded_at.local_date();
            if (e.from) granted.from = *e.from;
            if (e.to) granted.to = *e.to;
            if (e.document) granted.document = *e.document;
        },
        [&](const MandateRevoked& e) {
            auto& mandate = known(mandates_, e.mandate, "mandate");
            mandate.changed_on = recorded.record.recorded_at.local_date();
            mandate.revoked_on = e.on;
        },

        [&](const CycleOpened& e) { cycles_[e.cycle].apply(recorded); },
        [&](const ComparableGroupDefined& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const QuotaReadingNamed& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const QuotaExceptionGranted& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const CycleTermExtended& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const CycleClosed& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const CycleReopened& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const CycleSetupCopied& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const RulebookBound& e) { known(cycles_, e.cycle, "cycle").apply(recorded); },
        [&](const OverlayFilled& e) { known(cycles_, e.cycle, "cycle").apply(recorded); });
}

void Registry::change(const PersonCode& code, const std::function<void(Person&)>& what) {
    what(known(people_, code, "person"));
    if (const auto merged = merged_.find(code); merged != merged_.end()) what(merged->second.own);
}

// What both codes say of one thing (a year, a post) stands as the kept code has it.
// Either of the two may be erased; what was entered about the other still stands.
void Registry::merge(const PersonCode& duplicate, const PersonCode& into) {
    if (!person(duplicate) || !person(into)) return;
    auto& kept = known(people_, into, "person");
    known(people_, duplicate, "person").merged_into = into;
    auto& merged = merged_.try_emplace(into, Merged{kept, {}, {}}).first->second;
    merged.duplicates.push_back(duplicate);
    take_over(kept, duplicate);
}

void Registry::take_over(Person& kept, const PersonCode& duplicate) {
    const auto& from = known(people_, duplicate, "person");
    for (const auto& post : from.posts) {
        const bool is_there = std::any_of(kept.posts.begin(), kept.posts.end(),
                                          [&](const Post& p) { return is_same_post(p, post.unit, post.from); });
        if (is_there) continue;
        insert_post(kept.posts, post);
        ever_in_unit_[post.unit].insert(kept.code);
        ever_managed_by_[post.managed_by].insert(kept.code);
    }
    kept.service.insert(from.service.begin(), from.service.end());
    kept.earlier_ratings.insert(from.earlier_ratings.begin(), from.earlier_ratings.end());
    const auto append = [](auto& to, const auto& what) { to.insert(to.end(), what.begin(), what.end()); };
    append(kept.secondments, from.secondments);
    append(kept.party_membership, from.party_membership);
    append(kept.disciplines, from.disciplines);
    append(kept.findings, from.findings);
    append(kept.relations, from.relations);
}

// The kept code is put together anew from what was entered under it and under the codes that stay merged.
void Registry::separate(const PersonCode& duplicate, const PersonCode& from) {
    if (!merged_.contains(from) || !person(duplicate)) return;
    auto& kept = known(people_, from, "person");
    known(people_, duplicate, "person").merged_into.reset();
    auto& merged = known(merged_, from, "merge");
    std::erase(merged.duplicates, duplicate);
    kept = merged.own;
    for (const auto& other : merged.duplicates) take_over(kept, other);
    std::erase_if(merged.ends, [&](const PostEnded& e) { return !end_post(kept, e); });
    if (merged.duplicates.empty()) merged_.erase(from);
}

const Unit* Registry::unit(const UnitCode& code) const {
    return find(units_, code);
}
const Person* Registry::person(const PersonCode& code) const {
    return find(people_, code);
}
const PersonCode& Registry::kept_code(const PersonCode& code) const {
    const auto* known = person(code);
    return known && known->merged_into ? kept_code(*known->merged_into) : code;
}
const Document* Registry::document(const DocumentId& id) const {
    return find(documents_, id);
}
const ClassifiedDocumentNoted* Registry::classified_document(const DocumentId& id) const {
    return find(classified_documents_, id);
}
const Mandate* Registry::mandate(const MandateId& id) const {
    return find(mandates_, id);
}
const cycle::Cycle* Registry::cycle(const CycleId& id) const {
    return find(cycles_, id);
}

std::string Registry::letter_of(const CycleId& id) const {
    const auto* known = cycle(id);
    const auto* letter = known ? document(known->opened.document) : nullptr;
    if (!letter) return "";
    return "Văn bản số " + letter->registered.number.str() + " ngày " + letter->registered.date.vietnamese();
}

bool Registry::heads(const PersonCode& person_code, const UnitCode& unit, Date day) const {
    const auto* known = person(person_code);
    if (!known) return false;
    const auto posts = known->posts_at(day);
    return std::any_of(posts.begin(), posts.end(), [&](const Post* post) { return post->head_of == unit; });
}

std::span<const Mandate* const> Registry::mandates_of(const PersonCode& person) const {
    const auto found = mandates_of_.find(person);
    if (found == mandates_of_.end()) return {};
    return found->second;
}

bool Registry::within(const UnitCode& code, const UnitCode& ancestor, Date day) const {
    const auto* known_unit = unit(code);
    while (known_unit) {
        const auto* version = known_unit->at(day);
        if (!version) return false;
        if (known_unit->code == ancestor) return true;
        known_unit = version->parent ? unit(*version->parent) : nullptr;
    }
    return false;
}

std::vector<UnitCode> Registry::children(const UnitCode& code, Date day) const {
    std::vector<UnitCode> present;
    const auto ever = ever_child_of_.find(code);
    if (ever == ever_child_of_.end()) return present;
    for (const auto& child : ever->second) {
        const auto* version = units_.at(child).at(day);
        if (version && version->parent == code) present.push_back(child);
    }
    return present;
}

std::vector<UnitCode> Registry::subtree(const UnitCode& code, Date day) const {
    const auto* root = unit(code);
    if (!root || !root->at(day)) return {};
    std::vector<UnitCode> all{code};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto below = children(all[i], day);
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

std::optional<UnitCode> Registry::agency_of(const UnitCode& code, Date day) const {
    const auto* candidate = unit(code);
    while (candidate) {
        const auto* version = candidate->at(day);
        if (!version) return std::nullopt;
        if (is_agency(candidate->kind)) return candidate->code;
        candidate = version->parent ? unit(*version->parent) : nullptr;
    }
    return std::nullopt;
}

std::vector<PersonCode> Registry::people_in(const UnitCode& code, Date day) const {
    std::vector<PersonCode> present;
    const auto ever = ever_in_unit_.find(code);
    if (ever == ever_in_unit_.end()) return present;
    for (const auto& person : ever->second) {
        const auto& known = people_.at(person);
        const auto* post = known.merged_into ? nullptr : known.main_post_at(day);
        if (post && post->unit == code) present.push_back(person);
    }
    return present;
}

std::vector<PersonCode> Registry::people_managed_by(const UnitCode& code, Date day) const {
    std::vector<PersonCode> present;
    const auto ever = ever_managed_by_.find(code);
    if (ever == ever_managed_by_.end()) return present;
    for (const auto& person : ever->second) {
        const auto& known = people_.at(person);
        const auto* post = known.merged_into ? nullptr : known.main_post_at(day);
        if (post && post->managed_by == code) present.push_back(person);
    }
    return present;
}

}  // namespace minhbach::services::organisation
