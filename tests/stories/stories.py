#!/usr/bin/env python3
"""The inspector's questions, asked over HTTP of the demonstration province and compared with what was planted there.

    stories.py --program build/dev/minhbach --work build/dev/stories

The province is made anew once per run (2000 people, seed 1), served on a free port of 127.0.0.1, and asked as its
inspector. Only the standard library is used.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request

ARGUMENTS = None
PURPOSE = "05/QĐ-TTr"


class Province:
    """The demonstration, made and served."""

    def __init__(self, program, work):
        self.program = str(program)
        self.data = work / "province"
        shutil.rmtree(self.data, ignore_errors=True)
        work.mkdir(parents=True, exist_ok=True)
        subprocess.run([self.program, "demo", "--data", str(self.data), "--people", "2000", "--seed", "1"],
                       check=True, timeout=1500)
        self.planted = json.loads((self.data / "cases.json").read_text())
        self.cases = {case["case"]: case for case in self.planted["cases"]}
        self.cycle = self.planted["cycle"]
        self.errors = open(work / "serve.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [self.program, "serve", "--data", str(self.data), "--listen", "127.0.0.1:0"], stderr=self.errors)
        self.address = self._address()
        self.tokens = {}

    def _address(self):
        for _ in range(1200):
            text = (pathlib.Path(self.errors.name)).read_text(encoding="utf-8")
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", text)
            if found:
                return f"http://127.0.0.1:{found.group(1)}"
            if self.process.poll() is not None:
                raise RuntimeError("the server ended: " + text)
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass
        raise RuntimeError("the server did not start in time")

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        self.errors.close()

    def token(self, person):
        if person not in self.tokens:
            made = subprocess.run([self.program, "token", "--data", str(self.data), "--person", person],
                                  check=True, capture_output=True, text=True, timeout=60)
            self.tokens[person] = made.stdout.strip()
        return self.tokens[person]

    def get(self, path, asker=None, **query):
        """(status, JSON) of a question; the inspector asks unless somebody else is named."""
        text = urllib.parse.urlencode(query)
        request = urllib.request.Request(self.address + path + ("?" + text if text else ""))
        request.add_header("Authorization", "Bearer " + self.token(asker or self.planted["signIn"]["inspector"]))
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.loads(refusal.read())

    def text(self, path):
        """A file, asked for by the inspector."""
        request = urllib.request.Request(self.address + path)
        request.add_header("Authorization", "Bearer " + self.token(self.planted["signIn"]["inspector"]))
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode("utf-8")

    def ask(self, path, **query):
        status, answer = self.get(path, **query)
        if status != 200:
            raise AssertionError(f"{path} {query}: {status} {answer}")
        assert answer["asOf"]["simulated"] is True and answer["asOf"]["complete"] is True, answer["asOf"]
        return answer["data"]

    def findings(self, kind):
        return self.ask("/v1/findings", cycle=self.cycle, type=kind)["items"]


PROVINCE = None


def setUpModule():
    global PROVINCE
    PROVINCE = Province(ARGUMENTS.program, ARGUMENTS.work)


def tearDownModule():
    if PROVINCE:
        PROVINCE.close()


class Stories(unittest.TestCase):
    maxDiff = None

    def planted(self, name):
        case = PROVINCE.cases[name]
        self.assertNotIn("leftOut", case)
        return case

    def dossier_of(self, case, key):
        return next(one["dossier"] for one in case["keys"] if one["key"] == key)

    def test_nothing_was_left_out(self):
        self.assertEqual(PROVINCE.planted["leftOut"], [])

    def test_01_who_changed_this_rating_between_the_meeting_and_the_decision(self):
        case = self.planted("q01")
        expected = case["expected"]
        dossier = self.dossier_of(case, "A1")
        span = {"from": "MEETING", "to": "DECISION", "purpose": PURPOSE}
        diff = PROVINCE.ask(f"/v1/dossiers/{dossier}/diff", **span)
        self.assertEqual(len(diff["changes"]), expected["changesBetweenMeetingAndDecision"])
        change = diff["changes"][0]
        self.assertEqual(change["act"]["by"]["actor"], expected["by"])
        self.assertEqual(change["act"]["by"]["recordedAt"], expected["at"])
        self.assertEqual(change["act"]["reason"], expected["reason"])
        self.assertIn((expected["from"], expected["to"]),
                      [(c.get("from"), c.get("to")) for c in change["act"]["changes"]])
        competence = change["competence"]
        self.assertEqual(competence["then"]["competent"], expected["competentAsKnownThen"])
        self.assertEqual(competence["now"]["competent"], expected["competentAsKnownNow"])
        self.assertEqual(competence["then"]["mandate"]["from"], expected["validFromAsKnownThen"])
        self.assertEqual(competence["now"]["mandate"]["from"], expected["validFromAsKnownNow"])
        whole = PROVINCE.ask(f"/v1/dossiers/{dossier}", purpose=PURPOSE)
        self.assertEqual(whole["line"]["decidedLevel"], expected["decided"])

    def test_03_who_rated_whom_in_this_unit(self):
        case = self.planted("q03")
        act_of = {"comment.recorded": "comment", "rating.decided": "decide"}
        raters = PROVINCE.ask(f"/v1/units/{case['unit']}/raters", cycle=PROVINCE.cycle,
                types=",".join(act_of))["items"]
        given = sorted((act_of[r["type"]], r["actor"]["person"], r["capacity"], r["document"]["document"], r["count"])
                       for r in raters)
        wanted = sorted((r["act"], r["by"], r["capacity"], r["document"], r["people"])
                        for r in case["expected"]["raters"])
        self.assertEqual(given, wanted)
        self.assertEqual(len({r["actor"]["person"] for r in raters}), case["expected"]["actors"])

    def test_04_on_which_document_did_the_signer_rely(self):
        expected = self.planted("q03")["expectedQuestion4"]
        activity = f"/v1/actors/{expected['actor']}/activity"
        acts = PROVINCE.ask(activity, cycle=PROVINCE.cycle, types="rating.decided")["items"]
        act = next(a for a in acts if a["by"]["recordedAt"] == expected["act"])
        answer = PROVINCE.ask("/v1/competence", act=act["by"]["position"])["competence"]
        self.assertTrue(answer["then"]["competent"])
        self.assertTrue(answer["now"]["competent"])
        self.assertEqual(answer["enteredBefore"], expected["knownThen"])
        self.assertEqual(answer["now"]["mandate"]["mandate"], expected["mandate"])
        self.assertEqual(answer["now"]["mandate"]["from"], expected["validFrom"])
        self.assertEqual(answer["now"]["mandate"]["to"], expected["validTo"])
        self.assertEqual(answer["now"]["mandate"]["enteredAt"], expected["recordedAt"])
        self.assertEqual(answer["now"]["document"]["registered"]["number"], expected["number"])

    def test_05_was_any_act_done_under_an_authorisation_issued_later(self):
        expected = self.planted("q05")["expected"]
        found = PROVINCE.findings("retro-authority")
        self.assertEqual(len(found), expected["acts"])
        self.assertEqual(len({f["authority"]["document"]["document"] for f in found}), expected["documents"])
        types = [f["act"]["type"] for f in found]
        self.assertEqual(types.count("proposal.made"), expected["proposals"])
        self.assertEqual(types.count("notice.issued"), expected["notices"])

    def test_06_was_the_self_assessment_edited_after_the_meeting(self):
        case = self.planted("q06")
        for key, expected in case["expected"].items():
            answer = PROVINCE.ask(f"/v1/dossiers/{self.dossier_of(case, key)}/self-assessments", purpose=PURPOSE)
            self.assertEqual(answer["filedBeforeMeeting"], expected["filedBeforeMeeting"], key)
            self.assertEqual(answer["editedAfterMeeting"], expected["editedAfterMeeting"], key)
            if key != "A6":
                continue
            first, second = answer["versions"]
            self.assertEqual(first["by"]["recordedAt"], expected["filedAt"])
            self.assertEqual(first["returned"]["by"]["recordedAt"], expected["returnedAt"])
            self.assertEqual(second["by"]["recordedAt"], expected["refiledAt"])
            changed = {c["field"]: (c.get("from"), c.get("to")) for c in second["changes"]}
            self.assertEqual(changed.get("/counts/exceeded"), (str(expected["from"]), str(expected["to"])))

    def test_10_where_did_the_proposed_level_differ_from_the_decided_one(self):
        expected = self.planted("q10")["expected"]
        found = PROVINCE.findings("proposal-override")
        self.assertEqual(len(found), expected["cases"])
        self.assertEqual(sum(f["level"]["forQuota"] for f in found), expected["forQuota"])
        self.assertEqual([f["act"]["dossier"] for f in found if "reason" not in f["level"]], expected["withoutReason"])
        by_agency = {}
        for f in found:
            if f["level"]["forQuota"]:
                by_agency[f["agency"]["unit"]] = by_agency.get(f["agency"]["unit"], 0) + 1
        self.assertEqual(by_agency, expected["byAgency"])
        given = sorted((f["act"]["dossier"], f["level"]["proposed"], f["level"].get("decided")) for f in found)
        self.assertEqual(given, sorted((o["dossier"], o["proposed"], o["decided"]) for o in expected["list"]))

    def test_11_was_the_party_committees_opinion_obtained(self):
        expected = self.planted("q11")["expected"]
        found = PROVINCE.findings("party-opinion-late,party-opinion-missing")
        self.assertEqual([f["act"]["dossier"] for f in found], [expected["dossier"]])
        self.assertEqual(found[0]["partyOpinion"]["decidedAt"], expected["decidedAt"])
        self.assertEqual(found[0]["partyOpinion"]["opinionDated"], expected["opinionDated"])

    def test_12_was_a_head_decided_before_the_unit(self):
        expected = self.planted("q12")["expected"]
        found = PROVINCE.findings("order-violation")
        self.assertEqual([f["act"]["dossier"] for f in found], [expected["dossier"]])
        self.assertEqual(found[0]["order"]["decidedAt"], expected["decidedAt"])
        self.assertEqual(found[0]["order"]["collectiveRatedAt"], expected["collectiveRatedAt"])

    def test_14_quota_per_agency_and_group(self):
        expected = self.planted("q14")["expected"]
        for agency in ("51-S16", "51-S11", "51-S19"):
            wanted = expected[agency]
            answer = PROVINCE.ask(f"/v1/cycles/{PROVINCE.cycle}/settlements/{agency}")
            groups = {g.get("group"): g for g in answer["settlements"][0]["settled"]["groups"]}
            whole = groups[wanted.get("group")]
            self.assertEqual(whole["maxExcellent"], wanted["cap"], agency)
            self.assertEqual(whole["counts"]["excellent"], wanted["used"], agency)
            binding = next(r for r in whole["readings"] if r["binding"])
            self.assertEqual(binding["base"], expected["base"])
            self.assertEqual(binding["rounding"], expected["rounding"])
            for group in wanted.get("groups", []):
                self.assertEqual(groups[group["group"]]["maxExcellent"], group["cap"])
                self.assertEqual(groups[group["group"]]["counts"]["excellent"], group["used"])
            if "percent" in wanted:
                exception = answer["exceptions"][0]
                self.assertEqual(exception["granted"]["percent"], wanted["percent"])
                self.assertEqual(exception["approver"]["person"], wanted["approver"])
                self.assertEqual(exception["document"]["number"], wanted["number"])
        refused = PROVINCE.ask("/v1/access/refusals", target=f"settlement/{PROVINCE.cycle}/51-S16")["items"]
        draft = expected["51-S16"]
        self.assertIn((draft["draftRefusal"], draft["draftAt"]), [(r["refusal"], r["at"]) for r in refused])

    def test_16_decided_in_bulk(self):
        expected = self.planted("q16")["expected"]
        found = PROVINCE.findings("batch-signing")
        self.assertEqual(len(found), expected["batches"])
        batch = found[0]["batch"]
        self.assertEqual((batch["acts"], batch["seconds"]), (expected["decisions"], expected["seconds"]))
        self.assertEqual(batch["outsideHours"], expected["outsideHours"])
        self.assertEqual(batch["openedBefore"], expected["openedBefore"])
        self.assertEqual((batch["firstAt"], batch["lastAt"]), (expected["from"], expected["to"]))
        self.assertEqual(found[0]["act"]["by"]["actor"], expected["decider"])

    def test_17_entered_or_changed_in_the_last_24_hours(self):
        expected = self.planted("q17")["expected"]
        found = PROVINCE.findings("last-minute")
        self.assertEqual(len(found), expected["events"])
        changed = [f for f in found if f["lastMinute"]["kind"] == "CHANGE"]
        self.assertEqual(len(changed), expected["changes"])
        self.assertEqual(sorted(f["act"]["dossier"] for f in changed),
                         sorted(c["dossier"] for c in expected["changed"]))
        self.assertEqual({f["agency"]["unit"] for f in found}, set(expected["agencies"]))

    def test_22_was_the_person_eligible(self):
        expected = self.planted("q22")["expected"]
        breaches = {f["act"].get("dossier"): [b["type"] for b in f["breaches"]]
                    for f in PROVINCE.findings("paper-breach")}
        for one in expected["cases"]:
            sheet = PROVINCE.ask(f"/v1/dossiers/{one['dossier']}/grounds", purpose=PURPOSE)
            decision = sheet["decisions"][-1]["event"]
            self.assertEqual(decision["evaluation"]["outcome"], one["ruleOutcome"], one["key"])
            self.assertEqual(decision.get("level", ""), one["level"], one["key"])
            self.assertEqual(one["dossier"] in breaches, one["finding"], one["key"])
            if one["key"] == "A22b":
                self.assertIn(expected["A22b"]["cap"], decision["evaluation"]["caps"])
            if one["key"] == "A22e":
                self.assertIn(expected["A22e"]["breach"], breaches[one["dossier"]])
            if one["key"] == "A22f":
                self.assertIn(expected["A22f"]["gap"], decision["evaluation"]["gaps"])
                self.assertEqual("reason" in decision, expected["A22f"]["reasonGiven"])

    def test_25_when_was_the_person_notified(self):
        case = self.planted("q25")
        for one in case["expected"]["notices"]:
            person = next(k["personCode"] for k in case["keys"] if k["key"] == one["key"])
            answer = PROVINCE.ask("/v1/notices", cycle=PROVINCE.cycle, person=person)
            self.assertEqual(answer["noticeWorkingDays"], case["expected"]["internalPeriod"])
            line = answer["items"][0]
            self.assertEqual(line["notice"]["decidedOn"], one["decided"])
            self.assertEqual(line["notice"]["noticeDated"], one["notice"])
            self.assertEqual(line["workingDays"], one["workingDays"])
            self.assertEqual(line["notice"]["receivedOn"], one["received"])
            self.assertEqual(line["notice"]["receivedHow"] == "ACKNOWLEDGED", one["acknowledged"])
            self.assertEqual(line["pastInternalPeriod"], one["pastInternalPeriod"])

    def test_28_the_whole_cycle_as_it_was_known(self):
        expected = self.planted("q28")["expected"]
        board = f"/v1/cycles/{PROVINCE.cycle}/files"
        then = PROVINCE.ask(board, known_as_of="2023-11-30T24:00")
        counts = then["counts"]
        self.assertEqual((counts["due"], counts["onTime"], counts["late"], counts["missing"]),
                         (expected["due"], expected["sentInTime"], expected["late"], expected["missing"]))
        in_time = [line for line in then["items"] if line["status"] != "MISSING" and not line["late"]]
        by_status = lambda status: sorted(line["unit"]["unit"] for line in in_time if line["status"] == status)
        self.assertEqual(by_status("ACCEPTED"), sorted(expected["acceptedUnits"]))
        self.assertEqual(by_status("SUBMITTED"), sorted(expected["inCheckUnits"]))
        self.assertEqual(by_status("RETURNED"), sorted(expected["returnedUnits"]))
        units = lambda wanted: sorted(line["unit"]["unit"] for line in then["items"] if wanted(line))
        self.assertEqual(units(lambda line: line["late"]), sorted(expected["lateUnits"]))
        self.assertEqual(units(lambda line: line["status"] == "MISSING"), sorted(expected["missingUnits"]))
        now = PROVINCE.ask(board)
        self.assertEqual(now["counts"]["accepted"], expected["acceptedNow"])

    def test_the_provinces_reports_add_up_and_name_who_is_missing(self):
        expected = self.planted("report")["expected"]
        path = f"/v1/cycles/{PROVINCE.cycle}/reports/{expected['unit']}"
        reports = [PROVINCE.ask(f"{path}/{number}") for number in range(expected["reports"])]
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
            table = PROVINCE.text(f"{path}/{report['restatement']}/report.csv")
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
        everybody = PROVINCE.ask(f"/v1/cycles/{PROVINCE.cycle}/distribution")["decided"]
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
        self.assertEqual(PROVINCE.ask(path, known_as_of="2023-11-30T24:00")["restatement"], 0)
        # The reports of the units add up to the province's own, but for the two who belong to no unit below.
        parts = [PROVINCE.ask(f"/v1/cycles/{PROVINCE.cycle}/reports/{line['unit']['unit']}")
                 for line in PROVINCE.ask(f"/v1/cycles/{PROVINCE.cycle}/files")["items"]]
        self.assertEqual(len(parts), expected["unitReports"])
        self.assertEqual(sum(part["total"]["staff"] for part in parts) + expected["remainder"],
                         restated["total"]["staff"])

    def test_an_attempt_without_a_mandate_was_refused_and_entered(self):
        attempt = self.planted("q06")["attempt"]
        refused = PROVINCE.ask("/v1/access/refusals", target=f"dossier/{attempt['on']}")["items"]
        self.assertIn((attempt["by"], attempt["refusal"]), [(r["actor"], r["refusal"]) for r in refused])

    def test_an_administrator_sees_no_content(self):
        administrator = PROVINCE.planted["signIn"]["administrator"]
        dossier = self.dossier_of(self.planted("q01"), "A1")
        self.assertEqual(PROVINCE.get(f"/v1/dossiers/{dossier}", asker=administrator)[0], 404)
        self.assertEqual(PROVINCE.get(f"/v1/cycles/{PROVINCE.cycle}/files", asker=administrator)[0], 404)

    def test_the_log_of_the_served_province_verifies(self):
        token = PROVINCE.token(PROVINCE.planted["signIn"]["inspector"])
        run = lambda *words: subprocess.run([PROVINCE.program, "log", *words], capture_output=True, text=True,
                timeout=600)
        key = run("vkey", "--data", str(PROVINCE.data)).stdout.strip()
        verified = run("verify", PROVINCE.address, "--vkey", key, "--token", token)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)


def main():
    global ARGUMENTS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    ARGUMENTS, rest = parser.parse_known_args()
    program = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2)
    failed = len(program.result.failures) + len(program.result.errors)
    print(f"{program.result.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
