#include "api/routes/dossier_answers.hpp"

#include <algorithm>

#include "services/evaluation/assessment.hpp"
#include "services/law/quota.hpp"
#include "services/settlement/counting.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

GeneralJudgements sample_judgements(bool leader) {
    GeneralJudgements general;
    if (leader) general.leadership = CriterionJudgement{};
    return general;
}

}  // namespace

AllowedActions actions_on(House& house, const PersonCode& person, const projections::DossierRow& row) {
    const DossierId& dossier = row.dossier;
    const Text words = Text::of("Nội dung mẫu");
    const bool leader = row.post && row.post->leader;
    const GeneralJudgements general = sample_judgements(leader);
    // A document that exists stands in for the one that the act will cite.
    DocumentId document = DocumentId::of("chua-co");
    Date today;
    std::vector<RemedyReport> remedied;
    bool closed = false, moved = false;  // the latter: the person has another post than the dossier
    house.desk.look([&](services::Past& past, Time now) {
        today = now.local_date();
        const auto* cycle = past.registry().cycle(row.cycle);
        if (cycle) document = cycle->opened.document;
        const auto& its = past.dossier(dossier);
        if (!its.exists()) return;
        remedied = evaluation::still_to_remedy(past, *its.opened);
        closed = its.closed.has_value();
        const auto* known = past.registry().person(its.opened->person);
        const auto* post = known ? known->main_post_at(today) : nullptr;
        moved = post && *post != its.opened->post;
    });
    std::optional<MeetingId> meeting;
    if (!row.meetings.empty()) meeting = row.meetings.back().meeting;

    for (auto& item : remedied) item.what = words;
    Rehearsal rehearsal(house, person);
    const auto on = [&](std::string_view what) { return "/v1/dossiers/" + dossier.str() + "/" + std::string(what); };
    rehearsal.add(
        on("self-assessment"), "file-self-assessment", {"Nộp phiếu", "File the form"},
        evaluation::FileSelfAssessment{
            dossier, {{Label::of("Tự đánh giá"), words}}, general, Effectiveness::met, {}, Level::good, {}, remedied});
    rehearsal.add(on("return"), "return-self-assessment", {"Trả lại để bổ sung", "Return for completion"},
                  evaluation::ReturnSelfAssessment{dossier, words, {}});
    std::vector<evaluation::JudgeCriteria> judges;
    for (const Judge judge : {Judge::direct_head, Judge::advisory_body, Judge::authority})
        judges.push_back({dossier, judge, general, Effectiveness::met, {}, {}});
    rehearsal.add_any(on("judgements"), "judge-criteria", {"Đánh giá tiêu chí", "Judge the criteria"}, judges);
    std::vector<evaluation::RecordComment> comments;
    for (const CommentSide side : {CommentSide::direct_head, CommentSide::superior, CommentSide::peer})
        comments.push_back({dossier, side, words, {}});
    if (leader) comments.push_back({dossier, CommentSide::subordinate, words, {}});
    rehearsal.add_any(on("comments"), "record-comment", {"Ghi ý kiến nhận xét", "Record a comment"}, comments);
    rehearsal.add(on("party-opinion"), "record-party-opinion", {"Ghi ý kiến cấp ủy", "Record the committee's opinion"},
                  evaluation::RecordPartyOpinion{dossier, Label::of("Cấp ủy"), today, words, meeting, {}, {}});
    rehearsal.add_levels(on("proposal"), "propose-level", {"Trình cấp có thẩm quyền", "Submit to the authority"},
                         [&](Level level) { return evaluation::ProposeLevel{dossier, level, meeting, words, {}, {}}; });
    rehearsal.add_levels(on("decision"), "decide-rating", {"Kết luận mức xếp loại", "Decide the level"},
                         [&](Level level) {
                             return evaluation::DecideRatings{
                                 {{dossier, level, words, row.proposal() ? std::nullopt : meeting}}, document, {}};
                         });
    rehearsal.add(on("notice"), "issue-notice", {"Ban hành thông báo", "Issue the notice"},
                  evaluation::IssueNotices{{dossier}, document, today, {}});
    rehearsal.add(on("acknowledgement"), "acknowledge-notice", {"Xác nhận đã nhận", "Acknowledge receipt"},
                  evaluation::AcknowledgeNotice{dossier, {}});
    rehearsal.add(on("publication"), "publish-result", {"Công khai kết quả", "Publish the result"},
                  evaluation::PublishResults{{dossier}, PublicationForm::electronic, {}});
    rehearsal.add(
        on("corrections"), "correct-decision", {"Đính chính", "Correct a slip"},
        evaluation::CorrectDecision{dossier, Label::of("Câu chữ"), words, Text::of("Nội dung đúng"), words, document});
    const auto* decision = row.decision();
    const int revision = decision ? decision->revision : 0;
    rehearsal.add("/v1/objections", "file-objection", {"Gửi kiến nghị", "File a petition"},
                  services::objection::FileObjection{
                      ObjectionId::of("chua-co"), ObjectionKind::petition, dossier, revision, words, {}, {}});
    rehearsal.add_levels(
        on("re-rating"), "re-rate", {"Hủy kết quả và xếp loại lại", "Cancel and re-rate"}, [&](Level level) {
            return evaluation::ReRate{dossier, revision, ReratingGround::error, {}, {}, words, level, document, {}, {}};
        });
    if (closed) {
        rehearsal.add(on("reopening"), "reopen-dossier", {"Mở lại hồ sơ đã đóng", "Open it again"},
                      evaluation::ReopenDossier{dossier, words, document});
    } else {
        rehearsal.add(on("closing"), "close-dossier", {"Đóng hồ sơ không xếp loại", "Close it without a rating"},
                      evaluation::CloseDossier{dossier, ClosingCause::left_service, words, document});
        if (moved)
            rehearsal.add(on("moves"), "move-dossier",
                          {"Chuyển hồ sơ theo người chuyển công tác", "Move it with the person"},
                          evaluation::MoveDossier{dossier, document});
    }
    return {dossier, house.log.stream_count(events::Ledger::main, services::dossier_stream(dossier)), rehearsal.take()};
}

