#!/usr/bin/python3
"""Whether the vectors show every sentence of the program's rulebooks true and false, for every kind of subject it is
about: the program evaluates them with its trace, and what it tested is counted. Fails where a side was never seen.
Usage: shown.py PROGRAM [--list]
"""
import argparse
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
VECTORS = [*sorted(glob.glob(os.path.join(HERE, "vectors", "*.jsonl"))),
           os.path.join(ROOT, "tests", "vectors", "rules-2023.jsonl")]


# What another clause decides before: these are tested where they hold, and never where they do not.
DECIDED_BEFORE = {
    ("qd124-2023", "qd124.12/good.individual/discipline"): "qd124.12.4.3.d makes it not completed",
    ("qd124-2023", "qd124.12/completed.individual/discipline"): "qd124.12.4.3.d makes it not completed",
    ("qd124-2023", "qd124.12/completed.collective/criteria", "ORGANISATION"): "qd124.12.4.1/poor makes it so",
}


def books():
    for path in sorted(glob.glob(os.path.join(ROOT, "services", "law", "rulebooks", "*.json"))):
        if not path.endswith("schema.json"):
            book = json.load(open(path, encoding="utf-8"))
            yield book["rulebook"], book


def column_of(book, subject):
    leader = subject.get("leader")
    return next(one["column"] for one in book["columns"]
                if one["class"] == subject["class"] and one.get("leader", leader) == leader)


def sentences(book):
    """What has to be seen: (stage, clause, requirement, column), the column none where a discipline is weighed."""
    named = {book["disciplines"].get(name) for name in ("inYear", "once", "twice")} if "disciplines" in book else set()
    for clause in book["clauses"]:
        what = (clause["clause"], clause["requirement"]["vi"])
        if "stage" in clause:
            for column in clause.get("of") or [one["column"] for one in book["columns"]]:
                yield clause["stage"], *what, column
        elif clause["clause"] in named:
            yield "NOT_COMPLETED", *what, None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    known = dict(books())
    facts = [vector["facts"] for path in VECTORS for vector in map(json.loads, open(path, encoding="utf-8"))
             if vector.get("facts", {}).get("rulebook") in known]
    done = subprocess.run([options.program, "rules", "evaluate"], capture_output=True, text=True,
                          input="".join(json.dumps(one) + "\n" for one in facts))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(facts):
        raise RuntimeError(f"{len(answers)} answers to {len(facts)} vectors: {done.stderr}")
    wanted = {(name, *sentence): [0, 0] for name, book in known.items() for sentence in sentences(book)}
    for one, answer in zip(facts, answers):
        for entry in answer.get("trace", []):
            key = (one["rulebook"], entry["stage"], entry["clause"], entry["requirement"])
            for column in (column_of(known[one["rulebook"]], one["subject"]), None):
                if (*key, column) in wanted:
                    wanted[(*key, column)][entry["held"]] += 1
    gaps = 0
    for key, (false, true) in wanted.items():
        before = DECIDED_BEFORE.get((key[0], key[2])) or DECIDED_BEFORE.get((key[0], key[2], key[4]))
        if before and false:
            raise RuntimeError(f"{key[2]} is seen to fail: it is not true that {before}")
        gap = not true or not (false or before)
        gaps += gap
        if gap or options.list:
            print("GAP  " if gap else "", *key[:3], key[4] or "", f"true {true}, false {false}:", key[3])
    print(f"{len(wanted)} sentences of {len(known)} rulebooks, {len(facts)} vectors, {gaps} never seen on one side")
    print(f"{len(wanted) - gaps} passed, {gaps} failed")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
