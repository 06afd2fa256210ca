/** `npm run bench:emulator`: 10,000 rooms and 5,000 people with four weeks of events: time until ready, memory also once every calendar was read, getSchedule and calendarView, each beside its limit. */
import { readFileSync } from 'node:fs';
import { ensureInstall, requireNode } from '../scripts/ensure-install.mjs';
import { findFreePort, median, startProcess } from './processes.mjs';

const ROUNDS = 200;
const COLD_ROUNDS = 60;
const DAY_MS = 86_400_000;

async function post(url, body, token) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function get(url, token) {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function listAll(first, base, token) {
  const found = [];
  for (let url = first; url !== undefined;) {
    const page = await get(url, token);
    found.push(...page.value);
    url = page['@odata.nextLink']?.replace('https://graph.microsoft.com', base);
  }
  return found;
}

/** Resident memory in MB, now and at its highest; Linux only. */
function readMemory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
    return { now: read('VmRSS'), highest: read('VmHWM') };
  } catch {
    return { now: NaN, highest: NaN };
  }
}

async function measure(rounds, call) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await call(round);
    times.push(performance.now() - begun);
  }
  return { median: median(times), slowest: Math.max(...times) };
}

/** `limit` undefined: told for its own sake. */
function say(name, value, unit, limit) {
  const verdict = Number.isNaN(value) ? 'not known here' : value <= limit ? 'kept' : 'MISSED';
  const wanted = limit === undefined ? '' : `(${limit} ${unit} at most: ${verdict})`;
  console.log(`${name.padEnd(52)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} ${wanted}`);
}

const toSchedule = (schedules, now, days) => ({
  schedules,
  startTime: { dateTime: new Date(now).toISOString().slice(0, 19), timeZone: 'UTC' },
  endTime: { dateTime: new Date(now + days * DAY_MS).toISOString().slice(0, 19), timeZone: 'UTC' },
});

async function benchCalls(base, pid) {
  const { token } = await post(`${base}/emulator/tokens`, { person: 'alex', audience: 'graph' });
  const now = Date.parse((await get(`${base}/emulator/clock`, token)).now);
  const rooms = await listAll(`${base}/v1.0/places/microsoft.graph.room?$select=emailAddress`, base, token);
  const people = await listAll(`${base}/v1.0/users?$select=mail&$top=999`, base, token);
  const addresses = rooms.map((room) => room.emailAddress);
  const schedule = (list, days = 7) => post(`${base}/v1.0/me/calendar/getSchedule`, toSchedule(list, now, days), token);
  // no two of them share a building or a group
  const scattered = (round) =>
    Array.from({ length: 20 }, (_, n) => addresses[(round * 7 + n * 499) % addresses.length]);
  const cold = await measure(COLD_ROUNDS, (round) => schedule(scattered(round)));
  say('getSchedule, 20 rooms nobody looked at before, a week', cold.median, 'ms', 20);
  say('  the slowest', cold.slowest, 'ms');
  const warm = await measure(ROUNDS, (round) => schedule(scattered(COLD_ROUNDS - 1 - (round % 10))));
  say('getSchedule, 20 rooms, a week', warm.median, 'ms', 20);
  const window = `startDateTime=${new Date(now).toISOString()}&endDateTime=${new Date(now + 7 * DAY_MS).toISOString()}`;
  const view = await measure(ROUNDS, () => get(`${base}/v1.0/me/calendarView?${window}&$top=1000`, token));
  say('calendarView, a week', view.median, 'ms', 10);
  say('memory', readMemory(pid).now, 'MB', 600);
  const everybody = [...addresses, ...people.flatMap(({ mail }) => mail ?? [])];
  for (let at = 0; at < everybody.length; at += 20) await schedule(everybody.slice(at, at + 20), 28);
  say(`memory once all ${everybody.length} calendars were read`, readMemory(pid).now, 'MB', 600);
  say('  the highest on the way', readMemory(pid).highest, 'MB', 600);
}

async function benchEmulator() {
  const [port, emulatorPort] = await Promise.all([findFreePort(), findFreePort()]);
  const begun = performance.now();
  const emulator = await startProcess(['scripts/start.mjs', '--emulator-only'], {
    env: { PORT: String(port), EMULATOR_PORT: String(emulatorPort), EMULATOR_SEED: 'large' },
    ready: 'Ready in',
  });
  try {
    say('ready, with Node’s own start', (performance.now() - begun) / 1000, 's', 10);
    say('memory when ready', readMemory(emulator.pid).now, 'MB', 600);
    await benchCalls(`http://127.0.0.1:${emulatorPort}`, emulator.pid);
  } finally {
    await emulator.close();
  }
}

requireNode();
ensureInstall({ withDev: true });
const { ensureBuild } = await import('../scripts/ensure-build.mjs');
await ensureBuild();
await benchEmulator();
