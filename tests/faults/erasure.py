#!/usr/bin/python3
"""Erases a person from the demonstration and then looks for that person in every file there is.

    erasure.py PROGRAM FOLDER

Over HTTP a person is given a name and texts that occur nowhere else: in corrections, earlier ratings, service, files,
purposes of views, and a package is made of them. First the search must find them all, and the person's key in the
vault: else it could not find what is left over. Then two people erase the person; the server is killed right behind the
approval and started again. Afterwards no file of the data directory may hold a text or the key: every file byte by
byte, and every row of every table of RocksDB, decompressed by Debian's sst_dump. Receipts given before still verify, so
do the log, the certificate and a package made later; folding anew gives the same read models.
"""
import base64
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "verify")]
from province import Client, Program  # noqa: E402

NAME = "Quách Xoáphăng Đẵngngọ"
TEXTS = {
    "name": NAME, "name as it is searched": "quach xoaphang dangngo", "reason": "Lýdo-Xoáphăng-1",
    "wording of an earlier rating": "Xếploại-Xoáphăng-2", "source of service": "Nguồn-Xoáphăng-3",
    "name of a file": "tep-xoaphang-4.txt", "content of a file": "Nộidung-Xoáphăng-5",
    "purpose of a view": "Mụcđích-Xoáphăng-6",
}
SERVICE = {"year": 2022, "monthsWorked": 12, "absenceMonths": 0, "maternityMonths": 0}
CONTENT = (TEXTS["content of a file"] + "\n").encode() * 3
TEXTS["digest of a file"] = hashlib.sha256(CONTENT).hexdigest()
PURPOSE = "?purpose=" + urllib.parse.quote(TEXTS["purpose of a view"])


def expect(answer, status):
    if answer[0] != status:
        raise RuntimeError(f"{answer[0]} where {status} is due: {answer[1]}")
    return answer[1]


def say(text):
    print(f"  {text}", flush=True)


