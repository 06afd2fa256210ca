/** Reads the agenda in two rounds, on and on, and anew; what is on screen stays until something better is there. */
import type { AgendaRest } from '../../domain/agenda/agenda-sources.ts';
import { type Failure, type FailureCode } from '../../domain/failure.ts';
import type { Staleness } from '../../ui/agenda/agenda-notices.tsx';
import { createExternalStore, type ReadableStore } from '../external-store.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import { type AgendaPiece, joinPieces } from './agenda-pieces.ts';
import type { AgendaState, ReadyAgenda } from './agenda-state.ts';
import { planFirstRead, planMoreRead, type ReadPlan } from './agenda-windows.ts';

export interface AgendaReader extends Pick<Services, 'readAgenda' | 'readAgendaRest' | 'now'> {
  /** Of the device, until the mailbox has told its own. */
  readonly deviceZone: string;
  readonly userObjectId: string;
  /** Teams Shifts are asked only where the organisation switched them on. */
  readonly asksShifts: boolean;
  /** The door was shut since: not connected any more, disabled, another device. */
  readonly onDoor: (failure: Failure) => void;
}

export interface AgendaStore extends ReadableStore<AgendaState> {
  /** Reads anew all that is shown; the first time, the next seven days. */
  readonly refresh: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly markOffline: () => void;
  /** Forgets everything; answers that are still on their way are dropped. */
  readonly stop: () => void;
}

const DOOR: readonly FailureCode[] = [
  'not_connected',
  'integration_not_enabled',
  'device_not_enabled',
  'tenant_not_allowed',
];

interface Context {
  readonly reader: AgendaReader;
  readonly get: () => AgendaState;
  readonly set: (state: AgendaState) => void;
  /** Grows with each refresh, so that an older answer is known as such. */
  round: number;
  /** Grows when everything is forgotten. */
  life: number;
}

function toZone({ reader, get }: Context): string {
  const state = get();
  const mailbox = state.phase === 'ready' ? joinPieces(state.pieces).mailbox : undefined;
  return mailbox?.zone ?? reader.deviceZone;
}

/** Nothing to ask is an answer too. */
async function readRest(context: Context, { first, window }: AgendaPiece): Promise<AgendaRest> {
  const { reader } = context;
  const calendars = first.calendars.filter((calendar) => !calendar.isDefault);
  const teams = reader.asksShifts ? first.teams : [];
  if (calendars.length + teams.length === 0) return { events: [], teamsShifts: [], problems: [], skipped: 0 };
  try {
    return await reader.readAgendaRest({ window, calendars, teams, userObjectId: reader.userObjectId });
  } catch (error) {
    const failure = toFailure(error);
    const sources = [
      ...(calendars.length > 0 ? (['otherCalendars'] as const) : []),
      ...(teams.length > 0 ? (['teamsShifts'] as const) : []),
    ];
    return { events: [], teamsShifts: [], problems: sources.map((source) => ({ source, failure })), skipped: 0 };
  }
}

/** Fills a window that is still shown; one that was read anew since has an answer of its own. */
async function fillRest(context: Context, piece: AgendaPiece): Promise<void> {
  const { life } = context;
  const rest = await readRest(context, piece);
  const state = context.get();
  if (context.life !== life || state.phase !== 'ready') return;
  const pieces = state.pieces.map((each) => (each.window === piece.window ? { ...each, rest } : each));
  context.set({ ...state, pieces });
}

/** Until the second round has answered anew, its earlier answer stands in. */
function keepRest(state: AgendaState): Pick<AgendaPiece, 'rest'> {
  if (state.phase !== 'ready') return {};
  const whole = joinPieces(state.pieces);
  if (whole.isRestPending) return {};
  const rests = state.pieces.flatMap(({ rest }) => rest ?? []);
  const events = rests.flatMap((rest) => rest.events);
  return { rest: { events, teamsShifts: whole.teamsShifts, problems: [], skipped: 0 } };
}

