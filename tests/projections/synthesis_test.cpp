// Opinions of the minutes against the synthesis that is put before whoever decides.
#include "projections/synthesis.hpp"

#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

const std::vector<std::string_view> kOpinions{
    "Hoàn thành đúng tiến độ các nhiệm vụ được giao trong năm.",
    "Chủ động phối hợp với các phòng chuyên môn.",
    "Hai báo cáo quý II phải làm lại vì số liệu sai, ảnh hưởng tiến độ chung của phòng.",
    "Chấp hành tốt kỷ luật lao động.",
    "Có sáng kiến rút ngắn thời gian thẩm định dự toán.",
    "Quan hệ đồng nghiệp đúng mực.",
    "Cần mạnh dạn đề xuất hơn.",
    "Tiếp công dân còn để chờ lâu, đã có hai phản ánh.",
    "Nhất trí với mức tự xếp loại.",
};

MinutesAdopted minutes_of_nine(int version) {
    auto adopted = minutes("M1", version, "2023-11-22T10:00");
    int number = 0;
    for (const auto text : kOpinions)
        adopted.opinions.items.push_back(
            {PersonCode::of("A1"), Opinion{++number, PersonCode::of("A2"), Text::of(text)}});
    adopted.opinions.items.push_back({PersonCode::of("A2"), Opinion{1, PersonCode::of("A1"), Text::of("Tốt.")}});
    return adopted;
}

// Given a meeting whose minutes hold nine opinions on A1, and a proposal with this synthesis.
void proposed(History& history, std::string_view synthesis) {
    open_cycle(history);
    history.at("2023-11-22T09:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A1", "A2"}, "2023-11-22T08:00"));
    history.by("HEAD1", "HEAD1.1", minutes_of_nine(1));
    auto proposal = a_proposal("A1", Level::good);
    proposal.meeting = MeetingId::of("M1");
    if (!synthesis.empty()) proposal.synthesis = Text::of(synthesis);
    history.at("2023-11-24T10:00").by("OFFICER", "OFFICER.1", proposal);
}

std::vector<int> not_found(const SynthesisAnswer& answer) {
    std::vector<int> numbers;
    for (const auto& opinion : answer.opinions)
        if (opinion.rendered == Rendered::not_found) numbers.push_back(opinion.number);
    return numbers;
}

RenderedOpinion of(int number, std::string_view text, std::string_view synthesis) {
    RenderedOpinion opinion;
    opinion.number = number;
    opinion.text = Text::of(text);
    return rendered_in(synthesis, opinion);
}

// 9: minutes with nine opinions, a synthesis of seven.
TEST(Synthesis, SaysWhichOpinionsOfTheMinutesItLeavesOut) {
    History history;
    proposed(history,
             "Các ý kiến số 1, 2 và 4-6 ghi nhận hoàn thành nhiệm vụ, phối hợp, kỷ luật, sáng kiến. Cần mạnh dạn đề "
             "xuất hơn. Hội nghị nhất trí với mức tự xếp loại.");
    const auto answer = history.answers().synthesis(dossier_of("A1")).value();
    ASSERT_EQ(answer.opinions.size(), 9u) << "those about others stay out";
    EXPECT_EQ(not_found(answer), (std::vector{3, 8}));
    EXPECT_EQ(answer.not_found, 2);
    EXPECT_EQ(answer.opinions[4].rendered, Rendered::by_number);
    EXPECT_EQ(answer.opinions[6].rendered, Rendered::in_words);
    EXPECT_EQ(answer.opinions[6].words_found, 100);
    EXPECT_EQ(answer.opinions[2].text.str(), kOpinions[2]);
    EXPECT_EQ(answer.opinions[2].speaker.name, "Trương Văn Khánh");
    EXPECT_EQ(answer.minutes_version, 1);
    EXPECT_EQ(answer.proposal->actor.str(), "OFFICER");
}

TEST(Synthesis, IsHeldAgainstTheMinutesThatStoodWhenItWasWritten) {
    History history;
    proposed(history, "Nhất trí với mức tự xếp loại.");
    auto later = minutes_of_nine(2);
    later.opinions.items.front().value->text = Text::of("Nhất trí với mức tự xếp loại.");
    history.by("HEAD1", "HEAD1.1", later);
    const auto answer = history.answers().synthesis(dossier_of("A1")).value();
    EXPECT_EQ(answer.minutes_version, 1);
    EXPECT_EQ(not_found(answer), (std::vector{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(Synthesis, WithoutOneNothingIsRendered) {
    History history;
    proposed(history, "");
    const auto answer = history.answers().synthesis(dossier_of("A1")).value();
    EXPECT_FALSE(answer.synthesis);
    EXPECT_EQ(answer.not_found, 9);
    EXPECT_FALSE(history.answers().synthesis(dossier_of("B1")).value().meeting) << "no meeting discussed B1";
    EXPECT_FALSE(history.answers().synthesis(DossierId::of("2023.NOBODY")));
}

TEST(RenderedIn, FindsNumbersAfterTheWordOpinion) {
    for (const auto text : {"Ý kiến số 3 nêu tồn tại.", "các ý kiến 1, 2 và 3", "Ý KIẾN số 1 đến 4", "ý kiến 2–4"})
        EXPECT_EQ(of(3, "Việc khác hẳn", text).rendered, Rendered::by_number) << text;
    for (const auto text : {"Có 3 ý kiến khen", "ý kiến số 13", "ý kiến số 1, quý 3", ""})
        EXPECT_EQ(of(3, "Việc khác hẳn", text).rendered, Rendered::not_found) << text;
}

TEST(RenderedIn, DoesNotMindMarksCaseAndPunctuation) {
    EXPECT_EQ(of(1, "Hoà nhã, tận tuỵ với công việc.", "Đồng chí HÒA NHÃ – tận tụy, với công việc").words_found, 100);
    EXPECT_EQ(of(1, "Tốt.", "Nhìn chung là tốt").rendered, Rendered::in_words);
    EXPECT_EQ(of(1, "Tốt.", "Hoàn thành").rendered, Rendered::not_found);
}

}  // namespace
}  // namespace minhbach::projections
