"""What the clients of two_threads.py do: each contest is begun by several requests that are sent before an answer is
taken, and says by itself whether it was fair.
"""
import collections
import hashlib
import http.client
import json
import queue
import random
import re
import socket
import threading
import time
import urllib.parse

from province import CYCLE, UNIT, dossier, person

# Who takes part in what, so that the entries of each can be counted.
RATED, ENTERING, SHUT, COMING, LEAVING, MOVED = (range(1, 20), range(20, 30), range(30, 38), range(38, 50),
                                                 range(50, 54), range(54, 57))
SESSIONS_MAX = 8
WRONG_MAX = 5
PASSWORDS = ("hoa sen tháng sáu", "hoa cau tháng bảy", "hoa sữa tháng tám")
IN_TIME_SECONDS = 60


class Line:
    """A kept connection whose question is sent at one time and whose answer is taken at another."""

    def __init__(self, port, dice):
        self.port, self.dice = port, dice
        self.connect()

    def connect(self):
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.put("GET", "/healthz")  # of a new connection a question is due within seconds
        self.take()

    def put(self, method, path, token=None, body=None, **fields):
        # The server stands behind a proxy: attempts to sign in come from everywhere.
        address = ".".join(["10", *(str(self.dice.randrange(256)) for _ in range(3))])
        head = {"Host": "minhbach.test", "X-Forwarded-For": address}
        head |= {name.replace("_", "-"): value for name, value in fields.items()}
        if token:
            head |= {"Cookie": token, "Minhbach-Console": "1"} if "=" in token else {"Authorization": f"Bearer {token}"}
        content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        if method == "POST":
            head |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
        self.method = method
        self.socket.sendall("\r\n".join(lines).encode() + content)

    def take(self):
        answer = http.client.HTTPResponse(self.socket, method=self.method)
        answer.begin()
        raw = answer.read()
        if answer.headers.get("Connection") == "close":  # whoever is not let in with a body is told before it is read
            self.socket.close()
            self.connect()
        kind = answer.headers.get("Content-Type", "")
        return answer.status, json.loads(raw) if "json" in kind else raw, answer.headers


def slug(answer):
    return answer[1]["type"].removeprefix("/problems/") if answer[0] >= 400 and isinstance(answer[1], dict) else ""


def brief(answers):
    return [(one[0], slug(one)) for one in answers]


def cookie_in(answer):
    return answer[2]["Set-Cookie"].split(";")[0]


