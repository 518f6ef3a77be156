// The demonstration as it is planned before anything is written: units, people, and how each one's evaluation goes.
// Everybody follows the ordinary way; a planted case changes what is special about it and takes the steps that it
// writes itself.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "api/demo/demo.hpp"
#include "events/vocabulary/events.hpp"

namespace minhbach::api::demo {

inline const CycleId kCycle = CycleId::of("2023");
inline constexpr int kYear = 2023;
inline const Date kSince = Date::of("2016-01-01");  // units exist since then

Time moment(std::string_view day, int hour, int minute = 0, int second = 0);  // local time

// The acts of the ordinary way that concern one person; a case may take some of them upon itself.
enum class Step : std::uint8_t {
    work,
    self,
    meeting,
    judge,
    comment,
    party_opinion,
    propose,
    decide,
    notify,
    acknowledge
};

// How one person's evaluation goes. What is not set is filled by the calendar of the agency (calendar.cpp).
struct Way {
    Level facts = Level::good;  // what work and judgements add up to
    int tasks = 5;
    std::optional<int> exceeded, late;  // else as `facts` asks
    int unfinished = 0;                 // tasks never delivered
    std::optional<Level> proposed;      // else `facts`
    std::optional<Level> decided;       // else `proposed`
    std::optional<std::string> proposal_reason;
    std::vector<std::string> opinions;     // in the minutes, by number; else one of the chair
    std::optional<std::string> synthesis;  // of the opinions, with the proposal
    std::optional<std::string> decision_reason;
    bool selected_for_quota = false;  // stays selected in the settlement though decided lower
    std::string decision;             // key of the decision's list; empty: the agency's own
    std::optional<PersonCode> commenter, proposer;
    std::optional<MeetingId> meeting;
    std::optional<Time> self_at, commented_at, opinion_at, proposed_at, decided_at, notified_at, received_at;
    std::set<Step> taken;  // by the case

    Level proposal() const { return proposed.value_or(facts); }
    Level decision_level() const { return decided.value_or(proposal()); }
    bool ordinary(Step step) const { return !taken.contains(step); }
};

struct PersonPlan {
    PersonCode code;
    std::string name;
    Date birth;
    Sex sex = Sex::male;
    UnitCode unit;
    std::string title;
    SubjectClass subject_class = SubjectClass::public_employee;
    bool leader = false;
    std::optional<UnitCode> head_of;
    UnitCode managed_by;
    Date from = Date::of("2018-01-01");
    bool party = false;
    bool rated = true;  // has a dossier
    bool planted = false;
    std::optional<ServiceRecorded> service;
    Way way;
    DossierId dossier() const;
};

struct UnitPlan {
    UnitEstablished established;
    bool simulated = false;  // holds an irregular case
    std::optional<PersonCode> head;
    std::optional<Level> level = Level::good;       // of the collective
    std::optional<Time> rated_at;                   // of the collective, else by the calendar
    bool rate = true;                               // a case may rate it itself
    std::optional<Time> meeting_at, meeting_until;  // of its own comment meeting
};

// The people who keep an agency of the first tier going (departments and districts; the province has others).
struct Agency {
    UnitCode code;
    PersonCode director;
    std::optional<PersonCode> deputy;  // also secretary of the party committee
    PersonCode officer;                // in charge of personnel
};

struct Hire {
    std::string title = "Chuyên viên";
    SubjectClass subject_class = SubjectClass::public_employee;
    bool leader = false;
    std::optional<UnitCode> head_of;
    std::optional<UnitCode> managed_by;  // else the agency the unit belongs to
    std::string name;                    // else drawn
    std::optional<Sex> sex;
    std::optional<Date> from;
};

class World {
public:
    explicit World(const DemoOptions& options);
    const DemoOptions& options() const { return options_; }

    // Units. Parents before children.
    UnitPlan& add_unit(const std::string& code, const std::string& name, UnitKind kind, const std::string& parent,
                       bool simulated = false);
    UnitPlan& unit(const UnitCode& code) { return units_.at(unit_index_.at(code)); }
    const UnitPlan& unit(const UnitCode& code) const { return units_.at(unit_index_.at(code)); }
    const std::deque<UnitPlan>& units() const { return units_; }
    std::vector<UnitCode> children(const UnitCode& code) const;
    UnitCode agency_of(const UnitCode& code) const;  // the unit that manages people of `code`
    UnitCode tier_of(
        const UnitCode& code) const;  // the department or district it lies in, itself at most; else the province

    // People. `block` is the hundred thousands' number that codes are drawn from, so that codes do not depend on how
    // many others there are.
    PersonPlan& hire(int block, const UnitCode& unit, Hire hire);
    PersonPlan& person(const PersonCode& code) { return people_.at(person_index_.at(code)); }
    const PersonPlan& person(const PersonCode& code) const { return people_.at(person_index_.at(code)); }
    std::deque<PersonPlan>& people() { return people_; }
    const std::deque<PersonPlan>& people() const { return people_; }
    std::vector<PersonCode> managed_by(const UnitCode& unit) const;         // with dossiers, by code
    std::vector<PersonCode> staff_of(const UnitCode& unit) const;           // everybody working in exactly this unit
    int headcount() const { return static_cast<int>(people_.size()) + 1; }  // with the administrator

    std::map<UnitCode, Agency> agencies;  // departments and districts
    // The province.
    PersonCode chairman, vice_chairman, administrator, home_affairs, inspector;
    // The comparable groups beyond the ordinary ones, with their members.
    struct Group {
        std::string id;
        UnitCode agency;
        std::string name;
        std::vector<PersonCode> members;
    };
    std::vector<Group> groups;
    std::set<UnitCode> fixed;                // agencies whose own people are all planted: nobody else is hired there
    std::map<UnitCode, Time> file_at;        // when an agency sends its file, where that matters
    std::set<UnitCode> settled_by_case;      // agencies whose quota a case settles
    std::map<std::string, PersonCode> keys;  // "A1" -> code
    const PersonCode& key(const std::string& name) const { return keys.at(name); }
    bool planted(const std::string& name) const { return keys.contains(name); }
    // The officials concerned with somebody; never that person.
    PersonCode superior(
        const PersonPlan& person) const;  // decides, assigns and accepts work: head of the managing unit
    PersonCode direct_head(const PersonPlan& person) const;
    PersonCode proposer(const PersonPlan& person) const;
    PersonCode party_secretary(const PersonPlan& person) const;
    PersonCode recorder(const UnitCode& unit) const;  // keeps the documents of the agency the unit lies in

private:
    DemoOptions options_;
    std::deque<UnitPlan> units_;
    std::unordered_map<UnitCode, std::size_t> unit_index_;
    std::unordered_map<UnitCode, std::vector<UnitCode>> children_;
    std::deque<PersonPlan> people_;
    std::unordered_map<PersonCode, std::size_t> person_index_;
    std::map<int, int> drawn_;  // by block
};

// The 207 units, their constituent units, the officials who keep the agencies going; later the workforce up to the
// number wanted. In api/demo/units.cpp and api/demo/people.cpp.
void add_units(World& world);
void hire_officials(World& world);
void hire_unit_heads(World& world);
void hire_workforce(World& world);

}  // namespace minhbach::api::demo
