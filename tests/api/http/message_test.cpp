#include "api/http/message.hpp"

#include <gtest/gtest.h>

#include "api/http/cookies.hpp"
#include "api/http/idempotency.hpp"
#include "api/http/response_head.hpp"

namespace minhbach::api::http {
namespace {

TEST(Headers, CompareNamesWithoutCase) {
    Headers headers;
    headers.add("Content-Type", "text/plain");
    EXPECT_EQ(headers.find("content-TYPE"), "text/plain");
    EXPECT_EQ(headers.find("Content-Typ"), std::nullopt);
}

TEST(Headers, KeepTheirOrderAndJoinLists) {
    Headers headers;
    headers.add("If-Match", "\"1\"");
    headers.add("Accept", "*/*");
    headers.add("if-match", "\"2\"");
    EXPECT_EQ(headers.size(), 3U);
    EXPECT_EQ(headers[1].name, "Accept");
    EXPECT_EQ(headers.find("If-Match"), "\"1\"");
    EXPECT_EQ(headers.joined("If-Match"), "\"1\", \"2\"");
    EXPECT_EQ(headers.joined("Date"), std::nullopt);
    EXPECT_EQ(headers.count("IF-MATCH"), 2U);
}

TEST(Headers, SetReplacesAllOfAName) {
    Headers headers;
    headers.add("A", "1");
    headers.add("a", "2");
    headers.set("A", "3");
    EXPECT_EQ(headers.size(), 1U);
    EXPECT_EQ(headers.find("a"), "3");
}

Request with_header(std::string_view name, std::string_view value) {
    Request request;
    request.headers.add(name, value);
    return request;
}

TEST(IdempotencyKey, IsAQuotedString) {
    EXPECT_EQ(idempotency_key(with_header("Idempotency-Key", "\"8e03978e-40d5\"")).value(), "8e03978e-40d5");
    EXPECT_EQ(idempotency_key(with_header("Idempotency-Key", " \"a \\\"b\\\\\" ")).value(), "a \"b\\");
    EXPECT_EQ(idempotency_key(Request()).value(), std::nullopt);
}

TEST(IdempotencyKey, RefusesWhatIsNot) {
    for (const auto* raw : {"8e03978e", "\"a", "a\"", "\"\"", "\"", "", "\"a\"b\"", "\"a\\", "\"a\\\"", "\"a\\n\"",
                            "\"đ\"", "\"a\";p=1", "'a'"}) {
        const auto key = idempotency_key(with_header("Idempotency-Key", raw));
        ASSERT_FALSE(key) << raw;
        EXPECT_EQ(key.error().type, "malformed-request") << raw;
    }
    EXPECT_TRUE(idempotency_key(with_header("Idempotency-Key", '"' + std::string(255, 'k') + '"')));
    EXPECT_FALSE(idempotency_key(with_header("Idempotency-Key", '"' + std::string(256, 'k') + '"')));
    Request twice = with_header("Idempotency-Key", "\"a\"");
    twice.headers.add("Idempotency-Key", "\"a\"");
    EXPECT_FALSE(idempotency_key(twice));
}

TEST(Cookies, AreFoundByName) {
    Request request = with_header("Cookie", "a=1; session=\"x=y\";b = 2 ; flag");
    request.headers.add("Cookie", "later=3");
    EXPECT_EQ(cookie(request, "a"), "1");
    EXPECT_EQ(cookie(request, "session"), "x=y");
    EXPECT_EQ(cookie(request, "b"), "2");
    EXPECT_EQ(cookie(request, "later"), "3");
    EXPECT_EQ(cookie(request, "flag"), std::nullopt);
    EXPECT_EQ(cookie(request, "sess"), std::nullopt);
}

std::string head_of(const Response& response, Framing framing = {}) {
    std::string head;
    write_head(head, response, framing);
    return head;
}

TEST(ResponseHead, HasLengthAndDefaults) {
    EXPECT_EQ(head_of(json(201, "{}")),
              "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
              "Referrer-Policy: no-referrer\r\n"
              "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
              "Cache-Control: private, no-cache\r\nContent-Length: 2\r\n\r\n");
}

TEST(ResponseHead, KeepsTheCachingOfTheResponse) {
    Response response = respond(200, "text/css", "");
    response.headers.add("cache-control", "public, immutable");
    response.shared_body = std::make_shared<const std::string>("a{}");
    const std::string head = head_of(response);
    EXPECT_EQ(head.find("no-cache"), std::string::npos);
    EXPECT_NE(head.find("Content-Length: 3\r\n"), std::string::npos);
}

TEST(ResponseHead, HasNoLengthWithoutContent) {
    Response response;
    response.status = 204;
    EXPECT_EQ(head_of(response).find("Content-Length"), std::string::npos);
}

TEST(ResponseHead, SaysWhatBecomesOfTheConnection) {
    EXPECT_NE(head_of(Response(), {false, false}).find("Connection: close\r\n"), std::string::npos);
    EXPECT_NE(head_of(Response(), {true, true}).find("Connection: keep-alive\r\n"), std::string::npos);
    EXPECT_EQ(head_of(Response(), {true, false}).find("Connection"), std::string::npos);
}

TEST(ResponseHead, RefusesToSplitAResponse) {
    Response response;
    response.headers.add("Location", "/a\r\nSet-Cookie: x=1");
    EXPECT_THROW(head_of(response), std::logic_error);
    Response wrong;
    wrong.status = 99;
    EXPECT_THROW(head_of(wrong), std::logic_error);
}

}  // namespace
}  // namespace minhbach::api::http
