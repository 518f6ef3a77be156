"""Consolidated reports: they add up, name who is missing, and say what differs from the one before."""

from asking import Asking


class ReportStories(Asking):
    def test_the_provinces_reports_add_up_and_name_who_is_missing(self):
        expected = self.planted("report")["expected"]
        path = f"/v1/cycles/{self.province.cycle}/reports/{expected['unit']}"
        reports = [self.province.ask(f"{path}/{number}") for number in range(expected["reports"])]
        for report in reports:
            total = report["total"]
            self.assertEqual(report["remainder"], expected["remainder"])
            self.assertIn("remainderReason", report)
            for counts, remainder in [(total, report["remainder"]),
                                      *((line["counts"], line["remainder"]) for line in report["lines"])]:
                levels = [counts[level] for level in ("excellent", "good", "completed", "notCompleted")]
                self.assertEqual(sum(levels) + counts["notRated"] + remainder, counts["staff"])
            for column in total:
                self.assertEqual(sum(line["counts"][column] for line in report["lines"]), total[column])
            for line in report["lines"]:
                self.assertEqual(sum(reason["count"] for reason in line["notRated"]), line["counts"]["notRated"])
            table = self.province.text(f"{path}/{report['restatement']}/report.csv")
            names, *rows = [row.split(",") for row in table.removeprefix("\ufeff").splitlines()]
            whole = dict(zip(names, rows[-1]))
            self.assertEqual({column: int(whole[column]) for column in total}, total)
            self.assertEqual(int(whole["remainder"]), report["remainder"])
        first, restated, decided = reports
        for report, planted in ((first, "first"), (restated, "restated"), (decided, "decided")):
            self.assertEqual(report["asOf"], expected[planted]["asOf"])
        self.assertEqual(len(first["missing"]), expected["first"]["missing"])
        by = lambda wanted: sorted(unit["unit"]["unit"] for unit in first["missing"] if wanted(unit))
        self.assertEqual(by(lambda unit: unit["status"] == "MISSING"), sorted(expected["first"]["withoutFile"]))
        self.assertEqual(by(lambda unit: unit["late"]), sorted(expected["first"]["late"]))
        self.assertEqual(by(lambda unit: unit["status"] == "RETURNED"), sorted(expected["first"]["returned"]))
        self.assertEqual(by(lambda unit: unit["status"] == "SUBMITTED" and not unit["late"]),
                         sorted(expected["first"]["inCheck"]))
        self.assertTrue(all(unit["unit"]["name"] for unit in first["missing"]))
        self.assertGreater(sum(line["proposed"] for line in first["lines"]), 0)
        self.assertEqual(first["differences"], [])
        self.assertEqual(len(restated["missing"]), expected["restated"]["missing"])
        self.assertGreater(restated["total"]["staff"], first["total"]["staff"])
        self.assertEqual(sum(line["proposed"] for line in decided["lines"]), expected["decided"]["proposed"])
        # Everybody with a dossier, and the two who have none.
        everybody = self.province.ask(f"/v1/cycles/{self.province.cycle}/distribution",
                                      known_as_of=decided["asOf"])["decided"]
        levels = lambda figures: [figures[name] for name in
                                  ("excellent", "good", "completed", "notCompleted", "notRated")]
        self.assertEqual(levels(decided["total"]), levels(everybody))
        self.assertEqual(decided["total"]["staff"], everybody["total"] + expected["remainder"])
        # The differences lead from one report to the next.
        for before, after in ((first, restated), (restated, decided)):
            moved = lambda name: sum(one["is"] - one["was"] for one in after["differences"] if one["column"] == name)
            for column in after["total"]:
                self.assertEqual(before["total"][column] + moved(column), after["total"][column])
        # As it was known in November there is the first report alone.
        self.assertEqual(self.province.ask(path, known_as_of="2023-11-30T24:00")["restatement"], 0)
        # The reports of the units add up to the province's own, but for the two who belong to no unit below.
        parts = [self.province.ask(f"/v1/cycles/{self.province.cycle}/reports/{line['unit']['unit']}")
                 for line in self.province.ask(f"/v1/cycles/{self.province.cycle}/files")["items"]]
        self.assertEqual(len(parts), expected["unitReports"])
        self.assertEqual(sum(part["total"]["staff"] for part in parts) + expected["remainder"],
                         restated["total"]["staff"])
