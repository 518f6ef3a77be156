#!/usr/bin/python3
"""The inspector's questions, asked over HTTP of the demonstration province.

    stories.py --program build/dev/minhbach --work build/dev/stories [--people N]

What must be answered stands here, written from the list of planted cases and not from the program: cases.json of the
province says only which codes the planted people, units and documents were given. Every answer is held against the
OpenAPI document. With fewer than 2000 people the stories of cases that are left out are skipped.
"""

import argparse
import collections
import json
import pathlib
import sys
import unittest

from asking import Asking, at
from follow_up import FollowUpStories
from layers import LayerStories
from quota import QuotaStories
from records import RecordStories
from relations import RelationStories
from reviews import ReviewStories
from remediation import RemediationStories
from report import ReportStories
from served import PEOPLE_FULL, PURPOSE, Province

# Whatever touches somebody's rating, from the form to the receipt of the notice.
OF_RATING = {"dossier.opened", "self-assessment.filed", "self-assessment.returned", "criteria.judged",
             "comment.recorded", "party-opinion.recorded", "meeting.held", "minutes.adopted", "minutes.reopened",
             "proposal.made", "quota.settled", "rating.decided", "decision.corrected", "collective.rated",
             "notice.issued", "notice.acknowledged", "notice.deemed-received", "result.published"}


