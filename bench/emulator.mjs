/** The emulator's figures with 10,000 rooms and 5,000 people: ready time, memory with every mailbox filled, getSchedule and calendarView. */
import { readFileSync } from 'node:fs';
import { ensureInstall, requireNode } from '../scripts/ensure-install.mjs';
import { findFreePort, median, startProcess } from './processes.mjs';

const ROUNDS = 200;
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

/** Resident memory in MB; Linux only. The process is given little room to grow, or Node leaves its garbage lying. */
function readMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return NaN;
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

const say = (name, value, unit, wanted) =>
  console.log(`${name.padEnd(52)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} (wanted: ${wanted})`);

const toSchedule = (schedules, now) => ({
  schedules,
  startTime: { dateTime: new Date(now).toISOString().slice(0, 19), timeZone: 'UTC' },
  endTime: { dateTime: new Date(now + 7 * DAY_MS).toISOString().slice(0, 19), timeZone: 'UTC' },
});

async function benchCalls(base, pid) {
  const { token } = await post(`${base}/emulator/tokens`, { person: 'alex', audience: 'graph' });
  const forget = () => fetch(`${base}/emulator/traffic`, { method: 'DELETE' });
  const now = Date.parse((await get(`${base}/emulator/clock`, token)).now);
  const rooms = await listAll(`${base}/v1.0/places/microsoft.graph.room?$select=emailAddress`, base, token);
  const people = await listAll(`${base}/v1.0/users?$select=mail&$top=999`, base, token);
  const addresses = rooms.map((room) => room.emailAddress);
  const schedule = (list) => post(`${base}/v1.0/me/calendar/getSchedule`, toSchedule(list, now), token);
  say('memory at the start', readMemory(pid), 'MB', '600 at most');
  // scattered: every fifth hundred, so that no two share a building or a group
  const scattered = (round) =>
    Array.from({ length: 20 }, (_, n) => addresses[(round * 7 + n * 499) % addresses.length]);
  const cold = await measure(20, (round) => schedule(scattered(round)));
  say('getSchedule, 20 rooms never looked at, a week', cold.median, 'ms', 'no seconds');
  say('  slowest', cold.slowest, 'ms', 'no seconds');
  const warm = await measure(ROUNDS, (round) => schedule(scattered(round % 20)));
  say('getSchedule, 20 rooms, a week', warm.median, 'ms', '20 at most');
  const window = `startDateTime=${new Date(now).toISOString()}&endDateTime=${new Date(now + 7 * DAY_MS).toISOString()}`;
  const view = await measure(ROUNDS, () => get(`${base}/v1.0/me/calendarView?${window}&$top=1000`, token));
  say('calendarView, a week', view.median, 'ms', '10 at most');
  await forget();
  const everybody = [...addresses, ...people.flatMap(({ mail }) => mail ?? [])];
  for (let at = 0; at < everybody.length; at += 20) {
    await schedule(everybody.slice(at, at + 20));
    if (at % 200 === 0) await forget();
  }
  await forget();
  say(`memory with all ${everybody.length} mailboxes filled`, readMemory(pid), 'MB', '600 at most');
}

async function benchEmulator() {
  const [port, emulatorPort] = await Promise.all([findFreePort(), findFreePort()]);
  const begun = performance.now();
  const emulator = await startProcess(['scripts/start.mjs', '--emulator-only'], {
    env: {
      PORT: String(port),
      EMULATOR_PORT: String(emulatorPort),
      EMULATOR_SEED: 'large',
      NODE_OPTIONS: '--max-old-space-size=450',
    },
    ready: 'Ready in',
  });
  try {
    say('ready, with Node’s own start', (performance.now() - begun) / 1000, 's', '10 at most');
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
