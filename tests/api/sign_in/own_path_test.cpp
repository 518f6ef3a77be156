#include "api/sign_in/own_path.hpp"

#include <gtest/gtest.h>

#include <string>

namespace minhbach::api::sign_in {
namespace {

TEST(OwnPath, IsAPathOfOursWithItsQuery) {
    for (const auto path : {"/", "/cua-toi", "/ho-so/2023.A1?ngay=2023-11-30#muc", "/a//b", "/tim?q=Nguy%E1%BB%85n",
                            "/a?b=https://example.vn/"})
        EXPECT_TRUE(is_own_path(path)) << path;
}

TEST(OwnPath, IsNothingThatABrowserReadsAsAHost) {
    for (const auto elsewhere : {"", "evil", "https://evil.example/", "javascript:alert(1)", "//evil.example/",
                                 "/\\evil.example", "\\\\evil.example", "/a\\b"})
        EXPECT_FALSE(is_own_path(elsewhere)) << elsewhere;
    // Dropped or trimmed by browsers wherever they stand, which leaves "//evil.example"; nor is any of it a header.
    for (int byte = 0; byte < 256; ++byte) {
        if (byte > 0x20 && byte < 0x7f) continue;
        const std::string one(1, static_cast<char>(byte));
        for (const auto& path : {"/" + one + "/evil.example", one + "//evil.example", "/a" + one})
            EXPECT_FALSE(is_own_path(path)) << byte;
    }
}

}  // namespace
}  // namespace minhbach::api::sign_in
