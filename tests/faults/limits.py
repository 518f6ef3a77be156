#!/usr/bin/python3
"""A server that is stopped for a while, that has no file descriptors left, and that has little memory. In each case
what was acknowledged is there, nothing spins, and it goes on by itself afterwards.

  * Paused (SIGSTOP) under load: no other process opens the store meanwhile; resumed, it answers everybody who waited.
  * Without descriptors: those who are connected go on, those who are not wait without costing time, and are served
    later.
  * With little memory: large requests are refused or cut off one by one, small ones go on. If the machine ends the
    process all the same, it is an end like kill -9, which kill_nine.py and kill_loop.py try.

Usage: limits.py BINARY
"""
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from oracle import LOST_CONNECTION, Oracle, Sent  # noqa: E402
from province import Client  # noqa: E402

PAUSE_SECONDS = 3
IDLE_CONNECTIONS = 300
SPIN_SECONDS_MAX = 1.0
BODY_BYTES = 20 << 20
PRESSING = 40


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status_of(pid, name):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name))


def comment(oracle, client, key):
    sent = Sent(key, 1)
    status, answer, _ = sent.send(client)
    if status == 201:
        sent.position = answer["position"]
        oracle.acknowledged.append(sent)
    return status


def paused(oracle):
    process = oracle.program.process

    def pause():
        process.send_signal(signal.SIGSTOP)
        try:
            other = oracle.program.run("import", "/dev/null", "--data", oracle.program.data, "--as", "QTHT-1",
                                       check=False)
            if other.returncode == 0 or "directory-held" not in other.stderr:
                oracle.fail(f"paused: another process was not kept out: {other.stderr[-300:]}")
            time.sleep(PAUSE_SECONDS)
        finally:
            process.send_signal(signal.SIGCONT)
        if Client(oracle.program.port).get("/healthz")[0] != 200:
            oracle.fail("paused: it does not answer afterwards")
        time.sleep(0.5)
        oracle.program.stop()

    before = len(oracle.acknowledged)
    oracle.under_load("paused", 4, 1.0, pause)
    oracle.check("paused", oracle.acknowledged[before:])
    return f"{len(oracle.acknowledged) - before} acknowledged around a pause of {PAUSE_SECONDS} s"


def without_descriptors(oracle):
    pid = oracle.program.process.pid
    client = Client(oracle.program.port, oracle.staff)
    if comment(oracle, client, "fd-before") != 201:
        oracle.fail("descriptors: the first comment is refused")
    open_now = len(os.listdir(f"/proc/{pid}/fd"))
    limits = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (open_now + 2, limits[1]))
    waiting = []
    try:
        for _ in range(IDLE_CONNECTIONS):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", oracle.program.port))
            waiting.append(one)
        time.sleep(0.5)
        began = cpu_seconds(pid)
        answers = []
        for i in range(20):
            answers.append(comment(oracle, client, f"fd-{i}"))
            time.sleep(0.1)
        spent = cpu_seconds(pid) - began
        if oracle.program.process.poll() is not None:
            oracle.fail("descriptors: the server ended")
        if spent > SPIN_SECONDS_MAX:
            oracle.fail(f"descriptors: it spent {spent:.1f} s of processor time waiting for descriptors")
        if set(answers) - {201, 503}:
            oracle.fail(f"descriptors: answers {sorted(set(answers))}")
        if 201 not in answers:
            oracle.fail("descriptors: who is connected cannot write")
    finally:
        for one in waiting:
            one.close()
        resource.prlimit(pid, resource.RLIMIT_NOFILE, limits)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if comment(oracle, Client(oracle.program.port, oracle.staff), f"fd-after-{until}") in (200, 201):
                break
        except LOST_CONNECTION:
            pass
        time.sleep(0.2)
    else:
        oracle.fail("descriptors: nobody new is served although there are descriptors again")
    oracle.check_acknowledged("descriptors", [one for one in oracle.acknowledged if one.key.startswith("fd-")])
    return f"{answers.count(201)} of 20 written without descriptors, {spent:.2f} s of processor time"


def with_little_memory(oracle):
    pid = oracle.program.process.pid
    room = (status_of(pid, "VmSize") << 10) + (256 << 20)
    resource.prlimit(pid, resource.RLIMIT_AS, (room, resource.RLIM_INFINITY))
    answers, lock = [], threading.Lock()

    def press():
        try:
            status = Client(oracle.program.port, oracle.administrator).send(
                "POST", "/v1/imports?dryRun=true", b"x" * BODY_BYTES, content_type="text/csv")[0]
        except LOST_CONNECTION:
            status = "cut off"
        with lock:
            answers.append(status)

    threads = [threading.Thread(target=press) for _ in range(PRESSING)]
    for thread in threads:
        thread.start()
    client, written = Client(oracle.program.port, oracle.staff), 0
    for i in range(30):
        try:
            written += comment(oracle, client, f"memory-{i}") == 201
        except LOST_CONNECTION:
            client = Client(oracle.program.port, oracle.staff)
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    survived = oracle.program.process.poll() is None
    if survived:
        resource.prlimit(pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        oracle.program.stop()
    if not survived:
        oracle.fail(f"memory: the server ended with {oracle.program.process.returncode}")
    if not written:
        oracle.fail("memory: nothing could be written beside large requests")
    oracle.unanswered.clear()
    oracle.check("memory", [one for one in oracle.acknowledged if one.key.startswith("memory-")])
    kinds = ", ".join(f"{answers.count(kind)} x {kind}" for kind in sorted(set(answers), key=str))
    return f"{written} of 30 written beside {PRESSING} large requests ({kinds})"


def main():
    oracle = Oracle(sys.argv[1])
    done = 0
    try:
        for case in (paused, without_descriptors, with_little_memory):
            before, began = len(oracle.failures), time.monotonic()
            print(f"{case.__name__}: {case(oracle)}; {time.monotonic() - began:.0f} s", flush=True)
            done += len(oracle.failures) == before
        status = oracle.finish("limits", done)
        print(f"{done} passed, {len(oracle.failures)} failed")
        return status
    except subprocess.TimeoutExpired as hung:
        oracle.fail(f"it hangs: {hung}")
        raise
    finally:
        oracle.close()


if __name__ == "__main__":
    sys.exit(main())
