// Verifies an exported history (history-archive.md) with nothing but Node. It shares no code with Planspor.
//   node verify-archive.mjs FILE [HASH]       HASH: a seal's hash that was printed earlier, which the archive must hold
// Exit code 0 when all of it fits, 1 when not.
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const fail = (message) => {
  console.log(message);
  process.exit(1);
};

const [file, wanted] = process.argv.slice(2);
if (!file) fail('usage: node verify-archive.mjs FILE [HASH]');

let seal = 1; // the seal that comes next
let change = 0; // the last change seen
let sealed = 0; // the last change under a seal that fits
let previous = '0'.repeat(64);
let digests = new Map(); // change number → hashes of its lines
let head; // the seal's line, when we have come to it
let declared;
let number = 0;
let ended = false;
let found = !wanted;
const content = createHash('sha256');

for (const bytes of lines(file)) {
  const text = bytes.toString('utf8').slice(0, -1);
  if (ended || bytes.at(-1) !== 10) fail('There is something after the last line, or it is not whole.');
  if (number === 0) {
    declared = Number(/^\{"archive":"planspor-history","form":1,"seals":(0|[1-9]\d*)\}$/.exec(text)?.[1] ?? fail('The first line is not that of an archive.'));
  } else if (text.startsWith('{"change":')) takeLine(text, bytes);
  else if (text.startsWith(`{"seal":${seal},"form":1,"first":${sealed + 1},`) && !head) head = text;
  else if (text.startsWith('{"hash":')) closeSeal(text);
  else if (text.startsWith('{"end":')) {
    if (digests.size > 0 || head || seal - 1 !== declared) fail(`Seal ${seal} does not fit (from change ${sealed + 1}).`);
    if (text !== `{"end":${number},"sha256":"${content.copy().digest('hex')}"}`) fail('The last line does not fit.');
    ended = true;
  }
  number += 1;
  content.update(bytes);
}
if (!ended) fail(`The archive ends too soon, after change ${sealed}.`);
if (!found) fail(`No seal has the hash ${wanted}.`);
console.log(`All fits: ${sealed} changes in ${seal - 1} seals, the last ${previous}.`);

/** A line that is out of its place counts for no change; it is then missed where it belongs. */
function takeLine(text, bytes) {
  const made = /^\{"change":(\d+),"table":"change","event":"made",/.exec(text);
  const of = Number((made ?? /^\{"change":(\d+),/.exec(text))?.[1]);
  if (head || (of !== change + 1 && (made || of !== change))) return;
  change = of;
  if (!digests.has(of)) digests.set(of, []);
  digests.get(of).push(sha256(bytes.subarray(0, -1)));
}

/** Hashes that come without their head are out of place; the head is missed later. */
function closeSeal(text) {
  if (!head) return;
  const broken = `Seal ${seal} does not fit (from change ${sealed + 1}).`;
  const hashes = /^\{"hash":"([\da-f]{64})","digests":"([\da-f]*)","marks":"([\da-f]*)"\}$/.exec(text);
  const [, hash, changes, marks] = hashes ?? fail(broken);
  const all = Buffer.from(changes, 'hex');
  const last = sealed + all.length / 32;
  const at = /"at":"([^"]*)"/.exec(head)?.[1];
  const whole =
    `{"seal":${seal},"form":1,"first":${sealed + 1},"last":${last},"digests":"${sha256(all).toString('hex')}",` +
    `"marks":"${sha256(Buffer.from(marks, 'hex')).toString('hex')}","at":"${at}","previous":"${previous}"}`;
  if (head !== whole || sha256(head).toString('hex') !== hash) fail(broken);
  for (let one = sealed + 1; one <= last; one += 1) {
    const digest = sha256(Buffer.concat(digests.get(one) ?? []));
    const place = (one - sealed - 1) * 32;
    if (!digest.equals(all.subarray(place, place + 32))) fail(`Change ${one} does not fit.`);
  }
  if (change > last) fail(`Change ${last + 1} does not fit.`);
  sealed = change = last;
  seal += 1;
  previous = hash;
  found ||= hash === wanted;
  digests = new Map();
  head = undefined;
}

/** Lines as bytes with their line feeds, some of the file at a time. */
function* lines(name) {
  const chunk = Buffer.alloc(1 << 20);
  const handle = fs.openSync(name, 'r');
  let rest = Buffer.alloc(0);
  for (let read; (read = fs.readSync(handle, chunk)) > 0; ) {
    let block = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let end; (end = block.indexOf(10)) >= 0; block = block.subarray(end + 1)) yield block.subarray(0, end + 1);
    rest = block;
  }
  if (rest.length > 0) yield rest;
}
