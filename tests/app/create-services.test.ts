import type { CalendarEvent } from '../../src/domain/agenda/calendar-event.ts';
import type { BookingRequest } from '../../src/domain/booking/booking.ts';
import type { Room } from '../../src/domain/rooms/room.ts';
import { until } from '../support/little-calendar.ts';
import { type LivePage, type WayName, startLiveWorld } from '../support/live-world.ts';

let world: Awaited<ReturnType<typeof startLiveWorld>>;
beforeAll(async () => {
  world = await startLiveWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.control('POST', 'reset', { roomAnswerMs: 100 });
});
afterEach(() => world.control('DELETE', 'faults'));

const day = (offset: number): Temporal.Instant =>
  Temporal.Now.zonedDateTimeISO('UTC').startOfDay().add({ days: offset }).toInstant();
const week = { start: day(0), end: day(7) };
const toRequest = (offset: number, more: Partial<BookingRequest> = {}): BookingRequest => ({
  ...{ subject: 'Design review', graphZone: 'W. Europe Standard Time', heads: 2, online: true, inviteAtOnce: false },
  ...{ start: day(offset).add({ hours: 13 }), end: day(offset).add({ hours: 13, minutes: 30 }) },
  people: [{ name: 'Sam', address: 'sam@contoso.example', kind: 'required' }],
  ...more,
});

async function findRoom(page: LivePage, name: string): Promise<Room> {
  const room = (await page.listRooms()).find(({ address }) => address.startsWith(`${name}@`));
  if (room === undefined) throw new Error(`no room ${name}`);
  return room;
}
/** The events of a day that these tests made. */
async function listMine(page: LivePage, offset: number): Promise<readonly CalendarEvent[]> {
  const { events } = await page.readAgenda({ start: day(offset), end: day(offset + 1) });
  return events.filter(({ subject }) => subject.includes('Design review'));
}
const mailOf = ({ address }: Room) => address;
const subjects = (list: readonly Record<string, unknown>[]): unknown[] => list.map(({ subject }) => subject);

describe.each<[WayName]>([['direct'], ['relay']])('createServices, %s', (way) => {
  const open = () => world.openConnected(way);

  it('reads the agenda in one request, with shifts, zone and own calendars', async () => {
    const page = await open();
    const first = await page.readAgenda(week);
    expect(page.requests).toEqual([way === 'direct' ? 'POST /v1.0/$batch' : 'POST /graph/v1.0/$batch']);
    expect(first.problems).toEqual([]);
    expect(first.skipped).toBe(0);
    expect(first.events.length).toBeGreaterThan(3);
    expect(first.workPlan.length).toBeGreaterThan(3);
    expect(first.workPlan.some(({ place }) => place.kind === 'office' && place.building)).toBe(true);
    expect(first.mailbox?.zone).toBeDefined();
    expect(first.calendars.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('fills in Teams Shifts and the other own calendars in a second one', async () => {
    const page = await open();
    const { user } = await page.openSession();
    const { calendars, teams } = await page.readAgenda(week);
    page.requests.length = 0;
    const rest = await page.readAgendaRest({ window: week, calendars, teams, userObjectId: user.objectId });
    expect(page.requests).toHaveLength(1);
    expect(rest.problems).toEqual([]);
    expect(rest.teamsShifts.length).toBeGreaterThan(0);
  });

  it('D22 lists the rooms once a page load', async () => {
    const page = await open();
    page.requests.length = 0;
    const [rooms, again] = await Promise.all([page.listRooms(), page.listRooms()]);
    expect(again).toBe(rooms);
    expect(rooms.length).toBeGreaterThan(5);
    expect(page.requests).toHaveLength(1);
  });

  it('reads free/busy of rooms', async () => {
    const page = await open();
    const rooms = await page.listRooms();
    const found = await page.readFreeBusy(rooms.map(mailOf), { start: day(1), end: day(2) });
    expect(found).toHaveLength(rooms.length);
    expect(found.every(({ state }) => state === 'known')).toBe(true);
  });

  it('books a room that accepts: one event here, one there, people invited after the yes', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    const booking = page.bookRoom(toRequest(20), plain, []);
    const state = await until(booking, 'booked', 'failed', 'declined');
    expect(state).toMatchObject({ phase: 'booked', online: 'made' });
    const held = await world.listMailbox(plain.address);
    expect(held.filter(({ start }) => JSON.stringify(start).includes(String(day(20)).slice(0, 10)))).toHaveLength(1);
    const sams = await world.listMailbox('sam@contoso.example');
    expect(subjects(sams).filter((subject) => subject === 'Design review')).toHaveLength(1);
    const events = await listMine(page, 20);
    expect(events).toMatchObject([{ subject: 'Design review', showAs: 'busy' }]);
    expect(events[0]?.holdMark).toBeUndefined();
  });

  it('books once though it is begun twice', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    const request = toRequest(21);
    const both = [page.bookRoom(request, plain, []), page.bookRoom(request, plain, [])];
    expect(both[0]).toBe(both[1]);
    if (both[0]) await until(both[0], 'booked');
    expect(await listMine(page, 21)).toHaveLength(1);
  });

  it('leaves nothing of a booking that the room declines, in neither calendar', async () => {
    const page = await open();
    const short = await findRoom(page, 'short');
    const before = await world.listMailbox(short.address);
    const request = toRequest(20, { end: day(20).add({ hours: 14 }) });
    const plain = await findRoom(page, 'plain');
    const state = await until(page.bookRoom(request, short, [plain]), 'declined', 'failed', 'booked');
    expect(state).toMatchObject({ phase: 'declined', next: { address: plain.address } });
    expect(state).toMatchObject({ receipt: { ownEvent: { outcome: 'gone' }, room: { outcome: 'free' } } });
    expect(await world.listMailbox(short.address)).toEqual(before);
    expect(await listMine(page, 20)).toEqual([]);
  });

  it('E02 makes one event when the answer to the POST is lost', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    const match = { method: 'POST', path: '/v1.0/me/events' };
    await world.control('POST', 'faults', [{ match, answer: { status: 503 }, times: 1 }]);
    const booking = page.bookRoom(toRequest(22), plain, []);
    expect(await until(booking, 'booked', 'failed')).toMatchObject({ phase: 'booked' });
    expect(await listMine(page, 22)).toHaveLength(1);
  });

  it('E04 waits as long as Graph asks, shows it, and can be cancelled meanwhile', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    const match = { method: 'POST', path: '/v1.0/me/events' };
    const answer = { status: 429, headers: { 'Retry-After': '30' } };
    await world.control('POST', 'faults', [{ match, answer, times: 1 }]);
    const booking = page.bookRoom(toRequest(23), plain, []);
    if (way === 'direct') {
      const { until: at } = await until(booking, 'waiting');
      expect(at.since(page.now()).total('seconds')).toBeGreaterThan(20);
      booking.cancel();
      await until(booking, 'cancelled');
    } else {
      // the relay waits no longer than it may and says how long it would be
      await until(booking, 'waiting');
      booking.cancel();
      await until(booking, 'cancelled');
    }
    expect(await listMine(page, 23)).toEqual([]);
  });

  it('finishes a hold that another page left', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    await world.control('POST', 'reset', { roomAnswerMs: 600 });
    const booking = page.bookRoom(toRequest(24), plain, []);
    await until(booking, 'asking');
    page.forget();
    const later = await world.openConnected(way);
    const [event] = await listMine(later, 24);
    expect(event?.subject).toBe('HOLD · Design review');
    const resumed = event && later.resumeHold(event);
    if (event === undefined || resumed === undefined) throw new Error('no hold');
    expect(later.resumeHold(event)).toBe(resumed);
    expect(await until(resumed, 'booked', 'failed')).toMatchObject({ phase: 'booked' });
  });

  it('adds a room to a meeting I organize, and takes it out again as it was', async () => {
    const page = await open();
    const plain = await findRoom(page, 'plain');
    const short = await findRoom(page, 'short');
    const made = page.bookRoom(toRequest(25, { end: day(25).add({ hours: 14 }) }), plain, []);
    await until(made, 'booked');
    const read = async () => (await listMine(page, 25))[0];
    const existing = await read();
    if (existing === undefined) throw new Error('no meeting');
    const request = toRequest(25, { end: day(25).add({ hours: 14 }), existing, people: [] });
    const booking = page.bookRoom(request, short, []);
    expect(await until(booking, 'declined', 'failed', 'booked')).toMatchObject({
      phase: 'declined',
      receipt: { ownEvent: { outcome: 'asBefore' } },
    });
    const after = await read();
    expect(after?.attendees.map(({ address }) => address)).toEqual(existing.attendees.map(({ address }) => address));
    expect(after?.locations).toEqual(existing.locations);
  });
});

