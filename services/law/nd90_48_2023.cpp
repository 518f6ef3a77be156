// The rulebook of the state track of 2023, line by line of the decree.
#include <array>
#include <span>
#include <stdexcept>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

constexpr std::string_view kDecree =
    "Nghị định số 90/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP)";
constexpr std::string_view kLawOnServants =
    "Luật Cán bộ, công chức số 22/2008/QH12 (được sửa đổi, bổ sung bởi Luật số 52/2019/QH14)";
constexpr std::string_view kLawOnEmployees =
    "Luật Viên chức số 58/2010/QH12 (được sửa đổi, bổ sung bởi Luật số 52/2019/QH14)";

// A line of the decree that every column of its kind shares. `point` counts the points of the clause: a, b, c, d, đ.
// In the articles on cadres, which have no points, it counts the clauses.
struct Row {
    RuleStage stage;
    int point;
    Test test;
    std::string_view requirement;
    std::string_view gap = "";
    int reading = 0;
};

using enum Measure;
using enum Comparison;

constexpr std::string_view kGeneralWellStaff = "Thực hiện tốt các quy định tại các khoản 1, 2, 3 và 4 Điều 3";
constexpr std::string_view kGeneralMetStaff = "Đáp ứng các quy định tại các khoản 1, 2, 3 và 4 Điều 3";
constexpr std::string_view kGeneralWellLeader =
    "Thực hiện tốt các quy định tại các khoản 1, 2, 3, 4 và điểm a khoản 5 Điều 3";
constexpr std::string_view kGeneralMetLeader = "Đáp ứng các quy định tại các khoản 1, 2, 3, 4 và điểm a khoản 5 Điều 3";
constexpr std::string_view kNoneDeficient =
    "Các tiêu chí về kết quả thực hiện nhiệm vụ đều đúng tiến độ, bảo đảm chất lượng";
constexpr std::string_view kDeficientFewer =
    "Không quá 20% tiêu chí về kết quả chưa bảo đảm chất lượng, tiến độ hoặc hiệu quả thấp";
constexpr std::string_view kCriteriaCompleted = "Các tiêu chí về kết quả thực hiện nhiệm vụ đều hoàn thành";
constexpr std::string_view kDegradation =
    "Có biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống, tự diễn biến, tự chuyển hóa theo đánh giá của "
    "cấp có thẩm quyền";
constexpr std::string_view kDeficientMost =
    "Có trên 50% các tiêu chí về kết quả thực hiện nhiệm vụ không bảo đảm tiến độ, chất lượng, hiệu quả";
constexpr std::string_view kDisciplined = "Có hành vi vi phạm bị xử lý kỷ luật trong năm đánh giá";
constexpr std::string_view kAllTargets = "Lĩnh vực, cơ quan, đơn vị phụ trách hoàn thành tất cả các chỉ tiêu, nhiệm vụ";
constexpr std::string_view kAllUnits =
    "100% cơ quan, đơn vị quản lý trực tiếp được xếp loại hoàn thành nhiệm vụ trở lên";
constexpr std::string_view kGoodUnits =
    "Ít nhất 70% cơ quan, đơn vị quản lý trực tiếp được xếp loại hoàn thành tốt hoặc xuất sắc nhiệm vụ";

