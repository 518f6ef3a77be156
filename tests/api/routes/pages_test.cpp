// The pages: signing in, what each role finds, the sheet of grounds, and that nothing recorded becomes markup.
#include "api/console/html.hpp"
#include "api/console/page.hpp"
#include "api/console/words.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class Pages : public Doors {
protected:
    http::Response browse(const std::string& target, const std::string& person) {
        HeaderFields cookies;
        if (!person.empty()) cookies.emplace_back("Cookie", "minhbach=" + token(person));
        return ask({"GET", target, "", cookies, {}});
    }
    static bool has(const http::Response& response, std::string_view words) {
        return response.content().find(words) != std::string_view::npos;
    }
};

TEST_F(Pages, WhoIsNotSignedInIsSentToTheDoor) {
    const auto sent_away = browse("/bao-cao", "");
    EXPECT_EQ(sent_away.status, 303);
    EXPECT_EQ(header_of(sent_away, "Location"), "/dang-nhap?ve=%2Fbao-cao");
}

TEST_F(Pages, EveryPageSaysThatTheDataAreSimulatedAndRunsNoScript) {
    for (const std::string target :
         {"/bao-cao?unit=51-S05&draft=true", "/noi-dung-can-lam-ro", "/ho-so/2023.A1?purpose=05"}) {
        const auto page = browse(target, "INSPECTOR");
        EXPECT_EQ(page.status, 200) << target << page.content();
        EXPECT_TRUE(has(page, "DỮ LIỆU MÔ PHỎNG")) << target;
        EXPECT_TRUE(has(page, "lang=\"vi\"")) << target;
        EXPECT_FALSE(has(page, "<script")) << target;
        EXPECT_TRUE(header_of(page, "Content-Security-Policy").starts_with("default-src 'none'")) << target;
    }
}

TEST_F(Pages, TheReaderOfTheDocumentSaysSoToo) {
    const auto page = browse("/docs", "");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "DỮ LIỆU MÔ PHỎNG"));
    EXPECT_TRUE(has(page, "lang=\"vi\""));
    const auto policy = header_of(page, "Content-Security-Policy");
    EXPECT_NE(policy.find("script-src 'self';"), std::string::npos) << policy;
}

TEST_F(Pages, AnInspectorIsAskedForThePurposeFirst) {
    EXPECT_EQ(get("/v1/me", "INSPECTOR").status, 200);
    const auto before = access_size();
    const auto asked = browse("/ho-so/2023.A1", "INSPECTOR");
    EXPECT_TRUE(has(asked, "Nêu mục đích xem hồ sơ"));
    EXPECT_FALSE(has(asked, "Nguyễn Thị Hồng Đào"));
    EXPECT_EQ(access_size(), before);
    const auto opened = browse("/ho-so/2023.A1?purpose=05%2FQ%C4%90-TTr", "INSPECTOR");
    EXPECT_TRUE(has(opened, "Nguyễn Thị Hồng Đào"));
    EXPECT_EQ(access_size(), before + 1);
    EXPECT_EQ(browse("/ho-so/2023.A1", "A2").status, 404);
}

TEST_F(Pages, TheSheetOfGroundsShowsClausesNumbersAndWhoActed) {
    using namespace services;
    done("A1", the_form("A1"));
    clock_.set(Time::of("2023-11-21T08:00"));
    done("DIRECTOR", a_judgement("A1"));
    clock_.set(Time::of("2023-11-22T10:00"));
    done("OFFICER", a_meeting("M1", "51-S05", {"A1"}));
    done("OFFICER", minutes_of("M1"));
    clock_.set(Time::of("2023-11-24T10:00"));
    auto proposal = a_proposal("A1", Level::good);
    proposal.reason = Text::of("<b>Nêu rõ</b> & đủ");
    done("OFFICER", proposal);
    folded();
    const auto page = browse("/ho-so/2023.A1", "OFFICER");
    ASSERT_EQ(page.status, 200) << page.content();
    EXPECT_TRUE(has(page, "Phiếu căn cứ xếp loại"));
    EXPECT_TRUE(has(page, "Nghị định số 90/2020/NĐ-CP"));
    EXPECT_TRUE(has(page, "Ngô Văn Hải"));
    EXPECT_TRUE(has(page, "Hoàn thành tốt nhiệm vụ"));
    EXPECT_TRUE(has(page, "Đã đề xuất"));
    EXPECT_TRUE(has(page, "24/11/2023 10:00:00"));
    EXPECT_TRUE(has(page, "&lt;b&gt;Nêu rõ&lt;/b&gt; &amp; đủ"));
    EXPECT_FALSE(has(page, "<b>Nêu rõ"));
    EXPECT_TRUE(has(page, "bản ghi số"));
    const auto then = browse("/ho-so/2023.A1?known_as_of=22%2F11%2F2023%2024:00", "OFFICER");
    EXPECT_TRUE(has(then, "ĐANG XEM THEO 22/11/2023 24:00 — dữ liệu hệ thống biết lúc đó")) << then.content();
    EXPECT_TRUE(has(then, "Chưa có đề xuất."));
}

TEST(Words, NumbersAndTimesAsTheyAreWrittenHere) {
    EXPECT_EQ(console::number_text(1234567), "1.234.567");
    EXPECT_EQ(console::number_text(12), "12");
    EXPECT_EQ(console::share_text(2827, 10000), "28,27%");
    EXPECT_EQ(console::time_text(Time::of("2023-11-28T09:10")), "28/11/2023 09:10:00");
    EXPECT_EQ(console::as_of_parameter(" 30/11/2023 24:00 "), "2023-11-30T24:00");
    EXPECT_EQ(console::element("p", {{"title", "\"<"}}, "a<b").html(), "<p title=\"&quot;&lt;\">a&lt;b</p>");
}

}  // namespace
}  // namespace minhbach::api::routes
