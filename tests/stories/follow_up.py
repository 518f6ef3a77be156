"""What came after the decision, and what was known when."""

from asking import Asking, at
from served import PURPOSE


class FollowUpStories(Asking):
    def values(self, dossier):
        return self.province.ask(f"/v1/dossiers/{dossier}/values", purpose=PURPOSE)

    def test_02_every_value_this_rating_ever_had(self):
        case = self.planted("q02")
        answer = self.values(self.dossier_of(case, "A2"))
        given = [(v["kind"], v.get("level"), v["by"]["recordedAt"], v["superseded"]) for v in answer["items"]]
        self.assertEqual(given, [
            ("SELF_ASSESSMENT", "EXCELLENT", at("2023-11-16 09:00"), False),
            ("PROPOSAL", "GOOD", at("2023-11-22 10:30"), True),
            ("PROPOSAL", "GOOD", at("2023-11-24 10:00"), False),
            ("DECISION", "GOOD", at("2023-11-27 10:00"), True),
            ("DECISION", "EXCELLENT", at("2023-12-18 10:00"), True),
            ("DECISION", "NOT_COMPLETED", at("2024-01-22 10:00"), False)])
        self.assertEqual(answer["supersededDecisions"], 2)
        own, head, officer, *decisions = answer["items"]
        self.assertEqual((own["by"]["actor"], own["by"]["capacity"]), (self.person_of(case, "A2"), "SELF"))
        self.assertEqual((head["by"]["actor"], head["by"]["mandateDocumentNumber"]),
                         (self.person_of(case, "H2"), "96/PC-SLĐTBXH"))
        self.assertNotEqual(officer["by"]["actor"], head["by"]["actor"])
        self.assertEqual([d["document"]["number"] for d in decisions[1:]], ["512/QĐ-XLL", "21/QĐ-XLL"])
        self.assertTrue(all("reason" in value for value in answer["items"][1:]))
        self.assertEqual([d["cancelled"]["ground"] for d in decisions[:2]], ["OBJECTION", "LATE_DISCIPLINE"])
        self.assertNotIn("cancelled", decisions[2])

    def test_02_the_current_rating_follows_the_decision_in_force(self):
        case = self.planted("q02")
        person = self.person_of(case, "A2")
        for moment, level in (("2023-11-30T24:00", "GOOD"), ("2023-12-31T24:00", "EXCELLENT"), (None, "NOT_COMPLETED")):
            known = {"known_as_of": moment} if moment else {}
            ratings = self.province.ask(f"/v1/people/{person}/ratings", **known)["ratings"]
            self.assertEqual(next(r["level"] for r in ratings if r["year"] == 2023), level, moment)

    def test_02_the_petition_and_who_resolved_it(self):
        case = self.planted("q02")
        line = self.province.ask("/v1/objections/KN-A2", purpose=PURPOSE)["line"]
        self.assertEqual((line["status"], line["outcome"], line["inTime"]), ("RESOLVED", "UPHELD", True))
        self.assertEqual((line["receivedOn"], line["answerBy"], line["resolvedOn"]),
                         ("2023-12-04", "2023-12-18", "2023-12-15"))
        self.assertEqual((line["termBasis"], line["overdue"]), ("quy định nội bộ", False))
        self.assertTrue(line["resolverDecided"])
        types = [item["act"]["type"] for item in self.province.ask(
            f"/v1/dossiers/{self.dossier_of(case, 'A2')}/timeline", types="objection.", purpose=PURPOSE)["items"]]
        self.assertEqual(types, ["objection.resolved", "objection.received", "objection.filed"])

    def test_a_petition_after_the_quota_is_full(self):
        case = self.planted("q02")
        dossier = self.dossier_of(case, "A2")
        group = lambda moment: next(
            g for g in self.province.ask(f"/v1/cycles/{self.province.cycle}/settlements/51-S12",
                                         known_as_of=moment)["groups"] if g.get("group") == "NHOM-51-S12-M2")
        before, after = group("2023-12-17T24:00"), group("2023-12-18T24:00")
        self.assertEqual((before["decided"]["excellent"], before["decided"]["good"]), (1, 6))
        self.assertEqual((after["decided"]["excellent"], after["decided"]["good"]), (2, 5))
        self.assertEqual(7 * 20 // 120, 1)  # the cap: exceeded by one
        effects = self.province.ask(f"/v1/cycles/{self.province.cycle}/effects", owner="51-S12")["items"]
        exceeded, = [e for e in effects if e["kind"] == "QUOTA_OF_GROUP"]
        self.assertEqual((exceeded["dossier"], exceeded["group"], exceeded["open"]), (dossier, "NHOM-51-S12-M2", True))
        # Nobody was lowered: the only re-ratings of the agency are those of the person.
        stale, = [f for f in self.province.findings("stale-settlement") if f["agency"]["unit"] == "51-S12"]
        self.assertEqual(stale["stale"]["dossiers"], [dossier])

    def test_what_a_rerating_leaves_is_open_until_it_is_settled(self):
        case = self.planted("q02")
        effects = [e for e in self.province.ask(f"/v1/cycles/{self.province.cycle}/effects", owner="51-S12")["items"]
                   if e.get("dossier") == self.dossier_of(case, "A2")]
        state = lambda kind: [e["open"] for e in effects if e["kind"] == kind]
        self.assertEqual(state("NOTICE_DUE"), [False, False])
        self.assertEqual(state("SUBMISSION_SENT"), [True, True])
        file = self.province.ask(f"/v1/cycles/{self.province.cycle}/files/51-S12")["line"]
        self.assertEqual(file["changedAfter"], 2)

    def test_13_leaders_above_their_unit(self):
        case = self.planted("q13")
        ask = lambda **more: self.province.ask("/v1/findings", cycle=self.province.cycle, type="head-unit-mismatch",
                                               **more)["items"]
        found = ask()
        self.assertEqual(sorted(f["act"]["dossier"] for f in found),
                         sorted(self.dossier_of(case, key) for key in ("A13", "A13b")))
        for finding in found:
            detail = finding["mismatch"]
            self.assertEqual((detail["led"]["unit"], detail["level"], detail["unitLevel"]),
                             ("51-S13-M2", "EXCELLENT", "GOOD"))
            self.assertEqual(detail["unitRatedAt"], at("2024-01-12 10:00"))
        self.assertEqual([f["act"]["dossier"] for f in ask(scope="HEAD")], [self.dossier_of(case, "A13")])
        self.assertEqual(ask(known_as_of="2023-11-28T24:00"), [])
        self.assertEqual(ask(known_as_of="2024-01-11T24:00"), [])
        owed = [e["concerns"] for e in self.province.ask(f"/v1/cycles/{self.province.cycle}/effects",
                                                         kind="HEAD_ABOVE_UNIT")["items"]]
        self.assertEqual(sorted(owed), sorted(f["act"]["dossier"] for f in found))

    def test_24_what_was_known_when_it_was_decided(self):
        case = self.planted("q24")
        of = lambda key, kind: self.province.ask(f"/v1/people/{self.person_of(case, key)}/activity",
                                                 types=kind)["items"]
        decided = at("2023-11-28 09:30")
        finding, = of("A24", "finding.concluded")
        sheet = self.province.ask(f"/v1/dossiers/{self.dossier_of(case, 'A24')}/grounds", purpose=PURPOSE)
        decision, = sheet["decisions"]
        self.assertEqual(finding["by"]["recordedAt"], at("2023-11-13 09:30"))
        self.assertEqual((decision["by"]["recordedAt"], decision["event"]["level"]), (decided, "GOOD"))
        document = self.province.ask(f"/v1/documents/{finding['document']}")["document"]["registered"]
        self.assertEqual((document["number"], document["date"]), ("87/KL-TTr", "2023-11-10"))
        self.assertNotIn("87/KL-TTr", str(decision))  # known, and not mentioned

        discipline, = of("A24b", "discipline.recorded")
        self.assertEqual(discipline["by"]["recordedAt"], at("2024-01-10 10:00"))
        self.assertIn("2023-12-20", [change.get("to") for change in discipline["changes"]])
        levels = [(v["level"], v["by"]["recordedAt"]) for v in self.values(self.dossier_of(case, "A24b"))["items"]
                  if v["kind"] == "DECISION"]
        self.assertEqual(levels, [("GOOD", decided), ("NOT_COMPLETED", at("2024-01-18 10:00"))])

    def test_a_petition_refused_by_the_person_who_decided(self):
        case = self.planted("q24")
        answer = self.province.ask("/v1/objections/KN-A31", purpose=PURPOSE)
        line = answer["line"]
        decision = self.province.dossier(self.dossier_of(case, "A31"))["decisions"]
        self.assertEqual((line["status"], line["outcome"]), ("RESOLVED", "REJECTED"))
        self.assertEqual(line["resolver"]["person"], decision[-1]["by"]["actor"])
        self.assertTrue(line["resolverDecided"])
        self.assertEqual(line["termBasis"], "quy định nội bộ")  # the decree names none
        self.assertEqual([d["event"]["level"] for d in decision], ["GOOD"])
        board = self.province.ask(f"/v1/cycles/{self.province.cycle}/objections")
        self.assertEqual((board["counts"]["total"], board["counts"]["upheld"], board["counts"]["rejected"],
                          board["counts"]["resolvedByDecider"]), (2, 1, 1, 2))

    def test_28_the_difference_from_today(self):
        case = self.planted("q28-changes")
        diff = self.province.ask(f"/v1/cycles/{self.province.cycle}/diff", **{"from": "2023-11-30T24:00"})
        counts = lambda moment: (moment["due"], moment["onTime"], moment["late"], moment["missing"])
        self.assertEqual((counts(diff["filesFrom"]), counts(diff["filesTo"])), ((33, 27, 3, 3), (33, 27, 6, 0)))
        outside = {f["unit"]["unit"] for f in diff["files"] if f["outsideTerm"]}
        self.assertEqual(outside, {"51-S20", "525", "531", "51-S17", "530", "536"})
        self.assertEqual({f["to"] for f in diff["files"]}, {"ACCEPTED"})
        people = {r["dossier"]: (r["from"], r["to"], r["reratings"]) for r in diff["ratings"] if "dossier" in r}
        self.assertEqual(people, {self.dossier_of(case, "A2"): ("GOOD", "NOT_COMPLETED", 2),
                                  self.dossier_of(case, "A24b"): ("GOOD", "NOT_COMPLETED", 1)})
        units = {r["collective"]["unit"]: (r["from"], r["to"]) for r in diff["ratings"] if "collective" in r}
        self.assertEqual(units, {"51-S13-M2": ("EXCELLENT", "GOOD")})
        transfer, = diff["transfers"]
        self.assertEqual((transfer["person"]["person"], transfer["from"]["unit"], transfer["to"]["unit"]),
                         (self.person_of(case, "A28"), "51-S08-M1", "51-S09-M1"))
        self.assertEqual((transfer["effective"], transfer["by"]["recordedAt"]), ("2023-11-01", at("2023-12-07 09:00")))
        results = {r["agency"]["unit"]: r for r in diff["results"]}
        for unit in ("51-S17", "530", "536"):  # missing then
            self.assertGreater(results[unit]["from"]["pending"], 0, unit)
            self.assertEqual(results[unit]["to"]["pending"], 0, unit)
