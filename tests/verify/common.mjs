// What the checks with Node have in common, on its own crypto: hashes of the tree, base64 of one spelling, signed notes
// (C2SP signed-note, Ed25519), and a verdict for each file.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

export const sha256 = (...pieces) => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};
export const leafOf = (entry) => sha256(Buffer.from([0]), entry);
export const nodeOf = (left, right) => sha256(Buffer.from([1]), left, right);

export function require(condition, what) {
  if (!condition) throw new Error(what);
}

// Bytes have one spelling: what does not encode to itself again is refused.
export function decode(text, size) {
  const bytes = Buffer.from(text, "base64");
  require(bytes.toString("base64") === text && (size === undefined || bytes.length === size), "not base64");
  return bytes;
}

export function keyOf(vkey) {
  const [, name, id, key] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey);
  const typed = decode(key, 33);
  require(typed[0] === 1, "not an Ed25519 key");
  require(sha256(`${name}\n`, typed).subarray(0, 4).toString("hex") === id, "the key id is of another key");
  const jwk = { kty: "OKP", crv: "Ed25519", x: typed.subarray(1).toString("base64url") };
  return { name, id: Buffer.from(id, "hex"), key: createPublicKey({ key: jwk, format: "jwk" }), vkey };
}

// Signatures of other keys are passed over; one of this key that does not verify refuses the whole note.
export function open(note, signer) {
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

// node check.mjs VKEY FILE...: prints "ok" or "refused: why" for each file; status 1 if one was refused.
export function verdicts(check) {
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
}
