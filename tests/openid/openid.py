#!/usr/bin/python3
"""Signing in with a provider of OpenID Connect, as a browser does it: the code flow with PKCE, discovery, a key that is
changed while the server runs, asking again before acts that sign, and answers that are not what was asked for.

    openid.py --program build/dev/minhbach --work build/dev/openid
"""

import argparse
import http.client
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
CLIENT, SECRET = "minhbach", "a secret between the two"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    """Keeps cookies by host and port, as browsers keep them by site, and follows no redirection by itself."""

    def __init__(self):
        self.cookies = {}

    def ask(self, method, url, form=None, headers=None):
        place = urllib.parse.urlsplit(url)
        jar = self.cookies.setdefault(place.netloc, {})
        fields = dict(headers or {})
        if jar:
            fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            fields["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
        connection.request(method, place.path + ("?" + place.query if place.query else ""), body, fields)
        answer = connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() != "set-cookie":
                continue
            pair, *attributes = value.split(";")
            key, _, content = pair.partition("=")
            if any(a.strip().lower() in ("max-age=0", "expires=thu, 01 jan 1970 00:00:00 gmt") for a in attributes):
                jar.pop(key.strip(), None)
            else:
                jar[key.strip()] = content
        connection.close()
        return answer, text

    def location(self, base, answer):
        return urllib.parse.urljoin(base, answer.getheader("Location"))


class OpenId(unittest.TestCase):
    program = work = None

    @classmethod
    def setUpClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)
        cls.work.mkdir(parents=True)
        cls.data = cls.work / "store"
        subprocess.run([cls.program, "demo", "--data", cls.data, "--people", "100"], check=True, capture_output=True)
        cls.port, cls.provider_port = free_port(), free_port()
        cls.url = f"http://127.0.0.1:{cls.port}"
        cls.provider = None
        cls.change_keys("first")
        secret = cls.work / "secret"
        secret.write_text(SECRET + "\n")
        secret.chmod(0o600)
        cls.server = subprocess.Popen(
            [cls.program, "serve", "--data", cls.data, "--listen", f"127.0.0.1:{cls.port}", "--openid-issuer",
             f"http://127.0.0.1:{cls.provider_port}", "--openid-client", CLIENT, "--openid-secret", secret,
             "--public-url", cls.url, "--proof-minutes", "0"], stderr=open(cls.work / "serve.log", "wb"))
        for _ in range(300):
            try:
                if cls.get(Browser(), "/readyz")[0].status == 200:
                    break
            except OSError:
                pass
            time.sleep(0.1)
        token = subprocess.run([cls.program, "token", "--data", cls.data, "--role", "head"], check=True,
                               capture_output=True, text=True).stdout.strip()
        cls.person = json.loads(cls.get(Browser(), "/v1/me", {"Authorization": "Bearer " + token})[1])["person"]

    @classmethod
    def tearDownClass(cls):
        for process in (cls.server, cls.provider):
            if process:
                process.terminate()
                process.wait(30)

    @classmethod
    def change_keys(cls, name):
        if cls.provider:
            cls.provider.terminate()
            cls.provider.wait(30)
        cls.provider = subprocess.Popen(
            ["node", HERE / "provider.mjs", str(cls.provider_port), CLIENT, SECRET,
             cls.url + "/v1/sign-in/openid/return", cls.work / name], stdout=subprocess.PIPE,
            stderr=open(cls.work / "provider.log", "ab"))
        assert cls.provider.stdout.readline().strip() == b"ready"

    @classmethod
    def get(cls, browser, target, headers=None):
        return browser.ask("GET", cls.url + target, headers=headers)

    def at_provider(self, browser, person, begin="/v1/sign-in/openid?to=/cua-toi"):
        """From our door through the provider's pages; the address that leads back to us."""
        answer, text = self.get(browser, begin)
        self.assertEqual(answer.status, 303, text)
        url = browser.location(self.url, answer)
        for _ in range(12):
            if url.startswith(self.url):
                return url
            answer, text = browser.ask("GET", url)
            if answer.status in (302, 303):
                url = browser.location(url, answer)
                continue
            self.assertEqual(answer.status, 200, text[:500])
            action = re.search(r'action="([^"]+)"', text).group(1)
            prompt = re.search(r'name="prompt" value="(\w+)"', text).group(1)
            form = {"prompt": prompt}
            if prompt == "login":
                form |= {"login": person, "password": "any"}
            answer, text = browser.ask("POST", urllib.parse.urljoin(url, action), form)
            self.assertIn(answer.status, (302, 303), text[:500])
            url = browser.location(url, answer)
        self.fail("the provider does not lead back")

    def enter(self, browser, person):
        answer, text = browser.ask("GET", self.at_provider(browser, person))
        return answer, text

    def me(self, browser):
        return json.loads(self.get(browser, "/v1/session")[1]).get("me")

    def test_a_person_comes_in_with_what_the_provider_vouches_for(self):
        browser = Browser()
        answer, text = self.enter(browser, self.person)
        self.assertEqual(answer.status, 303, text)
        self.assertEqual(answer.getheader("Location"), "/cua-toi")
        who = self.me(browser)
        self.assertEqual((who["person"], who["method"]), (self.person, "OPENID"))

    def test_a_key_that_the_provider_changed_is_asked_for(self):
        self.assertEqual(self.enter(Browser(), self.person)[0].status, 303)
        self.change_keys("second")
        time.sleep(10.5)  # how long an unknown key is not asked for again
        self.assertEqual(self.enter(Browser(), self.person)[0].status, 303)

    def test_acts_that_sign_ask_again_and_the_provider_answers(self):
        browser = Browser()
        self.enter(browser, self.person)
        act = {"Minhbach-Console": "1", "Content-Type": "application/json"}
        answer, text = browser.ask("POST", self.url + "/v1/cycles/2023/closing", headers=act)
        self.assertEqual((answer.status, json.loads(text)["type"]), (403, "/problems/proof-required"), text)
        back = self.at_provider(browser, self.person, "/v1/sign-in/openid?again=true&to=/")
        self.assertEqual(browser.ask("GET", back)[0].status, 303)
        # Somebody else's sign-in is no proof of this person.
        other = Browser()
        ours = f"127.0.0.1:{self.port}"
        other.cookies[ours] = dict(browser.cookies[ours])
        back = self.at_provider(other, "QN999999", "/v1/sign-in/openid?again=true&to=/")
        answer, text = other.ask("GET", back)
        self.assertEqual((answer.status, json.loads(text)["type"]), (401, "/problems/sign-in-refused"), text)

    def refused(self, browser, url):
        answer, text = browser.ask("GET", url)
        self.assertEqual(json.loads(text)["type"], "/problems/sign-in-refused", text)
        self.assertEqual(answer.status, 401)
        self.assertNotIn("minhbach", browser.cookies.get(f"127.0.0.1:{self.port}", {}))

    def test_an_answer_counts_once_for_the_browser_that_asked(self):
        browser = Browser()
        back = self.at_provider(browser, self.person)
        self.refused(Browser(), back)  # another browser was made to open it
        browser = Browser()
        back = self.at_provider(browser, self.person)
        place = urllib.parse.urlsplit(back)
        query = dict(urllib.parse.parse_qsl(place.query))
        for changed in ({"code": "another"}, {"state": "another"}, {"code": ""}, {"state": ""}):
            fresh = Browser()
            begun = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.at_provider(fresh, self.person)).query))
            self.refused(fresh, self.url + place.path + "?" + urllib.parse.urlencode(begun | changed))
        # The code of one flow in another one.
        other = Browser()
        begun = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.at_provider(other, self.person)).query))
        self.refused(other, self.url + place.path + "?" + urllib.parse.urlencode(begun | {"code": query["code"]}))

    def test_nobody_whom_the_province_does_not_know_comes_in(self):
        self.refused(*self.unknown())

    def unknown(self):
        browser = Browser()
        return browser, self.at_provider(browser, "QN999999")

    def test_nobody_is_led_elsewhere(self):
        for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example", "evil", "/\t/evil.example"):
            browser = Browser()
            back = self.at_provider(browser, self.person,
                                    "/v1/sign-in/openid?to=" + urllib.parse.quote(elsewhere, safe=""))
            self.assertEqual(browser.ask("GET", back)[0].getheader("Location"), "/")

    def test_a_provider_that_is_away_is_named(self):
        self.provider.terminate()
        self.provider.wait(30)
        try:
            browser = Browser()
            answer, text = self.get(browser, "/v1/sign-in/openid/return?state=a&code=b")
            self.assertEqual(json.loads(text)["type"], "/problems/sign-in-refused")
        finally:
            self.change_keys("first")
            time.sleep(10.5)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    options = parser.parse_args()
    OpenId.program = str(pathlib.Path(options.program).resolve())
    OpenId.work = options.work.resolve()
    outcome = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(OpenId))
    if not outcome.wasSuccessful():
        sys.exit(1)
    print(f"{outcome.testsRun} passed, 0 failed")
