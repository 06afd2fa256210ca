import type { CallReport } from '../../src/domain/ledger/call-report.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { fakeClock, graphError, json, scriptedFetch } from '../support/scripted-fetch.ts';

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const { fetch } = scriptedFetch(...script);
  const told: (readonly CallReport[])[] = [];
  const closed = new AbortController();
  const graph = createGraph({
    ...{ base: 'http://graph.test', fetch, clock: fakeClock(0), closed: closed.signal },
    getToken: () => Promise.resolve('token'),
    report: (calls) => told.push(calls),
  });
  return { graph, told, closed };
}
const get = (path: string) => ({ method: 'GET', path }) as const;
const brief = (told: readonly (readonly CallReport[])[]) =>
  told.map((calls) => calls.map(({ path, status, items, isAgain }) => [path, status, items, isAgain]));

describe('what createGraph reports', () => {
  it('notes a lone call with how many items came, and nothing that names one', async () => {
    const { graph, told } = setUp(json({ value: [{ subject: 'Canary' }, {}] }));
    await graph.send(get('/me/calendars/AAMk-canary/calendarView?startDateTime=canary'));
    expect(told).toEqual([
      [
        {
          ...{ atMs: 0, method: 'GET', path: '/me/calendars/{id}/calendarView' },
          ...{ status: 200, items: 2, ms: 0, isAgain: false },
        },
      ],
    ]);
  });

  it('notes each try, and marks those that ask again', async () => {
    const { graph, told } = setUp(graphError(503, 'Busy'), new TypeError('lost'), json({ id: 'me' }));
    await graph.send(get('/me'));
    expect(brief(told)).toEqual([
      [['/me', 503, undefined, false]],
      [['/me', undefined, undefined, true]],
      [['/me', 200, 1, true]],
    ]);
  });

  it('notes the calls of a batch each for itself, and those that are asked once more', async () => {
    const throttled = { id: '2', status: 429, headers: { 'Retry-After': '1' }, body: {} };
    const { graph, told } = setUp(
      json({ responses: [{ id: '1', status: 200, body: { value: [1, 2, 3] } }, throttled] }),
      json({ responses: [{ id: '1', status: 204 }] }),
    );
    await graph.batch([get('/me/calendarView'), get('/me/events/AAMk')]);
    expect(brief(told)).toEqual([
      [
        ['/me/calendarView', 200, 3, false],
        ['/me/events/{id}', 429, undefined, false],
      ],
      [['/me/events/{id}', 204, 0, true]],
    ]);
  });

  it('notes the calls of a batch that was refused as a whole', async () => {
    const { graph, told } = setUp(graphError(403, 'Forbidden'));
    await expect(graph.batch([get('/me'), get('/me/calendars')])).rejects.toThrow();
    expect(brief(told)).toEqual([
      [
        ['/me', 403, undefined, false],
        ['/me/calendars', 403, undefined, false],
      ],
    ]);
  });

  it('says nothing of what ends after the page has forgotten everything', async () => {
    const { graph, told, closed } = setUp(() => {
      closed.abort();
      return json({});
    });
    await graph.send(get('/me')).catch(() => undefined);
    expect(told).toEqual([]);
  });
});
