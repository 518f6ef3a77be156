// Kiểm điểm of the leadership of some departments, before their collectives are rated: one was suggested
// points, one leaves what it found without a plan, one was prepared and never held. The others have none: the list of
// reviews says so.
#include "api/demo/acts.hpp"

namespace minhbach::api::demo {
namespace {

namespace review = services::review;

struct Reviewing {
    UnitCode unit;
    bool suggested = false;  // by the chairman
    bool held = true;        // and concluded
    std::string shortcoming;
};

Owner collective_of(const Reviewing& reviewing) {
    return {std::nullopt, reviewing.unit};
}

DocumentId paper(Plan& plan, const World& world, const Reviewing& reviewing, Time when, const std::string& key,
                 const std::string& number, DocumentKind kind, const std::string& title) {
    return plan_document(plan, world, when,
                         {"VB-" + key + "-" + reviewing.unit.str(), number, when.local_date(), reviewing.unit, kind,
                          title + " " + world.unit(reviewing.unit).established.name.str()});
}

void plan_preparation(Plan& plan, const World& world, const Reviewing& reviewing) {
    const auto owner = collective_of(reviewing);
    const auto id = services::review_id(kCycle, owner);
    const auto& agency = world.agencies.at(reviewing.unit);
    if (reviewing.suggested) {
        const auto when = moment("2023-11-15", 16);
        const auto letter =
            plan_document(plan, world, when,
                          {"VB-GY-" + reviewing.unit.str(), "41-CV/BCSĐ", when.local_date(), UnitCode::of("51"),
                           DocumentKind::letter, "Công văn gợi ý kiểm điểm năm 2023"});
        const review::SuggestReview suggest{
            id,
            kCycle,
            owner,
            {{PointId::of("GY1"), Text::of("Việc chậm giải quyết hồ sơ đất đai của người dân trong quý II")},
             {PointId::of("GY2"), Text::of("Trách nhiệm của tập thể trong phối hợp với các địa phương")}},
            letter,
            {}};
        plan.at(when, [=, by = world.chairman](Stage& stage) {
            stage.run(by, "suggest-review", suggest, services::review_stream(id));
        });
    }
    const auto sent = moment("2023-11-16", 10);  // Thursday: from Tuesday 21/11 on the conference may be held
    review::SendReviewDraft draft{id, kCycle, owner, sent, {agency.director, agency.officer}, {}, {}};
    if (agency.deputy) draft.recipients.push_back(*agency.deputy);
    draft.document = paper(plan, world, reviewing, sent, "DTKD", "05/DT-BC", DocumentKind::other,
                           "Dự thảo báo cáo kiểm điểm tập thể lãnh đạo");
    plan.at(sent, [=, by = agency.director](Stage& stage) {
        stage.run(by, "send-review-draft", draft, services::review_stream(id));
    });
}

ConferenceId plan_conference(Plan& plan, const World& world, const Reviewing& reviewing) {
    const auto& agency = world.agencies.at(reviewing.unit);
    const auto ended = moment("2023-11-21", 17);
    review::HoldReview hold;
    hold.conference = ConferenceId::of("HN-" + reviewing.unit.str());
    hold.cycle = kCycle;
    hold.unit = reviewing.unit;
    hold.held_at = moment("2023-11-21", 14);
    hold.ended_at = ended;
    hold.chair = agency.director;
    hold.secretary = agency.officer;
    hold.reviewed = {{collective_of(reviewing), CollectiveKind::leadership_collective},
                     {{agency.director, std::nullopt}, std::nullopt}};
    hold.attendees = {{agency.director, AttendeeRole::leadership, true, false, {}},
                      {agency.officer, AttendeeRole::staff, true, false, {}}};
    if (agency.deputy) {
        hold.reviewed.push_back({{*agency.deputy, std::nullopt}, std::nullopt});
        hold.attendees.push_back({*agency.deputy, AttendeeRole::leadership, true, false, {}});
    }
    hold.minutes = paper(plan, world, reviewing, ended, "BBKD", "06/BB-KĐ", DocumentKind::minutes,
                         "Biên bản hội nghị kiểm điểm tập thể, cá nhân");
    plan.at(ended, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "hold-review", hold, services::conferences_stream(kCycle, hold.unit));
    });
    return hold.conference;
}

void plan_conclusions(Plan& plan, const World& world, const Reviewing& reviewing, const ConferenceId& conference) {
    const auto& agency = world.agencies.at(reviewing.unit);
    const auto when = moment("2023-11-22", 8);
    const auto document = paper(plan, world, reviewing, when, "KLKD", "07/KL-KĐ", DocumentKind::conclusion,
                                "Kết luận hội nghị kiểm điểm");
    std::vector<Owner> owners{collective_of(reviewing), {agency.director, std::nullopt}};
    if (agency.deputy) owners.push_back({*agency.deputy, std::nullopt});
    for (const auto& owner : owners) {
        review::ConcludeReview conclude;
        conclude.review = services::review_id(kCycle, owner);
        conclude.cycle = kCycle;
        conclude.owner = owner;
        conclude.held_in = reviewing.unit;
        conclude.conference = conference;
        conclude.document = document;
        conclude.conclusion = Text::of(owner.unit ? "Tập thể đoàn kết, hoàn thành nhiệm vụ được giao năm 2023."
                                                  : "Gương mẫu, chấp hành sự phân công; cần sâu sát cơ sở hơn.");
        if (owner.unit && reviewing.suggested) {
            conclude.explained = {
                {PointId::of("GY1"),
                 Text::of("Hồ sơ dồn vào quý II do thay đổi quy trình; đến 31/10 đã giải quyết xong.")},
                {PointId::of("GY2"), Text::of("Tập thể nhận trách nhiệm; đã ban hành quy chế phối hợp.")}};
        }
        if (owner.unit && !reviewing.shortcoming.empty()) {
            conclude.shortcomings = {{ShortcomingId::of("HC1"),
                                      Text::of(reviewing.shortcoming),
                                      CauseKind::subjective,
                                      Text::of("Chưa phân công rõ người chịu trách nhiệm"),
                                      {agency.deputy.value_or(agency.director)}}};
        }
        plan.at(when, [=, by = agency.officer](Stage& stage) {
            stage.run(by, "conclude-review", conclude, services::review_stream(conclude.review));
        });
    }
}

}  // namespace

void plan_reviews(Plan& plan, const World& world) {
    const std::vector<Reviewing> all{
        {UnitCode::of("51-S10"), true, true, "Phối hợp với địa phương trong giải phóng mặt bằng chưa chủ động"},
        {UnitCode::of("51-S16"), false, true, "Đấu thầu thuốc, vật tư y tế còn chậm"},
        {UnitCode::of("51-S19"), false, false, ""},
    };
    for (const auto& reviewing : all) {
        plan_preparation(plan, world, reviewing);
        if (!reviewing.held) continue;
        plan_conclusions(plan, world, reviewing, plan_conference(plan, world, reviewing));
    }
}

}  // namespace minhbach::api::demo
