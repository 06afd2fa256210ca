import { findNearBuilding } from '../../../src/app/book/find-near-building.ts';
import { instant, shiftAt } from '../../support/screen-events.ts';

const ZONE = 'Europe/Amsterdam';
const office = (building: string) => ({ place: { kind: 'office', building } }) as const;

describe('findNearBuilding', () => {
  it.each([
    ['the shift that runs then', '2026-11-24T13:00:00Z', 'North'],
    ['another office shift of that day', '2026-11-24T18:00:00Z', 'HQ'],
    ['the night shift, also past midnight', '2026-11-25T02:00:00Z', 'Depot'],
    ['nothing on a remote day', '2026-11-26T10:00:00Z', undefined],
    ['nothing on a day that nobody knows', '2026-12-24T10:00:00Z', undefined],
  ])('takes %s', (_name, start, expected) => {
    const shifts = [
      shiftAt('2026-11-24T07:00:00Z', '2026-11-24T11:00:00Z', office('HQ')),
      shiftAt('2026-11-24T11:00:00Z', '2026-11-24T16:00:00Z', office('North')),
      shiftAt('2026-11-24T21:00:00Z', '2026-11-25T05:00:00Z', office('Depot')),
      shiftAt('2026-11-26T08:00:00Z', '2026-11-26T16:00:00Z', { place: { kind: 'remote' } }),
    ];
    expect(findNearBuilding(shifts, instant(start), ZONE)).toBe(expected);
  });
});
