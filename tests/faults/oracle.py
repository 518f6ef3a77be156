"""What a server under load acknowledged, and what must be true of it after the server has ended and is started again.

  * Everything acknowledged is there: the same key gives the same position, the entry of that position is the comment of
    that person on that dossier, and the dossier shows the words that were sent.
  * What was sent and not acknowledged is there whole or not at all: sent again with its key it is accepted once.
  * The checker finds nothing wrong, and every checkpoint seen stays consistent with the log.
"""
import base64
import hashlib
import http.client
import os
import shutil
import tempfile
import threading
import time
import urllib.parse

from province import Client, Program, appoint_inspector, dossier, open_province, person

PEOPLE = 40
INSPECTOR = PEOPLE - 1
LOST_CONNECTION = (OSError, http.client.HTTPException)


def checkpoint_of(port):
    status, note, _ = Client(port).get("/log/checkpoint")
    assert status == 200, status
    _, size, root = note.decode().split("\n")[:3]
    return int(size), base64.b64decode(root)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def consistent(old_size, old_root, new_size, new_root, proof):
    """RFC 9162 2.1.4.2, written here so that the oracle shares nothing with the program."""
    if old_size == 0:
        return not proof
    if old_size == new_size:
        return not proof and old_root == new_root
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    fn, sn = old_size - 1, new_size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == old_root and sr == new_root and sn == 0


class Sent:
    """A comment and the key it was sent under."""

    def __init__(self, key, dossier_number):
        self.key, self.dossier = key, dossier(dossier_number)
        self.text = f"Ý kiến {key}: hoàn thành công việc đúng tiến độ."
        self.position = None

    def send(self, client):
        return client.post(f"/v1/dossiers/{self.dossier}/comments", {"side": "PEER", "text": self.text},
                           {"Idempotency-Key": f'"{self.key}"'})


