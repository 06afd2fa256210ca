import type { FreeBusy } from '../../src/domain/rooms/free-busy.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { readLongFreeBusy } from '../../src/graph/read-long-free-busy.ts';

const START = Temporal.Instant.from('2026-12-01T00:00:00Z');
const DAY_HOURS = 24;
const MAX_MS = 62 * 86_400_000;

interface Asked {
  readonly schedules: readonly string[];
  readonly startTime: { readonly dateTime: string };
  readonly endTime: { readonly dateTime: string };
}

/** Answers each schedule with one block at the start of each piece; `silent` are not in the answer of the second piece. */
function setUp(silent: readonly string[] = []) {
  const batches: (readonly Asked[])[] = [];
  const answer = (body: Asked): object => {
    const isLater = !body.startTime.dateTime.startsWith('2026-12-01');
    const known = body.schedules.filter((address) => !(isLater && silent.includes(address)));
    const block = { status: 'busy', start: { ...body.startTime, timeZone: 'UTC' } };
    const end = { dateTime: body.startTime.dateTime.replace('T00:', 'T01:'), timeZone: 'UTC' };
    return {
      value: known.map((scheduleId) => ({ scheduleId, availabilityView: '0', scheduleItems: [{ ...block, end }] })),
    };
  };
  const graph = createGraph({
    ...{ base: 'http://g', getToken: () => Promise.resolve('t') },
    clock: { now: () => 0, sleep: () => Promise.resolve(), random: () => 0.5 },
    fetch: (_, init) => {
      const { requests } = JSON.parse(String(init?.body)) as { requests: { id: string; body: Asked }[] };
      batches.push(requests.map(({ body }) => body));
      const responses = requests.map(({ id, body }) => ({ id, status: 200, body: answer(body) }));
      const headers = { 'Content-Type': 'application/json' };
      return Promise.resolve(new Response(JSON.stringify({ responses }), { headers }));
    },
  });
  return { graph, batches };
}
const addresses = Array.from({ length: 25 }, (_, index) => `r${index}@contoso.example`);
const window = { start: START, end: START.add({ hours: DAY_HOURS * 150 }) };

describe('readLongFreeBusy', () => {
  it('asks in pieces shorter than 62 days, twenty addresses a call, four calls a batch, and puts them together', async () => {
    const { graph, batches } = setUp();
    const found = await readLongFreeBusy(graph, { addresses, window });
    expect(batches.map(({ length }) => length)).toEqual([4, 2]);
    const all = batches.flat();
    expect(Math.max(...all.map(({ schedules }) => schedules.length))).toBe(20);
    for (const { startTime, endTime } of all)
      expect(Date.parse(`${endTime.dateTime}Z`) - Date.parse(`${startTime.dateTime}Z`)).toBeLessThan(MAX_MS);
    expect(found).toHaveLength(25);
    expect(found.every((one) => one.state === 'known' && one.blocks.length === 3)).toBe(true);
  });

  it('tells of the first twenty as soon as all of their time is known', async () => {
    const { graph } = setUp();
    const told: (readonly FreeBusy[])[] = [];
    await readLongFreeBusy(graph, { addresses, window, onAnswer: (part) => told.push(part) });
    expect(told.map(({ length }) => length)).toEqual([20, 5]);
  });

  it('D07 takes a mailbox for unknown that is silent about any part of the time', async () => {
    const { graph } = setUp(['r3@contoso.example']);
    const found = await readLongFreeBusy(graph, { addresses, window });
    expect(found.filter(({ state }) => state === 'unknown').map(({ address }) => address)).toEqual([
      'r3@contoso.example',
    ]);
  });
});
