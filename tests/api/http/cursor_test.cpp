#include "api/http/cursor.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::http {
namespace {

TEST(Cursor, ComesBackAsItWent) {
    const std::vector<std::vector<std::string>> rows = {
        {}, {""}, {"a"}, {"Nguyễn Thị Ánh", "P-1"}, {std::string("\0\xff:1:", 5), "", "x"}, {std::string(2000, 'z')}};
    for (const auto& keys : rows) {
        const std::string cursor = encode_cursor("files", keys);
        EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_EQ(decode_cursor("files", keys.size(), cursor).value(), keys);
    }
}

TEST(Cursor, OfAnotherListingIsRefused) {
    const std::vector<std::string> keys{"a"};
    const std::string cursor = encode_cursor("files", keys);
    EXPECT_FALSE(decode_cursor("trace", 1, cursor));
    EXPECT_FALSE(decode_cursor("files", 2, cursor));
    EXPECT_EQ(decode_cursor("trace", 1, cursor).error().type, "malformed-request");
}

TEST(Cursor, RefusesWhatItDidNotMake) {
    const std::vector<std::string> keys{"abc"};
    const std::string cursor = encode_cursor("files", keys);
    for (std::size_t size = 0; size < cursor.size(); ++size)
        EXPECT_FALSE(decode_cursor("files", 1, std::string_view(cursor).substr(0, size))) << size;
    for (const auto* raw : {"", "=", "a", "a+b/", "AAAA", "OTk5OTk6eA", "đ"})
        EXPECT_FALSE(decode_cursor("files", 1, raw)) << raw;
    EXPECT_FALSE(decode_cursor("files", 1, cursor + "="));
    EXPECT_FALSE(decode_cursor("files", 1, std::string(5000, 'A')));
}

TEST(Cursor, LinksToTheNextPage) {
    Request request;
    request.path = "/v1/files";
    request.query = Query::parse("unit=S%E1%BB%9F&cursor=old&limit=50").value();
    Response response;
    link_next(response, request, "abc");
    EXPECT_EQ(response.headers.find("Link"), "</v1/files?unit=S%E1%BB%9F&limit=50&cursor=abc>; rel=\"next\"");
}

}  // namespace
}  // namespace minhbach::api::http
