#include "services/law/consequences.hpp"

#include <algorithm>

#include "events/codec/json.hpp"
#include "generated/consequences.hpp"

namespace minhbach::services::law {
namespace written {

// So many years one after the other with this level, the one asked about the last of them.
struct Run {
    Level level{};
    int years = 0;
};
BOOST_DESCRIBE_STRUCT(Run, (), (level, years))

struct InYear {
    std::optional<Level> at_least;
    std::optional<Level> at_most;
};
BOOST_DESCRIBE_STRUCT(InYear, (), (at_least, at_most))

// Exactly one of `run` and `in_year`.
struct Consequence {
    Label consequence;
    std::vector<std::string> of;  // columns as rulebooks call them; none: everybody
    std::optional<Run> run;
    std::optional<InYear> in_year;
    Words says;
    Label citation;
    Confidence confidence{};
};
BOOST_DESCRIBE_STRUCT(Consequence, (), (consequence, of, run, in_year, says, citation, confidence))

struct Consequences {
    std::vector<Consequence> consequences;
};
BOOST_DESCRIBE_STRUCT(Consequences, (), (consequences))

}  // namespace written

namespace {

// The law of 2020 to 2025; from 2026 one year not completed may already end the service.
constexpr int kFirstYear = 2020;
constexpr int kLastYear = 2025;

const std::vector<written::Consequence>& known_consequences() {
    static const auto document = json::from_json<written::Consequences>(generated::kConsequences2023).value();
    return document.consequences;
}

std::string_view column_of(SubjectClass subject_class, bool leader) {
    switch (subject_class) {
        case SubjectClass::cadre:
            return "CADRE";
        case SubjectClass::civil_servant:
            return leader ? "CIVIL_SERVANT_LEADER" : "CIVIL_SERVANT";
        case SubjectClass::public_employee:
            return leader ? "PUBLIC_EMPLOYEE_MANAGER" : "PUBLIC_EMPLOYEE";
    }
    return {};
}

const RatedYear* rating_of(std::span<const RatedYear> history, int year) {
    const auto found = std::find_if(history.begin(), history.end(), [&](const auto& one) { return one.year == year; });
    return found == history.end() ? nullptr : &*found;
}

// The years of the run back from `year`; nothing if another level ends it too early.
std::optional<std::vector<YearOfConsequence>> run_of(std::span<const RatedYear> history, int year,
                                                     const written::Run& run) {
    std::vector<YearOfConsequence> years;
    int counted = 0;
    for (; counted < run.years; --year) {
        const auto* rating = rating_of(history, year);
        if (!rating) {
            years.push_back({year, std::nullopt, YearCounted::not_known});
            return years;
        }
        if (!rating->level) {
            years.push_back({year, std::nullopt, YearCounted::not_rated});
            continue;
        }
        if (*rating->level != run.level) return std::nullopt;
        years.push_back({year, rating->level, YearCounted::counts});
        ++counted;
    }
    return years;
}

ConsequenceStanding standing_of(const std::vector<YearOfConsequence>& years) {
    const auto has = [&](YearCounted how) {
        return std::any_of(years.begin(), years.end(), [&](const auto& one) { return one.counted == how; });
    };
    if (has(YearCounted::not_known)) return ConsequenceStanding::not_known;
    return has(YearCounted::not_rated) ? ConsequenceStanding::person_decides : ConsequenceStanding::holds;
}

// Levels are declared from the best down.
bool lies_in(Level level, const written::InYear& asked) {
    return (!asked.at_least || level <= *asked.at_least) && (!asked.at_most || level >= *asked.at_most);
}

}  // namespace

std::vector<Consequence> consequences_of(std::span<const RatedYear> history, int year, SubjectClass subject_class,
                                         bool leader) {
    std::vector<Consequence> found;
    const auto* rated = rating_of(history, year);
    if (!rated || !rated->level || year < kFirstYear || year > kLastYear) return found;
    const auto column = column_of(subject_class, leader);
    for (const auto& one : known_consequences()) {
        if (!one.of.empty() && std::find(one.of.begin(), one.of.end(), column) == one.of.end()) continue;
        std::optional<std::vector<YearOfConsequence>> years;
        if (one.run) years = run_of(history, year, *one.run);
        if (one.in_year && lies_in(*rated->level, *one.in_year)) years = {{year, rated->level, YearCounted::counts}};
        if (!years) continue;
        const auto standing = standing_of(*years);
        found.push_back(
            {one.consequence, one.says.vi, one.says.en, one.citation, one.confidence, standing, *std::move(years)});
    }
    return found;
}

}  // namespace minhbach::services::law
