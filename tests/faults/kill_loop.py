#!/usr/bin/python3
"""kill -9 in a loop, many times a minute: the small program `appending` (appending.cpp) is killed at a random moment
and started again; an oracle in this process and language holds what is stored to what was acknowledged.

  * Every acknowledged event is there with the same bytes, what was refused is not, and what was neither acknowledged
    nor refused is there whole or not at all, and stays as it is from then on.
  * Positions, revisions and numbers have no gap, an idempotency key has one append, and every checkpoint ever seen is
    signed and has the root of the records (tests/verify/verify_log.py, which shares no code with the program).
  * While the program runs, another cannot open the store; the program's own checker finds nothing either.

Before the loop the oracle is shown wrong memories and damaged stores, and has to say so.
Usage: kill_loop.py APPENDING [--rounds N] [--seed N] [--report FILE]
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "verify"))
import verify_log  # noqa: E402

ROUNDS_OF_A_STORE = 20  # then a new one, so that a round stays short
LEDGERS = ("main", "access")


class Memory:
    """What was promised by one store."""

    def __init__(self):
        self.events = {ledger: {} for ledger in LEDGERS}  # position: SHA-256 of the record
        self.notes = {ledger: set() for ledger in LEDGERS}
        self.refused, self.open = set(), {}               # ids; ids of one append by its number
        self.acknowledged = self.unknown = self.found = 0
        self.vkey = None

    def hear(self, lines):
        tried = {}
        for line in lines:
            word, *rest = line.split(" ")
            if word == "try":
                tried[rest[0]] = (rest[1], tuple(rest[2].split(",")))
            elif word == "done":
                ledger, ids = tried.pop(rest[0])
                for i, digest in enumerate(rest[2].split(",")):
                    self.events[ledger][int(rest[1]) + i] = digest
                self.acknowledged += len(ids)
            elif word == "refused":
                self.refused.update(tried.pop(rest[0])[1])
            elif word == "checkpoint":
                self.notes[rest[0]].add(bytes.fromhex(rest[1]))
        self.open = {ids: ledger for ledger, ids in tried.values()}
        self.unknown += len(self.open)

    def wrongs(self, shown):
        """What differs between the memory and what a store shows; what had an unknown outcome is known afterwards."""
        wrong, records, notes = [], {ledger: [] for ledger in LEDGERS}, {ledger: set() for ledger in LEDGERS}
        for line in shown:
            word, *rest = line.split(" ")
            if word == "record":
                records[rest[0]].append(bytes.fromhex(rest[1]))
            elif word == "checkpoint":
                notes[rest[0]].add(bytes.fromhex(rest[1]))
            elif word == "vkey":
                if self.vkey not in (None, rest[0]):
                    wrong.append("the key is another")
                self.vkey = rest[0]
            elif word == "violation":
                wrong.append(line)
        if not shown or shown[-1] != "ready":
            wrong.append("it did not show everything")
        for ledger in LEDGERS:
            try:
                wrong += self._of_ledger(ledger, records[ledger], notes[ledger])
            except (verify_log.Wrong, ValueError) as failure:
                wrong.append(f"{ledger}: {failure}")
        return wrong

    def _of_ledger(self, ledger, records, notes):
        wrong, vkey = [], self.vkey if ledger == "main" else verify_log.access_vkey(self.vkey)
        for position, digest in self.events[ledger].items():
            if position >= len(records):
                wrong.append(f"{ledger} {position}: acknowledged, and missing")
            elif hashlib.sha256(records[position]).hexdigest() != digest:
                wrong.append(f"{ledger} {position}: acknowledged with other bytes")
        reader, ids, keys = verify_log.Records(vkey.split("+")[0]), {}, {}
        leaves, roots = [], {0: verify_log.tree_hash([])}
        wanted = {verify_log.open_checkpoint(note, vkey)[1:]: note for note in self.notes[ledger] | notes}
        sizes = {size for size, _ in wanted}
        for position, entry in enumerate(records):
            reader.take(entry)
            record = dict(zip(verify_log.FIELDS, verify_log.cbor2.loads(entry)))
            one = record["id"].hex()
            ids[f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:]}"] = position
            if record["key_hash"]:
                first = keys.setdefault(record["key_hash"], record["correlation"])
                if first != record["correlation"]:
                    wrong.append(f"{ledger} {position}: a second append under one key")
            leaves.append(verify_log.leaf_hash(entry))
            if position + 1 in sizes:
                roots[position + 1] = verify_log.tree_hash(leaves)
        wrong += [f"{ledger}: a checkpoint of {size} has another root, or the log is shorter" for size, root in wanted
                  if roots.get(size) != root]
        if not self.notes[ledger] <= notes:
            wrong.append(f"{ledger}: a checkpoint that was seen is not kept")
        wrong += [f"{ledger}: {one} was refused and is there" for one in self.refused if one in ids]
        for appended, of in list(self.open.items()):
            if of != ledger:
                continue
            there = [ids.get(one) for one in appended]
            if None not in there and there == list(range(there[0], there[0] + len(there))):
                self.found += 1
                self.events[ledger].update({p: hashlib.sha256(records[p]).hexdigest() for p in there})
            elif any(p is not None for p in there):
                wrong.append(f"{ledger}: an append of unknown outcome is there in part")
            else:
                self.refused.update(appended)
            del self.open[appended]
        if len(records) != len(self.events[ledger]):
            wrong.append(f"{ledger}: {len(records)} records, {len(self.events[ledger])} are known")
        self.notes[ledger] |= notes
        return wrong


class Child:
    """Runs until it is killed; `lines` grows with what it says, whole lines only."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "run", folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.lines, self.ready = [], threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.lines.append(line[:-1].decode())
                if line == b"ready\n":
                    self.ready.set()

    def kill(self):
        self.process.kill()
        status = self.process.wait(timeout=30)
        self.reader.join(timeout=30)
        self.process.stdout.close()
        return status

    def shown_and_heard(self):
        end = self.lines.index("ready") + 1 if "ready" in self.lines else len(self.lines)
        return self.lines[:end], self.lines[end:]


