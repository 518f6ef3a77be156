"""Remediation: forty plans, twelve statements, and what became of them."""

from asking import Asking
from served import PEOPLE_FULL, PURPOSE


class RemediationStories(Asking):
    def test_remediation_who_owes_a_plan_what_is_overdue_and_who_verified_it(self):
        expected = self.planted("remediation")["expected"]
        board = f"/v1/cycles/{self.province.cycle}/remediation"
        if self.province.people >= PEOPLE_FULL:
            self.assertEqual([len(expected[k]) for k in ("done", "inProgress", "overdue", "reopened", "stated")],
                             [25, 6, 5, 3, 12])
            self.assertEqual((expected["plans"], expected["workingDays"]), (40, 10))
            self.assertEqual(len(expected["urgedTwiceAndEscalated"]), 2)
        whole = self.province.ask(board, day=expected["asOf"], limit=1000)
        self.assertEqual(whole["workingDays"], expected["workingDays"])
        self.assertEqual(whole["owed"]["planned"], expected["plans"])
        self.assertEqual(whole["owed"]["stated"], len(expected["stated"]))
        self.assertEqual(whole["owed"]["late"], expected["plannedLate"])
        self.assertEqual(whole["owed"]["withinTerm"], 0)
        self.assertEqual(sum(whole["owed"][k] for k in ("planned", "stated", "pastTerm")), whole["owed"]["owed"])
        own = expected["ownVerification"]
        wanted = {"DONE": expected["done"], "IN_PROGRESS": sorted(expected["inProgress"] + [own["plan"]]),
                  "OVERDUE": expected["overdue"], "REOPENED": expected["reopened"]}
        for status, plans in wanted.items():
            lines = self.province.ask(board, day=expected["asOf"], status=status)["items"]
            self.assertEqual(sorted(line["plan"] for line in lines), plans, status)
            for line in lines:
                self.assertEqual(len([f for f in line["followUps"] if f["confirmed"]]), 3, line["plan"])
                measure = line["measures"][0]
                if status == "DONE":
                    owner = line["owner"].get("person")
                    self.assertNotIn(measure["verifiedBy"]["actor"], (owner, measure["responsible"]["person"]))
        self.assertEqual([line["plan"] for line in whole["items"][:5]],
                         sorted(expected["overdue"]), "overdue first")
        urged = [line["plan"] for line in whole["items"][:5]
                 if line["measures"][0]["urged"] == 2 and line["measures"][0]["escalated"]]
        self.assertEqual(sorted(urged), expected["urgedTwiceAndEscalated"])
        stated = self.province.ask(board, day=expected["asOf"], standing="STATED")["items"]
        self.assertEqual(sorted(line["plan"] for line in stated), expected["stated"])
        then = self.province.ask(board, known_as_of=expected["yearsEnd"], limit=1000)
        self.assertEqual((then["owed"]["planned"], then["plans"]["done"]),
                         (expected["plans"], expected["doneAtYearsEnd"]))
        plan = self.province.ask(f"/v1/remediation-plans/{own['plan']}", purpose=PURPOSE)
        self.assertEqual(plan["measures"][0]["line"]["awaitsVerification"], own["awaitsVerification"])
        refused = self.province.ask("/v1/access/refusals", target=f"remediation/{own['plan']}")["items"]
        self.assertIn((own["by"], own["refusal"]), [(r["actor"], r["refusal"]) for r in refused])
