/** `npm run bench:planning`: how long a plan and an agenda take once the data is there. */
import { ensureInstall, requireNode } from '../scripts/ensure-install.mjs';

const PLAN_LIMIT_MS = 100;
const AGENDA_LIMIT_MS = 10;
const LEAST_FRAMES = 58;

requireNode();
ensureInstall({ withDev: true });
const { ensureBuild } = await import('../scripts/ensure-build.mjs');
await ensureBuild();
const { timePlanning } = await import('../dist/tools/bench-planning.mjs');

const medians = ['inPerson', 'hybrid', 'online'].map((mode) => {
  const { looked, shown, takenMs, medianMs, worstMs } = timePlanning(50, 5000, mode);
  console.log(
    `planning ${mode}, 50 people × 14 days × 5,000 rooms: median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms ` +
      `(limit ${PLAN_LIMIT_MS}); ${looked} times looked at, ${shown} shown; the rooms' answers turned into slots once ` +
      `as they arrive: ${takenMs.toFixed(0)} ms`,
  );
  return medianMs;
});
if (Math.max(...medians) > PLAN_LIMIT_MS) process.exitCode = 1;

const { timeAgenda } = await import('../dist/tools/bench-agenda.mjs');
const { built, laidOut } = timeAgenda(1000);
console.log(
  `agenda of 1,000 events in 14 days: built in ${built.medianMs.toFixed(1)} ms, worst ${built.worstMs.toFixed(1)} ms ` +
    `(limit ${AGENDA_LIMIT_MS}); placed on its hours in ${laidOut.medianMs.toFixed(1)} ms`,
);
if (built.medianMs > AGENDA_LIMIT_MS) process.exitCode = 1;

const { scrollAgenda } = await import('./scroll-agenda.mjs');
const { framesPerSecond, medianMs, rows, scrolledPx } = await scrollAgenda();
console.log(
  `agenda of 1,000 events scrolled ${scrolledPx} px: ${framesPerSecond.toFixed(0)} frames a second, ` +
    `a frame in ${medianMs.toFixed(1)} ms (median), at most ${rows} rows in the page`,
);
if (framesPerSecond < LEAST_FRAMES) process.exitCode = 1;
