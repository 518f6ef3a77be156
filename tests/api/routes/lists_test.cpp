// Lists page by page, and answers from the access ledger, which speak of that ledger.
#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kForPurpose = "purpose=05%2FQ%C4%90-TTr";

class Lists : public Doors {
protected:
    // The values of `key` in all pages of a list; each page but the last has exactly `limit` rows.
    std::vector<std::string> all_pages(std::string target, const std::string& person, const std::string& key,
                                       std::size_t limit) {
        std::vector<std::string> found;
        target += (target.find('?') == std::string::npos ? "?limit=" : "&limit=") + std::to_string(limit);
        for (int pages = 0; pages < 50; ++pages) {
            const auto page = get(target, person);
            EXPECT_EQ(page.status, 200) << page.content();
            std::size_t rows = 0;
            for (;; ++rows) {
                const auto value = text_at(page, "data/items/" + std::to_string(rows) + "/" + key);
                if (value == "(absent)") break;
                found.push_back(value);
            }
            const std::string link = header_of(page, "Link");
            if (link.empty()) return found;
            EXPECT_EQ(rows, limit) << target;
            target = link.substr(1, link.find('>') - 1);
        }
        ADD_FAILURE() << "no last page";
        return found;
    }
    // The paged list is the whole list, in the same order, each row once.
    void pages_are_whole(const std::string& target, const std::string& person, const std::string& key,
                         std::size_t wanted) {
        const auto whole = all_pages(target, person, key, 200);
        EXPECT_EQ(whole.size(), wanted) << target;
        EXPECT_EQ(all_pages(target, person, key, 2), whole) << target;
        EXPECT_EQ(get(target + (target.find('?') == std::string::npos ? "?" : "&") + "cursor=xyz", person).status, 400);
    }
};

TEST_F(Lists, RefusalsAndViewsComePageByPage) {
    for (int i = 0; i < 5; ++i) {
        clock_.set(Time::of("2023-11-20T08:0" + std::to_string(i)));
        post("/v1/dossiers/2023.A1/decision", "HEAD2", R"({"level":"GOOD","document":"QD1"})", {{"If-Match", "\"1\""}});
        get("/v1/dossiers/2023.A1", "HEAD1");
    }
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    pages_are_whole("/v1/access/refusals", "INSPECTOR", "position", 5);
    pages_are_whole("/v1/access/refusals?target=dossier%2F2023.A1", "INSPECTOR", "position", 5);
    pages_are_whole("/v1/dossiers/2023.A1/views", "A1", "position", 5);
    // What was refused is said in words, those of its route.
    const auto refused = get("/v1/access/refusals", "INSPECTOR");
    EXPECT_EQ(text_at(refused, "data/items/0/command"), "decide-rating");
    for (const auto& route : all_routes()) {
        if (route.name != "decide-rating") continue;
        EXPECT_EQ(text_at(refused, "data/items/0/act"), route.summary.vi);
        EXPECT_EQ(text_at(refused, "data/items/0/actEn"), route.summary.en);
    }
}

TEST_F(Lists, UnitsMeetingsAndFindingsComePageByPageWithTheirTotal) {
    using namespace services;
    pages_are_whole("/v1/units", "A1", "unit", 8);
    EXPECT_EQ(text_at(get("/v1/units?limit=3", "A1"), "data/total"), "8");
    for (const auto person : {"A2", "A3", "B1"}) done(person, the_form(person));
    for (const auto person : {"A2", "A3", "B1"}) done("DIRECTOR", a_judgement(person));
    clock_.set(Time::of("2023-11-22T10:00"));
    for (const std::string id : {"M1", "M2", "M3", "M4", "M5"})
        done("OFFICER", a_meeting(id, "51-S05", {"A2", "A3", "B1"}));
    folded();
    pages_are_whole("/v1/cycles/2023/meetings", "INSPECTOR", "meeting", 5);
    pages_are_whole("/v1/cycles/2023/meetings?unit=51-S05", "INSPECTOR", "meeting", 5);
    EXPECT_EQ(text_at(get("/v1/cycles/2023/meetings?limit=2", "INSPECTOR"), "data/total"), "5");

    // Three proposals within the day of the deadline.
    done("OFFICER", minutes_of("M5"));
    clock_.set(Time::of("2023-11-29T10:00"));
    for (const auto person : {"A2", "A3", "B1"}) done("OFFICER", a_proposal(person, Level::good, "M5"));
    folded();
    const std::string findings = "/v1/findings?cycle=2023&type=last-minute";
    const auto total = text_at(get(findings, "INSPECTOR"), "data/total");
    EXPECT_EQ(total, "3");
    pages_are_whole(findings, "INSPECTOR", "key", 3);
}

TEST_F(Lists, WhatComesFromTheAccessLedgerSaysWhereThatLedgerStands) {
    get("/v1/dossiers/2023.A1?" + kForPurpose, "INSPECTOR");
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    log_->publish_checkpoint(events::Ledger::access);
    const auto checkpoint = log_->checkpoint(events::Ledger::access);
    for (const std::string target : {"/v1/access/refusals", "/v1/dossiers/2023.A1/views"}) {
        const auto answer = get(target, "INSPECTOR");
        ASSERT_EQ(answer.status, 200) << answer.content();
        EXPECT_EQ(text_at(answer, "asOf/ledger"), "access");
        EXPECT_EQ(text_at(answer, "asOf/position"), std::to_string(access_size() - 1));
        EXPECT_EQ(text_at(answer, "asOf/checkpoint/size"), std::to_string(checkpoint.size));
        EXPECT_EQ(text_at(answer, "asOf/checkpoint/root"), events::hex(checkpoint.root));
    }
    EXPECT_EQ(text_at(get("/v1/log/entries/0?ledger=access", "INSPECTOR"), "asOf/ledger"), "access");
    EXPECT_EQ(text_at(get("/v1/units", "INSPECTOR"), "asOf/ledger"), "main");
}

TEST_F(Lists, WhatIsNotHonouredIsRefused) {
    for (const std::string target : {"/v1/access/refusals", "/v1/dossiers/2023.A1/views"}) {
        EXPECT_EQ(get(target + "?known_as_of=3", "INSPECTOR").status, 400) << target;
        EXPECT_EQ(get(target + "?min_position=3", "INSPECTOR").status, 400) << target;
    }
    EXPECT_EQ(get("/v1/dossiers/2023.A1/allowed-actions?known_as_of=3", "A1").status, 400);
    EXPECT_EQ(get("/v1/dossiers/2023.A1/allowed-actions?min_position=3", "A1").status, 200);
}

}  // namespace
}  // namespace minhbach::api::routes
