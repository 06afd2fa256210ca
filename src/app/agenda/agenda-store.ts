/** Reads the agenda in two rounds, on and on, and anew; what is on screen stays until something better is there. */
import type { Failure } from '../../domain/failure.ts';
import type { Staleness } from '../../ui/agenda/agenda-notices.tsx';
import { createExternalStore, type ReadableStore } from '../external-store.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';
import { isWeather } from '../session/session-store.ts';
import { isShut } from '../session/watch-refusals.ts';
import { toFailure } from '../to-failure.ts';
import { type AgendaPiece, joinPieces } from './agenda-pieces.ts';
import type { AgendaState, ReadyAgenda } from './agenda-state.ts';
import { planFirstRead, planMoreRead, type ReadPlan } from './agenda-windows.ts';
import { readRest, type RestReader } from './read-rest.ts';

export interface AgendaReader extends RestReader, Pick<Services, 'readAgenda' | 'now'> {
  /** Of the device, until the mailbox has told its own. */
  readonly deviceZone: string;
  /** The door was shut since: not connected any more, disabled, another device. */
  readonly onDoor: (failure: Failure) => void;
}

export interface AgendaStore extends ReadableStore<AgendaState> {
  /** Reads anew all that is shown; the first time, the next seven days. */
  readonly refresh: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly markOffline: () => void;
  /** Looking for changes failed: said as when reading does. */
  readonly tell: (failure: Failure) => void;
  /** Forgets everything; answers that are still on their way are dropped. */
  readonly stop: () => void;
}

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

/** Fills a window that is still shown; one that was read anew since has an answer of its own. */
async function fillRest(context: Context, piece: AgendaPiece): Promise<void> {
  const { life } = context;
  const rest = await readRest(context.reader, piece);
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
  return {
    rest: {
      events,
      teamsShifts: whole.teamsShifts,
      openShifts: whole.openShifts,
      others: whole.others,
      problems: [],
      skipped: 0,
    },
  };
}

export function toStaleness(failure: Failure, now: Temporal.Instant): Staleness {
  const { retryAfterMs } = failure.details;
  if (failure.code === 'offline') return { kind: 'offline' };
  if (retryAfterMs !== undefined) return { kind: 'waiting', until: now.add({ milliseconds: Math.ceil(retryAfterMs) }) };
  return { kind: 'failed', code: failure.code };
}

function fail(context: Context, failure: Failure): void {
  const { reader, get, set } = context;
  if (isShut(failure.code)) {
    set({ phase: 'loading' });
    reader.onDoor(failure);
    return;
  }
  const state = get();
  const stale = toStaleness(failure, reader.now());
  // who may not read the calendar any more does not go on looking at what was read
  if (state.phase === 'ready' && isWeather(failure.code)) set({ ...state, stale });
  else set({ phase: 'failed', failure, ...(stale.kind === 'waiting' ? { waitUntil: stale.until } : {}) });
}

/** The network went while an answer was on its way: what it brings is shown, and that nothing newer comes is still said. */
function keepOffline(asked: AgendaState, now: AgendaState): Pick<ReadyAgenda, 'stale'> {
  const stale = now.phase === 'ready' ? now.stale : undefined;
  const isNew = asked.phase !== 'ready' || asked.stale !== stale;
  return stale?.kind === 'offline' && isNew ? { stale } : {};
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
  // a question to the person stays on screen while it is looked whether it still stands
  if (before.phase === 'failed' && !needsPerson(before.failure)) set({ phase: 'loading' });
  const plan = planFirstRead(reader.now(), toZone(context), before.phase === 'ready' ? before.until : undefined);
  try {
    const first = await reader.readAgenda(plan.window);
    if (context.round !== round) return;
    const piece: AgendaPiece = { window: plan.window, first };
    set({ ...toReady(context, plan, { ...piece, ...keepRest(get()) }), ...keepOffline(before, get()) });
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
    if (failure.code !== 'cancelled' && !isWeather(failure.code)) fail(context, failure);
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
    tell: (failure) => fail(context, failure),
    stop: () => {
      context.round += 1;
      context.life += 1;
      store.set({ phase: 'loading' });
    },
  };
}