constexpr std::array kStaffRows{
    Row{RuleStage::not_completed, 1, Ground::degradation, kDegradation},
    Row{RuleStage::not_completed, 2, Share{criteria_deficient, more_than, 50, criteria_total}, kDeficientMost},
    Row{RuleStage::not_completed, 3, Ground::discipline, kDisciplined},

    Row{RuleStage::excellent, 1, EveryGeneralCriterion{Judgement::well}, kGeneralWellStaff},
    Row{RuleStage::excellent, 2, Share{work_on_time, at_least, 100, work_assigned},
        "Hoàn thành 100% nhiệm vụ, đúng tiến độ, bảo đảm chất lượng"},
    Row{RuleStage::excellent, 2, Share{criteria_deficient, at_most, 0, criteria_total}, kNoneDeficient, "", 19},
    Row{RuleStage::excellent, 2, Effect{Effectiveness::high}, "Hiệu quả cao", "", 20},
    Row{RuleStage::excellent, 2, Share{work_exceeded, at_least, 50, work_assigned},
        "Ít nhất 50% nhiệm vụ hoàn thành vượt mức"},

    Row{RuleStage::good, 1, EveryGeneralCriterion{Judgement::met}, kGeneralMetStaff},
    Row{RuleStage::good, 2, Share{work_on_time, at_least, 100, work_assigned},
        "Hoàn thành 100% nhiệm vụ, đúng tiến độ, bảo đảm chất lượng"},
    Row{RuleStage::good, 2, Share{criteria_deficient, at_most, 0, criteria_total}, kNoneDeficient, "", 19},
    Row{RuleStage::good, 2, Effect{Effectiveness::met}, "Bảo đảm hiệu quả", "", 20},

    Row{RuleStage::completed, 1, EveryGeneralCriterion{Judgement::met}, kGeneralMetStaff, "GAP-5"},
    Row{RuleStage::completed, 2, Share{criteria_completed, at_least, 100, criteria_total}, kCriteriaCompleted, "GAP-1"},
    Row{RuleStage::completed, 2, Share{work_completed, at_least, 100, work_assigned},
        "Hoàn thành tất cả nhiệm vụ được giao", "GAP-1", 4},
    Row{RuleStage::completed, 2, Share{criteria_deficient, at_most, 20, criteria_total}, kDeficientFewer, "GAP-2"},
};

constexpr std::array kLeaderRows{
    Row{RuleStage::not_completed, 1, Ground::degradation, kDegradation},
    Row{RuleStage::not_completed, 2, Share{criteria_deficient, more_than, 50, criteria_total}, kDeficientMost},
    Row{RuleStage::not_completed, 3, Share{work_completed, less_than, 50, work_assigned},
        "Lĩnh vực, cơ quan, đơn vị phụ trách hoàn thành dưới 50% các chỉ tiêu, nhiệm vụ"},
    Row{RuleStage::not_completed, 4, Ground::unit_corruption_handled,
        "Cơ quan, đơn vị quản lý trực tiếp liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý theo quy định của "
        "pháp "
        "luật"},
    Row{RuleStage::not_completed, 5, Ground::discipline, kDisciplined},

    Row{RuleStage::excellent, 1, EveryGeneralCriterion{Judgement::well}, kGeneralWellLeader},
    Row{RuleStage::excellent, 2, Share{criteria_deficient, at_most, 0, criteria_total}, kNoneDeficient, "", 19},
    Row{RuleStage::excellent, 2, Effect{Effectiveness::high}, "Hiệu quả cao", "", 20},
    Row{RuleStage::excellent, 3, Share{work_completed, at_least, 100, work_assigned}, kAllTargets},
    Row{RuleStage::excellent, 3, Share{work_exceeded, at_least, 50, work_assigned},
        "Ít nhất 50% chỉ tiêu, nhiệm vụ hoàn thành vượt mức"},
    Row{RuleStage::excellent, 4, Share{units_completed, at_least, 100, units_managed}, kAllUnits},
    Row{RuleStage::excellent, 4, Share{units_good, at_least, 70, units_managed}, kGoodUnits},

    Row{RuleStage::good, 1, EveryGeneralCriterion{Judgement::met}, kGeneralMetLeader},
    Row{RuleStage::good, 2, Share{criteria_deficient, at_most, 0, criteria_total}, kNoneDeficient, "", 19},
    Row{RuleStage::good, 2, Effect{Effectiveness::met}, "Bảo đảm hiệu quả", "", 20},
    Row{RuleStage::good, 3, Share{work_completed, at_least, 100, work_assigned}, kAllTargets},
    Row{RuleStage::good, 3, Share{work_on_time, at_least, 80, work_assigned},
        "Ít nhất 80% chỉ tiêu, nhiệm vụ đúng tiến độ, bảo đảm chất lượng"},
    Row{RuleStage::good, 4, Share{units_completed, at_least, 100, units_managed}, kAllUnits},

    Row{RuleStage::completed, 1, EveryGeneralCriterion{Judgement::met}, kGeneralMetLeader, "GAP-5"},
    Row{RuleStage::completed, 2, Share{criteria_completed, at_least, 100, criteria_total}, kCriteriaCompleted, "GAP-1",
        4},
    Row{RuleStage::completed, 2, Share{criteria_deficient, at_most, 20, criteria_total}, kDeficientFewer, "GAP-2"},
    Row{RuleStage::completed, 3, Share{work_completed, more_than, 70, work_assigned},
        "Lĩnh vực, cơ quan, đơn vị phụ trách hoàn thành trên 70% các chỉ tiêu, nhiệm vụ", "GAP-3"},
    Row{RuleStage::completed, 4, Share{units_completed, at_least, 70, units_managed},
        "Ít nhất 70% cơ quan, đơn vị quản lý trực tiếp được xếp loại hoàn thành nhiệm vụ trở lên", "GAP-4"},
};

