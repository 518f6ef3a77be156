#!/usr/bin/python3
"""Kiểm chứng gói hồ sơ kiểm tra, không cần chương trình Minh Bạch. Checks an audit package without Minh Bạch.

    verify_package.py PACKAGE [--vkey KEY]

Written from LOG_FORMAT.md alone; shares no code with the program. Needs python3-cbor2 and python3-cryptography.
Every byte of the archive must be the one that its contents demand; the manifest must be signed by the key, name every
file with its SHA-256, and every record must lie in the tree of the signed checkpoint. Lists that are called complete
must have no gap; where each ends is the word of the log, which signed it, and not proven here. Give --vkey, the key you
wrote down when you first met the log: without it the package shows only that it is of one piece. Exits 0 if all holds.
"""

import argparse
import base64
import hashlib
import json
import struct
import sys
import zlib

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

def require(condition, what):
    if not condition:
        raise ValueError(what)

def sha256(*pieces):
    return hashlib.sha256(b"".join(pieces)).digest()

def archive(data):
    """{name: bytes} in order, from the one archive that holds them."""
    files, directory, at = {}, b"", 0
    while data[at:at + 4] == b"PK\3\4":
        require(len(data) - at >= 30, "a header is cut")
        size, length = struct.unpack_from("<I4xH", data, at + 18)
        name = data[at + 30:at + 30 + length]
        content = data[at + 30 + length:at + 30 + length + size]
        require(len(content) == size, "a file is cut")
        head = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x21, zlib.crc32(content), size, size, length, 0)
        require(data[at:at + 30 + length] == b"PK\3\4" + head + name, f"the header of {name!r} is wrong")
        directory += b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
        require(name.decode() not in files, f"{name!r} is there twice")
        files[name.decode()] = content
        at += 30 + length + size
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), at, 0)
    require(data[at:] == directory + end, "the directory of the archive is wrong")
    return files

def number(text):
    require(text.isdecimal() and str(int(text)) == text, f"{text!r} is not a number")
    return int(text)

def digest(text):
    require(len(text) == 64 and all(c in "0123456789abcdef" for c in text), f"{text!r} is not a hash")
    return bytes.fromhex(text)

def base64_of(text):
    value = base64.b64decode(text, validate=True)
    require(base64.b64encode(value).decode() == text, "base64 is not of the one form")
    return value

def signature_of(line):
    dash, name, blob = line.split(" ")
    require(dash == "\u2014" and name and name.split() == [name] and "+" not in name, "no line of a signature")
    blob = base64_of(blob)
    require(len(blob) > 4, "a signature is too short")
    return name, blob

class Key:
    def __init__(self, vkey):
        self.name, key_id, key = vkey.split("+", 2)
        typed = base64_of(key)
        self.id = sha256(self.name.encode(), b"\n", typed)[:4]
        require(len(typed) == 33 and typed[0] == 1 and self.id.hex() == key_id, "the key is not an Ed25519 key")
        self.public = Ed25519PublicKey.from_public_bytes(typed[1:])

    def open(self, note, witnessed=False):
        """The text of a note with this signature and no other; under it a checkpoint may bear those of witnesses."""
        text, _, lines = note.decode().rpartition("\n\n")
        signatures = [signature_of(line) for line in lines.removesuffix("\n").split("\n")]
        (name, blob), others = signatures[0], signatures[1:]
        require(name == self.name and lines.endswith("\n"), "a note is not signed by the key")
        require(not others or witnessed and len(others) < 100, "a note is signed by others, too")
        require(all(other != self.name for other, _ in others), "a note bears two signatures of the key")
        require(blob[:4] == self.id, "a note is signed by another key")
        self.public.verify(blob[4:], (text + "\n").encode())
        return text + "\n"

def manifest_of(text):
    lines = text.split("\n")
    require(lines[0] == "minhbach package v1" and lines[-1] == "", "manifest.txt is not a manifest")
    head = dict(line.split(" ", 1) for line in lines[1:6])
    require(list(head) == ["origin", "scope", "size", "root", "simulated"] and head["simulated"] in ("yes", "no"),
            "manifest.txt has another head")
    counts, files = [], []
    for line in lines[6:-1]:
        kind, rest = line.split(" ", 1)
        if kind == "file":
            value, size, name = rest.split(" ", 2)
            files.append((name, number(size), digest(value)))
        else:
            require(kind in ("subject", "stream") and not files, f"manifest.txt has a line {kind!r}")
            name, count = rest.split(" ")
            counts.append((kind, name, number(count)))
    claimed = [claim[:2] for claim in counts]
    require(len(set(claimed)) == len(claimed), "manifest.txt counts something twice")
    about, _, person = head["scope"].partition("/")
    require(about != "person" or ("subject", person) in claimed, "it does not claim to be complete about its person")
    return head, counts, files

def records_of(data, origin, size):
    records, at, last = [], 0, -1
    while at < len(data):
        length = int.from_bytes(data[at:at + 2], "big")
        raw = data[at + 2:at + 2 + length]
        require(len(raw) == length and length > 0, "records.bin ends early")
        record = cbor2.loads(raw)
        require(cbor2.dumps(record) == raw, "a record is not the one encoding of itself")
        require(record[0] == 1 and record[1] == origin and last < record[2] < size, "a record does not belong here")
        last, at = record[2], at + 2 + length
        records.append((raw, record))
    return records

