// Checks proofs that a list is complete, with Node's own crypto:   node check.mjs VKEY FILE...
// Prints "ok" or "refused: why" for each file. Written from section 12 of LOG_FORMAT.md.
import { decode, leafOf, nodeOf, open, require, sha256, verdicts } from "../common.mjs";

function number(text) {
  require(/^(0|[1-9][0-9]{0,14})$/.test(text), "not a plain number");
  return Number(text);
}

function textOf(bytes) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

// What a record is made of, and nothing else of CBOR: [value, where it ends].
function read(bytes, at) {
  require(at < bytes.length, "a record ends early");
  if (bytes[at] === 0xf6) return [null, at + 1];
  const kind = bytes[at] >> 5;
  const low = bytes[at] & 31;
  require(kind <= 4 && low <= 27, "a record holds what no record holds");
  const width = low < 24 ? 0 : 1 << (low - 24);
  const from = at + 1 + width;
  require(from <= bytes.length, "a record ends early");
  const count = low < 24 ? low : Number(BigInt("0x" + bytes.subarray(at + 1, from).toString("hex")));
  require(low < 24 || count >= (low === 24 ? 24 : 2 ** (4 << (low - 24))), "a head is not the shortest");
  if (kind < 2) return [kind ? -1 - count : count, from];
  if (kind < 4) {
    require(from + count <= bytes.length, "a record ends early");
    const piece = bytes.subarray(from, from + count);
    return [kind === 2 ? piece : textOf(piece), from + count];
  }
  const list = [];
  let end = from;
  for (let i = 0; i < count; i++) {
    const [item, next] = read(bytes, end);
    list.push(item);
    end = next;
  }
  return [list, end];
}

const bitsOf = (name) => [...sha256(name)].flatMap((octet) => [7, 6, 5, 4, 3, 2, 1, 0].map((i) => (octet >> i) & 1));

// How often the index of this root counts the name.
function counted(name, end, siblings, root) {
  const bits = bitsOf(name);
  let value = sha256("");
  let count = 0;
  if (end !== "-") {
    const [, other, digits] = /^(\S+ \S+) ([1-9][0-9]{0,14})$/.exec(end) ?? [];
    require(other, "the end of the path is no entry");
    value = leafOf(end);
    if (other === name) count = Number(digits);
    const there = bitsOf(other);
    require(siblings.every((_, depth) => there[depth] === bits[depth]), "another name where it does not belong");
  }
  for (let depth = siblings.length - 1; depth >= 0; depth--)
    value = bits[depth] ? nodeOf(siblings[depth], value) : nodeOf(value, siblings[depth]);
  require(siblings.length <= 256 && value.equals(root), "the path is not one of the sealed index");
  return count;
}

// Leaves and ranges side by side must touch one another; complete neighbours of one width join from the left.
function rootOf(size, pieces) {
  const stack = [];
  let next = 0;
  for (const piece of pieces) {
    require(piece.from === next, "the ranges do not fit the records");
    next = piece.to;
    let top = piece;
    for (;;) {
      const left = stack.at(-1);
      const width = top.to - top.from;
      if (!left || left.to - left.from !== width || left.from % (2 * width) !== 0) break;
      require(!left.range || !top.range, "a smaller range than it could be");
      stack.pop();
      top = { from: left.from, to: top.to, hash: nodeOf(left.hash, top.hash) };
    }
    stack.push(top);
  }
  require(next === size && size > 0, "the records end early");
  return stack.reduceRight((right, { hash }) => (right ? nodeOf(hash, right) : hash), null);
}

function check(bytes, signer) {
  const text = textOf(bytes);
  const end = text.indexOf("\n\n");
  require(end > 0, "no checkpoint");
  const [origin, sizeText, rootText] = open(text.slice(end + 2), signer).split("\n");
  require(origin === signer.name, "a checkpoint of another log");
  const size = number(sizeText);
  const lines = text.slice(0, end).split("\n");
  const words = lines.map((line) => line.slice(0, line.indexOf(" ")));
  const values = lines.map((line) => line.slice(line.indexOf(" ") + 1));
  require(lines[0] === "minhbach-complete v1" &&
    /^minhbach-complete of seal end( path)*( record)*( range)*$/.test(words.join(" ")), "lines of another order");
  const all = (word) => values.filter((_, i) => words[i] === word);
  const name = values[1];
  require(/^(stream|subject|actor) \S+$/.test(name), "not about a list");
  const [, placeText, salt, json, sealedRoot, sealedText] =
    /^(\d+) ([0-9a-f]{64}) (\{"root":"([0-9a-f]{64})","size":"(\d+)"\})$/.exec(values[2]) ?? [];
  require(json, "not a seal");
  const [place, sealed] = [number(placeText), number(sealedText)];
  require(sealed <= place && place < size, "a seal of what came later");
  const count = counted(name, values[3], all("path").map((line) => decode(line, 32)), Buffer.from(sealedRoot, "hex"));

  const pieces = [];
  let [below, mine, last, isSealed] = [0, 0, -1, false];
  for (const line of all("record")) {
    const raw = decode(line);
    const [record, stop] = read(raw, 0);
    require(stop === raw.length && Array.isArray(record) && record.length === 22 && record[0] === 1, "not a record");
    const position = record[2];
    require(record[1] === origin && Number.isInteger(position) && position > last && position < size,
      "a record that does not belong here");
    const lists = new Map([[`stream ${record[3]}`, record[4]], [`actor ${record[8]}`, record[13]],
      ...record[12].map(([code, n]) => [`subject ${code}`, n])]);
    if (position < sealed) {
      require(lists.has(name), "a record of another list");
      below += 1;
    } else {
      require(position === Math.max(sealed, last + 1), "a record behind the seal is missing");
    }
    if (lists.has(name)) require(lists.get(name) === mine++, "the numbers have a gap");
    if (position === place) {
      isSealed = record[6] === "index.sealed" && record[21].length === 1 &&
        sha256("mb-payload-v1", Buffer.from(salt, "hex"), json).equals(record[21][0]);
    }
    pieces.push({ from: position, to: position + 1, hash: leafOf(raw) });
    last = position;
  }
  require(isSealed, "the sealed index is not that of the log");
  require(below === count, "the index counts another number of records");
  require(last === size - 1, "the records end early");
  let before = -1;
  for (const line of all("range")) {
    const [from, to, hash, ...more] = line.split(" ");
    const piece = { from: number(from), to: number(to), hash: decode(hash, 32), range: true };
    const width = piece.to - piece.from;
    require(more.length === 0 && width > 0 && Number.isInteger(Math.log2(width)) && piece.from % width === 0 &&
      piece.from > before, "a range is none");
    before = piece.from;
    pieces.push(piece);
  }
  pieces.sort((one, other) => one.from - other.from);
  require(rootOf(size, pieces).equals(decode(rootText, 32)), "another root");
}

verdicts(check);
