#!/usr/bin/python3
"""Every system call that an append, a checkpoint and an attachment make on the store fails once: with EIO, with ENOSPC,
and by the end of the process at that call. Which calls there are is recorded from one run of `appending few`
(appending.cpp) under strace; then it runs once per call and fault, on a copy of the same store.

After each run the store opens, the oracle of kill_loop.py finds everything acknowledged and nothing refused, and the
program has said so itself: success, a clean refusal, or an unknown outcome; it has not crashed and not hung.
At the end a write is made to lie, and has to be found out.

Usage: strace_sweep.py APPENDING [--seconds S] [--seed N]
0 seconds: all of them; else as many as fit, in random order
"""
import argparse
import collections
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kill_loop import Memory, show  # noqa: E402

# Not sync_file_range, which promises nothing: RocksDB asserts that asking for it works.
CALLS = "openat read pread64 write pwrite64 fdatasync fsync rename unlink ftruncate fallocate mkdir close".split()
READS = {"read", "pread64", "close"}  # run out of space is nothing they can say
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
CLEAN_ENDS = {0: "success", 2: "refused or unknown", 3: "not opened", -9: "killed"}
TIMEOUT = 60


def recorded(program, folder, trace):
    """{(call, k): [(arguments, result)]}: in some threads the k-th call of that name was on the store."""
    subprocess.run(["strace", "-f", "-y", "-e", "trace=" + ",".join(CALLS), "-o", trace, program, "few", folder],
                   check=True, stdout=subprocess.DEVNULL, timeout=TIMEOUT)
    counts, found = collections.Counter(), {}
    line_form = re.compile(r"^(\d+) +(\w+)\((.*)$")
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            match = line_form.match(line)
            if not match or match.group(2) not in CALLS:
                continue
            thread, call, rest = match.groups()
            counts[thread, call] += 1
            if folder + "/" in rest:
                result = re.search(r"= (\d+)", rest)
                found.setdefault((call, counts[thread, call]), []).append((rest, result and int(result.group(1))))
    return found


def run_with(program, folder, injection):
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + injection.split(":")[0], "-e",
               "inject=" + injection, program, "few", folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
        return done.returncode, done.stdout.splitlines()
    except subprocess.TimeoutExpired as hung:
        return "hung", (hung.stdout or b"").decode().splitlines()


def wrongs_after(program, folder, vkey, before, heard):
    memory = Memory()
    memory.vkey, memory.events = vkey, {ledger: dict(events) for ledger, events in before.items()}
    memory.hear(heard)
    return memory.wrongs(show(program, folder))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    program, began = os.path.abspath(options.program), time.monotonic()
    work = tempfile.mkdtemp(prefix="minhbach-sweep-")
    kept, folder = os.path.join(work, "kept"), os.path.join(work, "store")
    subprocess.run([program, "make", kept], check=True, timeout=TIMEOUT)
    memory = Memory()
    memory.hear(subprocess.run([program, "few", kept], capture_output=True, text=True, check=True).stdout.splitlines())
    shutil.copytree(kept, folder)
    calls = recorded(program, folder, os.path.join(work, "trace"))
    shutil.rmtree(folder)
    injections = [(call, k, fault) for call, k in calls for fault in FAULTS
                  if not (call in READS and fault == "error=ENOSPC")]
    random.Random(options.seed).shuffle(injections)

    failures, ends, done, by_call = [], collections.Counter(), 0, collections.Counter()
    # What a refused attempt wrote may be there or not; what the first run acknowledged is there.
    if wrongs_after(program, kept, None, memory.events, []):
        failures.append("the store was wrong before anything was injected")
    vkey = next(line.split(" ")[1] for line in show(program, kept) if line.startswith("vkey"))

    def inject(call, k, fault):
        """(name, status, what is wrong), or nothing where the time is over."""
        if options.seconds and time.monotonic() - began > options.seconds:
            return None
        name, place = f"{call}:{fault}:when={k}", os.path.join(work, f"{call}-{k}-{fault}")
        shutil.copytree(kept, place)
        status, heard = run_with(program, place, name)
        wrong = [f"{name}: {one}" for one in wrongs_after(program, place, vkey, memory.events, heard)]
        if status not in CLEAN_ENDS and not (status == 127 and not heard):  # 127: a library could not be loaded
            wrong.append(f"{name}: ended with {status}, having said {heard[-3:]}")
        shutil.rmtree(place)
        return call, status, wrong

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for result in pool.map(lambda one: inject(*one), injections):
            if result:
                call, status, wrong = result
                failures += wrong
                ends[CLEAN_ENDS.get(status, "did not start" if status == 127 else "crashed")] += 1
                by_call[call] += 1
                done += 1

    # Writes to the vault that say they were made and were not. What a thread writes k-th may differ from run to run.
    lies = [(call, k, result) for (call, k), made in calls.items() for rest, result in made
            if call == "pwrite64" and "/vault>" in rest and result]
    found_out = 0
    for call, k, result in lies:
        shutil.copytree(kept, folder)
        _, heard = run_with(program, folder, f"{call}:retval={result}:when={k}")
        found_out += bool(wrongs_after(program, folder, vkey, memory.events, heard))
        shutil.rmtree(folder)
    if not found_out:
        failures.append(f"none of {len(lies)} writes that lied was found out")

    for failure in failures[:30]:
        print(failure)
    print(f"{len(calls)} calls, {len(injections)} injections, {done} made in {time.monotonic() - began:.0f} s (seed "
          f"{options.seed}): " + ", ".join(f"{count} {end}" for end, count in ends.most_common()))
    print(f"{found_out} of {len(lies)} lies found out; by call: " +
          ", ".join(f"{count} {call}" for call, count in by_call.most_common()))
    shutil.rmtree(work, ignore_errors=True)
    if done < 10:
        failures.append("too few were made")
    print(f"{done} passed, {len(failures)} failed" if not failures else f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
