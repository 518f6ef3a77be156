// Who may ask for and approve the erasure of a person's data, and what stands in the way.
#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::erasure {
namespace {

const ErasureId kErasure = ErasureId::of("XDL-1");
const PersonCode kSubject = PersonCode::of("A2");

RetentionDefined a_term(std::string_view id, std::vector<RecordKind> kinds, std::optional<int> years) {
    return {RetentionId::of(id),  Label::of("Hồ sơ đánh giá hằng năm"),     std::move(kinds), years,
            DocumentId::of("D1"), Label::of("Mục 3 Bảng thời hạn bảo quản")};
}
RequestErasure a_request(std::string_view subject = "A2") {
    return {kErasure, PersonCode::of(subject), DocumentId::of("D1"), Label::of("Điều 16 Nghị định số 13/2023/NĐ-CP"),
            Text::of("Đã nghỉ việc, hết thời hạn lưu trữ.")};
}
PlaceLegalHold a_hold() {
    PlaceLegalHold hold;
    hold.hold = HoldId::of("GIU-1");
    hold.subject = kSubject;
    hold.document = DocumentId::of("D1");
    hold.reason = Text::of("Đang thanh tra.");
    return hold;
}
std::vector<Event> inspection() {
    return {a_person("INSPECTOR", "Hồ Thanh Tra"), in_post("INSPECTOR", a_post("51-S02", "51-S02")),
            a_mandate("INSPECTOR.1", "INSPECTOR", {Power::inspect}, "51", Reach::subtree)};
}

// A2 and A3 are decided on in November 2023.
Given rated() {
    return discussed(a_rating_year().and_given(inspection()), {"A2", "A3"})
        .after("OFFICER", a_proposal("A2", Level::good))
        .after("OFFICER", a_proposal("A3", Level::good))
        .at("2023-11-28T09:00")
        .after("DIRECTOR", a_decision({a_line("A2", Level::good)}));
}
// A2 leaves in June 2024; ratings and work are kept 5 years, personnel records 8.
Given left() {
    return rated().and_given({PostEnded{kSubject, UnitCode::of("51-S05.P1"), kSince, Date::of("2024-06-30"), {}},
                              a_term("R5", {RecordKind::rating, RecordKind::work}, 5),
                              a_term("R8", {RecordKind::personnel}, 8)});
}
Given over() {
    return left().at("2033-01-01T08:00");
}
Given requested() {
    return over().after("OFFICER", a_request());
}

std::vector<std::string> types_of(const Refusal& refusal) {
    std::vector<std::string> types{refusal.type};
    for (const auto& more : refusal.more) types.push_back(more.type);
    return types;
}

// A store that was put back behind an erasure has neither the person's key nor the erasure.
TEST(RequestErasure, IsMadeAgainAboutSomebodyWhomOnlyStreamsName) {
    const auto id = ErasureId::of("XDL-0");
    const auto named = over().and_given({ErasureRequested{id, PersonCode::of("A77"), DocumentId::of("D1"),
                                                          Label::of("Điều 16"), Text::of("Theo đề nghị")},
                                         ErasureWithdrawn{id, PersonCode::of("A77"), Text::of("Chưa đủ giấy tờ")}});
    EXPECT_EQ(refusal_of(named.when("OFFICER", a_request("A77"))), "accepted");
    EXPECT_EQ(refusal_of(named.when("OFFICER", a_request("A78"))), "invalid-field /subject");
}

TEST(RequestErasure, IsMadeByWhoKeepsTheRecordsOnADocument) {
    EXPECT_EQ(only<ErasureRequested>(over().when("OFFICER", a_request())), a_request());
    EXPECT_EQ(refusal_of(over().when("A3", a_request())), "not-competent");
    EXPECT_EQ(refusal_of(over().when("INSPECTOR", a_request())), "not-competent");
    auto unknown = a_request();
    unknown.document = DocumentId::of("NONE");
    EXPECT_EQ(refusal_of(over().when("OFFICER", unknown)), "invalid-field /document");
    EXPECT_EQ(refusal_of(over().when("OFFICER", a_request("OFFICER"))), "self-decision");
}

TEST(RequestErasure, NamesNobody) {  // the text outlives the erasure
    auto named = a_request();
    named.reason = Text::of("Theo đơn của Trương Văn Khánh.");
    EXPECT_EQ(refusal_of(over().when("OFFICER", named)), "invalid-field /reason");
    named = a_request();
    named.clause = Label::of("Đơn của Trương Văn Khánh");
    EXPECT_EQ(refusal_of(over().when("OFFICER", named)), "invalid-field /clause");
}

// The files that somebody signed are kept as long as files of the year in which the signature came in.
TEST(RequestErasure, WaitsForTheTermOfWhatThePersonSigned) {
    signature::SignAct signing{kSubject, {}};
    auto& made = signing.made;
    made.person = kSubject;
    made.position = 7;
    made.act_type = Label::of("self-assessment.filed");
    made.stream = Label::of("dossier/2023.A2");
    const auto signed_late = left().at("2029-05-01T08:00").after("A2", signing);
    EXPECT_EQ(refusal_of(signed_late.at("2033-01-01T08:00").when("OFFICER", a_request())), "retained");
    EXPECT_EQ(refusal_of(signed_late.at("2035-01-01T08:00").when("OFFICER", a_request())), "accepted");
}

TEST(ApproveErasure, IsNotForARelative) {
    organisation::DeclareRelation tie;
    tie.person = PersonCode::of("INSPECTOR");
    tie.other = kSubject;
    EXPECT_TRUE(requested().when("INSPECTOR", ApproveErasure{kErasure}));
    EXPECT_EQ(refusal_of(requested().after("INSPECTOR", tie).when("INSPECTOR", ApproveErasure{kErasure})),
              "conflict-of-interest");
}

TEST(RequestErasure, StandsOnceForAPerson) {
    EXPECT_EQ(refusal_of(requested().when("OFFICER", a_request())), "already-exists /erasure");
    auto other = a_request();
    other.erasure = ErasureId::of("XDL-2");
    EXPECT_EQ(refusal_of(requested().when("OFFICER", other)), "already-exists /subject");
    const auto withdrawn = requested().after("OFFICER", WithdrawErasure{kErasure, Text::of("Nhầm người.")});
    EXPECT_EQ(refusal_of(withdrawn.when("OFFICER", other)), "accepted");
}

TEST(RequestErasure, WaitsForTheEndOfEveryTerm) {  // Thông tư 10/2022/TT-BNV: from the year the work ended
    EXPECT_EQ(refusal_of(left().at("2032-12-31T23:59").when("OFFICER", a_request())), "retained");
    EXPECT_EQ(refusal_of(left().at("2033-01-01T00:00").when("OFFICER", a_request())), "accepted");
    const auto early = left().at("2028-12-31T08:00").when("OFFICER", a_request());
    ASSERT_EQ(types_of(early.error()), (std::vector<std::string>{"retained", "retained", "retained"}));
    EXPECT_EQ(early.error().clause, "Mục 3 Bảng thời hạn bảo quản");
    EXPECT_NE(early.error().detail_vi.find("R8"), std::string::npos);
    EXPECT_NE(early.error().detail_vi.find("31/12/2032"), std::string::npos);
    EXPECT_NE(early.error().more[0].detail_en.find("2028-12-31"), std::string::npos);
}

TEST(RequestErasure, KeepsWhatNobodyGaveATerm) {
    const auto refused = rated().at("2090-01-01T08:00").when("OFFICER", a_request());
    EXPECT_EQ(types_of(refused.error()), (std::vector<std::string>{"retained", "retained", "retained"}));
    EXPECT_EQ(refused.error().clause, "quy định nội bộ");
}

TEST(RequestErasure, KeepsWhatIsPermanentAndWhoIsStillInOffice) {
    const auto permanent = over().and_given({a_term("RV", {RecordKind::work}, std::nullopt)});
    EXPECT_EQ(refusal_of(permanent.when("OFFICER", a_request())), "retained");
    const auto back = over().and_given({in_post("A2", a_post("51-S05.P2", "51-S05"))});
    const auto refused = back.when("OFFICER", a_request());
    EXPECT_EQ(refusal_of(refused), "retained");
    EXPECT_EQ(refused.error().clause, "Thông tư số 10/2022/TT-BNV");
    const auto acting = over().and_given({a_mandate("A2.1", "A2", {Power::comment}, "51-S05.P1", Reach::unit)});
    EXPECT_EQ(refusal_of(acting.when("OFFICER", a_request())), "retained");
}

TEST(RequestErasure, WaitsForAnOpenObjection) {
    const objection::FileObjection petition{
        ObjectionId::of("KN-1"), ObjectionKind::petition, dossier_of("A2"), 4, Text::of("Vượt mức"), {}, {}};
    const auto objected =
        rated()
            .at("2023-11-30T09:00")
            .after("DIRECTOR",
                   evaluation::IssueNotices{{dossier_of("A2")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}})
            .at("2023-12-01T10:00")
            .after("A2", evaluation::AcknowledgeNotice{dossier_of("A2"), {}})
            .after("A2", petition)
            .and_given({PostEnded{kSubject, UnitCode::of("51-S05.P1"), kSince, Date::of("2024-06-30"), {}},
                        a_term("R5", {RecordKind::rating, RecordKind::work, RecordKind::objection}, 5),
                        a_term("R8", {RecordKind::personnel}, 8)});
    const auto later = objected.at("2033-01-01T08:00");
    EXPECT_EQ(refusal_of(later.when("OFFICER", a_request())), "on-hold");
    const auto closed = later.after("A2", objection::WithdrawObjection{ObjectionId::of("KN-1"), {}});
    EXPECT_EQ(refusal_of(closed.when("OFFICER", a_request())), "accepted");
}

TEST(RequestErasure, WaitsForAnUnfinishedCycle) {
    const auto ended = a_rating_year().and_given(
        {PostEnded{PersonCode::of("A3"), UnitCode::of("51-S05.P1"), kSince, Date::of("2024-06-30"), {}},
         a_term("R0", {RecordKind::rating, RecordKind::work, RecordKind::personnel}, 0)});
    EXPECT_EQ(refusal_of(ended.at("2033-01-01T08:00").when("OFFICER", a_request("A3"))), "on-hold");
}

TEST(RequestErasure, WaitsForARemediationMeasureThatIsNotVerified) {
    RemediationPlanned plan;
    plan.plan = plan_id(kCycle, of_person("A2"));
    plan.cycle = kCycle;
    plan.owner = of_person("A2");
    Shortcoming shortcoming;
    shortcoming.shortcoming = ShortcomingId::of("H1");
    shortcoming.measures.emplace_back().measure = MeasureId::of("B1");
    plan.shortcomings = {shortcoming};
    const auto planned = over().and_given({plan, a_term("R1", {RecordKind::remediation}, 1)}).at("2040-01-01T08:00");
    EXPECT_EQ(refusal_of(planned.when("OFFICER", a_request())), "on-hold");
}

TEST(ApproveErasure, IsDoneByASecondPersonOnAMandate) {
    EXPECT_EQ(only<ErasureApproved>(requested().when("INSPECTOR", ApproveErasure{kErasure})),
              (ErasureApproved{kErasure, kSubject}));
    EXPECT_EQ(refusal_of(requested().when("DIRECTOR", ApproveErasure{kErasure})), "accepted");  // decides about A2
    EXPECT_EQ(refusal_of(requested().when("OFFICER", ApproveErasure{kErasure})), "same-person");
    EXPECT_EQ(refusal_of(requested().when("A3", ApproveErasure{kErasure})), "not-competent");
    EXPECT_EQ(refusal_of(requested().when("A2", ApproveErasure{kErasure})), "self-decision");
    EXPECT_EQ(refusal_of(over().when("INSPECTOR", ApproveErasure{kErasure})), "not-found-or-not-allowed");
    const auto both =
        requested().and_given({a_mandate("OFFICER.2", "OFFICER", {Power::inspect}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(both.when("OFFICER", ApproveErasure{kErasure})), "same-person") << "with both powers as well";
}

TEST(ApproveErasure, LooksOnceMoreForWhatStandsInTheWay) {
    const auto held = requested().after("INSPECTOR", a_hold());
    const auto refused = held.when("DIRECTOR", ApproveErasure{kErasure});
    EXPECT_EQ(refusal_of(refused), "on-hold");
    EXPECT_EQ(refused.error().clause, "quy định nội bộ");
    const auto lifted =
        held.after("INSPECTOR", LiftLegalHold{HoldId::of("GIU-1"), DocumentId::of("D1"), Text::of("Đã kết luận.")});
    EXPECT_EQ(refusal_of(lifted.when("DIRECTOR", ApproveErasure{kErasure})), "accepted");
    const auto back = requested().and_given({in_post("A2", a_post("51-S05.P2", "51-S05"))});
    EXPECT_EQ(refusal_of(back.when("DIRECTOR", ApproveErasure{kErasure})), "retained");
}

TEST(ApproveErasure, HappensOnce) {
    const auto approved = requested().after("INSPECTOR", ApproveErasure{kErasure});
    EXPECT_EQ(refusal_of(approved.when("DIRECTOR", ApproveErasure{kErasure})), "step-order");
    EXPECT_EQ(refusal_of(approved.when("OFFICER", WithdrawErasure{kErasure, Text::of("Nhầm.")})), "step-order");
    const auto refused = requested().after("INSPECTOR", RefuseErasure{kErasure, Text::of("Thiếu căn cứ.")});
    EXPECT_EQ(refusal_of(refused.when("DIRECTOR", ApproveErasure{kErasure})), "step-order");
    EXPECT_EQ(refusal_of(requested().when("OFFICER", RefuseErasure{kErasure, Text::of("Nhầm.")})), "same-person");
    EXPECT_EQ(refusal_of(requested()
                             .and_given({a_mandate("ADMIN.9", "ADMIN", {Power::record}, "51", Reach::subtree)})
                             .when("ADMIN", WithdrawErasure{kErasure, Text::of("Nhầm.")})),
              "not-competent");
}

TEST(LegalHold, ReachesAPersonOrAUnitInACycle) {
    const auto asked = [](const Given& history) { return refusal_of(history.when("OFFICER", a_request())); };
    EXPECT_EQ(asked(over().after("INSPECTOR", a_hold())), "on-hold");
    auto unit = a_hold();
    unit.subject.reset();
    unit.unit = UnitCode::of("51-S05");
    unit.cycle = kCycle;
    EXPECT_EQ(asked(over().after("INSPECTOR", unit)), "on-hold");
    unit.cycle.reset();
    EXPECT_EQ(asked(over().after("INSPECTOR", unit)), "on-hold");
    unit.unit = UnitCode::of("534");
    EXPECT_EQ(asked(over().after("INSPECTOR", unit)), "accepted");
    auto other = a_hold();
    other.subject = PersonCode::of("A3");
    EXPECT_EQ(asked(over().after("INSPECTOR", other)), "accepted");
}

TEST(LegalHold, IsPlacedAndLiftedByInspection) {
    EXPECT_EQ(refusal_of(over().when("OFFICER", a_hold())), "not-competent");
    auto both = a_hold();
    both.unit = UnitCode::of("51-S05");
    EXPECT_EQ(refusal_of(over().when("INSPECTOR", both)), "invalid-field /subject");
    auto named = a_hold();
    named.reason = Text::of("Vụ Trương Văn Khánh");
    EXPECT_EQ(refusal_of(over().when("INSPECTOR", named)), "invalid-field /reason");
    const LiftLegalHold lift{HoldId::of("GIU-1"), DocumentId::of("D1"), Text::of("Đã kết luận.")};
    EXPECT_EQ(refusal_of(over().when("INSPECTOR", lift)), "not-found-or-not-allowed");
    const auto held = over().after("INSPECTOR", a_hold());
    EXPECT_EQ(refusal_of(held.when("INSPECTOR", a_hold())), "already-exists /hold");
    EXPECT_EQ(refusal_of(held.when("OFFICER", lift)), "not-competent");
    EXPECT_EQ(refusal_of(held.after("INSPECTOR", lift).when("INSPECTOR", lift)), "step-order");
}

// A9 is A2 registered a second time; A2 is in another agency now.
Given twice_registered() {
    const auto before = left();
    const auto post = a_post("51-S05.P2", "51-S05");
    return before
        .and_given({a_person("A9", "Trương Văn Khánh"), in_post("A9", post),
                    PostEnded{PersonCode::of("A9"), post.unit, kSince, Date::of("2024-06-30"), {}},
                    in_post("A2", a_post("51-S02", "51-S02"))})
        .at("2033-01-01T08:00");
}
const PersonMerged kMerging{PersonCode::of("A9"), kSubject, Text::of("Đăng ký hai lần"), DocumentId::of("D1")};
Given merged() {
    return twice_registered().and_given({kMerging});
}

TEST(LegalHold, ReachesEveryCodeOfThePerson) {
    const auto asked = [](const Given& history) { return refusal_of(history.when("OFFICER", a_request("A9"))); };
    EXPECT_EQ(asked(merged()), "accepted");
    EXPECT_EQ(asked(merged().after("INSPECTOR", a_hold())), "on-hold");
    // Placed while there were two, and on the code that is merged later.
    EXPECT_EQ(asked(twice_registered().after("INSPECTOR", a_hold())), "accepted");
    EXPECT_EQ(asked(twice_registered().after("INSPECTOR", a_hold()).and_given({kMerging})), "on-hold");
    auto unit = a_hold();
    unit.subject.reset();
    unit.unit = UnitCode::of("51-S02");
    EXPECT_EQ(asked(merged().after("INSPECTOR", unit)), "on-hold") << "by the post under the kept code";
    unit.unit = UnitCode::of("51-S05.P2");
    EXPECT_EQ(asked(merged().after("INSPECTOR", unit)), "on-hold") << "by the post under the erased code";
    const auto pending = merged().after("OFFICER", a_request("A9"));
    EXPECT_EQ(refusal_of(pending.when("DIRECTOR", ApproveErasure{kErasure})), "accepted");
    EXPECT_EQ(refusal_of(pending.after("INSPECTOR", a_hold()).when("DIRECTOR", ApproveErasure{kErasure})), "on-hold");
}

TEST(RequestErasure, IsNotForOneselfUnderAnotherCode) {
    const auto keeps = merged().and_given({a_mandate("A2.1", "A2", {Power::record}, "51", Reach::subtree),
                                           a_mandate("A2.2", "A2", {Power::inspect}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(keeps.when("A2", a_request("A9"))), "self-decision");
    const auto pending = keeps.after("OFFICER", a_request("A9"));
    EXPECT_EQ(refusal_of(pending.when("A2", ApproveErasure{kErasure})), "self-decision");
    EXPECT_EQ(refusal_of(pending.when("A2", RefuseErasure{kErasure, Text::of("Không.")})), "self-decision");
    EXPECT_EQ(refusal_of(pending.when("INSPECTOR", ApproveErasure{kErasure})), "accepted");
}

TEST(ApproveErasure, TakesTwoPeopleAndNotTwoCodes) {
    const auto pending = over()
                             .and_given({a_person("O9", "Lê Thị Cán Bộ"), in_post("O9", a_post("51-S05", "51-S05")),
                                         a_mandate("O9.1", "O9", {Power::record}, "51", Reach::subtree)})
                             .after("O9", a_request())
                             .and_given({PersonMerged{PersonCode::of("O9"), PersonCode::of("INSPECTOR"),
                                                      Text::of("Đăng ký hai lần"), DocumentId::of("D1")}});
    EXPECT_EQ(refusal_of(pending.when("INSPECTOR", ApproveErasure{kErasure})), "same-person");
    EXPECT_EQ(refusal_of(pending.when("DIRECTOR", ApproveErasure{kErasure})), "accepted");
    const auto withdraws =
        pending.and_given({a_mandate("INSPECTOR.2", "INSPECTOR", {Power::record}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(withdraws.when("INSPECTOR", WithdrawErasure{kErasure, Text::of("Nhầm.")})), "accepted");
}

// The term of what nobody decided on is counted from the year in which it was closed.
TEST(RequestErasure, WaitsNoLongerForAClosedDossier) {
    const auto closed = [](ClosingCause cause) {
        return a_rating_year()
            .and_given({PostEnded{PersonCode::of("A3"), UnitCode::of("51-S05.P1"), kSince, Date::of("2023-12-31"), {}},
                        a_term("R5", {RecordKind::rating}, 5),
                        a_term("R0", {RecordKind::work, RecordKind::personnel}, 0)})
            .at("2024-01-05T08:00")
            .after("ADMIN",
                   evaluation::CloseDossier{dossier_of("A3"), cause, Text::of("Theo hồ sơ"), DocumentId::of("D1")});
    };
    for (const auto cause :
         {ClosingCause::duplicate, ClosingCause::opened_in_error, ClosingCause::left_service, ClosingCause::died}) {
        const auto asked_on = [&](std::string_view time) {
            return refusal_of(closed(cause).at(time).when("OFFICER", a_request("A3")));
        };
        EXPECT_EQ(asked_on("2029-12-31T08:00"), "retained");
        EXPECT_EQ(asked_on("2030-01-01T08:00"), "accepted");
    }
    EXPECT_EQ(refusal_of(closed(ClosingCause::suspended).at("2030-01-01T08:00").when("OFFICER", a_request("A3"))),
              "on-hold");
    const auto reopened =
        closed(ClosingCause::opened_in_error)
            .after("ADMIN", evaluation::ReopenDossier{dossier_of("A3"), Text::of("Đóng nhầm"), DocumentId::of("D1")});
    EXPECT_EQ(refusal_of(reopened.at("2030-01-01T08:00").when("OFFICER", a_request("A3"))), "on-hold");
}

TEST(DefineRetention, IsForWhoRunsTheProvincesCycles) {
    const auto term = a_term("R10", {RecordKind::rating}, 10);
    EXPECT_EQ(only<RetentionDefined>(over().when("ADMIN", term)), term);
    EXPECT_EQ(refusal_of(over().when("OFFICER", term)), "not-competent");
    EXPECT_EQ(refusal_of(over().after("ADMIN", term).when("ADMIN", term)), "already-exists /retention");
    EXPECT_EQ(refusal_of(over().when("ADMIN", a_term("R10", {}, 10))), "invalid-field /kinds");
    EXPECT_EQ(refusal_of(over().when("ADMIN", a_term("R10", {RecordKind::rating}, -1))), "invalid-field /years");
    // The last definition of a kind holds.
    EXPECT_EQ(refusal_of(over().after("ADMIN", term).when("OFFICER", a_request())), "retained");
}

TEST(EnterExecution, IsTheProgramsOwnAndHappensOnce) {
    const ErasureExecuted executed{kErasure, kSubject, 12, 13, 2, 1};
    const auto approved = requested().after("INSPECTOR", ApproveErasure{kErasure});
    const auto decided = enter_execution(*approved.past(), executed);
    EXPECT_EQ(only<ErasureExecuted>(decided), executed);
    EXPECT_EQ(decided->authority.capacity, Capacity::system);
    EXPECT_TRUE(enter_execution(*approved.and_decided(decided).past(), executed)->events.empty());
    EXPECT_THROW((void)enter_execution(*requested().past(), executed), std::logic_error);
}

}  // namespace
}  // namespace minhbach::services::erasure
