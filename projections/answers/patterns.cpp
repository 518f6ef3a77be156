#include "projections/answers/patterns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "projections/answers/part_year.hpp"
#include "projections/names.hpp"

namespace minhbach::projections {
namespace {

constexpr std::size_t kPeopleMin = 5;  // with one level from one rater
constexpr std::size_t kTextMin = 40;   // characters: shorter reasons may well be the same
constexpr int kYears = 3;              // in a row in which "excellent" went to somebody else
constexpr int kPartYearMin = 2;
constexpr int kChanceMax = 50'000;  // in a million: what would happen more often is no question

class Patterns {
public:
    Patterns(Context& context, const std::vector<DossierRow>& rows) : context_(context), rows_(rows) {}

    void one_level();
    void same_text(bool with_comments);
    void each_other();
    void after_objection();
    void by_turns();
    void newcomers();
    std::vector<Pattern> take() { return std::move(found_); }

private:
    Pattern& add(FindingType type, std::int64_t position) {
        found_.push_back({type, position, {}});
        return found_.back();
    }
    void name(Pattern& pattern, const PersonCode& person) {
        pattern.detail.people.push_back(context_.person_name(person));
    }

    Context& context_;
    const std::vector<DossierRow>& rows_;
    std::vector<Pattern> found_;
};

// A level somebody gave, in force or last.
struct Given {
    const DossierRow* row = nullptr;
    Level level = Level::good;
    std::int64_t position = 0;
};

// One rater, one kind of act, many people, one level.
void Patterns::one_level() {
    std::map<std::pair<PersonCode, bool>, std::vector<Given>> given;  // by actor, and whether decided
    for (const auto& row : rows_) {
        if (const auto* decision = row.decision(); decision && decision->level)
            given[{decision->by.actor, true}].push_back({&row, *decision->level, decision->by.position});
        if (const auto* proposal = row.proposal())
            given[{proposal->by.actor, false}].push_back({&row, proposal->level, proposal->by.position});
    }
    for (const auto& [rater, acts] : given) {
        const auto same = [&](const Given& one) { return one.level == acts.front().level; };
        if (acts.size() < kPeopleMin || !std::all_of(acts.begin(), acts.end(), same)) continue;
        const auto last = std::max_element(acts.begin(), acts.end(), [](const Given& left, const Given& right) {
            return left.position < right.position;
        });
        auto& pattern = add(FindingType::one_level_for_all, last->position);
        pattern.detail.level = acts.front().level;
        pattern.detail.count = static_cast<int>(acts.size());
    }
}

// One rater, one text of some length, several people. Spaces, marks and case do not make it another text.
void Patterns::same_text(bool with_comments) {
    struct Said {
        std::set<PersonCode> about;
        std::int64_t position = 0;
        std::string text;
    };
    std::map<std::pair<PersonCode, std::string>, Said> said;
    const auto hear = [&](const DossierRow& row, const Provenance& by, const std::string& text) {
        auto folded = search_fold(text);
        if (folded.size() < kTextMin) return;
        auto& one = said[{by.actor, std::move(folded)}];
        one.about.insert(row.person);
        one.position = std::max(one.position, by.position);
        one.text = text;
    };
    for (const auto& row : rows_) {
        if (const auto* decision = row.decision(); decision && decision->reason)
            hear(row, decision->by, decision->reason->str());
        if (const auto* proposal = row.proposal(); proposal && proposal->reason)
            hear(row, proposal->by, proposal->reason->str());
        if (!with_comments) continue;
        for (const auto& digits : context_.entities(dossiers::kComments, row.dossier.str() + "/")) {
            const auto comment =
                context_.event<CommentRecorded>(static_cast<std::int64_t>(~position_of_newest_first(digits)));
            if (comment) hear(row, comment->by, comment->event.text.str());
        }
    }
    for (const auto& [key, one] : said) {
        if (one.about.size() < 2) continue;
        auto& pattern = add(FindingType::same_text, one.position);
        for (const auto& person : one.about) name(pattern, person);
        pattern.detail.text = Text::of(one.text);
        pattern.detail.count = static_cast<int>(one.about.size());
    }
}

// Two people who judged, proposed or decided about each other.
void Patterns::each_other() {
    std::map<std::pair<PersonCode, PersonCode>, std::int64_t> last;  // rater, rated
    for (const auto& row : rows_) {
        const auto acted = [&](const Provenance& by) {
            if (by.actor == row.person) return;
            auto& position = last[{by.actor, row.person}];
            position = std::max(position, by.position);
        };
        for (const auto& one : row.judgements) acted(one.by);
        for (const auto& one : row.proposals) acted(one.by);
        for (const auto& one : row.decisions) acted(one.by);
    }
    for (const auto& [pair, position] : last) {
        const auto& [rater, rated] = pair;
        if (!(rater < rated)) continue;
        const auto back = last.find({rated, rater});
        if (back == last.end()) continue;
        auto& pattern = add(FindingType::rated_each_other, std::max(position, back->second));
        name(pattern, rater);
        name(pattern, rated);
    }
}

// Whoever objected, then or in an earlier year, and has a lower level since.
void Patterns::after_objection() {
    std::map<PersonCode, const DossierRow*> of;
    for (const auto& row : rows_) of.emplace(row.person, &row);
    context_.rows().scan(objections::kRows, "", "", context_.known(), [&](const Row& listed) {
        const auto objection = json::from_json<ObjectionRow>(listed.json).value();
        if (is_protected(objection.objection)) return true;  // the finding would say who filed it
        const auto found = of.find(objection.person);
        if (found == of.end()) return true;
        const auto& row = *found->second;
        const auto* now = row.decision();
        if (!now || !now->level || now->by.position < objection.filed.position) return true;
        const auto objected = context_.dossier(objection.dossier);
        if (!objected) return true;
        const auto before = std::find_if(objected->decisions.begin(), objected->decisions.end(),
                                         [&](const auto& one) { return one.revision == objection.decision; });
        // Levels are in order, the best first.
        if (before == objected->decisions.end() || !before->level || *now->level <= *before->level) return true;
        auto& pattern = add(FindingType::lower_after_objection, now->by.position);
        name(pattern, row.person);
        pattern.detail.level = now->level;
        pattern.detail.before = before->level;
        pattern.detail.positions = {before->by.position, objection.filed.position};
        pattern.detail.years = {objected->year, row.year};
        return true;
    });
}

// A unit in which, years in a row, "excellent" went to somebody each year and to nobody twice.
void Patterns::by_turns() {
    std::map<UnitCode, std::vector<const DossierRow*>> units;
    for (const auto& row : rows_)
        if (row.post) units[row.post->unit].push_back(&row);
    for (const auto& [unit, people] : units) {
        const int year = people.front()->year;
        std::map<int, std::vector<PersonCode>> excellent;
        std::int64_t position = -1;
        bool twice = false;
        for (const auto* row : people) {
            int times = 0;
            const auto ratings = context_.row<PersonRatings>(ratings::kPersons, row->person.str());
            if (!ratings) continue;
            for (const auto& rating : ratings->ratings) {
                if (rating.year <= year - kYears || rating.year > year || rating.level != Level::excellent) continue;
                excellent[rating.year].push_back(row->person);
                ++times;
                if (rating.year == year && row->decision()) position = row->decision()->by.position;
            }
            twice = twice || times > 1;
        }
        if (twice || static_cast<int>(excellent.size()) < kYears || position < 0) continue;
        auto& pattern = add(FindingType::excellent_by_turns, position);
        for (const auto& [when, persons] : excellent) {
            for (const auto& person : persons) {
                pattern.detail.years.push_back(when);
                name(pattern, person);
            }
        }
    }
}

// Whether those who were not there for the whole year carry more of the lowering than chance explains, in each agency.
void Patterns::newcomers() {
    std::map<UnitCode, std::vector<const DossierRow*>> agencies;
    for (const auto& row : rows_)
        if (row.post && row.settlement) agencies[row.post->managed_by].push_back(&row);
    for (const auto& [agency, rows] : agencies) {
        std::int64_t position = -1;
        for (const auto* row : rows) position = std::max(position, row->settlement->position);
        const auto share = part_year_share(context_, rows);
        if (share.part_year_lowered < kPartYearMin || share.chance_per_million > kChanceMax) continue;
        auto& pattern = add(FindingType::newcomers_lowered, position);
        for (const auto& line : share.items) {
            if (!line.lowered) continue;
            pattern.detail.people.push_back(line.person);
            pattern.detail.part_year.push_back(line.why);
        }
        pattern.detail.count = share.part_year_lowered;
        pattern.detail.of = share.lowered;
        pattern.detail.count_everybody = share.part_year;
        pattern.detail.of_everybody = share.proposed;
        pattern.detail.chance_per_million = share.chance_per_million;
    }
}

}  // namespace

std::vector<Pattern> patterns_in(Context& context, const std::vector<DossierRow>& rows,
                                 const std::function<bool(FindingType)>& asked, bool with_comments) {
    Patterns patterns(context, rows);
    if (asked(FindingType::one_level_for_all)) patterns.one_level();
    if (asked(FindingType::same_text)) patterns.same_text(with_comments);
    if (asked(FindingType::rated_each_other)) patterns.each_other();
    if (asked(FindingType::lower_after_objection)) patterns.after_objection();
    if (asked(FindingType::excellent_by_turns)) patterns.by_turns();
    if (asked(FindingType::newcomers_lowered)) patterns.newcomers();
    return patterns.take();
}

}  // namespace minhbach::projections
