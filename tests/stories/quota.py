"""The excellent quota of agencies and groups, and who was lowered for it."""

import collections
import math

from asking import Asking, at
from served import PURPOSE


class QuotaStories(Asking):
    def settlement(self, agency):
        answer = self.province.ask(f"/v1/cycles/{self.province.cycle}/settlements/{agency}")
        self.assertEqual(len(answer["settlements"]), 1)
        settled = answer["settlements"][0]["settled"]
        for group in settled["groups"]:
            binding = [r for r in group["readings"] if r["binding"]]
            self.assertEqual([(r["base"], r["rounding"]) for r in binding], [("GOOD", "FLOOR")])
        # Caps and use per group; the agency as a whole is the group without a name.
        return answer, [(g["counts"]["staff"], g["maxExcellent"], g["counts"]["excellent"]) for g in settled["groups"]]

    def test_14_quota_in_two_groups(self):
        self.planted("q14")
        answer, groups = self.settlement("51-S16")
        self.assertEqual(groups, [(26, 4, 4), (8, 1, 1), (18, 3, 3)])
        self.assertEqual(answer["settlements"][0]["by"]["recordedAt"], at("2023-11-28 16:00"))
        self.assertEqual(answer["groups"][0]["proposed"]["excellent"], 5)
        refused = self.province.ask("/v1/access/refusals", target=f"settlement/{self.province.cycle}/51-S16")["items"]
        self.assertIn(("quota-exceeded", at("2023-11-28 10:00")), [(r["refusal"], r["at"]) for r in refused])

    def test_14_quota_with_an_exception(self):
        self.planted("q14")
        answer, groups = self.settlement("51-S11")
        self.assertEqual(groups, [(30, 6, 6), (30, 6, 6)])
        exception, = answer["exceptions"]
        self.assertEqual((exception["granted"]["percent"], exception["document"]["number"]), (25, "6012/UBND-NC"))
        posts = self.province.ask(f"/v1/people/{exception['approver']['person']}")["posts"]
        self.assertEqual([(p["post"]["title"], p["post"]["headOf"]) for p in posts],
                         [("Chủ tịch Ủy ban nhân dân tỉnh", "51")])
        counts = answer["settlements"][0]["settled"]["groups"][0]["counts"]
        self.assertEqual(counts["good"] * 20 // 100 + (counts["good"] * 20 % 100 > 0), 5)  # the cap without it

    def test_14_quota_of_a_group_of_five(self):
        self.planted("q14")
        answer, groups = self.settlement("51-S19")
        proposing = [group for group in answer["groups"][1:] if group["proposed"]["excellent"]]
        self.assertEqual(len(proposing), 1)
        self.assertEqual(groups[1:][answer["groups"][1:].index(proposing[0])], (5, 0, 0))
        self.assertEqual(proposing[0]["proposed"]["excellent"], 1)
        self.assertEqual(proposing[0]["decided"]["excellent"], 0)

    def is_newcomer(self, dossier):
        """New in 2023, transferred in 2023, or on leave in 2023."""
        posts = self.province.ask(f"/v1/people/{dossier.split('.')[1]}")["posts"]
        if any(post["post"]["from"].startswith("2023") for post in posts):
            return True
        trace = self.province.ask(f"/v1/dossiers/{dossier}/grounds", purpose=PURPOSE)["decisions"][-1]["event"]
        compared = [step["compared"] for step in trace["evaluation"]["trace"]]
        return not any("service.absenceMonths 0 " in text for text in compared)

    def test_15_who_was_lowered_for_the_quota(self):
        self.planted("q15")
        chances = {}
        for agency, of_newcomers, of_others in (("51-S07", 8, 1), ("51-S09", 4, 5)):
            settled = self.settlement(agency)[0]["settlements"][0]["settled"]
            group = next(g for g in settled["groups"] if "group" in g)
            self.assertEqual((group["counts"]["staff"], group["maxExcellent"]), (54, 9))
            lowered = collections.Counter(self.is_newcomer(dossier) for dossier in settled["lowered"])
            self.assertEqual((lowered[True], lowered[False]), (of_newcomers, of_others), agency)
            proposed = settled["lowered"] + settled["selected"]
            newcomers = sum(map(self.is_newcomer, proposed))
            self.assertEqual((len(proposed), newcomers), (18, 8), agency)
            chances[agency] = sum(math.comb(8, k) * math.comb(10, 9 - k) for k in range(of_newcomers, 9))
            share = self.province.ask(f"/v1/cycles/2023/settlements/{agency}/part-year")["share"]
            self.assertEqual((share["partYearLowered"], share["lowered"], share["partYear"], share["proposed"]),
                             (of_newcomers, 9, 8, 18), agency)
            self.assertEqual(share["chancePerMillion"], round(chances[agency] / 48620 * 1e6))
        flagged = {finding["agency"]["unit"] for finding in self.province.findings("newcomers-lowered")}
        self.assertIn("51-S07", flagged)
        self.assertNotIn("51-S09", flagged)
        self.assertEqual(chances["51-S07"], 10)
        self.assertEqual(math.comb(18, 9), 48620)
        self.assertGreater(chances["51-S09"], 48620 // 20)
