// An objection whose petitioner is protected: who may know who filed it.
#include <gtest/gtest.h>

#include "events/codec/json.hpp"
#include "given_cycle.hpp"
#include "services/objection/readers.hpp"

namespace minhbach::services::objection {
namespace {

const ObjectionId kUnderProtection = ObjectionId::of("protected.5e1f");

Given after_the_notice(std::string_view person = "A2", Level proposed = Level::good) {
    const auto line =
        proposed == Level::good ? a_line(person, Level::good) : a_line(person, Level::good, "Theo ý kiến của cuộc họp");
    return discussed(a_rating_year(), {person, "A3"})
        .after("OFFICER", a_proposal(person, proposed))
        .after("OFFICER", a_proposal("A3", Level::good))
        .at("2023-11-28T09:00")
        .after("DIRECTOR", a_decision({line}))
        .at("2023-11-30T09:00")
        .after("DIRECTOR",
               evaluation::IssueNotices{{dossier_of(person)}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}})
        .at("2023-12-01T10:00")
        .after(person, evaluation::AcknowledgeNotice{dossier_of(person), {}})
        .at("2023-12-04T08:00");
}
FileObjection a_protected_petition(std::string_view person = "A2") {
    return {kUnderProtection, ObjectionKind::petition, dossier_of(person), 4, Text::of("Vượt mức nhiệm vụ"), {}, {}};
}
Given filed_under_protection() {
    return after_the_notice().after("A2", a_protected_petition());
}
ReceiveObjection named(std::string_view resolver) {
    return {kUnderProtection, PersonCode::of(resolver)};
}
ResolveObjection answered(ObjectionOutcome outcome) {
    return {kUnderProtection, outcome, Text::of("Đã đối chiếu sản phẩm"), DocumentId::of("QD1"), {}};
}
std::vector<std::string> listed(const Given& given) {
    std::vector<std::string> names;
    const auto past = given.past();
    for (const auto& reader : readers_of(*past, kUnderProtection, Date::of("2023-12-04")))
        names.push_back(reader.person.str() + " " + std::string(json::enum_name(reader.role)));
    return names;
}

TEST(ProtectedObjection, LiesInAStreamOfItsOwnCategory) {
    const auto decided = after_the_notice().when("A2", a_protected_petition());
    ASSERT_TRUE(decided) << decided.error().detail_en;
    EXPECT_EQ(decided->events.front().stream.category(), "protected-objection");
    EXPECT_TRUE(is_of_protected_objection("protected-objection", "objection.filed"));
    EXPECT_FALSE(is_of_protected_objection("objection", "objection.filed"));
}

TEST(ProtectedObjection, IsReadByThoseWhoMayReceiveItUntilSomebodyHas) {
    const auto before = filed_under_protection();
    const auto first = listed(before);
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(first.front(), "A2 PETITIONER");
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    EXPECT_TRUE(has(first, "DIRECTOR MAY_RECEIVE"));
    EXPECT_TRUE(has(first, "OFFICER MAY_RECEIVE"));
    for (const auto& name : first) {
        EXPECT_FALSE(name.starts_with("HEAD2")) << "the head of another division is not concerned";
        EXPECT_FALSE(name.starts_with("A3"));
    }
    const auto after = filed_under_protection().after("OFFICER", named("DIRECTOR"));
    EXPECT_EQ(listed(after), (std::vector<std::string>{"A2 PETITIONER", "DIRECTOR HANDLED", "OFFICER HANDLED"}));
}

TEST(ProtectedObjection, IsNotThereForWhoeverIsNotOnItsList) {
    const auto unknown = [](const ObjectionId& id) {
        return after_the_notice().when("DIRECTOR", ReceiveObjection{id, PersonCode::of("DIRECTOR")});
    };
    const auto nowhere = unknown(ObjectionId::of("protected.none"));
    ASSERT_FALSE(nowhere);
    for (const auto person : {"A3", "HEAD2", "TEACHER"}) {
        const auto refused = filed_under_protection().when(person, named("DIRECTOR"));
        ASSERT_FALSE(refused) << person;
        EXPECT_EQ(refused.error().type, nowhere.error().type) << person;
        EXPECT_EQ(refused.error().clause, nowhere.error().clause) << person;
        const auto withdrawn = filed_under_protection().when(person, WithdrawObjection{kUnderProtection, {}});
        EXPECT_EQ(refusal_of(withdrawn), "not-found-or-not-allowed") << person;
        const auto resolved = filed_under_protection()
                                  .after("OFFICER", named("DIRECTOR"))
                                  .when(person, answered(ObjectionOutcome::upheld));
        EXPECT_EQ(refusal_of(resolved), "not-found-or-not-allowed") << person;
    }
}

TEST(ProtectedObjection, OfThePersonThemselfIsStillOneAtATime) {
    auto again = a_protected_petition();
    again.objection = ObjectionId::of("protected.other");
    EXPECT_EQ(refusal_of(filed_under_protection().when("A2", again)), "step-order /decision");
}

TEST(ProtectedObjection, LeavesNoTraceOfItselfInTheDossier) {
    const auto upheld = after_the_notice("A1", Level::excellent)
                            .after("A1", a_protected_petition("A1"))
                            .after("OFFICER", named("DIRECTOR"))
                            .after("DIRECTOR", answered(ObjectionOutcome::upheld))
                            .at("2023-12-18T09:00");
    evaluation::ReRate again;
    again.dossier = dossier_of("A1");
    again.decision = 4;
    again.ground = ReratingGround::objection;
    again.objection = kUnderProtection;
    again.reason = Text::of("Tính thiếu nhiệm vụ");
    again.level = Level::excellent;
    again.document = DocumentId::of("QD1");
    const auto decided = upheld.when("DIRECTOR", again);
    ASSERT_TRUE(decided) << decided.error().detail_en;
    const auto cancelled = events_of(decided).front().get<RatingCancelled>();
    EXPECT_EQ(cancelled.ground, ReratingGround::error);
    EXPECT_FALSE(cancelled.objection);
    // Before it was received its code opens nothing, not even to who may decide.
    const auto open = after_the_notice("A1", Level::excellent).after("A1", a_protected_petition("A1"));
    EXPECT_EQ(refusal_of(open.when("DIRECTOR", again)), "invalid-field /objection");
}

}  // namespace
}  // namespace minhbach::services::objection
