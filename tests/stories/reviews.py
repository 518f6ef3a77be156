"""Kiểm điểm in the demonstration: who suggested, drafted, reviewed and concluded what, and whose review is missing."""

from asking import Asking, at
from served import PURPOSE


class ReviewStories(Asking):
    def review(self, unit):
        return self.province.ask(f"/v1/units/{unit}/review", cycle=self.province.cycle)["review"]

    def test_a_review_from_the_suggestion_to_the_level(self):
        review = self.review("51-S10")
        self.assertEqual([(p["point"], p["suggested"]["recordedAt"], "explanation" in p) for p in review["points"]],
                         [("GY1", at("2023-11-15 16:00"), True), ("GY2", at("2023-11-15 16:00"), True)])
        self.assertTrue(all("mandate" in p["suggested"] for p in review["points"]))
        draft, = review["drafts"]
        self.assertEqual((draft["event"]["sentAt"], draft["event"]["conferenceFrom"]),
                         (at("2023-11-16 10:00"), "2023-11-21"))
        conference, = review["conferences"]
        self.assertEqual((conference["heldAt"], conference["place"]), (at("2023-11-21 14:00"), 1))
        self.assertEqual([s["shortcoming"] for s in review["conclusions"][-1]["event"]["shortcomings"]], ["HC1"])
        appraisal, = review["appraisals"]
        level = self.province.ask(f"/v1/cycles/{self.province.cycle}/collectives/51-S10")["rated"]
        self.assertEqual(level["level"], review["selfRatings"][0]["event"]["level"])
        self.assertEqual((level["proposed"], level["evaluation"]["level"], level["evaluation"]["rulebook"]),
                         (appraisal["event"]["proposed"], level["level"], "qd124-2023"))

    def test_the_head_reads_what_the_review_said(self):
        head = self.review("51-S10")["conferences"][0]["chair"]
        dossier = self.province.ask(f"/v1/dossiers/{self.province.cycle}.{head['person']}", purpose=PURPOSE)
        self.assertEqual(len(dossier["review"]["conclusions"]), 1)
        self.assertEqual(dossier["review"]["conferences"][0]["place"], 2)

    def test_whose_review_is_missing_or_late(self):
        ask = lambda **more: self.province.ask(f"/v1/cycles/{self.province.cycle}/reviews", limit=1000, **more)["items"]
        units = lambda lines: {line["owner"].get("unit") for line in lines}
        self.assertLessEqual({"51-S10", "51-S16"}, units(ask(standing="CONCLUDED")))
        self.assertEqual(units(ask(standing="DRAFT_SENT")), {"51-S19"})
        self.assertIn("51-S05", units(ask(standing="MISSING", late="true")))
        self.assertEqual(ask(late="true", day="2023-12-30"), [])

    def test_what_the_reviews_found_and_no_plan_takes_up(self):
        found = self.province.findings("shortcoming-without-measure")
        self.assertEqual({f["review"]["owner"]["unit"] for f in found}, {"51-S10", "51-S16"})
        self.assertEqual({s for f in found for s in f["review"]["shortcomings"]}, {"HC1"})
        self.assertEqual(self.province.findings("review-too-early"), [])
        self.assertEqual(self.province.findings("suggestion-unanswered"), [])
