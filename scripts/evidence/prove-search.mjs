/** Shows that the search finds what it is to find: plants one word of each kind in each form and looks for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, searchFiles, toIndex } from './search-bytes.mjs';

const toBase64At = (offset) => (word) =>
  Buffer.concat([Buffer.alloc(offset, 32), Buffer.from(word)]).toString('base64');
const FORMS = {
  plain: (word) => word,
  'in capitals': (word) => word.toUpperCase(),
  'JSON escaped': (word) => JSON.stringify({ word }),
  'percent encoded': (word) => `/x?q=${encodeURIComponent(word)}&y`,
  'UTF-16': (word) => Buffer.from(` ${word} `, 'utf16le'),
  'base64, offset 0': toBase64At(0),
  'base64, offset 1': toBase64At(1),
  'base64, offset 2': toBase64At(2),
};
/** Made here, so that no token lies in a file of ours. */
const toToken = () =>
  [{ alg: 'RS256', typ: 'JWT' }, { sub: 'planted' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('signature')
    .join('.');
const TOKEN_FORMS = ['plain', 'UTF-16', 'base64, offset 0', 'base64, offset 1', 'base64, offset 2'];
const NOISE = Buffer.from('{"level":30,"method":"GET","route":"/graph/v1.0/me/calendarView","status":200}\n');

/** The longest word of each kind: in base64 enough of it must be left. */
function pickOne(words) {
  const picked = new Map();
  for (const { kind, word } of words) if (word.length > (picked.get(kind)?.length ?? 0)) picked.set(kind, word);
  return picked;
}

/** Kind and form of everything that was planted and not found, and of what was found where nothing is; empty: the search works. */
export function proveSearch(words) {
  const folder = mkdtempSync(join(tmpdir(), 'office-shifts-planted-'));
  try {
    const plants = [...pickOne(words)].flatMap(([kind, word]) =>
      Object.entries(FORMS).map(([form, toForm]) => ({ kind, form, bytes: toForm(word) })),
    );
    for (const form of TOKEN_FORMS) plants.push({ kind: 'token', form, bytes: FORMS[form](toToken()) });
    plants.push({ kind: 'nothing', form: 'plain', bytes: '' });
    plants.forEach(({ bytes }, at) =>
      writeFileSync(join(folder, `${at}.txt`), Buffer.concat([NOISE, Buffer.from(bytes), Buffer.from('\n'), NOISE])),
    );
    const found = searchFiles(listFiles(folder), toIndex(words));
    return plants.flatMap(({ kind, form }, at) => {
      const hits = found.filter(({ file }) => file === join(folder, `${at}.txt`)).map((hit) => hit.kind);
      const isRight = kind === 'nothing' ? hits.length === 0 : hits.includes(kind);
      return isRight ? [] : [`${kind}, ${form}`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
