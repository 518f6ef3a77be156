#!/usr/bin/python3
"""Things that happen at the same time, on a server whose threads answer at once. Clients mix contests, acts and
questions:

  * One Idempotency-Key from two connections at once: one event, and both are told the same.
  * Two acts on one revision, two documents of one name, two contents under one key: one is accepted.
  * A slip is used by one of two; a session begun beside it with the password that it replaces does not live on.
  * Of eight wrong passwords at once five are looked at, and the ledger is told once that the account was shut.
  * The first use of a token is entered once, whoever comes with it first; so is the end of a session; a person has
    eight sessions at most.
  * Whatever may be asked is asked meanwhile by everybody; a stream brings every position once; packages are the same
    bytes for two who take them; no bucket of the metrics holds more than the next.

Afterwards every act that was acknowledged is in the log once, and nothing else is; the checker finds nothing wrong; the
server ends with 0 and has said nothing on standard error but where it serves. Under ThreadSanitizer a race ends the
server (TSAN_OPTIONS=halt_on_error=1) and with it the drill.

Usage: two_threads.py BINARY [--seconds S] [--threads N] [--clients N] [--seed N]
"""
import argparse
import collections
import http.client
import os
import queue
import re
import shutil
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from contests import COMING, ENTERING, IN_TIME_SECONDS, LEAVING, MOVED, SHUT, Player  # noqa: E402
from province import UNIT, Client, Program, appoint_inspector, open_province, person  # noqa: E402

KEEPER, INSPECTOR, PEOPLE = 57, 58, 59
# What a server says on standard error when all is well.
SAID = [re.compile(one) for one in (r"^Đang phục vụ tại ", r"^Đã dừng\. / Stopped\.$", r"^Chỉ có \d+ mô tả tệp")]


