#!/usr/bin/python3
"""Which clause of the rulebooks has no vector that makes it true, or none that makes it false.

    coverage.py [--list]

clauses.json names every clause. Those shown by vectors need one vector of their rulebook on each side: it says so in
`shows`, and the second reading, asked here, must find the clause held or failed in it. Status 1 on a gap, and on a
clause that a vector or the second reading names but the list does not. --list prints how many vectors each clause has.
"""
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
# Quotas and special cases are questions without a rulebook of their own; their clauses are those of 2023.
RULEBOOKS_OF_QUESTIONS = ("nd90-48-2023", "qd124-2023")
KINDS = {"LAW", "GUIDANCE", "INTERNAL_RULE"}
SHOWN_BY = {"vectors", "judgement", "procedure"}
CONFIDENCE = {"FOUND_EXACT", "FOUND", "FOUND_PART", "KNOWN_HIGH", "KNOWN_MEDIUM", "KNOWN_LOW", "INFERRED"}


def answers_to(lines):
    done = subprocess.run(["node", str(HERE / "answers.mjs")], input="".join(lines), capture_output=True, text=True,
                          check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def procedure_clauses():
    """The clauses that the procedure of a rulebook rests on, its opinions, meetings, forms, terms and principles."""
    for path in sorted((HERE / "../../services/law/rulebooks").glob("*-20*.json")):
        book = json.loads(path.read_text())
        for part in ("principles", "procedure", "opinions", "compositions", "forms", "terms"):
            yield from ((book["rulebook"], entry["clause"]) for entry in book.get(part, []))


def malformed(clause):
    texts = ("id", "rulebook", "stage", "citation", "requirement", "gloss")
    return (any(not clause.get(name) for name in (*texts, "subjects", "confidence")) or clause["kind"] not in KINDS
            or clause["shownBy"] not in SHOWN_BY or not set(clause["confidence"]) <= CONFIDENCE)


def main():
    clauses = {(clause["rulebook"], clause["id"]): clause for clause in json.loads((HERE / "clauses.json").read_text())}
    problems = [f"{key}: not of the form of the list" for key, clause in clauses.items() if malformed(clause)]
    shown = collections.Counter()
    by_rulebook = collections.Counter()
    vectors = 0
    for file in sorted((HERE / "vectors").glob("*.jsonl")):
        lines = file.read_text().splitlines(keepends=True)
        for vector, answer in zip(map(json.loads, lines), answers_to(lines), strict=True):
            vectors += 1
            facts = vector.get("facts")
            own = (facts or vector["question"]).get("rulebook")
            rulebooks = (own,) if own else RULEBOOKS_OF_QUESTIONS
            by_rulebook[own or "quotas and special cases"] += 1
            if own and "error" not in answer:
                problems += [f"{vector['id']}: {clause} held or failed and is not in the list"
                             for clause in answer["held"] + answer["failed"] if (own, clause) not in clauses]
            for show in vector["shows"]:
                places = [(rulebook, show["clause"]) for rulebook in rulebooks if (rulebook, show["clause"]) in clauses]
                if not places:
                    problems.append(f"{vector['id']}: shows {show['clause']}, which is not in the list")
                if show["clause"] in answer.get("held" if show["holds"] else "failed", []):
                    shown.update((place, show["holds"]) for place in places)
    needed = [key for key, clause in clauses.items() if clause["shownBy"] == "vectors"]
    for key in needed:
        problems += [f"{key[0]} {key[1]}: no vector makes it {'true' if side else 'false'}"
                     for side in (True, False) if shown[key, side] == 0]
        if "--list" in sys.argv[1:]:
            print(f"{key[0]:14} {key[1]:44} true {shown[key, True]:3} false {shown[key, False]:3}")
    problems += [f"{rulebook} {clause}: its procedure names it and the list does not"
                 for rulebook, clause in procedure_clauses() if (rulebook, clause) not in clauses]
    for problem in problems:
        print("FAILED ", problem)
    others = collections.Counter(clause["shownBy"] for clause in clauses.values())
    print(f"{vectors} vectors:", ", ".join(f"{name} {count}" for name, count in sorted(by_rulebook.items())))
    print(f"{len(clauses)} clauses: {others['vectors']} to be shown true and false by vectors, {others['judgement']} "
          f"judged by people, {others['procedure']} of procedure")
    print(f"{2 * len(needed) - len(problems)} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
