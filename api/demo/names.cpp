#include "api/demo/names.hpp"

#include <array>
#include <string_view>

namespace minhbach::api::demo {
namespace {

using Names = std::span<const std::string_view>;

// The more frequent ones stand more than once.
constexpr std::array<std::string_view, 34> kFamily{
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần",  "Lê", "Lê",   "Lê",    "Phạm", "Phạm",
    "Huỳnh",  "Huỳnh",  "Võ",     "Võ",     "Đỗ",     "Bùi",  "Đặng",  "Hồ", "Ngô",  "Dương", "Lý",   "Phan",
    "Trương", "Đinh",   "Đinh",   "Tạ",     "Cao",    "Mai",  "Lương", "Tô", "Châu", "Đoàn"};
constexpr std::array<std::string_view, 20> kMiddleMale{"Văn",   "Văn",  "Văn",  "Đức",  "Minh",  "Quang", "Hữu",
                                                       "Thanh", "Công", "Xuân", "Ngọc", "Tấn",   "Anh",   "Quốc",
                                                       "Trung", "Bá",   "Đình", "Duy",  "Hoàng", "Thế"};
constexpr std::array<std::string_view, 16> kMiddleFemale{
    "Thị",      "Thị",    "Thị",      "Thị Thanh", "Thị Kim", "Thị Ngọc",   "Thị Thu", "Ngọc",
    "Thị Minh", "Thị Mỹ", "Thị Bích", "Thanh",     "Thùy",    "Thị Phương", "Kim",     "Thị Xuân"};
constexpr std::array<std::string_view, 40> kGivenMale{
    "An",   "Bảo",   "Bình",  "Chiến", "Cường", "Dũng",  "Duy",  "Đạt",  "Hải",   "Hậu",
    "Hiếu", "Hoàng", "Hùng",  "Huy",   "Hưng",  "Khánh", "Khoa", "Kiên", "Lâm",   "Long",
    "Lộc",  "Minh",  "Nam",   "Nghĩa", "Nhân",  "Phong", "Phúc", "Quân", "Quang", "Sơn",
    "Tài",  "Tâm",   "Thắng", "Thành", "Thịnh", "Toàn",  "Trí",  "Tuấn", "Việt",  "Vinh"};
constexpr std::array<std::string_view, 40> kGivenFemale{
    "An",  "Anh",  "Chi",   "Dung",   "Duyên", "Giang", "Hà",     "Hạnh",  "Hằng", "Hiền",
    "Hoa", "Hòa",  "Hương", "Huyền",  "Lan",   "Liên",  "Linh",   "Loan",  "Ly",   "Mai",
    "My",  "Nga",  "Ngân",  "Nguyệt", "Nhung", "Oanh",  "Phương", "Quyên", "Tâm",  "Thảo",
    "Thu", "Thủy", "Trang", "Trinh",  "Tuyết", "Uyên",  "Vân",    "Vy",    "Xuân", "Yến"};

}  // namespace

std::string person_name(Dice& dice, Sex sex) {
    const bool male = sex == Sex::male;
    std::string name(dice.one_of(Names(kFamily)));
    name += ' ';
    name += male ? dice.one_of(Names(kMiddleMale)) : dice.one_of(Names(kMiddleFemale));
    name += ' ';
    name += male ? dice.one_of(Names(kGivenMale)) : dice.one_of(Names(kGivenFemale));
    return name;
}

}  // namespace minhbach::api::demo
