#!/usr/bin/python3
"""Followers of a log that is written to and killed, held against the log itself.

A stream of everything, a filtered one and two webhooks (plain, and over HTTPS) follow while clients write and the
server is killed with -9 and started again, round after round. The stream's connection is cut now and then, and the
receivers refuse, stay silent and repeat. At the end, with a reader of our own on the other side (CBOR, hashes,
signatures, CloudEvents):

  * The stream brought every record of the entry bundles once, in order, as the CloudEvent that it is, which the SDK for
    JavaScript reads, too; the leaf hashes alone give the root of the signed checkpoint.
  * The ranges the filtered stream says it looked at follow each other without a gap and hold what it brought.
  * The webhooks brought every event at least once, in order apart from repeats, each signed; nothing is a dead letter
    that the receiver did not refuse to the end.

Usage: followers.py BINARY [--rounds N] [--seconds S] [--seed N]
"""
import argparse
import base64
import datetime
import hashlib
import hmac
import http.client
import http.server
import json
import os
import random
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time

import cbor2

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "verify"))
from province import Client, Program, dossier, open_province, person  # noqa: E402
from verify_log import FIELDS, Served, entries, leaf_hash, open_checkpoint, tree_hash  # noqa: E402

PEOPLE = 8
NAME = re.compile("^[a-z0-9]{1,20}$")
RFC3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
ATTRIBUTES = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "sequence",
              "streamrevision", "leafhash", "data"}
ON_ITS_WAY_SECONDS = 5
TOLERANCE_SECONDS = 300


def require(holds, what):
    if not holds:
        raise AssertionError(what)