describe('createServices', () => {
  it('asks session and token side by side, and reads one batch after', async () => {
    await world.openConnected('direct');
    const page = world.openPage('direct');
    expect(page.transportHint()).toBe('direct');
    await page.openSession();
    await page.readAgenda(week);
    expect(page.requests).toEqual(['POST /api/session', 'POST /v1.0/$batch']);
  });

  it('asks the relay beside the session', async () => {
    await world.openConnected('relay');
    const page = world.openPage('relay');
    expect(page.transportHint()).toBe('relay');
    const [, first] = await Promise.all([page.openSession(), page.readAgenda(week)]);
    expect(first.events.length).toBeGreaterThan(0);
    expect(page.requests).toHaveLength(2);
  });

  it('the relay refuses the agenda of somebody who disconnected', async () => {
    const page = await world.openConnected('relay');
    await page.changeConnection({ connected: false });
    await expect(page.readAgenda(week)).rejects.toMatchObject({ code: 'not_connected' });
  });

  it('B10 tells of a refusal of the relay, also where the part of the page that asked keeps it to itself', async () => {
    const page = await world.openConnected('relay');
    const first = await page.readAgenda(week);
    const refused: string[] = [];
    page.onRefused(({ code }) => refused.push(code));
    await page.changeConnection({ connected: false });
    const { calendars, teams } = first;
    const rest = await page
      .readAgendaRest({ window: week, calendars, teams, userObjectId: 'alex' })
      .catch(() => undefined);
    expect(rest?.events ?? []).toEqual([]);
    expect(new Set(refused)).toEqual(new Set(['not_connected']));
  });

  it('one missing scope costs only what it is for', async () => {
    const page = await world.openConnected('direct', 'alex', ['Team.ReadBasic.All', 'Place.Read.All']);
    const first = await page.readAgenda(week);
    expect(first.events.length).toBeGreaterThan(0);
    expect(first.mailbox).toBeDefined();
    expect(first.problems).toMatchObject([{ source: 'teamsShifts', failure: { code: 'consent_required' } }]);
    await expect(page.listRooms()).rejects.toMatchObject({ code: 'consent_required' });
  });

  it('E21 says that a guest has no mailbox', async () => {
    const page = await world.openConnected('direct', 'kim');
    await expect(page.readAgenda(week)).rejects.toMatchObject({ code: 'mailbox_missing' });
  });

  it('F06 tears off what is under way when the page forgets', async () => {
    const page = await world.openConnected('direct');
    const reading = page.readAgenda(week);
    page.forget();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
