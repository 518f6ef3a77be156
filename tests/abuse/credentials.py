"""What somebody may try with sessions, slips, one-time codes and the secrets of machines."""
import base64
import hashlib
import hmac
import http.client
import json
import os
import struct
import time
import urllib.parse

from province import Client

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CONSOLE = {"Minhbach-Console": "1"}
PASSWORD = "hoa sen trắng tháng sáu"


def ask(port, method, target, headers=None, body=None):
    """Asked again while the allowance of an address is used up: that is another limit than those tried here."""
    while True:
        status, answer, fields = asked_once(port, method, target, headers, body)
        if status != 429 or b"too-many-requests" not in answer:
            return status, answer, fields
        time.sleep(float(fields.get("Retry-After", 1)))


def asked_once(port, method, target, headers=None, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, target, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


def newest_token_file(program):
    files = os.path.join(program.data, "tokens")
    return max((os.path.join(files, name) for name in os.listdir(files)), key=os.path.getmtime)


def machines(attempts, program, person):
    """Client credentials: the secret of somebody else, none, twice, one that is over; the token taken for it as one."""
    port = program.port
    secret = program.token("--person", person)
    file = newest_token_file(program)

    def grant(client=None, word=None, headers=None, kind="client_credentials"):
        form = {"grant_type": kind}
        if client is not None:
            form["client_id"] = client
        if word is not None:
            form["client_secret"] = word
        return ask(port, "POST", "/v1/sign-in/machine", FORM | (headers or {}), urllib.parse.urlencode(form).encode())

    def basic(client, word):
        return {"Authorization": "Basic " + base64.b64encode(f"{client}:{word}".encode()).decode()}
    wrong = {"no secret": (person, None), "no client": (None, secret), "neither": (None, None),
             "another's secret": ("QTHT-1", secret), "a secret of nobody": (person, "mb_" + "0" * 64),
             "half a secret": (person, secret[:40]), "a secret with more": (person, secret + "0"),
             "a code in another case": (person.lower(), secret), "an empty secret": (person, "")}
    for what, (client, word) in wrong.items():
        attempts.refused(f"a machine with {what}", grant(client, word)[0], (401,))
    for what, headers in {"another's secret": basic("QTHT-1", secret), "no colon": {"Authorization": "Basic YWJj"},
                          "no base64": {"Authorization": "Basic %%%"}, "an empty pair": basic("", "")}.items():
        attempts.refused(f"a machine in the header with {what}", grant(headers=headers)[0], (401,))
    attempts.refused("a machine in both places", grant(person, secret, basic(person, secret))[0], (401,))
    for kind in ("password", "refresh_token", "authorization_code", ""):
        attempts.refused(f"the grant {kind!r}", grant(person, secret, kind=kind)[0], (400,))
    attempts.refused("the same member twice", ask(port, "POST", "/v1/sign-in/machine", FORM,
                                                  f"grant_type=client_credentials&client_id=QTHT-1&client_id={person}"
                                                  f"&client_secret={secret}".encode())[0], (400,))

    status, answer, _ = grant(person, secret)
    assert status == 200, (status, answer)
    short = json.loads(answer)["access_token"]
    bearer = {"Authorization": "Bearer " + short}
    assert ask(port, "GET", "/v1/me", bearer)[0] == 200
    attempts.refused("a short token as a secret", grant(person, short)[0], (401,))
    for changed in (short[:-1], short + "0", short.replace("mt_", "mb_"), short.replace("mt_", "ms_"), short.upper()):
        attempts.refused("a changed short token", ask(port, "GET", "/v1/me", {"Authorization": "Bearer " + changed})[0])
    attempts.refused("a short token as a cookie", ask(port, "GET", "/v1/me", {"Cookie": "minhbach=" + short})[0])
    attempts.refused("a short token begins a session",
                     ask(port, "POST", "/v1/sign-in", JSON, json.dumps({"token": short}).encode())[0])
    # The secret is taken back: within seconds what was taken for it ends with it, and nothing more is taken.
    kept = open(file, encoding="utf-8").read()
    os.remove(file)
    deadline = time.monotonic() + 10
    while ask(port, "GET", "/v1/me", bearer)[0] == 200 and time.monotonic() < deadline:
        time.sleep(0.2)
    attempts.refused("the short token of a secret that was taken back", ask(port, "GET", "/v1/me", bearer)[0])
    attempts.refused("a secret that was taken back", grant(person, secret)[0])
    with open(file, "w", encoding="utf-8") as again:
        again.write(kept.split(" ")[0] + " 2020-01-01T00:00:00.000Z\n")
    attempts.refused("a secret that is over", grant(person, secret)[0])
    attempts.refused("the short token once more", ask(port, "GET", "/v1/me", bearer)[0])


def one_time_code(key, at):
    text = key + "=" * (-len(key) % 8)
    digest = hmac.new(base64.b32decode(text), struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 1_000_000:06d}"


def accounts(attempts, program, person, other):
    """Slips, passwords and sessions: each used twice, by somebody else, after its end, or chosen beforehand."""
    port = program.port

    def slip_of(who):
        return program.run("account", "slip", "--data", program.data, "--person", who).stdout.strip()

    def post(target, body, headers=None):
        return ask(port, "POST", target, JSON | (headers or {}), json.dumps(body).encode())

    def redeem(who, slip, password=PASSWORD, headers=None):
        return post("/v1/sign-in/slip", {"person": who, "slip": slip, "password": password}, headers)

    def me(cookie):
        return ask(port, "GET", "/v1/me", {"Cookie": cookie})[0]

    def cookie_of(answer):
        return answer[2]["Set-Cookie"].split(";")[0]
    slip = slip_of(person)
    attempts.refused("another's slip", redeem(other, slip)[0], (401,))
    attempts.refused("a slip and a password that is too short", redeem(person, slip, "ngắn")[0], (401, 422))
    # A secret that was chosen beforehand for whoever signs in next is nobody's, before and after.
    planted = "minhbach=ms_" + "a" * 64
    attempts.refused("a session of one's own making", me(planted))
    answer = redeem(person, slip, headers={"Cookie": planted})
    assert answer[0] == 200, answer[:2]
    first = cookie_of(answer)
    attempts.refused("a planted session is taken over", 200 if first == planted else 401)
    attempts.refused("a planted session after the sign-in", me(planted))
    assert me(first) == 200
    attempts.refused("a slip used twice", redeem(person, slip)[0], (401,))
    answer = post("/v1/sign-in/password", {"person": person, "password": PASSWORD}, {"Cookie": first})
    assert answer[0] == 200, answer[:2]
    second = cookie_of(answer)
    attempts.refused("the session before, after signing in anew", me(first))
    ask(port, "POST", "/v1/sign-out", JSON | CONSOLE | {"Cookie": second}, b"")
    attempts.refused("a session after sign-out", me(second))
    for act in ("/v1/account/device", "/v1/sign-out/everywhere", "/v1/sign-in/again"):
        attempts.refused(f"{act} after sign-out", post(act, {"password": PASSWORD}, CONSOLE | {"Cookie": second})[0])

    # One-time codes: a code works once, and for whom it is.
    third = cookie_of(post("/v1/sign-in/password", {"person": person, "password": PASSWORD}))
    status, device, _ = post("/v1/account/device", {}, CONSOLE | {"Cookie": third})
    assert status == 200, (status, device)
    key = json.loads(device)["key"]
    now = time.time()
    if now % 30 > 25:
        time.sleep(30 - now % 30)
        now = time.time()
    code = one_time_code(key, now)
    attempts.refused("a device without its code",
                     post("/v1/account/device/confirmation", {"code": "000000"}, CONSOLE | {"Cookie": third})[0],
                     (401, 422))
    status, told, _ = post("/v1/account/device/confirmation", {"code": code}, CONSOLE | {"Cookie": third})
    assert status == 200, (status, told)
    typed = {"person": person, "password": PASSWORD}
    attempts.refused("a password without the code", post("/v1/sign-in/password", typed)[0], (401,))
    attempts.refused("a code that was used", post("/v1/sign-in/password", typed | {"code": code})[0], (401,))
    # No more of them: a fifth wrong attempt would shut the account.
    attempts.refused("a code in other digits", post("/v1/sign-in/password", typed | {"code": "٣" * 6})[0], (401, 422))
    attempts.refused("the device removed without its code",
                     post("/v1/account/device/removal", {"password": PASSWORD, "code": code},
                          CONSOLE | {"Cookie": third})[0], (401, 429))

    # Another slip: whoever was signed in before is out, and so is the password.
    assert me(third) == 200
    answer = redeem(person, slip_of(person), PASSWORD + " hai")
    assert answer[0] == 200, answer[:2]
    attempts.refused("a session from before another slip", me(third))
    attempts.refused("the password from before another slip",
                     post("/v1/sign-in/password", typed)[0], (401, 429))
    ask(port, "POST", "/v1/sign-out/everywhere", JSON | CONSOLE | {"Cookie": cookie_of(answer)}, b"")
    attempts.refused("the session after sign-out everywhere", me(cookie_of(answer)))


def who_looked(attempts, port, tokens, people):
    """The access log is one's own, or that of whoever inspects and administers."""
    own = Client(port, tokens["staff"]).get("/v1/me")[1]["person"]
    for who in ("staff", "colleague", "head", "home-affairs"):
        client = Client(port, tokens[who])
        me = client.get("/v1/me")[1]["person"]
        others = [person for person in people if person != me][:3]
        asked = ["", "?limit=1", "?purpose=a", f"?actor={me}", "?subject=QN999999"]
        asked += [f"?subject={person}" for person in others] + [f"?actor={person}" for person in others]
        asked += [f"?subject={others[0]}&actor={me}", "?cursor=AAAA"]
        for query in asked:
            attempts.refused(f"{who} asks who looked {query}", client.get("/v1/access-log" + query)[0], (400, 404))
        for list_of in ("/v1/access/refusals", "/v1/access/attempts", "/v1/access/refusals?target=dossier/2023." + own):
            attempts.refused(f"{who} asks for {list_of}", client.get(list_of)[0], (404,))
        there, nowhere = (client.get(f"/v1/access-log?subject={person}")[1] for person in (others[0], "QN999999"))
        for answer in (there, nowhere):
            answer.pop("instance", None)
        attempts.refused(f"{who} learns who is there", 404 if there == nowhere else 200, (404,))


def all_entered(attempts, port, tokens):
    """Who is nobody is counted, and entered about once a minute: by network and kind, nothing of what was shown."""
    inspector = Client(port, tokens["inspector"])
    wanted, kinds = {"UNKNOWN", "EXPIRED", "SECRET_WRONG"}, set()
    deadline = time.monotonic() + 75
    while not wanted <= kinds and time.monotonic() < deadline:
        lines = inspector.get("/v1/access/attempts?limit=500")[1]["data"]["items"]
        kinds = {line["kind"] for line in lines}
        time.sleep(0.5)
    attempts.refused(f"attempts of nobody are entered: {kinds}", wanted <= kinds, (True,))
    networks = {line["network"] for line in lines}
    attempts.refused(f"entered with more than their network: {networks}", networks == {"127.0.0.0/24"}, (True,))