class Stories(Asking):
    def test_nothing_was_left_out(self):
        if self.province.people >= PEOPLE_FULL:
            self.assertEqual(self.province.planted["leftOut"], [])
        named = [name for name, case in self.province.cases.items() if case.get("leftOut")]
        self.assertEqual(sorted(named), sorted(self.province.planted["leftOut"]))
        self.assertEqual(self.province.planted["people"], self.province.people)

    def test_01_who_changed_this_rating_between_the_meeting_and_the_decision(self):
        case = self.planted("q01")
        dossier = self.dossier_of(case, "A1")
        span = {"from": "MEETING", "to": "DECISION", "purpose": PURPOSE}
        diff = self.province.ask(f"/v1/dossiers/{dossier}/diff", **span)
        self.assertEqual(len(diff["changes"]), 1)
        change = diff["changes"][0]
        self.assertEqual(change["act"]["by"]["actor"], self.person_of(case, "B1"))
        self.assertEqual(change["act"]["by"]["capacity"], "ACTING")
        self.assertEqual(change["act"]["by"]["recordedAt"], at("2023-11-27 16:40"))
        self.assertEqual(change["act"]["by"]["mandateDocumentNumber"], "118/QĐ-STC")
        self.assertEqual(change["act"]["reason"], "ý kiến chỉ đạo")
        self.assertIn(("GOOD", "EXCELLENT"), [(c.get("from"), c.get("to")) for c in change["act"]["changes"]])
        self.assertTrue(change["competence"]["then"]["competent"])
        self.assertFalse(change["competence"]["now"]["competent"])
        self.assertEqual(self.province.dossier(dossier)["line"]["decidedLevel"], "EXCELLENT")

    def test_03_who_rated_whom_in_this_unit(self):
        case = self.planted("q03")
        raters = self.province.ask(f"/v1/units/{case['unit']}/raters", cycle=self.province.cycle,
                              types="comment.recorded,rating.decided")["items"]
        given = sorted((r["type"], r["actor"]["person"], r["capacity"], r["count"]) for r in raters)
        self.assertEqual(given, sorted([
            ("comment.recorded", self.person_of(case, "acting3"), "ACTING", 7),
            ("comment.recorded", self.person_of(case, "head3"), "IN_OFFICE", 5),
            ("rating.decided", case["deputyDirector"], "TUQ", 1),
            ("rating.decided", case["director"], "IN_OFFICE", 11)]))
        by_actor = {r["actor"]["person"]: r for r in raters}
        self.assertEqual(len(by_actor), 4)
        acting, head = (by_actor[self.person_of(case, key)] for key in ("acting3", "head3"))
        self.assertEqual((acting["document"]["number"], acting["from"], acting["to"]),
                         ("214/QĐ-SCT", "2023-11-15", "2023-11-23"))
        self.assertEqual(head["from"], "2023-11-24")
        self.assertLess(acting["lastAt"], head["firstAt"])
        self.assertGreaterEqual(acting["firstAt"], at("2023-11-21 00:00"))
        deputy, director = by_actor[case["deputyDirector"]], by_actor[case["director"]]
        self.assertEqual((deputy["document"]["number"], deputy["firstAt"]), ("220/GUQ-SCT", at("2023-11-27 09:10")))
        self.assertEqual((director["firstAt"][:10], director["lastAt"][:10]), ("2023-11-28", "2023-11-28"))

    def test_04_on_which_document_did_the_signer_rely(self):
        case = self.planted("q03")
        acts = self.province.ask(f"/v1/actors/{case['deputyDirector']}/activity", cycle=self.province.cycle,
                            types="rating.decided")["items"]
        answer = self.province.competence(next(a for a in acts if a["by"]["recordedAt"] == at("2023-11-27 09:10")))
        self.assertTrue(answer["then"]["competent"])
        self.assertTrue(answer["now"]["competent"])
        self.assertTrue(answer["enteredBefore"])
        mandate = answer["now"]["mandate"]
        self.assertEqual((mandate["from"], mandate["to"]), ("2023-11-27", "2023-11-27"))
        self.assertEqual(mandate["enteredAt"], at("2023-11-27 07:55"))
        self.assertEqual(answer["now"]["document"]["registered"]["number"], "220/GUQ-SCT")

    def test_04_what_was_known_and_was_wrong(self):
        case = self.planted("q01")
        acts = self.province.ask(f"/v1/actors/{self.person_of(case, 'B1')}/activity", cycle=self.province.cycle,
                            types="proposal.made")["items"]
        self.assertEqual(len(acts), 1)
        answer = self.province.competence(acts[0])
        self.assertTrue(answer["enteredBefore"])
        self.assertTrue(answer["then"]["competent"])
        self.assertFalse(answer["now"]["competent"])
        self.assertEqual(answer["then"]["mandate"]["from"], "2023-11-20")
        self.assertEqual(answer["now"]["mandate"]["from"], "2023-11-28")
        self.assertEqual(answer["now"]["mandate"]["enteredAt"][:10], "2023-11-20")
        # The day before the correction everybody would have answered otherwise.
        before = self.province.ask("/v1/competence", act=acts[0]["by"]["position"], known_as_of="2023-12-04T24:00")
        self.assertTrue(before["competence"]["now"]["competent"])

    def test_05_was_any_act_done_under_an_authorisation_issued_later(self):
        case = self.planted("q05")
        found = self.province.findings("retro-authority")
        self.assertEqual(len(found), 13)
        under = collections.Counter((f["act"]["type"], f["authority"]["document"]["number"],
                                     f["authority"]["document"]["date"]) for f in found)
        self.assertEqual(len({number for _, number, _ in under}), 2)
        self.assertEqual(under[("proposal.made", "118/QĐ-STC", "2023-11-28")], 1)
        notices = [f for f in found if f["act"]["type"] == "notice.issued"]
        self.assertEqual(len(notices), 12)
        self.assertEqual({f["authority"]["document"]["date"] for f in notices}, {"2023-12-01"})
        self.assertEqual({f["authority"]["actedOn"] for f in notices}, {"2023-11-25"})
        self.assertEqual({f["agency"]["unit"] for f in notices}, {"530"})
        self.assertEqual({f["act"]["by"]["entry"] for f in notices}, {"PAPER"})
        self.assertEqual({f["act"]["by"]["actor"] for f in notices}, {self.person_of(case, "P5")})

    def test_06_was_the_self_assessment_edited_after_the_meeting(self):
        case = self.planted("q06")
        ask = lambda key: self.province.ask(f"/v1/dossiers/{self.dossier_of(case, key)}/self-assessments",
                                            purpose=PURPOSE)
        edited = ask("A6")
        self.assertTrue(edited["filedBeforeMeeting"])
        self.assertTrue(edited["editedAfterMeeting"])
        self.assertEqual(edited["meeting"]["heldAt"], at("2023-11-21 14:00"))
        first, second = edited["versions"]
        self.assertEqual(first["by"]["recordedAt"][:10], "2023-11-17")
        self.assertEqual(first["returned"]["by"]["recordedAt"], at("2023-11-21 17:00"))
        self.assertEqual(second["by"]["recordedAt"], at("2023-11-21 20:12"))
        self.assertEqual(second["changes"], [{"field": "/counts/exceeded", "from": "8", "to": "11"}])
        self.assertEqual(second["form"]["counts"]["assigned"], 20)
        control = ask("A6b")
        self.assertTrue(control["filedBeforeMeeting"])
        self.assertFalse(control["editedAfterMeeting"])
        self.assertEqual([v["by"]["recordedAt"][:10] for v in control["versions"]], ["2023-11-16"])

    def test_09_which_opinions_does_the_synthesis_leave_out(self):
        case = self.planted("q09")
        answer = self.province.ask(f"/v1/dossiers/{self.dossier_of(case, 'A9')}/synthesis", purpose=PURPOSE)
        self.assertEqual(len(answer["opinions"]), 9)
        missing = [one["number"] for one in answer["opinions"] if one["rendered"] == "NOT_FOUND"]
        self.assertEqual((missing, answer["notFound"]), ([3, 8], 2))
        self.assertIn("phải làm lại", answer["opinions"][2]["text"])
        self.assertLess(answer["minutes"]["position"], answer["proposal"]["position"])

    def test_10_where_did_the_proposed_level_differ_from_the_decided_one(self):
        case = self.planted("q10")
        found = self.province.findings("proposal-override")
        self.assertEqual(len(found), 25)
        quota = collections.Counter(f["agency"]["unit"] for f in found if f["level"]["forQuota"])
        self.assertEqual(quota, {"51-S07": 9, "51-S09": 9, "51-S16": 1, "51-S19": 1})
        self.assertEqual({(f["level"]["proposed"], f["level"]["decided"]) for f in found if f["level"]["forQuota"]},
                         {("EXCELLENT", "GOOD")})
        others = {f["act"]["dossier"]: (f["level"]["proposed"], f["level"]["decided"]) for f in found
                  if not f["level"]["forQuota"]}
        self.assertEqual(others, {self.dossier_of(case, "A10a"): ("NOT_COMPLETED", "COMPLETED"),
                                  self.dossier_of(case, "A10b"): ("GOOD", "COMPLETED"),
                                  self.dossier_of(case, "A10c"): ("EXCELLENT", "GOOD"),
                                  self.dossier_of(case, "A10d"): ("GOOD", "NOT_COMPLETED"),
                                  self.dossier_of(case, "A10e"): ("GOOD", "EXCELLENT")})
        self.assertEqual([f["act"]["dossier"] for f in found if "reason" not in f["level"]],
                         [self.dossier_of(case, "A10e")])
        flood = self.province.ask(f"/v1/dossiers/{self.dossier_of(case, 'A10a')}/grounds", purpose=PURPOSE)
        self.assertIn("GAP-1", flood["decisions"][-1]["event"]["evaluation"]["gaps"])

    def test_11_was_the_party_committees_opinion_obtained(self):
        case = self.planted("q11")
        found = self.province.findings("party-opinion-late,party-opinion-missing")
        self.assertEqual([f["act"]["dossier"] for f in found], [self.dossier_of(case, "A11a")])
        self.assertEqual(found[0]["partyOpinion"]["decidedAt"], at("2023-11-27 09:00"))
        self.assertEqual(found[0]["partyOpinion"]["opinionDated"], "2023-11-28")
        staff = self.province.dossier(self.dossier_of(case, "A11b"))
        self.assertNotIn("partyOpinion", staff)  # decided here, where a missing one would have been refused
        self.assertEqual(staff["decisions"][-1]["by"]["entry"], "NATIVE")
        self.assertEqual(staff["decisions"][-1]["event"]["breaches"], [])
        principal = self.province.dossier(self.dossier_of(case, "A11c"))
        self.assertEqual(principal["partyOpinion"]["event"]["dated"], "2023-11-24")
        self.assertEqual(principal["decisions"][-1]["event"]["breaches"], [])
        self.assertLess(principal["partyOpinion"]["by"]["position"], principal["decisions"][-1]["by"]["position"])

    def test_12_was_a_head_decided_before_the_unit(self):
        case = self.planted("q12")
        found = self.province.findings("order-violation")
        self.assertEqual([f["act"]["dossier"] for f in found], [self.dossier_of(case, "A12")])
        self.assertEqual(found[0]["agency"]["unit"], "535")
        self.assertEqual(found[0]["order"]["decidedAt"][:10], "2023-11-24")
        self.assertEqual(found[0]["order"]["collectiveRatedAt"][:10], "2023-11-27")
        unit = self.province.ask(f"/v1/cycles/{self.province.cycle}/collectives/{case['controlUnit']}")
        self.assertEqual(self.province.record(unit["position"])["recordedAt"], at("2023-11-24 15:00"))
        head = self.province.dossier(self.dossier_of(case, "A12b"))
        self.assertEqual(head["decisions"][-1]["by"]["recordedAt"], at("2023-11-24 16:00"))

    def test_16_decided_in_bulk(self):
        case = self.planted("q16")
        found = self.province.findings("batch-signing")
        self.assertEqual([f["agency"]["unit"] for f in found], ["51-S15"])
        batch = found[0]["batch"]
        self.assertEqual((batch["acts"], batch["seconds"], batch["openedBefore"]), (143, 95, 3))
        self.assertEqual(len(set(batch["dossiers"])), 143)
        self.assertTrue(batch["outsideHours"])
        self.assertEqual((batch["firstAt"], batch["lastAt"]), (at("2023-11-28 21:47:05"), at("2023-11-28 21:48:40")))
        # One decision with an annex of forty after a meeting is no batch.
        acts = self.province.ask_all(f"/v1/units/{case['controlUnit']}/activity", cycle=self.province.cycle,
                                types="rating.decided")
        self.assertEqual((len(acts), len({a["document"] for a in acts})), (40, 1))
        self.assertEqual({a["agency"] for a in acts}, {"51-S02"})
        meeting, = self.province.ask(f"/v1/cycles/{self.province.cycle}/meetings", unit=case["controlUnit"])["items"]
        self.assertEqual((meeting["discussed"], meeting["adopted"]), (40, True))
        self.assertLess(meeting["heldAt"], acts[0]["by"]["recordedAt"])

    def test_17_entered_or_changed_in_the_last_24_hours(self):
        case = self.planted("q17")
        found = self.province.findings("last-minute")
        self.assertEqual(len(found), 37)
        kinds = collections.Counter(f["lastMinute"]["kind"] for f in found)
        self.assertEqual((len(found) - kinds["CHANGE"], kinds["CHANGE"]), (31, 6))
        changed = sorted(f["act"]["dossier"] for f in found if f["lastMinute"]["kind"] == "CHANGE")
        self.assertEqual(changed, sorted(self.dossier_of(case, "A17" + letter) for letter in "abcdef"))
        self.assertEqual(len({f["agency"]["unit"] for f in found}), 6)
        for f in found:
            self.assertGreaterEqual(f["act"]["by"]["recordedAt"], at("2023-11-29 00:00"))
            self.assertLess(f["act"]["by"]["recordedAt"], at("2023-11-30 00:00"))

    def first_position(self, time):
        """The first entry recorded at or after `time`."""
        low, high = 0, self.province.get("/v1/log")[1]["checkpoint"]["size"]
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.province.record(middle)["recordedAt"] < time else (low, middle)
        return low

    def test_17_and_nothing_else_happened_to_a_rating_that_day(self):
        self.planted("q17")
        day = range(self.first_position(at("2023-11-29 00:00")), self.first_position(at("2023-11-30 00:00")))
        types = collections.Counter(self.province.record(position)["type"] for position in day)
        self.assertEqual({t: n for t, n in types.items() if t in OF_RATING}, {"proposal.made": 37})
        self.assertEqual(set(types) - OF_RATING, {"file.submitted"})

    def test_22_was_the_person_eligible(self):
        case = self.planted("q22")
        decided = {}
        for key in ("A22a", "A22b", "A22c", "A22d", "A22e", "A22f"):
            sheet = self.province.ask(f"/v1/dossiers/{self.dossier_of(case, key)}/grounds", purpose=PURPOSE)
            decided[key] = sheet["decisions"][-1]["event"]
        self.assertEqual({key: (event["evaluation"]["outcome"], event.get("level")) for key, event in decided.items()},
                         {"A22a": ("NOT_RATED", None), "A22b": ("RATED", "COMPLETED"), "A22c": ("RATED", "GOOD"),
                          "A22d": ("RATED", "GOOD"), "A22e": ("NOT_RATED", "GOOD"),
                          "A22f": ("UNDECIDED", "COMPLETED")})
        self.assertEqual(decided["A22b"]["evaluation"]["caps"], ["ABSENCE_3_TO_UNDER_6_MONTHS"])
        self.assertTrue(decided["A22f"]["evaluation"]["gaps"])  # no clause says it
        self.assertTrue(decided["A22f"]["reason"])
        breaches = {f["act"].get("dossier"): [b["type"] for b in f["breaches"]]
                    for f in self.province.findings("paper-breach")}
        of_case = {key for key in decided if self.dossier_of(case, key) in breaches}
        self.assertEqual(of_case, {"A22e"})
        self.assertIn("not-eligible", breaches[self.dossier_of(case, "A22e")])

    def test_25_when_was_the_person_notified(self):
        case = self.planted("q25")
        for key, dated, working_days, received, how, late in (
                ("A25a", "2023-11-30", 2, "2023-12-01", "ACKNOWLEDGED", False),
                ("A25b", "2023-12-08", 8, "2023-12-11", "ACKNOWLEDGED", True),
                ("A25c", "2023-11-30", 2, "2023-12-01", "DEEMED", False)):
            answer = self.province.ask("/v1/notices", cycle=self.province.cycle, person=self.person_of(case, key),
                                       purpose=PURPOSE)
            self.assertEqual(answer["noticeWorkingDays"], 5)
            line, = answer["items"]
            notice = line["notice"]
            self.assertEqual((notice["decidedOn"], notice["noticeDated"], line["workingDays"]),
                             ("2023-11-28", dated, working_days), key)
            self.assertEqual((notice["receivedOn"], notice["receivedHow"], line["pastInternalPeriod"]),
                             (received, how, late), key)
            if how == "DEEMED":
                self.assertEqual(notice["refusalMinutes"]["date"], "2023-12-01")

    def test_28_the_whole_cycle_as_it_was_known(self):
        self.planted("q28")
        board = f"/v1/cycles/{self.province.cycle}/files"
        then = self.province.ask(board, known_as_of="2023-11-30T24:00")
        counts = then["counts"]
        self.assertEqual((counts["due"], counts["onTime"], counts["late"], counts["missing"]), (33, 27, 3, 3))
        units = lambda wanted: {line["unit"]["unit"] for line in then["items"] if wanted(line)}
        self.assertEqual(units(lambda line: line["status"] == "MISSING"), {"51-S17", "530", "536"})
        self.assertEqual(units(lambda line: line["late"]), {"51-S20", "525", "531"})
        in_time = lambda status: units(lambda line: line["status"] == status and not line["late"])
        self.assertEqual(in_time("RETURNED"), {"51-S07", "533"})
        self.assertEqual((len(in_time("ACCEPTED")), len(in_time("SUBMITTED"))), (20, 5))
        for line in then["items"]:
            if line["late"]:
                self.assertEqual(line["submittedAt"][:10], "2023-11-30")
        now = self.province.ask(board)
        self.assertEqual((now["counts"]["due"], now["counts"]["accepted"]), (33, 33))

    def test_28_the_files_of_the_communes(self):
        self.planted("q28")
        board = f"/v1/cycles/{self.province.cycle}/files"
        districts = [line["unit"]["unit"] for line in self.province.ask(board)["items"] if line["kind"] == "DISTRICT"]
        self.assertEqual(len(districts), 13)
        communes = [line for district in districts for line in self.province.ask(board, district=district)["items"]
                    if line["kind"] in ("COMMUNE", "WARD", "TOWNSHIP")]
        self.assertEqual(len({line["unit"]["unit"] for line in communes}), 173)
        self.assertEqual({line["status"] for line in communes}, {"ACCEPTED"})
        returned = self.province.ask(f"{board}/21523")
        self.assertEqual(returned["line"]["to"], "535")
        first, second = returned["versions"]
        self.assertTrue(first["returned"] and second["accepted"])

    def test_two_people_of_one_name_in_two_wards_of_one_name(self):
        case = self.planted("homonyms")
        found = self.province.ask_all("/v1/dossiers", cycle=self.province.cycle, search="Nguyễn Thị Hồng Đào")
        both = [one for one in found if one["unit"]["name"].endswith("phường Nguyễn Nghiêm")]
        self.assertEqual({one["name"] for one in both}, {"Nguyễn Thị Hồng Đào"})
        self.assertEqual({one["unit"]["unit"] for one in both}, {"21025", "21439"})
        self.assertEqual({one["person"] for one in both},
                         {self.person_of(case, "Dao-21025"), self.person_of(case, "Dao-21439")})

    def test_a_name_typed_in_decomposed_letters_is_the_same_name(self):
        person = self.person_of(self.planted("homonyms"), "Hieu-NFD")
        self.assertEqual(self.province.ask(f"/v1/people/{person}")["person"]["fullName"], "Nguyễn Văn Hiếu")
        found = self.province.ask_all("/v1/dossiers", cycle=self.province.cycle, unit="21025",
                                      search="Nguyễn Văn Hiếu")
        self.assertIn(person, [one["person"] for one in found])

    def test_an_attempt_without_a_mandate_was_refused_and_entered(self):
        case = self.planted("q06")
        refused = self.province.ask("/v1/access/refusals", target=f"dossier/{case['attempt']['on']}")["items"]
        attempt, = [r for r in refused if r["actor"] == self.person_of(case, "X1")]
        self.assertEqual((attempt["refusal"], attempt["at"][:10]), ("not-competent", "2023-11-24"))

    def test_an_administrator_sees_no_content(self):
        administrator = self.province.planted["signIn"]["administrator"]
        dossier = self.dossier_of(self.planted("q01"), "A1")
        self.assertEqual(self.province.get(f"/v1/dossiers/{dossier}", asker=administrator)[0], 404)
        self.assertEqual(self.province.get(f"/v1/cycles/{self.province.cycle}/files", asker=administrator)[0], 404)

    def test_the_log_of_the_served_province_verifies(self):
        key = self.province.run("log", "vkey", "--data", self.province.data).stdout.strip()
        verified = self.province.run("log", "verify", self.province.address, "--vkey", key, "--token",
                                self.province.token(self.province.inspector), check=False)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        self.assertEqual(verified.stderr.count("/ OK"), 2)  # both ledgers

    def test_the_cases_are_printed_with_and_without_the_data(self):
        computed = self.province.run("demo", "--cases", "--people", self.province.people, "--seed", 1).stdout
        kept = self.province.run("demo", "--cases", "--data", self.province.data).stdout
        self.assertEqual(json.loads(computed), self.province.planted)
        self.assertEqual(computed, kept)


