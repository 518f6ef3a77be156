#!/usr/bin/python3
"""How fast the program is, each figure beside what it is compared with, both taken in one run and in turns.

  * durable comments over HTTP (token, mandate check, Idempotency-Key, sealed payload) against bare_server, which parses
    the same JSON and group-commits its bytes with sync,
  * reads of a person's current ratings against a handler that returns a constant,
  * the same comments at 64 connections against PostgreSQL 15: a plain table of events, a prepared INSERT a transaction,
    with the same durability; and against the message store of npm's @eventide/message-db on it,
  * the same without HTTP: commands through the desk against bare_server, appends of 512 events against RocksDB given
    the same rows, batches and syncs,
  * the records' root, hashed anew on one and on two threads, against iterating and hashing them,
  * verifying an audit package against plain SHA-256 of its bytes (openssl, one thread),
  * rebuilding the read models against iterating the rows of the log, and against the least fold of opened payloads,
  * resident memory of the serving demonstration after load, bytes on disk per event,
  * start-up after a clean stop and after kill -9, memory, bytes and scrubbing with a great many events, beside a tenth.

Usage: bench.py --program BINARY --tools DIR [--rounds N] [--seconds S] [--quick] [--json FILE] [--only NAME]...
                [--fixture DIR]
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "faults"))
sys.path.insert(0, HERE)
from measuring import (DEMONSTRATION_CYCLE, DOCUMENT, BareServer, Report, Tools, bytes_in, durable, end,  # noqa: E402
                       resident_mebibytes, take_turns, write_lines, write_text)
from postgres import Postgres  # noqa: E402
from province import Client, Program, dossier, open_province, person  # noqa: E402
from start_up import measure_start_up  # noqa: E402

PEOPLE = 200
CONNECTIONS = (1, 64, 256)
PURPOSE = "purpose=05%2FQ%C4%90-TTr"  # the inspection decision of the demonstration
COMMENT = json.dumps({"side": "PEER",
                      "text": "Ý kiến {n}: hoàn thành nhiệm vụ được giao đúng tiến độ, chấp hành tốt kỷ luật, "
                               "kỷ cương hành chính; "
                              "phối hợp chặt chẽ với đồng nghiệp, cần chủ động hơn trong tham mưu văn bản."},
                                      ensure_ascii=False)


def opened_for_comments(options, tools, program, name):
    """Opens a province and serves it. Gives a load of comments over so many connections, and how one is posted."""
    open_province(program, PEOPLE)
    staff = program.token("--person", person(0))
    paths = write_lines(os.path.join(options.folder, f"{name}-paths"),
                        [f"/v1/dossiers/{dossier(i)}/comments" for i in range(1, PEOPLE)])
    post = ("--method", "POST", "--body-file", write_text(os.path.join(options.folder, f"{name}.json"), COMMENT))

    def load(connections):
        return tools.writes(program, connections, options.seconds, *post, "--paths", paths, "--token", staff,
                            "--idempotency-key")
    return load, post


def measure_comments(options, tools, report):
    """Also says how many bytes an event takes on disk when it came over HTTP."""
    data = os.path.join(options.folder, "province", "store")
    os.makedirs(os.path.dirname(data))
    program = Program(options.program, data)
    bare = None
    try:
        load, post = opened_for_comments(options, tools, program, "comment")
        bare = BareServer(tools, os.path.join(options.folder, "bare"))
        for connections in options.connections:
            def other():
                return tools.load(f"http://127.0.0.1:{bare.port}/", connections, options.seconds, *post)
            plural = "" if connections == 1 else "s"
            report.rate(f"comments-{connections}", f"durable comments, {connections} connection{plural}",
                        take_turns(options, lambda: load(connections), other), 0.6 if connections > 1 else None)
            if connections == 64:
                ours, theirs = (report.figures["comments-64"][name] for name in ("p99Ms", "bareP99Ms"))
                report.add("comments-64-p99", "p99 of them", f"{ours:.1f} ms", f"{theirs:.1f} ms", ours / theirs,
                           "<= 1.5", ours <= 1.5 * theirs)
                events = 20_000 if options.quick else 100_000
                report.rate("desk-64", "the same commands without HTTP, 64 in flight",
                            take_turns(options, lambda: tools.commands(options.folder, events, 64), other), 0.8)
        events = durable(program)
        resident = resident_mebibytes(program.process.pid)
        report.add("memory-writing", f"resident memory after {events:,} events", f"{resident:.0f} MiB", "", None,
                   "", None, mebibytes=resident)
        if program.stop() != 0:
            raise RuntimeError("the server did not stop cleanly")
        log = bytes_in(os.path.join(data, "log"))
        rows = bytes_in(data) - log
        report.add("bytes-per-event", "bytes on disk per comment: log, and read models", f"{log / events:.0f}",
                   f"{rows / events:.0f}", None, "", None, events=events, logBytes=log, otherBytes=rows)
    finally:
        end(program, bare)


def measure_postgres(options, tools, report):
    """Durable comments against bare rows in PostgreSQL, on the same disk: appends of the log itself (sealed, numbered,
    hashed), then the same through all of the program, read models included."""
    data = os.path.join(options.folder, "beside-postgres", "store")
    os.makedirs(os.path.dirname(data))
    program = Program(options.program, data)
    postgres = None
    try:
        load, _ = opened_for_comments(options, tools, program, "postgres-comment")
        postgres = Postgres(os.path.join(options.folder, "postgres"), COMMENT, PEOPLE)
        events = 100_000 if options.quick else 300_000
        report.rate("postgres-appends-64", "appends of the log beside PostgreSQL 15, 64",
                    take_turns(options, lambda: tools.appends(options.folder, 64, events),
                               lambda: postgres.load(64, options.seconds)), 1.0)
        store = message_store()
        postgres.add_message_store(store, COMMENT, PEOPLE)
        report.rate("message-store-64", "durable comments beside message-db, 64",
                    take_turns(options, lambda: load(64), lambda: postgres.load_messages(64, options.seconds)), 3.0)
        report.rate("postgres-64", "durable comments beside PostgreSQL 15, 64",
                    take_turns(options, lambda: load(64), lambda: postgres.load(64, options.seconds)), 1.0)
    finally:
        end(program, postgres)


def message_store():
    """The SQL of message-db, from npm."""
    subprocess.run(["npm", "ci", "--no-progress"], cwd=HERE, check=True, capture_output=True, timeout=600)
    return os.path.join(HERE, "node_modules", "@eventide", "message-db", "database")


def measure_batches(options, tools, report):
    """Appends of 512 events against RocksDB with the same rows, batches and syncs."""
    events = 20_480 if options.quick else 204_800
    lines = tools.lines("batch_bench", os.path.join(options.folder, "batches"), str(events), str(options.rounds))
    ours, raw = (statistics.median(line[name] for line in lines) for name in ("ours", "raw"))
    report.add("batches-512", "appends of 512 events, raw RocksDB", f"{ours:,.0f}/s", f"{raw:,.0f}/s", ours / raw,
               ">= 0.6", ours / raw >= 0.6, rounds=lines)


def measure_package(options, tools, report):
    """The cycle of the demonstration as an audit package: how fast it verifies beside SHA-256 of the same bytes."""
    data = os.path.join(options.folder, "packages", "store")
    os.makedirs(os.path.dirname(data))
    program = Program(options.program, data)
    program.run("demo", "--data", data, "--people", str(options.people))
    package = os.path.join(options.folder, "packages", "cycle.zip")
    program.run("export", "--data", data, "--cycle", DEMONSTRATION_CYCLE, "--out", package)
    key = program.run("log", "vkey", "--data", data).stdout.strip()
    size = os.path.getsize(package)

    def timed(*words):
        began = time.monotonic()
        subprocess.run(words, check=True, capture_output=True, timeout=600)
        return {"requestsPerSecond": size / (time.monotonic() - began) / 1e6, "p50Ms": 0, "p99Ms": 0}

    result = take_turns(argparse.Namespace(rounds=2 * options.rounds + 1),
                        lambda: timed(options.program, "log", "verify", package, "--vkey", key),
                        lambda: timed("openssl", "dgst", "-sha256", package))
    report.add("package", f"verifying a package of {size / 1e6:.0f} MB, SHA-256", f"{result['ours']:.0f} MB/s",
               f"{result['bare']:.0f} MB/s", result["ratio"], ">= 0.5", result["ratio"] >= 0.5, bytes=size)


def measure_demonstration(options, tools, report):
    """The demonstration province, serving: reads of current ratings, then its memory."""
    data = os.path.join(options.folder, "demonstration", "store")
    os.makedirs(os.path.dirname(data))
    program = Program(options.program, data)
    bare = None
    try:
        began = time.monotonic()
        program.run("demo", "--data", data, "--people", str(options.people))
        report.note(f"demonstration with {options.people} people made in {time.monotonic() - began:.1f} s")
        # Somebody who rates: an inspector's reads would be entries in the access ledger as well.
        reader = program.token("--role", "head")
        program.start()
        rated = rated_people(Client(program.port, reader))
        paths = write_lines(os.path.join(options.folder, "rating-paths"),
                            [f"/v1/people/{code}/ratings" for code in rated])
        bare = BareServer(tools, os.path.join(options.folder, "bare-reads"))
        for connections in options.connections:
            def ours():
                return tools.load(f"http://127.0.0.1:{program.port}/", connections, options.seconds, "--paths",
                                  paths, "--token", reader, status=200)

            def other():
                return tools.load(f"http://127.0.0.1:{bare.port}/constant", connections, options.seconds, status=200)
            plural = "" if connections == 1 else "s"
            report.rate(f"reads-{connections}", f"reads of current ratings, {connections} connection{plural}",
                        take_turns(options, ours, other), 0.65 if connections == 64 else None)
        reading = resident_mebibytes(program.process.pid)
        inspector = program.token("--role", "inspector")
        seen = rated_people(Client(program.port, inspector))
        measure_entries_of_views(options, tools, program, report, seen, inspector)
        use_everything(options, tools, program, seen, inspector)
        resident = resident_mebibytes(program.process.pid)
        report.add("memory", f"resident memory, demonstration of {options.people:,}", f"{resident:.0f} MiB", "", None,
                   "< 200 MiB", resident < 200, mebibytes=resident, afterReadsMebibytes=reading,
                   people=options.people)
    finally:
        end(program, bare)


def entries_of_views(program):
    with urllib.request.urlopen(f"http://127.0.0.1:{program.port}/metrics", timeout=10) as answer:
        return int(re.search(rb"^minhbach_access_log_events (\d+)$", answer.read(), re.MULTILINE).group(1))


def measure_entries_of_views(options, tools, program, report, seen, inspector):
    """An inspector's reads of files that each leave an entry in the access ledger before their bytes, beside the same
    reads again within the same minute, which leave none."""
    asked = [f"/v1/dossiers/{DEMONSTRATION_CYCLE}.{code}{part}?{PURPOSE}"
             for code in seen for part in ("", "/timeline")]
    paths = write_lines(os.path.join(options.folder, "viewed-paths"), asked)

    def once(wanted):
        before = entries_of_views(program)
        rate = tools.load(f"http://127.0.0.1:{program.port}/", 64, 60, "--requests", str(len(asked)), "--paths", paths,
                          "--token", inspector, status=200)["requestsPerSecond"]
        grown = entries_of_views(program) - before
        if grown not in (wanted, wanted + 1):  # once a minute the seal of the index is an entry, too
            raise RuntimeError(f"{len(asked)} views left {grown} entries, {wanted} were expected")
        return rate
    noted, unnoted = [], []
    for _ in range(1 + options.rounds):  # the first is slower for other reasons and does not count
        time.sleep(61 - time.time() % 60)  # a minute enters each view once
        noted.append(once(len(asked)))
        unnoted.append(once(0))
    noted, unnoted = noted[1:], unnoted[1:]
    ours, theirs = statistics.median(noted), statistics.median(unnoted)
    report.add("views-64", "reads of files with an entry each, without, 64 connections", f"{ours:,.0f}/s",
               f"{theirs:,.0f}/s", ours / theirs, ">= 0.6", ours / theirs >= 0.6, noted=noted, unnoted=unnoted)


def use_everything(options, tools, program, rated, reader):
    """What a day of work asks for beside ratings: pages, sheets of grounds, findings, boards, and writes."""
    cycle = f"cycle={DEMONSTRATION_CYCLE}"
    asked = ["/v1/session", f"/v1/dossiers?{cycle}&search=nguyen",
             f"/v1/findings?{cycle}", f"/v1/cycles/{DEMONSTRATION_CYCLE}/files",
             f"/v1/units/51/activity?{cycle}&limit=500", f"/v1/dossiers?{cycle}&limit=500"]
    for code in rated[:200]:
        dossier_of = f"{DEMONSTRATION_CYCLE}.{code}"
        asked += [f"/v1/dossiers/{dossier_of}{part}?{PURPOSE}" for part in ("", "/timeline", "/grounds")]
    paths = write_lines(os.path.join(options.folder, "everything-paths"), asked)
    tools.load(f"http://127.0.0.1:{program.port}/", 16, options.seconds, "--paths", paths, "--token", reader,
               status=200)
    administrator = program.token("--role", "administrator")
    body = write_text(os.path.join(options.folder, "document.json"), DOCUMENT)
    tools.writes(program, 16, options.seconds, "--method", "POST", "--body-file", body, "--paths",
                 write_lines(os.path.join(options.folder, "document-path"), ["/v1/documents"]), "--token",
                 administrator, "--idempotency-key")


def items(client, path):
    """All rows of a list, page by page."""
    rows = []
    while path:
        status, answer, headers = client.get(path)
        if status != 200:
            raise RuntimeError(f"{path}: {status} {answer}")
        rows += answer["data"]["items"]
        following = re.search(r'<([^>]+)>; rel="next"', headers.get("Link", ""))
        path = following and following.group(1)
    return rows


def rated_people(client):
    """Codes of people whose rating is decided, from the list of dossiers."""
    codes = []
    for cycle in items(client, "/v1/cycles"):
        dossiers = items(client, f"/v1/dossiers?cycle={cycle['cycle']}&limit=500")
        codes += [row["person"] for row in dossiers if row.get("decidedLevel")]
    if not codes:
        raise RuntimeError("nobody in the demonstration has a decided rating")
    return codes


def measure_many_events(options, tools, report):
    """A store of a great many events: its root and its read models anew, beside raw iteration and the least fold."""
    data = os.path.join(options.folder, "many", "store")
    os.makedirs(os.path.dirname(data))
    program = Program(options.program, data)
    try:
        [filled] = tools.lines("fixture", data, str(options.events), str(options.fixture_people))
        report.note(f"{filled['events']:,} events written in {filled['seconds']} s")
        events, rebuilds, iterations = filled["events"], [], []

        def rebuild():
            told = program.run("projection", "rebuild", "--data", data, timeout=1800).stderr
            found = re.search(r"^main: (\d+) .* ([\d.]+) s$", told, re.MULTILINE)
            if not found or int(found.group(1)) != events:
                raise RuntimeError(f"projection rebuild said: {told}")
            rebuilds.append(events / float(found.group(2)))

        def iterate():
            # An event is a row of records and one of payloads.
            for line in tools.lines("raw_iterate", "--data", data, "--family", "main.records", "--family",
                                    "main.payloads"):
                if line["records"] != 2 * events:
                    raise RuntimeError(f"raw_iterate read {line['records']} rows of {events} events")
                iterations.append(line["recordsPerSecond"] / 2)

        def fold():
            for line in tools.lines("fold_store", data):
                folds.append(line["eventsPerSecond"])

        def hash_all():
            for line in tools.lines("raw_iterate", "--data", data, "--family", "main.records", "--hash"):
                hashes.append(line["recordsPerSecond"])

        def verify(threads):
            began = time.monotonic()
            program.run("log", "verify", data, "--tree", "--threads", str(threads), timeout=600)
            verified[threads].append(events / (time.monotonic() - began))

        folds, hashes, verified = [], [], {1: [], 2: []}
        # Whoever comes second finds the files in memory: each comes first as often.
        turns = [rebuild, iterate, fold, hash_all, lambda: verify(1), lambda: verify(2)]
        for round_number in range(options.rebuild_rounds):
            for turn in turns if round_number % 2 == 0 else reversed(turns):
                turn()
        one, two, limit = (statistics.median(rates) for rates in (verified[1], verified[2], hashes))
        report.add("verify", "records hashed to the root, iterate and hash", f"{one:,.0f}/s", f"{limit:,.0f}/s",
                   one / limit, ">= 0.9", one / limit >= 0.9, oursPerSecond=verified[1], limitPerSecond=hashes)
        report.add("verify-2", "the same on two threads, on one", f"{two:,.0f}/s", f"{one:,.0f}/s", two / one,
                   ">= 1.6", two / one >= 1.6, oursPerSecond=verified[2])
        ours, raw, least = (statistics.median(rates) for rates in (rebuilds, iterations, folds))
        report.add("fold", f"rebuild of {events:,} events, one simdjson fold", f"{ours:,.0f}/s", f"{least:,.0f}/s",
                   ours / least, ">= 0.5", ours / least >= 0.5, oursPerSecond=rebuilds, foldPerSecond=folds)
        report.add("rebuild", f"rebuild of {events:,} events, raw iteration", f"{ours:,.0f}/s", f"{raw:,.0f}/s",
                   ours / raw, "", None, oursPerSecond=ours, rawPerSecond=raw)
    finally:
        end(program, None)


MEASURES = {"comments": measure_comments, "postgresql": measure_postgres, "batches": measure_batches,
            "package": measure_package, "demonstration": measure_demonstration,
            "many-events": measure_many_events, "start-up": measure_start_up}


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = re.findall(r"model name\s*:\s*(.*)", file.read())
    return {"processors": os.cpu_count(), "model": names[0] if names else "", "loadBefore": os.getloadavg()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json")
    parser.add_argument("--only", action="append", choices=MEASURES)
    parser.add_argument("--fixture", help="a store for start-up, which appends to it; else one is made")
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    options.connections, options.people, options.events = CONNECTIONS, 2000, 1_000_000
    options.fixture_people = 20_000
    options.rebuild_rounds = min(options.rounds, 2)
    if options.quick:
        options.rounds, options.seconds, options.people, options.events, options.rebuild_rounds = 1, 1, 300, 20_000, 1
        options.fixture_people = 100
    # Beside the build, not in a folder of memory: what is synced must reach a disk.
    options.folder = os.path.join(os.path.dirname(options.program), "bench", "data")
    shutil.rmtree(options.folder, ignore_errors=True)
    os.makedirs(options.folder)
    report = Report()
    about = machine()
    failures = []
    for name in options.only or MEASURES:
        try:
            MEASURES[name](options, Tools(os.path.abspath(options.tools)), report)
        except Exception as failure:  # the other figures are worth having all the same
            failures.append(f"{name}: {failure}")
            report.note(f"FAILED {name}: {failure}")
    report.print()
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": about, "rounds": options.rounds, "seconds": options.seconds,
                       "figures": report.figures, "failures": failures}, file, ensure_ascii=False, indent=1)
    if not failures:
        shutil.rmtree(options.folder, ignore_errors=True)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
