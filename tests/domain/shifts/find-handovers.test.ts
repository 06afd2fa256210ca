import { findHandovers } from '../../../src/domain/shifts/find-handovers.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
const mine = sampleShift('2026-11-24T07:00:00Z', '2026-11-24T15:00:00Z', { source: 'teamsShifts', team: 'Desk' });
const other = (start: string, end: string, team = 'Desk') => ({ start: at(start), end: at(end), team });
const told = (...others: ReturnType<typeof other>[]): string[] =>
  findHandovers([mine], others).map(({ kind, start, end }) => `${kind} ${start.toString()} ${end.toString()}`);

describe('findHandovers', () => {
  it('finds what I take over and what I hand over', () => {
    expect(told(other('00:00', '07:30'), other('14:30', '22:00'))).toEqual([
      'in 2026-11-24T07:00:00Z 2026-11-24T07:30:00Z',
      'out 2026-11-24T14:30:00Z 2026-11-24T15:00:00Z',
    ]);
  });

  it('takes the longest overlap of several', () => {
    expect(told(other('00:00', '07:15'), other('01:00', '07:30'))).toEqual([
      'in 2026-11-24T07:00:00Z 2026-11-24T07:30:00Z',
    ]);
  });

  it.each([
    ['another team', other('00:00', '07:30', 'Gate')],
    ['a shift that only touches', other('00:00', '07:00')],
    ['a shift side by side with mine', other('07:00', '15:00')],
    ['work together for hours', other('09:00', '17:00')],
    ['a shift around mine', other('06:30', '15:30')],
  ])('hands nothing over with %s', (_, one) => {
    expect(told(one)).toEqual([]);
  });

  it('hands nothing over on a day off', () => {
    expect(findHandovers([{ ...mine, place: { kind: 'off' } }], [other('00:00', '07:30')])).toEqual([]);
  });
});