class Erasure:
    def __init__(self, binary, folder):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "store"
        self.program = Program(binary, str(self.data))
        self.program.run("demo", "--data", str(self.data), "--people", "100")
        self.vkey = self.program.run("log", "vkey", "--data", str(self.data)).stdout.strip()
        self.tokens = {role: self.program.token("--role", role) for role in ("administrator", "inspector")}
        self.receipts = []

    def start(self):
        self.program.start()
        self.administrator = Client(self.program.port, self.tokens["administrator"])
        self.inspector = Client(self.program.port, self.tokens["inspector"])

    def post(self, path, body, revision=None):
        """By the administrator, with a receipt that is kept."""
        headers = {"Prefer": "receipt"}
        if revision is not None:
            headers["If-Match"] = f'"{revision}"'
        accepted = expect(self.administrator.post(path, body, headers), 201)
        self.receipts += accepted["receipts"]
        return accepted

    # The person

    def begin(self):
        self.post("/v1/documents", {"document": "XDL-VB", "number": "9/QĐ-XDL", "date": "2024-07-01",
                                    "issuer": "Sở Nội vụ", "issuerUnit": "51-S02", "kind": "DECISION",
                                    "title": "Quyết định về lưu trữ và xóa dữ liệu", "signer": "Nguyễn Thử",
                                    "signingCapacity": "HEAD", "effectiveFrom": "2024-07-01"})
        self.post("/v1/retention-classes",
                  {"retention": "LT-0", "name": "Hồ sơ đánh giá", "years": 0, "document": "XDL-VB", "clause": "Mục 1",
                   "kinds": ["PERSONNEL", "RATING", "WORK", "REMEDIATION", "OBJECTION", "ATTACHMENT"]})
        cycle = expect(self.inspector.get("/v1/cycles"), 200)["data"]["items"][0]["cycle"]
        lines = expect(self.inspector.get(f"/v1/dossiers?cycle={cycle}&limit=100"), 200)["data"]["items"]
        for line in lines:
            if line["status"] in ("ACKNOWLEDGED", "NOTIFIED", "DECIDED") and not line["leader"]:
                if self.may_be_erased(line["person"]):
                    self.person, self.dossier = line["person"], line["dossier"]
                    return
        raise RuntimeError("nobody in the demonstration may be erased")

    def request(self, person, erasure):
        return self.administrator.post("/v1/erasures", {
            "erasure": erasure, "subject": person, "document": "XDL-VB", "clause": "Nghị định số 13/2023/NĐ-CP",
            "reason": "Đã nghỉ việc, hết thời hạn lưu trữ."})

    def may_be_erased(self, person):
        """The posts are ended; then only an open case or a mandate can stand in the way."""
        known = expect(self.inspector.get(f"/v1/people/{person}?purpose=x"), 200)["data"]["person"]
        for post in known["posts"]:
            if "to" not in post:
                self.post(f"/v1/people/{person}/posts/end",
                          {"unit": post["unit"], "from": post["from"], "to": "2024-06-30", "document": "XDL-VB"})
        status, answer, _ = self.request(person, "THU-" + person)
        if status == 201:
            path = f"/v1/erasures/THU-{person}/withdrawal"
            expect(self.administrator.post(path, {"reason": "Mới chỉ hỏi thử."}, {"If-Match": '"1"'}), 201)
        return status == 201

    def plant(self):
        person = f"/v1/people/{self.person}"
        self.post(person + "/corrections", {"fullName": NAME, "reason": TEXTS["reason"]})
        self.post(person + "/earlier-ratings", {"year": 2012, "level": "GOOD", "unitName": "Sở Tài chính",
                                                "wording": TEXTS["wording of an earlier rating"], "source": "Hồ sơ"})
        self.post(person + "/service", dict(SERVICE, source=TEXTS["source of service"]))
        begun = expect(self.administrator.post("/v1/attachments", {"person": self.person}), 201)["data"]["attachment"]
        expect(self.administrator.post(f"/v1/attachments/{begun}/pieces/0", CONTENT,
                                       content_type="application/octet-stream"), 200)
        self.attachment = begun
        self.post(f"/v1/attachments/{begun}", {"name": TEXTS["name of a file"], "mediaType": "text/plain"})
        self.folded()
        expect(self.inspector.get(f"/v1/dossiers/{self.dossier}{PURPOSE}"), 200)
        shown = expect(self.inspector.get(person + PURPOSE), 200)["data"]["person"]["fullName"]
        assert shown == NAME, shown
        self.exported("first")

    def exported(self, name):
        """A package of the person, taken to a folder of that name."""
        job = expect(self.inspector.post("/v1/exports", {"scope": {"person": self.person}, "purpose": "Thanh tra"}),
                     202)["data"]["job"]
        deadline = time.monotonic() + 60
        while expect(self.inspector.get(f"/v1/exports/{job}"), 200)["data"]["state"] != "DONE":
            assert time.monotonic() < deadline, "the package is not written"
            time.sleep(0.05)
        package = expect(self.inspector.get(f"/v1/exports/{job}/package"), 200)
        file = self.folder / name / "package.zip"
        file.parent.mkdir()
        file.write_bytes(package)
        return file

    def folded(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            state = self.inspector.get("/readyz")[1]
            if state["applied"] >= state["size"]:
                return
            time.sleep(0.05)
        raise RuntimeError(f"the read models do not follow: {state}")

    def key(self):
        """The person's key as it lies in the vault; nothing if it does not."""
        vault = (self.data / "vault").read_bytes()[len(b"mb-vault-v1\n"):]
        while vault:
            end = 2 + vault[1]
            if vault[:1] == b"K" and vault[2:end].decode() == self.person:
                return vault[end:end + 32]
            vault = vault[end + 40:]
        return None

    # The search

    def search(self, key, also=()):
        """{what: files that hold it}; `also` are folders besides the data directory."""
        needles = {what: text.encode() for what, text in TEXTS.items()}
        needles |= {"key": key, "key in hexadecimal": key.hex().encode(), "key in base64": base64.b64encode(key)[:-1]}
        found = {what: set() for what in needles}
        files = tables = 0
        for folder in (self.data, *also):
            for path in sorted(folder.rglob("*")):
                if not path.is_file():
                    continue
                files += 1
                content = [path.read_bytes()]
                if path.suffix == ".sst":
                    tables += 1
                    content.append(subprocess.run(["sst_dump", f"--file={path}", "--command=scan"], check=True,
                                                  capture_output=True).stdout)
                for what, needle in needles.items():
                    if any(needle in one for one in content):
                        found[what].add(str(path.relative_to(folder)))
        assert files > 20 and tables > 5, "hardly anything was searched"
        self.searched = f"{files} files, {tables} of them tables"
        return {what: where for what, where in found.items() if where}

    def negative_control(self, key):
        """Everything that is readable somewhere is found, so the search is worth something."""
        found = self.search(key)
        missing = set(TEXTS) - set(found)
        assert not missing, f"the search does not find what is there: {missing}"
        assert found["key"] == {"vault"}, found["key"]
        for what, place in (("name", "projections/main/"), ("name as it is searched", "projections/main/"),
                            ("purpose of a view", "projections/access/"), ("content of a file", "exports/")):
            assert any(name.startswith(place) for name in found[what]), (what, found[what])
        say(f"before: all {len(TEXTS)} texts and the key found in {self.searched}")

    # The erasure

    def erase(self):
        expect(self.request(self.person, "XDL-1"), 201)
        refused = self.administrator.post("/v1/erasures/XDL-1/approval", {}, {"If-Match": '"1"'})
        assert refused[0] == 403 and refused[1]["type"] == "/problems/same-person", refused[:2]
        expect(self.inspector.post("/v1/erasures/XDL-1/approval", {}, {"If-Match": '"1"'}), 201)
        self.program.kill()
        assert self.key() is None, "the answer came before the key was gone"
        self.start()
        deadline = time.monotonic() + 120
        while True:
            self.folded()
            status, answer, _ = self.inspector.get("/v1/erasures/XDL-1")
            if status == 200 and answer["data"]["emptied"]:
                break
            assert time.monotonic() < deadline, answer
            time.sleep(0.1)
        lost = answer["data"]["erasure"]["lost"]
        assert lost["events"] > 10 and lost["files"] == 1 and lost["accessEvents"] >= 2, lost
        say(f"erased: {lost}")

    def look_at_answers(self):
        person = expect(self.inspector.get(f"/v1/people/{self.person}?purpose=x"), 200)["data"]
        assert "fullName" not in person["person"] and person["erased"]["erasure"] == "XDL-1", person
        status, answer, _ = self.inspector.get(f"/v1/dossiers/{self.dossier}?purpose=x")
        assert status == 410 and answer["type"] == "/problems/erased" and "9/QĐ-XDL" in answer["detail"], answer
        for path in (f"/v1/dossiers/{self.dossier}/timeline", f"/v1/people/{self.person}/ratings"):
            answer = expect(self.inspector.get(path + "?purpose=x"), 200)
            assert answer["data"]["erased"]["document"] == "XDL-VB", answer
            assert not any(text in json.dumps(answer, ensure_ascii=False) for text in TEXTS.values()), path
        gone = self.inspector.get(f"/v1/attachments/{self.attachment}?purpose=x")
        assert gone[0] in (404, 410), gone[:2]
        refused = self.administrator.post(f"/v1/people/{self.person}/service", dict(SERVICE, source="x"))
        assert refused[0] >= 400, refused[:2]

    def verify(self, *what):
        return self.program.run("log", "verify", *map(str, what), timeout=600)

    def certificate(self):
        note = expect(self.inspector.get("/v1/erasures/XDL-1/certificate"), 200)
        file = self.folder / "certificate"
        file.write_bytes(note)
        verifier = os.path.join(os.path.dirname(HERE), "verify", "verify_certificate.py")
        command = ["/usr/bin/python3", verifier, str(file), "--vkey", self.vkey]
        served = ["--url", f"http://127.0.0.1:{self.program.port}/log", "--token", self.tokens["administrator"]]
        print("  " + subprocess.run(command + served, check=True, capture_output=True, text=True).stdout.strip())
        text = note.decode()
        for damaged in (text.replace("subject ", "subject X"), text.replace("lost ", "lost 1"), text[:-3]):
            file.write_text(damaged, encoding="utf-8")
            assert subprocess.run(command, capture_output=True).returncode == 1, damaged

    def run(self):
        self.start()
        try:
            self.begin()
            self.plant()
            assert self.program.stop() == 0
            key = self.key()
            assert key, "the vault has no key of the person"
            self.negative_control(key)
            self.start()
            self.exported("before")
            self.erase()
            self.look_at_answers()
            self.certificate()
            later = self.exported("later")
            assert self.program.stop() == 0
        finally:
            if self.program.process.poll() is None:
                self.program.kill()
        found = self.search(key, [self.folder / "later"])
        assert not found, f"left over: {found}"
        say(f"after: nothing of the person in {self.searched}")
        for number, receipt in enumerate(self.receipts):
            file = self.folder / f"{number}.tlog-proof"
            file.write_text(receipt, encoding="utf-8")
            self.verify(file, "--vkey", self.vkey)
        self.verify(self.data)
        self.verify(later, "--vkey", self.vkey)
        self.program.run("projection", "rebuild", "--data", str(self.data))
        found = self.search(key)
        assert not found, f"back after folding anew: {found}"
        say(f"{len(self.receipts)} receipts of before, the log, a package and the read models verify")


def main():
    Erasure(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])).run()
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
