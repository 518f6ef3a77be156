"""What somebody may try against people: relations, comments without a name, protected petitioners, signatures."""
import base64
import io
import json
import os
import re
import subprocess
import time
import urllib.parse
import zipfile

from province import CYCLE, UNIT, Client, Program, dossier, person, roster

PURPOSE = {"Purpose": urllib.parse.quote("05/QĐ-TTr")}
DECIDED = "2023.QN201001"
RATED = "QN201001"


def kind_of(answer):
    return answer.get("type", "").rsplit("/", 1)[-1] if isinstance(answer, dict) else ""


def text_of(answer):
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False)


def without_path(answer):
    return {name: value for name, value in answer.items() if name != "instance"}


class Refused:
    """Attempts that a rule refuses, by its name; each is an entry of the access ledger under the name of the actor."""

    def __init__(self, attempts, inspector):
        self.attempts, self.inspector = attempts, inspector
        self.before, self.done = self.entered(), 0

    def entered(self):
        return len(self.inspector.get("/v1/access/refusals?limit=500")[1]["data"]["items"])

    def by_rule(self, what, answered, *kinds):
        status, answer, _ = answered
        self.attempts.refused(f"{what} ({status} {kind_of(answer)})", kind_of(answer), kinds)
        self.done += status == 403

    def all_entered(self, what):
        deadline = time.monotonic() + 10
        while self.entered() < self.before + self.done and time.monotonic() < deadline:
            time.sleep(0.1)
        self.attempts.refused(f"{what}: {self.entered()} entries, {self.before + self.done} wanted",
                              self.entered() >= self.before + self.done, (True,))


def decision_on(inspector, dossier):
    """(entity tag of the dossier, revision of its decision, the document it rests on)"""
    status, answer, headers = inspector.get(f"/v1/dossiers/{dossier}", PURPOSE)
    assert status == 200, (status, answer)
    position = answer["data"]["decisions"][-1]["by"]["position"]
    revision = inspector.get(f"/v1/log/entries/{position}")[1]["data"]["revision"]
    return headers["ETag"], revision, answer["data"]["decisionDocument"]["document"]


def relations(attempts, port, tokens):
    """Declared in another's name, ended by another, and an office that is used in spite of one."""
    inspector, own = Client(port, tokens["inspector"]), Client(port, tokens["director"])
    tag, decision, document = decision_on(inspector, DECIDED)
    director = own.get("/v1/me")[1]["person"]
    rule = Refused(attempts, inspector)
    clients = {who: Client(port, tokens[who]) for who in ("colleague", "head", "inspector")}
    for who, client in clients.items():
        me = client.get("/v1/me")[1]["person"]
        for other in {director, me}:
            made = {"other": other, "kind": "SPOUSE"}
            rule.by_rule(f"{who} declares that {RATED} is related to {other}",
                         client.post(f"/v1/people/{RATED}/relations", made), "not-competent")
        rule.by_rule(f"{who} declares on a document that {RATED} is related to {director}",
                     client.post(f"/v1/people/{RATED}/relations",
                                 {"other": director, "kind": "PARENT", "document": document}), "not-competent")
        rule.by_rule(f"{who} is related to oneself",
                     client.post(f"/v1/people/{me}/relations", {"other": me, "kind": "SIBLING"}), "invalid-field")
        rule.by_rule(f"{who} is related to nobody",
                     client.post(f"/v1/people/{me}/relations", {"other": "QN999999", "kind": "SIBLING"}),
                     "invalid-field")
        rule.by_rule(f"{who} will be related",
                     client.post(f"/v1/people/{me}/relations",
                                 {"other": RATED, "kind": "SIBLING", "since": "2199-01-01"}), "invalid-field")
    status, answer, _ = own.post(f"/v1/people/{director}/relations", {"other": RATED, "kind": "SPOUSE_SIBLING"})
    assert status == 201, (status, answer)
    for who, client in clients.items():
        rule.by_rule(f"{who} ends the relation of {director}",
                     client.post(f"/v1/people/{director}/relations/end",
                                 {"other": RATED, "on": "2024-01-01", "reason": "thử"}), "not-competent")
    rule.by_rule("a relation is ended in the future",
                 own.post(f"/v1/people/{director}/relations/end",
                          {"other": RATED, "on": "2199-01-01", "reason": "thử"}), "invalid-field")
    rule.by_rule("a relation is ended without a reason",
                 own.post(f"/v1/people/{director}/relations/end", {"other": RATED, "on": "2024-01-01", "reason": ""}),
                 "reason-required", "invalid-field")
    tag = decision_on(inspector, DECIDED)[0]
    acts = {"re-rating": {"decision": decision, "ground": "ERROR", "level": "EXCELLENT", "reason": "thử",
                          "document": document},
            "corrections": {"what": "level", "was": "a", "is": "b", "reason": "thử", "document": document},
            "decision": {"level": "EXCELLENT", "reason": "thử", "document": document},
            "notice": {"document": document, "dated": "2023-12-01"}, "publication": {"form": "ELECTRONIC"}}
    for act, body in acts.items():
        rule.by_rule(f"{director} does {act} about a relative",
                     own.post(f"/v1/dossiers/{DECIDED}/{act}", body, {"If-Match": tag}), "conflict-of-interest")
    return rule


