import type { FreeBusy } from '../../src/domain/rooms/free-busy.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { readFreeBusy } from '../../src/graph/read-free-busy.ts';
import { fakeClock, graphError, json, scriptedFetch } from '../support/scripted-fetch.ts';

const window = {
  start: Temporal.Instant.from('2026-11-23T09:00:00Z'),
  end: Temporal.Instant.from('2026-11-23T10:00:00Z'),
};
const utc = (time: string) => ({ dateTime: `2026-11-23T${time}:00.0000000`, timeZone: 'UTC' });
const item = (status: string, start: string, end: string, more = {}) => ({
  status,
  start: utc(start),
  end: utc(end),
  ...more,
});

const setUp = (...script: Parameters<typeof scriptedFetch>) => {
  const world = scriptedFetch(...script);
  const getToken = (): Promise<string> => Promise.resolve('t');
  return { ...world, graph: createGraph({ base: 'http://g', fetch: world.fetch, clock: fakeClock(), getToken }) };
};
const ok = (id: string, value: unknown) => ({ id, status: 200, headers: {}, body: { value } });
const readOne = async (found: object): Promise<FreeBusy | undefined> => {
  const { graph } = setUp(json({ responses: [ok('1', [{ scheduleId: 'R@contoso.com', ...found }])] }));
  return (await readFreeBusy(graph, { addresses: ['r@contoso.com'], window }))[0];
};
const statuses = (found: FreeBusy | undefined): unknown =>
  found?.state === 'known' ? found.blocks.map(({ status, start }) => [status, String(start).slice(11, 16)]) : found;

describe('readFreeBusy', () => {
  it('D23 keeps times and status, and drops subject and place where they arrive', async () => {
    const secret = { subject: 'Redundancies', location: 'Board room', isPrivate: true };
    const found = await readOne({ availabilityView: '2200', scheduleItems: [item('busy', '09:00', '09:30', secret)] });
    expect(statuses(found)).toEqual([['busy', '09:00']]);
    expect(JSON.stringify(found)).not.toMatch(/Redundancies|Board room|isPrivate/);
  });

  it.each([
    ['Tentative', '1000', 'tentative'],
    ['oof', '3000', 'oof'],
    ['workingElsewhere', '0000', 'workingElsewhere'],
    ['onTheMoon', '2000', 'unknown'],
  ])('D08 reads the status %s', async (status, view, expected) => {
    const found = await readOne({ availabilityView: view, scheduleItems: [item(status, '09:00', '09:15')] });
    expect(statuses(found)).toEqual([[expected, '09:00']]);
  });

  it('D08 believes the view that says busy when the two disagree', async () => {
    expect(statuses(await readOne({ availabilityView: '0020', scheduleItems: [] }))).toEqual([['busy', '09:30']]);
    expect(statuses(await readOne({ availabilityView: '0?00', scheduleItems: [] }))).toEqual([['unknown', '09:15']]);
    const items = [item('busy', '09:30', '09:45')];
    expect(statuses(await readOne({ availabilityView: '0000', scheduleItems: items }))).toEqual([['busy', '09:30']]);
    const free = [item('free', '09:30', '09:45')];
    expect(statuses(await readOne({ availabilityView: '0020', scheduleItems: free }))).toEqual([['busy', '09:30']]);
  });

  it.each([
    ['an error of its own', { error: { message: 'm', responseCode: '5009' } }, '5009'],
    ['nothing at all', {}, 'empty'],
    [
      'a time that can’t be read',
      { availabilityView: '', scheduleItems: [{ status: 'busy', start: { dateTime: 'x' }, end: utc('10:00') }] },
      'bad_response',
    ],
  ])('D07 does not know a room that answers with %s', async (_name, found, reason) => {
    expect(await readOne(found)).toEqual({ address: 'r@contoso.com', state: 'unknown', reason });
  });

  it('D07 does not know a room that is not in the answer', async () => {
    const { graph } = setUp(json({ responses: [ok('1', [])] }));
    expect(await readFreeBusy(graph, { addresses: ['r@contoso.com'], window })).toMatchObject([{ state: 'unknown' }]);
  });

  it('asks 20 addresses at a time, four times in a batch, and hands pieces on as they arrive', async () => {
    const answer = ({ body }: { body: string | undefined }): Response => {
      const { requests } = JSON.parse(body ?? '') as { requests: { id: string; body: { schedules: string[] } }[] };
      const responses = requests.map(({ id, body: { schedules } }) =>
        ok(
          id,
          schedules.map((scheduleId) => ({ scheduleId, availabilityView: '0000', scheduleItems: [] })),
        ),
      );
      return json({ responses });
    };
    const { graph, asked } = setUp(answer, answer);
    const addresses = Array.from({ length: 90 }, (_, index) => `room${index}@contoso.com`);
    const pieces: number[] = [];
    const all = await readFreeBusy(graph, { addresses, window, onAnswer: (part) => pieces.push(part.length) });
    expect(pieces).toEqual([80, 10]);
    expect(all.map(({ address }) => address)).toEqual(addresses);
    const sent = asked.flatMap(
      ({ body }) => (JSON.parse(body ?? '') as { requests: { body: { schedules: string[] } }[] }).requests,
    );
    expect(sent.map((one) => one.body.schedules.length)).toEqual([20, 20, 20, 20, 10]);
  });

  it('D04 does not know the rooms of a part that failed, and goes on', async () => {
    const failed = { id: '1', status: 403, headers: {}, body: { error: { code: 'x', message: 'm' } } };
    const { graph } = setUp(
      json({
        responses: [failed, ok('2', [{ scheduleId: 'room20@contoso.com', availabilityView: '0', scheduleItems: [] }])],
      }),
    );
    const addresses = Array.from({ length: 21 }, (_, index) => `room${index}@contoso.com`);
    const all = await readFreeBusy(graph, { addresses, window });
    expect(all[0]).toEqual({ address: 'room0@contoso.com', state: 'unknown', reason: 'access_denied' });
    expect(all[20]?.state).toBe('known');
  });

  it('fails where nothing at all was answered', async () => {
    const { graph } = setUp(graphError(403, 'ErrorAccessDenied'));
    await expect(readFreeBusy(graph, { addresses: ['r@contoso.com'], window })).rejects.toMatchObject({
      code: 'access_denied',
    });
  });
});