// Điểm d khoản 2 Điều 13 alone asks this of "good"; whether the article on civil servants does too is reading F13.
constexpr Row kGoodUnitsOfManagers{RuleStage::good, 4, Share{units_good, at_least, 70, units_managed}, kGoodUnits};

constexpr std::array<std::string_view, 20> kReadings{
    "Không có nhiệm vụ, chỉ tiêu hoặc tiêu chí nào được giao thì không suy ra mức xếp loại (GAP-8); không có đơn "
    "vị quản lý trực tiếp thì điều kiện về đơn vị coi như đạt.",
    "Mức xuất sắc đòi hỏi mọi điều kiện của mức tốt; mức tốt đòi hỏi mọi điều kiện của mức hoàn thành.",
    "Số liệu mâu thuẫn với nhau thì không được tiếp nhận.",
    "\"Các tiêu chí đều hoàn thành\": đối với người không giữ chức vụ, tất cả nhiệm vụ cũng phải hoàn thành; "
    "thiếu một trong hai là GAP-1.",
    "Nghỉ có lý do chính đáng từ 6 tháng trở lên mà vẫn làm việc đủ 6 tháng: không có quy định (GAP-9), do người "
    "có thẩm quyền quyết định.",
    "Nghỉ thai sản: được xếp loại khi số tháng công tác cộng số tháng thai sản đủ 6.",
    "Thứ tự xét: thời gian công tác; căn cứ không hoàn thành nhiệm vụ (không chờ đơn vị); đơn vị đã xếp loại; có "
    "việc được giao; xuất sắc, tốt, hoàn thành; thời gian nghỉ; mức của đơn vị.",
    "Đơn vị mới thành lập, giải thể hoặc sáp nhập không có mức xếp loại và không giới hạn mức của người phụ "
    "trách.",
    "Khi không suy ra được mức: chỉ được chọn hoàn thành hoặc không hoàn thành nhiệm vụ, không cao hơn mức của "
    "đơn vị.",
    "Một hành vi vi phạm chỉ tính một lần: không tính nếu đã tính ở bất kỳ năm đánh giá nào khác.",
    "Giới hạn do nghỉ xét trước, do đơn vị xét sau; chỉ nêu khi thực sự làm giảm mức.",
    "Các trường hợp chưa có quy định chỉ nêu khi không suy ra được mức hoặc khi đơn vị chưa được xếp loại.",
    "Mức tốt của công chức lãnh đạo, quản lý không đòi hỏi 70% đơn vị tốt trở lên (khác điểm d khoản 2 Điều 13 "
    "đối với viên chức quản lý); cần đối chiếu Công báo.",
    "Tỷ lệ xuất sắc: khi không có văn bản nêu cách tính khác thì không quá 20% số người xếp loại tốt, làm tròn "
    "xuống.",
    "Nghị định không quy định tỷ lệ dự họp; mọi tỷ lệ là quy định nội bộ.",
    "Tiêu chí chung \"chưa đáp ứng\" phải có lý do và minh chứng.",
    "Quy tắc áp dụng trên đánh giá của cấp có thẩm quyền; đánh giá của người khác được giữ bên cạnh.",
    "Người không được xếp loại mà bị kỷ luật: không xếp loại, hành vi vi phạm chưa được tính vào năm nào.",
    "Mức tốt và mức xuất sắc đòi hỏi không có tiêu chí nào chưa bảo đảm, kể cả khi mọi nhiệm vụ đúng hạn.",
    "Xuất sắc cần hiệu quả cao; tốt cần có hiệu quả; hiệu quả thấp không ảnh hưởng mức hoàn thành.",
};

