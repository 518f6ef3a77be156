// `minhbach rules check` and `rules compare`: rulebooks looked at before anything is bound to them.
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "api/cli/commands.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/codec/json.hpp"
#include "events/ids.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "services/concretisation/layers.hpp"
#include "services/desk.hpp"
#include "services/evaluation/commands.hpp"
#include "services/law/evaluate.hpp"

namespace minhbach::api::cli {
namespace {

namespace law = services::law;
using Book = std::shared_ptr<const law::Rulebook>;

Result<Book> read_book(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return invalid_field("", "Không đọc được " + file.string() + ".", file.string() + " cannot be read.");
    return law::Rulebook::read(std::string(std::istreambuf_iterator<char>(in), {}));
}

// One of the program's own by its id, else a file.
Result<Book> find_book(const std::string& name) {
    for (const auto& book : law::rulebooks())
        if (book->id().str() == name) return book;
    return read_book(name);
}

// What one book says of somebody, and every clause with whether all of it held.
struct Verdict {
    std::string outcome;  // "GOOD", "UNDECIDED", or the type of the refusal
    std::map<std::pair<RuleStage, std::string>, bool> held;
    std::map<std::pair<RuleStage, std::string>, std::string> citations;
};

Verdict verdict(law::Facts facts, const law::Rulebook& book, const law::Tightening& layers) {
    facts.rulebook = book.id();
    facts.track = book.track();
    const auto evaluation = law::evaluate(facts, book, &layers);
    if (!evaluation) return {evaluation.error().type + " " + evaluation.error().field, {}, {}};
    Verdict verdict;
    verdict.outcome = evaluation->level ? json::enum_name(*evaluation->level) : json::enum_name(evaluation->outcome);
    for (const auto& entry : evaluation->trace) {
        const std::pair key(entry.stage, entry.clause.str());
        const auto [found, is_new] = verdict.held.try_emplace(key, entry.held);
        // Several sentences of one clause: of grounds one is enough, of what is required all are.
        if (!is_new)
            found->second =
                entry.stage == RuleStage::not_completed ? found->second || entry.held : found->second && entry.held;
        verdict.citations.emplace(key, entry.citation.str());
    }
    return verdict;
}

struct Differing {
    std::string clause;
    std::string citation;
    RuleStage stage{};
    std::optional<bool> held_in_first;  // absent: not tested, or not in that book
    std::optional<bool> held_in_second;
};
BOOST_DESCRIBE_STRUCT(Differing, (), (clause, citation, stage, held_in_first, held_in_second))

struct Difference {
    DossierId dossier;
    PersonCode person;
    std::string first;
    std::string second;
    std::vector<Differing> clauses;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (dossier, person, first, second, clauses))

std::vector<Differing> differing(const Verdict& first, const Verdict& second) {
    const auto in = [](const Verdict& verdict, const auto& key) -> std::optional<bool> {
        const auto found = verdict.held.find(key);
        return found == verdict.held.end() ? std::nullopt : std::optional(found->second);
    };
    auto keys = first.citations;
    keys.insert(second.citations.begin(), second.citations.end());
    std::vector<Differing> found;
    for (const auto& [key, citation] : keys) {
        Differing one{key.second, citation, key.first, in(first, key), in(second, key)};
        if (one.held_in_first != one.held_in_second) found.push_back(std::move(one));
    }
    return found;
}

// The rulebooks to compare; "bound" is the one that each dossier's unit is bound to.
struct Side {
    Book book;  // null: bound
    Result<const law::Rulebook*> of(services::Past& past, const services::evaluation::Dossier& dossier) const {
        if (book) return book.get();
        return services::evaluation::rulebook_of(past, dossier);
    }
};

Result<Side> side(const std::string& name) {
    if (name == "bound") return Side{};
    const auto book = find_book(name);
    if (!book) return book.error();
    return Side{*book};
}

// With what the layers over the dossier ask, under whichever rulebook.
Verdict verdict_of(services::Past& past, const services::evaluation::Dossier& dossier, const law::Facts& facts,
                   const law::Rulebook& book) {
    const auto& opened = *dossier.opened;
    const auto layers = services::concretisation::in_force_for(past, opened.cycle, opened.post.unit, dossier.opened_on);
    return verdict(facts, book, services::concretisation::tightening_of(layers, book, opened.post.title));
}

}  // namespace

int rules_check(const std::filesystem::path& file) {
    const auto book = read_book(file);
    if (!book) {
        const auto place = [](const Refusal& refusal) {
            std::cerr << (refusal.field.empty() ? "/" : refusal.field) << ": " << refusal.detail_vi << " / "
                      << refusal.detail_en << "\n";
        };
        place(book.error());
        for (const auto& other : book.error().more) place(other);
        return 1;
    }
    std::cout << (*book)->id().str() << " " << (*book)->hash().str() << "\n";
    return 0;
}

int rules_compare(const CompareOptions& options) {
    const auto first = side(options.first), second = side(options.second);
    if (!first) return tell(first.error());
    if (!second) return tell(second.error());
    const auto cycle = CycleId::parse(options.cycle);
    if (!cycle) return tell(cycle.error());
    auto log = events::open_store_read_only(options.data);
    if (!log) return tell(log.error());
    sign_in::SystemClock clock;
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    std::optional<Refusal> refused;
    std::uint64_t evaluated = 0, not_judged = 0, differ = 0;
    desk.look([&](services::Past& past, Time) {
        if (past.registry().cycle(*cycle) == nullptr) {
            refused =
                not_found("Không có kỳ đánh giá " + cycle->str() + ".", "There is no cycle " + cycle->str() + ".");
            return;
        }
        for (const auto& id : services::evaluation::dossiers_of(past, *cycle, [](const Post&) { return true; })) {
            const auto& dossier = past.dossier(id);
            const auto facts = services::evaluation::facts_of(past, dossier, Judge::authority);
            if (!facts) {
                ++not_judged;
                continue;
            }
            const auto one = first->of(past, dossier), other = second->of(past, dossier);
            if (!one || !other) {
                refused = one ? other.error() : one.error();
                return;
            }
            ++evaluated;
            const auto by_first = verdict_of(past, dossier, *facts, **one);
            const auto by_second = verdict_of(past, dossier, *facts, **other);
            if (by_first.outcome == by_second.outcome) continue;
            ++differ;
            std::cout << json::to_json(Difference{id, dossier.opened->person, by_first.outcome, by_second.outcome,
                                                  differing(by_first, by_second)})
                      << "\n";
        }
    });
    if (refused) return tell(*refused);
    std::cerr << evaluated << " hồ sơ, khác nhau " << differ << ", chưa có đánh giá " << not_judged << " / "
              << evaluated << " dossiers, " << differ << " differ, " << not_judged << " not judged yet\n";
    return 0;
}

}  // namespace minhbach::api::cli
