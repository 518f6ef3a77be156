"""Compares the golden payloads with what Python makes of them: RFC 8785 for JSON without fractions.

usage: canonical.py DIRECTORY, where each file is an array with one object {"subject":...,"json":...} on a line
"""
import json
import pathlib
import sys

files = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
wrong = 0
for path in files:
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()[1:-1], start=2):
        payload = json.loads(line.rstrip(","))["json"]
        canonical = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        if '"json":' + canonical + "}" not in line:
            print(f"{path.name}:{number}: not canonical, expected {canonical}")
            wrong += 1
    json.loads(text)
sys.exit(1 if wrong or not files else 0)