// What another authority may choose differently, with the choice made here.
constexpr std::array kChoices{
    Choice{"quota.group", "BY_DECIDING_AUTHORITY"},
    Choice{"quota.minOne", "NONE"},
    Choice{"discipline.attribution", "DECISION_YEAR"},
    Choice{"discipline.countedYear", "EARLIEST_USED"},
    Choice{"discipline.afterRatingInYear", "RE_RATE"},
    Choice{"discipline.selfDetected", "PARTY_ONLY"},
    Choice{"gap.decision", "AUTHORITY_WITH_REASON"},
    Choice{"absence.maternity", "EXCLUDED"},
    Choice{"absence.several", "ADDED_UP"},
    Choice{"absence.month", "CALENDAR_MONTH"},
    Choice{"consecutive.acrossNotRated", "HUMAN"},
    Choice{"complaint.admissibility", "HUMAN"},
    Choice{"party.opinionForStaff", "OPTIONAL"},
    Choice{"secondment.rater", "HOME_WITH_COMMENTS"},
    Choice{"unitCap.scope", "ALL_LEADERS"},
    Choice{"party.excellentRequiresStateExcellent", "WARNING"},
    Choice{"deadline.before", "EXCLUSIVE"},
    Choice{"scoring.overlay", "NONE"},
    Choice{"contractWorkers", "SEPARATE_CLASS"},
    Choice{"retention", "NEVER_DELETE"},
};

std::string_view point_letter(int point) {
    constexpr std::array<std::string_view, 5> kLetters{"a", "b", "c", "d", "đ"};
    return kLetters.at(static_cast<std::size_t>(point - 1));
}

// Điều 4, 8 and 12 begin the three sections of Chapter II; excellent, good, completed and not completed follow in
// order.
int article_of(Column column, RuleStage stage) {
    const int first = column == Column::cadre                                                     ? 4
                      : column == Column::civil_servant || column == Column::civil_servant_leader ? 8
                                                                                                  : 12;
    switch (stage) {
        case RuleStage::excellent:
            return first;
        case RuleStage::good:
            return first + 1;
        case RuleStage::completed:
            return first + 2;
        case RuleStage::not_completed:
            return first + 3;
        default:
            throw std::logic_error("only levels have articles");
    }
}

Condition condition(Column column, const Row& row) {
    const auto article = std::to_string(article_of(column, row.stage));
    const std::string letter(point_letter(row.point));
    const std::string clause = leads(column) ? "2" : "1";
    const bool has_points = column != Column::cadre;
    const auto id = has_points ? "nd90." + article + "." + clause + "." + letter
                               : "nd90." + article + "." + std::to_string(row.point);
    const auto citation = (has_points ? "điểm " + letter + " khoản " + clause : "khoản " + std::to_string(row.point)) +
                          " Điều " + article + " " + std::string(kDecree);
    Condition result{column, row.stage, row.test, Label::of(id), Label::of(citation), Label::of(row.requirement),
                     {},     {}};
    if (!row.gap.empty()) result.gap = GapCode::of(row.gap);
    if (row.reading != 0) result.reading = row.reading;
    return result;
}

Clause clause(std::string_view id, const std::string& citation, std::string_view requirement) {
    return {Label::of(id), Label::of(citation), Label::of(requirement)};
}

std::string of_decree(std::string_view place) {
    return std::string(place) + " " + std::string(kDecree);
}

