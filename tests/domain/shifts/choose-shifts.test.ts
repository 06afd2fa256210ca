import { chooseShifts } from '../../../src/domain/shifts/choose-shifts.ts';
import type { Shift, ShiftSource } from '../../../src/domain/shifts/shift.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const zone = 'Europe/Amsterdam';
const order: readonly ShiftSource[] = ['teamsShifts', 'workPlan', 'workingHours'];
const nothing = { workPlan: [], teamsShifts: [], workingHours: [], order, zone };
const told = (shifts: readonly Shift[]): string[] =>
  shifts.map(({ start, end, source }) => `${source} ${start.toString()} ${end.toString()}`);
const of = (source: ShiftSource, start: string, end: string, change: Partial<Shift> = {}): Shift =>
  sampleShift(start, end, { source, ...change });

const mondayPlan = of('workPlan', '2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z');
const tuesdayPlan = of('workPlan', '2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z');
const mondayTeams = of('teamsShifts', '2026-11-23T06:00:00Z', '2026-11-23T14:00:00Z');

describe('chooseShifts', () => {
  it('believes, day by day, the first source in order that knows the day', () => {
    const chosen = chooseShifts({ ...nothing, workPlan: [mondayPlan, tuesdayPlan], teamsShifts: [mondayTeams] });
    expect(chosen).toEqual([mondayTeams, tuesdayPlan]);
  });

  it('follows the order of the organisation', () => {
    const sources = { ...nothing, workPlan: [mondayPlan, tuesdayPlan], teamsShifts: [mondayTeams] };
    expect(chooseShifts({ ...sources, order: ['workPlan', 'teamsShifts'] })).toEqual([mondayPlan, tuesdayPlan]);
  });

  it('does not believe a source that the organisation left out', () => {
    expect(chooseShifts({ ...nothing, workPlan: [mondayPlan], order: ['teamsShifts'] })).toEqual([]);
  });

  it('keeps all shifts of the source of a day, also overlapping ones of several teams', () => {
    const handover = of('teamsShifts', '2026-11-23T13:30:00Z', '2026-11-23T18:00:00Z', { id: 'b', team: 'Night' });
    expect(chooseShifts({ ...nothing, teamsShifts: [handover, mondayTeams] })).toEqual([mondayTeams, handover]);
  });

  it('takes a shift that two pages brought once', () => {
    expect(chooseShifts({ ...nothing, teamsShifts: [mondayTeams, mondayTeams] })).toEqual([mondayTeams]);
  });

  it('takes a time off for knowledge of the day', () => {
    const off = of('teamsShifts', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', { place: { kind: 'off' } });
    expect(chooseShifts({ ...nothing, workPlan: [tuesdayPlan], teamsShifts: [off] })).toEqual([off]);
  });

  it('cuts a time off of several days, so that another source keeps its day', () => {
    const off = of('teamsShifts', '2026-11-22T23:00:00Z', '2026-11-25T23:00:00Z', { place: { kind: 'off' } });
    const chosen = chooseShifts({
      ...nothing,
      workPlan: [tuesdayPlan],
      teamsShifts: [off],
      order: ['workPlan', 'teamsShifts'],
    });
    expect(told(chosen)).toEqual([
      'teamsShifts 2026-11-22T23:00:00Z 2026-11-23T23:00:00Z',
      'workPlan 2026-11-24T08:00:00Z 2026-11-24T16:00:00Z',
      'teamsShifts 2026-11-24T23:00:00Z 2026-11-25T23:00:00Z',
    ]);
    expect(new Set(chosen.map(({ id }) => id)).size).toBe(3);
  });

  it('leaves the day after a night shift to whoever knows it', () => {
    const night = of('teamsShifts', '2026-11-23T21:00:00Z', '2026-11-24T05:00:00Z');
    expect(chooseShifts({ ...nothing, teamsShifts: [night], workPlan: [mondayPlan, tuesdayPlan] })).toEqual([
      night,
      tuesdayPlan,
    ]);
  });

  it('takes days from the zone given', () => {
    const late = of('teamsShifts', '2026-11-24T03:00:00Z', '2026-11-24T07:00:00Z');
    const sources = { ...nothing, workPlan: [tuesdayPlan], teamsShifts: [late] };
    expect(chooseShifts({ ...sources, zone: 'America/New_York' })).toEqual([late, tuesdayPlan]);
    expect(chooseShifts({ ...sources, zone })).toEqual([late]);
  });

  it('never puts a place on a shift whose source does not know it', () => {
    const teams = { ...mondayTeams, place: { kind: 'unknown' } as const };
    expect(chooseShifts({ ...nothing, teamsShifts: [teams], workPlan: [mondayPlan] })[0]?.place).toEqual({
      kind: 'unknown',
    });
  });
});
