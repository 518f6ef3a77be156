// The registry: units, people, mandates, documents and cycles as they are entered, each with its dates. Folded from the
// categories in kCategories; complete, so that it can be asked for members and ancestors. Questions take the legal
// date.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/cycle/cycle.hpp"
#include "services/erasure/erasures.hpp"

namespace minhbach::services::organisation {

struct UnitVersion {
    Date from;
    Label name;
    std::optional<UnitCode> parent;
};

struct Unit {
    UnitCode code;
    UnitKind kind = UnitKind::division;
    std::vector<UnitVersion> versions;  // ascending by `from`
    std::optional<Date> dissolved_on;
    const UnitVersion* at(Date day) const;  // nullptr: does not exist that day
};

struct Discipline {
    DisciplineRecorded recorded;
    Time known_at;
};

struct Person {
    PersonCode code;
    Label full_name;
    Date birth_date;
    Sex sex = Sex::male;
    std::optional<PersonCode> merged_into;  // registered twice: everything is entered under this code now
    std::vector<Post> posts;  // ascending by `from`; one unit and first day occur once, the last entry of them counts
    std::vector<SecondmentRecorded> secondments;  // with the last day as it stands now
    std::vector<PartyMembershipRecorded> party_membership;
    std::map<int, ServiceRecorded> service;  // by year
    std::map<int, EarlierRatingImported> earlier_ratings;
    std::vector<Discipline> disciplines;
    std::vector<FindingConcluded> findings;
    std::vector<Relation> relations;  // as declared under this code, in order
    // The posts held that day; the one that decides the rating is the highest: leaders first, then the latest begun
    // (Điều 7 Quy định 124-QĐ/TW).
    std::vector<const Post*> posts_at(Date day) const;
    const Post* main_post_at(Date day) const;  // nullptr: none
    // The main post, else the one ended last before that day, else the first to come; nullptr: never had one. Tells
    // which unit keeps the entries of somebody who is between posts.
    const Post* last_post_at(Date day) const;
    bool party_member_at(Date day) const;
};

struct Mandate {
    MandateGranted granted;  // as corrected
    PersonCode granted_by;
    std::optional<PersonCode> confirmed_by;
    std::optional<Date> revoked_on;
    std::optional<Date> changed_on;  // the day of the last entry that corrected or revoked it
    bool awaits_confirmation() const {
        return minhbach::awaits_confirmation(granted.second_person, confirmed_by.has_value());
    }
    bool runs_on(Date day) const { return minhbach::runs_on(day, granted.from, granted.to, revoked_on); }
    bool holds_on(Date day) const { return runs_on(day) && !awaits_confirmation(); }
};

struct Document {
    DocumentRegistered registered;  // as corrected
    int corrections = 0;
};

class Registry {
public:
    Registry() = default;
    Registry(const Registry&) = delete;  // holds pointers into its own maps
    Registry& operator=(const Registry&) = delete;

    // Streams of these categories are folded here; the desk feeds them in order of position.
    static constexpr std::array<std::string_view, 9> kCategories{
        "province", "unit", "person", "mandates", "document", "cycle", "erasure", "legal-hold", "retention"};
    void apply(const events::Recorded& recorded);

    const std::optional<ProvinceOpened>& province() const { return province_; }
    const std::set<std::string>& imported_rosters() const { return rosters_; }  // file hashes
    const std::optional<Digest>& last_roster() const { return last_roster_; }

    const Unit* unit(const UnitCode& code) const;
    const Person* person(const PersonCode& code) const;
    const Document* document(const DocumentId& id) const;
    const Mandate* mandate(const MandateId& id) const;
    // The code that counts for this one: its own, or the one it was merged into.
    const PersonCode& kept_code(const PersonCode& code) const;
    // Documents with a secrecy mark: nothing can rest on them here.
    const ClassifiedDocumentNoted* classified_document(const DocumentId& id) const;
    std::span<const Mandate* const> mandates_of(const PersonCode& person) const;
    const cycle::Cycle* cycle(const CycleId& id) const;
    // "Văn bản số 5721/UBND-NC ngày 14/11/2023": the document on which the cycle was opened. It sets where and when
    // files go and asks for reports and plans. Empty if there is none.
    std::string letter_of(const CycleId& id) const;
    const std::map<UnitCode, Unit>& units() const { return units_; }
    const std::unordered_map<PersonCode, Person>& people() const { return people_; }
    const std::map<CycleId, cycle::Cycle>& cycles() const { return cycles_; }
    const std::map<MandateId, Mandate>& mandates() const { return mandates_; }
    const std::map<DocumentId, Document>& documents() const { return documents_; }

    const erasure::Erasures& erasures() const { return erasures_; }

    bool within(const UnitCode& unit, const UnitCode& ancestor, Date day) const;  // equal or below
    std::vector<UnitCode> children(const UnitCode& unit, Date day) const;
    std::vector<UnitCode> subtree(const UnitCode& unit, Date day) const;  // itself first
    // The nearest ancestor-or-self that is an agency of its own (province, department, district, commune..., school,
    // centre, hospital, sub-department); divisions and offices belong to one.
    std::optional<UnitCode> agency_of(const UnitCode& unit, Date day) const;
    bool heads(const PersonCode& person, const UnitCode& unit, Date day) const;  // in any post held that day
    // Persons whose main post that day is in `unit` / is managed by `unit`, ascending by code.
    std::vector<PersonCode> people_in(const UnitCode& unit, Date day) const;
    std::vector<PersonCode> people_managed_by(const UnitCode& unit, Date day) const;

private:
    // A code that others were merged into. Its entry in `people_` holds everything; this holds what a separation goes
    // back to.
    struct Merged {
        Person own;                          // what was entered under this code alone
        std::vector<PersonCode> duplicates;  // in the order of their merging
        std::vector<PostEnded> ends;         // entered under this code, of posts that came from a duplicate
    };
    void change(const PersonCode& code, const std::function<void(Person&)>& what);
    void merge(const PersonCode& duplicate, const PersonCode& into);
    void take_over(Person& kept, const PersonCode& duplicate);
    void separate(const PersonCode& duplicate, const PersonCode& from);

    std::optional<ProvinceOpened> province_;
    std::set<std::string> rosters_;
    std::optional<Digest> last_roster_;
    std::map<UnitCode, Unit> units_;
    std::unordered_map<PersonCode, Person> people_;
    std::unordered_map<PersonCode, Merged> merged_;
    std::unordered_map<UnitCode, std::set<PersonCode>> ever_in_unit_, ever_managed_by_;
    std::unordered_map<UnitCode, std::set<UnitCode>> ever_child_of_;
    std::map<DocumentId, Document> documents_;
    std::map<DocumentId, ClassifiedDocumentNoted> classified_documents_;
    std::map<MandateId, Mandate> mandates_;
    std::unordered_map<PersonCode, std::vector<const Mandate*>> mandates_of_;  // into mandates_, whose nodes stay
    std::map<CycleId, cycle::Cycle> cycles_;
    erasure::Erasures erasures_;
};

}  // namespace minhbach::services::organisation
