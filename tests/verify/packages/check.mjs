// Checks audit packages with Node's own crypto:   node check.mjs VKEY FILE...
// Prints "ok" or "refused: why" for each file. Written from LOG_FORMAT.md; of CBOR it reads what a record is made of.
import { verify } from "node:crypto";
import { decode, require, sha256, verdicts } from "../common.mjs";

function number(text) {
  require(/^(0|[1-9][0-9]{0,14})$/.test(text), "not a plain number");
  return Number(text);
}

function digest(text) {
  require(/^[0-9a-f]{64}$/.test(text), "not a hash");
  return Buffer.from(text, "hex");
}

function textOf(bytes) {
  require(bytes, "a file is missing");
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function linesOf(text) {
  require(text === "" || text.endsWith("\n"), "a line is not ended");
  return text.split("\n").slice(0, -1);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
const crc32 = (bytes) => {
  let sum = 0xffffffff;
  for (const octet of bytes) sum = crcTable[(sum ^ octet) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
};

// From the directory at the end back to the files; then the archive is written anew and compared.
function filesOf(data) {
  require(data.length >= 22, "not an archive");
  const end = data.length - 22;
  require(data.readUInt32LE(end) === 0x06054b50, "no end of the directory");
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  const files = new Map();
  const body = [];
  const directory = [];
  let offset = 0;
  for (let i = 0; i < count; i++) {
    require(at + 46 <= end && data.readUInt32LE(at) === 0x02014b50, "the directory is cut");
    const [size, length, place] = [data.readUInt32LE(at + 24), data.readUInt16LE(at + 28), data.readUInt32LE(at + 42)];
    const raw = data.subarray(at + 46, at + 46 + length);
    const content = data.subarray(place + 30 + length, place + 30 + length + size);
    require(raw.length === length && content.length === size, "a file is cut");
    const name = textOf(raw);
    require(!files.has(name), "a file is there twice");
    files.set(name, content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(size, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(length, 22);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, behind, raw);
    body.push(Buffer.from("PK\x03\x04", "latin1"), head, raw, content);
    offset += 30 + length + size;
    at += 46 + length;
  }
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(directory.reduce((sum, piece) => sum + piece.length, 0), 12);
  last.writeUInt32LE(offset, 16);
  require(Buffer.concat([...body, ...directory, last]).equals(data), "not the one archive of its files");
  return files;
}

// The text of a note that bears the signature of the key and no other.
// With the signature of the key alone; where witnesses may sign, theirs come under it.
function open(bytes, signer, witnessed = false) {
  const whole = textOf(bytes);
  const found = /^([^]*\n)\n\u2014 (\S+) (\S+)\n((?:\u2014 [^\s+]+ \S+\n){0,99})$/.exec(whole);
  require(found && found[2] === signer.name, "not a note of the key");
  require(witnessed || found[4] === "", "signed by others, too");
  for (const line of found[4].split("\n").slice(0, -1)) {
    const [, name, signature] = line.split(" ");
    require(name !== signer.name && Buffer.from(signature, "base64").length > 4, "no signature of another");
    require(Buffer.from(signature, "base64").toString("base64") === signature, "base64 of another form");
  }
  const blob = decode(found[3], 68);
  require(blob.subarray(0, 4).equals(signer.id), "signed by another key");
  require(verify(null, Buffer.from(found[1]), signer.key, blob.subarray(4)), "the signature is wrong");
  return found[1];
}

class Cbor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  take(count) {
    require(this.at + count <= this.bytes.length, "a record ends early");
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  read() {
    const [first] = this.take(1);
    const kind = first >> 5;
    const low = first & 31;
    if (first === 0xf6) return null;
    require(kind <= 4 && low <= 27, "a record holds what no record holds");
    const count = low < 24 ? low : Number(BigInt("0x" + this.take(1 << (low - 24)).toString("hex")));
    require(low < 24 || count >= (low === 24 ? 24 : 2 ** (4 << (low - 24))), "a head is not the shortest");
    require(Number.isSafeInteger(count), "a number is too large");
    if (kind === 0) return count;
    if (kind === 1) return -1 - count;
    if (kind === 2) return this.take(count);
    if (kind === 3) return textOf(this.take(count));
    const list = [];
    for (let i = 0; i < count; i++) list.push(this.read());
    return list;
  }
}

function recordsOf(bytes, origin, size) {
  const records = [];
  let last = -1;
  for (let at = 0; at < bytes.length;) {
    require(at + 2 < bytes.length, "records.bin ends early");
    const length = bytes.readUInt16BE(at);
    const raw = bytes.subarray(at + 2, at + 2 + length);
    require(raw.length === length && length > 0, "records.bin ends early");
    const reader = new Cbor(raw);
    const record = reader.read();
    require(reader.at === length && Array.isArray(record) && record.length === 22 && record[0] === 1, "not a record");
    const [position, subjects, commitments] = [record[2], record[12], record[21]];
    require(record[1] === origin && Number.isInteger(position) && last < position && position < size,
      "a record from elsewhere");
    require(Array.isArray(subjects) && subjects.every((pair) => Array.isArray(pair) && pair.length === 2) &&
      Array.isArray(commitments) && commitments.every(Buffer.isBuffer), "not a record");
    records.push({ position, subjects, commitments, leaf: sha256(Buffer.from([0]), raw), stream: record[3],
      revision: record[4], type: record[6] });
    last = position;
    at += 2 + length;
  }
  return records;
}

// The lines and leaves are laid side by side; they must touch one another, and fold to the root as a stack of complete
// subtrees, of which neighbours of one height that begin at an even place join.
function rootOf(size, records, lines) {
  const pieces = lines.map((line) => {
    const [from, to, hash, ...more] = line.split(" ");
    require(hash && more.length === 0, "tree.txt has a line that is none");
    const piece = { from: number(from), to: number(to), hash: digest(hash), line: true };
    const width = piece.to - piece.from;
    require(width > 0 && Number.isInteger(Math.log2(width)) && piece.from % width === 0, "not a complete subtree");
    return piece;
  });
  require(pieces.every((piece, i) => i === 0 || pieces[i - 1].from < piece.from), "tree.txt does not rise");
  pieces.push(...records.map(({ position, leaf }) => ({ from: position, to: position + 1, hash: leaf, line: false })));
  pieces.sort((one, other) => one.from - other.from);
  const stack = [];
  let next = 0;
  for (const piece of pieces) {
    require(piece.from === next, "tree.txt does not fit the records");
    next = piece.to;
    let top = piece;
    for (;;) {
      const left = stack.at(-1);
      const width = top.to - top.from;
      if (!left || left.to - left.from !== width || left.from % (2 * width) !== 0) break;
      require(!left.line || !top.line, "tree.txt names a smaller subtree than it could");
      stack.pop();
      top = { from: left.from, to: top.to, hash: sha256(Buffer.from([1]), left.hash, top.hash), line: false };
    }
    stack.push(top);
  }
  require(next === size && size > 0, "tree.txt ends elsewhere");
  return stack.reduceRight((right, { hash }) => right ? sha256(Buffer.from([1]), hash, right) : hash, null);
}

function checkPayloads(lines, records) {
  const named = new Map();
  let at = 0;
  for (const { position, type, subjects, commitments } of records) {
    for (const [part, commitment] of commitments.entries()) {
      require(at < lines.length, "payloads.txt ends early");
      const [of, index, subject, salt, ...rest] = lines[at++].split("\t");
      const body = rest.join("\t");
      require(of === String(position) && index === String(part), "payloads.txt has the parts of other records");
      require(subject === "-" || subjects.some(([code]) => code === subject), "about nobody whom its record names");
      if (salt === "erased" || salt === "withheld") {
        require(body === "-", "a part is shown and not shown");
        continue;
      }
      require(sha256("mb-payload-v1", digest(salt), body).equals(commitment), "not what was committed to");
      if (part > 0) continue;
      if (type === "cycle.opened" || type === "cycle.rulebook-bound") {
        const event = JSON.parse(body);
        named.set(`rulebooks/${event.rulebookHash}.txt`, event.rulebookHash);
      } else if (type === "attachment.stored") {
        const event = JSON.parse(body);
        named.set(`attachments/${event.attachment}`, event.digest);
      }
    }
  }
  require(at === lines.length, "payloads.txt holds more");
  return named;
}

function check(data, signer) {
  const files = filesOf(data);
  require(textOf(files.get("key.txt")) === signer.vkey + "\n", "another key");
  const [title, ...lines] = linesOf(open(files.get("manifest.txt"), signer));
  require(title === "minhbach package v1", "not a manifest");
  const head = ["origin", "scope", "size", "root", "simulated"].map((name) => {
    const line = lines.shift() ?? "";
    require(line.startsWith(name + " "), "another head of the manifest");
    return line.slice(name.length + 1);
  });
  const [origin, scope] = head;
  const size = number(head[2]);
  const root = digest(head[3]);
  require(/^(yes|no)$/.test(head[4]) && origin === signer.name, "another head of the manifest");
  const names = [...files.keys()];
  const counts = new Map();
  let listed = 0;
  for (const line of lines) {
    const [kind, first, second, ...rest] = line.split(" ");
    if (kind === "file") {
      const name = rest.join(" ");
      require(names[listed] === name, "there are other files than listed");
      const content = files.get(name);
      require(sha256(content).equals(digest(first)) && content.length === number(second),
        `${name} is not the file listed`);
      listed += 1;
    } else {
      require(/^(subject|stream)$/.test(kind) && rest.length === 0 && listed === 0 && !counts.has(`${kind} ${first}`),
        "the manifest has a line that is none");
      counts.set(`${kind} ${first}`, number(second));
    }
  }
  require(listed === names.length - 1 && names[listed] === "manifest.txt", "there are other files than listed");
  require(!scope.startsWith("person/") || counts.has(`subject ${scope.slice(7)}`), "no claim about its person");
  require(open(files.get("checkpoint.txt"), signer, true) === `${origin}\n${size}\n${root.toString("base64")}\n`,
    "another checkpoint");
  const records = recordsOf(files.get("records.bin"), origin, size);
  require(rootOf(size, records, linesOf(textOf(files.get("tree.txt")))).equals(root), "another root");
  const named = checkPayloads(linesOf(textOf(files.get("payloads.txt"))), records);
  const found = new Map();
  const count = (name, value) => {
    if (!counts.has(name)) return;
    require(value === (found.get(name) ?? 0), `${name} is not complete`);
    found.set(name, value + 1);
  };
  for (const { stream, revision, subjects } of records) {
    count(`stream ${stream}`, revision);
    for (const [code, value] of subjects) count(`subject ${code}`, value);
  }
  for (const [name, claimed] of counts) require((found.get(name) ?? 0) === claimed, `${name} is not complete`);
  for (const [name, content] of files) {
    if (!/^(rulebooks|attachments)\//.test(name)) continue;
    require(named.get(name) === sha256(content).toString("hex"), `${name} is not what an event names`);
  }
}

verdicts(check);
