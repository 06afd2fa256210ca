import type { Colleague } from '../../../src/domain/shifts/colleague.ts';
import {
  findBestDay,
  findOwnDay,
  findPersonDay,
  listRoster,
  type RosterPerson,
} from '../../../src/domain/shifts/team-day.ts';
import { sampleColleagueShift, sampleKnowledge } from '../samples/sample-knowledge.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const zone = 'Europe/Amsterdam';
const person = (name: string): RosterPerson => ({ name, objectId: `${name}-id`, address: `${name}@contoso.example` });
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const shiftOf = (name: string, day: string, building = 'HQ') =>
  sampleColleagueShift(`${day}T07:00:00Z`, `${day}T15:00:00Z`, { userObjectId: `${name}-ID`, building });
const knowing = (...shifts: ReturnType<typeof shiftOf>[]) =>
  sampleKnowledge({ shifts: { told: { shifts, problems: [] } } });

describe('listRoster', () => {
  it('lists the people of each schedule by name, without me and without whom the directory does not know', () => {
    const toColleague = (name: string): [string, Colleague] => [`${name}-id`, { ...person(name), isExternal: false }];
    const people = new Map(
      [toColleague('Sam'), toColleague('Lee'), toColleague('me')].map(([id, one]) => [id.toLowerCase(), one]),
    );
    const members = ['Sam-id', 'me-id', 'Lee-id', 'gone-id'].map((userObjectId) => ({
      ...{ userObjectId, teamId: 't1', team: 'Front desk' },
    }));
    const teams = listRoster({ shifts: [], members, problems: [] }, people, 'ME-ID');
    expect(teams.map(({ name, people: all }) => [name, all.map((one) => one.name)])).toEqual([
      ['Front desk', ['Lee', 'Sam']],
    ]);
  });
});

describe('findPersonDay', () => {
  it('tells of another day where the shift of that day is', () => {
    const day = findPersonDay(person('sam'), {
      date: date('2026-11-24'),
      zone,
      known: knowing(shiftOf('sam', '2026-11-24')),
    });
    expect(day.whereabouts).toEqual({ place: { kind: 'office', building: 'HQ' }, source: 'teamsShifts' });
    expect(day.shifts).toHaveLength(1);
  });

  it('tells of today where somebody is now, and when their shift is', () => {
    const known = knowing(shiftOf('sam', '2026-11-24'));
    const now = at('2026-11-24T16:00:00Z');
    const day = findPersonDay(person('sam'), { date: date('2026-11-24'), zone, known, now });
    expect(day.whereabouts.place).toEqual({ kind: 'off' });
    expect(day.shifts).toHaveLength(1);
  });

  it('holds a night shift for the day on which it starts, and its end for now', () => {
    const night = sampleColleagueShift('2026-11-23T21:00:00Z', '2026-11-24T05:00:00Z', { userObjectId: 'sam-id' });
    const known = knowing(night);
    expect(findPersonDay(person('sam'), { date: date('2026-11-23'), zone, known }).shifts).toHaveLength(1);
    expect(findPersonDay(person('sam'), { date: date('2026-11-24'), zone, known }).shifts).toHaveLength(0);
    const now = at('2026-11-24T03:00:00Z');
    const running = findPersonDay(person('sam'), { date: date('2026-11-24'), zone, known, now });
    expect(running.whereabouts.place.kind).toBe('office');
  });
});

describe('findOwnDay', () => {
  it('is my own shift, off on a day off, and unknown where nothing is known', () => {
    const shifts = [
      sampleShift('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z', { place: { kind: 'remote' } }),
      sampleShift('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', { place: { kind: 'off' } }),
    ];
    const place = (text: string) => findOwnDay(shifts, { date: date(text), zone }).place;
    expect(place('2026-11-23')).toEqual({ kind: 'remote' });
    expect(place('2026-11-24')).toEqual({ kind: 'off' });
    expect(place('2026-11-25')).toEqual({ kind: 'unknown', why: 'notSaid' });
  });
});

describe('findBestDay', () => {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25'].map(date);
  const people = ['sam', 'lee', 'noor'].map(person);
  const mine = (
    day: string,
    place: { kind: 'office'; building: string } | { kind: 'off' } = { kind: 'office', building: 'HQ' },
  ) => sampleShift(`${day}T07:00:00Z`, `${day}T15:00:00Z`, { place });
  let now: Temporal.Instant;
  beforeEach(() => {
    now = at('2026-11-23T06:00:00Z');
  });
  const find = (known: ReturnType<typeof knowing>, ...shifts: ReturnType<typeof mine>[]) => {
    const best = findBestDay(dates, people, { zone, known, shifts, now });
    return best && `${best.date.toString()} ${best.building} ${best.people}`;
  };

  it('is the one with most people in one building, I among them', () => {
    const known = knowing(
      ...[shiftOf('sam', '2026-11-23'), shiftOf('sam', '2026-11-24'), shiftOf('lee', '2026-11-24')],
      ...[shiftOf('noor', '2026-11-23', 'Annex'), shiftOf('lee', '2026-11-23', 'HQ')],
    );
    expect(find(known)).toBe('2026-11-23 HQ 2');
    expect(find(known, mine('2026-11-24'))).toBe('2026-11-24 HQ 3');
  });

  it('is no day on which I am off, or on which I would meet nobody', () => {
    const known = knowing(shiftOf('sam', '2026-11-23'), shiftOf('lee', '2026-11-23'));
    expect(find(known)).toBe('2026-11-23 HQ 2');
    expect(find(known, mine('2026-11-23', { kind: 'off' }))).toBeUndefined();
    expect(find(knowing(shiftOf('sam', '2026-11-25')))).toBeUndefined();
  });

  it('is no day on which their work or mine has ended', () => {
    const known = knowing(
      ...[shiftOf('sam', '2026-11-23'), shiftOf('lee', '2026-11-23')],
      ...[shiftOf('sam', '2026-11-24'), shiftOf('lee', '2026-11-24')],
    );
    now = at('2026-11-23T14:59:00Z');
    expect(find(known, mine('2026-11-23'))).toBe('2026-11-23 HQ 3');
    // their shifts and mine end at three
    now = at('2026-11-23T15:00:00Z');
    expect(find(known)).toBe('2026-11-24 HQ 2');
    expect(find(known, mine('2026-11-23'))).toBe('2026-11-24 HQ 2');
  });

  it('counts somebody of two teams once', () => {
    const known = knowing(shiftOf('sam', '2026-11-23'));
    const twice = findBestDay(dates, [person('sam'), person('sam')], { zone, known, shifts: [], now });
    expect(twice).toBeUndefined();
  });
});
