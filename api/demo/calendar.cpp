// When the ordinary way happens, all in November 2023: self-assessment 16-20/11, meetings 21-22/11,
// comments and party opinions 23/11, collectives 23-24/11, proposals 24-27/11, decisions 28/11, notices from 30/11. Six
// agencies are late.
#include <array>

#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

Time later_that_day(Dice& dice, std::string_view day, int from_hour, int to_hour) {
    return moment(day, dice.between(from_hour, to_hour - 1), dice.between(0, 59), dice.between(0, 59));
}

// Decided on the last day before the deadline; a day late; or not at all in November.
enum class Pace { on_time, late, missing };

Pace pace_of(const UnitCode& agency) {
    for (const auto* code : {"51-S20", "525", "531"}) {
        if (agency.str() == code) return Pace::late;
    }
    for (const auto* code : {"51-S17", "530", "536"}) {
        if (agency.str() == code) return Pace::missing;
    }
    return Pace::on_time;
}

Time decision_time(const UnitCode& agency) {
    if (agency.str() == "51") return moment("2023-12-11", 9, 30);
    switch (pace_of(agency)) {
        case Pace::late:
            return moment("2023-11-30", 10);
        case Pace::missing:
            return moment("2023-12-04", 10);
        case Pace::on_time:
            break;
    }
    return moment("2023-11-28", 9, 30);
}

// One document for all whom an agency decides about, so one moment for all of them.
Time notice_time(Time decided, const UnitCode& agency, std::uint64_t seed) {
    Dice dice(seed, "notice " + agency.str());
    const int minute = dice.between(0, 59);
    const auto day = decided.local_date();
    if (day <= Date::of("2023-11-28"))
        return dice.percent(60) ? moment("2023-11-30", 14, minute) : moment("2023-12-01", 9, minute);
    if (day <= Date::of("2023-11-30")) return moment("2023-12-01", 14, minute);
    if (day <= Date::of("2023-12-04")) return moment("2023-12-06", 9, minute);
    return moment("2023-12-13", 9, minute);
}

Time receipt_time(Time notified, Dice& dice) {
    auto day = notified.local_date().plus(dice.between(0, 2));
    while (day.weekday() >= 5) day = day.plus(1);
    const auto at = Time::local(day, dice.between(14, 16), dice.between(0, 59), dice.between(0, 59));
    return at > notified ? at : notified.plus_millis(45 * 60'000);
}

void fill_way(const World& world, PersonPlan& person) {
    constexpr std::array<std::string_view, 3> kSelfDays{"2023-11-16", "2023-11-17", "2023-11-20"};
    Dice dice(world.options().seed, "calendar " + person.code.str());
    auto& way = person.way;
    const bool above = person.managed_by == UnitCode::of("51");
    const auto self_day = dice.one_of(std::span<const std::string_view>(kSelfDays));
    if (!way.self_at) way.self_at = later_that_day(dice, self_day, 8, 17);
    if (!way.commented_at) way.commented_at = later_that_day(dice, "2023-11-23", 8, 12);
    if (!way.opinion_at) way.opinion_at = later_that_day(dice, "2023-11-23", 14, 16);
    if (!way.proposed_at) {
        const bool leads = person.leader || person.subject_class == SubjectClass::cadre;
        way.proposed_at = above   ? later_that_day(dice, "2023-11-27", 16, 17)
                          : leads ? later_that_day(dice, "2023-11-27", 13, 16)
                                  : later_that_day(dice, "2023-11-24", 8, 17);
    }
    if (!way.decided_at) way.decided_at = decision_time(person.managed_by);
    if (!way.notified_at) way.notified_at = notice_time(*way.decided_at, person.managed_by, world.options().seed);
    if (!way.received_at) way.received_at = receipt_time(*way.notified_at, dice);
}

}  // namespace

void fill_calendar(World& world) {
    for (auto& person : world.people()) {
        if (person.rated) fill_way(world, person);
    }
    // No more excellent departments and districts than the share of excellent among them allows.
    auto room = world.agencies.size() / 6;
    for (const auto& planned : world.units()) {
        auto& unit = world.unit(planned.established.unit);
        const auto& code = unit.established.unit;
        Dice dice(world.options().seed, "calendar " + code.str());
        const bool tier = world.agencies.contains(code);
        if (!unit.meeting_at) {
            unit.meeting_at = tier               ? moment("2023-11-22", 14)
                              : dice.percent(50) ? moment("2023-11-21", dice.percent(50) ? 8 : 14, 30)
                                                 : moment("2023-11-22", 8, 0);
        }
        if (!unit.meeting_until) unit.meeting_until = unit.meeting_at->plus_millis(dice.between(90, 150) * 60'000);
        if (!unit.rated_at) {
            unit.rated_at =
                tier ? moment("2023-11-24", 16, dice.between(0, 30)) : moment("2023-11-23", 16, dice.between(0, 50));
        }
        if (unit.level != Level::good || unit.simulated || !dice.percent(tier ? 12 : 8)) continue;
        if (tier && room == 0) continue;
        if (tier) --room;
        unit.level = Level::excellent;
    }
}

}  // namespace minhbach::api::demo