Result<projections::DossiersQuestion> dossiers_in_query(const Context& context) {
    const auto cycle = CycleId::parse(context.query("cycle"));
    auto unit = id_in_query<UnitCode>(context, "unit");
    auto agency = id_in_query<UnitCode>(context, "agency");
    auto person = id_in_query<PersonCode>(context, "person");
    if (!cycle) return wrong_parameter("cycle");
    if (!unit) return unit.error();
    if (!agency) return agency.error();
    if (!person) return person.error();
    projections::DossiersQuestion question;
    question.cycle = *cycle;
    question.unit = *std::move(unit);
    question.agency = *std::move(agency);
    question.person = *std::move(person);
    return question;
}

Refusal erased_dossier(House& house, const projections::ErasedPerson& erased) {
    const auto document = house.answers.document(erased.document);
    const auto number = document ? document->document.registered.number.str() : erased.document.str();
    const auto day = erased.since.local_date();
    return {"erased",
            "",
            erased.clause.str(),
            "Dữ liệu cá nhân đã được xóa ngày " + day.vietnamese() + " theo văn bản số " + number + " (đề nghị " +
                erased.erasure.str() + ").",
            "Personal data erased on " + day.iso() + " by document no. " + number + " (request " +
                erased.erasure.str() + ").",
            {}};
}

