import { listHandovers } from '../../../src/domain/planning/list-handovers.ts';
import { berlin } from '../samples/sample-plan.ts';

const shift = (from: string, to: string, teamId = 'desk') => ({ start: berlin(from), end: berlin(to), teamId });
const told = (shifts: Parameters<typeof listHandovers>[0]) =>
  listHandovers(shifts).map(({ start, end }) => [start.toString(), end.toString()]);

describe('listHandovers', () => {
  it.each([
    ['overlap by half an hour', [shift('24T07:00', '24T15:00'), shift('24T14:30', '24T22:00')], 1],
    ['overlap at night, past midnight', [shift('24T22:00', '25T06:00'), shift('25T05:45', '25T14:00')], 1],
    ['merely touch', [shift('24T07:00', '24T15:00'), shift('24T15:00', '24T22:00')], 0],
    ['overlap for most of the day', [shift('24T07:00', '24T15:00'), shift('24T09:00', '24T17:00')], 0],
    ['are of two teams', [shift('24T07:00', '24T15:00'), shift('24T14:30', '24T22:00', 'night')], 0],
    ['begin together', [shift('24T07:00', '24T07:30'), shift('24T07:00', '24T15:00')], 0],
    ['lie one within the other', [shift('24T07:00', '24T15:00'), shift('24T14:15', '24T14:45')], 0],
  ])('where two shifts %s', (_name, shifts, count) => {
    expect(told(shifts)).toHaveLength(count);
    expect(told([...shifts].reverse())).toEqual(told(shifts));
  });

  it('is the time that both run', () => {
    expect(told([shift('24T07:00', '24T15:00'), shift('24T14:30', '24T22:00')])).toEqual([
      ['2026-11-24T13:30:00Z', '2026-11-24T14:00:00Z'],
    ]);
  });
});
