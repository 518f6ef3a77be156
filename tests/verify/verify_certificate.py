#!/usr/bin/python3
"""Verifies the certificate of an erasure from the log's verifier key alone, with tools that are not ours.

    verify_certificate.py FILE --vkey KEY [--url URL --token TOKEN]

Checks the signature and the form (LOG_FORMAT.md section 9). With the URL of the log (http://HOST/log) also that the
records it names are in the log as it says: their types, stream, subject, actors, mandates and times, and that the log
of that size has that root. Exits 0 if all holds, 1 if not.
"""
import argparse
import base64
import datetime
import os
import re
import sys

import cbor2

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify_log
from verify_log import Wrong, require

LINES = ("origin", "erasure", "subject", "document", "clause", "requested", "approved", "executed", "lost", "size",
         "root")
CODE = r"[A-Za-z0-9._-]{1,64}"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
FORMS = {
    "erasure": CODE, "subject": CODE, "document": CODE, "requested": rf"\d+ {CODE} {CODE} {TIME}",
    "approved": rf"\d+ {CODE} {CODE} {TIME}", "executed": rf"\d+ {TIME}", "lost": r"\d+ \d+ \d+ \d+", "size": r"\d+",
    "root": r"[0-9a-f]{64}",
}


def open_certificate(note, vkey):
    name, key_id, key = verify_log.parse_vkey(vkey)
    text, separator, signature = note.rpartition("\n\n")
    require(separator and signature.endswith("\n"), "the certificate has no signature")
    text += "\n"
    dash, signer, blob = signature[:-1].split(" ")
    blob = base64.b64decode(blob, validate=True)
    require(dash == "\u2014" and signer == name and blob[:4] == key_id, "it is signed by somebody else")
    try:
        key.verify(blob[4:], text.encode())
    except verify_log.InvalidSignature as error:
        raise Wrong("the signature is wrong") from error
    lines = text.splitlines()
    require(lines[0] == "minhbach erasure v1", "it is no certificate of an erasure")
    require(len(lines) == len(LINES) + 1, "it has another number of lines")
    certificate = {}
    for line, expected in zip(lines[1:], LINES):
        member, _, value = line.partition(" ")
        require(member == expected and value, f"where {expected} is due stands: {line}")
        require(re.fullmatch(FORMS.get(member, ".+"), value), f"{member} is malformed: {value}")
        certificate[member] = value
    require(certificate["origin"] == name, "it is of another log")
    asker, approver = (certificate[step].split(" ")[1] for step in ("requested", "approved"))
    require(asker != approver, "one person asked and approved")
    require(certificate["subject"] not in (asker, approver), "the person decided about their own data")
    positions = [int(certificate[step].split(" ")[0]) for step in ("requested", "approved", "executed")]
    require(positions == sorted(set(positions)), "the steps are out of order")
    require(positions[-1] < int(certificate["size"]), "the checkpoint does not cover the erasure")
    return certificate


def millis(time):
    parsed = datetime.datetime.strptime(time, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)
    return int(parsed.timestamp()) * 1000 + parsed.microsecond // 1000


def check_in_log(certificate, served):
    entries = list(verify_log.entries(served, int(certificate["size"])))
    root = verify_log.tree_hash([verify_log.leaf_hash(entry) for entry in entries])
    require(root.hex() == certificate["root"], "the log of that size has another root")
    for step in ("requested", "approved", "executed"):
        words = certificate[step].split(" ")
        record = dict(zip(verify_log.FIELDS, cbor2.loads(entries[int(words[0])])))
        require(record["type"] == "erasure." + step, f"{step}: the log has {record['type']} there")
        require(record["stream"] == "erasure/" + certificate["erasure"], f"{step}: it is of another erasure")
        require([code for code, _ in record["subjects"]] == [certificate["subject"]], f"{step}: of another person")
        require(record["recorded_at"] == millis(words[-1]), f"{step}: at another time")
        if step != "executed":
            require(record["actor"] == words[1] and (record["authority"] or "-") == words[2], f"{step}: by another")


def main():
    parser = argparse.ArgumentParser(description="Verify the certificate of an erasure.")
    parser.add_argument("file")
    parser.add_argument("--vkey", required=True)
    parser.add_argument("--url")
    parser.add_argument("--token")
    arguments = parser.parse_args()
    try:
        with open(arguments.file, encoding="utf-8") as file:
            certificate = open_certificate(file.read(), arguments.vkey)
        if arguments.url:
            check_in_log(certificate, verify_log.Served(arguments.url, arguments.token))
        print(f"OK {certificate['erasure']}: {certificate['subject']} erased, lost {certificate['lost']}, size "
              f"{certificate['size']}")
        return 0
    except Wrong as wrong:
        print(f"WRONG {wrong}", file=sys.stderr)
    except (ValueError, KeyError, TypeError, IndexError, cbor2.CBORDecodeError) as error:
        print(f"WRONG malformed: {error}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