class Oracle:
    """Opens a province in a folder of its own, which is kept if anything was wrong."""

    def __init__(self, binary):
        self.folder = tempfile.mkdtemp(prefix="minhbach-fault-")
        self.program = Program(os.path.abspath(binary), os.path.join(self.folder, "store"))
        self.acknowledged, self.unanswered, self.checkpoints, self.failures = [], [], [], []
        self.administrator = open_province(self.program, PEOPLE)
        appoint_inspector(Client(self.program.port, self.administrator), INSPECTOR)
        self.staff = self.program.token("--person", person(0))
        self.inspector = self.program.token("--person", person(INSPECTOR))

    def close(self):
        if self.program.process and self.program.process.poll() is None:
            self.program.kill()
        if not self.failures:
            shutil.rmtree(self.folder, ignore_errors=True)

    def fail(self, what):
        if len(self.failures) < 100:
            self.failures.append(what)

    def _load(self, number, name, until):
        client, i = Client(self.program.port, self.staff), 0
        while time.monotonic() < until:
            sent = Sent(f"{name}-c{number}-{i}", 1 + (number * 7 + i) % (PEOPLE - 1))
            i += 1
            try:
                status, answer, _ = sent.send(client)
            except LOST_CONNECTION:  # the server ended under the request: its outcome is unknown
                self.unanswered.append(sent)
                return
            if status == 201:
                sent.position = answer["position"]
                self.acknowledged.append(sent)
            elif status != 503:
                raise RuntimeError(f"unexpected answer {status}: {answer}")

    def under_load(self, name, clients, seconds, end):
        """Runs `end` after so many seconds of load; what it left unanswered is what a client would send again."""
        self.unanswered.clear()

        def load(number):
            try:
                self._load(number, name, time.monotonic() + 3 * seconds + 5)
            except Exception as failure:  # a thread that dies would otherwise only make the load lighter
                self.fail(f"{name}: client {number}: {failure!r}")

        threads = [threading.Thread(target=load, args=(number,)) for number in range(clients)]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        self.checkpoints.append(checkpoint_of(self.program.port))
        end()
        for thread in threads:
            thread.join()

    def check_directory(self, name):
        verified = self.program.run("log", "verify", self.program.data, check=False)
        if verified.returncode != 0:
            self.fail(f"{name}: log verify: {verified.stderr[-500:]}")

    def check_acknowledged(self, name, some):
        """Against the server: the key's answer, the entry, and the words in the dossier."""
        client = Client(self.program.port, self.staff)
        reader = Client(self.program.port, self.administrator)
        for sent in some:
            status, answer, _ = sent.send(client)
            if status not in (200, 201) or answer["position"] != sent.position or not answer["replayed"]:
                self.fail(f"{name}: {sent.key} was acknowledged at {sent.position}, now {status} {answer}")
                continue
            status, answer, _ = reader.get(f"/v1/log/entries/{sent.position}")
            record = answer["data"] if status == 200 else answer
            found = tuple(record.get(member) for member in ("stream", "type", "actor"))
            if found != (f"dossier/{sent.dossier}", "comment.recorded", person(0)):
                self.fail(f"{name}: at {sent.position}, where {sent.key} was acknowledged: {status} {record}")
        for one in {sent.dossier for sent in some}:
            words = self._words_of(one)
            for sent in some:
                if sent.dossier == one and words.get(sent.position) != sent.text:
                    self.fail(f"{name}: {sent.key} at {sent.position} reads {words.get(sent.position)!r}")

    def _words_of(self, one):
        size = checkpoint_of(self.program.port)[0]
        purpose = urllib.parse.urlencode({"purpose": "thử", "min_position": max(size - 1, 0)})
        status, answer, _ = Client(self.program.port, self.inspector).get(f"/v1/dossiers/{one}?{purpose}")
        if status != 200:
            self.fail(f"{one} cannot be read: {status} {answer}")
            return {}
        return {c["by"]["position"]: c["event"]["text"] for c in answer["data"]["comments"]}

    def resend_unanswered(self, name):
        """How many of them had been written all the same."""
        client, written = Client(self.program.port, self.staff), 0
        for sent in self.unanswered:
            first, again = sent.send(client), sent.send(client)
            position = first[1].get("position")
            if first[0] not in (200, 201) or position is None or again[1].get("position") != position:
                self.fail(f"{name}: {sent.key} (not acknowledged): {first[:2]} then {again[:2]}")
                continue
            written += first[1]["replayed"]
            sent.position = position
            self.acknowledged.append(sent)
        return written

    def check_checkpoints(self, name):
        size, root = checkpoint_of(self.program.port)
        for old_size, old_root in self.checkpoints:
            if size < old_size:
                self.fail(f"{name}: checkpoint of {old_size} seen, now only {size}")
                continue
            status, answer, _ = Client(self.program.port).get(f"/v1/log/consistency?from={old_size}&to={size}")
            proof = [bytes.fromhex(one) for one in answer.get("proof", [])] if status == 200 else []
            if status != 200 or not consistent(old_size, old_root, size, root, proof):
                self.fail(f"{name}: {old_size} -> {size} is not consistent: {status} {answer}")
        return size

    def check(self, name, some):
        """How many had been written without an answer."""
        self.check_directory(name)
        self.program.start()
        self.check_acknowledged(name, some)
        written = self.resend_unanswered(name)
        size = self.check_checkpoints(name)
        print(f"{name}: {len(self.acknowledged)} acknowledged so far, {len(self.unanswered)} unanswered of "
              f"which {written} written, log {size}, {len(self.failures)} failures", flush=True)
        return written

    def finish(self, what, rounds):
        """Everything once more, a clean end, and the verdict."""
        self.check_acknowledged("at the end", self.acknowledged)
        status = self.program.stop()
        if status != 0:
            self.fail(f"the server did not stop cleanly: {status}")
        self.check_directory("at the end")
        if not self.acknowledged:
            self.fail("nothing was acknowledged: the run proves nothing")
        for failure in self.failures:
            print(failure)
        print(f"{what}: {rounds} rounds, {len(self.acknowledged)} acknowledged, {len(self.failures)} failures")
        print(f"{0 if self.failures else 1} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0
