"""A store of a great many events and one of a tenth of them: bytes on disk, start-up after a clean stop and after
`kill -9` during appends, memory while 256 connections append, and what a scrub costs those who write."""
import os
import re
import statistics
import subprocess
import time

from measuring import DOCUMENT, bytes_in, durable, end, write_lines, write_text
from province import Program

FOLD_PATIENCE = 7200  # seconds for the first start, which folds everything
CONNECTIONS = 256
KILLED_AFTER = 1.5  # seconds into a load


class Registrations:
    """Documents that an administrator registers; every load gets numbers of its own, in every run."""

    def __init__(self, options, tools, program):
        self.tools, self.program = tools, program
        self.next = int(time.time()) * 10_000
        self.arguments = ("--method", "POST", "--body-file",
                          write_text(os.path.join(options.folder, "register.json"), DOCUMENT), "--paths",
                          write_lines(os.path.join(options.folder, "register-path"), ["/v1/documents"]), "--token",
                          program.token("--role", "administrator"), "--idempotency-key")

    def numbered(self):
        self.next += 10_000_000
        return (*self.arguments, "--first-number", str(self.next))

    def load(self, connections, seconds):
        return self.tools.writes(self.program, connections, seconds, *self.numbered())

    def begin(self, connections, seconds):
        """The same in the background, for a server that will not live to its end."""
        return subprocess.Popen([self.tools.path("load"), "--url", f"http://127.0.0.1:{self.program.port}/",
                                 "--connections", str(connections), "--seconds", str(seconds), *self.numbered()],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seconds_to_ready(program, *options, patience=60):
    began = time.monotonic()
    program.start(*options, patience=patience)
    return time.monotonic() - began


def stopped(program):
    if program.stop() != 0:
        raise RuntimeError("the server did not stop cleanly")


def memory(program):
    """Resident now and at most, in MiB."""
    with open(f"/proc/{program.process.pid}/status", encoding="ascii") as file:
        text = file.read()
    return [int(re.search(rf"{name}:\s+(\d+) kB", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM")]


def starts_of(options, tools, report, data):
    """Seconds from exec to 200 of /readyz after a clean stop and after `kill -9`, and where the bytes lie."""
    program = Program(options.program, data)
    try:
        took = seconds_to_ready(program, patience=FOLD_PATIENCE)
        events = durable(program)
        report.note(f"{events:,} events: first start, read models folded, {took:.1f} s")
        stopped(program)
        clean, killed = [], []
        for _ in range(options.rounds):
            clean.append(seconds_to_ready(program))
            stopped(program)
        log, rows = bytes_in(os.path.join(data, "log")), bytes_in(os.path.join(data, "projections"))
        registrations = Registrations(options, tools, program)
        program.start()
        for _ in range(options.rounds):
            load = registrations.begin(64, 60)
            time.sleep(KILLED_AFTER)
            program.kill()
            load.wait(timeout=90)
            killed.append(seconds_to_ready(program))
        stopped(program)
        return {"events": events, "clean": clean, "killed": killed, "logBytes": log, "rowBytes": rows}
    finally:
        end(program, None)


def measure_memory(options, tools, report, data):
    program = Program(options.program, data)
    try:
        registrations = Registrations(options, tools, program)
        program.start()
        before, _ = memory(program)
        seconds = 2 if options.quick else 20
        load = registrations.load(CONNECTIONS, seconds)
        now, most = memory(program)
        report.note(f"resident before the load {before:.0f} MiB, after it {now:.0f} MiB, "
                    f"{load['requestsPerSecond']:,.0f} appends/s")
        report.add("memory-of-many", f"resident memory at most, {CONNECTIONS} connections appending", f"{most:.0f} MiB",
                   "", None, "<= 768 MiB", most <= 768, mebibytes=most, after=now, before=before, load=load)
        stopped(program)
    finally:
        end(program, None)


def measure_scrub(options, tools, report, data):
    program = Program(options.program, data)
    figures = {"0": [], "4": []}  # MB/s of the scrub that runs beside
    try:
        for _ in range(options.rounds):
            for rate, found in figures.items():
                program.start("--scrub-rate", rate, "--scrub-every", "1")
                load = Registrations(options, tools, program).load(64, max(options.seconds, 2))
                found.append(load["p99Ms"])
                stopped(program)
        quiet, scrubbed = (statistics.median(found) for found in figures.values())
        report.add("scrub-p99", "p99 of appends, 64: with a scrub beside, without", f"{scrubbed:.1f} ms",
                   f"{quiet:.1f} ms", scrubbed / quiet, "<= 1.1", scrubbed <= 1.1 * quiet, rounds=figures)
        began = time.monotonic()
        told = program.run("log", "scrub", "--data", data, "--rate", "0", timeout=3600).stderr
        took = time.monotonic() - began
        read = int(re.search(r"Read again: \d+ events, (\d+) bytes", told).group(1))
        report.add("scrub", "scrub as fast as it goes", f"{read / took / 1e6:.0f} MB/s", "", None, ">= 200 MB/s",
                   read / took >= 200e6, bytes=read, seconds=took)
    finally:
        end(program, None)


def measure_start_up(options, tools, report):
    fixture = options.fixture or os.path.join(options.folder, "fixture", "large")
    tenth = os.path.join(options.folder, "fixture", "tenth")
    os.makedirs(os.path.dirname(tenth))
    if not options.fixture:
        report.note(str(tools.lines("fixture", fixture, str(options.events), str(options.fixture_people))))
    large = starts_of(options, tools, report, fixture)
    tools.lines("fixture", tenth, str(large["events"] // 10), str(options.fixture_people), timeout=7200)
    small = starts_of(options, tools, report, tenth)
    for name, what, aim in (("killed", "start after kill -9", 2.5), ("clean", "start after a clean stop", 2.5)):
        ours, theirs = (statistics.median(store[name]) for store in (large, small))
        report.add(f"start-{name}", f"{what}: {large['events']:,} events, a tenth", f"{ours:.2f} s", f"{theirs:.2f} s",
                   ours / theirs, f"< {aim} s", ours < aim, all=large[name], allOfTenth=small[name])
    ours, theirs = (store["logBytes"] / store["events"] for store in (large, small))
    report.add("bytes-of-log", "bytes of the log on disk per event, a tenth", f"{ours:.0f}", f"{theirs:.0f}",
               ours / theirs, "<= 500", ours <= 500)
    ours, theirs = (store["rowBytes"] / store["events"] for store in (large, small))
    report.add("bytes-of-rows", "bytes of the read models per event, a tenth", f"{ours:.0f}", f"{theirs:.0f}",
               ours / theirs, "", None)
    measure_memory(options, tools, report, fixture)
    measure_scrub(options, tools, report, fixture)
