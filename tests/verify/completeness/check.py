#!/usr/bin/python3
"""Checks proofs that a list is complete, with Python's hashlib, cbor2 and cryptography:   check.py VKEY FILE...

Prints "ok" or "refused: why" for each file. Written from section 12 of LOG_FORMAT.md.
"""
import base64
import hashlib
import json
import os
import re
import sys

import cbor2

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from verify_log import Wrong, leaf_hash, node_hash, open_checkpoint, require  # noqa: E402


def decode(text, size=None):
    data = base64.b64decode(text, validate=True)
    require(base64.b64encode(data).decode() == text and size in (None, len(data)), "not the one base64 of its bytes")
    return data


def number(text):
    require(re.fullmatch("0|[1-9][0-9]{0,18}", text, re.ASCII), "not a plain number")
    return int(text)


def hexadecimal(text):
    require(re.fullmatch("[0-9a-f]{64}", text, re.ASCII), "not a hash")
    return bytes.fromhex(text)


def lists_of(record):
    """{name of a list: the record's number in it}"""
    return {f"stream {record[3]}": record[4], f"actor {record[8]}": record[13],
            **{f"subject {code}": n for code, n in record[12]}}


def counted(name, end, siblings, root):
    """How often the index of this root counts the name, by the path to where it stands or would stand."""
    place = hashlib.sha256(name.encode()).digest()
    bits = [place[i // 8] >> 7 - i % 8 & 1 for i in range(256)]
    require(len(siblings) <= 256, "a path deeper than names go")
    value, count = hashlib.sha256().digest(), 0
    if end != "-":
        other, _, digits = end.rpartition(" ")
        require(other.count(" ") == 1 and number(digits) > 0, "the end of the path is no entry")
        value = leaf_hash(end.encode())
        if other == name:
            count = number(digits)
        else:
            there = hashlib.sha256(other.encode()).digest()
            require([there[i // 8] >> 7 - i % 8 & 1 for i in range(len(siblings))] == bits[:len(siblings)],
                    "another name stands where it does not belong")
    for sibling, bit in reversed(list(zip(siblings, bits))):
        value = node_hash(sibling, value) if bit else node_hash(value, sibling)
    require(value == root, "the path is not one of the sealed index")
    return count


def root_of(low, high, leaves, ranges):
    """Takes leaves and ranges from the front as they are used."""
    count = high - low
    if not (leaves and leaves[0][0] < high) and count & (count - 1) == 0:
        require(ranges and ranges[0][:2] == (low, high), "the ranges do not fit the records")
        return ranges.pop(0)[2]
    if count == 1:
        return leaves.pop(0)[1]
    middle = low + (1 << (count - 1).bit_length() - 1)
    left = root_of(low, middle, leaves, ranges)
    return node_hash(left, root_of(middle, high, leaves, ranges))


def check(text, vkey):
    head, found, note = text.partition("\n\n")
    require(found and note.endswith("\n"), "no checkpoint")
    for line in note.rpartition("\n\n")[2].splitlines():
        decode(line.rpartition(" ")[2])
    origin, size, root = open_checkpoint(note.encode(), vkey)
    lines = head.split("\n")
    require(len(lines) > 4 and lines[0] == "minhbach-complete v1", "another title")
    words = [line.partition(" ")[::2] for line in lines[1:]]
    kinds = [kind for kind, _ in words]
    require(re.fullmatch("of seal end (path )*(record )*(range )*", " ".join(kinds) + " "), "lines of another order")
    values = {kind: [value for of, value in words if of == kind] for kind in set(kinds)}
    name, [end] = words[0][1], values["end"]
    require(re.fullmatch("(stream|subject|actor) [^ ]+", name), "not about a list")
    place, salt, body = words[1][1].split(" ", 2)
    said = json.loads(body)
    sealed = number(said["size"])
    require(body == json.dumps({"root": said["root"], "size": said["size"]}, separators=(",", ":")), "another seal")
    count = counted(name, end, [decode(value, 32) for value in values.get("path", [])], hexadecimal(said["root"]))

    leaves, next_number, is_sealed, below = [], 0, False, 0
    for value in values.get("record", []):
        raw = decode(value)
        record = cbor2.loads(raw)
        require(isinstance(record, list) and len(record) == 22 and cbor2.dumps(record) == raw and record[0] == 1,
                "not a record")
        position, mine = record[2], lists_of(record).get(name)
        require(record[1] == origin and (not leaves or leaves[-1][0] < position) and position < size,
                "a record that does not belong here")
        if position < sealed:
            require(mine is not None, "a record of another list")
            below += 1
        else:
            require(position == max(sealed, leaves[-1][0] + 1 if leaves else 0), "a record behind the seal is missing")
        if mine is not None:
            require(mine == next_number, "the numbers have a gap")
            next_number += 1
        if position == number(place):
            commitment = hashlib.sha256(b"mb-payload-v1" + hexadecimal(salt) + body.encode()).digest()
            is_sealed = record[6] == "index.sealed" and record[21] == [commitment] and position >= sealed
        leaves.append((position, leaf_hash(raw)))
    require(is_sealed, "the sealed index is not that of the log")
    require(below == count, "the index counts another number of records")
    require(leaves[-1][0] == size - 1, "the records end early")
    ranges = []
    for value in values.get("range", []):
        low, high, piece = value.split(" ")
        ranges.append((number(low), number(high), decode(piece, 32)))
    require(root_of(0, size, leaves, ranges) == root and not leaves and not ranges, "another root")


def main():
    vkey, *files = sys.argv[1:]
    status = 0
    for path in files:
        try:
            with open(path, "rb") as file:
                check(file.read().decode(), vkey)
            print("ok")
        except Exception as why:  # whatever a damaged proof leads to, it is refused
            print(f"refused: {str(why) or type(why).__name__!r}".splitlines()[0])
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
