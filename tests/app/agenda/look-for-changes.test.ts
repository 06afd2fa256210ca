import type { Changes } from '../../../src/domain/agenda/agenda-sources.ts';
import { Failure, type FailureCode } from '../../../src/domain/failure.ts';
import { createAgendaStore } from '../../../src/app/agenda/agenda-store.ts';
import { createLook } from '../../../src/app/agenda/look-for-changes.ts';
import { instant, makeEvent, timed } from '../../support/screen-events.ts';
import { fakeFirst, NO_REST, NOW } from '../../support/screen-services.ts';

type Answer = Changes | FailureCode;

/** A page that has read its agenda once; `minutes` passes time. */
async function open(...answers: Answer[]) {
  let now = instant(NOW);
  let reads = 0;
  const asked: (string | undefined)[] = [];
  const time = timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z');
  const store = createAgendaStore({
    readAgenda: () => {
      reads += 1;
      return Promise.resolve(
        fakeFirst({ events: [makeEvent({ id: 'a', etag: 'W/"1"', calendarId: 'primary', time })] }),
      );
    },
    readAgendaRest: () => Promise.resolve(NO_REST),
    now: () => now,
    ...{ deviceZone: 'UTC', userObjectId: 'user-1', asksShifts: true },
    onDoor: () => {},
  });
  await store.refresh();
  const look = createLook({
    store,
    now: () => now,
    readChanges: (_window, since) => {
      asked.push(since);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('asked too often');
      return typeof answer === 'string' ? Promise.reject(new Failure(answer)) : Promise.resolve(answer);
    },
  });
  const minutes = (count: number): void => {
    now = now.add({ seconds: Math.round(count * 60) });
  };
  return { store, look, asked, minutes, reads: () => reads };
}
const same = { id: 'a', etag: 'W/"1"', isRemoved: false, isSeries: false };
const WHOLE: Changes = { rows: [same], link: 'link-1' };
const NOTHING: Changes = { rows: [], link: 'link-2' };
const CHANGED: Changes = { rows: [{ ...same, etag: 'W/"2"' }], link: 'link-3' };

describe('createLook', () => {
  it('asks one small question every few minutes, and reads nothing where nothing changed', async () => {
    const { look, asked, minutes, reads } = await open(WHOLE, NOTHING, NOTHING);
    for (let count = 0; count < 3; count += 1) {
      minutes(3);
      await look('tick');
    }
    expect(asked).toEqual([undefined, 'link-1', 'link-2']);
    expect(reads()).toBe(1);
  });

  it('reads all of it where something changed', async () => {
    const { look, minutes, reads } = await open(WHOLE, CHANGED);
    for (let count = 0; count < 2; count += 1) {
      minutes(3);
      await look('tick');
    }
    expect(reads()).toBe(2);
  });

  it('reads all of it where it changed between the first reading and the first question', async () => {
    const { look, reads } = await open({ ...WHOLE, rows: [] });
    await look('tick');
    expect(reads()).toBe(2);
  });

  it('reads all of it every quarter of an hour, for shifts have no such question', async () => {
    const { look, asked, minutes, reads } = await open();
    minutes(15);
    await look('tick');
    expect([asked, reads()]).toEqual([[], 2]);
  });

  it('reads all of it for who comes back, and asks only who was away for a moment', async () => {
    const { look, asked, minutes, reads } = await open(WHOLE, NOTHING);
    minutes(2);
    await look('return');
    expect([asked, reads()]).toEqual([[], 2]);
    await look('tick');
    minutes(0.3);
    await look('return');
    expect([asked, reads()]).toEqual([[undefined, 'link-1'], 2]);
  });

  it('A5 begins anew where Graph has forgotten where it was', async () => {
    const { look, asked, reads } = await open(WHOLE, 'gone', WHOLE);
    for (let count = 0; count < 3; count += 1) await look('tick');
    expect(asked).toEqual([undefined, 'link-1', undefined]);
    expect(reads()).toBe(2);
  });

  it.each<[FailureCode]>([['not_allowed'], ['bad_request'], ['bad_response']])(
    'reads all of it from then on where the question is answered with %s',
    async (code) => {
      const { look, asked, reads } = await open(code);
      await look('tick');
      await look('tick');
      expect([asked.length, reads()]).toEqual([1, 3]);
    },
  );

  it('D21 says that there is no network, keeps what is on screen, and reads once it is back', async () => {
    const { store, look, reads } = await open('offline');
    await look('tick');
    expect(store.get()).toMatchObject({ phase: 'ready', stale: { kind: 'offline' } });
    expect(reads()).toBe(1);
    await look('return');
    expect(store.get()).toMatchObject({ phase: 'ready' });
    expect(store.get()).not.toHaveProperty('stale');
    expect(reads()).toBe(2);
  });

  it('F07 is one look, however many reasons there are at the same moment', async () => {
    const { look, minutes, reads } = await open();
    minutes(120);
    await Promise.all([look('tick'), look('return'), look('return')]);
    expect(reads()).toBe(2);
  });
});
