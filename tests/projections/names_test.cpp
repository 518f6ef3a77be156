#include "projections/names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace minhbach::projections {
namespace {

TEST(NameOrder, IsThatOfStaffLists) {
    const std::vector<std::string> right{"An", "Anh", "Ánh", "Ân", "Dung", "Dũng", "Đào", "Đăng", "Đức"};
    auto names = right;
    std::reverse(names.begin(), names.end());
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return name_order(a) < name_order(b); });
    EXPECT_EQ(names, right);
}

TEST(NameOrder, GivenNameFirstThenFamilyThenMiddle) {
    const std::vector<std::string> right{"Trần Văn An",     "Bùi Thị Dung",    "Nguyễn An Dung", "Nguyễn Thị Dung",
                                         "Đỗ Thị Hồng Đào", "Lê Thị Hồng Đào", "Phạm Đức"};
    auto names = right;
    std::rotate(names.begin(), names.begin() + 3, names.end());
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return name_order(a) < name_order(b); });
    EXPECT_EQ(names, right);
}

TEST(NameOrder, DoesNotDependOnTheFormOfTheMarks) {
    EXPECT_EQ(name_order("Nguyễn Đào"), name_order("Nguye\u0302\u0303n  \u0110a\u0300o "));
    EXPECT_LT(name_order("An"), name_order("Bùi An"));
}

TEST(SearchFold, DropsMarksAndCase) {
    EXPECT_EQ(search_fold("Đỗ  Thị Đào"), "do thi dao");
    EXPECT_EQ(search_fold("NGUYỄN ƯỚC"), "nguyen uoc");
    EXPECT_EQ(search_fold("a\u0302\u0301n"), "an");
}

}  // namespace
}  // namespace minhbach::projections
