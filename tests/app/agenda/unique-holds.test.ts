import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { uniqueHolds } from '../../../src/app/agenda/unique-holds.ts';
import type { Hold } from '../../../src/app/agenda/agenda-model.ts';

const hold = (id: string, seriesMasterId?: string, isSeries = true): Hold =>
  ({
    event: { id, ...(seriesMasterId === undefined ? {} : { seriesMasterId }) } as CalendarEvent,
    mark: isSeries ? { series: { zone: 'UTC', rooms: [], changes: [] } } : {},
  }) as Hold;
const ids = (holds: readonly Hold[]): readonly string[] => uniqueHolds(holds).map(({ event }) => event.id);

describe('uniqueHolds', () => {
  it('shows a series once, however many of its dates were read, near and far', () => {
    expect(ids([hold('a1', 'a'), hold('a2', 'a'), hold('b1', 'b'), hold('a3', 'a')])).toEqual(['a1', 'b1']);
  });

  it('keeps holds on two dates of one series that was there before apart', () => {
    expect(ids([hold('a1', 'a', false), hold('a2', 'a', false), hold('a1', 'a', false)])).toEqual(['a1', 'a2']);
  });
});