class Follower(threading.Thread):
    """Everything from the beginning, by the live stream."""

    def __init__(self, port, token):
        super().__init__(daemon=True)
        self.port, self.token, self.seen, self.failure, self.ending = port, token, 0, None, False

    def run(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            connection.request("GET", "/v1/events/stream", headers={"Authorization": f"Bearer {self.token}"})
            answer, fields = connection.getresponse(), {}
            while not self.ending:
                line = answer.readline().decode().rstrip("\n")
                if line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                    continue
                if fields.get("event") == "event":
                    if int(fields["id"]) != self.seen:
                        raise RuntimeError(f"position {fields['id']} came where {self.seen} is due")
                    self.seen += 1
                fields = {}
            connection.close()
        except Exception as failure:  # the drill says it
            self.failure = failure


class Drill:
    def __init__(self, options):
        self.folder = tempfile.mkdtemp(prefix="minhbach-threads-")
        self.program = Program(os.path.abspath(options.binary), os.path.join(self.folder, "store"))
        # Races are looked for in the server alone: what a command does at once with RocksDB's threads, which are not
        # instrumented, has no stack that a suppression could name.
        self.program.environment = dict(os.environ)
        os.environ["TSAN_OPTIONS"] = "report_bugs=0"
        self.lock, self.done, self.failures = threading.Lock(), collections.Counter(), []
        self.written = {}  # position of what was acknowledged -> type and stream
        self.due = collections.Counter()  # entries of the access ledger, by type and person
        self.number = 0
        self.administrator = open_province(self.program, PEOPLE)
        client = Client(self.program.port, self.administrator)
        appoint_inspector(client, INSPECTOR)
        status, answer, _ = client.post("/v1/mandates", {
            "mandate": "MQ-HS", "person": person(KEEPER), "powers": ["RECORD", "COMMENT"], "unit": UNIT,
            "reach": "SUBTREE", "capacity": "IN_OFFICE", "from": "2023-11-14", "document": "cv-5721"})
        if status != 201:
            raise RuntimeError(f"the keeper of records was not appointed: {status} {answer}")
        self.staff, self.inspector, self.keeper = (self.program.token("--person", person(who))
                                                   for who in (0, INSPECTOR, KEEPER))
        self.tokens = {who: self.program.token("--person", person(who)) for who in (*COMING, *LEAVING)}
        self.places = {name: queue.Queue() for name in ("entering", "shut", "coming", "leaving", "moved")}
        for name, people in zip(self.places, (ENTERING, SHUT, COMING, LEAVING, MOVED)):
            for who in people:
                self.places[name].put(who)
        self.program.stop()
        self.program.start("--threads", str(options.threads), "--behind-proxy", "127.0.0.1")
        self.begins_at = Client(self.program.port).get("/readyz")[1]["size"]
        described = Client(self.program.port).get("/v1/openapi.json")[1]["paths"]
        self.questions = [(path, {one["name"] for one in methods["get"].get("parameters", [])})
                          for path, methods in described.items()
                          if "get" in methods and "openid" not in path and path != "/v1/events/stream"]

    def fail(self, what):
        with self.lock:
            self.failures.append(what)

    def require(self, holds, what):
        if not holds:
            raise AssertionError(what)

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def acknowledged(self, answer, kind):
        self.require(answer[0] == 201, f"{kind}: {answer[:2]}")
        with self.lock:
            self.written[answer[1]["position"]] = (kind, answer[1]["stream"])

    def enter(self, kind, who, count=1):
        with self.lock:
            self.due[kind, person(who)] += count

    def close(self):
        if self.program.process and self.program.process.poll() is None:
            self.program.kill()
        if not self.failures:
            shutil.rmtree(self.folder, ignore_errors=True)


def events(client, query, at=0):
    found = []
    while True:
        status, answer, _ = client.get(f"/v1/events?from={at}&limit=1000&{query}")
        if status != 200:
            raise RuntimeError(f"the events cannot be read: {status} {answer}")
        found += answer["data"]["events"]
        at = answer["data"]["next"]
        if at >= answer["data"]["scanned"]["size"]:
            return found


def check(drill, follower):
    """What the log says of all that was told."""
    client = Client(drill.program.port, drill.administrator)
    kinds = {kind for kind, _ in drill.written.values()}
    found = {int(one["sequence"]): (one["type"], one["subject"])
             for one in events(client, "ledger=main", drill.begins_at) if one["type"] in kinds}
    if found != drill.written:
        drill.fail(f"the log and what was acknowledged differ: {sorted(found.items() ^ drill.written.items())[:5]}")
    entered = collections.Counter((one["type"], subject) for one in events(client, "ledger=access")
                                  for subject in one["data"]["subjects"])
    for (kind, who), count in drill.due.items():
        if entered[kind, who] != count:
            drill.fail(f"{kind} of {who} is entered {entered[kind, who]} times, not {count}")
    size, until = client.get("/readyz")[1]["size"], time.monotonic() + IN_TIME_SECONDS
    while follower.seen < size and not follower.failure and time.monotonic() < until:
        time.sleep(0.05)
    if follower.failure or follower.seen < size:
        drill.fail(f"the stream brought {follower.seen} of {size}: {follower.failure!r}")
    follower.ending = True


def check_end(drill):
    status = drill.program.stop()
    if status != 0:
        drill.fail(f"the server ended with {status}")
    with open(os.path.join(drill.folder, "server.log"), encoding="utf-8", errors="replace") as said:
        strange = [line for line in said.read().splitlines() if not any(one.match(line) for one in SAID)]
    if strange:
        drill.fail("on standard error:\n" + "\n".join(strange[:200]))
    verified = drill.program.run("log", "verify", drill.program.data, check=False)
    if verified.returncode != 0:
        drill.fail(f"log verify: {verified.stderr[-500:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    drill = Drill(options)
    try:
        follower = Follower(drill.program.port, drill.administrator)
        follower.start()
        until = time.monotonic() + options.seconds
        players = [Player(drill, number, options.seed, until) for number in range(options.clients)]
        for player in players:
            player.start()
        for player in players:
            player.join()
        if drill.program.process.poll() is None:
            check(drill, follower)
        check_end(drill)
    finally:
        drill.close()
    missing = sorted(set(Player.KINDS) - set(drill.done))
    if missing:
        drill.fail(f"never came to their end: {', '.join(missing)}")
    print(", ".join(f"{count} x {kind}" for kind, count in sorted(drill.done.items())))
    for failure in drill.failures:
        print(failure)
    print(f"{len(drill.done) if not drill.failures else 0} passed, {len(drill.failures)} failed")
    return 1 if drill.failures else 0


if __name__ == "__main__":
    sys.exit(main())
