#!/usr/bin/python3
"""Two hundred kinds of damage to audit packages, each refused by the program and by the script that shares no code with
it.

    corruptions.py PROGRAM WORK

Makes a small demonstration province, exports a person, a unit and the cycle, and shows that whole packages verify, that
an export from the same position is the same byte for byte, and that every damaged one is refused with a non-zero exit.
"""
import base64
import importlib.util
import json
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives import serialization

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "deploy" / "verify_package.py"


def script():
    spec = importlib.util.spec_from_file_location("verify_package", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def zipped(files):
    """The archive of these (name, bytes) pairs, as LOG_FORMAT.md says; names may repeat."""
    body, directory = b"", b""
    for name, content in files:
        raw = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x21, zlib.crc32(content), len(content), len(content),
                           len(raw), 0)
        directory += b"PK\1\2\x14\0" + head + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + raw
        body += b"PK\3\4" + head + raw + content
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), len(body), 0)
    return body + directory + end


def resigned(verify, files, change):
    """The package after `change`, with a manifest that fits, signed by a key of one's own: a forger's best."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    name = dict(files)["key.txt"].decode().split("+")[0]
    public = b"\1" + key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    key_id = verify.sha256(name.encode(), b"\n", public)[:4]
    sign = lambda text: (text + f"\n\u2014 {name} " +
                         base64.b64encode(key_id + key.sign(text.encode())).decode() + "\n").encode()
    contents = dict(files)
    contents["key.txt"] = f"{name}+{key_id.hex()}+{base64.b64encode(public).decode()}\n".encode()
    contents["checkpoint.txt"] = sign(contents["checkpoint.txt"].decode().rpartition("\n\n")[0] + "\n")
    change(contents)
    text = contents.pop("manifest.txt").decode().rpartition("\n\n")[0] + "\n"
    lines = [line for line in text.split("\n")[:-1] if not line.startswith("file ")]
    lines += [f"file {verify.sha256(content).hex()} {len(content)} {file}" for file, content in contents.items()]
    contents["manifest.txt"] = sign("\n".join(lines) + "\n")
    return zipped(list(contents.items()))


def kinds(verify, archive, other, dice):
    """(name, damaged archive): structure first, then bytes."""
    files = list(verify.archive(archive).items())
    names = [name for name, _ in files]
    at = {name: archive.index(b"PK\3\4", 0) for name in names}
    offset = 0
    for name, content in files:
        at[name] = offset
        offset += 30 + len(name.encode()) + len(content)
    directory = offset
    others = dict(verify.archive(other))

    for i, name in enumerate(names):
        rest = files[:i] + files[i + 1:]
        yield f"without {name}", zipped(rest)
        yield f"{name} twice", zipped(files + [files[i]])
        yield f"{name} first", zipped([files[i]] + rest) if i else zipped(rest + [files[i]])
        yield f"{name} renamed", zipped(files[:i] + [(name + "~", files[i][1])] + files[i + 1:])
        yield f"{name} emptied", zipped(files[:i] + [(name, b"")] + files[i + 1:])
        yield f"{name} with one byte more", zipped(files[:i] + [(name, files[i][1] + b"\n")] + files[i + 1:])
        yield f"{name} without its last byte", zipped(files[:i] + [(name, files[i][1][:-1])] + files[i + 1:])
        if others.get(name, files[i][1]) != files[i][1]:
            yield f"{name} of another package", zipped(files[:i] + [(name, others[name])] + files[i + 1:])
        content = bytearray(files[i][1])
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        yield f"a bit of {name}, sums mended", zipped(files[:i] + [(name, bytes(content))] + files[i + 1:])
        for field, place, size in (("version", 4, 2), ("flags", 6, 2), ("method", 8, 2), ("time", 10, 2),
                                   ("date", 12, 2), ("sum", 14, 4), ("packed size", 18, 4), ("size", 22, 4),
                                   ("name length", 26, 2),
                                   ("extra length", 28, 2)):
            damaged = bytearray(archive)
            damaged[at[name] + place + dice.randrange(size)] ^= 1 << dice.randrange(8)
            yield f"{field} of {name}", bytes(damaged)
    yield "a file added", zipped(files[:-1] + [("more.txt", b"x")] + files[-1:])
    yield "a comment", archive[:-2] + b"\1\0x"
    yield "bytes before", b"x" + archive
    yield "bytes behind", archive + b"\0"
    yield "two archives", archive + archive
    yield "nothing", b""
    yield "no archive", b"PK"
    for i in range(12):
        damaged = bytearray(archive)
        damaged[dice.randrange(directory, len(archive))] ^= 1 << dice.randrange(8)
        yield f"directory {i}", bytes(damaged)
    for i in range(12):
        yield f"cut {i}", archive[:dice.randrange(len(archive))]
        place = dice.randrange(len(archive))
        yield f"a byte missing {i}", archive[:place] + archive[place + 1:]
        yield f"a byte added {i}", archive[:place] + bytes([dice.randrange(256)]) + archive[place:]

    def lines(name, change):
        def apply(contents):
            text = contents[name].decode().split("\n")
            contents[name] = "\n".join(change(text)).encode()
        return apply

    def drop_record(contents):
        raw = contents["records.bin"]
        contents["records.bin"] = raw[2 + int.from_bytes(raw[:2], "big"):]

    yield "forged whole", resigned(verify, files, lambda contents: None)
    yield "forged: a level", resigned(verify, files, lines("payloads.txt", lambda text: [
        line.replace("GOOD", "EXCELLENT") for line in text]))
    yield "forged: a line of the tree missing", resigned(verify, files, lines("tree.txt", lambda text: text[1:]))
    yield "forged: a payload missing", resigned(verify, files, lines("payloads.txt", lambda text: text[1:]))
    yield "forged: a record missing", resigned(verify, files, drop_record)


def main():
    program, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)

    def run(*words):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, errors="replace",
                              timeout=300)

    def ours(*words):
        return run(program, *words)

    store = work / "province"
    made = ours("demo", "--data", store, "--people", 100)
    assert made.returncode == 0, made.stderr
    cases = json.loads((store / "cases.json").read_text())
    key = ours("log", "vkey", "--data", store).stdout.strip()
    scopes = [("--person", cases["signIn"]["head"]), ("--unit", "51-S05"), ("--cycle", cases["cycle"])]
    packages = []
    for i, (option, value) in enumerate(scopes):
        path = work / f"{i}.zip"
        made = ours("export", "--data", store, option, value, "--out", path)
        assert made.returncode == 0, made.stderr
        packages.append(path)
    verify = script()
    size = int(verify.manifest_of(verify.archive(packages[0].read_bytes())["manifest.txt"].decode()
                                  .rpartition("\n\n")[0] + "\n")[0]["size"])
    again = work / "again.zip"
    made = ours("export", "--data", store, *scopes[0], "--size", size, "--out", again)
    assert made.returncode == 0 and again.read_bytes() == packages[0].read_bytes(), "not the same bytes again"
    for path in packages:
        checked = ours("log", "verify", path, "--vkey", key)
        assert checked.returncode == 0, checked.stderr
        other = run(SCRIPT, path, "--vkey", key)
        assert other.returncode == 0, other.stderr

    dice, failures, count = random.Random(5), [], 0
    archive = packages[0].read_bytes()
    target = work / "damaged.zip"
    for name, damaged in kinds(verify, archive, packages[1].read_bytes(), dice):
        if damaged == archive:
            failures.append(f"{name}: this damage changes nothing")
            continue
        count += 1
        target.write_bytes(damaged)
        if ours("log", "verify", target, "--vkey", key).returncode == 0:
            failures.append(f"{name}: the program accepts it")
        try:
            verify.verify(target, key)
            failures.append(f"{name}: the script accepts it")
        except Exception:
            pass
    for failure in failures:
        print(failure)
    whole = run(SCRIPT, target, "--vkey", key)
    if whole.returncode == 0:
        failures.append("the script as a command accepts the last one")
    print(f"{count} kinds of damage, each refused by both: {'no' if failures else 'yes'}")
    print(f"{count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or count < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
