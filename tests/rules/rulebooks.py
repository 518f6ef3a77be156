#!/usr/bin/python3
"""The documents of rulebooks against their schema and the program: each is sound for both; whatever of it is dropped,
doubled or replaced, the program refuses at least what the schema refuses, names a place, and never ends badly.
Usage: rulebooks.py PROGRAM [--mutations N] [--seed N]
"""
import argparse
import copy
import glob
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import jsonschema

BOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "services", "law", "rulebooks")


def places(value, path=()):
    """Every place of a document below its root."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in items:
        yield path + (name,)
        yield from places(child, path + (name,))


def mutated(document, dice):
    """A copy with one place dropped, replaced, renamed, moved or repeated; what was done."""
    changed = copy.deepcopy(document)
    path = dice.choice(list(places(changed)))
    parent = changed
    for name in path[:-1]:
        parent = parent[name]
    name, kind = path[-1], dice.choice(("drop", "replace", "rename", "repeat"))
    if kind == "drop":
        del parent[name]
    elif kind == "replace" or isinstance(parent, dict) and kind == "repeat":
        parent[name] = dice.choice((None, True, -1, 101, "", "X", [], {}, "EXCELLENT", "nd90.2.6", "tasks.exceeded"))
    elif isinstance(parent, dict):
        parent[str(name) + "s"] = parent.pop(name)
    else:
        parent.insert(dice.randrange(len(parent) + 1), copy.deepcopy(parent[name]))
    return changed, f"{kind} /{'/'.join(map(str, path))}"


def without_nulls(value):
    """To the program a member that is null is one that is not there."""
    if isinstance(value, dict):
        return {name: without_nulls(child) for name, child in value.items() if child is not None}
    return [without_nulls(child) for child in value] if isinstance(value, list) else value


class Checking:
    def __init__(self, program):
        self.program = program
        schema = json.load(open(os.path.join(BOOKS, "schema.json"), encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def program_takes(self, document):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
            file.flush()
            done = subprocess.run([self.program, "rules", "check", file.name], capture_output=True, text=True)
        if done.returncode not in (0, 1) or (done.returncode == 1 and not done.stderr.strip()):
            raise AssertionError(f"it ended with {done.returncode}: {done.stderr[-500:]}")
        return done.returncode == 0, done.stderr

    def one(self, mutation):
        document, what = mutation
        by_schema = self.validator.is_valid(without_nulls(document))
        taken, said = self.program_takes(document)
        if taken and not by_schema:
            return what, None, f"{what}: the schema refuses it, the program does not"
        return what, taken, None if taken or by_schema is False or "/" in said else f"{what}: no place is named: {said}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--mutations", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2023)
    options = parser.parse_args()
    dice, checking = random.Random(options.seed), Checking(options.program)
    failures, passed, refused = [], 0, 0
    for path in sorted(glob.glob(os.path.join(BOOKS, "*.json"))):
        if path.endswith("schema.json"):
            continue
        document = json.load(open(path, encoding="utf-8"))
        checking.validator.validate(document)
        taken, said = checking.program_takes(document)
        if not taken:
            failures.append(f"{os.path.basename(path)}: {said}")
        passed += taken
        with ThreadPoolExecutor(2) as pool:
            mutations = [mutated(document, dice) for _ in range(options.mutations)]
            for _, taken, failure in pool.map(checking.one, mutations):
                failures += [failure] if failure else []
                passed += not failure
                refused += taken is False
    print(f"{refused} documents were refused")
    if refused < options.mutations:
        failures.append("hardly anything was refused: the check means little")
    for failure in failures[:20]:
        print("FAILED ", failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
