#!/usr/bin/python3
"""What somebody may try who should not: each attempt is refused, nothing of it is in the log, and it is recorded.

    abuse.py BINARY

Recorded means: of whoever is signed in and is refused by a rule, an entry in the access ledger; of everybody else, the
count of the route and its status in the metrics. The server has the demonstration province; everything stays on
127.0.0.1.
"""
import argparse
import io
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "faults"))
import among_people  # noqa: E402
import credentials  # noqa: E402
import mandates  # noqa: E402
from credentials import asked_once as ask  # noqa: E402
from province import Client, Program  # noqa: E402

JSON = {"Content-Type": "application/json"}
NOBODY = "mb_" + "0" * 64


class Attempts:
    def __init__(self):
        self.count, self.failures = 0, []

    def refused(self, what, status, wanted=(401,)):
        self.count += 1
        if status not in wanted:
            self.failures.append(f"{what}: {status}, not one of {wanted}")


def raw(port, text, patience=5):
    """The statuses that the bytes are answered with, until the connection is closed or nothing more comes."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as one:
        told = b""
        try:
            one.sendall(text)
            one.shutdown(socket.SHUT_WR)
            while piece := one.recv(65536):
                told += piece
        except OSError:
            pass
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3})", told)]


def filled(path):
    values = {"dossier": "2023.QN201001", "person": "QN201001", "unit": "51-S05", "cycle": "2023", "agency": "51-S05",
              "year": "2023", "committeeUnit": "51-S05"}
    return re.sub(r"\{(\w+)(?:\.\.\.)?\}", lambda m: values.get(m.group(1), "x"), path)


def operations(port):
    document = json.loads(ask(port, "GET", "/v1/openapi.json")[1])
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method in ("get", "post", "put", "delete"):
                yield method.upper(), filled(path), operation


def without_sign_in(attempts, port):
    """Every way in that is not open, with nothing, with a token of nobody, and before the body was sent."""
    for method, target, operation in operations(port):
        if not operation["security"]:
            continue
        name = operation["operationId"]
        attempts.refused(f"{name} as nobody", ask(port, method, target, JSON, b"{}" if method == "POST" else None)[0],
                         (401,))
        forged = JSON | {"Authorization": "Bearer " + NOBODY}
        attempts.refused(f"{name} with a forged token", ask(port, method, target, forged)[0], (401,))
        if method == "POST":
            # 2 MB are announced; the answer comes without one of them having been sent.
            head = (f"POST {target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    "Content-Length: 900000\r\n\r\n")
            with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
                one.sendall(head.encode())
                told = one.recv(4096)
            attempts.refused(f"{name} before its body", int(told[9:12] or b"0"), (401,))


def forged(attempts, program, tokens):
    port, real = program.port, tokens["staff"]
    shapes = [real[:-1], real + "0", real.upper(), real[3:], "ms_" + real[3:], " " + real, real.replace("a", "b", 1),
              "", "null", "undefined", "Bearer", "../../accounts/QN201001.json", "..", "/", "0" * 300, "'; --", "%00",
              "mb_" + "f" * 64]
    for token in shapes:
        attempts.refused(f"token {token[:20]!r}", ask(port, "GET", "/v1/me", {"Authorization": "Bearer " + token})[0])
    for scheme in ("Basic", "Digest", "Token", ""):
        attempts.refused(f"scheme {scheme!r}", ask(port, "GET", "/v1/me", {"Authorization": f"{scheme} {real}"})[0])
    attempts.refused("a token as a cookie on an act",
                     ask(port, "POST", "/v1/documents", JSON | {"Cookie": "minhbach=" + real}, b"{}")[0])
    attempts.refused("a token as a cookie", ask(port, "GET", "/v1/me", {"Cookie": "minhbach=" + real})[0])
    attempts.refused("a token in the address", ask(port, "GET", f"/v1/me?access_token={real}")[0], (400, 401))

    # One that is over, one that was taken back, one of another store.
    expired = program.token("--role", "staff")
    files = os.path.join(program.data, "tokens")
    newest = max((os.path.join(files, name) for name in os.listdir(files)), key=os.path.getmtime)
    person = open(newest, encoding="utf-8").read().split(" ")[0]
    open(newest, "w", encoding="utf-8").write(f"{person} 2020-01-01T00:00:00.000Z\n")
    attempts.refused("an expired token", ask(port, "GET", "/v1/me", {"Authorization": "Bearer " + expired})[0])
    taken = program.token("--role", "staff")
    newest = max((os.path.join(files, name) for name in os.listdir(files)), key=os.path.getmtime)
    os.remove(newest)
    attempts.refused("a token that was taken back", ask(port, "GET", "/v1/me", {"Authorization": "Bearer " + taken})[0])


def sessions(attempts, program, tokens):
    port = program.port

    def begin():
        _, _, headers = ask(port, "POST", "/v1/sign-in", JSON, json.dumps({"token": tokens["head"]}).encode())
        return headers["Set-Cookie"].split(";")[0]

    console = {"Minhbach-Console": "1"}
    cookie = begin()
    for extra, what in (({}, "without the console's field"),
                        (console | {"Sec-Fetch-Site": "cross-site"}, "cross-site"),
                        (console | {"Sec-Fetch-Site": "same-site"}, "same-site"),
                        ({"Minhbach-Console": "0"}, "with another field")):
        attempts.refused(f"an act by cookie {what}",
                         ask(port, "POST", "/v1/documents", JSON | {"Cookie": cookie} | extra, b"{}")[0])
    secret = cookie.split("=")[1]
    for changed in (secret[:-1], secret + "a", secret.replace("ms_", "mb_"), secret[::-1]):
        attempts.refused("a changed session", ask(port, "GET", "/v1/me", {"Cookie": "minhbach=" + changed})[0])
    attempts.refused("two sessions at once",
                     ask(port, "GET", "/v1/me", {"Cookie": "minhbach=x; minhbach=" + secret})[0])
    ask(port, "POST", "/v1/sign-out", JSON | console | {"Cookie": cookie}, b"")
    attempts.refused("a session after sign-out", ask(port, "GET", "/v1/me", {"Cookie": cookie})[0])
    first, second = begin(), begin()
    ask(port, "POST", "/v1/sign-out/everywhere", JSON | console | {"Cookie": second}, b"")
    attempts.refused("a session ended from elsewhere", ask(port, "GET", "/v1/me", {"Cookie": first})[0])
    slip = json.dumps({"person": "QN201001", "slip": "AAAAA-AAAAA", "password": "hoa sen trắng"}).encode()
    attempts.refused("a slip nobody gave", ask(port, "POST", "/v1/sign-in/slip", JSON, slip)[0])
    for password in ("", "password", "' or 1=1 --", "x" * 5000):
        body = json.dumps({"person": "QN201001", "password": password}).encode()
        attempts.refused("a password nobody set", ask(port, "POST", "/v1/sign-in/password", JSON, body)[0], (401, 429))


def beyond_scope(attempts, port, tokens, people):
    """Whoever has no mandate over a person learns nothing of them, not even that they are there."""
    reading = ["", "/timeline", "/diff", "/self-assessments", "/values", "/grounds", "/readers", "/views",
               "/allowed-actions"]
    staff = {"Authorization": "Bearer " + tokens["staff"], "Purpose": "to%20look"}
    for person in people:
        for what in reading:
            attempts.refused(f"staff reads {person}{what}",
                             ask(port, "GET", f"/v1/dossiers/2023.{person}{what}", staff)[0], (404,))
    nobody = ask(port, "GET", "/v1/dossiers/2023.QN999999", staff)
    somebody = ask(port, "GET", f"/v1/dossiers/2023.{people[0]}", staff)
    attempts.refused("who is there is told by the words", 404 if nobody[1] == somebody[1] else 200, (404,))
    for who in ("staff", "head", "home-affairs", "inspector", "administrator"):
        fields = {"Authorization": "Bearer " + tokens[who], "Purpose": "to%20look"}
        attempts.refused(f"{who} reads a party dossier",
                         ask(port, "GET", f"/v1/party/dossiers/2023.{people[0]}", fields)[0], (403, 404))
    administrator = {"Authorization": "Bearer " + tokens["administrator"], "Purpose": "to%20look"}
    for person in people[:5]:
        attempts.refused(f"the administrator reads {person}",
                         ask(port, "GET", f"/v1/dossiers/2023.{person}", administrator)[0], (403, 404))


def without_mandate(attempts, port, tokens):
    """Every command, by somebody who holds no mandate at all."""
    fields = JSON | {"Authorization": "Bearer " + tokens["staff"], "If-Match": '"0"'}
    own = {"sign-in", "sign-out", "sign-out-everywhere", "prove-again", "sign-in-with-password", "sign-in-with-slip",
           "change-password", "propose-device", "confirm-device", "remove-device", "verify", "what-if", "import-roster"}
    for method, target, operation in operations(port):
        if method != "POST" or operation["operationId"] in own or not operation["security"]:
            continue
        status = ask(port, "POST", target, fields, b"{}")[0]
        attempts.refused(f"{operation['operationId']} without a mandate", status,
                         (400, 403, 404, 409, 412, 415, 422, 428))


def by_rule(attempts, program, tokens):
    """Acts of the right form that a rule refuses: each is an entry in the access ledger."""
    port = program.port
    inspector = Client(port, tokens["inspector"])

    def entered():
        # The read model of the ledger follows within moments.
        return inspector.get("/v1/access/refusals?limit=500")[1]["data"]["items"]

    before = len(entered())
    done = 0
    mandate = {"mandate": "TU-CAP", "powers": ["DECIDE"], "unit": "51-S05", "reach": "SUBTREE",
               "capacity": "IN_OFFICE", "from": "2023-01-01", "document": "CV5721"}
    for who in ("staff", "head"):
        own = Client(port, tokens[who])
        me = own.get("/v1/me")[1]["person"]
        for changes in ({"person": me}, {"person": "QN201001"}, {"person": me, "powers": ["INSPECT"]},
                        {"person": me, "powers": ["ADMINISTER"]}, {"person": me, "unit": "51"}):
            status, answer, _ = own.post("/v1/mandates", mandate | changes)
            attempts.refused(f"{who} grants {changes}", status, (403, 404, 422))
            done += status == 403
    deadline = time.monotonic() + 10
    while len(entered()) < before + done and time.monotonic() < deadline:
        time.sleep(0.1)
    attempts.refused("a refusal by rule is entered", 403 if len(entered()) >= before + done else 0, (403,))


def with_others_keys(attempts, port, tokens):
    """An Idempotency-Key is its actor's: with somebody else's, nobody sees what came of it."""
    comment = {"side": "PEER", "text": "Một nhận xét."}
    head = Client(port, tokens["head"])
    key = {"Idempotency-Key": '"shared"'}
    head.post("/v1/dossiers/2023.QN201001/comments", comment, key)
    for who in ("staff", "inspector", "administrator"):
        status, answer, _ = Client(port, tokens[who]).post("/v1/dossiers/2023.QN201001/comments", comment, key)
        attempts.refused(f"{who} with the key of the head", status, (403, 404, 409, 422))
        attempts.refused(f"{who} is told nothing by it", 403 if "position" not in json.dumps(answer) else 200, (403,))


def through_imports(attempts, port, tokens):
    head = ("personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,"
            "document\n")
    line = "X0001,Nguyễn Thử,01/02/1985,nam,51-S05,Chuyên viên,CIVIL_SERVANT,không,,không,51-S05,01/01/2020,,\n"
    for who in ("staff", "head", "inspector"):
        status = Client(port, tokens[who]).post("/v1/imports", head + line, content_type="text/csv")[0]
        attempts.refused(f"{who} imports people", status, (403, 404))
    administrator = Client(port, tokens["administrator"])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 200_000_000)
    shapes = {
        "a bomb in XLSX": (bomb.getvalue(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "entities in XML": (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "a NUL": (head + line.replace("Thử", "Th\0ử"), "text/csv"),
        "an open quote": (head + '"', "text/csv"),
        "no columns": ("a;b\n", "text/csv"),
        "bytes that are no UTF-8": (head.encode() + b"\xc3\x28", "text/csv"),
        "another kind": (head + line, "text/html"),
    }
    for what, (body, kind) in shapes.items():
        status = administrator.post("/v1/imports", body, content_type=kind)[0]
        attempts.refused(what, status, (400, 413, 415, 422))


def two_persons(attempts, port, tokens):
    administrator = Client(port, tokens["administrator"])
    me = administrator.get("/v1/me")[1]["person"]
    attempts.refused("a slip for oneself", administrator.post(f"/v1/accounts/{me}/slips", {})[0], (404,))
    for who in ("staff", "inspector", "head"):
        status = Client(port, tokens[who]).post("/v1/accounts/QN999998/slips", {})[0]
        attempts.refused(f"{who} gives out a slip", status, (404,))
    request = {"erasure": "XOA-ABUSE", "subject": "QN201001", "basis": "LAW", "document": "CV5721", "reason": "thử"}
    for who in ("staff", "head", "inspector"):
        attempts.refused(f"{who} asks for an erasure", Client(port, tokens[who]).post("/v1/erasures", request)[0],
                         (403, 404, 422))
    attempts.refused("approving what nobody asked for",
                     administrator.post("/v1/erasures/XOA-NONE/approval", {}, {"If-Match": '"0"'})[0],
                     (403, 404, 409, 412, 422))


def hostile_http(attempts, port):
    post = b"POST /v1/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    smuggled = b"GET /v1/log/checkpoint HTTP/1.1\r\nHost: a\r\n\r\n"
    shapes = {
        "both lengths": post + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
        "two lengths": post + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + smuggled,
        "a list of lengths": post + b"Content-Length: 4, 4\r\n\r\nabcd",
        "a negative length": post + b"Content-Length: -1\r\n\r\n",
        "a length with a sign": post + b"Content-Length: +4\r\n\r\nabcd",
        "a length in hex": post + b"Content-Length: 0x4\r\n\r\nabcd",
        "a huge length": post + b"Content-Length: 99999999999999999999\r\n\r\n",
        "another coding": post + b"Transfer-Encoding: gzip\r\n\r\n",
        "chunked twice": post + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "chunked, then identity": post + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "a hidden coding": post + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "a folded field": post + b"X: a\r\n b\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "a bad chunk": post + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "a negative chunk": post + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        "a huge chunk": post + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "bare line feeds": b"GET / HTTP/1.1\nHost: a\n\n",
        "a carriage return in a field": b"GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        "a NUL in a field": b"GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
        "a NUL in the address": b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
        "no host": b"GET /v1/me HTTP/1.1\r\n\r\n",
        "two hosts": b"GET /v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "two authorizations": (b"GET /v1/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\n"
                               b"Authorization: Bearer b\r\n\r\n"),
        "a space in a name": b"GET / HTTP/1.1\r\nHost: a\r\nX Y: a\r\n\r\n",
        "no version": b"GET /\r\n\r\n",
        "another version": b"GET / HTTP/3.7\r\nHost: a\r\n\r\n",
        "no method": b" / HTTP/1.1\r\nHost: a\r\n\r\n",
        "a long head": b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 40_000 + b"\r\n\r\n",
        "many fields": b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 9_000 + b"\r\n",
        "a long address": b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        "a large body": post + b"Content-Length: 3000000\r\n\r\n" + b"x" * 2_000_000,
        "CONNECT": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
        "TRACE": b"TRACE /v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
        "an absolute address": b"GET http://evil.example/v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
        "TLS where there is none": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64,
        "HTTP/2 by surprise": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    }
    for what, text in shapes.items():
        told = raw(port, text)
        # At most one answer, no success, and what was smuggled behind is never answered.
        attempts.refused(what, told[0] if len(told) == 1 else 400 if not told else 999,
                         (400, 401, 404, 405, 408, 413, 415, 431, 501))
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../../accounts/QN201001.json",
                 "/assets/..%2f..%2faccounts", "/assets/%00", "/assets//etc/passwd", "/v1/log/tile/../../../etc/passwd",
                 "/v1//me", "/v1/me/", "/v1/me;x=y", "/v1/%6d%65%00", "/v1/dossiers/..%2f..%2f", "/%", "/%zz",
                 "/%c3%28",
                 "/v1/me?a", "/v1/me?a=1&a=2", "/v1/log/tile/99/000", "/v1/log/tile/0/-1", "/v1/log/tile/0/000.p/0"):
        status = raw(port, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        attempts.refused(path, status[0] if status else 400, (400, 401, 404))
    for ranges in ("bytes=0-", "bytes=-1", "bytes=0-0,1-1,2-2", "bytes=" + ",".join(["0-0"] * 2000), "bytes=9-1"):
        status, body, _ = ask(port, "GET", "/v1/openapi.json", {"Range": ranges})
        # Ranges are not served: the whole once, or a head that is too long.
        attempts.refused(f"Range {ranges[:20]}", 416 if status in (200, 431) and len(body) < 4_000_000 else status,
                         (416,))


def idle_connections(attempts, program, count):
    """So many that say nothing; whoever asks is answered all the same, and they are let go."""
    held = []
    try:
        for _ in range(count):
            held.append(socket.create_connection(("127.0.0.1", program.port), timeout=5))
    except OSError:
        pass
    began = time.monotonic()
    answered = 0
    while time.monotonic() - began < 40 and not answered:
        try:
            answered = ask(program.port, "GET", "/healthz")[0] == 200
        except OSError:
            time.sleep(0.2)
    for one in held:
        one.close()
    attempts.refused(f"{len(held)} idle connections", 503 if answered else 0, (503,))


def over_tls(attempts, program, folder):
    key, certificate = os.path.join(folder, "tls.key"), os.path.join(folder, "tls.crt")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", certificate], check=True,
                   capture_output=True)
    os.chmod(key, 0o600)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = os.path.join(folder, "tls-store")
    shutil.copytree(program.data, data)
    server = subprocess.Popen([program.binary, "serve", "--data", data, "--listen", f"127.0.0.1:{port}",
                               "--tls-certificate", certificate, "--tls-key", key], stderr=subprocess.DEVNULL)
    try:
        def spoken(context):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
                with context.wrap_socket(one, server_hostname="127.0.0.1") as secure:
                    secure.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    return secure.recv(64)

        def context(low, high, ciphers=None):
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
            made.minimum_version, made.maximum_version = low, high
            made.set_ciphers(ciphers or "ALL:@SECLEVEL=0")
            return made
        version = ssl.TLSVersion
        for _ in range(200):
            try:
                assert spoken(context(version.TLSv1_2, version.TLSv1_3)).startswith(b"HTTP/1.1 200")
                break
            except OSError:
                time.sleep(0.1)
        for what, made in {
            "TLS 1.0": context(version.TLSv1, version.TLSv1), "TLS 1.1": context(version.TLSv1_1, version.TLSv1_1),
            "RSA key exchange": context(version.TLSv1_2, version.TLSv1_2, "AES128-SHA:AES256-SHA:@SECLEVEL=0"),
            "CBC": context(version.TLSv1_2, version.TLSv1_2, "ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"),
            "no authentication": context(version.TLSv1_2, version.TLSv1_2, "aNULL:@SECLEVEL=0"),
        }.items():
            try:
                spoken(made)
                attempts.refused(what, 200)
            except OSError:
                attempts.refused(what, 401)
        attempts.refused("in the clear where TLS is spoken",
                         401 if not raw(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") else 200)
    finally:
        server.terminate()
        server.wait(60)


def beside_the_program(attempts, program, folder):
    """By hand in the data directory: a level in the log that is another, a record less, somebody else's token."""
    data = os.path.join(folder, "edited")

    def verified(change):
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(program.data, data)
        change()
        return subprocess.run([program.binary, "log", "verify", data], capture_output=True, timeout=300).returncode

    def tables():
        found = [os.path.join(at, name) for at, _, names in os.walk(data) for name in names
                 if name.endswith((".sst", ".log")) and "projections" not in at]
        return sorted(found, key=os.path.getsize)

    def flip():
        with open(tables()[-1], "r+b") as file:
            file.seek(os.path.getsize(file.name) // 2)
            byte = file.read(1)
            file.seek(-1, os.SEEK_CUR)
            file.write(bytes([byte[0] ^ 1]))

    def shorten():
        file = tables()[-1]
        os.truncate(file, os.path.getsize(file) // 2)
    attempts.refused("a bit of the log", 401 if verified(flip) else 200)
    attempts.refused("half of the log", 401 if verified(shorten) else 200)
    attempts.refused("nothing changed, and it verifies", 401 if verified(lambda: None) == 0 else 200)
    shutil.rmtree(data, ignore_errors=True)


def metrics_of(port):
    text = ask(port, "GET", "/metrics")[1].decode()
    return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines()
               if line.startswith("minhbach_http_answers_total") and 'status="4' in line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--idle", type=int, default=10_000)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="minhbach-abuse-")
    program = Program(os.path.abspath(options.binary), os.path.join(folder, "store"))
    attempts = Attempts()
    certificates = among_people.Certificates(folder)
    try:
        program.run("demo", "--data", program.data, "--people", "200")
        tokens = {role: program.token("--role", role)
                  for role in ("staff", "head", "home-affairs", "inspector", "administrator")}
        with open(os.path.join(program.data, "cases.json"), encoding="utf-8") as planted:
            tokens["director"] = program.token("--person", json.load(planted)["signIn"]["head"])
        rated = program.token("--person", among_people.RATED)
        program.start("--signature-authorities", certificates.trusted)
        port = program.port
        inspector = Client(port, tokens["inspector"])
        own = Client(port, tokens["staff"]).get("/v1/me")[1]["person"]
        listed = inspector.get("/v1/dossiers?cycle=2023&limit=200", {"Purpose": "05"})[1]["data"]["items"]
        people = [line["person"] for line in listed if line["person"] != own][:12]
        tokens["colleague"] = program.token("--person", listed[-1]["person"])  # of another agency, holding nothing
        size = Client(port).get("/readyz")[1]["size"]
        without_sign_in(attempts, port)
        forged(attempts, program, tokens)
        sessions(attempts, program, tokens)
        beyond_scope(attempts, port, tokens, people)
        without_mandate(attempts, port, tokens)
        by_rule(attempts, program, tokens)
        two_persons(attempts, port, tokens)
        through_imports(attempts, port, tokens)
        hostile_http(attempts, port)
        now = Client(port).get("/readyz")[1]["size"]
        events = Client(port, tokens["administrator"]).get(f"/v1/events?after={size - 1}&limit=100")[1]
        written = [line["type"].rsplit("minhbach.", 1)[-1] for line in events["data"]["events"]]
        kept = [kind for kind in written if not kind.startswith(("access-ledger", "index"))]
        attempts.refused(f"nothing is in the log of it: {size} to {now}, {kept}", 401 if not kept else 200)
        with_others_keys(attempts, port, tokens)
        among_people.protected_petitioners(attempts, port, tokens, rated)
        of_relations = among_people.relations(attempts, port, tokens)
        of_relations.all_entered("relations")
        among_people.signatures(attempts, port, tokens, certificates, rated).all_entered("signatures")
        among_people.party_signatures(attempts, program, tokens, certificates)
        credentials.who_looked(attempts, port, tokens, people)
        credentials.machines(attempts, program, listed[-1]["person"])
        credentials.accounts(attempts, program, listed[-1]["person"], people[1])
        among_people.unnamed(attempts, program.binary, folder)
        credentials.all_entered(attempts, port, tokens)
        # At last: it ends with one more who inspects.
        mandates.four_eyes(attempts, port, tokens, people)
        recorded = metrics_of(port)
        attempts.refused(f"what was refused is counted ({recorded:.0f})", 401 if recorded >= 200 else 200)
        idle_connections(attempts, program, options.idle)
        program.stop()
        over_tls(attempts, program, folder)
        beside_the_program(attempts, program, folder)
    finally:
        if program.process and program.process.poll() is None:
            program.kill()
        shutil.rmtree(folder, ignore_errors=True)
    for failure in attempts.failures[:60]:
        print("NOT REFUSED:", failure, file=sys.stderr)
    if attempts.failures:
        sys.exit(f"{len(attempts.failures)} of {attempts.count} attempts were not refused")
    assert attempts.count >= 200, attempts.count
    print(json.dumps({"attempts": attempts.count, "refused": attempts.count}))
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main()