class Player(threading.Thread):
    """One client with some connections; draws what it does next."""
    KINDS = ("same_key", "same_key", "other_content", "same_name", "same_revision", "acts", "acts", "questions",
             "questions", "questions", "slip", "wrong_passwords", "first_use", "sessions", "package", "metrics")

    def __init__(self, drill, number, seed, until):
        super().__init__()
        self.drill, self.number, self.until = drill, number, until
        self.dice = random.Random(f"{seed}/{number}")
        self.lines = []

    def run(self):
        try:
            self.lines = [Line(self.drill.program.port, self.dice) for _ in range(10)]
            # Each begins somewhere else, so that everything has its turn in a short run, too.
            kinds = collections.deque(dict.fromkeys(self.KINDS))
            kinds.rotate(2 * self.number)
            while time.monotonic() < self.until:
                kind = kinds.popleft() if kinds else self.dice.choice(self.KINDS)
                if getattr(self, kind)() is not False:
                    with self.drill.lock:
                        self.drill.done[kind] += 1
        except Exception as failure:  # a player that goes would otherwise only make the load lighter
            self.drill.fail(f"player {self.number}: {type(failure).__name__}: {failure}")
        finally:
            for line in self.lines:
                line.socket.close()

    def ask(self, *question, **fields):
        return self.at_once((question, fields))[0]

    def at_once(self, *asked):
        """All are sent before the first answer is taken."""
        lines = self.dice.sample(self.lines, len(asked))
        for line, (question, fields) in zip(lines, asked):
            line.put(*question, **fields)
        return [line.take() for line in lines]

    def drawn(self, place):
        try:
            return self.drill.places[place].get_nowait()
        except queue.Empty:
            return None

    def comment(self, text):
        path = f"/v1/dossiers/{dossier(self.dice.choice(RATED))}/comments"
        return path, self.drill.staff, {"side": "PEER", "text": text}

    def same_key(self):
        key = f'"k-{self.drill.next_number()}"'
        question = (("POST", *self.comment(f"Ý kiến {key}")), {"Idempotency_Key": key})
        answers = self.at_once(question, question)
        until = time.monotonic() + IN_TIME_SECONDS
        for i, answer in enumerate(answers):
            while slug(answer) == "in-flight" and time.monotonic() < until:
                answer = self.at_once(question)[0]
            answers[i] = answer
        for answer in answers:
            self.drill.acknowledged(answer, "comment.recorded")
        told = [{name: value for name, value in answer[1].items() if name != "replayed"} for answer in answers]
        self.drill.require(told[0] == told[1], f"{key}: {told}")
        self.drill.require([one[1]["replayed"] for one in answers].count(False) == 1, f"{key}: not one is the first")

    def other_content(self):
        key = f'"k-{self.drill.next_number()}"'
        path, token, body = self.comment("Một")
        answers = self.at_once(*((("POST", path, token, {**body, "text": f"{text} {key}"}), {"Idempotency_Key": key})
                                 for text in ("Một", "Hai")))
        accepted = [one for one in answers if one[0] == 201]
        self.drill.require(sorted(map(slug, answers)) == ["", "key-conflict"], f"{key}: {brief(answers)}")
        self.drill.acknowledged(accepted[0], "comment.recorded")

    def same_name(self):
        body = {"document": f"vb-{self.drill.next_number()}", "number": "1/UBND", "date": "2023-11-14",
                "issuer": "Ủy ban", "issuerUnit": "51", "kind": "LETTER", "title": "Thử", "signer": "Nguyễn Thử",
                "signingCapacity": "TM", "effectiveFrom": "2023-11-14"}
        question = (("POST", "/v1/documents", self.drill.administrator, body), {})
        answers = self.at_once(question, question)
        self.drill.require(sorted(map(slug, answers)) == ["", "already-exists"], f"{brief(answers)}")
        self.drill.acknowledged(next(one for one in answers if one[0] == 201), "document.registered")

    def same_revision(self):
        who = self.drawn("moved")
        if who is None:
            return False
        administrator, why = self.drill.administrator, {"reason": "Thử", "document": "cv-5721"}
        for what, more, kind in (("closing", {"cause": "LEFT_SERVICE"}, "dossier.closed"),
                                 ("reopening", {}, "dossier.reopened")):
            path = f"/v1/dossiers/{dossier(who)}/{what}"
            # The revision is what a refused guess is told.
            now = self.ask("POST", path, administrator, {**why, **more}, If_Match='"999999"')
            self.drill.require(slug(now) == "stale-revision", f"{now[:2]}")
            question = (("POST", path, administrator, {**why, **more}), {"If_Match": now[2]["ETag"]})
            answers = self.at_once(question, question)
            self.drill.require(sorted(map(slug, answers)) == ["", "stale-revision"], f"{brief(answers)}")
            self.drill.acknowledged(next(one for one in answers if one[0] == 201), kind)
        self.drill.places["moved"].put(who)
        return None

    def acts(self):
        """Nothing of each other, all at once."""
        who, well = self.dice.choice(LEAVING), {"value": "WELL"}
        form = {"sections": [{"heading": "Kết quả", "text": f"Lần {self.drill.next_number()}"}], "effectiveness": "MET",
                "general": {"politics": well, "ethics": well, "style": well, "discipline": well},
                "proposedLevel": "GOOD"}
        *comments, filed = self.at_once(
            *((("POST", *self.comment(f"Ý kiến {self.drill.next_number()}")), {}) for _ in range(4)),
            (("POST", f"/v1/dossiers/{dossier(who)}/self-assessment", self.drill.tokens[who], form), {}))
        for answer in comments:
            self.drill.acknowledged(answer, "comment.recorded")
        self.drill.acknowledged(filed, "self-assessment.filed")

    def questions(self):
        some, drill = self.dice.choice(RATED), self.drill
        values = {"dossier": dossier(some), "person": person(some), "unit": UNIT, "cycle": CYCLE, "agency": UNIT,
                  "position": str(self.dice.randrange(50)), "year": "2023", "committeeUnit": UNIT}
        asked = []
        for path, parameters in self.dice.sample(drill.questions, 6):
            path = re.sub(r"\{(\w+)(?:\.\.\.)?\}", lambda found: values.get(found.group(1), "x"), path)
            query = {name: values.get(name, "thử") for name in parameters & {*values, "purpose"}}
            token = self.dice.choice((drill.administrator, drill.inspector, drill.staff))
            asked.append((("GET", f"{path}?{urllib.parse.urlencode(query)}", token), {}))
        for (question, _), answer in zip(asked, self.at_once(*asked)):
            allowed = answer[0] < 500 or slug(answer) == "not-yet-known" or question[1].startswith("/readyz")
            drill.require(allowed, f"{question[1]}: {answer[:2]}")

    def give_slip(self, who, token, status):
        answer = self.ask("POST", f"/v1/accounts/{person(who)}/slips", token)
        self.drill.require(answer[0] == status, f"a slip for {person(who)}: {answer[:2]}")
        self.drill.enter("account.changed", who)
        return answer[1].get("slip")

    def slip(self):
        who = self.drawn("entering")
        if who is None:
            return False
        drill, name = self.drill, person(who)
        with_slip = [(("POST", "/v1/sign-in/slip", None, {"person": name, "slip": slip, "password": password}), {})
                     for slip in [self.give_slip(who, drill.administrator, 201)] for password in PASSWORDS[:2]]
        answers = self.at_once(*with_slip)
        drill.require(sorted(map(slug, answers)) == ["", "sign-in-refused"], f"{brief(answers)}")
        drill.enter("account.changed", who)
        old = PASSWORDS[[one[0] for one in answers].index(200)]
        self.give_slip(who, drill.administrator, 202)
        slip = self.give_slip(who, drill.keeper, 201)
        by_old = (("POST", "/v1/sign-in/password", None, {"person": name, "password": old}), {})
        by_slip = (("POST", "/v1/sign-in/slip", None, {"person": name, "slip": slip, "password": PASSWORDS[2]}), {})
        asked = [by_old, by_slip, by_old]
        self.dice.shuffle(asked)
        answers = self.at_once(*asked)
        drill.enter("account.changed", who)
        for question, answer in zip(asked, answers):
            if question is by_slip:
                drill.require(answer[0] == 200, f"the second slip: {answer[:2]}")
                drill.require(self.ask("GET", "/v1/me", cookie_in(answer))[0] == 200, "the new session is none")
            elif answer[0] == 200:
                drill.require(self.ask("GET", "/v1/me", cookie_in(answer))[0] == 401, "the old password lives on")
        return None

    def wrong_passwords(self):
        who = self.drawn("shut")
        if who is None:
            return False
        drill, name = self.drill, person(who)
        slip = self.give_slip(who, drill.administrator, 201)
        entered = self.ask("POST", "/v1/sign-in/slip", None, {"person": name, "slip": slip, "password": PASSWORDS[0]})
        drill.require(entered[0] == 200, f"{entered[:2]}")
        question = (("POST", "/v1/sign-in/password", None, {"person": name, "password": "not this one"}), {})
        told = collections.Counter(map(slug, self.at_once(*[question] * 8)))
        drill.require(told == {"sign-in-refused": WRONG_MAX, "sign-in-shut": 8 - WRONG_MAX}, f"{told}")
        right = self.ask("POST", "/v1/sign-in/password", None, {"person": name, "password": PASSWORDS[0]})
        drill.require(slug(right) == "sign-in-shut", f"{right[:2]}")
        drill.enter("account.changed", who, 2)  # the password, and that it was shut
        return None

    def first_use(self):
        who = self.drawn("coming")
        if who is None:
            return False
        token = self.drill.tokens[who]
        act = (("POST", "/v1/exports", token, {"scope": {"person": person(who)}, "purpose": ""}), {})
        asked = [act, *((("GET", path, token), {}) for path in ("/v1/me", "/v1/session", "/log/checkpoint")), act]
        self.dice.shuffle(asked)
        for answer in self.at_once(*asked):
            self.drill.require(answer[0] in (200, 422), f"{answer[:2]}")
        self.drill.enter("token.first-used", who)
        return None

    def sessions(self):
        who = self.drawn("leaving")
        if who is None:
            return False
        drill, token = self.drill, self.drill.tokens[who]
        answers = self.at_once(*[(("POST", "/v1/sign-in", None, {"token": token}), {})] * len(self.lines))
        # One that has ended for another before its cookie is made is told so.
        drill.require({one[0] for one in answers} <= {200, 401}, f"{brief(answers)}")
        begun = [cookie_in(one) for one in answers if one[0] == 200]
        living = [one for one in begun if self.ask("GET", "/v1/me", one)[0] == 200]
        drill.require(len(living) == SESSIONS_MAX, f"{len(living)} sessions at once")
        leave = (("POST", "/v1/sign-out", living[0]), {})
        again = (("POST", "/v1/sign-in/again", living[1], {"token": token}), {})
        everywhere = (("POST", "/v1/sign-out/everywhere", living[2]), {})
        drill.require({one[0] for one in self.at_once(leave, leave)} == {200}, "signing out")
        drill.enter("sessions.ended", who)
        proven, ended = self.at_once(again, everywhere)
        drill.require(proven[0] in (200, 401) and ended[0] == 200, f"{proven[:2]} {ended[:2]}")
        drill.enter("sessions.ended", who)
        drill.require({self.ask("GET", "/v1/me", one)[0] for one in living} == {401}, "a session lives on")
        drill.places["leaving"].put(who)
        return None

    def package(self):
        token = self.drill.inspector
        scope = {"person": person(self.dice.choice(RATED))}
        begun = self.ask("POST", "/v1/exports", token, {"scope": scope, "purpose": "05/QĐ-TTr"})
        if slug(begun) == "overloaded":
            return False
        job, until = begun[2]["Location"], time.monotonic() + IN_TIME_SECONDS
        while (state := self.ask("GET", job, token))[1]["data"]["state"] != "DONE":
            self.drill.require(time.monotonic() < until and state[1]["data"]["state"] != "FAILED", f"{state[:2]}")
            time.sleep(0.05)
        for status, content, head in self.at_once(*[(("GET", job + "/package", token), {})] * 2):
            # The oldest of many are removed.
            same = status == 200 and hashlib.sha256(content).hexdigest() == head["Digest-SHA-256"]
            self.drill.require(same or status == 404, f"the package: {status}")
        return None

    def metrics(self):
        for _, text, _ in self.at_once(*[(("GET", "/metrics"), {})] * 2):
            before = (None, 0)
            for route, held in re.findall(r'_bucket\{route="([^"]+)",le="[^"]+"\} (\d+)', text.decode()):
                self.drill.require(route != before[0] or int(held) >= before[1], f"a bucket of {route} shrinks")
                before = (route, int(held))
