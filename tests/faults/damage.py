#!/usr/bin/python3
"""A disk that gives back other bytes: found while the server runs, said, not signed over, and mended from the backup.

  * A server finds a flipped bit by itself, names the file, says so on /readyz, in the metrics and on standard error;
    commands that do not rest on it are still acknowledged, but no checkpoint vouches for them.
  * `log repair`, killed at any moment, leaves the directory as it was or whole; in the end the signed root is the same,
    nothing acknowledged is missing, and the damaged directory is kept.
  * Another store of the same log, a copy, mends it as a backup does.
  * Read models that are damaged are made anew from the log.
Usage: damage.py BINARY [--seed N]
"""
import argparse
import glob
import os
import random
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from oracle import Oracle, Sent, checkpoint_of  # noqa: E402
from province import Client  # noqa: E402


def flip(path, at):
    with open(path, "r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x10]))


class Drill:
    def __init__(self, options):
        self.oracle = Oracle(options.binary)
        self.dice = random.Random(options.seed)
        self.program = self.oracle.program
        self.store = self.program.data
        self.to = os.path.join(self.oracle.folder, "backup")

    def fail(self, what):
        self.oracle.fail(what)

    def expect(self, holds, what):
        if not holds:
            self.fail(what)

    def damage_a_table(self):
        """A bit in one of the latest rows of a table, the largest first, none that a start needs. Where a start needs
        the row, it says which file is damaged, and the bit is put back."""
        tables = sorted(glob.glob(os.path.join(self.store, "log", "*.sst")), key=os.path.getsize, reverse=True)
        places = [(path, twentieth) for path in tables[:4] for twentieth in range(17, 7, -1)]
        log = os.path.join(self.oracle.folder, "server.log")
        for path, twentieth in places:
            table = "log/" + os.path.basename(path)
            place = os.path.getsize(path) * twentieth // 20
            flip(path, place)
            before = os.path.getsize(log)
            try:
                self.program.start()
                self.expect(self.program.stop() == 0, "no clean stop on a damaged store")
                return table
            except RuntimeError:
                with open(log, "rb") as file:
                    file.seek(before)
                    said = file.read().decode()
                self.expect(os.path.basename(table) in said, f"no start, and {table} is not named: {said[-500:]}")
                flip(path, place)
        raise RuntimeError("every row of every table is one that a start needs")

    def served_with_damage(self, table):
        """Started on the damaged store, it finds out and says so."""
        self.program.start("--scrub-every", "1", "--scrub-rate", "1000")
        client = Client(self.program.port)
        deadline, state = time.monotonic() + 30, {}
        while time.monotonic() < deadline and not state.get("damage"):
            state = client.get("/readyz")[1]
            time.sleep(0.1)
        files = {damage["file"] for damage in state.get("damage", [])}
        self.expect(table in files, f"{table} is damaged, found: {state.get('damage')}")
        metrics = client.get("/metrics")[1].decode()
        self.expect("\nminhbach_damage 0" not in metrics and "\nminhbach_damage " in metrics, "the metrics say nothing")
        size = checkpoint_of(self.program.port)[0]
        self.oracle.checkpoints.clear()
        staff = Client(self.program.port, self.oracle.staff)
        accepted = 0
        for number in range(30):  # those that rest on a damaged row are answered with an error, the others are done
            sent = Sent(f"damaged-{number}", 1 + number)
            status, answer, _ = sent.send(staff)
            self.expect(status in (201, 500), f"a command on a damaged store: {status} {answer}")
            if status == 201:
                accepted += 1
                sent.position = answer["position"]
                self.oracle.acknowledged.append(sent)
        print(f"on the damaged store {accepted} of 30 commands were done", flush=True)
        self.expect(accepted > 0, "no command is done on a store with one damaged block")
        time.sleep(0.5)
        self.expect(checkpoint_of(self.program.port)[0] == size, "a checkpoint was signed over damaged rows")
        self.expect(self.program.stop() == 0, "the server did not stop cleanly")
        told = open(os.path.join(self.oracle.folder, "server.log"), encoding="utf-8").read()
        self.expect("DAMAGE / HỎNG" in told and table in told, "nothing on standard error")

    def repaired(self, source):
        words = ["log", "repair", "--data", self.store, "--from", source]
        for _ in range(3):
            process = subprocess.Popen([self.program.binary, *words], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(self.dice.uniform(0.01, 0.4))
            process.kill()
            process.wait()
            self.expect(os.path.exists(os.path.join(self.store, "format")), "a repair that was killed left no store")
        done = self.program.run(*words, check=False)
        self.expect(done.returncode == 0, f"repair: {done.stderr[-800:]}")
        self.expect(glob.glob(self.store + ".damaged*"), "the damaged directory is gone")
        scrub = self.program.run("log", "scrub", "--data", self.store, check=False)
        self.expect(scrub.returncode == 0, f"after the repair: {scrub.stderr[-500:]}")
        for path in glob.glob(self.store + ".damaged*"):
            shutil.rmtree(path)

    def mended_by_a_peer(self):
        peer = os.path.join(self.oracle.folder, "peer", "store")
        shutil.copytree(self.store, peer, ignore=shutil.ignore_patterns("projections"))
        table = self.damage_a_table()
        found = self.program.run("log", "scrub", "--data", self.store, check=False)
        self.expect(found.returncode == 1 and table in found.stderr, f"{table} was not named: {found.stderr[-800:]}")
        self.repaired(peer)
        self.expect(not glob.glob(self.store + ".repairing*"), "what the repair needed is still there")
        self.oracle.check("repaired by a peer", self.oracle.acknowledged)
        self.expect(self.program.stop() == 0, "no clean stop")

    def read_models_are_made_anew(self):
        """Bits in every table that dossiers are read from: met at the start or by a reader, then replaced."""
        tables = glob.glob(os.path.join(self.store, "projections", "main", "**", "*.sst"), recursive=True)
        self.expect(tables, "there are no tables of read models to damage")
        damaged = {}
        for path in tables:
            for at in range(1_000, os.path.getsize(path) * 2 // 3, 4_000):  # every block of rows
                flip(path, at)
            damaged[path] = open(path, "rb").read()
        self.program.start()
        client = Client(self.program.port, self.oracle.inspector)
        deadline, left = time.monotonic() + 60, list(damaged)
        while time.monotonic() < deadline and len(left) == len(damaged):
            for sent in self.oracle.acknowledged[:40]:
                status = client.get(f"/v1/dossiers/{sent.dossier}?purpose=th%E1%BB%AD")[0]
                self.expect(status in (200, 500, 503), f"a damaged read model: {status}")
            left = [path for path in left if os.path.exists(path) and open(path, "rb").read() == damaged[path]]
            time.sleep(0.5)
        print(f"{len(tables)} tables of read models damaged, {len(left)} still there", flush=True)
        self.expect(len(left) < len(tables), "no damaged table of the read models was replaced")

    def run(self):
        oracle = self.oracle
        oracle.under_load("before", 4, 2.0, lambda: self.expect(self.program.stop() == 0, "no clean stop"))
        oracle.check("before", oracle.acknowledged)
        self.expect(self.program.stop() == 0, "no clean stop")
        done = self.program.run("backup", "--data", self.store, "--to", self.to, check=False)
        self.expect(done.returncode == 0, f"backup: {done.stderr[-500:]}")
        sound = self.program.run("log", "scrub", "--data", self.store, check=False)
        self.expect(sound.returncode == 0, f"a sound store: {sound.stderr[-500:]}")
        table = self.damage_a_table()
        found = self.program.run("log", "scrub", "--data", self.store, check=False)
        self.expect(found.returncode == 1 and table in found.stderr, f"{table} was not named: {found.stderr[-800:]}")
        self.served_with_damage(table)
        self.repaired(self.to)
        oracle.check("repaired", oracle.acknowledged)
        self.expect(not Client(self.program.port).get("/readyz")[1]["damage"], "damage is told of a sound store")
        self.expect(self.program.stop() == 0, "no clean stop")
        self.mended_by_a_peer()
        self.read_models_are_made_anew()
        return oracle.finish("a disk that gives back other bytes", 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    drill = Drill(options)
    try:
        return drill.run()
    finally:
        drill.oracle.close()


if __name__ == "__main__":
    sys.exit(main())
