/** The planner's answer found the slow way: each quarter of each meeting of each person looked at with plain Temporal. */
import type { PlanPerson, PlanRequest, PlanStretch } from '../../../src/domain/planning/plan-request.ts';
import type { BusyBlock } from '../../../src/domain/rooms/free-busy.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import type { Interval } from '../../../src/domain/time/intervals.ts';

export interface SlowRoom {
  readonly room: Room;
  readonly blocks: readonly BusyBlock[];
}

export interface SlowAnswer {
  readonly start: string;
  readonly cost: number;
  readonly rooms: readonly string[];
}

type Word = 'busy' | 'tentative' | 'away' | 'dayOff' | 'outsideShift' | 'outsideHours' | 'remote';

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => a.epochMilliseconds < b.epochMilliseconds;
const touches = (a: Interval, b: Interval): boolean => isBefore(a.start, b.end) && isBefore(b.start, a.end);
const weekOf = (date: Temporal.PlainDate): string => `${date.yearOfWeek} ${date.weekOfYear}`;

/** Covered as a whole by work, minute by minute. */
function isCovered(quarter: Interval, work: readonly Interval[]): boolean {
  if (!work.some((one) => touches(one, quarter))) return false;
  for (let at = quarter.start; isBefore(at, quarter.end); at = at.add({ minutes: 1 })) {
    const minute = { start: at, end: at.add({ minutes: 1 }) };
    if (!work.some((one) => !isBefore(minute.start, one.start) && !isBefore(one.end, minute.end))) return false;
  }
  return true;
}

function hoursWord({ workingHours }: PlanPerson, quarter: Interval): Word | undefined {
  if (workingHours === undefined) return undefined;
  const { zone, daysOfWeek, start, end } = workingHours;
  const local = quarter.start.toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const open = { start: date.toZonedDateTime({ timeZone: zone, plainTime: start }).toInstant() };
  const span = { ...open, end: date.toZonedDateTime({ timeZone: zone, plainTime: end }).toInstant() };
  if (!daysOfWeek.includes(date.dayOfWeek)) return 'dayOff';
  return !isBefore(quarter.start, span.start) && !isBefore(span.end, quarter.end) ? undefined : 'outsideHours';
}

function wordsOf(person: PlanPerson, quarter: Interval, zone: string): readonly Word[] {
  const words: Word[] = [];
  for (const block of person.freeBusy.blocks ?? []) {
    if (!touches(block, quarter)) continue;
    const { status } = block;
    if (status === 'tentative') words.push('tentative');
    else if (status === 'oof') words.push('away');
    else if (status === 'workingElsewhere') words.push('remote');
    else words.push('busy');
  }
  const work = person.stretches.filter(({ kind }) => kind !== 'off');
  if (person.stretches.some((one) => one.kind === 'off' && touches(one, quarter))) words.push('dayOff');
  if (work.some((one) => one.kind === 'remote' && touches(one, quarter))) words.push('remote');
  if (isCovered(quarter, work)) return words;
  const dateOf = (one: PlanStretch): Temporal.PlainDate => one.start.toZonedDateTimeISO(zone).toPlainDate();
  const date = quarter.start.toZonedDateTimeISO(zone).toPlainDate();
  if (work.some((one) => dateOf(one).equals(date))) return [...words, 'outsideShift'];
  const isWeekKnown = person.isRostered && person.stretches.some((one) => weekOf(dateOf(one)) === weekOf(date));
  if (isWeekKnown) return [...words, 'dayOff'];
  const said = hoursWord(person, quarter);
  return said === undefined ? words : [...words, said];
}

function quartersOf({ start, end }: Interval): readonly Interval[] {
  const quarters: Interval[] = [];
  for (let at = start; isBefore(at, end); at = at.add({ minutes: 15 })) {
    quarters.push({ start: at, end: at.add({ minutes: 15 }) });
  }
  return quarters;
}

interface Met {
  readonly person: PlanPerson;
  readonly words: readonly (readonly Word[])[];
}

const has = ({ words }: Met, word: Word): boolean => words.some((date) => date.includes(word));

function weighPeople(met: readonly Met[], request: PlanRequest): { cost: number; comers: readonly Met[] } | undefined {
  const forbidden: Word[] = ['busy', 'away', 'dayOff'];
  if (!request.allowsOutside) forbidden.push('outsideShift', 'outsideHours');
  if (request.mode === 'inPerson') forbidden.push('remote');
  let cost = 0;
  const comers: Met[] = [];
  for (const one of met) {
    const isOptional = one.person.kind === 'optional';
    if (forbidden.some((word) => has(one, word))) {
      if (!isOptional) return undefined;
      cost += 10;
      continue;
    }
    comers.push(one);
    for (const date of one.words) {
      if (date.includes('tentative')) cost += isOptional ? 5 : 30;
      if (date.includes('outsideShift') || date.includes('outsideHours')) cost += isOptional ? 8 : 40;
    }
  }
  return { cost, comers };
}

interface Place {
  readonly building: string;
  readonly met: readonly Met[];
}

