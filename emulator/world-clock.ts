/** Time as mailboxes, shifts and rooms see it: begins where it is told, runs with the machine, can be moved forward. */
import type { WorldClock } from './world.ts';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Node's timers overflow beyond this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** `startMs`: world time at this moment; the machine's time unless said. */
export function createWorldClock(startMs?: number, machine: () => number = Date.now): WorldClock {
  let offsetMs = startMs === undefined ? 0 : startMs - machine();
  let tasks: Task[] = [];
  let timer: NodeJS.Timeout | undefined;

  const now = (): number => machine() + offsetMs;
  const drop = (task: Task): void => {
    tasks = tasks.filter((other) => other !== task);
  };

  /** Runs what is due until `untilMs`, earliest first, also tasks that these tasks plan. */
  const runUntil = (untilMs: number): void => {
    for (let next = tasks[0]; next !== undefined && next.due <= untilMs; next = tasks[0]) {
      drop(next);
      offsetMs += Math.max(0, next.due - now());
      next.run();
    }
  };

  const arm = (): void => {
    clearTimeout(timer);
    const next = tasks[0];
    if (next === undefined) return;
    timer = setTimeout(
      () => {
        runUntil(now());
        arm();
      },
      Math.min(LONGEST_TIMER_MS, Math.max(0, next.due - now())),
    );
    timer.unref();
  };

  return {
    now,
    after: (delayMs, run) => {
      const task = { due: now() + Math.max(0, delayMs), run };
      tasks = [...tasks, task].sort((a, b) => a.due - b.due);
      arm();
      return () => {
        drop(task);
        arm();
      };
    },
    advance: (ms) => {
      const target = now() + Math.max(0, ms);
      runUntil(target);
      offsetMs += Math.max(0, target - now());
      arm();
    },
    stop: () => {
      tasks = [];
      clearTimeout(timer);
    },
  };
}
