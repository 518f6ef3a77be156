#!/usr/bin/python3
"""A served log and the witnesses of its policy, each a process of its own:   witnesses.py PROGRAM FOLDER

Two of three witnesses run and two are needed. Cosignatures are checked with Python's cryptography, from the
specification. While too few witnesses answer, commands are accepted and nothing new is published; when they are back,
it is. A copy of the data from before is found out, by the data's own memory and by the witnesses.
"""
import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "faults"))
sys.path.insert(0, os.path.join(HERE, "receipts"))
from province import Client, Program  # noqa: E402
from run import DOCUMENT  # noqa: E402
from verify_log import open_checkpoint  # noqa: E402


class Failed(Exception):
    pass


def expect(condition, what):
    if not condition:
        raise Failed(what)
    print("ok      " + what, flush=True)


def soon(condition, what, seconds=20):
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise Failed(what)
        time.sleep(0.1)
    print("ok      " + what, flush=True)


class Witness:
    def __init__(self, binary, folder, name, logs):
        self.words = [binary, "witness", "--data", os.path.join(folder, name), "--name", name + ".example",
                      "--logs", logs]
        self.errors = os.path.join(folder, name + ".log")
        self.port, self.process = 0, None

    def start(self):
        with open(self.errors, "w", encoding="utf-8") as errors:
            self.process = subprocess.Popen([*self.words, "--listen", f"127.0.0.1:{self.port}"], stderr=errors)
        for _ in range(300):
            with open(self.errors, encoding="utf-8") as file:
                said = re.search(r"http://127\.0\.0\.1:(\d+)/ . khóa / key (\S+)", file.read())
            if said:
                self.port, self.vkey = int(said.group(1)), said.group(2)
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise Failed("the witness did not start")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def cosigned(note, vkey):
    """When the witness cosigned, by the specification of tlog-cosignature; None if it did not."""
    name, key_id, key = vkey.split("+", 2)
    typed = base64.b64decode(key)
    expected = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    if typed[0] != 4 or expected.hex() != key_id:
        raise Failed("not the key of a witness")
    text, _, signatures = note.rpartition("\n\n")
    for line in signatures.splitlines():
        _, signer, blob = line.split(" ")
        blob = base64.b64decode(blob)
        if signer == name and blob[:4] == expected:
            seconds = int.from_bytes(blob[4:12], "big")
            message = f"cosignature/v1\ntime {seconds}\n{text}\n"
            Ed25519PublicKey.from_public_bytes(typed[1:]).verify(blob[12:], message.encode())
            return seconds
    return None


def keys_of_both_ledgers(vkey):
    """A file for `minhbach witness --logs`."""
    name, _, key = vkey.split("+", 2)
    key_id = hashlib.sha256(name.encode() + b"/access\n" + base64.b64decode(key)).hexdigest()[:8]
    return f"# both ledgers\n{vkey}\n{name}/access+{key_id}+{key}\n"