Rulebook make_nd90_48_2023() {
    Rulebook book;
    book.id = RulebookId::of("nd90-48-2023");
    book.title = Label::of(kDecree);
    book.in_force = Date::of("2023-09-15");
    for (const auto column : {Column::cadre, Column::civil_servant, Column::civil_servant_leader,
                              Column::public_employee, Column::public_employee_manager}) {
        const auto rows = leads(column) ? std::span<const Row>(kLeaderRows) : std::span<const Row>(kStaffRows);
        for (const auto& row : rows) {
            auto& added = book.conditions.emplace_back(condition(column, row));
            const bool units_of_good = row.stage == RuleStage::good && row.point == 4;
            if (column == Column::civil_servant_leader && units_of_good) added.reading = 13;
        }
        if (column == Column::public_employee_manager)
            book.conditions.push_back(condition(column, kGoodUnitsOfManagers));
    }
    for (std::size_t i = 0; i < kReadings.size(); ++i) {
        book.readings.push_back({static_cast<int>(i) + 1, Label::of(kReadings[i])});
    }
    book.choices.assign(kChoices.begin(), kChoices.end());

    book.eligibility = clause("nd90.2.3.eligibility", of_decree("khoản 3 Điều 2"),
                              "Có thời gian công tác trong năm từ đủ 6 tháng, trừ trường hợp nghỉ chế độ thai sản");
    book.absence =
        clause("nd90.2.3.absence", of_decree("khoản 3 Điều 2"),
               "Không nghỉ từ 3 tháng đến dưới 6 tháng (nếu có thì không xếp loại cao hơn hoàn thành nhiệm vụ)");
    book.discipline_in_year = clause("nd90.2.5.a", of_decree("điểm a khoản 5 Điều 2"),
                                     "Bị kỷ luật đảng hoặc kỷ luật hành chính trong năm đánh giá");
    book.discipline_counted = clause("nd90.2.5.b", of_decree("điểm b khoản 5 Điều 2"),
                                     "Hành vi vi phạm chưa được tính để xếp loại ở năm đánh giá khác");
    book.discipline_twice =
        clause("nd90.2.5.c", of_decree("điểm c khoản 5 Điều 2"),
               "Kỷ luật đảng và kỷ luật hành chính đối với cùng hành vi chỉ tính ở một năm đánh giá");
    book.quota_clause =
        clause("nd90.2.6", of_decree("khoản 6 Điều 2"),
               "Tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\" của cơ quan, đơn vị và của từng nhóm đối "
               "tượng có nhiệm vụ tương đồng không vượt tỷ lệ quy định");
    book.basis_staff = clause("nd90.3.5.b", of_decree("điểm b khoản 5 Điều 3"), "Có nhiệm vụ và tiêu chí được giao");
    book.basis_leader =
        clause("nd90.3.5.a", of_decree("điểm a khoản 5 Điều 3"), "Có chỉ tiêu, nhiệm vụ và tiêu chí được giao");
    constexpr std::string_view kNotAbove = "Mức xếp loại không cao hơn mức của cơ quan, đơn vị trực tiếp phụ trách";
    book.unit_cap_servant = clause("law22.56", "Điều 56 " + std::string(kLawOnServants), kNotAbove);
    book.unit_cap_cadre = clause(
        "law22.56.cadre", "Điều 56 " + std::string(kLawOnServants) + ", áp dụng tương tự đối với cán bộ", kNotAbove);
    book.unit_cap_employee =
        clause("law58.41.2.b", "điểm b khoản 2 Điều 41 " + std::string(kLawOnEmployees), kNotAbove);
    book.unit_first = Label::of("Cơ quan, đơn vị trực tiếp phụ trách đã được xếp loại");
    book.managed_units_first = Label::of("Các cơ quan, đơn vị quản lý trực tiếp đều đã được xếp loại");
    book.seal();
    return book;
}

}  // namespace

const Rulebook& nd90_48_2023() {
    static const Rulebook book = make_nd90_48_2023();
    return book;
}

}  // namespace minhbach::services::law
