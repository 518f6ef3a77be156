"""Meetings, evidence, who looked, earlier years, and proofs that anybody can recompute."""

import hashlib

from asking import Asking, at
from served import PURPOSE


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def included(leaf, index, size, path):
    """The root that the path leads to (RFC 9162 section 2.1.3.2), None where it does not fit."""
    place, last, value = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            value = node(sibling, value)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            value = node(value, sibling)
        place, last = place >> 1, last >> 1
    return value if last == 0 else None


def consistent(earlier, later, path, earlier_root):
    """The later root that the path leads to from the earlier one (RFC 9162 section 2.1.4.2)."""
    path = ([earlier_root] if earlier & (earlier - 1) == 0 else []) + path
    place, last = earlier - 1, later - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            old, new = node(sibling, old), node(sibling, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node(new, sibling)
        place, last = place >> 1, last >> 1
    return new if last == 0 and old == earlier_root else None


def root_of(leaves):
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root_of(leaves[:half]), root_of(leaves[half:]))


class RecordStories(Asking):
    def test_07_who_attended_the_meeting(self):
        case = self.planted("q06")
        meeting = self.province.ask(f"/v1/meetings/{case['meeting']}", purpose=PURPOSE)
        self.assertEqual(meeting["heldAt"], at("2023-11-21 14:00"))
        attendees = meeting["attendees"]
        self.assertEqual(meeting["due"], len(attendees))
        self.assertEqual(meeting["present"], sum(a["present"] for a in attendees))
        self.assertEqual(meeting["absent"], sum(not a["present"] and not a["inWriting"] for a in attendees))
        self.assertIn(meeting["chair"]["person"], {a["person"]["person"] for a in attendees})
        self.assertNotEqual(meeting["chair"]["person"], meeting["secretary"]["person"])
        self.assertIn(self.person_of(case, "A6"), {p["person"] for p in meeting["discussed"]})

    def test_08_the_minutes_are_adopted_and_sealed_in_the_log(self):
        case = self.planted("q06")
        meeting = self.province.ask(f"/v1/meetings/{case['meeting']}", purpose=PURPOSE)
        self.assertTrue(meeting["adopted"])
        minutes = meeting["minutes"][-1]
        self.assertGreaterEqual(minutes["event"]["adoptedAt"], meeting["heldAt"])
        record = self.province.record(minutes["by"]["position"])
        self.assertEqual((record["type"], record["stream"]), ("minutes.adopted", "meeting/" + case["meeting"]))
        # A part for every opinion and one for what concerns nobody alone, each committed to.
        self.assertEqual(len(record["commitments"]), 1 + len(minutes["event"]["opinions"]))
        status, proof = self.province.get(f"/v1/log/entries/{record['position']}/proof")
        self.assertEqual(status, 200)
        leaf = hashlib.sha256(b"\0" + bytes.fromhex(record["cbor"])).digest()
        path = [bytes.fromhex(step) for step in proof["proof"]]
        self.assertEqual(included(leaf, record["position"], proof["size"], path).hex(), proof["root"])
        self.assertNotEqual(included(leaf, record["position"] + 1, proof["size"], path), bytes.fromhex(proof["root"]))

    def test_23_which_product_supports_the_result(self):
        case = self.planted("q06")
        work = self.province.ask(f"/v1/work/2023/people/{self.person_of(case, 'A6')}")
        self.assertTrue(work["tasks"])
        for task in work["tasks"]:
            self.assertEqual(task["item"]["task"], task["delivery"]["task"])
            self.assertTrue(task["delivery"]["product"])
            self.assertEqual(task["acceptance"]["task"], task["item"]["task"])
        counts = work["counts"]
        self.assertEqual(counts["assigned"], len(work["tasks"]))
        self.assertEqual(counts["exceeded"], sum(task["acceptance"]["exceeded"] for task in work["tasks"]))

    def test_26_who_has_looked_at_this_file_and_for_which_purpose(self):
        case = self.planted("q06")
        dossier = self.dossier_of(case, "A6b")
        self.province.dossier(dossier)
        views = self.province.ask(f"/v1/dossiers/{dossier}/views")["items"]
        self.assertTrue(any((v["actor"], v["purpose"], v["view"]) == (self.province.inspector, PURPOSE, "dossier")
                            for v in views), views)
        owner = self.person_of(case, "A6b")
        status, answer = self.province.get(f"/v1/dossiers/{dossier}/views", owner)
        self.assertEqual((status, [v["actor"] for v in answer["data"]["items"]][:1]), (200, [self.province.inspector]))

    def test_27_what_the_administrator_did(self):
        administrator = self.province.planted["signIn"]["administrator"]
        acts = self.province.ask_all(f"/v1/actors/{administrator}/activity")
        self.assertEqual({act["by"]["actor"] for act in acts}, {administrator})
        # Only the opening rests on no mandate: it grants the first.
        opening = {act["correlation"] for act in acts if "mandate" not in act["by"]}
        self.assertEqual(len(opening), 1)
        corrected = [act for act in acts if act["type"] == "mandate.corrected"]
        self.assertEqual(len(corrected), 1)
        self.assertEqual(corrected[0]["changes"], [{"field": "from", "from": "2023-11-20", "to": "2023-11-28"}])
        self.assertFalse([act for act in acts if act["type"].startswith(("rating.", "proposal.", "comment."))])

    def test_29_the_ratings_of_five_years(self):
        case = self.planted("q01")
        ratings = self.province.ask(f"/v1/people/{self.person_of(case, 'A1')}/ratings")["ratings"]
        self.assertEqual([rating["year"] for rating in ratings], [2023, 2022, 2021, 2020, 2019])
        for rating in ratings:
            self.assertTrue(rating["unit"])
            # Decided here, or taken over from a record that is named.
            self.assertNotEqual("document" in rating, "source" in rating)

    def test_30_nothing_was_changed_since_a_copy(self):
        """The copy: the first 300 records, as they were handed out; the proof leads from their root to today's."""
        leaves = []
        for position in range(300):
            record = self.province.record(position)
            leaves.append(hashlib.sha256(b"\0" + bytes.fromhex(record["cbor"])).digest())
        status, today = self.province.get("/v1/log/entries/0/proof")
        self.assertEqual(status, 200)
        for size in (1, 256, 300):
            status, proof = self.province.get("/v1/log/consistency", **{"from": size, "to": today["size"]})
            self.assertEqual((status, proof["from"], proof["to"]), (200, size, today["size"]))
            path = [bytes.fromhex(step) for step in proof["proof"]]
            root = root_of(leaves[:size])
            self.assertEqual(consistent(size, today["size"], path, root).hex(), today["root"])
            changed = root_of([*leaves[:size - 1], hashlib.sha256(b"changed").digest()])
            self.assertNotEqual(consistent(size, today["size"], path, changed), bytes.fromhex(today["root"]))
