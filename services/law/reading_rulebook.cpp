// From the written form to a Rulebook: names become numbers, and everything that cannot be so is refused, all at once.
#include <algorithm>
#include <set>

#include "events/codec/json.hpp"
#include "events/record.hpp"
#include "events/refusals.hpp"
#include "services/law/reading_predicate.hpp"
#include "services/law/reading_procedure.hpp"
#include "services/law/rulebook.hpp"
#include "services/law/rulebook_checks.hpp"

namespace minhbach::services::law {
namespace {

constexpr std::size_t kColumnsMax = 32;
constexpr std::size_t kFactsMax = 1000;
// What every sheet of facts has.
const std::set<std::string, std::less<>> kReserved{"rulebook", "track",       "year",
                                                   "subject",  "disciplines", "violationsAlreadyCounted"};

// "GAP-2", "GAP-PARTY-CRITERION"
bool names_a_gap(std::string_view code) {
    constexpr std::string_view kGap = "GAP-";
    return code.starts_with(kGap) && code.size() > kGap.size() &&
           code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string_view::npos;
}

}  // namespace

class RulebookReader {
public:
    explicit RulebookReader(written::Rulebook document) : book_(new Rulebook) {
        book_->document_ = std::move(document);
    }

    Result<std::shared_ptr<const Rulebook>> read() {
        columns();
        facts();
        if (refused_.empty()) {
            clauses();
            consistency();
            order();
            disciplines();
            signals();
            quota();
            procedure();
        }
        if (refused_.empty()) check(*book_, [this](std::string at, std::string en) { refuse(std::move(at), en); });
        if (!refused_.empty()) return together(std::move(refused_));
        book_->text_ = json::to_json(book_->document_);
        book_->hash_ = Digest::of(events::hex(events::sha256(book_->text_)));
        return std::shared_ptr<const Rulebook>(std::move(book_));
    }

private:
    const written::Rulebook& doc() const { return book_->document_; }
    static std::string at(std::string_view list, std::size_t index, std::string_view member = {}) {
        auto place = "/" + std::string(list) + "/" + std::to_string(index);
        return member.empty() ? place : place + "/" + std::string(member);
    }
    void refuse(std::string place, const std::string& en) {
        refused_.push_back({"bad-rulebook",
                            std::move(place),
                            "",
                            "Bộ quy tắc không hợp lệ: " + en,
                            "The rulebook is not sound: " + en,
                            {}});
    }
    // What stands twice in a list of names.
    template <class Items, class Name>
    void once(std::string_view list, const Items& items, Name name) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!seen.insert(name(items[i])).second) refuse(at(list, i), "\"" + name(items[i]) + "\" stands twice");
    }

    void columns() {
        once("sources", doc().sources, [](const auto& one) { return one.source; });
        once("scales", doc().scales, [](const auto& one) { return one.scale; });
        once("columns", doc().columns, [](const auto& one) { return one.column; });
        once("facts", doc().facts, [](const auto& one) { return one.fact; });
        once("readings", doc().readings, [](const auto& one) { return one.reading; });
        const auto named = [&](const std::string& name, const std::string& place) {
            if (name.empty()) refuse(place, "a name is empty");
        };
        for (std::size_t i = 0; i < doc().columns.size(); ++i) {
            named(doc().columns[i].column, at("columns", i, "column"));
            named(doc().columns[i].class_, at("columns", i, "class"));
        }
        for (std::size_t i = 0; i < doc().sources.size(); ++i)
            named(doc().sources[i].source, at("sources", i, "source"));
        for (std::size_t i = 0; i < doc().scales.size(); ++i) {
            named(doc().scales[i].scale, at("scales", i, "scale"));
            for (const auto& grade : doc().scales[i].grades) named(grade, at("scales", i, "grades"));
            for (const auto& grade : doc().scales[i].beside) named(grade, at("scales", i, "beside"));
        }
        for (std::size_t i = 0; i < doc().choices.size(); ++i) {
            named(doc().choices[i].name, at("choices", i, "name"));
            named(doc().choices[i].chosen, at("choices", i, "chosen"));
        }
        const auto& all = doc().columns;
        if (all.empty() || all.size() > kColumnsMax) return refuse("/columns", "there are 1 to 32 columns");
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const bool overlap = all[i].class_ == all[j].class_ &&
                                     (!all[i].leader || !all[j].leader || *all[i].leader == *all[j].leader);
                if (overlap)
                    refuse(at("columns", i),
                           "the same subjects are in \"" + all[j].column + "\" and \"" + all[i].column + "\"");
            }
    }

    Columns columns_of(const std::vector<std::string>& names, const std::string& place) {
        if (names.empty()) return (Columns{1} << (doc().columns.size() - 1) << 1) - 1;
        Columns found = 0;
        for (const auto& name : names) {
            const auto column = std::find_if(doc().columns.begin(), doc().columns.end(),
                                             [&](const auto& one) { return one.column == name; });
            if (column == doc().columns.end())
                refuse(place + "/of", "there is no column \"" + name + "\"");
            else
                found |= Columns{1} << (column - doc().columns.begin());
        }
        return found;
    }

    void facts() {
        if (doc().facts.size() > kFactsMax) return refuse("/facts", "there are at most 1000 facts");
        for (std::size_t i = 0; i < doc().facts.size(); ++i) {
            const auto& written = doc().facts[i];
            Fact fact;
            fact.name = written.fact;
            fact.pointer = "/" + written.fact;
            std::replace(fact.pointer.begin(), fact.pointer.end(), '.', '/');
            const auto dot = written.fact.find('.');
            fact.group = dot == std::string::npos ? 0 : dot + 1;
            if (written.fact.find('.', fact.group) != std::string::npos || written.fact.size() == fact.group)
                refuse(at("facts", i, "fact"), "a name has at most one dot, inside");
            fact.kind = written.kind;
            fact.may_be_unknown = written.may_be_unknown.value_or(false);
            fact.of = columns_of(written.of, at("facts", i));
            members(fact, written, at("facts", i));
            const bool graded = written.kind == FactKind::grade || written.kind == FactKind::grades;
            if (graded != written.scale.has_value())
                refuse(at("facts", i), "a grade has a scale, and nothing else has one");
            if (written.scale) scale(*written.scale, at("facts", i, "scale"), fact.grades, fact.ordered);
            const auto index = static_cast<FactIndex>(book_->facts_.size());
            book_->fact_by_name_.emplace(fact.name, index);
            const auto name = fact.group == 0 ? fact.name : fact.name.substr(0, fact.group - 1);
            auto& groups = book_->fact_groups_;
            auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.name == name; });
            if (group == groups.end()) group = groups.insert(groups.end(), {name, fact.group != 0, {}, 0});
            if (group->is_object != (fact.group != 0) || kReserved.contains(name))
                refuse(at("facts", i, "fact"), "\"" + name + "\" cannot be used here");
            group->facts.push_back(index);
            group->of |= fact.of;
            book_->facts_.push_back(std::move(fact));
        }
    }

    void scale(const std::string& name, const std::string& place, std::vector<std::string>& grades, Grade& ordered) {
        const auto scale =
            std::find_if(doc().scales.begin(), doc().scales.end(), [&](const auto& one) { return one.scale == name; });
        if (scale == doc().scales.end()) return refuse(place, "there is no scale \"" + name + "\"");
        grades = scale->grades;
        ordered = static_cast<Grade>(grades.size());
        grades.insert(grades.end(), scale->beside.begin(), scale->beside.end());
        if (grades.empty() || grades.size() > FactSheet::kGradesMax) refuse(place, "a scale has 1 to 8 grades");
    }

    void members(Fact& fact, const written::Fact& written, const std::string& place) {
        if ((written.kind == FactKind::items) == written.members.empty())
            refuse(place + "/members", "items have members, and nothing else has them");
        for (const auto& one : written.members) {
            ItemMember member{one.member, {}, 0};
            if (one.scale) scale(*one.scale, place + "/members", member.grades, member.ordered);
            fact.members.push_back(std::move(member));
        }
    }

    Predicate predicate(const written::Predicate& written, Columns of, const std::string& place) {
        return predicates().predicate(written, of, place);
    }
    FactIndex fact(const std::string& name, FactKind kind, Columns of, const std::string& place) {
        return predicates().fact(name, kind, of, place);
    }
    PredicateReader predicates() {
        return {*book_, [this](std::string place, const std::string& en) { refuse(std::move(place), en); }};
    }

    std::optional<written::Words> reading(const std::optional<std::string>& name, const std::string& place) {
        if (!name) return std::nullopt;
        const bool known = std::any_of(doc().readings.begin(), doc().readings.end(),
                                       [&](const auto& one) { return one.reading == *name; });
        if (known) return book_->reading(*name);
        refuse(place, "there is no reading " + *name);
        return std::nullopt;
    }

    void clauses() {
        book_->clauses_.reserve(doc().clauses.size());  // steps keep pointers to them
        for (std::size_t i = 0; i < doc().clauses.size(); ++i) {
            const auto& written = doc().clauses[i];
            const auto place = at("clauses", i);
            Clause clause;
            clause.id = written.clause;
            clause.requirement = written.requirement;
            clause.of = columns_of(written.of, place);
            clause.gap = written.gap;
            if (written.gap && !names_a_gap(written.gap->str())) refuse(place + "/gap", "a gap is called GAP-...");
            clause.reason = written.reason;
            clause.standing = written.standing;
            clause.confidence = written.confidence;
            const auto source = std::find_if(doc().sources.begin(), doc().sources.end(),
                                             [&](const auto& one) { return one.source == written.source; });
            if (source == doc().sources.end())
                refuse(place + "/source", "there is no source \"" + written.source + "\"");
            else
                // A rule of the house has no place in a text, and of some guidance the place is not known.
                clause.citation = written.citation ? Label::of(written.citation->str() + " " + source->citation.str())
                                                   : source->citation;
            if (!written.citation && written.standing == Standing::law)
                refuse(place + "/citation", "a clause of law stands somewhere");
            clause.stage = written.stage;
            if (written.holds && written.not_above) refuse(place, "a clause has `holds` or `notAbove`");
            if (written.stage && !written.holds && !written.not_above) refuse(place, "the clause asks for nothing");
            if (written.holds) clause.holds = predicate(*written.holds, clause.of, place + "/holds");
            if (written.not_above) {
                clause.not_above = fact(*written.not_above, FactKind::grade, clause.of, place + "/notAbove");
                levels_of(*clause.not_above, place + "/notAbove");
            }
            for (std::size_t r = 0; r < written.readings.size(); ++r) {
                const auto at_reading = place + "/readings/" + std::to_string(r);
                auto text = reading(written.readings[r].reading, at_reading);
                if (!text) continue;
                ReadingOf one{std::move(*text), {}};
                if (written.readings[r].when)
                    one.when = predicate(*written.readings[r].when, clause.of, at_reading + "/when");
                clause.readings.push_back(std::move(one));
            }
            for (const auto& other : book_->clauses_)
                if (other.id == clause.id && other.stage == clause.stage && (other.of & clause.of) != 0 &&
                    other.requirement.vi == clause.requirement.vi)
                    refuse(place, "the sentence of \"" + clause.id.str() + "\" stands twice for one column");
            book_->clauses_.push_back(std::move(clause));
        }
    }

    // A fact that caps has the levels as its ordered grades.
    void levels_of(FactIndex fact, const std::string& place) {
        const auto& one = book_->facts_[fact];
        bool same = one.ordered == static_cast<Grade>(json::enumerators<Level>().size());
        for (const auto& [level, name] : json::enumerators<Level>())
            same = same && one.grades[static_cast<std::size_t>(level)] == name;
        if (!same) refuse(place, "\"" + one.name + "\" is not a level");
    }

    void consistency() {
        for (std::size_t i = 0; i < doc().consistency.size(); ++i) {
            const auto& written = doc().consistency[i];
            const auto place = at("consistency", i);
            Consistency rule{{}, columns_of(written.of, place), {}, written.otherwise};
            rule.holds = predicate(written.holds, rule.of, place + "/holds");
            for (const auto& name : written.fields) {
                const auto found = book_->fact(name);
                if (found)
                    rule.facts.push_back(*found);
                else
                    refuse(place + "/fields", "there is no fact \"" + name + "\"");
            }
            if (rule.facts.empty()) refuse(place + "/fields", "no field is named");
            book_->consistency_.push_back(std::move(rule));
        }
    }

    void order() {
        const auto& steps = doc().order;
        once("order", steps, [](const auto& one) { return json::enum_name(one.stage); });
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto& written = steps[i];
            const auto place = at("order", i);
            const bool level_given = written.level.has_value();
            if (written.does != StepKind::require && written.does != StepKind::cap && !level_given)
                refuse(place + "/level", "the step gives no level");
            if ((written.does == StepKind::require) != written.otherwise.has_value())
                refuse(place + "/otherwise", "a step that requires says what is so otherwise, and no other does");
            Step step{written.stage, written.does, written.level, {}, {}, written.cap, written.otherwise, {}};
            step.needs_reading = reading(written.needs_reading, place + "/needsReading");
            if (written.does == StepKind::level && level_given) needed(step, *written.level, i);
            step.clauses.resize(doc().columns.size());
            bool any = false;
            for (const auto& clause : book_->clauses_) {
                if (clause.stage != written.stage) continue;
                for (std::size_t column = 0; column < step.clauses.size(); ++column)
                    if ((clause.of >> column & 1) != 0) step.clauses[column].push_back(&clause), any = true;
            }
            if (!any) refuse(place, "no clause is of this stage");
            book_->order_.push_back(std::move(step));
        }
        for (std::size_t i = 0; i < doc().clauses.size(); ++i) {
            const auto& stage = doc().clauses[i].stage;
            const bool tested = !stage || std::any_of(steps.begin(), steps.end(),
                                                      [&](const auto& step) { return step.stage == *stage; });
            if (!tested) refuse(at("clauses", i, "stage"), "no step tests this stage");
        }
    }

    // The levels that `level` needs, with theirs.
    void needed(Step& step, Level level, std::size_t from) {
        for (const auto& written : doc().order) {
            if (written.does != StepKind::level || written.level != level) continue;
            for (const auto next : written.needs) {
                if (next == *step.level)
                    return refuse(at("order", from, "needs"),
                                  "a level that needs itself: " + json::enum_name(*step.level));
                const bool tested = std::any_of(doc().order.begin(), doc().order.end(), [&](const auto& one) {
                    return one.does == StepKind::level && one.level == next;
                });
                if (!tested)
                    return refuse(at("order", from, "needs"), "no step gives the level " + json::enum_name(next));
                if (std::find(step.needs.begin(), step.needs.end(), next) != step.needs.end()) continue;
                step.needs.push_back(next);
                needed(step, next, from);
            }
        }
    }

    const Clause* clause(const std::string& id, const std::string& place) {
        const auto found = std::find_if(book_->clauses_.begin(), book_->clauses_.end(),
                                        [&](const auto& one) { return one.id.str() == id; });
        if (found != book_->clauses_.end()) return &*found;
        refuse(place, "there is no clause \"" + id + "\"");
        return nullptr;
    }

    void disciplines() {
        if (!doc().disciplines) return;
        const auto& written = *doc().disciplines;
        if (written.counted_once != written.once.has_value())
            refuse("/disciplines/once", "a clause says that acts count once, where they do");
        Disciplines rule{written.attribution,
                         written.asks,
                         written.counted_once,
                         clause(written.in_year, "/disciplines/inYear"),
                         written.once ? clause(*written.once, "/disciplines/once") : nullptr,
                         written.twice ? clause(*written.twice, "/disciplines/twice") : nullptr,
                         reading(written.once_reading, "/disciplines/onceReading"),
                         reading(written.not_rated_reading, "/disciplines/notRatedReading")};
        book_->disciplines_ = std::move(rule);
    }

    void signals() {
        if (!doc().signals) return;
        for (std::size_t i = 0; i < doc().signals->size(); ++i) {
            const auto& written = (*doc().signals)[i];
            clause(written.clause, at("signals", i, "clause"));
            // A fact that a column does not have holds nothing: the signal is for those that have it.
            book_->signals_.push_back(
                {written.signal, written.with, predicate(written.when, 0, at("signals", i, "when"))});
        }
    }

    void quota() {
        const auto& written = doc().quota;
        if (written.percent < 0 || written.percent > 100) refuse("/quota/percent", "a percentage is between 0 and 100");
        book_->quota_ = {written.base, written.percent, written.rounding};
        book_->quota_clause_ = clause(written.clause, "/quota/clause");
        reading(doc().undecided.reading, "/undecided/reading");
        if (doc().undecided.levels.empty()) refuse("/undecided/levels", "no level may be decided");
    }

    void procedure() {
        book_->procedure_ =
            ProcedureReader(
                doc(), [this](std::string place, const std::string& en) { refuse(std::move(place), en); },
                [this](const std::string& id, const std::string& place) { return clause(id, place); },
                [this](const auto& names, const std::string& place) { return columns_of(names, place); })
                .read();
    }

    std::shared_ptr<Rulebook> book_;
    std::vector<Refusal> refused_;
};

Result<std::shared_ptr<const Rulebook>> Rulebook::read(std::string_view json) {
    auto document = json::from_json<written::Rulebook>(json);
    if (!document) return document.error();
    return RulebookReader(std::move(*document)).read();
}

}  // namespace minhbach::services::law
