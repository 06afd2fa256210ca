/** Counts calls as Microsoft 365 does: how many one mailbox serves at once and in ten minutes, how many a second the shifts of one team (platform facts E2, D1). */
import { applicationThrottled, tooManyRequests } from './graph-error.ts';

/** Numbers of the real service unless a test asks for smaller ones. */
interface LimitSettings {
  readonly requestLimits: boolean;
  readonly concurrentPerMailbox: number;
  /** In ten minutes. */
  readonly requestsPerMailbox: number;
  /** In a second. */
  readonly shiftsPerTeam: number;
}

/** What a call uses up; a key names app and mailbox, or app and team. */
export interface Usage {
  readonly mailbox?: string;
  readonly shiftTeam?: string;
}

export interface RequestLimits {
  /** Throws 429 for the call that is one too many in its span of world time. */
  count(usage: Usage): void;
  /** Takes one of the mailbox's places and answers how to give it back; throws 429 where all are taken. Undefined for what goes to no mailbox. */
  enter(usage: Usage): (() => void) | undefined;
  /** How many calls inside one `$batch` the service runs against a mailbox at once. */
  batchWidth(): number;
}

const TEN_MINUTES_MS = 600_000;
const SECOND_MS = 1000;

interface Span {
  readonly endMs: number;
  used: number;
}

/** Spans follow one another; the first call after one begins the next. */
function createSpanCounter(lengthMs: number, nowMs: () => number): (key: string, most: number) => void {
  const spans = new Map<string, Span>();
  return (key, most) => {
    const now = nowMs();
    const known = spans.get(key);
    const span = known === undefined || now >= known.endMs ? { endMs: now + lengthMs, used: 0 } : known;
    spans.set(key, span);
    if (span.used >= most) throw tooManyRequests(Math.ceil((span.endMs - now) / SECOND_MS));
    span.used += 1;
  };
}

/** `settings` is read at each call, for switches may be turned meanwhile. */
export function createRequestLimits(nowMs: () => number, settings: () => LimitSettings): RequestLimits {
  const countMailbox = createSpanCounter(TEN_MINUTES_MS, nowMs);
  const countShifts = createSpanCounter(SECOND_MS, nowMs);
  const inFlight = new Map<string, number>();
  return {
    count: ({ mailbox, shiftTeam }) => {
      const { requestLimits, requestsPerMailbox, shiftsPerTeam } = settings();
      if (!requestLimits) return;
      if (mailbox !== undefined) countMailbox(mailbox, requestsPerMailbox);
      if (shiftTeam !== undefined) countShifts(shiftTeam, shiftsPerTeam);
    },
    enter: ({ mailbox }) => {
      if (mailbox === undefined) return undefined;
      const { requestLimits, concurrentPerMailbox } = settings();
      const others = inFlight.get(mailbox) ?? 0;
      if (requestLimits && others >= concurrentPerMailbox) throw applicationThrottled();
      inFlight.set(mailbox, others + 1);
      return () => {
        const left = (inFlight.get(mailbox) ?? 1) - 1;
        if (left > 0) inFlight.set(mailbox, left);
        else inFlight.delete(mailbox);
      };
    },
    batchWidth: () => {
      const { requestLimits, concurrentPerMailbox } = settings();
      return requestLimits ? concurrentPerMailbox : Infinity;
    },
  };
}

/** Runs at most `width` tasks of one key at once; the others wait their turn. Tasks without a key never wait. */
export function createTurns(width: number): <T>(key: string | undefined, task: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  return async (key, task) => {
    if (key === undefined) return task();
    const count = running.get(key) ?? 0;
    if (count < width) running.set(key, count + 1);
    else await new Promise<void>((resolve) => waiting.set(key, [...(waiting.get(key) ?? []), resolve]));
    try {
      return await task();
    } finally {
      const [next, ...rest] = waiting.get(key) ?? [];
      waiting.set(key, rest);
      // whoever waits takes the place over
      if (next === undefined) running.set(key, (running.get(key) ?? 1) - 1);
      else next();
    }
  };
}
