#!/usr/bin/python3
"""Verifies a served Minh Bach log from its verifier key alone, with tools that are not ours.

    verify_log.py URL --vkey KEY [--token TOKEN] [--access]

URL is the log's prefix, e.g. http://127.0.0.1:8080/log (file:// works too). --access verifies the access ledger, which
stands below it and signs with the same key under its own name. Follows LOG_FORMAT.md and shares no code with the
program: SHA-256 and Ed25519 come from Python, CBOR from cbor2. Checks the checkpoint's signature, every hash tile, the
root recomputed from the record bytes, that every record is the one deterministic encoding of itself, and that
positions, revisions and the numbers per subject and per actor have no gap. Exits 0 if all holds, 1 if not.
"""

import argparse
import base64
import hashlib
import sys
import urllib.request

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TILE = 256
FIELDS = ("version origin position stream revision id type schema actor capacity entered_by authority subjects "
          "actor_number recorded_at effective decided_at causation correlation key_hash fingerprint "
          "commitments").split()


class Wrong(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Wrong(what)


class Served:
    def __init__(self, url, token):
        self.url = url.rstrip("/") + "/"
        self.headers = {"Authorization": "Bearer " + token} if token else {}

    def get(self, path):
        request = urllib.request.Request(self.url + path, headers=self.headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.read()
        except OSError as error:
            raise Wrong(f"{path}: {error}") from error


def parse_vkey(vkey):
    name, key_id, key = vkey.strip().split("+", 2)
    typed = base64.b64decode(key, validate=True)
    require(len(typed) == 33 and typed[0] == 1, "the verifier key is not an Ed25519 key")
    expected = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    require(expected.hex() == key_id, "the key id does not belong to the key")
    return name, expected, Ed25519PublicKey.from_public_bytes(typed[1:])


def access_vkey(vkey):
    """The same key under the name of the access ledger."""
    name, _, key = vkey.strip().split("+", 2)
    name += "/access"
    key_id = hashlib.sha256(name.encode() + b"\n" + base64.b64decode(key, validate=True)).digest()[:4]
    return f"{name}+{key_id.hex()}+{key}"


def open_checkpoint(note, vkey):
    name, key_id, key = parse_vkey(vkey)
    text, separator, signatures = note.decode().rpartition("\n\n")
    require(separator, "the checkpoint has no signatures")
    text += "\n"
    verified = False
    for line in signatures.splitlines():
        dash, signer, blob = line.split(" ")
        blob = base64.b64decode(blob, validate=True)
        require(dash == "\u2014", "a signature line is malformed")
        if signer == name and blob[:4] == key_id:
            try:
                key.verify(blob[4:], text.encode())
            except InvalidSignature as error:
                raise Wrong("the signature of the checkpoint is wrong") from error
            verified = True
    require(verified, "the checkpoint is not signed by the key")
    origin, size, root = text.splitlines()[:3]
    require(origin == name, "the checkpoint is of another log")
    require(str(int(size)) == size, "the size is not a plain decimal")
    return origin, int(size), base64.b64decode(root, validate=True)


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def tree_hash(hashes):
    """RFC 6962 section 2.1 over leaf hashes."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        pairs = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        # An odd hash at the end goes up as it is: the same tree as splitting at the largest power of two.
        hashes = pairs + ([hashes[-1]] if len(hashes) % 2 else [])
    return hashes[0]


def tile_path(kind, index, width):
    groups = []
    while True:
        groups.insert(0, f"{index % 1000:03d}")
        index //= 1000
        if index == 0:
            break
    path = f"tile/{kind}/" + "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return path if width == TILE else f"{path}.p/{width}"


def widths(count):
    """(index, width) of the tiles that hold `count` hashes."""
    full = [(index, TILE) for index in range(count // TILE)]
    return full + ([(count // TILE, count % TILE)] if count % TILE else [])


def entries(served, size):
    for index, width in widths(size):
        path = tile_path("entries", index, width)
        bundle = served.get(path)
        for _ in range(width):
            length = int.from_bytes(bundle[:2], "big")
            require(len(bundle) >= 2 + length, f"{path} ends early")
            yield bundle[2:2 + length]
            bundle = bundle[2 + length:]
        require(not bundle, f"{path} holds more than its entries")


class Numbers:
    def __init__(self, what):
        self.what = what
        self.next = {}

    def take(self, name, number, position):
        due = self.next.get(name, 0)
        require(number == due, f"position {position}: {self.what} {name} has number {number} where {due} is due")
        self.next[name] = due + 1


class Records:
    """What every record must satisfy given all before it."""

    def __init__(self, origin):
        self.origin = origin
        self.count = 0
        self.recorded_at = None
        self.streams = Numbers("stream")
        self.subjects = Numbers("subject")
        self.actors = Numbers("actor")

    def take(self, entry):
        position = self.count
        self.count += 1
        fields = cbor2.loads(entry)
        require(isinstance(fields, list) and len(fields) == len(FIELDS), f"position {position}: not a record")
        require(cbor2.dumps(fields, canonical=True) == entry, f"position {position}: not the deterministic encoding")
        record = dict(zip(FIELDS, fields))
        require(record["version"] == 1, f"position {position}: unknown version")
        require(record["origin"] == self.origin, f"position {position}: of another log")
        require(record["position"] == position, f"position {position}: names position {record['position']}")
        self.streams.take(record["stream"], record["revision"], position)
        self.actors.take(record["actor"], record["actor_number"], position)
        codes = [code for code, _ in record["subjects"]]
        require(codes == sorted(set(codes)), f"position {position}: subjects are not sorted or repeat")
        for code, number in record["subjects"]:
            self.subjects.take(code, number, position)
        require(len(record["id"]) == 16 and len(record["correlation"]) == 16,
                f"position {position}: ids have 16 bytes")
        require(record["commitments"] and all(len(c) == 32 for c in record["commitments"]),
                f"position {position}: commitments have 32 bytes")
        require(self.recorded_at is None or record["recorded_at"] >= self.recorded_at,
                f"position {position}: recorded before its predecessor")
        self.recorded_at = record["recorded_at"]


def check_tiles(served, leaves):
    hashes = leaves
    level = 0
    count = 0
    while hashes:
        for index, width in widths(len(hashes)):
            path = tile_path(level, index, width)
            expected = b"".join(hashes[index * TILE:index * TILE + width])
            require(served.get(path) == expected, f"{path} does not follow from the records")
            count += 1
        hashes = [tree_hash(hashes[i:i + TILE]) for i in range(0, len(hashes) - TILE + 1, TILE)]
        level += 1
    return count


def verify(served, vkey):
    origin, size, root = open_checkpoint(served.get("checkpoint"), vkey)
    records = Records(origin)
    leaves = []
    for entry in entries(served, size):
        records.take(entry)
        leaves.append(leaf_hash(entry))
    require(tree_hash(leaves) == root, "the root of the records is not the root of the checkpoint")
    tiles = check_tiles(served, leaves)
    return (f"{origin}: {size} events, root {root.hex()}: signature, records, {tiles} hash tiles, "
            f"{len(records.streams.next)} streams, {len(records.subjects.next)} subjects, "
            f"{len(records.actors.next)} actors without a gap")


def main():
    parser = argparse.ArgumentParser(description="Verify a served Minh Bach log from its verifier key alone.")
    parser.add_argument("url")
    parser.add_argument("--vkey", required=True)
    parser.add_argument("--token")
    parser.add_argument("--access", action="store_true")
    arguments = parser.parse_args()
    try:
        if arguments.access:
            arguments.url = arguments.url.rstrip("/") + "/access"
            arguments.vkey = access_vkey(arguments.vkey)
        print("OK " + verify(Served(arguments.url, arguments.token), arguments.vkey))
        return 0
    except Wrong as wrong:
        print(f"WRONG {wrong}", file=sys.stderr)
    except (ValueError, KeyError, TypeError, cbor2.CBORDecodeError) as error:
        print(f"WRONG malformed: {error}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
