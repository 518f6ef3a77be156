#!/usr/bin/python3
"""Proofs that a list is complete, of a served log, held against verifiers that share no code, sound and damaged.

    run.py PROGRAM FOLDER

The demonstration is served in FOLDER until its index is sealed; then documents are entered, so that lists go on behind
the seal. The proofs of a stream, a subject, an actor and of somebody nobody knows are read by the program, by Python
and by Node. Each must accept them as they were given, and refuse them without any of their records, lines, numbers or
bytes, and with what belongs to another proof.
"""
import functools
import json
import os
import random
import shutil
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(os.path.dirname(HERE)), "faults")]
import verdicts  # noqa: E402
from province import Client, Program  # noqa: E402

SEED = 20231201
DOCUMENT = {"date": "2024-03-01", "issuer": "Sở Nội vụ", "issuerUnit": "51-S02", "kind": "LETTER",
            "title": "Văn bản sau khi niêm phong", "signer": "Nguyễn Thử", "signingCapacity": "HEAD",
            "effectiveFrom": "2024-03-01"}
WAIT_SECONDS = 30


def proof(program, token, kind, name):
    """Asked again until the newest seal is covered by a checkpoint."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{program.port}/v1/log/completeness?{urllib.parse.urlencode({kind: name})}",
        headers={"Authorization": "Bearer " + token})
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code != 503 or time.monotonic() > deadline:
                raise RuntimeError(f"{kind} {name}: {error.code} {error.read()[:300]!r}") from error
        time.sleep(0.05)


class Damage:
    def __init__(self, sound, chance):
        self.sound, self.chance, self.forms = set(sound), chance, {}

    def add(self, name, text):
        if text not in self.sound:
            self.forms.setdefault(text, name)

    def of_bytes(self, text):
        places = functools.partial(self.chance.sample, range(len(text)))
        for place in places(200):
            changed = bytearray(text)
            changed[place] ^= 1 << self.chance.randrange(8)
            self.add(f"byte {place} changed", bytes(changed))
        for place in places(60):
            self.add(f"byte {place} missing", text[:place] + text[place + 1:])
            self.add(f"byte added at {place}", text[:place] + bytes([self.chance.randrange(256)]) + text[place:])
            self.add(f"cut at {place}", text[:place])
        self.add("followed by another", text + text)

    def of_lines(self, text):
        """Every line left out, repeated, and exchanged with the next and with another: records, paths and all."""
        lines = text.split(b"\n")
        end = len(lines) - 3  # more signatures are no damage to a note, so its last lines are not repeated
        for place in range(end + 1):
            self.add(f"line {place} left out", b"\n".join(lines[:place] + lines[place + 1:]))
            if place < end:
                self.add(f"line {place} repeated", b"\n".join(lines[:place + 1] + lines[place:]))
            for other in {place + 1, self.chance.randrange(end)}:
                swapped = lines[:]
                swapped[place], swapped[other] = swapped[other], swapped[place]
                self.add(f"lines {place} and {other} exchanged", b"\n".join(swapped))

    def of_numbers(self, text):
        """Every number that is written out, one more and one less."""
        lines = text.split(b"\n")
        for place, line in enumerate(lines[:-3]):
            if line.startswith((b"path", b"record")):
                continue
            words = line.split(b" ")
            for which, word in enumerate(words):
                for step in (-1, 1):
                    if word.isdigit():
                        other = words[:which] + [str(max(0, int(word) + step)).encode()] + words[which + 1:]
                        self.add(f"number {which} of line {place} by {step}",
                                 b"\n".join(lines[:place] + [b" ".join(other)] + lines[place + 1:]))

    def of_others(self, texts):
        """The lines of each kind from any other proof of the same seal: names, paths, records, ranges."""
        kinds = (b"of", b"seal", b"end", b"path", b"record", b"range")

        def parts(text):
            head, _, note = text.partition(b"\n\n")
            lines = head.split(b"\n")[1:]
            return {kind: [line for line in lines if line.split(b" ")[0] == kind] for kind in kinds}, note
        for one, text in enumerate(texts):
            for other, foreign in enumerate(texts):
                for chosen in range(1, 1 << len(kinds)):
                    mine, note = parts(text)
                    theirs, _ = parts(foreign)
                    lines = [b"minhbach-complete v1"]
                    for i, kind in enumerate(kinds):
                        lines += theirs[kind] if chosen >> i & 1 else mine[kind]
                    self.add(f"{chosen:06b} of proof {other} in {one}", b"\n".join(lines) + b"\n\n" + note)


def main():
    binary, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    data = os.path.join(folder, "store")
    program = Program(binary, data)
    program.run("demo", "--data", data, "--people", "100")
    with open(os.path.join(data, "cases.json"), encoding="utf-8") as file:
        person = json.load(file)["signIn"]["head"]
    administrator, inspector = program.token("--role", "administrator"), program.token("--role", "inspector")
    vkey = program.run("log", "vkey", "--data", data).stdout.strip()
    program.start()
    try:
        proof(program, inspector, "subject", person)
        client = Client(program.port, administrator)
        for number in range(6):
            body = dict(DOCUMENT, document=f"VB-SAU-{number}", number=f"{number}/CV-NP")
            status, answer, _ = client.send("POST", "/v1/documents", body)
            assert status == 201, answer
        lists = [("subject", person), ("stream", "document/VB-SAU-3"), ("actor", "system"), ("subject", "QN999999"),
                 ("stream", f"dossier/2023.{person}")]
        sound = [proof(program, inspector, *one) for one in lists]
        asked = program.run("log", "verify", f"http://127.0.0.1:{program.port}", "--vkey", vkey, "--token", inspector)
        assert "OK" in asked.stderr, asked.stderr
    finally:
        program.stop()
    program.run("log", "verify", data)

    damage = Damage(sound, random.Random(SEED))
    damage.of_bytes(sound[0])
    damage.of_bytes(sound[3])
    damage.of_lines(sound[0])
    for text in sound:
        damage.of_numbers(text)
    damage.of_others(sound)
    damage.add("nothing", b"")
    files = verdicts.written(os.path.join(folder, "sound"), sound, ".txt")
    damaged = verdicts.written(os.path.join(folder, "damaged"), list(damage.forms), ".txt")
    readers = {"the program": lambda these: verdicts.of_program(binary, these, "--vkey", vkey)}
    for name, command in {"Python": [sys.executable, os.path.join(HERE, "check.py")],
                          "Node": ["node", os.path.join(HERE, "check.mjs")]}.items():
        readers[name] = functools.partial(verdicts.of_command, name, [*command, vkey])
    failed = verdicts.score("proofs of completeness", readers, files, damaged, list(damage.forms.values()), 1000)
    if not failed:
        shutil.rmtree(os.path.join(folder, "damaged"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