class Afterwards(Asking):
    """When the server has stopped."""

    def test_the_server_stops_when_it_is_told_to(self):
        self.assertEqual(self.province.stop(), 0)

    def test_then_the_read_models_are_what_the_log_gives(self):
        rebuilt = self.province.run("projection", "rebuild", "--data", self.province.data, check=False)
        self.assertEqual(rebuilt.returncode, 0, rebuilt.stderr)
        self.assertNotIn("DIFFERED", rebuilt.stderr)
        ledgers = [line.split(":")[0] for line in rebuilt.stderr.splitlines() if " / events" in line]
        self.assertEqual(ledgers, ["main", "access"])

    def test_then_the_directory_verifies(self):
        verified = self.province.run("log", "verify", self.province.data, check=False)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.assertEqual(verified.stderr.count("/ OK"), 2)


def load_tests(loader, _tests, _pattern):
    cases = (Stories, QuotaStories, LayerStories, FollowUpStories, RemediationStories, ReportStories,
             RecordStories, RelationStories, ReviewStories, Afterwards)
    return unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--people", type=int, default=PEOPLE_FULL)
    options, rest = parser.parse_known_args()
    Asking.province = Province(options.program, options.work, options.people)
    try:
        program = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2)
    finally:
        Asking.province.close()
    failed = len(program.result.failures) + len(program.result.errors)
    passed = program.result.testsRun - failed - len(program.result.skipped)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
