#include "api/routes/what_may_be_done.hpp"

#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/owned.hpp"
#include "api/routes/rehearsal.hpp"
#include "api/routes/remediation_board.hpp"
#include "services/law/calendar.hpp"
#include "services/remediation/parties.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;
namespace remediation = services::remediation;
namespace review = services::review;

const Text& sample_text() {
    static const Text text = Text::of("Nội dung mẫu");
    return text;
}

bool may_see(Context& context, const Owner& owner) {
    return owner.unit ? may_see_unit(context, *owner.unit) : may_see_person(context, *owner.person);
}

// What samples are made of: a document that is there, today, a day on which something can be due, the owner's name.
struct Ground {
    DocumentId document = DocumentId::of("chua-co");
    Date today, due;
    Time now;
    Label name;
    bool known = false;  // the cycle, and the owner
};

Ground ground_of(House& house, const OwnedBy& of) {
    Ground ground;
    house.desk.look([&](services::Past& past, Time now) {
        ground.now = now;
        ground.today = now.local_date();
        const auto due =
            services::law::Calendar::vietnam().period_end(ground.today, 5, services::law::PeriodUnit::working);
        ground.due = due ? *due : ground.today;
        const auto& registry = past.registry();
        const auto* cycle = registry.cycle(of.cycle);
        if (cycle) ground.document = cycle->opened.document;
        if (of.owner.person) {
            const auto* person = registry.person(*of.owner.person);
            ground.known = cycle && person;
            if (person) ground.name = person->full_name;
        } else if (const auto* unit = registry.unit(of.owner.unit.value())) {
            const auto* version = unit->at(ground.today);
            ground.known = cycle && version;
            if (version) ground.name = version->name;
        }
    });
    return ground;
}

// ---- remediation

remediation::AdoptPlan sample_plan(const PlanActions& answer, const Ground& ground, const PersonCode& person) {
    const auto& words = sample_text();
    const auto id = ShortcomingId::of("MAU");
    const Measure measure{MeasureId::of("MAU"), words, Label::of("Sản phẩm"), answer.owner.person.value_or(person),
                          ground.due};
    remediation::AdoptPlan plan;
    plan.plan = answer.plan;
    plan.cycle = answer.cycle;
    plan.owner = answer.owner;
    plan.shortcomings = {{id, words, {}, CauseKind::subjective, words, {measure}}};
    if (answer.owner.unit) plan.answerable = {{person, id, 100, words}};
    plan.document = ground.document;
    plan.reason = words;
    return plan;
}

ActionsOnMeasure on_measure(Rehearsal& rehearsal, const std::string& under, const PlanId& plan,
                            const MeasureId& measure, const Ground& ground) {
    const auto& words = sample_text();
    const auto at = under + "measures/" + measure.str() + "/";
    rehearsal.add(at + "progress", "report-progress", {"Báo cáo tiến độ", "Report progress"},
                  remediation::ReportProgress{plan, measure, 50, words, {}, {}});
    rehearsal.add(at + "verification", "verify-measure", {"Xác nhận đã khắc phục", "Verify remediation"},
                  remediation::VerifyMeasure{plan, measure, words});
    rehearsal.add(at + "reminders", "urge-measure", {"Gửi đôn đốc", "Send a reminder"},
                  remediation::UrgeMeasure{plan, measure, words, false});
    rehearsal.add(at + "inspections", "inspect-measure", {"Ghi kết quả kiểm tra", "Record an inspection"},
                  remediation::InspectMeasure{plan, measure, ground.today, words});
    rehearsal.add(at + "reopening", "reopen-measure", {"Mở lại", "Reopen"},
                  remediation::ReopenMeasure{plan, measure, words});
    return {measure, rehearsal.take()};
}

