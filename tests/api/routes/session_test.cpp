// Who is signed in, the cookie of the console, the page of the screens and its files.
#include <algorithm>
#include <set>

#include "api/console/assets.hpp"
#include "api/http/encoding.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class Session : public Doors {
protected:
    HeaderFields with_cookie(const std::string& person) { return {{"Cookie", cookie_of(person)}}; }
    http::Response sign_in(const std::string& given) {
        return post("/v1/sign-in", "", "{\"token\":\"" + given + "\"}");
    }
};

TEST_F(Session, SigningInGivesACookieThatScriptsCannotRead) {
    EXPECT_EQ(text_at(get("/v1/session", ""), "me"), "(absent)");
    EXPECT_EQ(text_at(get("/v1/session", ""), "simulated"), "true");
    const auto entered = sign_in(token("A1"));
    ASSERT_EQ(entered.status, 200) << entered.content();
    EXPECT_EQ(text_at(entered, "me/person"), "A1");
    const std::string cookie = header_of(entered, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("minhbach=ms_")) << cookie;
    EXPECT_EQ(cookie.find(token("A1")), std::string::npos);
    EXPECT_EQ(cookie.find("Secure"), std::string::npos);  // in the clear, on this machine
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
    EXPECT_EQ(problem_of(sign_in("mb_not_a_token_of_anybody_here")), "sign-in-required");
    const HeaderFields mine{{"Cookie", cookie.substr(0, cookie.find(';'))}};
    EXPECT_EQ(text_at(ask({"GET", "/v1/session", "", mine, {}}), "me/method"), "TOKEN");
    EXPECT_NE(header_of(post("/v1/sign-out", "", "{}", mine), "Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(text_at(ask({"GET", "/v1/session", "", mine, {}}), "me"), "(absent)");
}

TEST_F(Session, TellsPostsRolesTermsAndTheOwnDossier) {
    clock_.set(Time::of("2023-11-20T08:00"));
    const auto mine = ask({"GET", "/v1/session", "", with_cookie("A1"), {}});
    EXPECT_EQ(text_at(mine, "cycle/dossier"), "2023.A1");
    EXPECT_EQ(text_at(mine, "cycle/submission/lastDay"), "2023-11-29");
    EXPECT_EQ(text_at(mine, "cycle/submission/workingDaysLeft"), "7");  // 21, 22, 23, 24, 27, 28, 29
    EXPECT_EQ(text_at(mine, "cycle/submission/passed"), "false");
    EXPECT_EQ(text_at(mine, "me/posts/0/unit"), "51-S05.P1");
    EXPECT_EQ(text_at(mine, "me/posts/0/parent"), "51-S05");
    EXPECT_EQ(text_at(get("/v1/session", "HOMEAFFAIRS"), "me/receives"), "true");
    EXPECT_EQ(text_at(get("/v1/session", "INSPECTOR"), "cycle/dossier"), "(absent)");
    clock_.set(Time::of("2023-12-04T08:00"));
    const auto later = get("/v1/session", "A1");
    EXPECT_EQ(text_at(later, "cycle/submission/passed"), "true");
    EXPECT_EQ(text_at(later, "cycle/submission/workingDaysLeft"), "(absent)");
}

TEST_F(Session, OnlyTheConsoleItselfActsWithACookie) {
    const std::string target = "/v1/dossiers/2023.A1/acknowledgement";
    auto headers = with_cookie("A1");
    EXPECT_EQ(problem_of(post(target, "", "{}", headers)), "sign-in-required");
    headers.emplace_back("Minhbach-Console", "1");
    EXPECT_NE(problem_of(post(target, "", "{}", headers)), "sign-in-required");
    headers.emplace_back("Sec-Fetch-Site", "same-site");
    EXPECT_EQ(problem_of(post(target, "", "{}", headers)), "sign-in-required");
}

TEST_F(Session, EveryPathOfAScreenIsTheSamePage) {
    const auto paths = console::screen_paths();
    ASSERT_FALSE(paths.empty());
    std::set<std::string> bodies;
    for (const auto path : paths) {
        std::string target(path);
        std::replace(target.begin(), target.end(), '{', 'x');
        std::replace(target.begin(), target.end(), '}', 'x');
        for (const bool signed_in : {false, true}) {
            const auto page = ask({"GET", target, "", signed_in ? with_cookie("A1") : HeaderFields{}, {}});
            EXPECT_EQ(page.status, 200) << target;
            EXPECT_EQ(header_of(page, "Content-Type"), "text/html; charset=utf-8");
            EXPECT_EQ(header_of(page, "Content-Security-Policy"),
                      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' "
                      "data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            bodies.insert(std::string(page.content()));
        }
    }
    EXPECT_EQ(bodies.size(), 1u);
    const HeaderFields browser{{"Accept", "text/html,*/*;q=0.8"}};
    EXPECT_EQ(ask({"GET", "/nowhere/at/all", "", browser, {}}).status, 404);
    EXPECT_EQ(header_of(ask({"GET", "/nowhere/at/all", "", browser, {}}), "Content-Type"), "text/html; charset=utf-8");
    EXPECT_NE(problem_of(ask({"GET", "/nowhere/at/all", "", {}, {}})), "");
}

TEST_F(Session, FilesAreKeptForEverUnderTheirHashAndComeCompressed) {
    const auto files = console::assets();
    const auto found = std::find_if(files.begin(), files.end(), [](const auto& file) {
        return file.name.starts_with("main-") && file.name.ends_with(".js");
    });
    ASSERT_NE(found, files.end());
    const std::string target = "/assets/" + std::string(found->name);
    const auto plain = get(target, "");
    EXPECT_EQ(plain.content(), found->bytes);
    EXPECT_EQ(header_of(plain, "Content-Encoding"), "");
    EXPECT_EQ(header_of(plain, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
    const auto brotli = get(target, "", {{"Accept-Encoding", "gzip, deflate, br"}});
    EXPECT_EQ(header_of(brotli, "Content-Encoding"), "br");
    EXPECT_EQ(brotli.content(), found->brotli);
    EXPECT_EQ(header_of(get(target, "", {{"Accept-Encoding", "gzip, br;q=0"}}), "Content-Encoding"), "gzip");
    EXPECT_NE(header_of(brotli, "ETag"), header_of(plain, "ETag"));
    const auto again = get(target, "", {{"Accept-Encoding", "br"}, {"If-None-Match", header_of(brotli, "ETag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.content(), "");
    EXPECT_EQ(get("/assets/main-00000000.js", "").status, 404);
}

TEST(Encoding, ReadsWeights) {
    const auto takes = [](std::string_view field, std::string_view coding) {
        http::Request request;
        request.headers.add("Accept-Encoding", field);
        return http::accepts_encoding(request, coding);
    };
    EXPECT_TRUE(takes("gzip, BR", "br"));
    EXPECT_TRUE(takes("br;q=0.5", "br"));
    EXPECT_FALSE(takes("br;q=0", "br"));
    EXPECT_FALSE(takes("br; q=0.000", "br"));
    EXPECT_FALSE(takes("gzip", "br"));
    EXPECT_TRUE(takes("*", "br"));
    EXPECT_FALSE(takes("*, br;q=0", "br"));
    EXPECT_FALSE(takes("*;q=0, gzip", "br"));
    EXPECT_FALSE(http::accepts_encoding(http::Request(), "br"));
}

}  // namespace
}  // namespace minhbach::api::routes
