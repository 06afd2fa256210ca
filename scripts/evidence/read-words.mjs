/** Reads which words must be found nowhere: from a fresh emulator's own seed data, and from what the tests sent and got. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../ensure-install.mjs';

const MAILBOXES = ['alex', 'sam', 'robin'];
const PLACES = ['room', 'roomList', 'workspace', 'desk'];

const findFreePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** It ends with this process. */
async function startEmulator() {
  const port = await findFreePort();
  const { runDemo } = await import(pathToFileURL(join(root, 'dist/tools/demo.mjs')).href);
  await runDemo({ EMULATOR_PORT: String(port) }, { emulatorOnly: true });
  return `http://127.0.0.1:${port}`;
}

async function ask(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`);
  return answer.json();
}

/** By which name a value is called in Graph's answers, and what kind of word that makes it. */
const KINDS = {
  subject: 'subject',
  bodyPreview: 'body',
  mail: 'address',
  address: 'address',
  scheduleId: 'address',
  userPrincipalName: 'address',
  emailAddress: 'address',
  surname: 'person',
  joinUrl: 'meeting',
};
const LOCATIONS = ['location', 'locations'];

/** Every value of interest, however deep. @param {(kind: string, word: unknown) => void} note */
function walk(value, note, about = '') {
  if (Array.isArray(value)) return value.forEach((one) => walk(one, note, about));
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string') {
      if (KINDS[name] !== undefined) note(KINDS[name], part);
      if (name === 'name' && about === 'emailAddress') note('person', part);
      if (name === 'displayName' && LOCATIONS.includes(about)) note('location', part);
    } else walk(part, note, name);
  }
  return undefined;
}

/** Reads whole calendars as Exchange holds them, people and places as Graph lists them. */
async function readSeed(note) {
  const url = await startEmulator();
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const order = JSON.stringify({ person: 'robin', audience: 'graph' });
  const { token } = await ask(`${url}/emulator/tokens`, { ...json, body: order });
  const graph = (path) => ask(`${url}/v1.0${path}`, { headers: { Authorization: `Bearer ${token}` } });
  const { value: people } = await graph('/users?$top=999');
  walk(people, note);
  for (const { id, displayName } of people) {
    note('user id', id);
    note('person', displayName);
  }
  const mailboxes = people
    .map(({ mail }) => mail)
    .filter((mail) => MAILBOXES.some((key) => mail?.startsWith(`${key}@`)));
  for (const mail of mailboxes) walk((await ask(`${url}/emulator/mailboxes/${mail}/events`)).value, note);
  for (const kind of PLACES)
    for (const place of (await graph(`/places/microsoft.graph.${kind}?$top=100`)).value) {
      note('room', place.displayName);
      walk(place, note);
    }
}

/** Tests write subjects such as "Test", which stand everywhere: a word alone proves nothing. */
const isOwn = (word) => word.length >= 8 && /[\s\d@.]/.test(word);

/** What went over the wire in the journeys: subjects that people typed there too. */
function readTraffic(folder, noteAny) {
  if (!existsSync(folder)) return;
  const note = (kind, word) => isOwn(word) && noteAny(kind, word);
  for (const name of readdirSync(folder))
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n'))
      if (line !== '') walk(JSON.parse(line), note);
}

/** Too short, or what anybody might write; of bodies only sentences. */
const isTelling = (kind, word) => word.trim().length >= (kind === 'body' ? 16 : 5) && !/^[\d\s.:-]+$/.test(word);

/** @returns {Promise<{ kind: string, word: string }[]>} */
export async function readWords({ traffic, secrets }) {
  const kinds = new Map();
  const note = (kind, word) => {
    if (typeof word === 'string' && isTelling(kind, word) && !kinds.has(word)) kinds.set(word, kind);
  };
  if (existsSync(secrets)) for (const line of readFileSync(secrets, 'utf8').split('\n')) note('secret', line);
  await readSeed(note);
  readTraffic(traffic, note);
  return [...kinds].map(([word, kind]) => ({ kind, word }));
}
