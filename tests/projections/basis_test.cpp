#include "projections/basis.hpp"

#include <gtest/gtest.h>

namespace minhbach::projections {
namespace {

TEST(FieldChanges, NameEveryLeafThatDiffers) {
    const auto changes =
        field_changes(R"({"a":1,"b":{"c":"x","d":true},"e":[1,2]})", R"({"a":1,"b":{"c":"y"},"e":[1,2,3],"f":null})");
    EXPECT_EQ(changes, (std::vector<FieldChange>{
                           {"/b/c", "x", "y"}, {"/b/d", "true", std::nullopt}, {"/e/2", std::nullopt, "3"}}));
    EXPECT_TRUE(field_changes("{}", "{}").empty());
    EXPECT_EQ(field_changes("", R"({"a":1})").size(), 1u);
}

TEST(RawJson, IsWrittenAsItIs) {
    EXPECT_EQ(json::to_json(RawJson{R"({"a":1})"}), R"({"a":1})");
    EXPECT_EQ(json::to_json(RawJson{}), "null");
}

}  // namespace
}  // namespace minhbach::projections