def filled(path, values):
    return re.sub(r"\{(\w+)(?:\.\.\.)?\}", lambda found: values.get(found.group(1), "x"), path)


def questions_of(client, values, more):
    """Every question of the document, about these; each as it is and with every addition that it takes."""
    document = client.get("/v1/openapi.json")[1]
    left_out = re.compile(r"stream|metrics|readyz|healthz|openapi|docs")
    for path, methods in document["paths"].items():
        operation = methods.get("get")
        if not operation or left_out.search(path) or "{tile" in path:
            continue
        takes = {one["name"]: one for one in operation.get("parameters", []) if one.get("in") == "query"}
        fixed = {name: "2023" if name == "cycle" else values["person"] for name, one in takes.items()
                 if one.get("required") or name == "cycle"}
        if "cycle" in fixed:
            fixed["cycle"] = values["cycle"]
        target = filled(path, values)
        ways = [{}] + [{name: value} for name, value in more if name in takes]
        for way in ways:
            query = urllib.parse.urlencode(fixed | way)
            yield target + ("?" + query if query else "")


def pages(client, target):
    """An answer and those that its links lead to."""
    for _ in range(5):
        status, answer, headers = client.get(target, PURPOSE)
        yield status, text_of(answer) + str(sorted(headers.items()))
        following = re.search(r'<([^>]+)>; rel="next"', headers.get("Link", ""))
        if not following:
            return
        # What a cursor holds is told as well.
        for value in urllib.parse.parse_qs(urllib.parse.urlsplit(following.group(1)).query).get("cursor", []):
            yield status, base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode("utf-8", "replace")
        target = following.group(1)


def package_of(client, scope):
    status, answer, headers = client.post("/v1/exports", {"scope": scope, "purpose": "thử"})
    if status != 202:
        return None
    for _ in range(600):
        job = client.get(headers["Location"])[1]["data"]
        if job["state"] != "RUNNING" and job["state"] != "WAITING":
            break
        time.sleep(0.05)
    status, archive, _ = client.get(headers["Location"] + "/package")
    if status != 200:
        return None
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        return b"".join(package.read(name) for name in package.namelist()).decode("utf-8", "replace")