awaitable<http::Response> on_plan(Context& context, projections::Known) {
    const auto id = id_in_path<PlanId>(context, "plan");
    if (!id) co_return http::problem(id.error());
    const auto of = owned_by(id->str());
    if (!of) co_return http::problem(no_such_thing());
    const auto& person = context.person();
    const auto ground = ground_of(context.house, *of);
    if (!ground.known) co_return http::problem(no_such_thing());
    std::vector<MeasureId> measures;
    std::vector<std::pair<FollowUpRole, remediation::FollowUp>> assigned;
    bool part = false;
    context.house.desk.look([&](services::Past& past, Time now) {
        const auto& plan = past.plan(*id);
        part = remediation::owns(past, of->owner, person, now.local_date());
        for (const auto& [measure, state] : plan.measures) {
            measures.push_back(measure);
            part = part || state.measure.responsible == person;
        }
        for (const auto& [role, one] : plan.follow_ups) {
            part = part || one.assignee == person;
            if (!one.confirmed) assigned.emplace_back(role, one);
        }
    });
    if (!part && !may_see(context, of->owner)) co_return http::problem(no_such_thing());

    PlanActions answer{*id, of->cycle, of->owner, ground.name, 0, {}, {}, {}};
    answer.revision = context.house.log.stream_count(events::Ledger::main, services::remediation_stream(*id));
    const auto& words = sample_text();
    const auto under = "/v1/remediation-plans/" + id->str() + "/";
    Rehearsal rehearsal(context.house, person);
    rehearsal.add(under + "adoption", "adopt-plan", {"Lập kế hoạch khắc phục", "Adopt the plan"},
                  sample_plan(answer, ground, person), {{"shortcoming-left-out", "/shortcomings", "/answerable"}});
    rehearsal.add(under + "statement", "state-no-shortcoming",
                  {"Cam kết không có hạn chế, khuyết điểm", "State that there is no shortcoming"},
                  remediation::StateNoShortcoming{*id, of->cycle, of->owner, words, ground.document, {}});
    rehearsal.add(under + "follow-up", "assign-follow-up", {"Phân công theo dõi", "Assign follow-up"},
                  remediation::AssignFollowUp{*id, FollowUpRole::follower, person, ground.document}, {{"/assignee"}});
    answer.actions = rehearsal.take();
    for (const auto& [role, one] : assigned) {
        rehearsal.add(under + "follow-up/confirmation", "confirm-follow-up",
                      {"Nhận phân công", "Confirm the assignment"}, remediation::ConfirmFollowUp{*id, role});
        answer.to_confirm.push_back({role, one.assignee, std::move(rehearsal.take().front())});
    }
    for (const auto& measure : measures) answer.measures.push_back(on_measure(rehearsal, under, *id, measure, ground));
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

// ---- reviews

awaitable<http::Response> on_review(Context& context, projections::Known) {
    const auto id = id_in_path<ReviewId>(context, "review");
    if (!id) co_return http::problem(id.error());
    const auto of = owned_by(id->str());
    if (!of || !may_see(context, of->owner)) co_return http::problem(no_such_thing());
    const auto& person = context.person();
    const auto ground = ground_of(context.house, *of);
    if (!ground.known) co_return http::problem(no_such_thing());
    const auto& words = sample_text();
    ReviewActions answer{*id, of->cycle, of->owner, ground.name, {}, 0, {}, {}};
    answer.revision = context.house.log.stream_count(events::Ledger::main, services::review_stream(*id));
    review::ConcludeReview conclusion{*id, of->cycle,       of->owner, {}, ConferenceId::of("chua-co"), words, {}, {},
                                      {},  ground.document, words,     {}};
    context.house.desk.look([&](services::Past& past, Time) {
        if (of->owner.unit) {
            answer.unit = *of->owner.unit;
        } else if (const auto* known = past.registry().person(*of->owner.person)) {
            const auto* post = known->last_post_at(ground.today);
            if (post) answer.unit = post->unit;
        }
        conclusion.held_in = answer.unit;
        // Held in the person's unit, or above it.
        for (auto unit = std::optional(answer.unit); unit;) {
            for (const auto& held : past.conferences(of->cycle, *unit).held)
                if (review::reviewed_in(held, of->owner)) {
                    conclusion.held_in = *unit;
                    conclusion.conference = held.conference;
                }
            const auto* known = past.registry().unit(*unit);
            const auto* version = known ? known->at(ground.today) : nullptr;
            unit = version && of->owner.person ? version->parent : std::nullopt;
        }
        for (const auto& point : past.review(*id).points) conclusion.explained.push_back({point, words});
        for (const auto& [cycle, other] : past.registry().cycles()) {
            const auto plan = services::plan_id(cycle, of->owner);
            if (cycle != of->cycle && past.plan(plan).adopted() && !past.plan(plan).stated)
                answer.earlier_plans.push_back(plan);
        }
    });

    const auto under = "/v1/reviews/" + id->str() + "/";
    Rehearsal rehearsal(context.house, person);
    rehearsal.add(under + "suggestions", "suggest-review", {"Gợi ý kiểm điểm", "Suggest for review"},
                  review::SuggestReview{*id, of->cycle, of->owner, {{PointId::of("MAU"), words}}, ground.document, {}});
    rehearsal.add(under + "drafts", "send-review-draft", {"Gửi dự thảo báo cáo", "Send the draft report"},
                  review::SendReviewDraft{*id, of->cycle, of->owner, ground.now, {person}, ground.document, {}});
    Reviewed reviewed{of->owner, std::nullopt};
    if (of->owner.unit) reviewed.kind = CollectiveKind::organisation_unit;
    rehearsal.add(
        "/v1/review-conferences", "hold-review", {"Ghi hội nghị kiểm điểm", "Record the conference"},
        review::HoldReview{
            ConferenceId::of("MAU"), of->cycle, answer.unit, ground.now, {}, person, person, {}, {reviewed}, {}, {}});
    rehearsal.add(under + "conclusion", "conclude-review", {"Kết luận kiểm điểm", "Conclude the review"}, conclusion,
                  {{"shortcoming-left-out"}, "/conference"});
    answer.actions = rehearsal.take();
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

// ---- the excellent quota

awaitable<http::Response> on_quota(Context& context, projections::Known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency || !may_see_unit(context, *agency)) co_return http::problem(no_such_thing());
    const auto ground = ground_of(context.house, {*cycle, {std::nullopt, *agency}});
    if (!ground.known) co_return http::problem(no_such_thing());
    QuotaActions answer{*cycle, *agency, 0, {}};
    const auto stream = services::settlement_stream(*cycle, *agency);
    answer.revision = context.house.log.stream_count(events::Ledger::main, stream);
    const auto& words = sample_text();
    const auto& person = context.person();
    const auto of_cycle = "/v1/cycles/" + cycle->str() + "/";
    services::settlement::SettleQuota settled{*cycle, *agency, {}, words, {}, {}, {}};
    context.house.desk.look([&](services::Past& past, Time) {
        const auto& before = past.settlement(*cycle, *agency);
        if (before.settled) settled.selected = before.settled->selected;
    });
    Rehearsal rehearsal(context.house, person);
    rehearsal.add(of_cycle + "settlements/" + agency->str(), "settle-quota", {"Chốt tỷ lệ", "Settle the quota"},
                  settled, {{"/selected"}});
    rehearsal.add(of_cycle + "readings", "name-quota-reading", {"Nêu cách tính tỷ lệ", "Name the reading"},
                  QuotaReadingNamed{*cycle, *agency, QuotaBase::good, QuotaRounding::floor, ground.document});
    rehearsal.add(of_cycle + "exceptions", "grant-quota-exception",
                  {"Cho phép vượt tỷ lệ theo văn bản", "Grant an exception by document"},
                  QuotaExceptionGranted{*cycle, *agency, 25, person, ground.document, words, {}}, {{"/approver"}});
    answer.actions = rehearsal.take();
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

// ---- the entries of a person

awaitable<http::Response> on_person(Context& context, projections::Known) {
    const auto code = id_in_path<PersonCode>(context, "person");
    if (!code || !may_see_person(context, *code)) co_return http::problem(no_such_thing());
    std::optional<organisation::Person> known;
    std::optional<PersonCode> another;  // stands in for the one a relation would name
    const Post* open_post = nullptr;
    DocumentId document = DocumentId::of("chua-co");
    Date today;
    context.house.desk.look([&](services::Past& past, Time now) {
        today = now.local_date();
        const auto& registry = past.registry();
        if (const auto* person = registry.person(*code)) known = *person;
        if (!registry.cycles().empty()) document = registry.cycles().begin()->second.opened.document;
        for (const auto& [other, entry] : registry.people()) {
            if (another || other == *code || other == context.person() || entry.merged_into) continue;
            another = other;
            break;
        }
    });
    if (!another) another = *code;
    if (!known) co_return http::problem(no_such_thing());
    for (const auto& post : known->posts)
        if (!post.to || *post.to >= today) open_post = &post;
    const auto& words = sample_text();
    const auto under = "/v1/people/" + code->str() + "/";
    Rehearsal rehearsal(context.house, context.person());
    const auto name = known->full_name.str() == "Tên mẫu" ? "Tên mẫu khác" : "Tên mẫu";
    PersonCorrected corrected;
    corrected.person = *code;
    corrected.full_name = Label::of(name);
    corrected.reason = words;
    rehearsal.add(under + "corrections", "correct-person", {"Đính chính thông tin", "Correct the entry"}, corrected);
    Post post;
    if (open_post) {
        post = *open_post;
        post.title = Label::of("Chức vụ mẫu");
        post.from = today;
        post.to.reset();
    }
    if (open_post)
        rehearsal.add(under + "posts", "assign-post", {"Bố trí vị trí công tác", "Assign a post"},
                      PostAssigned{*code, post, document}, {{"already-exists"}});
    else
        rehearsal.push(under + "posts", "assign-post", {"Bố trí vị trí công tác", "Assign a post"},
                       rehearsal.tried(corrected));
    if (open_post)
        rehearsal.add(under + "posts/end", "end-post", {"Thôi giữ chức vụ", "End a post"},
                      PostEnded{*code, open_post->unit, open_post->from, std::max(today, open_post->from), document});
    const auto seconded = std::find_if(known->secondments.rbegin(), known->secondments.rend(),
                                       [&](const SecondmentRecorded& one) { return !one.to || *one.to >= today; });
    if (seconded == known->secondments.rend())
        rehearsal.add(under + "secondments", "record-secondment", {"Cử biệt phái", "Record a secondment"},
                      SecondmentRecorded{*code, UnitCode::of("51"), today, std::nullopt, document});
    else
        rehearsal.add(
            under + "secondments/end", "end-secondment", {"Kết thúc biệt phái", "End the secondment"},
            SecondmentEnded{*code, seconded->host, seconded->from, std::max(today, seconded->from), document});
    // Whether one may, shows in the smaller entry: which other code it is, the sample cannot know.
    if (!known->merged_into)
        rehearsal.push(under + "merging", "merge-persons", {"Hợp nhất mã trùng", "Merge into another code"},
                       rehearsal.tried(corrected));
    else
        rehearsal.add(under + "separation", "separate-persons", {"Tách hai mã hợp nhất nhầm", "Undo the merging"},
                      PersonSeparated{*code, *known->merged_into, words, document});
    rehearsal.add(under + "relations", "declare-relation", {"Khai quan hệ", "Declare a relation"},
                  RelationDeclared{*code, *another, RelationKind::other_interest, today, document},
                  {{"already-exists", "nothing-to-change"}});
    const auto standing = std::find_if(known->relations.begin(), known->relations.end(),
                                       [](const Relation& one) { return !one.ended_on; });
    if (standing != known->relations.end())
        rehearsal.add(under + "relations/end", "end-relation", {"Chấm dứt quan hệ đã khai", "End a relation"},
                      RelationEnded{*code, standing->declared.other, today, words, document});
    const auto revision = context.house.log.stream_count(events::Ledger::main, services::person_stream(*code));
    PersonActions answer{*code, revision, rehearsal.take()};
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

template <class T>
Route what_may_be_done(std::string with, std::string name, Words of, std::string permission, Read read) {
    return read_route<T>(with + "/allowed-actions", std::move(name),
                         {"Việc người đang đăng nhập được làm với " + of.vi + ", và lý do khi chưa được",
                          "What you may do with " + of.en + ", and why not"},
                         std::move(permission), {}, std::move(read), When::now);
}

}  // namespace

std::vector<Route> allowed_routes() {
    return {
        what_may_be_done<PlanActions>("/v1/remediation-plans/{plan}", "allowed-actions-on-plan",
                                      {"kế hoạch khắc phục", "a remediation plan"},
                                      "whoever sees the owner, or has a part in the plan", on_plan),
        what_may_be_done<ReviewActions>("/v1/reviews/{review}", "allowed-actions-on-review",
                                        {"cuộc kiểm điểm", "a review"}, "whoever sees whom it is about", on_review),
        what_may_be_done<QuotaActions>("/v1/cycles/{cycle}/settlements/{agency}", "allowed-actions-on-quota",
                                       {"tỷ lệ của cơ quan", "the quota of an agency"}, "those who see the unit",
                                       on_quota),
        what_may_be_done<PersonActions>("/v1/people/{person}", "allowed-actions-on-person",
                                        {"thông tin của một người", "the entries of a person"},
                                        "the person, those whose mandates reach the person", on_person),
    };
}

}  // namespace minhbach::api::routes
