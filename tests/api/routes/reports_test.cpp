// Consolidated reports at the door: the draft, submitting it, and that workbook, CSV and JSON say the same.
#include <cstdlib>
#include <fstream>

#include "doors.hpp"
#include "rated.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kDraft = "/v1/cycles/2023/report?unit=51-S05";
const std::string kReports = "/v1/cycles/2023/reports/51-S05";

class Reports : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        std::vector<Event> happened;
        for (const auto person : services::kEverybody) {
            auto event = tests::rated(services::dossier_of(person), PersonCode::of(person), Level::good);
            if (person == std::string_view("A1")) event.level = Level::excellent;
            if (person == std::string_view("B1")) {
                event.level.reset();
                event.evaluation.outcome = RuleOutcome::not_rated;
                event.evaluation.reason = RuleReason::under_6_months;
            }
            // One is proposed to the province, one is still open.
            if (person != std::string_view("DIRECTOR") && person != std::string_view("A3")) happened.push_back(event);
        }
        ProposalMade proposal;
        proposal.dossier = services::dossier_of("DIRECTOR");
        proposal.person = PersonCode::of("DIRECTOR");
        proposal.level = Level::excellent;
        happened.push_back(proposal);
        write(happened);
        folded();
    }
    http::Response submit(const std::string& revision, const std::string& reason = R"(,"remainderReason":"Đi học.")") {
        auto response = post(kReports, "OFFICER", R"({"document":"TB1")" + reason + "}", {{"If-Match", revision}});
        folded();
        return response;
    }
    void save(const std::string& name, const http::Response& response) {
        ASSERT_EQ(response.status, 200) << response.content();
        std::ofstream(directory_.path() / name, std::ios::binary) << response.content();
    }
    // Another program reads all three.
    void compare(const std::string& workbook, const std::string& table, const std::string& answer) {
        save("report.xlsx", get(workbook, "OFFICER"));
        save("report.csv", get(table, "OFFICER"));
        save("report.json", get(answer, "OFFICER"));
        const auto file = [&](const char* name) { return " '" + (directory_.path() / name).string() + "'"; };
        const auto command = "/usr/bin/python3 '" + std::string(SOURCE_DIR) + "/tests/verify/report.py'" +
                             file("report.xlsx") + file("report.csv") + file("report.json");
        EXPECT_EQ(std::system(command.c_str()), 0);
    }
};

TEST_F(Reports, ADraftSaysWhatTheReportWouldSay) {
    const auto draft = get(kDraft, "OFFICER");
    ASSERT_EQ(draft.status, 200) << draft.content();
    EXPECT_EQ(text_at(draft, "data/draft"), "true");
    EXPECT_EQ(text_at(draft, "data/restatement"), "0");
    EXPECT_EQ(text_at(draft, "data/total/staff"), "9");
    EXPECT_EQ(text_at(draft, "data/total/excellent"), "2");
    EXPECT_EQ(text_at(draft, "data/total/notRated"), "1");
    EXPECT_EQ(text_at(draft, "data/remainder"), "1");
    EXPECT_EQ(text_at(draft, "data/missing/0/unit/name"), "Trường Trung cấp Tài chính");
    EXPECT_EQ(get(kReports, "OFFICER").status, 404) << "nothing was submitted";
    EXPECT_EQ(get(kDraft, "A1").status, 404);
    EXPECT_EQ(get("/v1/cycles/2023/report", "OFFICER").status, 400);
    EXPECT_EQ(get("/v1/cycles/2023/report?unit=51-S05.P1", "OFFICER").status, 422);
}