def check_cloud_event(event):
    """CloudEvents 1.0.2, sections 3.1 and 3.2, and its JSON format, section 2: names, types, what must be there."""
    require(set(event) == ATTRIBUTES, f"attributes {sorted(set(event) ^ ATTRIBUTES)}")
    require(event["specversion"] == "1.0", "specversion")
    for name, value in event.items():
        require(NAME.match(name), f"attribute name {name}")
        require(name == "data" or (isinstance(value, str) and value), f"{name} is {value!r}")
        if name != "data":
            require(not any(ord(c) < 32 or 0x7f <= ord(c) <= 0x9f for c in value), f"{name} has a control character")
    require(RFC3339.match(event["time"]), f"time {event['time']}")
    require(event["datacontenttype"] == "application/json" and isinstance(event["data"], dict), "data")
    require(re.match(r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$", event["source"]), "source is no URI reference")


def uuid(raw):
    text = raw.hex()
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


def when(millis):
    at = datetime.datetime.fromtimestamp(millis / 1000, datetime.timezone.utc)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{millis % 1000:03d}Z"


def as_cloud_event(entry):
    """What a record is to a follower, from its bytes."""
    record = dict(zip(FIELDS, cbor2.loads(entry)))
    data = {"actor": record["actor"], "actorNumber": str(record["actor_number"]), "authority": record["authority"],
            "capacity": record["capacity"], "commitments": [c.hex() for c in record["commitments"]],
            "correlation": uuid(record["correlation"]), "position": str(record["position"]),
            "revision": str(record["revision"]), "schema": str(record["schema"]),
            "subjectNumbers": [str(number) for _, number in record["subjects"]],
            "subjects": [code for code, _ in record["subjects"]]}
    if record["causation"] is not None:
        data["causation"] = uuid(record["causation"])
    if record["entered_by"] is not None:
        data["enteredBy"] = record["entered_by"]
    if record["decided_at"] is not None:
        data["decidedAt"] = when(record["decided_at"])
    if record["effective"] is not None:
        data["effective"] = (datetime.date(1970, 1, 1) + datetime.timedelta(record["effective"])).isoformat()
    return {"specversion": "1.0", "id": uuid(record["id"]), "source": record["origin"], "type": record["type"],
            "subject": record["stream"], "time": when(record["recorded_at"]), "datacontenttype": "application/json",
            "sequence": f"{record['position']:020d}", "streamrevision": str(record["revision"]),
            "leafhash": leaf_hash(entry).hex(), "data": data}


class Follower(threading.Thread):
    """An event source as browsers have it: comes again by itself and says the last id it has seen."""

    def __init__(self, program, token, query, dice, cut):
        super().__init__(daemon=True)
        self.program, self.token, self.query, self.dice, self.cut = program, token, query, dice, cut
        self.last, self.events, self.progress, self.connections = None, [], [], 0
        self.ending, self.failure = False, None

    def run(self):
        while not self.ending and not self.failure:
            try:
                self.listen()
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
            except Exception as failure:  # the test says it
                self.failure = failure

    def listen(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.program.port, timeout=3)
        headers = {"Authorization": f"Bearer {self.token}"}
        if self.last is not None:
            headers["Last-Event-ID"] = self.last
        connection.request("GET", "/v1/events/stream" + self.query, headers=headers)
        answer = connection.getresponse()
        if answer.status == 503:
            raise OSError("not ready")
        require(answer.status == 200, f"answered {answer.status}")
        self.connections += 1
        # A range begins anew with a connection: at what was seen last.
        self.progress.append(None)
        fields, taken = {}, 0
        until = time.monotonic() + self.dice.uniform(0.05, 0.6) if self.cut else float("inf")
        while not self.ending:
            line = answer.readline()
            # At least one message at a time, however slow the machine is; what is not whole is not there.
            if not line or (time.monotonic() > until and taken > 0):
                break
            line = line.decode().rstrip("\n")
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
                continue
            self.take(fields)
            taken += "id" in fields
            fields = {}
        connection.close()

    def take(self, fields):
        if fields.get("event") == "event":
            self.events.append((fields["id"], json.loads(fields["data"])))
        elif fields.get("event") == "progress":
            self.progress.append((json.loads(fields["data"]), len(self.events)))
        self.last = fields.get("id", self.last)

    def seen_up_to(self):
        return -1 if self.last is None else int(self.last)


class Receiver(http.server.ThreadingHTTPServer):
    """Takes deliveries, in the way of receivers: now and then not, or without saying so."""
    daemon_threads = True

    def __init__(self, dice, tls=None):
        super().__init__(("127.0.0.1", 0), Taking)
        self.dice, self.secrets, self.taken, self.wrong, self.refused = dice, [], [], [], 0
        self.lock = threading.Lock()
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        pass  # the other side was killed


class Taking(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        server, body = self.server, self.rfile.read(int(self.headers["Content-Length"]))
        with server.lock:
            chance = server.dice.random()
            if chance < 0.05:
                server.refused += 1
                return self.answer(503 if chance < 0.04 else 429)
            try:
                self.check(body)
                server.taken.append((self.headers["webhook-id"], json.loads(body)))
            except (AssertionError, ValueError, KeyError, TypeError) as wrong:
                server.wrong.append(str(wrong))
            if chance > 0.97:  # taken, and nobody is told
                self.close_connection = True
                return None
        return self.answer(204)

    def check(self, body):
        seconds = int(self.headers["webhook-timestamp"])
        require(abs(time.time() - seconds) < TOLERANCE_SECONDS, "the timestamp is off")
        signed = f"{self.headers['webhook-id']}.{seconds}.".encode() + body
        given = self.headers["webhook-signature"].split(" ")
        # One of the receiver's secrets is enough: between two of them it may have the older one. One that is replaced
        # still counts for what was on its way.
        valid = ["v1," + base64.b64encode(hmac.new(base64.b64decode(secret[len("whsec_"):]), signed,
                                                   hashlib.sha256).digest()).decode()
                 for secret, until in self.server.secrets if time.monotonic() < until]
        require(any(hmac.compare_digest(a, b) for a in given for b in valid), "no signature is valid")
        event = json.loads(body)
        check_cloud_event(event)
        require(event["id"] == self.headers["webhook-id"], "webhook-id is not the event's id")
        require(self.headers["Content-Type"].startswith("application/cloudevents+json"), "the content type")

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Writer(threading.Thread):
    """Comments until it is told to stop; what failed is sent again under its key."""

    def __init__(self, program, number, token):
        super().__init__(daemon=True)
        self.program, self.number, self.token, self.done, self.ending = program, number, token, 0, False

    def run(self):
        client = None
        while not self.ending:
            try:
                client = client or Client(self.program.port, self.token)
                status, answer, _ = client.post(f"/v1/dossiers/{dossier(self.number + 1)}/comments",
                                                {"side": "PEER", "text": f"Ý kiến {self.done}."},
                                                {"Idempotency-Key": f'"f{self.number}-{self.done}"'})
                if status in (200, 201):
                    self.done += 1
                elif status not in (409, 503):
                    raise RuntimeError(f"{status} {answer}")
            except (OSError, http.client.HTTPException):
                client = None
                time.sleep(0.02)
            time.sleep(0.005)


def certificate(folder):
    key, cert = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return cert, context


def check_with_sdk(events):
    """The same by the CloudEvents SDK for JavaScript."""
    folder = os.path.join(os.path.dirname(HERE), "verify", "cloudevents")
    lock, installed = (os.path.join(folder, name) for name in ("package-lock.json", "node_modules/.package-lock.json"))
    if not os.path.exists(installed) or os.path.getmtime(lock) > os.path.getmtime(installed):
        subprocess.run(["npm", "ci", "--no-progress"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    lines = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events)
    done = subprocess.run(["node", "check.mjs"], cwd=folder, input=lines, capture_output=True, text=True, timeout=120)
    require(done.returncode == 0 and done.stdout.strip() == str(len(events)), f"the SDK: {done.stdout}{done.stderr}")


def first_seen(numbers):
    seen, order = set(), []
    for number in numbers:
        if number not in seen:
            seen.add(number)
            order.append(number)
    return order


def check_stream(follower, expected):
    require(not follower.failure, f"the stream: {follower.failure!r}")
    require([int(i) for i, _ in follower.events] == list(range(len(expected))), "the stream skipped or repeated")
    for (_, event), entry in zip(follower.events, expected):
        check_cloud_event(event)
        require(event == as_cloud_event(entry), f"{event} is not its record")


def check_filtered(follower, expected, wanted):
    require(not follower.failure, f"the filtered stream: {follower.failure!r}")
    of_type = [i for i, entry in enumerate(expected) if cbor2.loads(entry)[FIELDS.index("type")] == wanted]
    require([int(i) for i, _ in follower.events] == of_type, "the filtered stream skipped or repeated")
    due, events_before, ranges = None, 0, 0
    for one in follower.progress:
        if one is None:
            due, events_before = None, None
            continue
        said, count = one
        if due is not None:
            require(said["from"] == due, f"a range begins at {said['from']} where {due} is due")
            require(said["matched"] == count - events_before, f"{said} came with {count - events_before} events")
        due, events_before = said["to"], count
        ranges += 1
    return ranges


def check_webhook(receiver, expected, first, dead):
    require(not receiver.wrong, f"{len(receiver.wrong)} wrong deliveries, the first: {receiver.wrong[:1]}")
    for name, event in receiver.taken:
        position = int(event["sequence"])
        require(event == as_cloud_event(expected[position]), f"position {position} is not its record")
    order = first_seen(int(event["sequence"]) for _, event in receiver.taken)
    require(order == sorted(order), "a webhook's events came out of order")
    missing = set(range(first, len(expected))) - set(order) - dead
    require(not missing, f"a webhook skipped {sorted(missing)[:5]}")
    require(order and order[0] >= first, "a webhook brought what was not asked for")
    return len(receiver.taken) - len(order)


def subscribe(client, name, url, **more):
    status, answer, _ = client.post("/v1/webhooks", {"webhook": name, "receiver": "Nơi nhận thử", "url": url, **more})
    require(status == 201, f"subscribing: {status} {answer}")
    require(re.match(r"^whsec_[A-Za-z0-9+/]{43}=$", answer["secret"]), "the secret")
    return answer["secret"]


def run(options, program, folder, dice):
    cert, tls = certificate(folder)
    os.environ["SSL_CERT_FILE"] = cert  # what the server trusts
    plain, secure = Receiver(dice), Receiver(dice, tls)
    serving = ["--progress-every", "0.2", "--webhook-wait", "0.05", "--webhook-attempts", "20",
               "--webhook-to", f"127.0.0.1:{plain.server_port}", "--webhook-to", f"localhost:{secure.server_port}"]
    administrator = open_province(program, PEOPLE)
    require(program.stop() == 0, "the server did not stop cleanly")
    program.start(*serving)
    client = Client(program.port, administrator)
    with plain.lock, secure.lock:  # deliveries begin before the secret is told
        for receiver, name, url in ((plain, "plain", f"http://127.0.0.1:{plain.server_port}/hook?a=1"),
                                    (secure, "secure", f"https://localhost:{secure.server_port}/")):
            receiver.secrets.append((subscribe(client, name, url, **{"from": 0}), float("inf")))

    followers = [Follower(program, administrator, "?from=0", dice, True),
                 Follower(program, administrator, "?type=comment.recorded", dice, True),
                 Follower(program, administrator, "", dice, False)]
    writers = [Writer(program, i, program.token("--person", person(i))) for i in range(3)]
    for thread in followers + writers:
        thread.start()
    for number in range(options.rounds):
        time.sleep(options.seconds * dice.uniform(0.7, 1.3))
        if number == options.rounds // 2:
            client = Client(program.port, administrator)
            with plain.lock:
                status, answer, _ = client.post("/v1/webhooks/plain/secret", {})
                require(status == 201, f"another secret: {status} {answer}")
                if dice.random() < 0.5:
                    gone = time.monotonic() + ON_ITS_WAY_SECONDS
                    plain.secrets[:] = [(secret, min(until, gone)) for secret, until in plain.secrets]
                plain.secrets.append((answer["secret"], float("inf")))
        program.kill()
        program.start(*serving)
    for writer in writers:
        writer.ending = True
    for writer in writers:
        writer.join(timeout=30)

    # Everybody comes to the end of what was written.
    client = Client(program.port, administrator)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        size = client.get("/v1/events?limit=1")[1]["data"]["scanned"]["size"]
        lags = [one["lag"] for one in client.get("/v1/webhooks")[1]["data"]["items"]]
        if min(f.seen_up_to() for f in followers) >= size - 1 and not any(lags):
            break
        time.sleep(0.1)
    served = Served(f"http://127.0.0.1:{program.port}/log", administrator)
    vkey = program.run("log", "vkey", "--data", program.data).stdout.strip()
    while True:
        _, signed, root = open_checkpoint(served.get("checkpoint"), vkey)
        if signed >= size:
            break
        time.sleep(0.1)
    for follower in followers:
        follower.ending = True
    for follower in followers:
        follower.join(timeout=10)
    expected = list(entries(served, signed))
    dead = {name: {one["position"] for one in client.get(f"/v1/webhooks/{name}/dead-letters")[1]["data"]["items"]}
            for name in ("plain", "secure")}
    for follower in followers:
        follower.events = [one for one in follower.events if int(one[0]) < signed]
    check_stream(followers[0], expected[:len(followers[0].events)])
    check_stream(followers[2], expected[:len(followers[2].events)])
    require(min(len(followers[0].events), len(followers[2].events)) >= size,
            f"of {size} the streams brought {[len(f.events) for f in followers]}, lags {lags}")
    check_with_sdk([event for _, event in followers[0].events])
    # From the stream alone, and the checkpoint that everybody may see.
    if len(followers[0].events) == signed:
        leaves = [bytes.fromhex(event["leafhash"]) for _, event in followers[0].events]
        require(tree_hash(leaves) == root, "the leaf hashes of the stream do not give the root")
    ranges = check_filtered(followers[1], expected[:size], "comment.recorded")
    repeats = [check_webhook(receiver, expected, 0, dead[name]) if len(receiver.taken) else 0
               for name, receiver in (("plain", plain), ("secure", secure))]
    require(sum(writer.done for writer in writers) > 10 * options.rounds, "hardly anything was written")
    require(min(f.connections for f in followers) > options.rounds, "nobody came again")
    require(program.stop() == 0, "the server did not stop cleanly")
    program.run("log", "verify", program.data)
    print(f"followers: {size} events, {options.rounds} times kill -9; the streams came "
          f"{[f.connections for f in followers]} times, {ranges} ranges without a gap; the webhooks took "
          f"{[len(plain.taken), len(secure.taken)]}, refused {[plain.refused, secure.refused]}, "
          f"repeats {repeats}, dead letters {[len(one) for one in dead.values()]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="minhbach-followers-")
    program = Program(os.path.abspath(options.binary), os.path.join(folder, "store"))
    failed = 0
    try:
        run(options, program, folder, random.Random(options.seed))
    except AssertionError as failure:
        print(f"FAILED  {failure}  ({folder})")
        failed = 1
    finally:
        if program.process and program.process.poll() is None:
            program.kill()
    if not failed:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{1 - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(main())
