// Checks receipts (C2SP tlog-proof) with Node's own crypto:   node check.mjs VKEY FILE...
// Prints "ok" or "refused: why" for each file. The record comes with the receipt, as its extra line.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...pieces) => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};
const leafOf = (entry) => sha256(Buffer.from([0]), entry);
const nodeOf = (left, right) => sha256(Buffer.from([1]), left, right);

function require(condition, what) {
  if (!condition) throw new Error(what);
}

// Bytes have one spelling: what does not encode to itself again is refused.
function decode(text, size) {
  const bytes = Buffer.from(text, "base64");
  require(bytes.toString("base64") === text && (size === undefined || bytes.length === size), "not base64");
  return bytes;
}

function number(text) {
  require(/^(0|[1-9][0-9]{0,15})$/.test(text), "not a plain number");
  return BigInt(text);
}

function keyOf(vkey) {
  const [, name, id, key] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey);
  const typed = decode(key, 33);
  require(typed[0] === 1, "not an Ed25519 key");
  require(sha256(`${name}\n`, typed).subarray(0, 4).toString("hex") === id, "the key id is of another key");
  const jwk = { kty: "OKP", crv: "Ed25519", x: typed.subarray(1).toString("base64url") };
  return { name, id: Buffer.from(id, "hex"), key: createPublicKey({ key: jwk, format: "jwk" }) };
}

// Signatures of other keys are passed over; one of this key that does not verify refuses the whole note.
function open(note, signer) {
  const end = note.lastIndexOf("\n\n");
  require(end > 0 && note.endsWith("\n"), "not a note");
  const text = note.slice(0, end + 1);
  let verified = false;
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const [, name, blob] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    require(name, "a signature line is malformed");
    const bytes = decode(blob);
    require(bytes.length > 4, "a signature is too short");
    if (name !== signer.name || !bytes.subarray(0, 4).equals(signer.id)) continue;
    require(verify(null, Buffer.from(text), signer.key, bytes.subarray(4)), "the signature is wrong");
    verified = true;
  }
  require(verified, "not signed by the key");
  return text;
}

// RFC 9162 section 2.1.3.2.
function rootFrom(index, size, leaf, path) {
  require(index < size, "no such entry");
  let place = index;
  let last = size - 1n;
  let value = leaf;
  for (const step of path) {
    require(last > 0n, "the path is too long");
    if (place % 2n === 1n || place === last) {
      value = nodeOf(step, value);
      while (place % 2n === 0n && place > 0n) [place, last] = [place >> 1n, last >> 1n];
    } else {
      value = nodeOf(value, step);
    }
    [place, last] = [place >> 1n, last >> 1n];
  }
  require(last === 0n, "the path is too short");
  return value;
}

function check(bytes, signer) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const end = text.indexOf("\n\n");
  require(end > 0, "no checkpoint");
  const [title, extra, index, ...path] = text.slice(0, end).split("\n");
  require(title === "c2sp.org/tlog-proof@v1" && extra?.startsWith("extra ") && index?.startsWith("index "),
    "not a receipt with its record");
  const record = decode(extra.slice(6));
  const place = number(index.slice(6));
  const steps = path.map((line) => decode(line, 32));
  const [origin, size, root] = open(text.slice(end + 2), signer).split("\n");
  require(origin === signer.name, "a checkpoint of another log");
  require(rootFrom(place, number(size), leafOf(record), steps).equals(decode(root, 32)), "the path leads elsewhere");
}

const [vkey, ...files] = process.argv.slice(2);
const signer = keyOf(vkey);
for (const file of files) {
  try {
    check(readFileSync(file), signer);
    console.log("ok");
  } catch (error) {
    console.log(`refused: ${JSON.stringify(error.message)}`);
    process.exitCode = 1;
  }
}