TEST_F(Reports, IsSubmittedOnTheRevisionSeenAndKeepsItsFigures) {
    EXPECT_EQ(post(kReports, "OFFICER", R"({"document":"TB1"})").status, 428);
    const auto refused = submit("\"0\"", "");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(problem_of(refused), "facts-inconsistent");
    const auto accepted = submit("\"0\"");
    ASSERT_EQ(accepted.status, 201) << accepted.content();
    EXPECT_EQ(header_of(accepted, "Location"), kReports);
    const auto report = get(kReports, "OFFICER");
    EXPECT_TRUE(header_of(report, "ETag").starts_with("\"1-"));
    EXPECT_EQ(text_at(report, "data/draft"), "false");
    EXPECT_EQ(text_at(report, "data/remainderReason"), "Đi học.");
    EXPECT_EQ(text_at(report, "data/document/number"), "77/TB-STC");

    // Through the desk, which has seen the dossier undecided.
    const auto late = house().desk.execute_and_wait(
        PersonCode::of("DIRECTOR"), {"given", services::province_stream(), {}, {}, {}},
        [](services::Past&, const services::Acting&) -> services::Decision {
            const auto dossier = services::dossier_of("A3");
            services::Decided decided;
            decided.authority.actor = PersonCode::of("DIRECTOR");
            decided.events.push_back({services::dossier_stream(dossier),
                                      tests::rated(dossier, PersonCode::of("A3"), Level::completed),
                                      {},
                                      {}});
            return decided;
        });
    ASSERT_TRUE(late);
    const auto again = submit("\"1\"", "");
    ASSERT_EQ(again.status, 201) << again.content();
    EXPECT_EQ(text_at(get(kReports + "/0", "OFFICER"), "data/total/completed"), "0");
    const auto restated = get(kReports + "/1", "OFFICER");
    EXPECT_EQ(text_at(restated, "data/total/completed"), "1");
    EXPECT_EQ(text_at(restated, "data/differences"), "[2]");
    EXPECT_EQ(text_at(restated, "data/submitted"), "[2]");
    for (const auto* none : {"/2", "/x", "/-1"}) EXPECT_EQ(get(kReports + none, "OFFICER").status, 404) << none;
}

TEST_F(Reports, WorkbookCsvAndJsonAgree) {
    compare("/v1/cycles/2023/report.xlsx?unit=51-S05", "/v1/cycles/2023/report.csv?unit=51-S05", kDraft);
    ASSERT_EQ(submit("\"0\"").status, 201);
    compare(kReports + "/0/report.xlsx", kReports + "/0/report.csv", kReports + "/0");
    const auto workbook = get(kReports + "/0/report.xlsx", "OFFICER");
    EXPECT_EQ(header_of(workbook, "Content-Disposition"), "attachment; filename=\"bao-cao-2023-51-S05-0.xlsx\"");
    EXPECT_EQ(workbook.content(), get(kReports + "/0/report.xlsx", "OFFICER").content()) << "the same bytes";
    EXPECT_EQ(get(kReports + "/0/report.xlsx", "A1").status, 404);
}

TEST_F(Reports, ARosterMayComeAsAWorkbook) {
    const auto made = directory_.path() / "roster.xlsx";
    const std::string script =
        "import sys, openpyxl\n"
        "book = openpyxl.Workbook()\n"
        "book.active.append('personCode fullName birthDate sex unitCode post class leader headOf partyMember managedBy "
        "from to document'.split())\n"
        "book.active.append(['N1', 'Hồ Văn Sơn', '31/02/1990', 'nam', '51-S05.P1', 'Chuyên viên', 'công chức', '', '', "
        "'', '', '01/01/2020', '', ''])\n"
        "book.save(sys.argv[1])\n";
    std::ofstream(directory_.path() / "make.py") << script;
    const auto command = "/usr/bin/python3 '" + (directory_.path() / "make.py").string() + "' '" + made.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::ifstream file(made, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto send = [&](const std::string& target) {
        return ask({"POST",
                    target,
                    "ADMIN",
                    {{"Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
                    bytes});
    };
    const auto examined = send("/v1/imports?dry_run=true");
    EXPECT_EQ(text_at(examined, "data/report/errors/0/cell"), "C2") << examined.content();
    const auto refused = send("/v1/imports?file_name=danh-sach.xlsx");
    EXPECT_EQ(problem_of(refused), "roster-invalid");
}

}  // namespace
}  // namespace minhbach::api::routes
