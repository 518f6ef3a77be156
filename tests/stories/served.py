"""The demonstration province, made and served, and a client that holds every answer against the OpenAPI document."""

import json
import pathlib
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import jsonschema

PURPOSE = "05/QĐ-TTr"
PEOPLE_FULL = 2000  # all cases are planted from here on


class Document:
    """What /v1/openapi.json promises about answers."""

    def __init__(self, openapi):
        self.resolver = jsonschema.RefResolver.from_schema(openapi)
        self.validators = {}
        self.paths = []
        for template, item in openapi["paths"].items():
            words = re.split(r"(\{[^}]+\})", template)
            pattern = "".join("[^/]+" if word.startswith("{") else re.escape(word) for word in words)
            self.paths.append((len(words), re.compile(pattern), item))
        self.paths.sort(key=lambda path: path[0])  # what is spelled out before what is held open

    def check(self, method, path, status, content_type, body):
        item = next((item for _, pattern, item in self.paths if pattern.fullmatch(path)), None)
        assert item and method in item, f"{method} {path} is not in the document"
        responses = item[method]["responses"]
        assert str(status) in responses, f"{method} {path}: status {status} is not in the document"
        media = content_type.split(";")[0]
        schema = responses[str(status)]["content"][media]["schema"]
        key = (item[method]["operationId"], status, media)
        if key not in self.validators:
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[key] = jsonschema.Draft202012Validator(schema, resolver=self.resolver)
        wrong = next(self.validators[key].iter_errors(body), None)
        if wrong:
            place = "/".join(map(str, wrong.absolute_path))
            raise AssertionError(f"{method} {path} {status}: at /{place}: {wrong.message[:500]}")


class Province:
    """Made anew in the folder `work`, served on a free port of 127.0.0.1, asked as its inspector."""

    def __init__(self, program, work, people):
        self.program, self.people = str(program), people
        self.data = work / "province"
        shutil.rmtree(self.data, ignore_errors=True)
        work.mkdir(parents=True, exist_ok=True)
        self.run("demo", "--data", self.data, "--people", people, "--seed", 1, timeout=1500)
        self.planted = json.loads((self.data / "cases.json").read_text(encoding="utf-8"))
        self.cases = {case["case"]: case for case in self.planted["cases"]}
        self.cycle = self.planted["cycle"]
        self.inspector = self.planted["signIn"]["inspector"]
        self.tokens = {}
        self.errors = open(work / "serve.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen([self.program, "serve", "--data", str(self.data), "--listen", "127.0.0.1:0"],
                                        stderr=self.errors)
        self.address = self._address()
        self.document = None
        self._caught_up()
        self.document = Document(self.get("/v1/openapi.json")[1])

    def run(self, *words, check=True, timeout=600):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, timeout=timeout)
        if check and done.returncode != 0:
            raise RuntimeError(f"minhbach {words} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done

    def _address(self):
        for _ in range(3000):
            text = pathlib.Path(self.errors.name).read_text(encoding="utf-8")
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", text)
            if found:
                return f"http://127.0.0.1:{found.group(1)}"
            if self.process.poll() is not None:
                raise RuntimeError("the server ended: " + text)
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass
        raise RuntimeError("the server did not start in time")

    def _caught_up(self):
        """A server that starts may answer before it has read the whole log; the questions are about all of it."""
        for _ in range(3000):
            state = self.get("/readyz")[1]
            if state["applied"] >= state["size"]:
                return
            time.sleep(0.1)
        raise RuntimeError(f"the read models did not catch up in time: {state}")

    def stop(self):
        """The exit status of the server; None if it had ended before."""
        if self.process.poll() is not None:
            return None
        self.process.terminate()
        return self.process.wait(60)

    def close(self):
        self.stop()
        self.errors.close()

    def token(self, person):
        if person not in self.tokens:
            self.tokens[person] = self.run("token", "--data", self.data, "--person", person).stdout.strip()
        return self.tokens[person]

    def get(self, path, asker=None, **query):
        """(status, JSON) of a question; the inspector asks unless somebody else is named."""
        status, body, _ = self._get(path + ("?" + urllib.parse.urlencode(query) if query else ""), asker)
        return status, body

    def _get(self, target, asker=None):
        request = urllib.request.Request(self.address + target)
        request.add_header("Authorization", "Bearer " + self.token(asker or self.inspector))
        request.add_header("Purpose", urllib.parse.quote(PURPOSE))  # who opens files of others says why
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                status, raw, headers = answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as refusal:
            status, raw, headers = refusal.code, refusal.read(), refusal.headers
        body = json.loads(raw)
        if self.document:
            self.document.check("get", target.split("?")[0], status, headers["Content-Type"], body)
        return status, body, headers

    def text(self, path):
        """A file, asked for by the inspector."""
        request = urllib.request.Request(self.address + path)
        request.add_header("Authorization", "Bearer " + self.token(self.inspector))
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode("utf-8")

    def ask(self, path, **query):
        """The data of an answer that must be given and complete."""
        status, answer = self.get(path, **query)
        if status != 200:
            raise AssertionError(f"{path} {query}: {status} {answer}")
        assert answer["asOf"]["simulated"] is True and answer["asOf"]["complete"] is True, answer["asOf"]
        return answer["data"]

    def ask_all(self, path, **query):
        """All rows of a list, page by page."""
        rows, target = [], path + "?" + urllib.parse.urlencode(query)
        while target:
            status, answer, headers = self._get(target)
            if status != 200:
                raise AssertionError(f"{target}: {status} {answer}")
            rows += answer["data"]["items"]
            following = re.search(r'<([^>]+)>; rel="next"', headers.get("Link", ""))
            target = following and following.group(1)
        return rows

    def findings(self, kind):
        return self.ask("/v1/findings", cycle=self.cycle, type=kind)["items"]

    def dossier(self, dossier):
        return self.ask(f"/v1/dossiers/{dossier}", purpose=PURPOSE)

    def competence(self, act):
        return self.ask("/v1/competence", act=act["by"]["position"])["competence"]

    def record(self, position):
        return self.ask(f"/v1/log/entries/{position}")
