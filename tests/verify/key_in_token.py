#!/usr/bin/python3
"""A signing key in a PKCS#11 token, with SoftHSM:   key_in_token.py PROGRAM FOLDER

A log goes over from its file to a key that was made in a token, another one begins in a token. While the token is away
commands are accepted and no checkpoint is made; when it is back, they are. Receipts hold under the token's key, and
under the one before with the chain of keys; backups are restored under it.
"""
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "faults"), os.path.join(HERE, "receipts")]
from province import ROOT, Client, Program  # noqa: E402
from run import DOCUMENT, entered  # noqa: E402

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "814703"
PASSED = 0


def expect(condition, what):
    global PASSED
    if not condition:
        print(f"FAILED  {what}\n{PASSED} passed, 1 failed", flush=True)
        raise SystemExit(1)
    print("ok      " + what, flush=True)
    PASSED += 1


def soon(condition, what, seconds=30):
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.1)
    expect(condition(), what)


def written(path, text):
    with open(path, "w", encoding="ascii") as file:
        file.write(text)
    os.chmod(path, 0o600)
    return path


def contents(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Token:
    """With a key "log" in it, a second one "next", and one that is no Ed25519 key, "other"."""

    def __init__(self, folder):
        self.folder, self.away = os.path.join(folder, "tokens"), os.path.join(folder, "away")
        os.makedirs(self.folder)
        self.pin = written(os.path.join(folder, "pin"), PIN + "\n")
        os.environ["SOFTHSM2_CONF"] = written(os.path.join(folder, "softhsm2.conf"),
                                              f"directories.tokendir = {self.folder}\nlog.level = ERROR\n")
        self.call("softhsm2-util", "--init-token", "--free", "--label", "minhbach", "--so-pin", PIN, "--pin", PIN)
        for number, (label, kind) in enumerate((("log", "EC:edwards25519"), ("next", "EC:edwards25519"),
                                                ("other", "EC:prime256v1"))):
            self.call("pkcs11-tool", "--module", MODULE, "--token-label", "minhbach", "--login", "--pin", PIN,
                      "--keypairgen", "--key-type", kind, "--label", label, "--id", f"0{number}")

    @staticmethod
    def call(*command):
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def uri(self, key="log", token="minhbach"):
        return f"pkcs11:token={token};object={key}?module-path={MODULE}&pin-source=file:{self.pin}"

    def take_away(self):
        os.rename(self.folder, self.away)
        os.mkdir(self.folder)

    def bring_back(self):
        os.rmdir(self.folder)
        os.rename(self.away, self.folder)


def check_refusals(token, rotated):
    def refused(uri, kind, word):
        done = rotated("--signing-token", uri)
        expect(done.returncode == 1 and f"({kind})" in done.stderr and word in done.stderr, f"{kind}, {word}")

    os.chmod(token.pin, 0o644)
    refused(token.uri(), "directory-exposed", "chmod 600")
    os.chmod(token.pin, 0o600)
    refused(token.uri(key="none"), "signer-unavailable", "no private key of this name")
    refused(token.uri(token="none"), "signer-unavailable", "the token is not there")
    refused(token.uri(key="other"), "signer-unavailable", "not an Ed25519 key")
    refused(token.uri().replace(";object=log", ""), "signer-unavailable", "several private keys")
    refused(token.uri().replace("softhsm2.so", "nothing.so"), "signer-unavailable", "module cannot be loaded")
    refused(token.uri() + "&pin-value=" + PIN, "invalid-field", "must not hold the PIN")
    refused(token.uri().split("&")[0], "invalid-field", "pin-source")
    refused("x", "invalid-field", "pin-source")
    written(token.pin, "wrong\n")
    refused(token.uri(), "signer-unavailable", "does not take the PIN")
    os.remove(token.pin)
    refused(token.uri(), "signer-unavailable", "file of the PIN is missing")
    written(token.pin, PIN + "\n")
    token.take_away()
    refused(token.uri(), "signer-unavailable", "the token is not there")
    token.bring_back()


def check_serving(folder, program, token, administrator, before, after, verifies):
    receipt, chain = os.path.join(folder, "1.tlog-proof"), os.path.join(folder, "keys")
    with open(receipt, "wb") as file:
        file.write(entered(program, administrator, 1))
    with open(chain, "wb") as file:
        file.write(Client(program.port).get("/v1/log/keys")[1])
    expect(verifies(receipt, "--vkey", after), "a receipt holds under the token's key")
    expect(not verifies(receipt, "--vkey", before), "and not under the one before alone")
    expect(verifies(receipt, "--vkey", before, "--keys", chain), "but with the chain of keys")
    url = f"http://127.0.0.1:{program.port}"
    inspector = program.token("--role", "inspector")
    expect(verifies(url, "--vkey", after, "--token", inspector), "what is served verifies under the token's key")

    client = Client(program.port, administrator)

    def signed():
        return int(client.get("/log/checkpoint")[1].decode().split("\n")[1])

    def ready():
        return client.get("/readyz")[1]

    def command(number):
        body = dict(DOCUMENT, document=f"VB-THIET-BI-{number}", number=f"{number}/CV-TB")
        return client.send("POST", "/v1/documents", body)[0]

    soon(lambda: signed() == ready()["size"], "everything is signed")
    expect("checkpointsPaused" not in ready() or ready()["checkpointsPaused"] is None, "and nothing is paused")
    token.take_away()
    size = signed()
    for number in range(2, 7):
        expect(command(number) == 201, f"command {number} without the token")
    soon(lambda: ready().get("checkpointsPaused"), "/readyz says that checkpoints pause")
    state = ready()
    expect(state["checkpointsPaused"]["why"] == "signing-key" and state["status"] == "ready", "and why")
    expect(signed() == size and state["size"] >= size + 5, "what was accepted is durable, and none is made")
    expect("minhbach_checkpoints_paused 1" in client.get("/metrics")[1].decode(), "the metrics say so, too")
    # A PIN that was changed is asked for once: another wrong attempt every second would lock a real token.
    written(token.pin, "wrong\n")
    token.bring_back()
    soon(lambda: "did not take the PIN" in contents(os.path.join(folder, "server.log")), "a wrong PIN is not repeated")
    expect(signed() == size, "and signs nothing")
    written(token.pin, PIN + "\n")
    soon(lambda: signed() >= size + 5, "with token and PIN back, checkpoints go on")
    soon(lambda: not ready().get("checkpointsPaused"), "and /readyz is quiet")


def main():
    binary, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    token = Token(folder)
    data = os.path.join(folder, "store")
    program = Program(binary, data)
    program.run("demo", "--data", data, "--people", "100")
    administrator = program.token("--role", "administrator")

    def vkey(store=data):
        return program.run("log", "vkey", "--data", store).stdout.strip()

    def rotated(*options):
        return program.run("key", "rotate", "--data", data, *options, check=False)

    def verifies(target, *options):
        return program.run("log", "verify", target, *options, check=False).returncode == 0

    before = vkey()
    check_refusals(token, rotated)
    expect(vkey() == before and verifies(data), "and nothing has changed")
    done = rotated("--signing-token", token.uri())
    expect(done.returncode == 0 and done.stdout.strip() == vkey() != before, "the key in the token takes over")
    after = vkey()
    kept = contents(os.path.join(data, "signing-key"))
    expect(kept.startswith("mb-signing-token-v1 ") and PIN not in kept.replace(folder, ""), "no key lies in the store")
    expect("already-exists" in rotated("--signing-token", token.uri()).stderr, "it does not take over from itself")

    program.start()
    try:
        check_serving(folder, program, token, administrator, before, after, verifies)
    finally:
        program.stop()
    said = contents(os.path.join(folder, "server.log"))
    expect("checkpoints pause" in said and "checkpoints go on" in said, "the journal says both")
    expect(PIN + "\n" not in said, "and no PIN")

    backup, keys = os.path.join(folder, "backup"), os.path.join(folder, "backup-keys")
    program.run("backup", "--data", data, "--to", backup, "--vault", keys)
    restored = os.path.join(folder, "restored")
    program.run("restore", "--from", backup, "--vault", keys, "--to", restored)
    expect(vkey(restored) == after and verifies(restored, "--vkey", after), "a backup is restored under it")
    token.take_away()
    done = program.run("serve", "--data", data, "--listen", "127.0.0.1:0", check=False)
    expect(done.returncode == 1 and "the token is not there" in done.stderr, "without the token no server starts")
    expect(verifies(data, "--vkey", after), "but everything can be verified")
    done = program.run("restore", "--from", backup, "--vault", keys, "--to", restored + "-2", check=False)
    expect(done.returncode == 1 and "the token is not there" in done.stderr, "and nothing is restored")
    token.bring_back()

    expect(rotated("--signing-token", token.uri("next")).returncode == 0 and vkey() not in (before, after),
           "another key of the token takes over")
    expect(rotated().returncode == 0, "and back to a key in a file")
    expect(contents(os.path.join(data, "signing-key")).startswith("mb-signing-key-v1 "), "which lies there")
    expect("already-exists" in rotated("--signing-token", token.uri()).stderr, "a key that was in use does not return")
    for key in (before, after, vkey()):
        expect(verifies(data, "--vkey", key), f"the store holds under {key[-12:]}")

    begun = os.path.join(folder, "begun")
    program.run("init", "--data", begun, "--origin", "minhbach.test/token", "--units",
                os.path.join(ROOT, "api/demo/data/quangngai-2023-units.csv"), "--administrator", "Nguyễn Quản Trị",
                "--signing-token", token.uri())
    expect(contents(os.path.join(begun, "signing-key")).startswith("mb-signing-token-v1 "), "a log begins in a token")
    expect(verifies(begun, "--vkey", vkey(begun)), "and verifies")
    print(f"{PASSED} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
