// `minhbach rules procedure`: whether a step may be taken, and which demand of the rulebook is not met.
#include "api/cli/rules.hpp"
#include "api/cli/unread.hpp"
#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::api::cli {
namespace {

namespace law = services::law;

struct SubjectForm {
    std::string class_;
    std::optional<bool> leader;
};
BOOST_DESCRIBE_STRUCT(SubjectForm, (), (class_, leader))

struct DoneForm {
    law::ProcedureStep step{};
    Date on;
};
BOOST_DESCRIBE_STRUCT(DoneForm, (), (step, on))

struct OpinionForm {
    law::OpinionSide from{};
    Date on;  // given on; of those asked: due on
};
BOOST_DESCRIBE_STRUCT(OpinionForm, (), (from, on))

struct AttendanceForm {
    int present = 0;
    int called = 0;
};
BOOST_DESCRIBE_STRUCT(AttendanceForm, (), (present, called))

struct TermForm {
    law::TermName term{};
    int days = 0;
};
BOOST_DESCRIBE_STRUCT(TermForm, (), (term, days))

struct ProcedureForm {
    RulebookId rulebook;
    SubjectForm subject;
    std::optional<law::Position> position;  // absent: OTHER
    int year = 0;
    law::ProcedureStep step{};
    Date on;
    std::vector<DoneForm> done;
    std::vector<OpinionForm> given;
    std::vector<OpinionForm> asked;
    std::optional<int> months_elsewhere;
    std::optional<std::string> form;
    std::optional<AttendanceForm> attendance;
    std::optional<bool> constituent_units;
    std::optional<bool> special;
    std::vector<TermForm> terms;
    std::optional<Unread> expect;
};
BOOST_DESCRIBE_STRUCT(ProcedureForm, (),
                      (rulebook, subject, position, year, step, on, done, given, asked, months_elsewhere, form,
                       attendance, constituent_units, special, terms, expect))

using About = law::ProcedureFinding::About;

struct FindingView {
    std::string about;
    std::string clause;
    Label citation;
    Label requirement;
    Label requirement_en;
    law::Standing standing{};
    law::Confidence source_confidence{};
    bool held = false;
    std::optional<law::ProcedureStep> missing;
    std::optional<Label> without;
    std::optional<Label> without_en;
    std::optional<law::OpinionSide> side;
    std::optional<law::TermName> term;
    std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(FindingView, (),
                      (about, clause, citation, requirement, requirement_en, standing, source_confidence, held, missing,
                       without, without_en, side, term, due))

struct ProcedureAnswer {
    bool allowed = true;
    std::vector<FindingView> findings;
};
BOOST_DESCRIBE_STRUCT(ProcedureAnswer, (), (allowed, findings))

std::string name_of(About about) {
    switch (about) {
        case About::order:
            return "ORDER";
        case About::opinion:
            return "OPINION";
        case About::composition:
            return "COMPOSITION";
        case About::form:
            return "FORM";
        case About::term:
            return "TERM";
    }
    std::abort();
}

FindingView view_of(const law::ProcedureFinding& finding) {
    const auto& clause = *finding.clause;
    FindingView view{name_of(finding.about), clause.id.str(), clause.citation,   clause.requirement.vi,
                     clause.requirement.en,  clause.standing, clause.confidence, finding.held,
                     finding.missing,        std::nullopt,    std::nullopt,      finding.side,
                     finding.term,           finding.due};
    if (finding.step && !finding.held) {
        view.without = finding.step->without.vi;
        view.without_en = finding.step->without.en;
    }
    return view;
}

}  // namespace

Result<std::string> procedure_json(std::string_view question) {
    const auto form = json::from_json<ProcedureForm>(question);
    if (!form) return form.error();
    const auto book = law::find_rulebook(form->rulebook);
    if (!book) return book.error();
    const auto column = (*book)->column(form->subject.class_, form->subject.leader.value_or(false));
    if (!column)
        return invalid_field("/subject/class", "Bộ quy tắc không có đối tượng này.",
                             "The rulebook has no such subject.");
    law::ProcedureQuestion asked;
    asked.who = {*column, form->position.value_or(law::Position::other)};
    asked.year = form->year;
    asked.step = form->step;
    asked.on = form->on;
    for (const auto& one : form->done) asked.done[one.step] = one.on;
    for (const auto& one : form->given) asked.given[one.from] = one.on;
    for (const auto& one : form->asked) asked.asked[one.from] = one.on;
    for (const auto& one : form->terms) asked.terms[one.term] = one.days;
    asked.months_elsewhere = form->months_elsewhere;
    asked.form = form->form;
    if (form->attendance) asked.attendance = {form->attendance->present, form->attendance->called};
    asked.constituent_units = form->constituent_units.value_or(false);
    asked.special = form->special.value_or(false);
    if (asked.year < 1900 || asked.year > 2999)
        return invalid_field("/year", "Năm từ 1900 đến 2999.", "The year lies between 1900 and 2999.");
    const auto findings = law::examine(**book, asked);
    if (!findings) return findings.error();
    ProcedureAnswer answer;
    for (const auto& finding : *findings) {
        answer.allowed = answer.allowed && finding.held;
        answer.findings.push_back(view_of(finding));
    }
    return json::to_json(answer);
}

}  // namespace minhbach::api::cli
