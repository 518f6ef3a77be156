#!/usr/bin/python3
"""A log that goes over to another signing key:   rotation.py PROGRAM FOLDER

Receipts and packages of before and after are held against the old key, the new one, and the old one with the chain of
keys; the chain is also checked with Python's cryptography, from LOG_FORMAT.md.
"""
import base64
import hashlib
import os
import shutil
import sys
import urllib.request

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "faults"), os.path.join(HERE, "receipts")]
from province import Program  # noqa: E402
from run import entered  # noqa: E402


class Checks:
    passed, failed = 0, 0

    def expect(self, condition, what):
        print(("ok      " if condition else "FAILED  ") + what, flush=True)
        self.passed += bool(condition)
        self.failed += not condition


def public_key(vkey):
    name, key_id, key = vkey.split("+", 2)
    typed = base64.b64decode(key, validate=True)
    assert hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4].hex() == key_id and typed[0] == 1
    return name, bytes.fromhex(key_id), Ed25519PublicKey.from_public_bytes(typed[1:])


def followed(trusted, chain):
    """The verifier keys from the trusted one on."""
    keys, lines = [trusted], chain.split("\n")[:-1]
    assert len(lines) % 6 == 0
    for at in range(0, len(lines), 6):
        title, old, new, empty, *signatures = lines[at:at + 6]
        assert title == "minhbach key rotation v1" and not empty
        pair = [old.removeprefix("from "), new.removeprefix("to ")]
        text = "".join(line + "\n" for line in (title, old, new)).encode()
        for vkey, line in zip(pair, signatures):
            name, key_id, key = public_key(vkey)
            dash, signer, blob = line.split(" ")
            blob = base64.b64decode(blob, validate=True)
            assert dash == "\u2014" and signer == name and blob[:4] == key_id
            key.verify(blob[4:], text)
        if pair[0] == keys[-1]:
            keys.append(pair[1])
    return keys


def main():
    binary, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    data = os.path.join(folder, "store")
    program, checks = Program(binary, data), Checks()
    program.run("demo", "--data", data, "--people", "100")
    administrator, inspector = program.token("--role", "administrator"), program.token("--role", "inspector")

    def vkey():
        return program.run("log", "vkey", "--data", data).stdout.strip()

    def kept(name, content):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def exported(name):
        path = os.path.join(folder, name)
        program.run("export", "--data", data, "--unit", "51-S05", "--out", path)
        return path

    def verifies(target, *options):
        return program.run("log", "verify", target, *options, check=False).returncode == 0

    keys, receipts, packages = [vkey()], [], []
    chain = None
    for turn in range(3):
        if turn > 0:
            said = program.run("key", "rotate", "--data", data).stdout.strip()
            keys.append(vkey())
            checks.expect(said == keys[-1] and said not in keys[:-1], f"rotation {turn} prints the new key")
        program.start()
        try:
            receipts.append(kept(f"{turn}.tlog-proof", entered(program, administrator, turn)))
            served = f"http://127.0.0.1:{program.port}"
            with urllib.request.urlopen(served + "/v1/log/keys", timeout=30) as answer:
                chain = kept("keys", answer.read())
            if turn == 1:
                refused = program.run("key", "rotate", "--data", data, check=False)
                checks.expect(refused.returncode == 1 and vkey() == keys[-1], "not while a server holds the store")
            for at, key in enumerate(keys):
                options = ["--vkey", key, "--token", inspector]
                checks.expect(verifies(served, *options) == (at == turn), f"turn {turn}, served, key {at} alone")
                checks.expect(verifies(served, *options, "--keys", chain), f"turn {turn}, served, key {at} and chain")
        finally:
            program.stop()
        packages.append(exported(f"{turn}.zip"))

    for what, files in {"receipt": receipts, "package": packages}.items():
        for made, file in enumerate(files):
            for at, key in enumerate(keys):
                name = f"{what} of key {made}, key {at}"
                checks.expect(verifies(file, "--vkey", key) == (at == made), name + " alone")
                checks.expect(verifies(file, "--vkey", key, "--keys", chain) == (at <= made), name + " and chain")
    for at, key in enumerate(keys):
        checks.expect(verifies(data, "--vkey", key), f"the store under key {at}")
    with open(chain, encoding="utf-8") as file:
        text = file.read()
    checks.expect(followed(keys[0], text) == keys and followed(keys[1], text) == keys[1:],
                  "the chain leads from key to key, for others too")
    damaged = text.replace("to " + keys[1], "to " + keys[2], 1)
    try:
        followed(keys[0], damaged)
        checks.expect(False, "a changed chain is refused by others")
    except (AssertionError, InvalidSignature):
        checks.expect(True, "a changed chain is refused by others")
    wrong = kept("wrong", damaged.encode())
    checks.expect(not verifies(receipts[2], "--vkey", keys[0], "--keys", wrong), "and by the program")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