Result<GroundSheet> ground_sheet(House& house, const DossierId& dossier, projections::Known known) {
    auto whole = house.answers.dossier(dossier, known);
    if (!whole) return whole.error();
    if (whole->erased) return erased_dossier(house, *whole->erased);
    GroundSheet sheet;
    sheet.basis = std::move(whole->basis);
    sheet.line = std::move(whole->line);
    sheet.post = std::move(whole->post);
    sheet.self_assessment = std::move(whole->self_assessment);
    sheet.judgements = std::move(whole->judgements);
    sheet.party_opinion = std::move(whole->party_opinion);
    sheet.proposals = std::move(whole->proposals);
    sheet.settlement = whole->settlement;
    sheet.decisions = std::move(whole->decisions);
    sheet.decision_standings = std::move(whole->decision_standings);
    sheet.objections = std::move(whole->objections);
    sheet.effects = std::move(whole->effects);
    sheet.corrections = std::move(whole->decision_corrections);
    sheet.decision_document = std::move(whole->decision_document);
    if (!sheet.decisions.empty()) {
        const std::int64_t position = sheet.decisions.back().by.position;
        projections::CompetenceQuestion question;
        question.act = position;
        auto competence = house.answers.competence(question, known);
        if (competence) sheet.competence = std::move(competence->competence);
        sheet.proof = "/v1/log/entries/" + std::to_string(position) + "/proof";
    } else if (!known) {
        house.desk.look([&](services::Past& past, Time) {
            const auto& state = past.dossier(dossier);
            if (!state.exists()) return;
            auto evaluation = evaluation::evaluation_of(past, state, Judge::authority);
            if (evaluation) sheet.advice = std::move(*evaluation);
        });
    }
    return sheet;
}

void add_rule_levels(House& house, projections::SelfAssessmentsAnswer& answer) {
    house.desk.look([&](services::Past& past, Time) {
        const auto& state = past.dossier(answer.dossier);
        if (!state.exists()) return;
        for (auto& version : answer.versions) {
            if (!version.form) continue;
            // As if the direct head had judged word for word what the form says.
            auto declared = state;
            declared.judged = {};
            evaluation::Judged judged;
            judged.general = version.form->general;
            judged.effectiveness = version.form->effectiveness;
            judged.typed = TypedCounts{version.form->counts, std::nullopt, {}};
            declared.judged.at(static_cast<std::size_t>(Judge::direct_head)) = std::move(judged);
            const auto evaluated = evaluation::evaluation_of(past, declared, Judge::direct_head);
            if (!evaluated) continue;
            version.rule_outcome = evaluated->outcome;
            version.rule_level = evaluated->level;
        }
    });
}

void add_maxima_without_exception(House& house, projections::QuotaAnswer& answer) {
    const services::law::Rulebook* rulebook = nullptr;
    house.desk.look([&](services::Past& past, Time now) {
        if (!past.registry().cycle(answer.cycle)) return;
        const auto found = services::evaluation::rulebook_of(past, answer.cycle, answer.agency.unit, now.local_date());
        if (found) rulebook = *found;
    });
    if (!rulebook) return;
    for (auto& settlement : answer.settlements) {
        const auto& settled = settlement.settled;
        if (!settled.exception_document) continue;
        for (const auto& group : settled.groups) {
            auto rule = rulebook->quota();
            const auto binding = std::find_if(group.readings.begin(), group.readings.end(),
                                              [](const QuotaReading& reading) { return reading.binding; });
            if (binding != group.readings.end()) {
                rule.base = binding->base;
                rule.rounding = binding->rounding;
            }
            const auto readings = services::law::quota_readings(group.counts, *rulebook, rule, std::nullopt);
            settlement.without_exception.push_back({group.group, services::law::binding(readings).max_excellent});
        }
    }
}

void add_maxima_of_forecast(House& house, projections::QuotaAnswer& answer) {
    house.desk.look([&](services::Past& past, Time now) {
        const auto* cycle = past.registry().cycle(answer.cycle);
        if (!cycle) return;
        const auto& agency = answer.agency.unit;
        const auto rulebook = services::evaluation::rulebook_of(past, answer.cycle, agency, now.local_date());
        if (!rulebook) return;
        const auto binding = services::settlement::binding_of(past, *cycle, agency, **rulebook);
        for (auto& group : answer.forecast) {
            group.readings =
                services::law::quota_readings(group.counts, **rulebook, binding.named, binding.exception_percent);
            group.max_excellent = services::law::binding(group.readings).max_excellent;
        }
    });
}

}  // namespace minhbach::api::routes
