// Checks receipts (C2SP tlog-proof) with Node's own crypto:   node check.mjs VKEY FILE...
// Prints "ok" or "refused: why" for each file. The record comes with the receipt, as its extra line.
import { decode, leafOf, nodeOf, open, require, verdicts } from "../common.mjs";

function number(text) {
  require(/^(0|[1-9][0-9]{0,15})$/.test(text), "not a plain number");
  return BigInt(text);
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

verdicts(check);