def unnamed(attempts, binary, folder):
    """A head asks in every way there is who of the unit spoke: nothing holds one of the two who did not speak less."""
    program = Program(binary, os.path.join(folder, "unnamed"))
    program.run("init", "--data", program.data, "--origin", "minhbach.test/abuse", "--units",
                os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../api/demo/data/"
                             "quangngai-2023-units.csv"), "--administrator", "Nguyễn Quản Trị")
    path = os.path.join(folder, "roster.csv")
    lines = roster(6).splitlines()
    # T0000 heads the agency; the others work there.
    lines[1] = f"T0000,Nguyễn Thử 0,01/02/1975,nam,{UNIT},Giám đốc,CIVIL_SERVANT,có,{UNIT},không,51,01/01/2020,,"
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    program.run("import", path, "--data", program.data, "--as", "QTHT-1")
    administrator = program.token("--role", "administrator")
    tokens = [program.token("--person", person(i)) for i in range(3)]
    program.start()
    try:
        client = Client(program.port, administrator)
        for target, body in [
            ("/v1/documents", {"document": "cv-5721", "number": "5721/UBND-NC", "date": "2023-11-14",
                               "issuer": "Ủy ban nhân dân tỉnh", "issuerUnit": "51", "kind": "LETTER",
                               "title": "Đánh giá, xếp loại năm 2023", "signer": "Nguyễn Thử",
                               "signingCapacity": "TM", "effectiveFrom": "2023-11-14"}),
            ("/v1/cycles", {"cycle": CYCLE, "year": 2023, "title": "Kỳ thử", "document": "cv-5721",
                            "rulebook": "nd90-48-2023", "scope": ["51"],
                            "submission": {"date": "2023-11-30", "inclusive": False}, "noticeWorkingDays": 5}),
            (f"/v1/cycles/{CYCLE}/dossiers", {"agency": "51"}), (f"/v1/cycles/{CYCLE}/dossiers", {"agency": UNIT}),
            ("/v1/mandates", {"mandate": "MQ-GD", "person": person(0), "powers": ["DECIDE", "COMMENT", "MEETING"],
                              "unit": UNIT, "reach": "SUBTREE", "capacity": "IN_OFFICE", "from": "2023-11-14",
                              "document": "cv-5721"}),
        ]:
            status, answer, _ = client.post(target, body)
            assert status == 201, (target, status, answer)
        words = "Giao việc chưa đều giữa các đồng chí"
        speaker = Client(program.port, tokens[1])
        comment = {"side": "SUBORDINATE", "text": words}
        key = {"Idempotency-Key": '"spoken"'}
        status, said, _ = speaker.post(f"/v1/dossiers/{dossier(0)}/comments", comment, key)
        assert status == 201, (status, said)
        head = Client(program.port, tokens[0])
        values = {"dossier": dossier(0), "person": person(0), "actor": person(0), "unit": UNIT, "agency": UNIT,
                  "cycle": CYCLE, "year": "2023", "plan": f"{CYCLE}.p.{person(0)}", "review": f"{CYCLE}.p.{person(0)}",
                  "document": "cv-5721", "rulebook": "nd90-48-2023", "committeeUnit": UNIT,
                  "position": str(said["position"])}
        more = [("known_as_of", said["position"]), ("known_as_of", said["position"] - 1), ("events", "true"),
                ("act", said["position"]), ("types", "comment.recorded"), ("agency", UNIT), ("unit", UNIT),
                ("person", person(0)), ("subject", person(0)), ("limit", 1)]
        answered = 0
        for target in questions_of(head, values, more):
            told = [text for status, text in pages(head, target) if status == 200]
            answered += len(told)
            # Of two colleagues one spoke and one did not: each answer holds both or neither.
            often = [sum(text.count(code) for text in told) for code in (person(1), person(2))]
            attempts.refused(f"{target} to the head tells {often}", often[0] == often[1], (True,))
            attempts.refused(f"{target} to the head tells what was said the same day",
                             any(words in text for text in told), (False,))
        assert answered > 40, answered
        # The same words under the same key, and a package of the own record.
        status, answer, _ = head.post(f"/v1/dossiers/{dossier(0)}/comments", comment, key)
        attempts.refused("the head with the key of whoever spoke", status, (403, 404, 409, 422))
        attempts.refused("the head is told nothing by it", person(1) in text_of(answer), (False,))
        package = package_of(head, {"person": person(0)})
        attempts.refused("the own package holds what was said", package is None or words in package, (False,))
        attempts.refused("the own package names whoever spoke",
                         package is None or package.count(person(1)) != package.count(person(2)), (False,))
    finally:
        program.stop()


