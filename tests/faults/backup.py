#!/usr/bin/python3
"""Backups of a server under load, killed in the middle, and restored: with the oracle of oracle.py.

  * A backup that was taken while others wrote comes back with everything acknowledged below its size, and with every
    checkpoint seen up to there.
  * kill -9 in a backup leaves the run before it; kill -9 in a restoration leaves nothing that passes for a store.
  * No key, name or sealed word is in the folder of the backup: not one byte.
  * What the lost store signed is not gone behind unless a reason is given, and then the log holds the reason.
Usage: backup.py BINARY [--rounds N] [--clients N] [--seed N]
"""
import argparse
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from oracle import Oracle  # noqa: E402
from province import Client  # noqa: E402

KEY_BYTES = 32
CHECKSUM_BYTES = 8


def keys_of(vault):
    """The keys in a vault file, read as LOG_FORMAT.md section 5 says."""
    data = open(vault, "rb").read()
    assert data.startswith(b"mb-vault-v1\n")
    at, keys = len(b"mb-vault-v1\n"), []
    while at < len(data):
        code = data[at + 1]
        keys.append(data[at + 2 + code:at + 2 + code + KEY_BYTES])
        at += 2 + code + KEY_BYTES + CHECKSUM_BYTES
    return [key for key in keys if any(key)]


def hits(folder, secrets):
    found, size = [], 0
    for path in glob.glob(os.path.join(folder, "**"), recursive=True):
        if not os.path.isfile(path):
            continue
        data = open(path, "rb").read()
        size += len(data)
        found += [(path, secret) for secret in secrets if secret in data]
    return found, size


class Drill:
    def __init__(self, options):
        self.oracle = Oracle(options.binary)
        self.dice = random.Random(options.seed)
        self.options = options
        self.store = self.oracle.program.data
        self.to = os.path.join(self.oracle.folder, "backup")
        self.keys = os.path.join(self.oracle.folder, "keys")
        self.restored = os.path.join(self.oracle.folder, "restored")
        self.size = 0

    def fail(self, what):
        self.oracle.fail(what)

    def backup_words(self):
        return ["backup", "--data", self.store, "--to", self.to, "--vault", self.keys]

    def restore_words(self, *more):
        return ["restore", "--from", self.to, "--vault", self.keys, "--to", self.restored, *more]

    def backup(self):
        done = self.oracle.program.run(*self.backup_words(), check=False)
        match = re.search(r"run (\d+): (\d+) \+ (\d+) events", done.stderr)
        if done.returncode != 0 or not match:
            return self.fail(f"backup: {done.stderr[-500:]}")
        self.size = int(match.group(2))

    def killed(self, words, seconds):
        process = subprocess.Popen([self.oracle.program.binary, *words], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()
        return process.returncode != 0

    def backups(self):
        """While the load runs: whole ones, and one killed between two."""
        self.backup()
        self.killed(self.backup_words(), self.dice.uniform(0.01, 0.15))
        self.backup()

    def restore(self, name, *more):
        shutil.rmtree(self.restored, ignore_errors=True)
        began = time.monotonic()
        done = self.oracle.program.run(*self.restore_words(*more), check=False)
        took = time.monotonic() - began
        if done.returncode != 0:
            self.fail(f"{name}: restore: {done.stderr[-800:]}")
            return False
        for _ in range(3):  # killed anywhere, nothing is there; begun again, it comes to the same
            shutil.rmtree(self.restored)
            was_killed = self.killed(self.restore_words(*more), self.dice.uniform(0, took))
            if was_killed and os.path.exists(self.restored):
                self.fail(f"{name}: a restoration that was killed left a store")
            if not os.path.exists(self.restored):
                self.oracle.program.run(*self.restore_words(*more))
        verified = self.oracle.program.run("log", "verify", self.restored, check=False)
        if verified.returncode != 0:
            self.fail(f"{name}: the restored store: {verified.stderr[-500:]}")
        return True

    def check_restored(self, name):
        """Served from the restored directory, against what was acknowledged and seen before."""
        oracle, program = self.oracle, self.oracle.program
        program.data = self.restored
        tokens = oracle.administrator, oracle.staff, oracle.inspector
        oracle.administrator = program.token("--role", "administrator")
        oracle.staff, oracle.inspector = program.token("--person", "T0000"), program.token("--role", "inspector")
        program.start()
        held = [sent for sent in oracle.acknowledged if sent.position < self.size]
        oracle.check_acknowledged(name, held)
        seen, oracle.checkpoints = oracle.checkpoints, [c for c in oracle.checkpoints if c[0] <= self.size]
        oracle.check_checkpoints(name)
        status, entry, _ = Client(program.port, oracle.administrator).get(f"/v1/log/entries/{self.size}")
        if status != 200 or entry["data"]["type"] != "log.restored":
            self.fail(f"{name}: the log does not say that it was restored: {status} {entry}")
        if program.stop() != 0:
            self.fail(f"{name}: the restored server did not stop cleanly")
        print(f"{name}: backup of {self.size}, {len(held)} of {len(oracle.acknowledged)} acknowledged below it, "
              f"{len(oracle.checkpoints)} of {len(seen)} checkpoints", flush=True)
        oracle.checkpoints = seen
        program.data = self.store
        oracle.administrator, oracle.staff, oracle.inspector = tokens
        if not held:
            self.fail(f"{name}: the backup holds nothing that was acknowledged")

    def check_secrets(self):
        secrets = keys_of(os.path.join(self.store, "vault"))
        secrets.append(open(os.path.join(self.store, "signing-key"), "rb").read().split()[1])
        words = ["hoàn thành công việc đúng tiến độ", "Nguyễn Thử 1", "Nguyễn Thử 27"]
        secrets += [word.encode() for word in words]
        found, size = hits(self.to, secrets)
        for path, secret in found:
            self.fail(f"{path} holds {secret!r}")
        kept = hits(self.keys, secrets)[0]
        if len(kept) < len(secrets) - len(words):
            self.fail("the search does not find the keys where they are")
        print(f"{len(secrets)} secrets looked for in {size} bytes of the backup: {len(found)} found", flush=True)

    def run(self):
        for number in range(self.options.rounds):
            name = f"b{number}"

            def end():
                worker = threading.Thread(target=self.backups)
                worker.start()
                worker.join()
                time.sleep(0.2)
                self.oracle.program.kill()

            self.oracle.under_load(name, self.options.clients, 0.5, end)
            self.check_secrets()
            shutil.rmtree(self.restored, ignore_errors=True)
            refused = self.oracle.program.run(*self.restore_words("--data", self.store), check=False)
            if refused.returncode != 1 or "(behind-checkpoint)" not in refused.stderr:
                self.fail(f"{name}: gone behind what the lost store signed: {refused.stderr[-500:]}")
            told = ["--data", self.store, "--go-behind", "ổ đĩa chính đã mất"] if number % 2 == 0 else []
            if self.restore(name, *told):
                self.check_restored(name)
            self.oracle.check(name, [])
        self.backup()
        return self.oracle.finish("backups under load", self.options.rounds)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    drill = Drill(options)
    try:
        return drill.run()
    finally:
        drill.oracle.close()


if __name__ == "__main__":
    sys.exit(main())
