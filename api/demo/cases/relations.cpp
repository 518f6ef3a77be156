// Declared relations: the chairman of a district is kept from deciding about a relative by marriage, and a
// vice-chairman of the province decides instead; one between two offices stands on a document; one was declared in
// error and ended.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

namespace organisation = services::organisation;
namespace evaluation = services::evaluation;

constexpr const char* kDistrict = "524";
constexpr int kBlock = 231;

// Those between officials are there in the smallest province; a relative to be decided about where there is room.
void hire(World& world) {
    if (world.headcount() >= world.options().people) return;
    auto& related = hire_staff(world, kBlock, "524-C2");
    world.keys["QH1"] = related.code;
    related.way.taken = {Step::decide, Step::notify};
    related.way.decided_at = moment("2023-11-28", 14);
}

const Agency& agency_of(const World& world, const char* unit) {
    return world.agencies.at(UnitCode::of(unit));
}

void declare(Plan& plan, Time when, const PersonCode& by, const organisation::DeclareRelation& relation) {
    plan.at(when, [=](Stage& stage) {
        stage.run(by, "declare-relation", relation, services::person_stream(relation.person));
    });
}

// Tried with the district's own list.
void plan_refusal(Plan& plan, const World& world, const PersonPlan& related) {
    evaluation::DecideRatings decide;
    decide.document = DocumentId::of(std::string("VB-QD-") + kDistrict + "-2023-11-28");
    decide.lines = {{related.dossier(), related.way.decision_level(), {}, {}}};
    const auto stream = services::dossier_stream(related.dossier());
    plan.at(moment("2023-11-28", 9, 31), [=, by = agency_of(world, kDistrict).director](Stage& stage) {
        stage.refused(by, "decide-ratings", decide, stream, "conflict-of-interest");
    });
}

void plan_another_decides(Plan& plan, const World& world, const PersonPlan& related) {
    const auto day = Date::of("2023-11-28");
    const auto province = UnitCode::of("51");
    const auto by = world.vice_chairman;
    const auto assigned =
        plan_document(plan, world, moment("2023-11-28", 11),
                      {"VB-1733-QD-UBND", "1733/QĐ-UBND", day, province, DocumentKind::appointment,
                       "Quyết định giao Phó Chủ tịch kết luận xếp loại thay người phải tránh", world.chairman});
    const auto granted = mandate("1733-QD-UBND", {by,
                                                  {Power::decide},
                                                  UnitCode::of(kDistrict),
                                                  Reach::managed,
                                                  assigned,
                                                  Capacity::kt,
                                                  day,
                                                  Date::of("2023-12-29")});
    plan.at(moment("2023-11-28", 11), [=, home_affairs = world.home_affairs](Stage& stage) {
        stage.run(home_affairs, "grant-mandate", granted, services::mandates_stream(granted.person));
    });
    evaluation::DecideRatings decide;
    decide.document = plan_document(plan, world, *related.way.decided_at,
                                    {"VB-1734-QD-UBND", "1734/QĐ-UBND", day, province, DocumentKind::decision,
                                     "Quyết định đánh giá, xếp loại chất lượng năm 2023", by, SigningCapacity::kt});
    decide.lines = {{related.dossier(), related.way.decision_level(), {}, {}}};
    const auto stream = services::dossier_stream(related.dossier());
    plan.at(*related.way.decided_at, [=](Stage& stage) { stage.run(by, "decide-ratings", decide, stream); });

    const auto notified = *related.way.notified_at;
    evaluation::IssueNotices notices;
    notices.document =
        plan_document(plan, world, notified,
                      {"VB-402-TB-UBND", "402/TB-UBND", notified.local_date(), province, DocumentKind::notice,
                       "Thông báo kết quả đánh giá, xếp loại chất lượng năm 2023", by, SigningCapacity::kt});
    notices.dated = notified.local_date();
    notices.dossiers = {related.dossier()};
    const evaluation::PublishResults publish{{related.dossier()}, PublicationForm::electronic, {}};
    plan.at(notified, [=](Stage& stage) {
        stage.run(by, "issue-notices", notices, stream);
        stage.run(by, "publish-results", publish, stream);
    });
}

void act(Plan& plan, const World& world) {
    if (world.planted("QH1")) {
        const auto& related = world.person(world.key("QH1"));
        const auto& chairman = agency_of(world, kDistrict).director;
        declare(plan, moment("2023-11-13", 9), chairman,
                {chairman, related.code, RelationKind::spouse_sibling, Date::of("2009-02-15"), {}});
        plan_refusal(plan, world, related);
        plan_another_decides(plan, world, related);
    }

    const auto recorded = plan_document(plan, world, moment("2023-11-13", 10),
                                        {"VB-12-BK-UBND", "12/BK-UBND", Date::of("2023-11-10"), UnitCode::of("529"),
                                         DocumentKind::letter, "Bản kê khai quan hệ gia đình của công chức"});
    declare(plan, moment("2023-11-13", 10, 10), world.home_affairs,
            {agency_of(world, "529").officer, agency_of(world, "528").officer, RelationKind::spouse_sibling,
             Date::of("2015-06-20"), recorded});

    const auto& mistaken = agency_of(world, "533").director;
    const auto& other = agency_of(world, "527").officer;
    declare(plan, moment("2023-11-13", 14), mistaken,
            {mistaken, other, RelationKind::other_interest, Date::of("2021-01-01"), {}});
    const organisation::EndRelation ended{
        mistaken, other, Date::of("2023-11-15"), Text::of("Khai nhầm người trùng họ tên"), {}};
    plan.at(moment("2023-11-15", 8),
            [=](Stage& stage) { stage.run(mistaken, "end-relation", ended, services::person_stream(mistaken)); });
}

std::vector<Json::Member> answer(const World& world) {
    const bool kept = world.planted("QH1");
    return {{"keys", Json::array(kept ? person_keys(world, {"QH1"}) : std::vector<Json>())},
            {"chairman", agency_of(world, kDistrict).director},
            {"deputyChairman", world.vice_chairman},
            {"recordedOf", agency_of(world, "529").officer},
            {"mistaken", agency_of(world, "533").director},
            {"expected", Json::object({{"relations", kept ? 3 : 2}, {"keptFromDeciding", kept ? 1 : 0}})}};
}

}  // namespace

Case case_relations() {
    return {"relations", {}, 0, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
