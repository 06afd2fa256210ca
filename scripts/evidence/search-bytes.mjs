/** Finds words in files whatever their form: as text, in UTF-16, escaped for JSON or addresses, in base64 at any offset. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter forms would be found by chance. */
const MIN_BYTES = 4;
const MIN_BASE64 = 10;
/** What a signed token begins with: `{"` in base64, then more of it. */
const TOKEN = /eyJ[A-Za-z0-9_-]{12,}/;
/** The same, encoded once more, at each of three offsets. */
const TOKEN_AGAIN = /(ZXlK|[GWm2]V5S[g-v]|leU[op])[A-Za-z0-9+/_-]{16,}/;

const isAscii = (text) => !/[^ -~]/.test(text);
const escapeJson = (text) =>
  text.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Without the letters at both ends that depend on what stands beside the word. */
function toBase64Forms(text) {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = Math.floor(padded.length / 3) * 4;
    const inner = padded.toString('base64').slice(offset === 0 ? 0 : 4, whole);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')].filter((form) => form.length >= MIN_BASE64);
  });
}

/** Every way in which a word may lie in a file, lower case. */
function toForms(word) {
  const text = [word];
  const percent = encodeURIComponent(word);
  if (percent !== word) text.push(percent, percent.replaceAll('%20', '+'));
  if (!isAscii(word)) text.push(escapeJson(word));
  text.push(...toBase64Forms(word));
  const quoted = JSON.stringify(word).slice(1, -1);
  if (quoted !== word) text.push(quoted);
  const lower = [...new Set(text)].map((form) => form.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()));
  return [...lower.map((form) => Buffer.from(form)), Buffer.from(lower[0], 'utf16le')];
}

const toKey = (bytes, at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
const toSlot = (key) => Math.imul(key, 0x9e3779b1) >>> 16;

/** By its first four bytes each form is looked up, so that one pass finds all. @param {{ kind: string, word: string }[]} words */
export function toIndex(words) {
  const filled = new Uint8Array(65_536);
  const byKey = new Map();
  for (const { kind, word } of words) {
    for (const form of toForms(word)) {
      if (form.length < MIN_BYTES) continue;
      const key = toKey(form, 0);
      filled[toSlot(key)] = 1;
      byKey.set(key, [...(byKey.get(key) ?? []), { kind, form }]);
    }
  }
  return { filled, byKey };
}

function toLower(bytes) {
  const lower = Buffer.from(bytes);
  for (let at = 0; at < lower.length; at += 1) if (lower[at] >= 65 && lower[at] <= 90) lower[at] += 32;
  return lower;
}

const isWordByte = (byte) => byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57));
/** Of a short word inside of a longer one nothing is said: `alex` is not `alexandria`. */
const standsAlone = (bytes, at, { length }) =>
  length >= 12 || (!isWordByte(bytes[at - 1]) && !isWordByte(bytes[at + length]));

/** The kinds that lie in these bytes. */
export function searchBytes(bytes, { filled, byKey }) {
  const kinds = new Set();
  const lower = toLower(bytes);
  for (let at = 0; at + MIN_BYTES <= lower.length; at += 1) {
    const key = toKey(lower, at);
    if (filled[toSlot(key)] === 0) continue;
    for (const { kind, form } of byKey.get(key) ?? [])
      if (!kinds.has(kind) && lower.subarray(at, at + form.length).equals(form))
        if (standsAlone(lower, at, form)) kinds.add(kind);
  }
  const text = bytes.toString('latin1');
  const narrow = text.includes('e\0y\0J\0') ? text.replaceAll('\0', '') : '';
  if ([text, narrow].some((one) => TOKEN.test(one) || TOKEN_AGAIN.test(one))) kinds.add('token');
  return [...kinds];
}

/** Every file below the folder. */
export function listFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** What was found where; never the words themselves. @returns {{ file: string, kind: string }[]} */
export const searchFiles = (files, index) =>
  files.flatMap((file) => searchBytes(readFileSync(file), index).map((kind) => ({ file, kind })));
