// What the program says in HTML: the reader of the document, and that nothing recorded becomes markup.
#include "api/console/words.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

using Pages = Doors;

TEST_F(Pages, TheReaderOfTheDocumentSaysThatTheDataAreSimulated) {
    const auto page = ask({"GET", "/docs", "", {}, {}});
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.content().find("DỮ LIỆU MÔ PHỎNG"), std::string::npos);
    EXPECT_NE(page.content().find("lang=\"vi\""), std::string::npos);
    const auto policy = header_of(page, "Content-Security-Policy");
    EXPECT_NE(policy.find("script-src 'self';"), std::string::npos) << policy;
}

TEST(Words, NumbersAndTimesAsTheyAreWrittenHere) {
    EXPECT_EQ(console::number_text(1234567), "1.234.567");
    EXPECT_EQ(console::number_text(12), "12");
    EXPECT_EQ(console::time_text(Time::of("2023-11-28T09:10")), "28/11/2023 09:10:00");
    EXPECT_EQ(console::escaped("<b title=\"x\">&'"), "&lt;b title=&quot;x&quot;&gt;&amp;&#39;");
}

}  // namespace
}  // namespace minhbach::api::routes
