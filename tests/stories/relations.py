"""Who is related to whom, who was kept from deciding by it, and who decided instead."""

from asking import Asking, at
from served import PURPOSE


class RelationStories(Asking):
    def relations_of(self, person):
        answer = self.province.ask(f"/v1/people/{person}", purpose=PURPOSE)
        return [(one["person"]["person"], one["other"]["person"], one["kind"], one.get("endedOn"),
                 one.get("document", {}).get("document"), one["declaredBy"]["person"]) for one in answer["relations"]]

    def test_whoever_is_related_was_kept_from_deciding_and_another_decided(self):
        case = self.planted("relations")
        if not case["keys"]:
            self.skipTest("nobody was hired to be decided about, for want of people")
        dossier, person = self.dossier_of(case, "QH1"), self.person_of(case, "QH1")
        chairman, deputy = case["chairman"], case["deputyChairman"]
        self.assertEqual(self.relations_of(person),
                         [(chairman, person, "SPOUSE_SIBLING", None, None, chairman)])
        refused = self.province.ask("/v1/access/refusals", target=f"dossier/{dossier}")["items"]
        attempt, = [one for one in refused if one["actor"] == chairman]
        self.assertEqual((attempt["refusal"], attempt["at"][:10]), ("conflict-of-interest", "2023-11-28"))
        decided = self.province.dossier(dossier)["decisions"][-1]["by"]
        self.assertEqual((decided["actor"], decided["recordedAt"], decided["mandateDocumentNumber"]),
                         (deputy, at("2023-11-28 14:00"), "1733/QĐ-UBND"))
        self.assertTrue(self.province.competence({"by": decided})["then"]["competent"])
        asked = {"power": "DECIDE", "subject": person, "at": "2023-11-28T14:00"}
        tie = self.province.ask("/v1/competence", actor=chairman, **asked)["competence"]["tie"]
        self.assertTrue(tie["binds"])
        self.assertNotIn("tie", self.province.ask("/v1/competence", actor=deputy, **asked)["competence"])

    def test_a_relation_on_a_document_and_one_that_was_ended(self):
        case = self.planted("relations")
        recorded, = self.relations_of(case["recordedOf"])
        self.assertEqual((recorded[2], recorded[4]), ("SPOUSE_SIBLING", "VB-12-BK-UBND"))
        ended, = self.relations_of(case["mistaken"])
        self.assertEqual((ended[2], ended[3], ended[5]), ("OTHER_INTEREST", "2023-11-15", case["mistaken"]))
