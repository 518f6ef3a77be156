// Remediation after the rating: forty plans and twelve statements that no shortcoming was found. Everybody here exists
// in every province: the people in charge of personnel, the heads of departments and districts, four collectives.
#include <algorithm>

#include "api/demo/cases/cases.hpp"
#include "services/remediation/remediation.hpp"

namespace minhbach::api::demo {
namespace {

namespace remediation = services::remediation;

constexpr std::size_t kCollectives = 4;
constexpr std::size_t kOfficers = 24;
constexpr std::size_t kPlans = 40;
constexpr std::size_t kStatements = 12;

// By number of the plan, in the order of the list.
enum class Fate { done, in_progress, overdue, reopened, own };

Fate fate_of(std::size_t number) {
    constexpr std::size_t kDone = 25, kInProgress = 6, kOverdue = 5, kReopened = 3;
    if (number < kDone) return Fate::done;
    if (number < kDone + kInProgress) return Fate::in_progress;
    if (number < kDone + kInProgress + kOverdue) return Fate::overdue;
    if (number < kDone + kInProgress + kOverdue + kReopened) return Fate::reopened;
    return Fate::own;
}
// Of the overdue ones the first two are urged twice, the second time telling the level above.
bool urged_twice(std::size_t number) {
    return fate_of(number) == Fate::overdue && fate_of(number - 2) != Fate::overdue;
}

struct Planned {
    Owner owner;
    UnitCode agency;  // whose papers it is about
    Time concluded;
    PersonCode by;           // who signs for the owner
    PersonCode responsible;  // for the measure
    PersonCode decider, follower, urger;
    PlanId id() const { return services::plan_id(kCycle, owner); }
    std::string key() const { return owner.person ? owner.person->str() : owner.unit->str(); }
};

class Chosen {
public:
    explicit Chosen(const World& world) {
        std::vector<Planned> officers, directors, collectives;
        for (const auto& [code, agency] : world.agencies) {
            const auto& unit = world.unit(code);
            if (unit.rate && unit.rated_at && unit.level) {
                collectives.push_back({{{}, code},
                                       code,
                                       *unit.rated_at,
                                       agency.director,
                                       agency.officer,
                                       world.chairman,
                                       world.vice_chairman,
                                       world.vice_chairman});
            }
            add(world, officers, agency.officer, code, agency.director, agency.deputy.value_or(agency.director),
                agency.director);
            add(world, directors, agency.director, code, world.chairman, world.vice_chairman, world.vice_chairman);
        }
        take(collectives, plans, kCollectives);
        take(officers, plans, plans.size() + kOfficers);
        take(directors, plans, kPlans);
        take(officers, statements, kStatements);
        take(directors, statements, kStatements);
    }
    std::vector<Planned> plans, statements;

private:
    static void add(const World& world, std::vector<Planned>& list, const PersonCode& person, const UnitCode& agency,
                    const PersonCode& decider, const PersonCode& follower, const PersonCode& urger) {
        const auto& way = world.person(person).way;
        if (!world.person(person).rated || !way.ordinary(Step::decide) || !way.decided_at) return;
        list.push_back({{person, {}}, agency, *way.decided_at, person, person, decider, follower, urger});
    }
    static void take(std::vector<Planned>& from, std::vector<Planned>& to, std::size_t until) {
        while (to.size() < until && !from.empty()) {
            to.push_back(from.front());
            from.erase(from.begin());
        }
    }
};

Date working(Date day) {
    while (day.weekday() >= 5) day = day.plus(1);
    return day;
}

class Remedies {
public:
    Remedies(Plan& plan, const World& world) : plan_(plan), world_(world) {}

    void statement(const Planned& planned) {
        const auto when = at(working(planned.concluded.local_date().plus(8)), 10);
        const auto paper = document(planned, when, "VB-CK-", "CK-KP", DocumentKind::other,
                                    "Bản cam kết không có hạn chế, khuyết điểm");
        remediation::StateNoShortcoming state{
            planned.id(),
            kCycle,
            planned.owner,
            Text::of("Qua kiểm điểm, nhận xét, đánh giá không phát hiện hạn chế, khuyết điểm phải khắc phục."),
            paper,
            {}};
        run(when, planned.by, "state-no-shortcoming", state);
    }