def protected_petitioners(attempts, port, tokens, rated_token):
    """Who filed is told to the readers on the list: nobody else gets it out of an answer, an act or a package."""
    rated = Client(port, rated_token)
    inspector = Client(port, tokens["inspector"])
    grounds = "Vượt mức nhiệm vụ mà không được ghi nhận"
    code = "protected.0abe5e"
    filing = {"objection": code, "kind": "PETITION", "dossier": DECIDED, "grounds": grounds,
              "decision": decision_on(inspector, DECIDED)[1]}
    key = {"Idempotency-Key": '"petition"'}
    status, filed, _ = rated.post("/v1/objections", filing, key)
    assert status == 201, (status, filed)
    # Whoever decides about the petitioner, or keeps the records, may receive it and stands on its list.
    listed = [one["person"]["person"] for one in rated.get(f"/v1/objections/{code}/readers")[1]["data"]["items"]]
    for who in ("colleague", "inspector", "head"):
        client = Client(port, tokens[who])
        assert client.get("/v1/me")[1]["person"] not in listed, (who, listed)
        for what in ("", "/readers", "/views"):
            there = client.get(f"/v1/objections/{code}{what}", PURPOSE)
            nowhere = client.get(f"/v1/objections/protected.000000{what}", PURPOSE)
            attempts.refused(f"{who} reads the protected objection{what}", there[0], (404,))
            attempts.refused(f"{who} learns that it is there{what}",
                             text_of(without_path(there[1])).replace(code, "?") ==
                             text_of(without_path(nowhere[1])).replace("protected.000000", "?"), (True,))
        attempts.refused(f"{who} asks who would read it",
                         client.get(f"/v1/dossiers/{DECIDED}/protected-readers", PURPOSE)[0], (404,))
        status, answer, _ = client.post("/v1/objections", filing, key)
        attempts.refused(f"{who} files the same under the same key", status, (403, 404, 409, 422))
        attempts.refused(f"{who} is told nothing by the key", '"position"' in text_of(answer), (False,))
        acts = {"receipt": {"resolver": RATED}, "withdrawal": {},
                "resolution": {"outcome": "UPHELD", "reasons": "thử", "document": "CV5721"}}
        for act, body in acts.items():
            status, _, _ = client.post(f"/v1/objections/{code}/{act}", body, {"If-Match": '"1"'})
            attempts.refused(f"{who} tries {act} on it", status, (400, 403, 404, 422))
    # The list of petitions, its pages, the dossier, its timeline, events: none has the petitioner beside the petition.
    size = Client(port).get("/readyz")[1]["size"]
    values = {"dossier": DECIDED, "person": RATED, "actor": RATED, "unit": "51-S05", "agency": "51-S05",
              "cycle": "2023", "year": "2023", "objection": code, "plan": f"2023.p.{RATED}",
              "review": f"2023.p.{RATED}", "document": "CV5721", "rulebook": "nd90-48-2023",
              "committeeUnit": "51-S05", "position": str(filed["position"])}
    more = [("known_as_of", filed["position"]), ("types", "objection.filed"), ("limit", 1), ("events", "true"),
            ("unit", "51-S05"), ("after", size - 5), ("subject", RATED), ("actor", RATED)]
    for who in ("inspector", "head"):
        client = Client(port, tokens[who])
        for target in questions_of(client, values, more):
            if f"/objections/{code}" in target or re.match(r"/log|/v1/log(?!/entries/)", target):
                continue  # the first was asked above, the raw record has its readers
            told = [text for status, text in pages(client, target) if status == 200]
            attempts.refused(f"{who} asks {target}", any(code in text and RATED in text for text in told), (False,))
            attempts.refused(f"{who} reads the grounds at {target}", any(grounds in text for text in told), (False,))
    package = package_of(inspector, {"person": RATED})
    attempts.refused("a package tells the grounds", package is None or grounds in package, (False,))


class Certificates:
    def __init__(self, folder):
        self.folder = os.path.join(folder, "certificates")
        os.makedirs(self.folder)
        self.run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                 "-subj", "/CN=CA", "-keyout", self.at("ca.key"), "-out", self.at("ca.crt"))
        self.trusted = os.path.join(folder, "authorities")
        os.makedirs(self.trusted)
        os.link(self.at("ca.crt"), os.path.join(self.trusted, "ca.pem"))

    def at(self, name):
        return os.path.join(self.folder, name)

    @staticmethod
    def run(*words):
        subprocess.run(["openssl", *words], check=True, capture_output=True)

    def issue(self, name, common_name, until=None):
        """Signed by the authority; `until` "20240101000000Z": one that is over."""
        self.run("req", "-utf8", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                 "/CN=" + common_name, "-keyout", self.at(name + ".key"), "-out", self.at(name + ".csr"))
        if until:
            with open(self.at("index"), "w", encoding="utf-8"):
                pass
            with open(self.at("ca.conf"), "w", encoding="utf-8") as config:
                config.write(f"[ca]\ndefault_ca=d\n[d]\ndatabase={self.at('index')}\nrand_serial=yes\n"
                             f"new_certs_dir={self.folder}\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n")
            self.run("ca", "-batch", "-utf8", "-config", self.at("ca.conf"), "-cert", self.at("ca.crt"), "-keyfile",
                     self.at("ca.key"), "-startdate", "20230101000000Z", "-enddate", until, "-notext",
                     "-in", self.at(name + ".csr"), "-out", self.at(name + ".crt"))
        else:
            self.run("x509", "-req", "-days", "30", "-in", self.at(name + ".csr"), "-CA", self.at("ca.crt"), "-CAkey",
                     self.at("ca.key"), "-CAcreateserial", "-out", self.at(name + ".crt"))

    def sign(self, name, content):
        with open(self.at("content"), "wb") as file:
            file.write(content)
        self.run("cms", "-sign", "-binary", "-outform", "DER", "-md", "sha256", "-in", self.at("content"), "-out",
                 self.at("made"), "-signer", self.at(name + ".crt"), "-inkey", self.at(name + ".key"))
        with open(self.at("made"), "rb") as file:
            return file.read()


