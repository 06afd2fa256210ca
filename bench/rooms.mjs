/** `npm run bench:rooms`: requests, bytes and time to a first room and to all, for 50, 500 and 5,000 rooms at 80 ms a round trip; and the ranking of 5,000 rooms for 14 days. */
import { ensureInstall, requireNode } from '../scripts/ensure-install.mjs';
import { findFreePort, median, startProcess } from './processes.mjs';

const LATENCY_MS = 80;
const RUNS = 3;
const RANK_LIMIT_MS = 50;
/** The first room may come this much later among 5,000 than among 50: what a busy machine varies by. */
const GROWTH_LIMIT = 1.5;

requireNode();
ensureInstall({ withDev: true });
const { ensureBuild } = await import('../scripts/ensure-build.mjs');
await ensureBuild();
const { findRooms, timeRanking } = await import('../dist/tools/bench-rooms.mjs');

const post = async (url, body) => {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const [port] = [await findFreePort()];
const emulator = await startProcess(['scripts/start.mjs', '--emulator-only'], {
  env: { EMULATOR_PORT: String(port) },
  ready: 'Ready in',
});
const base = `http://127.0.0.1:${port}`;
const firsts = [];
try {
  console.log(`finding a room at ${LATENCY_MS} ms a round trip (medians of ${RUNS})`);
  for (const rooms of [50, 500, 5000]) {
    await post(`${base}/emulator/reset`, { rooms, latencyMs: LATENCY_MS });
    const { token } = await post(`${base}/emulator/tokens`, { person: 'alex', audience: 'graph' });
    const runs = [];
    const search = { base, token, building: 'Headquarters' };
    await findRooms({ ...search, asksAll: false });
    for (let run = 0; run < RUNS; run += 1)
      runs.push(await findRooms({ ...search, asksAll: rooms <= 500 && run === RUNS - 1 }));
    const one = runs[RUNS - 1];
    const middle = (pick) => median(runs.map(pick)).toFixed(0);
    firsts.push(median(runs.map(({ first }) => first)));
    console.log(
      `${String(one.rooms).padStart(5)} rooms: first free room ${middle(({ first }) => first)} ms; all rooms listed ` +
        `${middle(({ listed }) => listed)} ms; eight places full (the finder asks no further) ${middle(({ shown }) => shown.ms)} ms, ${one.shown.requests} requests, ` +
        `${one.shown.bytes} bytes` +
        // 5,000 calendars would be made up by the emulator as they are asked for: that is not ours to time
        (rooms > 500 ? '' : `; every room answered ${one.all.ms.toFixed(0)} ms, ${one.all.requests} requests`),
    );
  }
} finally {
  await emulator.close();
}
const { takenMs, medianMs, worstMs } = timeRanking(5000);
console.log(
  `ranking 5,000 rooms × 14 days of 15-minute slots: median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms ` +
    `(limit ${RANK_LIMIT_MS}); their answers turned into slots once as they arrive: ${takenMs.toFixed(0)} ms`,
);
const growth = (firsts.at(-1) ?? Infinity) / (firsts[0] ?? 1);
console.log(`first free room among 5,000 against among 50: × ${growth.toFixed(2)} (limit ${GROWTH_LIMIT})`);
if (medianMs > RANK_LIMIT_MS || growth > GROWTH_LIMIT) process.exitCode = 1;
