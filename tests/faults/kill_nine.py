#!/usr/bin/python3
"""kill -9 in a loop under load. This process is the oracle: it remembers every acknowledged comment with its
position and
key, kills the server at a random moment, starts it again and requires that
  * everything acknowledged is there: the same key gives the same position, and the entry of that position exists,
  * what was sent and not acknowledged is there whole or not at all: sent again with its key it is accepted
  exactly once,
  * the checker finds nothing wrong (minhbach log verify), and every checkpoint seen stays consistent with the log.
Usage: kill_nine.py BINARY [--rounds N] [--seconds S] [--clients N] [--seed N]
"""
import argparse
import base64
import hashlib
import os
import random
import shutil
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from province import Client, Program, dossier, open_province, person  # noqa: E402

PEOPLE = 40


def load(port, token, number, round_number, until, acknowledged, unanswered):
    client, i = Client(port, token), 0
    while time.monotonic() < until:
        key = f"r{round_number}-c{number}-{i}"
        target = f"/v1/dossiers/{dossier(1 + (number * 7 + i) % (PEOPLE - 1))}/comments"
        body = {"side": "PEER", "text": f"Ý kiến {key}: hoàn thành công việc đúng tiến độ."}
        i += 1
        try:
            status, answer, _ = client.post(target, body, {"Idempotency-Key": f'"{key}"'})
        except Exception:  # the server was killed under the request: its outcome is unknown
            unanswered.append((key, target, body))
            return
        if status == 201:
            acknowledged[key] = (target, body, answer["position"])
        elif status != 503:
            raise RuntimeError(f"unexpected answer {status}: {answer}")


def checkpoint_of(port):
    status, note, _ = Client(port).get("/log/checkpoint")
    assert status == 200, status
    origin, size, root = note.decode().split("\n")[:3]
    return int(size), base64.b64decode(root)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def consistent(old_size, old_root, new_size, new_root, proof):
    """RFC 9162 2.1.4.2, written here so that the oracle shares nothing with the program."""
    if old_size == 0:
        return not proof
    if old_size == new_size:
        return not proof and old_root == new_root
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    fn, sn = old_size - 1, new_size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == old_root and sr == new_root and sn == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="minhbach-kill-")
    program = Program(os.path.abspath(options.binary), os.path.join(folder, "store"))
    failures, acknowledged, checkpoints = [], {}, []
    try:
        administrator = open_province(program, PEOPLE)
        staff = program.token("--person", person(0))
        for round_number in range(options.rounds):
            unanswered, threads = [], []
            until = time.monotonic() + options.seconds * 3
            for number in range(options.clients):
                threads.append(threading.Thread(target=load, args=(program.port, staff, number, round_number, until,
                                                                   acknowledged, unanswered)))
            for thread in threads:
                thread.start()
            time.sleep(options.seconds * dice.uniform(0.5, 1.5))
            checkpoints.append(checkpoint_of(program.port))
            time.sleep(dice.uniform(0, 0.05))
            program.kill()
            for thread in threads:
                thread.join()

            verified = program.run("log", "verify", program.data, check=False)
            if verified.returncode != 0:
                failures.append(f"round {round_number}: log verify: {verified.stderr[-500:]}")
            program.start()
            client, reader = Client(program.port, staff), Client(program.port, administrator)
            for key, (target, body, position) in list(acknowledged.items()):
                if not key.startswith(f"r{round_number}-"):
                    continue
                status, answer, _ = client.post(target, body, {"Idempotency-Key": f'"{key}"'})
                if status not in (200, 201) or answer["position"] != position or not answer["replayed"]:
                    failures.append(f"round {round_number}: {key} was acknowledged at {position}, "
                                    f"now {status} {answer}")
                    continue
                status, _, _ = reader.get(f"/v1/log/entries/{position}")
                if status != 200:
                    failures.append(f"round {round_number}: no entry at {position}: {status}")
            for key, target, body in unanswered:
                first = client.post(target, body, {"Idempotency-Key": f'"{key}"'})
                again = client.post(target, body, {"Idempotency-Key": f'"{key}"'})
                if first[0] not in (200, 201) or again[1].get("position") != first[1].get("position"):
                    failures.append(f"round {round_number}: {key} (not acknowledged): {first[:2]} then {again[:2]}")
            size, root = checkpoint_of(program.port)
            for old_size, old_root in checkpoints:
                if size < old_size:
                    failures.append(f"round {round_number}: checkpoint of {old_size} seen, now only {size}")
                    continue
                status, answer, _ = reader.get(f"/v1/log/consistency?from={old_size}&to={size}")
                answer = answer.get("data", answer) if status == 200 else answer
                proof = [bytes.fromhex(h) for h in answer.get("proof", [])]
                if status != 200 or not consistent(old_size, old_root, size, root, proof):
                    failures.append(f"round {round_number}: {old_size} -> {size} is not consistent: {status} {answer}")
            print(f"round {round_number}: {len(acknowledged)} acknowledged so far, {len(unanswered)} unanswered, "
                  f"log {size}, {len(failures)} failures", flush=True)
        if program.stop() != 0:
            failures.append("the server did not stop cleanly")
    finally:
        if program.process and program.process.poll() is None:
            program.kill()
        if not failures:
            shutil.rmtree(folder, ignore_errors=True)
    for failure in failures:
        print(failure)
    if not acknowledged:
        failures.append("nothing was acknowledged: the run proves nothing")
    print(f"kill -9: {options.rounds} rounds, {len(acknowledged)} acknowledged, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
