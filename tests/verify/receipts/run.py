#!/usr/bin/python3
"""Receipts of a served log, held against verifiers that share no code with the program, sound and damaged.

    run.py PROGRAM FOLDER

The demonstration is served in FOLDER; documents are entered with `Prefer: receipt`. Four verifiers read the receipts:
the program, Go's packages of its checksum database, Node's crypto and Python's. Each must accept every receipt as it
was given, and refuse every damaged one: bytes changed, missing and added, lines exchanged, repeated and left out, and
parts of one receipt put into another. Prints how many each refused.
"""
import functools
import json
import os
import random
import shutil
import sys
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(os.path.dirname(HERE)), "faults")]
import verdicts  # noqa: E402
from province import Program  # noqa: E402

SEED = 20231114
DOCUMENT = {"document": "VB-BIEN-NHAN-1", "number": "1/CV-BN", "date": "2024-03-01", "issuer": "Sở Nội vụ",
            "issuerUnit": "51-S02", "kind": "LETTER", "title": "Văn bản có biên nhận", "signer": "Nguyễn Thử",
            "signingCapacity": "HEAD", "effectiveFrom": "2024-03-01"}


def entered(program, token, number):
    """The receipt of a document entered now."""
    body = dict(DOCUMENT, document=f"VB-BIEN-NHAN-{number}", number=f"{number}/CV-BN")
    request = urllib.request.Request(f"http://127.0.0.1:{program.port}/v1/documents", json.dumps(body).encode(),
                                     {"Authorization": "Bearer " + token, "Content-Type": "application/json",
                                      "Prefer": "receipt"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        [receipt] = json.load(answer)["receipts"]
    return receipt.encode()


class Damage:
    """Every damaged form, with a name; none of them is a receipt that was given."""
    def __init__(self, sound):
        self.sound, self.forms = set(sound), {}

    def add(self, name, text):
        if text not in self.sound:
            self.forms.setdefault(text, name)

    def of_bytes(self, text, chance):
        for place in chance.sample(range(len(text)), 400):
            changed = bytearray(text)
            changed[place] ^= 1 << chance.randrange(8)
            self.add(f"byte {place} changed", bytes(changed))
        for place in chance.sample(range(len(text)), 200):
            self.add(f"byte {place} missing", text[:place] + text[place + 1:])
        for place in chance.sample(range(len(text)), 200):
            self.add(f"byte added at {place}", text[:place] + bytes([chance.randrange(256)]) + text[place:])
        for place in chance.sample(range(len(text)), 100):
            self.add(f"cut at {place}", text[:place])
        self.add("followed by another", text + text)

    def of_lines(self, text):
        lines = text.split(b"\n")
        # More signatures are no damage to a note, so its last lines are not repeated.
        for place in range(len(lines) - 2):
            if lines[place] or place + 1 < len(lines) - 2:
                self.add(f"line {place} repeated", b"\n".join(lines[:place + 1] + lines[place:]))
        for place in range(len(lines) - 1):
            self.add(f"line {place} left out", b"\n".join(lines[:place] + lines[place + 1:]))
            for other in range(place + 1, len(lines) - 1):
                swapped = lines[:]
                swapped[place], swapped[other] = swapped[other], swapped[place]
                self.add(f"lines {place} and {other} exchanged", b"\n".join(swapped))

    def of_parts(self, texts):
        """Each part of a receipt from any other one: record, place, path, checkpoint's text, signatures."""
        def parts(text):
            head, _, note = text.partition(b"\n\n")
            title, extra, index, *path = head.split(b"\n")
            body, _, signatures = note.partition(b"\n\n")
            return [title, extra, index, b"\n".join(path), body, signatures]

        def whole(given):
            title, extra, index, path, body, signatures = given
            return b"\n".join([title, extra, index, path]) + b"\n\n" + body + b"\n\n" + signatures
        apart = [parts(text) for text in texts]
        assert all(whole(given) == text for given, text in zip(apart, texts))
        for one, given in enumerate(apart):
            for other, foreign in enumerate(apart):
                for which in range(1, len(given)):
                    mixed = given[:]
                    mixed[which] = foreign[which]
                    if one != other:
                        self.add(f"part {which} of receipt {other} in {one}", whole(mixed))


def main():
    binary, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    data = os.path.join(folder, "store")
    program = Program(binary, data)
    program.run("demo", "--data", data, "--people", "100")
    administrator = program.token("--role", "administrator")
    program.start()
    try:
        receipts = [entered(program, administrator, number) for number in range(4)]
    finally:
        program.stop()
    vkey = program.run("log", "vkey", "--data", data).stdout.strip()

    damage = Damage(receipts)
    chance = random.Random(SEED)
    damage.of_bytes(receipts[1], chance)
    damage.of_lines(receipts[1])
    damage.of_parts(receipts)
    damage.add("nothing", b"")
    sound = verdicts.written(os.path.join(folder, "sound"), receipts, ".tlog-proof")
    damaged = verdicts.written(os.path.join(folder, "damaged"), list(damage.forms), ".tlog-proof")
    others = {"Go": [verdicts.go_built(os.path.join(HERE, "check.go"), folder)],
              "Node": ["node", os.path.join(HERE, "check.mjs")],
              "Python": [sys.executable, os.path.join(HERE, "check.py")]}
    verifiers = {"the program": lambda files: verdicts.of_program(binary, files, "--vkey", vkey)}
    for name, command in others.items():
        verifiers[name] = functools.partial(verdicts.of_command, name, [*command, vkey])
    failed = verdicts.score("receipts", verifiers, sound, damaged, list(damage.forms.values()), 1000)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
