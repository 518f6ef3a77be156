"""The kinds of damage that no verifier of audit packages may let pass: to the archive, to its bytes, to its files with
the archive's sums mended, and to what it says, signed by another's key and by the log's own."""
import base64
import struct
import zlib

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FIELDS = {"version": (4, 2), "flags": (6, 2), "method": (8, 2), "time": (10, 2), "date": (12, 2), "sum": (14, 4),
          "packed size": (18, 4), "size": (22, 4), "name length": (26, 2), "extra length": (28, 2)}


def zipped(files):
    """The archive of these (name, bytes) pairs, as LOG_FORMAT.md says; names may repeat."""
    body, directory = b"", b""
    for name, content in files:
        raw = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x21, zlib.crc32(content), len(content), len(content),
                           len(raw), 0)
        directory += b"PK\1\2\x14\0" + head + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + raw
        body += b"PK\3\4" + head + raw + content
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), len(body), 0)
    return body + directory + end


def lines_of(content):
    return content.decode().split("\n")[:-1]


def joined(lines):
    return "".join(line + "\n" for line in lines).encode()


def text_of(note):
    return note.decode().rpartition("\n\n")[0] + "\n"


class Damage:
    """Every damaged form of a package, by name. `files` are its contents, `others` those of another package of the same
    log, `seed` the log's own key."""

    def __init__(self, archive, files, others, sha256, seed, dice, rounds):
        self.archive, self.files, self.others = archive, files, others
        self.sha256, self.dice, self.rounds = sha256, dice, rounds
        self.own = Ed25519PrivateKey.from_private_bytes(seed)
        self.forger = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
        self.name = dict(files)["key.txt"].decode().split("+")[0]
        self.forms = {}
        self.of_archive()
        self.of_bytes()
        self.of_files()
        self.of_records()
        self.of_payloads()
        self.of_tree()
        self.of_manifest()
        self.of_notes()

    def add(self, name, damaged):
        if damaged != self.archive:
            self.forms.setdefault(damaged, name)

    def flipped(self, content, place=None):
        changed = bytearray(content)
        changed[self.dice.randrange(len(content)) if place is None else place] ^= 1 << self.dice.randrange(8)
        return bytes(changed)

    # The archive and its bytes.

    def of_archive(self):
        files, offset = self.files, 0
        for i, (name, content) in enumerate(files):
            rest = files[:i] + files[i + 1:]
            self.add(f"without {name}", zipped(rest))
            self.add(f"{name} twice", zipped(files + [files[i]]))
            for place in range(len(files)):
                self.add(f"{name} at {place}", zipped(rest[:place] + [files[i]] + rest[place:]))
            self.add(f"{name} renamed", zipped(files[:i] + [(name + "~", content)] + files[i + 1:]))
            for field, (place, size) in FIELDS.items():
                at = offset + place + self.dice.randrange(size)
                self.add(f"{field} of {name}", self.flipped(self.archive, at))
            offset += 30 + len(name.encode()) + len(content)
        self.add("a file added", zipped(files[:-1] + [("more.txt", b"x")] + files[-1:]))
        self.add("a comment", self.archive[:-2] + b"\1\0x")
        self.add("bytes before", b"x" + self.archive)
        self.add("bytes behind", self.archive + b"\0")
        self.add("two archives", self.archive + self.archive)
        self.add("nothing", b"")
        self.add("no archive", b"PK")
        for place in self.dice.sample(range(offset, len(self.archive)), 60 * self.rounds):
            self.add(f"directory, byte {place}", self.flipped(self.archive, place))

    def of_bytes(self):
        archive, dice = self.archive, self.dice
        for place in dice.sample(range(len(archive)), 160 * self.rounds):
            self.add(f"byte {place} changed", self.flipped(archive, place))
        for place in dice.sample(range(len(archive)), 40 * self.rounds):
            self.add(f"byte {place} missing", archive[:place] + archive[place + 1:])
            self.add(f"byte added at {place}", archive[:place] + bytes([dice.randrange(256)]) + archive[place:])
            self.add(f"cut at {place}", archive[:place])
            end = place + dice.randrange(1, 200)
            self.add(f"bytes {place} to {end} zero", archive[:place] + bytes(len(archive[place:end])) + archive[end:])
            self.add(f"bytes {place} to {end} twice", archive[:end] + archive[place:])

    def of_files(self):
        files = self.files
        for i, (name, content) in enumerate(files):
            def with_content(what, other):
                self.add(f"{name} {what}", zipped(files[:i] + [(name, other)] + files[i + 1:]))
            with_content("emptied", b"")
            with_content("with one byte more", content + b"\n")
            with_content("without its last byte", content[:-1])
            with_content("of another package", self.others.get(name, content))
            for place in self.dice.sample(range(len(content)), 8):
                with_content(f"with another byte {place}", self.flipped(content, place))

    # What it says. The manifest fits again and is signed; so the archive is sound, and only its meaning is not.

    def signed(self, text, key):
        public = b"\1" + key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        key_id = self.sha256(self.name.encode(), b"\n", public)[:4]
        signature = base64.b64encode(key_id + key.sign(text.encode())).decode()
        return (text + f"\n\u2014 {self.name} {signature}\n").encode()

    def said(self, name, contents, key=None):
        self.add(f"said: {name}", self.saying(contents, key))

    def saying(self, contents, key=None):
        """`contents` replace or add files; the manifest is made to fit them and signed by the log's own key."""
        key = key or self.own
        files = {file: content for file, content in {**dict(self.files), **contents}.items() if content is not None}
        lines = [line for line in lines_of(text_of(files.pop("manifest.txt")).encode()) if line[:5] != "file "]
        lines += [f"file {self.sha256(content).hex()} {len(content)} {file}" for file, content in files.items()]
        files["manifest.txt"] = self.signed("".join(line + "\n" for line in lines), key)
        return zipped(list(files.items()))

    def witnessed(self):
        """The package as it leaves a log whose checkpoints witnesses cosign: sound, whoever they are."""
        checkpoint = dict(self.files)["checkpoint.txt"]
        line = self.signed(text_of(checkpoint), self.forger).rpartition(b"\n\n")[2]
        return self.saying({"checkpoint.txt": checkpoint + line.replace(self.name.encode(), b"witness.example")})

    def listed(self, file, pieces, join, changed):
        """A file that is a list: every piece left out, repeated, exchanged with the next, and changed."""
        for i, piece in enumerate(pieces):
            self.said(f"{file} without {i}", {file: join(pieces[:i] + pieces[i + 1:])})
            self.said(f"{file} with {i} twice", {file: join(pieces[:i + 1] + pieces[i:])})
            if i + 1 < len(pieces):
                swapped = pieces[:i] + [pieces[i + 1], piece] + pieces[i + 2:]
                self.said(f"{file}, {i} and the next exchanged", {file: join(swapped)})
            for what, other in changed(i, piece):
                self.said(f"{file}, {what} of {i}", {file: join(pieces[:i] + [other] + pieces[i + 1:])})
        self.said(f"{file} cut", {file: join(pieces[:len(pieces) // 2])})
        self.said(f"{file} backwards", {file: join(pieces[::-1])})
        self.said(f"{file} with a line that is none", {file: join(pieces) + b"x"})
        self.said(f"{file} empty", {file: b""})
        self.said(f"{file} missing", {file: None})
        self.said(f"{file} of another package", {file: self.others[file]})

    def of_records(self):
        raw, records = dict(self.files)["records.bin"], []
        while raw:
            end = 2 + int.from_bytes(raw[:2], "big")
            records.append(raw[2:end])
            raw = raw[end:]

        def join(pieces):
            return b"".join(len(piece).to_bytes(2, "big") + piece for piece in pieces)

        def changed(_, piece):
            for _ in range(2):
                place = self.dice.randrange(len(piece))
                yield f"byte {place}", self.flipped(piece, place)
            yield "the end", piece + b"\xf6"
            yield "the last byte", piece[:-1]
        self.listed("records.bin", records, join, changed)

    def of_payloads(self):
        def changed(_, line):
            position, part, subject, salt, body = line.split("\t", 4)
            place = self.dice.randrange(len(body))
            other = chr(ord(body[place]) ^ 1)
            yield "a character", "\t".join([position, part, subject, salt, body[:place] + other + body[place + 1:]])
            yield "the salt", "\t".join([position, part, subject, self.sha256(salt.encode()).hex(), body])
            yield "the person", "\t".join([position, part, "QN999999", salt, body])
            yield "the number", "\t".join([position, str(int(part) + 1), subject, salt, body])
            yield "the absence", "\t".join([position, part, subject, "withheld", body])
        self.listed("payloads.txt", lines_of(dict(self.files)["payloads.txt"]), joined, changed)

    def of_tree(self):
        def changed(i, line):
            if i % 3:
                return
            low, high, value = line.split(" ")
            yield "a bit", f"{low} {high} {int(value, 16) ^ 1 << self.dice.randrange(256):064x}"
            yield "the end", f"{low} {int(high) + 1} {value}"
            yield "the beginning", f"{int(low) + 1} {high} {value}"
        self.listed("tree.txt", lines_of(dict(self.files)["tree.txt"]), joined, changed)

    def of_manifest(self):
        note = dict(self.files)["manifest.txt"]
        lines = lines_of(text_of(note).encode())

        def with_lines(name, other):
            """As it is: the lines of the files do not fit by themselves."""
            text = "".join(line + "\n" for line in other)
            self.add(f"manifest: {name}", zipped(self.files[:-1] + [("manifest.txt", self.signed(text, self.own))]))
        for i, line in enumerate(lines):
            kind, *words = line.split(" ")
            if kind != "stream":  # a list less that is said to be whole is a smaller claim, but a true one
                with_lines(f"without line {i}", lines[:i] + lines[i + 1:])
            with_lines(f"line {i} twice", lines[:i + 1] + lines[i:])
            with_lines(f"line {i} of another kind", lines[:i] + ["more " + line] + lines[i + 1:])
            with_lines(f"line {i} with a space more", lines[:i] + [line + " "] + lines[i + 1:])
            if kind in ("subject", "stream"):
                for step in (-1, 1):
                    with_lines(f"line {i} by {step}", lines[:i] + [f"{kind} {words[0]} {int(words[1]) + step}"]
                               + lines[i + 1:])
            if kind in ("size", "root", "origin"):
                with_lines(f"{kind} of {i}", lines[:i] + [f"{kind} {self.other(kind, words[0])}"] + lines[i + 1:])
            if kind == "file":
                other = [self.sha256(words[0].encode()).hex(), words[1], words[2]]
                with_lines(f"sum of line {i}", lines[:i] + ["file " + " ".join(other)] + lines[i + 1:])
                other = [words[0], str(int(words[1]) + 1), words[2]]
                with_lines(f"size of line {i}", lines[:i] + ["file " + " ".join(other)] + lines[i + 1:])
            if kind in ("file", "origin", "scope", "size", "root") and i + 1 < len(lines):
                with_lines(f"lines {i} and the next exchanged",
                           lines[:i] + [lines[i + 1], line] + lines[i + 2:])
        with_lines("another person", [line.replace("scope person/", "scope person/X") for line in lines])
        with_lines("simulated perhaps", [line.replace("simulated yes", "simulated perhaps") for line in lines])
        with_lines("of another version", ["minhbach package v2"] + lines[1:])

    @staticmethod
    def other(kind, value):
        if kind == "size":
            return str(int(value) + 1)
        return value + "x" if kind == "origin" else f"{int(value, 16) ^ 1:064x}"

    def of_notes(self):
        contents = dict(self.files)
        manifest, checkpoint = contents["manifest.txt"], contents["checkpoint.txt"]
        foreign = self.signed(text_of(manifest), self.forger)
        line = foreign.rpartition(b"\n\n")[2]
        rest = self.files[:-1]
        twice = manifest + manifest.rpartition(b"\n\n")[2]
        self.add("manifest signed twice", zipped(rest + [("manifest.txt", twice)]))
        self.add("manifest signed by another, too", zipped(rest + [("manifest.txt", manifest + line)]))
        self.add("manifest signed by another", zipped(rest + [("manifest.txt", foreign)]))
        self.add("manifest not signed", zipped(rest + [("manifest.txt", text_of(manifest).encode())]))
        self.said("another's checkpoint", {"checkpoint.txt": self.signed(text_of(checkpoint), self.forger)})
        self.said("a checkpoint that is not signed", {"checkpoint.txt": text_of(checkpoint).encode()})
        self.said("the manifest for a checkpoint", {"checkpoint.txt": manifest})
        origin, size, root, *_ = text_of(checkpoint).split("\n")
        for name, text in {"size": f"{origin}\n{int(size) + 1}\n{root}\n", "root": f"{origin}\n{size}\n{root[1:]}\n",
                           "origin": f"{origin}x\n{size}\n{root}\n",
                           "another line": f"{origin}\n{size}\n{root}\nx\n"}.items():
            self.said(f"a checkpoint with {name}", {"checkpoint.txt": self.signed(text, self.own)})
        stranger = line.replace(self.name.encode(), b"stranger.example")
        for name, lines in {"the log's line last": stranger + checkpoint.rpartition(b"\n\n")[2],
                            "another line of the log's name": checkpoint.rpartition(b"\n\n")[2] + line,
                            "its line twice": checkpoint.rpartition(b"\n\n")[2] * 2,
                            "a line that is none": checkpoint.rpartition(b"\n\n")[2] + b"x\n",
                            "a line without its end": checkpoint.rpartition(b"\n\n")[2] + stranger[:-1],
                            "a name with a plus": checkpoint.rpartition(b"\n\n")[2] + stranger.replace(b"r.e", b"r+e"),
                            "too many lines": checkpoint.rpartition(b"\n\n")[2] + stranger * 100}.items():
            self.said(f"a checkpoint with {name}",
                      {"checkpoint.txt": text_of(checkpoint).encode() + b"\n" + lines})
        self.said("no key", {"key.txt": b""})
        self.said("a key without its end", {"key.txt": contents["key.txt"][:-1]})
        for name, content in self.files:
            if name.startswith("rulebooks/"):
                self.said("another text of the rules", {name: content.replace(b"20", b"21", 1)})
                self.said("rules under another name", {name: None, name.replace(".txt", "x.txt"): content})
                self.said("rules that nobody chose", {"rulebooks/none.txt": content})
        self.said("a file that nobody handed in", {"attachments/0": b"x"})
        # A forger's best: everything fits, and the key is the forger's.
        public = b"\1" + self.forger.public_key().public_bytes(serialization.Encoding.Raw,
                                                               serialization.PublicFormat.Raw)
        key_id = self.sha256(self.name.encode(), b"\n", public)[:4]
        forged = {"key.txt": f"{self.name}+{key_id.hex()}+{base64.b64encode(public).decode()}\n".encode(),
                  "checkpoint.txt": self.signed(text_of(checkpoint), self.forger)}
        self.said("forged whole", forged, self.forger)
        self.said("forged under the log's key", {"checkpoint.txt": forged["checkpoint.txt"]}, self.forger)
        for good, better in (("GOOD", "EXCELLENT"), ("2023", "2022"), ("S05", "S06")):
            text = contents["payloads.txt"].decode().replace(good, better).encode()
            self.said(f"forged, {better}", {**forged, "payloads.txt": text}, self.forger)
