/** Who of my teams is where on a day, and which day is the best to meet in person, as far as it is known. */
import { type Interval, overlaps } from '../time/intervals.ts';
import type { ColleagueKnowledge } from './colleague-knowledge.ts';
import type { Colleague } from './colleague.ts';
import { findOwnPlace } from './find-own-place.ts';
import { findWhereabouts } from './find-whereabouts.ts';
import type { Shift } from './shift.ts';
import type { ColleagueShift, ColleagueShifts, Whereabouts } from './whereabouts.ts';

export interface RosterPerson {
  readonly objectId: string;
  readonly name: string;
  readonly address: string;
}

export interface RosterTeam {
  readonly name: string;
  readonly people: readonly RosterPerson[];
}

export interface PersonDay {
  readonly person: RosterPerson;
  readonly whereabouts: Whereabouts;
  /** Their shifts that belong to this day, in order. */
  readonly shifts: readonly Interval[];
}

export interface BestDay {
  readonly date: Temporal.PlainDate;
  readonly building: string;
  /** Colleagues known to be there, and I where I am known to be too. */
  readonly people: number;
  readonly isMine: boolean;
}

/** Hours of a day for which nobody has a shift. */
const USUAL = { start: Temporal.PlainTime.from('09:00'), end: Temporal.PlainTime.from('17:00') };

const byName = (a: RosterPerson, b: RosterPerson): number =>
  a.name.localeCompare(b.name) || (a.objectId < b.objectId ? -1 : 1);

/** Everybody who stands in the schedule of a team of mine, but me; whom the directory does not know is left out. */
export function listRoster(
  { members = [] }: ColleagueShifts,
  people: ReadonlyMap<string, Colleague>,
  ownObjectId: string,
): readonly RosterTeam[] {
  const teams = new Map<string, { readonly name: string; readonly people: RosterPerson[] }>();
  for (const { userObjectId, teamId, team } of members) {
    const id = userObjectId.toLowerCase();
    const found = people.get(id);
    if (id === ownObjectId.toLowerCase() || found === undefined) continue;
    const known = teams.get(teamId) ?? { name: team, people: [] };
    teams.set(teamId, known);
    known.people.push({ objectId: found.objectId, name: found.name, address: found.address });
  }
  return [...teams.values()].map((team) => ({ ...team, people: [...team.people].sort(byName) }));
}

const toUsual = (date: Temporal.PlainDate, zone: string): Interval => ({
  start: date.toZonedDateTime({ timeZone: zone, plainTime: USUAL.start }).toInstant(),
  end: date.toZonedDateTime({ timeZone: zone, plainTime: USUAL.end }).toInstant(),
});

export interface DayQuestion {
  readonly date: Temporal.PlainDate;
  readonly zone: string;
  readonly known: ColleagueKnowledge;
  /** On the day that runs: where everybody is at this moment. */
  readonly now?: Temporal.Instant;
}

/** A shift belongs to the day on which it starts; one of last night still counts for now. */
function listShiftsOf(person: RosterPerson, { date, zone, known }: DayQuestion): readonly ColleagueShift[] {
  const all = 'told' in known.shifts ? known.shifts.told.shifts : [];
  const id = person.objectId.toLowerCase();
  return all
    .filter((one) => one.kind === 'shift' && one.userObjectId.toLowerCase() === id)
    .filter(({ start }) => start.toZonedDateTimeISO(zone).toPlainDate().equals(date))
    .sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
}

export function findPersonDay(person: RosterPerson, question: DayQuestion): PersonDay {
  const { date, zone, now, known } = question;
  const shifts = listShiftsOf(person, question);
  const [first] = shifts;
  const stretch = now === undefined ? (first ?? toUsual(date, zone)) : { start: now, end: now.add({ minutes: 1 }) };
  return { person, whereabouts: findWhereabouts(person, stretch, known), shifts };
}

const listOwnWork = (shifts: readonly Shift[], date: Temporal.PlainDate, zone: string): readonly Shift[] =>
  shifts.filter(
    ({ start, place }) => place.kind !== 'off' && start.toZonedDateTimeISO(zone).toPlainDate().equals(date),
  );

export function findOwnDay(shifts: readonly Shift[], { date, zone, now }: Omit<DayQuestion, 'known'>): Whereabouts {
  if (now !== undefined) {
    const moment = findOwnPlace(shifts, { start: now, end: now.add({ minutes: 1 }) });
    if (moment.place.kind !== 'unknown') return moment;
  }
  const [work] = listOwnWork(shifts, date, zone);
  const whole = {
    start: date.toZonedDateTime(zone).toInstant(),
    end: date.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  };
  return findOwnPlace(
    shifts.filter((shift) => overlaps(shift, whole)),
    work ?? toUsual(date, zone),
  );
}

/**
 * The day on which most people are known to be in one building, I among them where possible; ties go to a day of mine,
 * then to the earlier one. A day on which I am off is none, and neither is one on which nobody would meet; whose work
 * has ended by `now` is not met any more.
 */
export function findBestDay(
  dates: readonly Temporal.PlainDate[],
  people: readonly RosterPerson[],
  {
    zone,
    known,
    shifts,
    now,
  }: {
    readonly zone: string;
    readonly known: ColleagueKnowledge;
    readonly shifts: readonly Shift[];
    readonly now: Temporal.Instant;
  },
): BestDay | undefined {
  const isOver = ({ end }: Interval): boolean => Temporal.Instant.compare(end, now) <= 0;
  let best: BestDay | undefined;
  const unique = new Map(people.map((person) => [person.objectId.toLowerCase(), person]));
  for (const date of dates) {
    const { place: mine } = findOwnDay(shifts, { date, zone });
    if (mine.kind === 'off' || isOver(listOwnWork(shifts, date, zone).at(-1) ?? toUsual(date, zone))) continue;
    const buildings = new Map<string, number>();
    for (const person of unique.values()) {
      const { whereabouts, shifts: theirs } = findPersonDay(person, { date, zone, known });
      const { place } = whereabouts;
      if (place.kind === 'office' && place.building !== undefined && !isOver(theirs.at(-1) ?? toUsual(date, zone)))
        buildings.set(place.building, (buildings.get(place.building) ?? 0) + 1);
    }
    for (const [building, others] of buildings) {
      const isMine = mine.kind === 'office' && mine.building?.toLowerCase() === building.toLowerCase();
      const count = others + (isMine ? 1 : 0);
      const isBetter = best === undefined || count > best.people || (count === best.people && isMine && !best.isMine);
      if (count >= 2 && isBetter) best = { date, building, people: count, isMine };
    }
  }
  return best;
}