function placesOf(comers: readonly Met[], first: Interval, home: string | undefined) {
  const placeOf = ({ person, words }: Met): string => {
    if (words[0]?.includes('remote') === true) return 'remote';
    const quarter = { start: first.start, end: first.start.add({ minutes: 15 }) };
    const stretch = person.stretches.findLast((one) => one.kind !== 'off' && touches(one, quarter));
    return stretch?.building === undefined ? 'unknown' : `at ${stretch.building}`;
  };
  const at = new Map<string, Met[]>();
  for (const one of comers) at.set(placeOf(one), [...(at.get(placeOf(one)) ?? []), one]);
  const buildings: Place[] = [...at]
    .filter(([place]) => place.startsWith('at '))
    .map(([place, met]) => ({ building: place.slice(3), met }))
    .sort(
      (a, b) =>
        b.met.length - a.met.length ||
        Number(b.building === home) - Number(a.building === home) ||
        (a.building < b.building ? -1 : 1),
    );
  return { buildings, remote: at.get('remote') ?? [], unknown: at.get('unknown') ?? [] };
}

const sum = (met: readonly Met[], required: number, optional: number): number =>
  met.reduce((all, { person }) => all + (person.kind === 'optional' ? optional : required), 0);

interface Need {
  readonly building: string | undefined;
  readonly heads: number;
  readonly isMain: boolean;
}

function needsOf({ buildings, remote, unknown }: ReturnType<typeof placesOf>, request: PlanRequest): readonly Need[] {
  const main = buildings[0]?.building ?? request.homeBuilding;
  if (request.mode === 'online') return [];
  if (request.mode === 'inPerson') {
    const heads = buildings.flatMap(({ met }) => met).length + remote.length + unknown.length;
    return [{ building: main, heads, isMain: true }];
  }
  const heads = (buildings[0]?.met.length ?? 0) + unknown.length;
  if (heads === 0) return [];
  const second = buildings.slice(1).filter(({ met }) => met.length >= 2);
  return [
    { building: main, heads, isMain: true },
    ...second.map(({ building, met }) => ({ building, heads: met.length, isMain: false })),
  ];
}

function bestRoom(need: Need, dates: readonly Interval[], rooms: readonly SlowRoom[], taken: readonly string[]) {
  let best: { address: string; cost: number } | undefined;
  for (const { room, blocks } of rooms) {
    const isThere = need.building === undefined || room.building === need.building;
    if ((room.capacity || Infinity) < need.heads || taken.includes(room.address)) continue;
    if (!need.isMain && !isThere) continue;
    if (blocks.some((block) => dates.some((date) => touches(block, date)))) continue;
    const cost = (isThere ? 0 : 8) + (room.capacity === 0 ? 2 : 0);
    if (best === undefined || cost < best.cost) best = { address: room.address, cost };
  }
  return best;
}

/** Undefined: this time won't do. */
function weighTime(
  dates: readonly Interval[],
  request: PlanRequest,
  rooms: readonly SlowRoom[],
): SlowAnswer | undefined {
  const [first] = dates;
  if (first === undefined) return undefined;
  const met = request.people.map((person) => ({
    person,
    words: dates.map((date) => quartersOf(date).flatMap((quarter) => wordsOf(person, quarter, request.zone))),
  }));
  const weighed = weighPeople(met, request);
  if (weighed === undefined) return undefined;
  let { cost } = weighed;
  for (const date of dates) if (request.handovers.some((one) => touches(one, date))) cost += 6;
  const places = placesOf(weighed.comers, first, request.homeBuilding);
  if (request.mode !== 'online') {
    cost += sum(places.remote, 2, 1) + sum(places.unknown, 3, 1);
    if (request.mode === 'inPerson')
      cost += sum(
        places.buildings.slice(1).flatMap(({ met: there }) => there),
        6,
        2,
      );
  }
  const chosen: string[] = [];
  for (const need of needsOf(places, request)) {
    const best = bestRoom(need, dates, rooms, chosen);
    if (best === undefined && need.isMain) return undefined;
    if (best === undefined) cost += 8;
    else {
      chosen.push(best.address);
      cost += best.cost;
    }
  }
  return { start: first.start.toString(), cost, rooms: chosen };
}

/** Every time of the window, by the clock on the wall: the best one, or undefined. */
export function planSlowly(request: PlanRequest, rooms: readonly SlowRoom[]): SlowAnswer | undefined {
  const { window, zone, weeks, lengthMinutes } = request;
  let best: SlowAnswer | undefined;
  for (let day = 0; day < window.days; day += 1) {
    const date = window.first.add({ days: day });
    const isOver = Temporal.PlainTime.compare(window.closes, window.opens) <= 0;
    const closing = isOver ? date.add({ days: 1 }) : date;
    const opens = date.toZonedDateTime({ timeZone: zone, plainTime: window.opens }).toInstant();
    const closes = closing.toZonedDateTime({ timeZone: zone, plainTime: window.closes }).toInstant();
    for (let at = opens; !isBefore(closes, at.add({ minutes: lengthMinutes })); at = at.add({ minutes: 15 })) {
      if (isBefore(at, request.now)) continue;
      const local = at.toZonedDateTimeISO(zone);
      const dates = Array.from({ length: weeks }, (_, week) => {
        const start = local.add({ weeks: week }).toInstant();
        return { start, end: start.add({ minutes: lengthMinutes }) };
      });
      const answer = weighTime(dates, request, rooms);
      if (answer !== undefined && (best === undefined || answer.cost < best.cost)) best = answer;
    }
  }
  return best;
}