function toStaleness(failure: Failure, now: Temporal.Instant): Staleness {
  const { retryAfterMs } = failure.details;
  if (failure.code === 'offline') return { kind: 'offline' };
  if (retryAfterMs !== undefined) return { kind: 'waiting', until: now.add({ milliseconds: Math.ceil(retryAfterMs) }) };
  return { kind: 'failed', code: failure.code };
}

function fail(context: Context, failure: Failure): void {
  const { reader, get, set } = context;
  if (DOOR.includes(failure.code)) {
    set({ phase: 'loading' });
    reader.onDoor(failure);
    return;
  }
  const state = get();
  const stale = toStaleness(failure, reader.now());
  if (state.phase === 'ready') set({ ...state, stale });
  else set({ phase: 'failed', failure, ...(stale.kind === 'waiting' ? { waitUntil: stale.until } : {}) });
}

function toReady(context: Context, plan: ReadPlan, piece: AgendaPiece): ReadyAgenda {
  const before = context.get();
  const asOf = context.reader.now();
  if (before.phase !== 'ready') {
    // the mailbox may count another day as today than the device does
    const { until } = planFirstRead(asOf, piece.first.mailbox?.zone ?? context.reader.deviceZone);
    return { phase: 'ready', pieces: [piece], until, asOf, more: 'idle' };
  }
  // what was scrolled into view while this was on its way stays
  const { end } = plan.window;
  const newer = before.pieces.filter(({ window }) => Temporal.Instant.compare(window.start, end) >= 0);
  const until = newer.length > 0 ? before.until : plan.until;
  return {
    phase: 'ready',
    pieces: [piece, ...newer],
    until,
    asOf,
    more: before.more === 'loading' ? 'loading' : 'idle',
  };
}

async function refresh(context: Context): Promise<void> {
  const { reader, get, set } = context;
  context.round += 1;
  const { round } = context;
  const before = get();
  if (before.phase === 'failed') set({ phase: 'loading' });
  const plan = planFirstRead(reader.now(), toZone(context), before.phase === 'ready' ? before.until : undefined);
  try {
    const first = await reader.readAgenda(plan.window);
    if (context.round !== round) return;
    const piece: AgendaPiece = { window: plan.window, first };
    set(toReady(context, plan, { ...piece, ...keepRest(get()) }));
    await fillRest(context, piece);
  } catch (error) {
    if (context.round === round) fail(context, toFailure(error));
  }
}

async function loadMore(context: Context): Promise<void> {
  const { reader, get, set } = context;
  const state = get();
  const readUntil = state.phase === 'ready' ? state.pieces.at(-1)?.window.end : undefined;
  if (state.phase !== 'ready' || state.more === 'loading' || readUntil === undefined) return;
  const { life } = context;
  set({ ...state, more: 'loading' });
  const plan = planMoreRead(readUntil, state.until, toZone(context));
  try {
    const piece: AgendaPiece = { window: plan.window, first: await reader.readAgenda(plan.window) };
    const now = get();
    if (context.life !== life || now.phase !== 'ready') return;
    set({ ...now, pieces: [...now.pieces, piece], until: plan.until, more: 'idle' });
    await fillRest(context, piece);
  } catch (error) {
    const now = get();
    if (context.life !== life || now.phase !== 'ready') return;
    const failure = toFailure(error);
    set({ ...now, more: 'failed' });
    if (DOOR.includes(failure.code)) fail(context, failure);
  }
}

export function createAgendaStore(reader: AgendaReader): AgendaStore {
  const store = createExternalStore<AgendaState>({ phase: 'loading' });
  const context: Context = { reader, get: store.get, set: store.set, round: 0, life: 0 };
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh: () => refresh(context),
    loadMore: () => loadMore(context),
    markOffline: () => {
      const state = store.get();
      if (state.phase === 'ready') store.set({ ...state, stale: { kind: 'offline' } });
    },
    stop: () => {
      context.round += 1;
      context.life += 1;
      store.set({ phase: 'loading' });
    },
  };
}
