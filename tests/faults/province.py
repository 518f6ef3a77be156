"""A real, small province for fault runs and benchmarks: opened, filled and served through the program's own doors.

Only the standard library. Everything stays on 127.0.0.1; every process that is started is ended by its id.
"""
import http.client
import json
import os
import signal
import socket
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNIT = "51-S05"
CYCLE = "thu-2023"
YEAR = 2023


class Program:
    def __init__(self, binary, data):
        self.binary, self.data, self.process, self.port = binary, data, None, None
        self.environment = None  # of the server, where it is another than ours

    def run(self, *arguments, check=True, timeout=300):
        done = subprocess.run([self.binary, *arguments], capture_output=True, text=True, timeout=timeout)
        if check and done.returncode != 0:
            raise RuntimeError(f"minhbach {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done

    def token(self, *who):
        return self.run("token", "--data", self.data, *who).stdout.strip()

    def start(self, *options, patience=60):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        log = open(os.path.join(os.path.dirname(self.data), "server.log"), "ab")
        command = [self.binary, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}",
                   "--requests-per-second", "1000000", *options]  # what is measured here is not that limit
        self.process = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}; see server.log")
            try:
                if Client(self.port).get("/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.02)
        raise RuntimeError(f"the server did not become ready within {patience} s")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=30)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


class Client:
    """One kept connection. Answers are (status, parsed JSON or text, headers)."""

    def __init__(self, port, token=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.token = token

    def send(self, method, path, body=None, headers=None, content_type="application/json"):
        fields = dict(headers or {})
        if self.token:
            fields["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            fields["Content-Type"] = content_type
            if not isinstance(body, (bytes, str)):
                body = json.dumps(body, ensure_ascii=False)
            if isinstance(body, str):
                body = body.encode()
        self.connection.request(method, path, body, fields)
        answer = self.connection.getresponse()
        raw = answer.read()
        kind = answer.headers.get("Content-Type", "")
        return answer.status, json.loads(raw) if "json" in kind else raw, answer.headers

    def get(self, path, headers=None):
        return self.send("GET", path, headers=headers)

    def post(self, path, body, headers=None, content_type="application/json"):
        return self.send("POST", path, body, headers, content_type)


def roster(people):
    lines = ["personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,"
             "document"]
    for i in range(people):
        lines.append(f"T{i:04d},Nguyễn Thử {i},01/02/1985,nam,{UNIT},Chuyên viên,CIVIL_SERVANT,không,,không,{UNIT},"
                     "01/01/2020,,")
    return "\n".join(lines) + "\n"


def person(i):
    return f"T{i:04d}"


def dossier(i):
    return f"{CYCLE}.{person(i)}"


def open_province(program, people):
    """init, import, and over HTTP: a document, a cycle, its dossiers. Leaves the server running."""
    program.run("init", "--data", program.data, "--origin", "minhbach.test/faults", "--units",
                os.path.join(ROOT, "api/demo/data/quangngai-2023-units.csv"), "--administrator", "Nguyễn Quản Trị")
    path = os.path.join(os.path.dirname(program.data), "roster.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(roster(people))
    program.run("import", path, "--data", program.data, "--as", "QTHT-1")
    administrator = program.token("--role", "administrator")
    program.start()
    client = Client(program.port, administrator)
    for path, body in [
        ("/v1/documents", {"document": "cv-5721", "number": "5721/UBND-NC", "date": "2023-11-14",
                           "issuer": "Ủy ban nhân dân tỉnh", "issuerUnit": "51", "kind": "LETTER",
                           "title": "Đánh giá, xếp loại năm 2023", "signer": "Nguyễn Thử",
                           "signingCapacity": "TM", "effectiveFrom": "2023-11-14"}),
        ("/v1/cycles", {"cycle": CYCLE, "year": YEAR, "title": "Kỳ thử", "document": "cv-5721",
                        "rulebook": "nd90-48-2023", "scope": ["51"],
                        "submission": {"date": "2023-11-30", "inclusive": False}, "noticeWorkingDays": 5}),
        (f"/v1/cycles/{CYCLE}/dossiers", {"agency": UNIT}),
    ]:
        status, answer, _ = client.post(path, body)
        if status != 201:
            raise RuntimeError(f"POST {path}: {status} {answer}")
    return administrator


def appoint_inspector(administrator, number):
    mandate = {"mandate": "MQ-TTR", "person": person(number), "powers": ["INSPECT"], "unit": "51", "reach": "SUBTREE",
               "capacity": "IN_OFFICE", "from": "2023-11-14", "document": "cv-5721"}
    status, answer, _ = administrator.post("/v1/mandates", mandate)
    if status != 201:
        raise RuntimeError(f"the inspector was not appointed: {status} {answer}")
