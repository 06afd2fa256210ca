/** Plans four weeks of ordinary meetings for a group of people and rooms, the same for the same group whenever it runs. */
import { toNumber } from '../mailbox/ids.ts';
import type { Mailbox, ResponseType } from '../mailbox/mailbox.ts';
import type { StoryDays } from './story-days.ts';

const DAYS = 28;
const MINUTE_MS = 60_000;
const SUBJECTS = [
  'Planning',
  'Review',
  'Check-in',
  'Workshop',
  'Interview',
  'Training',
  'Budget',
  'Rota',
  'Safety',
  'Supplier call',
];
const ANSWERS: readonly ResponseType[] = [
  'accepted',
  'accepted',
  'accepted',
  'none',
  'tentativelyAccepted',
  'declined',
];

/** A small repeatable source of numbers in [0, 1). */
function createDice(key: string): () => number {
  let state = toNumber(key, 0xffffffff);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Group {
  readonly key: string;
  readonly people: readonly Mailbox[];
  readonly rooms: readonly Mailbox[];
  /** When rooms are taken by the story already; fixed, so that the plan is the same whenever it is made. */
  readonly taken: ReadonlyMap<Mailbox, readonly Span[]>;
}

/** Small, for there may be a quarter of a million of them. */
export interface MeetingPlan {
  readonly key: string;
  readonly organizer: Mailbox;
  readonly invited: readonly { readonly mailbox: Mailbox; readonly response: ResponseType }[];
  readonly startMs: number;
  readonly endMs: number;
  readonly subject: string;
  readonly isOnline: boolean;
  readonly isPrivate: boolean;
}

/** What each mailbox of a group has a part in. */
export type GroupPlans = ReadonlyMap<Mailbox, readonly MeetingPlan[]>;

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

interface Plot {
  readonly group: Group;
  readonly dice: () => number;
  readonly plans: Map<Mailbox, MeetingPlan[]>;
  /** When each room is taken already. */
  readonly taken: ReadonlyMap<Mailbox, Span[]>;
}

function pickOne<T>(dice: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(dice() * list.length)];
}

function pickTime(dice: () => number, openMs: number): Span {
  const startMs = openMs + Math.floor(dice() * 19) * 30 * MINUTE_MS;
  const minutes = pickOne(dice, [30, 30, 60, 60, 60, 90, 45]) ?? 30;
  return { startMs, endMs: startMs + minutes * MINUTE_MS };
}

const isFree = ({ taken }: Plot, room: Mailbox, { startMs, endMs }: Span): boolean =>
  !(taken.get(room) ?? []).some((one) => one.startMs < endMs && one.endMs > startMs);

function add(plot: Plot, organizer: Mailbox, invited: MeetingPlan['invited'], number: number, span: Span): void {
  const { dice, group, plans, taken } = plot;
  const key = `${group.key}:${number}`;
  const subject = `${pickOne(dice, SUBJECTS) ?? ''} ${number}`;
  const plan = { key, organizer, invited, ...span, subject, isOnline: dice() < 0.4, isPrivate: dice() < 0.05 };
  plans.get(organizer)?.push(plan);
  for (const { mailbox } of invited) {
    plans.get(mailbox)?.push(plan);
    taken.get(mailbox)?.push(span);
  }
}

/** A meeting of a few people of the group, most often in one of its rooms. */
function addMeeting(plot: Plot, organizer: Mailbox, number: number, openMs: number): void {
  const { dice, group } = plot;
  const span = pickTime(dice, openMs);
  const invited: MeetingPlan['invited'][number][] = group.people
    .filter((one) => one !== organizer && dice() < 0.35)
    .map((mailbox) => ({ mailbox, response: pickOne(dice, ANSWERS) ?? 'none' }));
  const room = dice() < 0.6 ? pickOne(dice, group.rooms) : undefined;
  const isBookable = room !== undefined && isFree(plot, room, span);
  add(plot, organizer, isBookable ? [...invited, { mailbox: room, response: 'accepted' }] : invited, number, span);
}

function addRoomBooking(plot: Plot, room: Mailbox, number: number, openMs: number): void {
  const organizer = pickOne(plot.dice, plot.group.people);
  const span = pickTime(plot.dice, openMs);
  if (organizer === undefined || !isFree(plot, room, span)) return;
  add(plot, organizer, [{ mailbox: room, response: 'accepted' }], number, span);
}

/** Rooms are never booked twice, nor over what the story puts there. */
export function planMeetings(days: StoryDays, group: Group): GroupPlans {
  const plot: Plot = {
    group,
    dice: createDice(group.key),
    plans: new Map([...group.people, ...group.rooms].map((mailbox) => [mailbox, []])),
    taken: new Map(group.rooms.map((room) => [room, [...(group.taken.get(room) ?? [])]])),
  };
  let number = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const weekday = new Date(`${days.dateOf(day)}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const openMs = days.at(day, '08:00');
    for (const person of group.people) if (plot.dice() < 0.5) addMeeting(plot, person, (number += 1), openMs);
    for (const room of group.rooms) if (plot.dice() < 0.8) addRoomBooking(plot, room, (number += 1), openMs);
  }
  return plot.plans;
}
