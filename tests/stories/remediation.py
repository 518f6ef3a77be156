"""What became of the shortcomings: forty plans and twelve statements, as they stand on 29/03/2024 and as known
before."""

from asking import Asking, at

DAY = "2024-03-29"
# One of those in progress is reported as done; its owner tried to verify it.
FATES = {"DONE": 25, "IN_PROGRESS": 7, "OVERDUE": 5, "REOPENED": 3}


class RemediationStories(Asking):
    def board(self, **query):
        return self.province.ask(f"/v1/cycles/{self.province.cycle}/remediation", limit=1000, **query)

    def plans(self, **query):
        rows = self.province.ask_all(f"/v1/cycles/{self.province.cycle}/remediation", day=DAY, **query)
        return sorted(line["plan"] for line in rows), rows

    def test_who_owes_a_plan_and_who_has_one(self):
        expected = self.planted("remediation")["expected"]
        board = self.board(day=DAY)
        owed = board["owed"]
        self.assertEqual((board["workingDays"], board["termRule"]), (10, "quy định nội bộ"))
        self.assertEqual((owed["planned"], owed["stated"], owed["late"], owed["withinTerm"]), (40, 12, 0, 0))
        self.assertEqual(owed["owed"], 40 + 12 + owed["pastTerm"])
        self.assertEqual(self.plans(standing="STATED")[0], expected["stated"])
        self.assertEqual({line["standing"] for line in self.plans(standing="STATED")[1]}, {"STATED"})

    def test_what_is_overdue_comes_first_and_who_was_urged(self):
        expected = self.planted("remediation")["expected"]
        first = self.board(day=DAY)["items"][:5]
        self.assertEqual(sorted(line["plan"] for line in first), expected["overdue"])
        self.assertEqual({line["status"] for line in first}, {"OVERDUE"})
        urged = sorted(line["plan"] for line in first
                       if line["measures"][0]["urged"] == 2 and line["measures"][0]["escalated"])
        self.assertEqual(len(urged), 2)
        self.assertEqual(urged, expected["urgedTwiceAndEscalated"])

    def test_how_far_each_plan_is_and_that_somebody_else_verified_it(self):
        expected = self.planted("remediation")["expected"]
        own = expected["ownVerification"]["plan"]
        named = {"DONE": expected["done"], "IN_PROGRESS": sorted(expected["inProgress"] + [own]),
                 "OVERDUE": expected["overdue"], "REOPENED": expected["reopened"]}
        for status, count in FATES.items():
            plans, rows = self.plans(status=status)
            self.assertEqual(len(plans), count, status)
            self.assertEqual(plans, named[status], status)
            for line in rows:
                self.assertEqual([f["confirmed"] for f in line["followUps"]], [True] * 3, line["plan"])
                measure = line["measures"][0]
                if status == "DONE":
                    by = measure["verifiedBy"]["actor"]
                    self.assertNotIn(by, (line["owner"].get("person"), measure["responsible"]["person"]))

    def test_nobody_verifies_the_own_remediation(self):
        own = self.planted("remediation")["expected"]["ownVerification"]
        plan = self.province.ask(f"/v1/remediation-plans/{own['plan']}")
        self.assertTrue(plan["measures"][0]["line"]["awaitsVerification"])
        refused = self.province.ask("/v1/access/refusals", target=f"remediation/{own['plan']}")["items"]
        self.assertEqual([(r["actor"], r["refusal"]) for r in refused], [(own["by"], "self-decision")])

    def test_as_it_was_known_at_the_end_of_the_year(self):
        self.planted("remediation")
        then = self.board(known_as_of="2023-12-31T24:00")
        self.assertEqual((then["owed"]["planned"], then["plans"]["done"], then["plans"]["overdue"]), (40, 0, 0))
        self.assertEqual(then["plans"]["notDone"], 40)

    def test_a_plan_tells_its_whole_course(self):
        plan = self.planted("remediation")["expected"]["reopened"][0]
        whole = self.province.ask(f"/v1/remediation-plans/{plan}")
        history = [act["type"] for act in whole["measures"][0]["history"]]
        self.assertEqual(history, ["progress.reported", "measure.verified", "measure.reopened"])
        reopened = whole["measures"][0]["history"][-1]
        self.assertGreater(reopened["by"]["recordedAt"], at("2024-03-18 00:00"))
