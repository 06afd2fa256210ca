/** The steps of a proof run that only read: own calendars, rooms, free/busy, and where shifts and presence come from. */
import * as v from 'valibot';
import { isOwnCalendar } from '../../domain/policy/own-calendars.ts';
import { findFarSlot, toFarWindow, type WorkingTime } from '../../domain/rooms/find-far-slot.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { overlaps, type Interval } from '../../domain/time/intervals.ts';
import { Failure } from '../../domain/failure.ts';
import { MAX_BATCH } from '../batch.ts';
import type { GraphCall } from '../graph.ts';
import { listRooms } from '../list-rooms.ts';
import { parseAnswer, parseRows } from '../parse-answer.ts';
import { readFreeBusy } from '../read-free-busy.ts';
import { mailboxSettingsCall, parseMailboxSettings } from '../read-mailbox-settings.ts';
import { parseWorkPlan, workPlanCall } from '../read-work-plan.ts';
import { teamShiftsCall } from '../team-shifts.ts';
import { PASSED, type Outcome } from './proof-report.ts';
import type { Proof } from './proof-setup.ts';

const get = (path: string): GraphCall => ({ method: 'GET', path });
const atSecond = (instant: Temporal.Instant): string => instant.round('second').toString();
const toNow = ({ now }: Proof): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Math.round(now));

const calendar = v.object({
  id: v.string(),
  owner: v.nullish(v.object({ address: v.nullish(v.string(), '') })),
  isDefaultCalendar: v.nullish(v.boolean(), false),
});

/** A week of one calendar, of each event its id alone. */
function toViewCall({ id, isDefaultCalendar }: v.InferOutput<typeof calendar>, now: Temporal.Instant): GraphCall {
  const of = isDefaultCalendar ? '/me' : `/me/calendars/${encodeURIComponent(id)}`;
  const range = `startDateTime=${atSecond(now)}&endDateTime=${atSecond(now.add({ hours: 168 }))}`;
  return get(`${of}/calendarView?${range}&$select=id&$top=1`);
}

/** Each calendar of the runner's own is opened; those of others are counted by nobody. */
export async function proveCalendars(proof: Proof): Promise<Outcome> {
  const { graph, setup } = proof;
  const answer = await graph.send(get('/me/calendars?$select=id,owner,isDefaultCalendar&$top=100'), setup);
  const told = Date.parse(answer.header('Date') ?? '');
  if (!Number.isNaN(told)) proof.now = told;
  const { rows } = parseRows(calendar, answer.body, (row) => row);
  const address = rows.find(({ isDefaultCalendar }) => isDefaultCalendar)?.owner?.address ?? '';
  proof.ownAddress = address;
  const isOwn = (row: (typeof rows)[number]): boolean =>
    row.isDefaultCalendar || isOwnCalendar({ address: row.owner?.address ?? '' }, new Set([address.toLowerCase()]));
  const own = rows.filter(isOwn).slice(0, MAX_BATCH);
  if (own.length === 0) throw new Failure('mailbox_missing');
  const views = await graph.batch(
    own.map((row) => toViewCall(row, toNow(proof))),
    setup,
  );
  const failed = views.items.find((item) => item instanceof Failure);
  if (failed !== undefined) throw failed;
  return { state: 'passed', facts: { calendars: own.length } };
}

export async function proveRooms(proof: Proof): Promise<Outcome> {
  const { graph, setup } = proof;
  const rooms = await listRooms(graph, setup);
  proof.rooms = new Set(rooms.map(({ address }) => address.toLowerCase()));
  const facts = {
    rooms: rooms.length,
    withoutCapacity: rooms.filter(({ capacity }) => capacity === undefined).length,
    withoutBuilding: rooms.filter(({ building }) => building === undefined).length,
    withoutFloor: rooms.filter(({ floorNumber, floorLabel }) => (floorNumber ?? floorLabel) === undefined).length,
  };
  return rooms.length === 0 ? { state: 'failed', code: 'no_rooms', facts } : { state: 'passed', facts };
}

const OFFICE_HOURS: WorkingTime = {
  daysOfWeek: [1, 2, 3, 4, 5],
  start: new Temporal.PlainTime(9),
  end: new Temporal.PlainTime(17),
  zone: 'UTC',
};