def root_of(size, leaves, ranges):
    """RFC 6962 section 2.1 over the leaves and the subtrees between them; each must be used once, in order."""
    leaves, ranges = iter(leaves), iter(ranges)
    leaf, between = next(leaves, None), next(ranges, None)

    def root(low, high):
        nonlocal leaf, between
        count = high - low
        if not (leaf and leaf[0] < high) and count & (count - 1) == 0:
            require(between and between[:2] == (low, high), "tree.txt does not fit the records")
            value, between = between[2], next(ranges, None)
            return value
        if count == 1:
            require(leaf[0] == low, "tree.txt does not fit the records")
            value, leaf = leaf[1], next(leaves, None)
            return value
        middle = low + (1 << (count - 1).bit_length() - 1)
        return sha256(b"\1", root(low, middle), root(middle, high))

    value = root(0, size) if size else sha256(b"")
    require(leaf is None and between is None, "tree.txt holds more than the tree")
    return value

def payloads_of(text, records):
    """The JSON of every part that is shown, against its commitment; and what the package must agree with."""
    lines, shown, named = iter(text.split("\n")[:-1]), 0, {}
    rulebook = ("rulebooks/%s.txt", "rulebookHash", "rulebookHash")
    names = {"cycle.opened": rulebook, "cycle.rulebook-bound": rulebook,
             "attachment.stored": ("attachments/%s", "attachment", "digest")}
    for _, record in records:
        for part, commitment in enumerate(record[21]):
            position, index, about, salt, body = next(lines, "\t\t\t\t").split("\t", 4)
            require((position, index) == (str(record[2]), str(part)), f"no payload of record {record[2]}")
            require(about == "-" or about in [subject for subject, _ in record[12]], "a part is about somebody else")
            if salt in ("erased", "withheld"):
                require(body == "-", "a part is shown and not shown")
                continue
            require(sha256(b"mb-payload-v1", digest(salt), body.encode()) == commitment,
                    f"part {part} of record {record[2]} is not what was committed to")
            shown += 1
            if part == 0 and record[6] in names:
                event, (file, name, value) = json.loads(body), names[record[6]]
                named[file % event[name]] = event[value]
    require(next(lines, None) is None and text.endswith("\n") == bool(records), "payloads.txt holds more")
    return shown, named

def verify(path, vkey):
    with open(path, "rb") as file:
        files = archive(file.read())
    own = files["key.txt"].decode()
    require(own.endswith("\n") and (vkey is None or vkey + "\n" == own), "the key is not the one given")
    key = Key(own[:-1])
    head, counts, listed = manifest_of(key.open(files["manifest.txt"]))
    require(list(files) == [name for name, _, _ in listed] + ["manifest.txt"], "there are other files than listed")
    for name, size, value in listed:
        require(len(files[name]) == size and sha256(files[name]) == value, f"{name} is not the file listed")
    size, root = number(head["size"]), digest(head["root"])
    checkpoint = f"{key.name}\n{size}\n{base64.b64encode(root).decode()}\n"
    signed = key.open(files["checkpoint.txt"], witnessed=True)
    require(head["origin"] == key.name and signed == checkpoint, "the checkpoint is another")
    records = records_of(files["records.bin"], key.name, size)
    tree = files["tree.txt"].decode()
    require(not tree or tree.endswith("\n"), "tree.txt is cut")
    ranges = [line.split(" ") for line in tree.split("\n")[:-1]]
    leaves = [(record[2], sha256(b"\0", raw)) for raw, record in records]
    require(root_of(size, leaves, [(number(a), number(b), digest(h)) for a, b, h in ranges]) == root, "another root")
    shown, named = payloads_of(files["payloads.txt"].decode(), records)
    numbers = {}
    for _, record in records:
        numbers.setdefault(("stream", record[3]), []).append(record[4])
        for subject, n in record[12]:
            numbers.setdefault(("subject", subject), []).append(n)
    for kind, name, count in counts:
        require(numbers.get((kind, name), []) == list(range(count)), f"{kind} {name} is not complete")
    for name in files:
        if name.startswith(("rulebooks/", "attachments/")):
            require(named.get(name) == sha256(files[name]).hex(), f"{name} is not what an event names")
    return head, len(records), shown, len(counts)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package"), parser.add_argument("--vkey")
    options = parser.parse_args()
    try:
        head, records, shown, lists = verify(options.package, options.vkey)
    except Exception as error:  # whatever a damaged package leads to, it is refused
        print(f"KHÔNG ĐẠT / FAILED: {str(error) or type(error).__name__}", file=sys.stderr)
        return 1
    print(f"ĐẠT / OK: {head['scope']}, {head['origin']}, {records} bản ghi / records, {shown} phần / parts, "
          f"nhật ký / log {head['size']} {head['root']}")
    print(f"{lists} danh sách không thiếu số nào đến số cuối mà nhật ký đã ký / "
          f"{lists} lists without a gap, to the end that the log signed")
    if not options.vkey:
        print("khóa trong gói chưa được đối chiếu / the key in the package was compared with none", file=sys.stderr)
    return 0

if __name__ == "__main__":
    sys.exit(main())