    void whole(const Planned& planned, std::size_t number) {
        number_ = static_cast<int>(number);
        adopt(planned, fate_of(number));
        follow_up(planned);
        const auto january = working(Date::of("2024-01-10").plus(number_ % 9));
        switch (fate_of(number)) {
            case Fate::done:
                report(planned, january, 50);
                report(planned, working(Date::of("2024-02-20").plus(number_ % 7)), 100);
                verify(planned, working(Date::of("2024-03-04").plus(number_ % 9)));
                break;
            case Fate::in_progress:
                report(planned, january, 40 + number_ % 4 * 10);
                inspect(planned, Date::of("2024-03-20"));
                break;
            case Fate::overdue:
                report(planned, january, 30);
                urge(planned, Date::of("2024-03-04"), false);
                if (urged_twice(number)) urge(planned, Date::of("2024-03-11"), true);
                break;
            case Fate::reopened:
                report(planned, january, 100);
                verify(planned, Date::of("2024-02-26"));
                reopen(planned, Date::of("2024-03-18"));
                break;
            case Fate::own:
                report(planned, Date::of("2024-03-11"), 100);
                try_to_verify(planned, Date::of("2024-03-12"));
                break;
        }
    }

    static const MeasureId& measure() {
        static const auto id = MeasureId::of("BP1");
        return id;
    }

private:
    Time at(Date day, int hour) const { return Time::local(day, hour, number_ % 60); }
    template <class Command>
    void run(Time when, const PersonCode& by, const char* name, const Command& command) {
        plan_.at(when, [=](Stage& stage) { stage.run(by, name, command, services::remediation_stream(command.plan)); });
    }

    DocumentId document(const Planned& planned, Time when, const std::string& prefix, const std::string& symbol,
                        DocumentKind kind, const std::string& title) {
        Paperwork paper{prefix + planned.key(),
                        std::to_string(700 + number_) + "/" + symbol,
                        when.local_date(),
                        planned.agency,
                        kind,
                        title,
                        planned.by};
        return plan_document(plan_, world_, when, paper);
    }

    void adopt(const Planned& planned, Fate fate) {
        const auto when = at(working(planned.concluded.local_date().plus(8)), 9);
        remediation::AdoptPlan adopt;
        adopt.plan = planned.id();
        adopt.cycle = kCycle;
        adopt.owner = planned.owner;
        adopt.document = document(planned, when, "VB-KH-", "KH-KP", DocumentKind::plan,
                                  "Kế hoạch khắc phục hạn chế, khuyết điểm sau đánh giá năm 2023");
        Shortcoming shortcoming;
        shortcoming.shortcoming = ShortcomingId::of("HC1");
        shortcoming.description = Text::of("Việc phối hợp trong tham mưu, giải quyết công việc có lúc chưa chủ động.");
        shortcoming.cause = CauseKind::subjective;
        shortcoming.cause_text = Text::of("Chưa có quy chế phối hợp và lịch kiểm tra định kỳ.");
        const auto due = fate == Fate::done ? "2024-03-15" : fate == Fate::overdue ? "2024-02-29" : "2024-06-28";
        shortcoming.measures = {{measure(), Text::of("Xây dựng và thực hiện quy chế phối hợp, kiểm tra hằng tháng"),
                                 Label::of("Quy chế phối hợp được ban hành và báo cáo kiểm tra"), planned.responsible,
                                 Date::of(due)}};
        adopt.shortcomings = {shortcoming};
        if (planned.owner.unit) {
            adopt.answerable = {{planned.by, shortcoming.shortcoming, 60, Text::of("Chỉ đạo chưa thường xuyên")},
                                {planned.responsible, shortcoming.shortcoming, 40, Text::of("Tham mưu chưa kịp thời")}};
        }
        run(when, planned.by, "adopt-plan", adopt);
    }

    // Assigned on a document two days later, confirmed the next day.
    void follow_up(const Planned& planned) {
        const auto day = working(planned.concluded.local_date().plus(10));
        const auto when = at(day, 14);
        Paperwork paper{"VB-PC-" + planned.key(),
                        std::to_string(800 + number_) + "/QĐ-PC",
                        day,
                        planned.decider == world_.chairman ? UnitCode::of("51") : planned.agency,
                        DocumentKind::decision,
                        "Quyết định phân công theo dõi, kiểm tra, giám sát, đôn đốc việc khắc phục",
                        planned.decider};
        const auto assignment = plan_document(plan_, world_, when, paper);
        const std::vector<std::pair<FollowUpRole, PersonCode>> roles{{FollowUpRole::follower, planned.follower},
                                                                     {FollowUpRole::inspector, world_.home_affairs},
                                                                     {FollowUpRole::urger, planned.urger}};
        const auto confirmed = at(working(day.plus(1)), 8);
        for (const auto& [role, assignee] : roles) {
            run(when, planned.decider, "assign-follow-up",
                remediation::AssignFollowUp{planned.id(), role, assignee, assignment});
            run(confirmed, assignee, "confirm-follow-up", remediation::ConfirmFollowUp{planned.id(), role});
        }
    }