/** Of the runner, where they may be read; usual ones otherwise. */
async function findHours({ graph, setup }: Proof): Promise<WorkingTime> {
  try {
    const { workingHours, zone } = parseMailboxSettings((await graph.send(mailboxSettingsCall, setup)).body);
    return workingHours ?? { ...OFFICE_HOURS, zone };
  } catch (error) {
    if (error instanceof Failure && error.code !== 'cancelled') return OFFICE_HOURS;
    throw error;
  }
}

const toBlocks = (found: FreeBusy | undefined): readonly Interval[] => (found?.state === 'known' ? found.blocks : []);

/** How the room is taken around the slot, as a text to compare with. Throws a Failure where it can't be read. */
export async function readRoomState({ graph, setup, slot }: Proof): Promise<string> {
  if (slot === undefined) return '';
  const [room] = await readFreeBusy(graph, { addresses: [setup.room], window: slot }, setup);
  if (room?.state !== 'known') throw new Failure('bad_response', { path: 'free/busy' });
  const touching = room.blocks.filter((block) => overlaps(block, slot));
  return touching
    .map(({ start, end, status }) => `${start.toString()} ${end.toString()} ${status}`)
    .sort()
    .join();
}

/** Beyond that the list may have been cut off. */
const MAX_LISTED = 10_000;

/** Also finds the slot that is booked afterwards. Whoever is no room is not asked any further: people are never invited. */
export async function proveFreeBusy(proof: Proof): Promise<Outcome> {
  const { graph, setup, rooms, ownAddress = '' } = proof;
  const address = setup.room.toLowerCase();
  const isWhole = rooms !== undefined && rooms.size > 0 && rooms.size < MAX_LISTED;
  if (isWhole && !rooms.has(address)) return { state: 'failed', code: 'room_unknown' };
  const hours = await findHours(proof);
  const given = setup.start === undefined ? undefined : { start: setup.start, end: setup.start.add({ minutes: 30 }) };
  const window = given ?? toFarWindow(toNow(proof), hours.zone);
  const addresses = [setup.room, ...(ownAddress === '' ? [] : [ownAddress])];
  const [room, own] = await readFreeBusy(graph, { addresses, window }, setup);
  if (room?.state !== 'known') return { state: 'failed', code: 'room_unknown' };
  proof.slot = given ?? findFarSlot(window, hours, [...toBlocks(room), ...toBlocks(own)]);
  if (proof.slot !== undefined) proof.before = await readRoomState(proof);
  return PASSED;
}

export async function proveWorkPlan(proof: Proof): Promise<Outcome> {
  const { graph, setup } = proof;
  const start = toNow(proof);
  const { body } = await graph.send(workPlanCall({ start, end: start.add({ hours: 336 }) }), setup);
  return { state: 'passed', facts: { shifts: parseWorkPlan(body, new Map()).rows.length } };
}

const team = v.object({ id: v.string() });

/** A team without a schedule is no failure; a refusal by every one of them is. */
export async function proveTeamsShifts(proof: Proof): Promise<Outcome> {
  const { graph, setup } = proof;
  const teams = parseRows(team, (await graph.send(get('/me/joinedTeams'), setup)).body, ({ id }) => id).rows;
  const start = toNow(proof);
  const calls = teams.slice(0, MAX_BATCH).map((id) => teamShiftsCall(id, { start, end: start.add({ hours: 168 }) }));
  const { items } = await graph.batch(calls, setup);
  const failures = items.filter((item) => item instanceof Failure);
  const broken = failures.find(({ code }) => code !== 'gone' && code !== 'access_denied');
  if (broken !== undefined) throw broken;
  const refused = failures.find(({ code }) => code === 'access_denied');
  if (refused !== undefined && failures.length === items.length) throw refused;
  return { state: 'passed', facts: { teams: teams.length, schedules: items.length - failures.length } };
}

const presence = v.object({ availability: v.nullish(v.string()) });

export async function provePresence({ graph, setup }: Proof): Promise<Outcome> {
  parseAnswer(presence, (await graph.send(get('/me/presence'), setup)).body);
  return PASSED;
}
