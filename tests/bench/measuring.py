"""What the measures have in common: the tools they run, the report they fill, and small things about files."""
import json
import os
import re
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "faults"))
from province import Client  # noqa: E402

DEMONSTRATION_CYCLE = "2023"
DOCUMENT = json.dumps({"document": "VB-DO-{n}", "number": "{n}/CV-DO", "date": "2024-03-01", "issuer": "Sở Nội vụ",
                       "issuerUnit": "51-S02", "kind": "LETTER", "title": "Văn bản số {n} của phép đo",
                       "signer": "Nguyễn Thử", "signingCapacity": "HEAD", "effectiveFrom": "2024-03-01"},
                      ensure_ascii=False)


class Tools:
    def __init__(self, directory):
        self.directory = directory

    def path(self, name):
        return os.path.join(self.directory, name)

    def lines(self, name, *arguments, timeout=1800):
        """The lines of JSON a tool prints."""
        done = subprocess.run([self.path(name), *arguments], capture_output=True, text=True, timeout=timeout)
        if done.returncode != 0:
            raise RuntimeError(f"{name} {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def load(self, url, connections, seconds, *arguments, status=None):
        """`status`: what every answer must be, where that is known."""
        [result] = self.lines("load", "--url", url, "--connections", str(connections), "--seconds", str(seconds),
                              *arguments)
        if result["errors"] or (status and result["statuses"] != {str(status): result["requests"]}):
            raise RuntimeError(f"load on {url}: {result}")
        return result

    def appends(self, folder, in_flight, events):
        """Durable appends of one comment each to a log alone, so many at a time."""
        done = subprocess.run([self.path("log_bench"), str(events), str(in_flight)], capture_output=True, text=True,
                              timeout=600, check=True, env={**os.environ, "TMPDIR": folder})
        said = re.search(r"append: (\d+) events, (\d+) in flight: (\d+) events/s, [\d.]+ us of CPU each, (\d+) failed",
                         done.stdout)
        if not said or said.group(4) != "0":
            raise RuntimeError(f"log_bench: {done.stdout} {done.stderr}")
        return {"requestsPerSecond": float(said.group(3)), "p50Ms": 0, "p99Ms": 0}

    def commands(self, folder, commands, in_flight):
        """Comments through the desk and the log, without HTTP and read models."""
        done = subprocess.run([self.path("desk_bench"), str(commands), str(in_flight)], capture_output=True, text=True,
                              timeout=600, check=True, env={**os.environ, "TMPDIR": folder})
        said = json.loads(done.stdout)
        return {"requestsPerSecond": float(said["commandsPerSecond"]), "p50Ms": 0, "p99Ms": 0}

    def writes(self, program, connections, seconds, *arguments):
        """A load of commands: each answered 201, and the log longer by as many events."""
        before = durable(program)
        result = self.load(f"http://127.0.0.1:{program.port}/", connections, seconds, *arguments, status=201)
        grown = durable(program) - before
        # Once a minute the program seals its access ledger and its index with events of its own.
        if not result["requests"] <= grown <= result["requests"] + 2 * (1 + result["seconds"] // 60):
            raise RuntimeError(f"{result['requests']} commands were answered, the log grew by {grown}")
        return result


class BareServer:
    def __init__(self, tools, data):
        os.makedirs(data)
        self.process = subprocess.Popen([tools.path("bare_server"), "--data", data], stdout=subprocess.PIPE,
                                        text=True)
        self.port = int(self.process.stdout.readline())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def write_text(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def bytes_in(directory):
    return sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(directory) for name in names)


def resident_mebibytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmRSS:\s+(\d+) kB", file.read()).group(1)) / 1024


def take_turns(options, ours, bare):
    """Both loads in every round, the first of them another one each time; medians."""
    figures = {"ours": [], "bare": []}
    for round_number in range(options.rounds):
        turns = [("ours", ours), ("bare", bare)]
        for name, load in turns if round_number % 2 == 0 else reversed(turns):
            figures[name].append(load())
    result = {name: statistics.median(f["requestsPerSecond"] for f in runs) for name, runs in figures.items()}
    result["ratio"] = result["ours"] / result["bare"]
    result["p50Ms"] = statistics.median(f["p50Ms"] for f in figures["ours"])
    result["p99Ms"] = statistics.median(f["p99Ms"] for f in figures["ours"])
    result["bareP99Ms"] = statistics.median(f["p99Ms"] for f in figures["bare"])
    result["rounds"] = figures
    return result


class Report:
    def __init__(self):
        self.figures = {}
        self.began = time.monotonic()

    def note(self, text):
        print(f"[{time.monotonic() - self.began:6.1f} s] {text}", flush=True)

    def add(self, name, what, ours, other, ratio, aim, met, **figures):
        self.figures[name] = {"what": what, "ours": ours, "comparedWith": other, "ratio": ratio, "aim": aim,
                              "met": met, **figures}
        self.note(f"{what}: {ours}" + (f", {other}" if other else "") +
                  (f", ratio {ratio:.2f}" if ratio is not None else ""))

    def rate(self, name, what, result, aim):
        self.add(name, what, f"{result['ours']:,.0f}/s", f"{result['bare']:,.0f}/s", result["ratio"],
                 f">= {aim}" if aim else "", result["ratio"] >= aim if aim else None,
                 **{key: value for key, value in result.items() if key not in ("ours", "bare", "ratio")},
                 oursPerSecond=result["ours"], barePerSecond=result["bare"])

    def print(self):
        print(f"\n{'':44}{'ours':>14}{'compared with':>16}{'ratio':>8}  aim")
        for figure in self.figures.values():
            ratio = "" if figure["ratio"] is None else f"{figure['ratio']:.2f}"
            mark = {True: "met", False: "MISSED", None: ""}[figure["met"]]
            print(f"{figure['what']:44}{figure['ours']:>14}{figure['comparedWith']:>16}{ratio:>8}  "
                  f"{figure['aim']:10} {mark}")


def durable(program):
    """How many events the log holds now."""
    return Client(program.port).get("/readyz")[1]["size"]


def end(program, bare):
    if program.process and program.process.poll() is None:
        program.kill()
    if bare:
        bare.stop()
