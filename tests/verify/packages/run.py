#!/usr/bin/python3
"""Audit packages of the demonstration, held against verifiers that share no code, sound and damaged.

    run.py PROGRAM FOLDER

A person, a unit and the cycle of a small province are exported in FOLDER; in the year after, the person is rated by
another rulebook than the rest. Five verifiers read the packages: the program, deploy/verify_package.py, Go's packages
for archives and notes, Node's crypto, and what the console has for it. Each must accept every sound package and refuse
every damaged one with an exit status of its own. An export from the same position must be the same byte for byte.
MINHBACH_TEST_SCALE multiplies the damage at random places.
"""
import base64
import contextlib
import functools
import importlib.util
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SCRIPT = ROOT / "deploy" / "verify_package.py"
sys.dont_write_bytecode = True
sys.path[1:1] = [str(HERE.parent), str(ROOT / "tests" / "faults")]  # behind this folder: the last has a damage.py, too
import verdicts  # noqa: E402
from damage import Damage, text_of  # noqa: E402
from province import Client, Program  # noqa: E402

SEED = 5
UNIT = "51-S05"


def script():
    spec = importlib.util.spec_from_file_location("verify_package", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_script(verify, key, files):
    """The script's exit status for each file, from its own `main`; a few are asked of it as a command as well."""
    def status(file):
        sys.argv = [str(SCRIPT), file, "--vkey", key]
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            return verify.main()
    statuses = [status(file) for file in files]
    for place in range(0, len(files), 1 + len(files) // 8):
        done = subprocess.run([SCRIPT, files[place], "--vkey", key], capture_output=True, timeout=60)
        if done.returncode != statuses[place]:
            raise RuntimeError(f"the script as a command ends with {done.returncode} on {files[place]}")
    return [status == 0 for status in statuses]


def bind_rulebook(binary, store, head):
    """A cycle of the next year, in which the unit has a rulebook of its own; the dossier of its head is opened."""
    program = Program(binary, store)
    administrator = program.token("--role", "administrator")
    program.start()
    try:
        client = Client(program.port, administrator)
        cycle = {"cycle": "2024", "year": 2024, "title": "Kỳ sau", "document": "VB-5721", "rulebook": "nd90-48-2023",
                 "scope": ["51"], "submission": {"date": "2024-11-30", "inclusive": False}, "noticeWorkingDays": 5}
        bound = {"forUnit": UNIT, "rulebook": "nd90-2020", "document": "VB-5721", "reason": "Theo văn bản"}
        for path, body in {"": cycle, "/2024/bindings": bound,
                           "/2024/dossiers": {"agency": "51", "persons": [head]}}.items():
            status, answer, _ = client.post("/v1/cycles" + path, body)
            assert status == 201, answer
    finally:
        program.stop()


def main():
    program, work = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    store = os.path.join(work, "province")

    def ours(*words):
        done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def exported(name, *words):
        path = os.path.join(work, name)
        ours("export", "--data", store, *words, "--out", path)
        return path

    ours("demo", "--data", store, "--people", 100)
    with open(os.path.join(store, "cases.json"), encoding="utf-8") as file:
        cases = json.load(file)
    key = ours("log", "vkey", "--data", store).strip()
    with open(os.path.join(store, "signing-key"), encoding="ascii") as file:
        seed = base64.b64decode(file.read().split()[1])
    verify = script()
    head = cases["signIn"]["head"]
    bind_rulebook(program, store, head)

    def contents(path):
        return verify.archive(pathlib.Path(path).read_bytes())

    person = ("--person", head)
    sound = [exported("0.zip", *person), exported("1.zip", "--unit", UNIT),
             exported("2.zip", "--cycle", cases["cycle"])]
    files = contents(sound[0])
    assert sum(name.startswith("rulebooks/") for name in files) == 2, "without the rulebook of the unit"
    size = next(line for line in text_of(files["manifest.txt"]).split("\n") if line.startswith("size ")).split(" ")[1]
    again = exported("again.zip", *person, "--size", size)
    assert pathlib.Path(again).read_bytes() == pathlib.Path(sound[0]).read_bytes(), "not the same bytes again"

    archive = pathlib.Path(sound[0]).read_bytes()
    rounds = min(10, int(os.environ.get("MINHBACH_TEST_SCALE", "1")))
    damage = Damage(archive, list(files.items()), contents(sound[1]), verify.sha256, seed,
                    random.Random(SEED), rounds)
    cosigned = verdicts.written(os.path.join(work, "cosigned"), [damage.witnessed()], ".zip")
    damaged = verdicts.written(os.path.join(work, "damaged"), list(damage.forms), ".zip")
    readers = {"the program": lambda these: verdicts.of_program(program, these, "--vkey", key),
               "verify_package.py": functools.partial(of_script, verify, key)}
    for name, command in {"Go": [verdicts.go_built(str(HERE / "check.go"), work)],
                          "Node": ["node", str(HERE / "check.mjs")],
                          "the console": ["node", str(HERE / "console.mjs")]}.items():
        readers[name] = functools.partial(verdicts.of_command, name, [*command, key])
    failed = verdicts.score("packages", readers, sound + cosigned, damaged, list(damage.forms.values()), 1000)
    if not failed:
        shutil.rmtree(os.path.join(work, "damaged"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
