import { HOLD_MARK_EXPAND, HOLD_MARK_ID } from '../../src/domain/contract/event-write.ts';
import { writeHoldMark } from '../../src/domain/booking/write-hold-mark.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { listHolds } from '../../src/graph/list-holds.ts';
import { fakeClock, json, scriptedFetch } from '../support/scripted-fetch.ts';

const MARK = writeHoldMark({
  ...{ subject: 'Plan', people: [], online: false, existing: false },
  room: { address: 'plain@contoso.example', name: '1.01 Linden' },
  startedAt: '2026-11-23T08:00:00Z',
});
const window = {
  start: Temporal.Instant.from('2026-11-30T00:00:00Z'),
  end: Temporal.Instant.from('2027-11-30T00:00:00Z'),
};

describe('listHolds', () => {
  it('names the events that carry our mark, on all pages, and reads nothing else of any event', async () => {
    const marked = (id: string, value: string, spelled = HOLD_MARK_ID) => ({
      ...{ id, singleValueExtendedProperties: [{ id: spelled, value }] },
    });
    const { fetch, asked } = scriptedFetch(
      json({
        value: [{ id: 'plain' }, marked('held', MARK), marked('settled', '')],
        '@odata.nextLink': 'https://graph.microsoft.com/v1.0/me/calendarView?$skip=3',
      }),
      json({ value: [marked('late', MARK, HOLD_MARK_ID.toUpperCase())] }),
    );
    const graph = createGraph({ base: 'http://g', fetch, clock: fakeClock(), getToken: () => Promise.resolve('t') });
    expect(await listHolds(graph, window)).toEqual(['held', 'late']);
    const query = new URL(asked[0]?.url ?? '').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      ...{ startDateTime: '2026-11-30T00:00:00Z', endDateTime: '2027-11-30T00:00:00Z' },
      ...{ $select: 'id', $expand: HOLD_MARK_EXPAND, $orderby: 'start/dateTime', $top: '1000' },
    });
  });
});
