"""What one agency asks beyond the law, who was never told of it, and a term that was extended."""

from asking import Asking, at


class LayerStories(Asking):
    def test_who_was_never_told_of_the_agencys_layer(self):
        answer = self.province.ask("/v1/units/51-S08/concretisation", cycle=self.province.cycle)
        version, = answer["versions"]
        self.assertEqual(version["proposed"]["event"]["partyCommittee"], "Đảng ủy Sở Giao thông vận tải")
        self.assertEqual(version["issued"]["by"]["recordedAt"], at("2023-11-15 15:00"))
        self.assertEqual(answer["document"]["number"], "41/HD-SGTVT")
        if answer["people"] < 2:
            self.skipTest("too few people in the agency")
        never = [line for line in answer["items"] if not line["told"]]
        self.assertEqual(len(never), 1)
        self.assertEqual(answer["told"], answer["people"] - 1)
        finding, = self.province.findings("never-told")
        self.assertEqual(finding["act"]["subject"], never[0]["person"]["person"])

    def test_a_district_had_until_later(self):
        board = self.province.ask(f"/v1/cycles/{self.province.cycle}/files")["items"]
        extended = {line["unit"]["unit"]: line["extendedBy"]["number"] for line in board if "extendedBy" in line}
        self.assertEqual(extended, {"532": "5990/UBND-NC"})
        cycle = self.province.ask(f"/v1/cycles/{self.province.cycle}")["cycle"]
        extension, = cycle["extensions"]
        self.assertEqual((extension["event"]["was"]["date"], extension["event"]["until"]["date"]),
                         ("2023-11-30", "2023-12-05"))
