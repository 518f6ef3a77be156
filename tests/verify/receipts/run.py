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
import subprocess
import sys
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(HERE)), "faults"))
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


def verdicts(name, command, files):
    """Whether each file was accepted. A verifier that ends otherwise than by its verdicts is an error."""
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=900)
    lines = done.stdout.splitlines()
    accepted = [line == "ok" for line in lines]
    if len(lines) != len(files) or not all(line == "ok" or line.startswith("refused: ") for line in lines) or \
            done.returncode != (0 if all(accepted) else 1):
        raise RuntimeError(f"{name} ended with {done.returncode} after {len(lines)} verdicts: {done.stderr[-2000:]}")
    return accepted


def program_verdicts(program, vkey, files):
    accepted = []
    for file in files:
        done = subprocess.run([program, "log", "verify", file, "--vkey", vkey], capture_output=True, timeout=60)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"the program ended with {done.returncode} on {file}: {done.stderr[-2000:]}")
        accepted.append(done.returncode == 0)
    return accepted


def written(folder, texts):
    os.makedirs(folder)
    paths = [os.path.join(folder, f"{number}.tlog-proof") for number in range(len(texts))]
    for path, text in zip(paths, texts):
        with open(path, "wb") as file:
            file.write(text)
    return paths


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
    go = os.path.join(folder, "check")
    subprocess.run(["go", "build", "-o", go, "check.go"], cwd=HERE, check=True, timeout=300,
                   env={**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
                        "GOCACHE": os.path.join(folder, "go-cache")})

    damage = Damage(receipts)
    chance = random.Random(SEED)
    damage.of_bytes(receipts[1], chance)
    damage.of_lines(receipts[1])
    damage.of_parts(receipts)
    damage.add("nothing", b"")
    sound = written(os.path.join(folder, "sound"), receipts)
    damaged = written(os.path.join(folder, "damaged"), list(damage.forms))
    failed = 0
    others = {"Go": [go], "Node": ["node", os.path.join(HERE, "check.mjs")],
              "Python": [sys.executable, os.path.join(HERE, "check.py")]}
    verifiers = {"the program": lambda files: program_verdicts(binary, vkey, files)}
    for name, command in others.items():
        verifiers[name] = functools.partial(verdicts, name, [*command, vkey])
    for name, verify in verifiers.items():
        accepted, wrongly = verify(sound), verify(damaged)
        print(f"{name}: {sum(accepted)} of {len(sound)} sound receipts accepted, "
              f"{len(damaged) - sum(wrongly)} of {len(damaged)} damaged ones refused", flush=True)
        for text, is_accepted in zip(damage.forms, wrongly):
            if is_accepted:
                print(f"FAILED  {name} accepts: {damage.forms[text]}\n{text!r}")
        failed += sum(wrongly) + accepted.count(False)
    if len(damaged) < 1000:
        print(f"FAILED  only {len(damaged)} kinds of damage")
        failed += 1
    print(f"{4 * (len(sound) + len(damaged)) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