def show(program, folder):
    done = subprocess.run([program, "show", folder], capture_output=True, text=True, timeout=60)
    return done.stdout.splitlines()


def fresh(program, folder):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([program, "make", folder], check=True, timeout=60)


def controls(program, folder):
    """How many wrong memories and damaged stores were found out, of how many."""
    fresh(program, folder)
    heard = subprocess.run([program, "few", folder], capture_output=True, text=True, timeout=60, check=True).stdout
    before = folder + ".before"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(folder, before)
    subprocess.run([program, "few", folder], capture_output=True, timeout=60, check=True)
    shown = show(program, folder)

    def memory():
        known = Memory()
        known.hear(heard.splitlines())
        known.vkey = next(line.split(" ")[1] for line in shown if line.startswith("vkey"))
        return known

    def told_of_more(known):
        known.events["main"][100] = "00" * 32

    def told_of_others(known):
        known.events["main"][0] = "00" * 32

    def told_of_refusal(known):
        record = next(line for line in shown if line.startswith("record main")).split(" ")[2]
        one = dict(zip(verify_log.FIELDS, verify_log.cbor2.loads(bytes.fromhex(record))))["id"].hex()
        known.refused.add(f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:]}")

    results = []
    for spoil in (told_of_more, told_of_others, told_of_refusal):
        known = memory()
        spoil(known)
        wrong = known.wrongs(shown)
        results.append(any("known" not in one for one in wrong))
    results.append(bool(memory().wrongs([line for line in shown if not line.startswith("record main")])))
    # Rolled back, the whole store or a part of it: not opened, or found out.
    for part in ("log", "vault", ""):
        other = folder + ".part"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(folder if part else before, other)
        source, target = os.path.join(before, part), os.path.join(other, part)
        if part and os.path.isdir(source):
            shutil.rmtree(target)
            shutil.copytree(source, target)
        elif part:
            shutil.copy2(source, target)
        full = Memory()
        full.hear([])
        full.vkey = shown[0].split(" ")[1]
        for line in shown:
            if line.startswith("record"):
                _, ledger, record = line.split(" ")
                full.events[ledger][len(full.events[ledger])] = hashlib.sha256(bytes.fromhex(record)).hexdigest()
        results.append(bool(full.wrongs(show(program, other))))
        shutil.rmtree(other)
    shutil.rmtree(before)
    return sum(results), len(results)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--report")
    options = parser.parse_args()
    dice, began = random.Random(options.seed), time.monotonic()
    work = tempfile.mkdtemp(prefix="minhbach-kill-")
    folder, program = os.path.join(work, "store"), os.path.abspath(options.program)
    failures, starts = [], []
    found_out, spoiled = controls(program, folder)
    if found_out < spoiled:
        failures.append(f"of {spoiled} spoiled memories and stores only {found_out} were found out")
    totals = {"acknowledged": 0, "unknown": 0, "unknownFound": 0, "killedWhileOpening": 0}
    memory = None

    def hold(name, shown):
        for wrong in memory.wrongs(shown):
            failures.append(f"{name}: {wrong}")

    def settle(name):
        hold(name, show(program, folder))
        totals["acknowledged"] += memory.acknowledged
        totals["unknown"] += memory.unknown
        totals["unknownFound"] += memory.found

    for number in range(options.rounds):
        if number % ROUNDS_OF_A_STORE == 0:
            if memory:
                settle(f"round {number}")
            fresh(program, folder)
            memory = Memory()
        started = time.monotonic()
        child = Child(program, folder)
        if dice.random() < 0.15:  # in the middle of opening, or of showing
            time.sleep(dice.uniform(0, 0.1))
        elif child.ready.wait(60):
            starts.append(time.monotonic() - started)
            time.sleep(dice.uniform(0.01, 0.2))
            if number % 20 == 3:
                second = subprocess.run([program, "few", folder], capture_output=True, text=True, timeout=60)
                if second.returncode != 3 or "closed directory-held" not in second.stdout:
                    failures.append(f"round {number}: a second process opened the store: {second.stdout[:200]}")
        if child.kill() != -9:
            failures.append(f"round {number}: the program ended by itself with {child.process.returncode}")
        shown, heard = child.shown_and_heard()
        if "ready" in shown:
            hold(f"round {number}", shown)
            memory.hear(heard)
        else:
            totals["killedWhileOpening"] += 1
        if failures:
            break
    settle("at the end")
    starts = sorted(starts) or [0]
    report = {"rounds": options.rounds, "seed": options.seed, **totals, "lost": len(failures), "controls": spoiled,
              "controlsFoundOut": found_out, "startMillisMedian": round(1000 * starts[len(starts) // 2]),
              "startMillisMax": round(1000 * starts[-1]), "seconds": round(time.monotonic() - began, 1)}
    for failure in failures[:20]:
        print(failure)
    print(json.dumps(report))
    if options.report:
        os.makedirs(os.path.dirname(os.path.abspath(options.report)), exist_ok=True)
        with open(options.report, "w", encoding="utf-8") as file:
            json.dump({**report, "failures": failures}, file, indent=1)
    if not failures:
        shutil.rmtree(work, ignore_errors=True)
    else:
        print(f"the store is kept in {work}")
    if totals["acknowledged"] < options.rounds:
        failures.append("hardly anything was acknowledged: the run proves nothing")
        print(failures[-1])
    print(f"{0 if failures else 1} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