def signatures(attempts, port, tokens, certificates, rated_token):
    """Over another's record, with another's certificate, twice, over other bytes, with one that is over."""
    rated = Client(port, rated_token)
    inspector = Client(port, tokens["inspector"])
    name = rated.get(f"/v1/people/{RATED}")[1]["data"]["person"]["fullName"]
    certificates.issue("own", name)
    certificates.issue("stranger", "Nguyễn Văn Khác")
    certificates.issue("over", name, "20240101000000Z")
    items = rated.get(f"/v1/dossiers/{DECIDED}/timeline?types=self-assessment.filed")[1]["data"]["items"]
    own = items[0]["act"]["by"]["position"]
    items = rated.get(f"/v1/dossiers/{DECIDED}/timeline?types=rating.decided")[1]["data"]["items"]
    decided = items[0]["act"]["by"]["position"]

    def at(position, what="signatures"):
        return f"/v1/log/entries/{position}/{what}"

    def hand_in(client, position, der):
        status, answer, headers = client.post(at(position), {"signature": base64.b64encode(der).decode()})
        return status, answer, headers
    record, other = rated.get(at(own, "record"))[1], rated.get(at(decided, "record"))[1]
    assert isinstance(record, bytes) and isinstance(other, bytes), (record, other)
    good = certificates.sign("own", record)
    rule = Refused(attempts, inspector)
    for who in ("head", "inspector", "home-affairs", "administrator"):
        client = Client(port, tokens[who])
        rule.by_rule(f"{who} signs the record of {RATED}", hand_in(client, own, good), "not-competent")
        rule.by_rule(f"{who} signs it with another certificate",
                     hand_in(client, own, certificates.sign("stranger", record)), "not-competent")
    rule.by_rule("the decision that somebody else took", hand_in(rated, decided, certificates.sign("own", other)),
                 "not-competent")
    # Of the right form and over nothing of this: refused before any rule.
    for what, der in {"over another record": certificates.sign("own", other),
                      "over the record with a byte more": certificates.sign("own", record + b"\0"),
                      "over nothing": certificates.sign("own", b"")}.items():
        status, answer, _ = hand_in(rated, own, der)
        attempts.refused(f"a signature {what}", kind_of(answer), ("signature-invalid",))
    changed = bytearray(good)
    changed[-1] ^= 1
    attempts.refused("a signature with a changed bit", kind_of(hand_in(rated, own, bytes(changed))[1]),
                     ("signature-invalid", "invalid-field"))
    for what, der in {"nothing": b"", "rubbish": b"\x30\x80" + b"x" * 300, "the certificate alone":
                      open(certificates.at("own.crt"), "rb").read(), "too much": b"\0" * 40_000}.items():
        attempts.refused(f"{what} as a signature", kind_of(hand_in(rated, own, der)[1]), ("invalid-field",))
    assert hand_in(rated, own, good)[0] == 201
    rule.by_rule("a signature once more", hand_in(rated, own, good), "already-exists")
    # What fits is kept with what was found: nothing of it is called trusted that is over, or names somebody else.
    assert hand_in(rated, own, certificates.sign("over", record))[0] == 201
    assert hand_in(rated, own, certificates.sign("stranger", record))[0] == 201
    reports = [one["report"] for one in rated.get(at(own))[1]["data"]["signatures"]]
    attempts.refused(f"a certificate that is over is trusted: {reports[1]['standing']}",
                     reports[1]["standing"] == "TRUSTED", (False,))
    attempts.refused("another's certificate names the signer", reports[2]["namesSigner"], (False,))
    for who in ("colleague", "administrator"):
        client = Client(port, tokens[who])
        for what in ("record", "signatures"):
            attempts.refused(f"{who} reads {what} of it", client.get(at(own, what), PURPOSE)[0], (404,))
    return rule


def party_signatures(attempts, program, tokens, certificates):
    """Acts of the party's side are not there for others, and take no signature of theirs."""
    port = program.port
    administrator = Client(port, tokens["administrator"])
    size = Client(port).get("/readyz")[1]["size"]
    hidden = [position for position in range(size - 1, max(0, size - 2_000), -1)
              if administrator.get(f"/v1/log/entries/{position}")[0] == 404][:3]
    attempts.refused("acts of the party are hidden from administration", bool(hidden), (True,))
    for position in hidden:
        for who in ("colleague", "head", "inspector", "administrator"):
            client = Client(port, tokens[who])
            for what in ("record", "signatures"):
                attempts.refused(f"{who} reads {what} of an act of the party",
                                 client.get(f"/v1/log/entries/{position}/{what}", PURPOSE)[0], (403, 404))
            der = base64.b64encode(certificates.sign("own", b"x")).decode()
            status, answer, _ = client.post(f"/v1/log/entries/{position}/signatures", {"signature": der})
            attempts.refused(f"{who} signs an act of the party ({kind_of(answer)})", status, (403, 404, 422))
