import type { AgendaFirst, AgendaRest, Window } from '../../../src/domain/agenda/agenda-sources.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { type AgendaReader, type AgendaStore, createAgendaStore } from '../../../src/app/agenda/agenda-store.ts';
import { joinPieces } from '../../../src/app/agenda/agenda-pieces.ts';
import { instant, makeEvent, timed } from '../../support/screen-events.ts';
import { fakeFirst, NO_REST, NOW } from '../../support/screen-services.ts';

const event = (id: string, subject = id): ReturnType<typeof makeEvent> =>
  makeEvent({ id, subject, time: timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z') });
const refuse = (code: Failure['code'], retryAfterMs?: number) => (): Promise<never> =>
  Promise.reject(new Failure(code, retryAfterMs === undefined ? {} : { retryAfterMs }));

interface Stage {
  readonly store: AgendaStore;
  readonly windows: Window[];
  readonly doors: string[];
}

function openStore(reads: (() => Promise<AgendaFirst>)[], about: Partial<AgendaReader> = {}): Stage {
  const windows: Window[] = [];
  const doors: string[] = [];
  const store = createAgendaStore({
    readAgenda: (window) => {
      windows.push(window);
      const read = reads.shift();
      if (read === undefined) throw new Error('read too often');
      return read();
    },
    readAgendaRest: () => Promise.resolve(NO_REST),
    now: () => instant(NOW),
    deviceZone: 'UTC',
    userObjectId: 'user-1',
    asksShifts: true,
    onDoor: (failure) => doors.push(failure.code),
    ...about,
  });
  return { store, windows, doors };
}
const answer =
  (about: Partial<AgendaFirst> = {}) =>
  (): Promise<AgendaFirst> =>
    Promise.resolve(fakeFirst(about));
const listSubjects = (store: AgendaStore): readonly string[] => {
  const state = store.get();
  return state.phase === 'ready' ? joinPieces(state.pieces).events.map(({ subject }) => subject) : [];
};

describe('createAgendaStore', () => {
  it('shows a day that the mailbox counts as today and the device does not', async () => {
    const mailbox = { zone: 'Pacific/Kiritimati', graphZone: 'Line Islands Standard Time' };
    const { store } = openStore([answer({ mailbox })], { now: () => instant('2026-11-23T11:00:00Z') });
    await store.refresh();
    // there it is one in the morning of the 24th
    expect(store.get()).toMatchObject({ phase: 'ready', until: Temporal.PlainDate.from('2026-12-01') });
  });

  it('asks the second round for other own calendars and, where switched on, for teams', async () => {
    const asked: unknown[] = [];
    const calendars = [
      { id: 'primary', name: 'Calendar', isDefault: true, hexColor: '' },
      { id: 'side', name: 'Side', isDefault: false, hexColor: '' },
    ];
    const readAgendaRest: AgendaReader['readAgendaRest'] = (request) => {
      asked.push([request.calendars.map(({ id }) => id), request.teams, request.userObjectId]);
      return Promise.resolve(NO_REST);
    };
    const { store } = openStore([answer({ calendars, teams: [{ id: 't', name: 'T' }] })], {
      readAgendaRest,
      asksShifts: false,
    });
    await store.refresh();
    expect(asked).toEqual([[['side'], [], 'user-1']]);
  });

  it('asks no second round where there is nothing to ask', async () => {
    const readAgendaRest = (): never => {
      throw new Error('asked');
    };
    const { store } = openStore([answer()], { readAgendaRest });
    await store.refresh();
    expect(store.get()).toMatchObject({ pieces: [{ rest: NO_REST }] });
  });

  it('shows the first round with a note where the second fails', async () => {
    const { store } = openStore([answer({ teams: [{ id: 't', name: 'T' }], events: [event('a')] })], {
      readAgendaRest: refuse('timeout'),
    });
    await store.refresh();
    expect(listSubjects(store)).toEqual(['a']);
    expect(store.get()).toMatchObject({ pieces: [{ rest: { problems: [{ source: 'teamsShifts' }] } }] });
  });

  it('D12 shows an event that two windows hold once, as read last', async () => {
    const { store } = openStore([
      answer({ events: [event('a', 'before')] }),
      answer({ events: [event('a', 'after'), event('b')] }),
    ]);
    await store.refresh();
    await store.loadMore();
    expect(listSubjects(store)).toEqual(['after', 'b']);
  });

  it('reads on where the last window ended, and anew in one window', async () => {
    const { store, windows } = openStore([answer(), answer(), answer()]);
    await store.refresh();
    await store.loadMore();
    await store.refresh();
    expect(windows.map(({ start, end }) => `${start.toString()} ${end.toString()}`)).toEqual([
      '2026-11-22T00:00:00Z 2026-12-01T00:00:00Z',
      '2026-12-01T00:00:00Z 2026-12-14T23:00:00Z',
      '2026-11-21T23:00:00Z 2026-12-14T23:00:00Z',
    ]);
  });

  it('keeps what is on screen when reading anew fails, and says why', async () => {
    const { store } = openStore([answer({ events: [event('a')] }), refuse('upstream_unavailable')]);
    await store.refresh();
    await store.refresh();
    expect(listSubjects(store)).toEqual(['a']);
    expect(store.get()).toMatchObject({ stale: { kind: 'failed', code: 'upstream_unavailable' } });
  });

  it('D01 says until when to wait', async () => {
    const { store } = openStore([answer(), refuse('throttled', 2_128)]);
    await store.refresh();
    await store.refresh();
    expect(store.get()).toMatchObject({ stale: { kind: 'waiting', until: instant('2026-11-23T08:48:02.128Z') } });
  });

  it('D21 is no longer stale once it was read anew', async () => {
    const { store } = openStore([answer(), answer()]);
    await store.refresh();
    store.markOffline();
    expect(store.get()).toMatchObject({ stale: { kind: 'offline' } });
    await store.refresh();
    expect(store.get()).not.toHaveProperty('stale');
  });

  it('D21 shows an answer that arrives after the network went, and still says that it went', async () => {
    let arrive: (first: AgendaFirst) => void = () => undefined;
    const { store } = openStore([answer(), () => new Promise((resolve) => (arrive = resolve))]);
    await store.refresh();
    const asking = store.refresh();
    store.markOffline();
    arrive(fakeFirst({ events: [event('late')] }));
    await asking;
    expect(listSubjects(store)).toEqual(['late']);
    expect(store.get()).toMatchObject({ stale: { kind: 'offline' } });
  });

  it('keeps the days when more of them can’t be read, and reads them when asked again', async () => {
    const { store } = openStore([answer(), refuse('timeout'), answer({ events: [event('later')] })]);
    await store.refresh();
    await store.loadMore();
    expect(store.get()).toMatchObject({ phase: 'ready', more: 'failed' });
    await store.loadMore();
    expect(listSubjects(store)).toEqual(['later']);
  });

  it('reads no window twice at the same time', async () => {
    const { store, windows } = openStore([answer(), answer()]);
    await store.refresh();
    await Promise.all([store.loadMore(), store.loadMore()]);
    expect(windows).toHaveLength(2);
  });

  it.each(['not_connected', 'integration_not_enabled', 'device_not_enabled', 'tenant_not_allowed'] as const)(
    'drops everything and tells the door when refused with %s',
    async (code) => {
      const { store, doors } = openStore([answer({ events: [event('a')] }), refuse(code)]);
      await store.refresh();
      await store.refresh();
      expect(store.get()).toEqual({ phase: 'loading' });
      expect(doors).toEqual([code]);
    },
  );

  it('drops an answer that comes after everything was forgotten', async () => {
    let arrive: (first: AgendaFirst) => void = () => {};
    const { store } = openStore([() => new Promise((resolve) => (arrive = resolve))]);
    const reading = store.refresh();
    store.stop();
    arrive(fakeFirst({ events: [event('secret')] }));
    await reading;
    expect(store.get()).toEqual({ phase: 'loading' });
  });

  it('drops an older answer that comes after a newer one', async () => {
    const arrivals: ((first: AgendaFirst) => void)[] = [];
    const wait = (): Promise<AgendaFirst> => new Promise((resolve) => arrivals.push(resolve));
    const { store } = openStore([wait, wait]);
    const readings = [store.refresh(), store.refresh()];
    arrivals[1]?.(fakeFirst({ events: [event('newer')] }));
    arrivals[0]?.(fakeFirst({ events: [event('older')] }));
    await Promise.all(readings);
    expect(listSubjects(store)).toEqual(['newer']);
  });

  it('keeps the second round’s earlier answer until the new one is there', async () => {
    const rest: AgendaRest = { ...NO_REST, events: [event('side')] };
    const rests = [Promise.resolve(rest), new Promise<AgendaRest>(() => {})];
    const teams = [{ id: 't', name: 'T' }];
    const readAgendaRest = (): Promise<AgendaRest> => rests.shift() ?? Promise.reject(new Error('asked too often'));
    const { store } = openStore([answer({ teams, events: [event('a')] }), answer({ teams, events: [event('b')] })], {
      readAgendaRest,
    });
    await store.refresh();
    void store.refresh();
    await new Promise((resolve) => setTimeout(resolve));
    expect(listSubjects(store)).toEqual(['b', 'side']);
  });
});