class Log:
    def __init__(self, program):
        self.program = program

    def checkpoint(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.program.port}/log/checkpoint", timeout=10) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            expect(error.code == 503, "nothing is published before enough witnesses cosigned")
            return None

    def size(self):
        return int(self.checkpoint().split("\n")[1])

    def enter(self, token, number):
        """A document; the receipts that came with the answer."""
        body = dict(DOCUMENT, document=f"VB-CHUNG-KIEN-{number}", number=f"{number}/CV-CK")
        address = f"http://127.0.0.1:{self.program.port}/v1/documents"
        request = urllib.request.Request(address, json.dumps(body).encode(),
                                         {"Authorization": "Bearer " + token, "Content-Type": "application/json",
                                          "Prefer": "receipt"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            expect(answer.status == 201, f"document {number} is accepted")
            return json.load(answer).get("receipts", [])


def readers_ask(binary, folder, policy, vkey, receipt, witnesses):
    """A reader trusts the log's key and witnesses of their own choice."""
    path = os.path.join(folder, "receipt.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(receipt)

    def held(against):
        done = subprocess.run([binary, "log", "verify", path, "--vkey", vkey, "--policy", against],
                              capture_output=True, text=True, timeout=60)
        return done.returncode == 0
    expect(held(policy), "two of three are enough for the reader")
    one, _, three = witnesses
    first, third = f"witness a {one.vkey}", f"witness c {three.vkey}"
    for name, lines, enough in (("the third is asked for", [third, "quorum c"], False),
                                ("both are asked for", [first, third, "group g all a c", "quorum g"], False),
                                ("none is asked for", ["quorum none"], True),
                                ("the first is asked for", [first, "quorum a"], True)):
        other = os.path.join(folder, "reader")
        with open(other, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        expect(held(other) == enough, f"a reader for whom {name} " + ("accepts it" if enough else "refuses it"))


def export_job(client, folder, **wanted):
    """An export of the first case of the demonstration, over HTTP, as it ended."""
    with open(os.path.join(folder, "store", "cases.json"), encoding="utf-8") as file:
        person = json.load(file)["signIn"]["head"]
    status, answer, _ = client.post("/v1/exports", {"scope": {"person": person}, "purpose": "Kiểm tra", **wanted})
    if status not in (200, 202):
        raise Failed(f"an export is asked for: {answer}")
    for _ in range(300):
        job = client.get("/v1/exports/" + answer["data"]["job"])[1]["data"]
        if job["state"] in ("DONE", "FAILED"):
            break
        time.sleep(0.1)
    return job


def exported(client, folder):
    job = export_job(client, folder)
    status, content, _ = client.get(f"/v1/exports/{job['job']}/package")
    expect(status == 200, "a package is exported")
    path = os.path.join(folder, f"{job['job']}.zip")
    with open(path, "wb") as file:
        file.write(content)
    return path


def run(binary, folder, running):
    data = os.path.join(folder, "store")
    program = Program(binary, data)
    program.run("demo", "--data", data, "--people", "100")
    vkey = program.run("log", "vkey", "--data", data).stdout.strip()
    logs = os.path.join(folder, "logs")
    with open(logs, "w", encoding="utf-8") as file:
        file.write(keys_of_both_ledgers(vkey))
    one, two, three = (Witness(binary, folder, name, logs).start() for name in ("mot", "hai", "ba"))
    running += [one, two, three]
    three.stop()
    policy = os.path.join(folder, "policy")
    with open(policy, "w", encoding="utf-8") as file:
        for name, witness in (("one", one), ("two", two), ("three", three)):
            file.write(f"witness {name} {witness.vkey} http://127.0.0.1:{witness.port}\n")
        file.write("group enough 2 one two three\nquorum enough\n")
    before = os.path.join(folder, "before")
    shutil.copytree(data, before)
    token = program.token("--role", "administrator")
    program.start("--policy", policy, "--require-quorum")
    running.append(program)
    log = Log(program)

    soon(lambda: log.checkpoint() is not None, "a checkpoint is published")
    [receipt] = log.enter(token, 1)
    checkpoint = receipt.partition("\n\n")[2]
    origin, size, _ = open_checkpoint(checkpoint.encode(), vkey)
    now = time.time()
    for witness in (one, two):
        expect(abs(cosigned(checkpoint, witness.vkey) - now) < 60, f"{witness.vkey.split('+')[0]} has cosigned it")
    expect(cosigned(checkpoint, three.vkey) is None, "the third has not")
    readers_ask(binary, folder, policy, vkey, receipt, (one, two, three))
    seen = f"http://127.0.0.1:{one.port}/{hashlib.sha256(origin.encode()).hexdigest()}/checkpoint"
    with urllib.request.urlopen(seen, timeout=10) as answer:
        expect(open_checkpoint(answer.read(), vkey)[1] >= size, "the witness shows what it has seen")

    inspector = Client(program.port, program.token("--role", "inspector"))
    package = exported(inspector, folder)
    says = subprocess.run([binary, "log", "verify", package, "--vkey", vkey, "--policy", policy], capture_output=True,
                          text=True, timeout=60)
    expect(says.returncode == 0 and "one, two" in says.stderr, "a package leaves with its checkpoint's cosignatures")
    script = os.path.join(os.path.dirname(os.path.dirname(HERE)), "deploy", "verify_package.py")
    expect(subprocess.run([script, package, "--vkey", vkey], capture_output=True, timeout=60).returncode == 0,
           "and is one for the script that needs no server")

    earlier = export_job(inspector, folder, size=size - 1)
    expect(earlier["state"] == "FAILED" and "no cosignatures of others" in json.dumps(earlier),
           "an earlier checkpoint has no cosignatures any more, and the refusal says so")

    two.stop()
    published = log.size()
    expect(log.enter(token, 2) == [], "without a receipt while too few witnesses answer")
    expect(log.size() == published, "and nothing new is published")
    with zipfile.ZipFile(exported(inspector, folder)) as archive:
        manifest = archive.read("manifest.txt").decode()
    expect(f"\nsize {published}\n" in manifest, "no package leaves on what is not published")
    two.start()
    soon(lambda: log.size() > published, "it is when the witness is back", seconds=40)
    [receipt] = log.enter(token, 3)
    expect(cosigned(receipt.partition("\n\n")[2], two.vkey) is not None, "with its cosignature")
    expect(program.stop() == 0, "the server stops when it is told to")

    # The data of before is put in place of what was published since.
    remembered = {}
    for name in ("witnessed-main", "witnessed-access"):
        with open(os.path.join(data, name), "rb") as file:
            remembered[name] = file.read()
    shutil.rmtree(data)
    shutil.copytree(before, data)
    os.chmod(data, 0o700)
    for name, content in remembered.items():
        with open(os.path.join(data, name), "wb") as file:
            file.write(content)
    refused = subprocess.run([binary, "serve", "--data", data, "--listen", "127.0.0.1:0", "--policy", policy],
                             capture_output=True, text=True, timeout=60)
    expect(refused.returncode != 0 and "witnessed-main" in refused.stderr, "older data is refused at the start")
    os.remove(os.path.join(data, "witnessed-main"))
    os.remove(os.path.join(data, "witnessed-access"))
    program.start("--policy", policy, "--require-quorum")

    def is_found_out():
        with urllib.request.urlopen(f"http://127.0.0.1:{program.port}/v1/log", timeout=10) as answer:
            view = json.load(answer)
        return "witnessed" not in view and sum(witness["inTrouble"] for witness in view["witnesses"]) == 3
    soon(is_found_out, "without its memory it starts, and no witness cosigns it")
    expect(log.checkpoint() is None, "so nothing of it is published")


def drill(run):
    """PROGRAM FOLDER of the command line: run(binary, folder, running) in a fresh folder, where `running` collects what
    is to be stopped in the end. Gives the exit status; a run may say how many checks it passed."""
    binary, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    running = []
    try:
        passed = run(binary, folder, running) or 1
    except Failed as failed:
        print(f"FAILED  {failed}\n0 passed, 1 failed")
        return 1
    finally:
        for one in running:
            if one.process and one.process.poll() is None:
                one.stop()
    print(f"{passed} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(drill(run))