    void report(const Planned& planned, Date day, int degree) {
        remediation::ReportProgress report;
        report.plan = planned.id();
        report.measure = measure();
        report.degree_percent = degree;
        report.account = Text::of(degree < 100 ? "Đã dự thảo quy chế, đang lấy ý kiến."
                                               : "Đã ban hành quy chế và kiểm "
                                                 "tra theo kế hoạch.");
        if (degree < 100 && degree < 50) report.difficulties = Text::of("Nhiều đầu mối, chậm có ý kiến tham gia.");
        const auto when = at(day, 10);
        if (degree == 100)
            report.evidence = {
                {document(planned, when, "VB-KQ-", "QC-PH", DocumentKind::evidence, "Quy chế phối hợp công tác"), {}}};
        run(when, planned.responsible, "report-progress", report);
    }
    void verify(const Planned& planned, Date day) {
        run(at(day, 15), planned.follower, "verify-measure",
            remediation::VerifyMeasure{planned.id(), measure(), Text::of("Quy chế đã ban hành và được thực hiện.")});
    }
    void reopen(const Planned& planned, Date day) {
        run(at(day, 9), planned.follower, "reopen-measure",
            remediation::ReopenMeasure{planned.id(), measure(),
                                       Text::of("Kiểm tra lại thấy quy chế chưa được thực "
                                                "hiện tại các phòng.")});
    }
    void urge(const Planned& planned, Date day, bool escalated) {
        run(at(day, 8), planned.urger, "urge-measure",
            remediation::UrgeMeasure{planned.id(), measure(),
                                     Text::of("Đã quá thời hạn 29/02/2024, đề nghị hoàn thành và báo cáo."),
                                     escalated});
    }
    void inspect(const Planned& planned, Date day) {
        run(at(day, 14), world_.home_affairs, "inspect-measure",
            remediation::InspectMeasure{planned.id(), measure(), day,
                                        Text::of("Có tiến triển, đúng kế hoạch; cần sớm hoàn thành.")});
    }
    void try_to_verify(const Planned& planned, Date day) {
        remediation::VerifyMeasure verify{planned.id(), measure(), Text::of("Tự thấy đã khắc phục xong.")};
        plan_.at(at(day, 9), [=, by = planned.by](Stage& stage) {
            stage.refused(by, "verify-measure", verify, services::remediation_stream(verify.plan), "self-decision");
        });
    }

    Plan& plan_;
    const World& world_;
    int number_ = 0;
};

void act(Plan& plan, const World& world) {
    const Chosen chosen(world);
    Remedies remedies(plan, world);
    for (std::size_t i = 0; i < chosen.plans.size(); ++i) remedies.whole(chosen.plans[i], i);
    for (const auto& planned : chosen.statements) remedies.statement(planned);
}

std::vector<Json::Member> answer(const World& world) {
    const Chosen chosen(world);
    const auto ids = [&](Fate fate) {
        std::vector<PlanId> some;
        for (std::size_t i = 0; i < chosen.plans.size(); ++i)
            if (fate_of(i) == fate) some.push_back(chosen.plans[i].id());
        std::sort(some.begin(), some.end());
        return some;
    };
    std::vector<PlanId> urged, stated;
    for (std::size_t i = 0; i < chosen.plans.size(); ++i)
        if (urged_twice(i)) urged.push_back(chosen.plans[i].id());
    for (const auto& planned : chosen.statements) stated.push_back(planned.id());
    std::sort(urged.begin(), urged.end());
    std::sort(stated.begin(), stated.end());
    const auto count = [](const auto& list) { return static_cast<int>(list.size()); };
    const auto own = ids(Fate::own);
    std::vector<Json::Member> expected{{"asOf", Date::of("2024-03-29")},
                                       {"workingDays", 10},
                                       {"plans", count(chosen.plans)},
                                       {"done", Json::array(ids(Fate::done))},
                                       {"inProgress", Json::array(ids(Fate::in_progress))},
                                       {"overdue", Json::array(ids(Fate::overdue))},
                                       {"urgedTwiceAndEscalated", Json::array(urged)},
                                       {"reopened", Json::array(ids(Fate::reopened))},
                                       {"stated", Json::array(stated)},
                                       {"plannedLate", 0},
                                       {"yearsEnd", moment("2023-12-31", 24)},
                                       {"doneAtYearsEnd", 0}};
    if (!own.empty()) {
        expected.emplace_back("ownVerification", Json::object({{"plan", own.front()},
                                                               {"by", chosen.plans.back().by},
                                                               {"refusal", "self-decision"},
                                                               {"awaitsVerification", true}}));
    }
    return {{"question", "Ai phải có kế hoạch khắc phục, kế hoạch nào quá hạn, ai xác nhận đã khắc phục?"},
            {"expected", Json::object(expected)}};
}

}  // namespace

Case case_remediation() {
    return {"remediation", {}, 0, false, {}, nullptr, act, answer};
}

}  // namespace minhbach::api::demo
