#!/usr/bin/python3
"""Checks receipts (C2SP tlog-proof) with Python's hashlib and the package cryptography:   check.py VKEY FILE...

Prints "ok" or "refused: why" for each file. The record comes with the receipt, as its extra line.
"""
import base64
import hashlib
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from verify_log import Wrong, leaf_hash, node_hash, open_checkpoint, require  # noqa: E402


def decode(text):
    """Bytes have one spelling: what does not encode to itself again is refused."""
    data = base64.b64decode(text, validate=True)
    require(base64.b64encode(data).decode() == text, "not the one base64 of its bytes")
    return data


def number(text):
    require(text.isascii() and text.isdigit() and str(int(text)) == text, "not a plain number")
    return int(text)


def root_from(index, size, leaf, path):
    """Recursively, from the shape of the tree (RFC 6962 section 2.1.1)."""
    if size == 1:
        require(not path, "the path is too long")
        return leaf
    require(path, "the path is too short")
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return node_hash(root_from(index, half, leaf, path[:-1]), path[-1])
    return node_hash(path[-1], root_from(index - half, size - half, leaf, path[:-1]))


def check(text, vkey):
    head, found, checkpoint = text.partition("\n\n")
    require(found, "no checkpoint")
    lines = head.split("\n")
    require(len(lines) >= 3 and lines[0] == "c2sp.org/tlog-proof@v1" and lines[1].startswith("extra ")
            and lines[2].startswith("index "), "not a receipt with its record")
    record, index = decode(lines[1][6:]), number(lines[2][6:])
    path = [decode(line) for line in lines[3:]]
    require(all(len(step) == hashlib.sha256().digest_size for step in path), "not a hash")
    require(checkpoint.endswith("\n"), "the note is cut")
    for line in checkpoint.rpartition("\n\n")[2].splitlines():
        decode(line.rpartition(" ")[2])
    _, size, root = open_checkpoint(checkpoint.encode(), vkey)
    require(index < size, "no such entry")
    require(root_from(index, size, leaf_hash(record), path) == root, "the path leads elsewhere")


def main():
    vkey, *files = sys.argv[1:]
    status = 0
    for path in files:
        try:
            with open(path, "rb") as file:
                check(file.read().decode(), vkey)
            print("ok")
        except (Wrong, ValueError) as why:
            print(f"refused: {str(why)!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
