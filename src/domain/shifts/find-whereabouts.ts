/** Decides where somebody is during a stretch of time, from what was said and from nothing else. */
import type { BusyBlock, BusyStatus } from '../rooms/free-busy.ts';
import { type Interval, merge, overlaps, subtract } from '../time/intervals.ts';
import type { ColleagueKnowledge, Presences } from './colleague-knowledge.ts';
import type { ColleagueShift, ColleagueShifts, UnknownReason, Whereabouts } from './whereabouts.ts';

export interface KnownPerson {
  readonly address?: string | undefined;
  readonly objectId?: string | undefined;
  /** Of another organisation: no source can know. */
  readonly isExternal?: boolean;
}

const HOUR_MS = 3_600_000;
/** A team's shifts that lie so near say that its schedule is published for this time. */
const NEAR_MS = 12 * HOUR_MS;

const lengthMs = ({ start, end }: Interval): number => end.epochMilliseconds - start.epochMilliseconds;

/** At least half of the stretch: who leaves ten minutes before its end was there, who comes for its last ten was not. */
function covers(parts: readonly Interval[], stretch: Interval): boolean {
  const near = parts.filter((part) => overlaps(part, stretch));
  if (near.length === 0) return false;
  const left = subtract(stretch, merge(near)).reduce((sum, gap) => sum + lengthMs(gap), 0);
  return left * 2 <= lengthMs(stretch);
}

/** Presence is true of the moment it was read and of what begins within the hour. */
function findByPresence({ asOf, places }: Presences, id: string, stretch: Interval): Whereabouts | undefined {
  const asOfMs = asOf.epochMilliseconds;
  const isNow = stretch.start.epochMilliseconds <= asOfMs + HOUR_MS && stretch.end.epochMilliseconds > asOfMs;
  const place = isNow ? places.get(id) : undefined;
  return place && { place, source: 'presence' };
}

function findByFreeBusy(blocks: readonly BusyBlock[], stretch: Interval): Whereabouts | undefined {
  const during = (status: BusyStatus): boolean =>
    covers(
      blocks.filter((block) => block.status === status),
      stretch,
    );
  if (during('oof')) return { place: { kind: 'off' }, source: 'freeBusy' };
  return during('workingElsewhere') ? { place: { kind: 'remote' }, source: 'freeBusy' } : undefined;
}

const widen = ({ start, end }: Interval): Interval => ({
  start: start.subtract({ milliseconds: NEAR_MS }),
  end: end.add({ milliseconds: NEAR_MS }),
});

/** In the schedule of a team that is published around this time, and in no shift of it. */
function isOffShift({ shifts, members = [] }: ColleagueShifts, id: string, stretch: Interval): boolean {
  const isMine = ({ userObjectId }: { readonly userObjectId: string }): boolean => userObjectId.toLowerCase() === id;
  const teams = new Set([...shifts.filter(isMine), ...members.filter(isMine)].map(({ teamId }) => teamId));
  const near = widen(stretch);
  const isNear = (one: ColleagueShift): boolean => one.kind === 'shift' && overlaps(one, near);
  return teams.size > 0 && shifts.some((one) => teams.has(one.teamId) && isNear(one));
}

function findTimeOff({ shifts }: ColleagueShifts, id: string, stretch: Interval): Whereabouts | undefined {
  const off = shifts.filter(({ kind, userObjectId }) => kind === 'off' && userObjectId.toLowerCase() === id);
  return covers(off, stretch) ? { place: { kind: 'off' }, source: 'teamsShifts' } : undefined;
}

/** Of shifts in two buildings at once neither is believed. */
function findByShifts(told: ColleagueShifts, id: string, stretch: Interval): Whereabouts | undefined {
  const mine = told.shifts.filter(({ kind, userObjectId }) => kind === 'shift' && userObjectId.toLowerCase() === id);
  if (covers(mine, stretch)) {
    const during = mine.filter((shift) => overlaps(shift, stretch));
    const [building, ...more] = new Set(during.map((shift) => shift.building));
    const isSure = building !== undefined && more.length === 0;
    return { place: isSure ? { kind: 'office', building } : { kind: 'onShift' }, source: 'teamsShifts' };
  }
  const isPartly = mine.some((shift) => overlaps(shift, stretch));
  if (isPartly || !isOffShift(told, id, stretch)) return undefined;
  return { place: { kind: 'off' }, source: 'teamsShifts' };
}

/** What stands in the way that somebody could remove comes first. */
function findReason({ shifts, presence, freeBusy }: ColleagueKnowledge): UnknownReason {
  const reasons = [shifts, presence, freeBusy].map((one) => ('why' in one ? one.why : 'notSaid'));
  const order = ['failed', 'notConsented', 'notSaid'] as const;
  return order.find((reason) => reasons.includes(reason)) ?? 'switchedOff';
}

/**
 * Believed in this order: presence (for now alone), time off, out of office, working elsewhere, the shift. Where nobody
 * said anything it is unknown, with the reason.
 */
export function findWhereabouts(person: KnownPerson, stretch: Interval, known: ColleagueKnowledge): Whereabouts {
  if (person.isExternal === true) return { place: { kind: 'unknown', why: 'external' } };
  const id = person.objectId?.toLowerCase();
  const { shifts, presence, freeBusy } = known;
  const blocks = 'told' in freeBusy ? freeBusy.told.get(person.address?.toLowerCase() ?? '') : undefined;
  const told = 'told' in shifts ? shifts.told : undefined;
  return (
    (id !== undefined && 'told' in presence ? findByPresence(presence.told, id, stretch) : undefined) ??
    (id !== undefined && told ? findTimeOff(told, id, stretch) : undefined) ??
    (blocks && findByFreeBusy(blocks, stretch)) ??
    (id !== undefined && told ? findByShifts(told, id, stretch) : undefined) ?? {
      place: { kind: 'unknown', why: findReason(known) },
    }
  );
}
