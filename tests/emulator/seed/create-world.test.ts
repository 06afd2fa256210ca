/** The seeds: what they always hold, at any size, the same each time. */
import { listMailboxEvents } from '../../../emulator/mailbox/list-mailbox-events.ts';
import { createWorld, listSeeds } from '../../../emulator/seed/create-world.ts';
import type { SeededWorld } from '../../../emulator/seed/seeded-world.ts';
import { createWorldClock } from '../../../emulator/world-clock.ts';
import { createStage, NOW, type Json } from '../graph/stage.ts';

const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];

describe('a seed', () => {
  it('is one of those listed', () => {
    expect(listSeeds()).toEqual(['small', 'large']);
    expect(() => createStage({ seed: 'huge' })).toThrow('no such seed: huge');
    expect(() => createStage({ seed: '__proto__' })).toThrow('no such seed');
  });

  it('has its people, their mailboxes and both organisations', () => {
    const { world } = createStage();
    const people = new Map([...world.people.values()].map((person) => [person.key, person]));
    expect([...people.keys()].slice(0, 5)).toEqual(['alex', 'sam', 'robin', 'kim', 'jo']);
    expect(people.get('robin')?.appRoles).toEqual(['Integration.Admin']);
    expect(people.get('kim')).toMatchObject({ mail: null, userType: 'Guest' });
    expect(world.tenants.map(({ domain }) => domain)).toEqual(['contoso.example', 'fabrikam.example']);
    expect(people.get('jo')?.tenantId).toBe(world.tenants[1]?.id);
    expect(people.get('alex')?.tenantId).toBe(world.tenants[0]?.id);
    expect(world.consents.tenantWide.get(world.tenants[0]?.id ?? '')?.has('Calendars.ReadWrite')).toBe(true);
  });

  it('holds the same twice, whatever is looked at first', () => {
    const [one, two] = [createStage(), createStage()];
    listMailboxEvents(two.world, 'hugo@contoso.example');
    for (const address of ['alex@contoso.example', 'oak@contoso.example', 'hugo@contoso.example'])
      expect(listMailboxEvents(one.world, address)).toEqual(listMailboxEvents(two.world, address));
    expect([...one.world.people.keys()]).toEqual([...two.world.people.keys()]);
  });

  it('is laid around today', async () => {
    const june = createStage({ now: '2027-06-09T10:00:00Z' });
    const { json } = await june.ask(
      'GET /me/calendarView?startDateTime=2027-06-09T00:00:00Z&endDateTime=2027-06-09T08:00:00Z&$orderby=start/dateTime',
    );
    expect(values(json).map(({ subject, start }) => [subject, start?.['dateTime']])).toContainEqual([
      'Handover',
      '2027-06-09T05:15:00.0000000',
    ]);
  });

  it('tells alex’s story in the coming week', async () => {
    const stage = createStage();
    const { json } = await stage.ask(
      'GET /me/calendarView?startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-12-12T23:00:00Z&$top=1000',
    );
    const find = (subject: string): Json | undefined =>
      values(json).find((event) => String(event['subject']).startsWith(subject));
    const roomAnswer = (event: Json | undefined): unknown =>
      (event?.['attendees'] as readonly Json[]).find(({ type }) => String(type) === 'resource')?.['status']?.[
        'response'
      ];
    expect(roomAnswer(find('Design review'))).toBe('accepted');
    expect(find('Design review')).toMatchObject({ isOnlineMeeting: false });
    expect(roomAnswer(find('Vendor demo'))).toBe('declined');
    expect(roomAnswer(find('Steering'))).toBe('tentativelyAccepted');
    expect(roomAnswer(find('Archive'))).toBe('none');
    expect(find('Dentist')).toMatchObject({ sensitivity: 'private' });
    expect(find('Canceled: Project Falcon')).toMatchObject({ isCancelled: true });
    expect(find('Safety round')).toMatchObject({ start: { dateTime: '2026-11-27T01:00:00.0000000' } });
    expect(find('All-hands')?.['attendees']).toHaveLength(61);
    expect(find('<img src=x onerror=alert(1)>')).toBeDefined();
    expect(String(find('Quarterly review')?.['subject']).length).toBeGreaterThan(200);
    expect(find('Call with Seattle')).toMatchObject({
      originalStartTimeZone: 'Pacific Standard Time',
      start: { dateTime: '2026-11-29T16:30:00.0000000' },
    });
    expect(find('Client call')?.['attendees']?.[0]?.['emailAddress']?.['address']).toBe(
      'pat.whitfield@northwind.example',
    );
  });

  it('leaves nothing in a room that declined, and a tentative entry where it was never answered', () => {
    const { world } = createStage();
    const titles = (address: string): unknown[] =>
      (listMailboxEvents(world, address) as unknown as readonly Json[]).map(({ iCalUId }) => iCalUId);
    const story = listMailboxEvents(world, 'alex@contoso.example') as unknown as readonly Json[];
    const uidOf = (subject: string): unknown =>
      story.find((event) => String(event['subject']).startsWith(subject))?.['iCalUId'];
    expect(titles('busy@contoso.example')).not.toContain(uidOf('Vendor demo'));
    expect(titles('silent@contoso.example')).toContain(uidOf('Archive'));
  });

  it('never books a room twice', () => {
    const { world } = createStage();
    for (const { type, json } of world.places) {
      if (type !== 'room') continue;
      const events = [...(world.mailboxes.find(String(json['emailAddress']))?.events.values() ?? [])];
      const singles = events
        .filter(({ recurrence }) => recurrence === null)
        .sort((a, b) => a.time.startMs - b.time.startMs);
      for (const [index, event] of singles.entries())
        expect(event.time.startMs).toBeGreaterThanOrEqual(singles[index - 1]?.time.endMs ?? 0);
    }
  });

  it.each([
    ['ten rooms and five people', { rooms: 10, people: 5 }, 10, 5],
    ['a thousand rooms and three hundred people', { rooms: 1000, people: 300 }, 1000, 300],
  ])('comes with %s', async (_name, counts, rooms, people) => {
    const stage = createStage(counts);
    const { json } = await stage.ask('GET /places/microsoft.graph.room?$count=true&$top=1');
    expect(json['@odata.count']).toBe(rooms);
    expect(values(json)[0]?.['emailAddress']).toBe('plain@contoso.example');
    expect(stage.world.people.size).toBe(people);
  });

  it('fills made-up people and rooms with meetings when they are looked at', () => {
    const { world } = createStage({ rooms: 60, people: 60 });
    expect(world.mailboxes.peek('room-00020@contoso.example')?.events.size).toBe(0);
    expect(world.mailboxes.find('room-00020@contoso.example')?.events.size).toBeGreaterThan(5);
  });

  it.each([0, 50, 5000])('gives alex %s events in the seven days from today when asked for', async (events) => {
    const stage = createStage({ events });
    let [count, skip] = [0, 0];
    for (let pages = 0; pages === 0 || skip > 0; pages += 1) {
      const { json } = await stage.ask(
        `GET /me/calendarView?startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-11-29T23:00:00Z&$top=1000&$select=id&$skip=${skip}`,
      );
      count += values(json).length;
      skip = json['@odata.nextLink'] === undefined ? 0 : skip + 1000;
    }
    expect(count).toBe(events);
  });

  it('is ready at once even with 10,000 rooms and 5,000 people in 50 buildings', () => {
    const world = createWorld({ seed: 'large', clock: createWorldClock(Date.parse(NOW), () => 0) });
    expect(world.people.size).toBe(5000);
    expect(countPlaces(world, 'room')).toBe(10_000);
    expect(countPlaces(world, 'building')).toBe(50);
  });
});

const countPlaces = ({ places }: SeededWorld, type: string): number =>
  places.filter((place) => place.type === type).length;

/** All that somebody could read out of a world: places, people, and what mailboxes hold. */
function toDigest(world: SeededWorld, addresses: readonly string[]): string {
  const plans = [...world.workPlans].map(([id, plan]) => [id, [...plan.occurrences], [...plan.recurrences]]);
  const { places, people, teams, tenants } = world;
  const calendars = addresses.map((address) => listMailboxEvents(world, address));
  const settings = addresses.map((address) => world.mailboxes.peek(address)?.settings);
  return JSON.stringify({ places, people: [...people], teams, tenants, plans, calendars, settings });
}

describe('a world', () => {
  const SOME = ['alex', 'sam', 'hugo', 'plain', 'busy', 'oak', 'ash', 'room-00001', 'room-00077', 'window-row'];
  const addresses = SOME.map((key) => `${key}@contoso.example`);
  const make = (options: { now?: string; seed?: string; rooms?: number; buildings?: number } = {}): string =>
    toDigest(createStage({ rooms: 100, people: 40, ...options }).world, addresses);

  it('is the same for the same seed, time and counts, and another for any other', () => {
    const first = make();
    expect(make()).toBe(first);
    expect(make({ now: '2026-11-24T05:00:00Z' })).not.toBe(first);
    expect(make({ seed: 'large', buildings: 3 })).not.toBe(first);
    expect(make({ rooms: 101 })).not.toBe(first);
    expect(make({ buildings: 7 })).not.toBe(first);
  });

  it('makes a calendar up again as it was, whatever was booked meanwhile in another of its group', async () => {
    const stage = createStage({ rooms: 3000, people: 50 });
    const rooms = Array.from({ length: 600 }, (_, n) => `room-${String(n + 1).padStart(5, '0')}@contoso.example`);
    const before = listMailboxEvents(stage.world, rooms[0] ?? '');
    const attendees = [{ type: 'resource', emailAddress: { address: rooms[1] } }];
    const [start, end] = ['2026-11-29T09:00:00', '2026-11-29T10:00:00'].map((dateTime) => ({
      ...{ dateTime, timeZone: 'UTC' },
    }));
    await stage.ask('POST /me/events', { subject: 'Between', start, end, attendees });
    for (const room of rooms) listMailboxEvents(stage.world, room);
    await stage.ask('GET /me');
    expect(stage.world.mailboxes.peek(rooms[0] ?? '')?.events.size).toBe(0);
    expect(listMailboxEvents(stage.world, rooms[0] ?? '')).toEqual(before);
  });

  it.each([
    ['the smallest', { buildings: 1, rooms: 10, people: 5 }],
    ['many buildings and little in them', { buildings: 50, rooms: 10, people: 5 }],
    ['one building for all', { buildings: 1, rooms: 400, people: 60 }],
    ['two of the story’s buildings', { buildings: 2, rooms: 30, people: 15 }],
    ['one more building than the story has', { buildings: 4, rooms: 26, people: 16 }],
    ['the largest', { buildings: 50, rooms: 10_000, people: 5000 }],
  ])(
    'comes as %s',
    async (_name, counts) => {
      const stage = createStage(counts);
      const { world } = stage;
      expect([countPlaces(world, 'building'), countPlaces(world, 'room')]).toEqual([counts.buildings, counts.rooms]);
      expect(world.people.size).toBe(counts.people);
      expect([...world.people.values()].slice(0, 5).map(({ key }) => key)).toEqual([
        'alex',
        'sam',
        'robin',
        'kim',
        'jo',
      ]);
      const rooms = world.places.filter(({ type }) => type === 'room').map(({ json }) => String(json['emailAddress']));
      const always = ['plain', 'busy', 'approval', 'silent', 'short', 'reserved'];
      expect(rooms.slice(0, 6)).toEqual(always.map((key) => `${key}@contoso.example`));
      expect(new Set(rooms).size).toBe(counts.rooms);
      const ids = new Set(world.places.map(({ json }) => json['id']));
      expect(ids.size).toBe(world.places.length);
      expect(world.places.filter(({ json }) => json['parentId'] !== null && !ids.has(json['parentId']))).toEqual([]);
      const workDays = [...world.workPlans.values()].flatMap(({ occurrences }) => [...occurrences.values()]);
      expect(workDays.filter(({ placeId }) => placeId !== null && !ids.has(placeId))).toEqual([]);
      const answer = await stage.ask(
        'GET /me/calendarView?startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-11-29T23:00:00Z',
      );
      expect(answer.status).toBe(200);
    },
    30_000,
  );
});

describe('the places of a seed', () => {
  const stage = createStage();
  const list = async (type: string): Promise<readonly Json[]> =>
    values((await stage.ask(`GET /places/microsoft.graph.${type}`)).json);

  it('are buildings, floors, sections, workspaces and desks, each within the one before [C]', async () => {
    const [floors, sections, workspaces, desks] = await Promise.all(
      ['floor', 'section', 'workspace', 'desk'].map((type) => list(type)),
    );
    const idsOf = (places: readonly Json[] = []): unknown[] => places.map(({ placeId }) => placeId);
    expect(sections?.map(({ displayName }) => displayName)).toEqual(['East wing', 'West wing', 'River deck']);
    for (const { parentId } of sections ?? []) expect(idsOf(floors)).toContain(parentId);
    for (const { parentId } of [...(workspaces ?? []), ...(desks ?? [])]) expect(idsOf(sections)).toContain(parentId);
  });

  it('have desks to book, for whoever comes, of one person, and out of use [C]', async () => {
    const desks = await list('desk');
    const sam = [...stage.world.people.values()].find(({ key }) => key === 'sam');
    expect(new Map(desks.map(({ displayName, mode }) => [String(displayName), mode]))).toEqual(
      new Map<string, object>([
        ['3.41', { '@odata.type': '#microsoft.graph.reservablePlaceMode' }],
        [
          '3.42',
          {
            '@odata.type': '#microsoft.graph.assignedPlaceMode',
            assignedUserEmailAddress: 'sam@contoso.example',
            assignedUserId: sam?.objectId,
          },
        ],
        ['3.43', { '@odata.type': '#microsoft.graph.dropInPlaceMode' }],
        ['3.51', { '@odata.type': '#microsoft.graph.unavailablePlaceMode' }],
        ['2.21', { '@odata.type': '#microsoft.graph.reservablePlaceMode' }],
      ]),
    );
    expect(desks[0]?.['mailboxDetails']).toMatchObject({ emailAddress: 'desk-e1@contoso.example' });
    expect(desks[1]?.['mailboxDetails']).toBeNull();
  });

  it('have workspaces with an address in the room lists, free until somebody books, for many at once [C]', async () => {
    const { json } = await stage.ask('GET /places/rooms-hq@contoso.example/microsoft.graph.roomlist/workspaces');
    expect(values(json).map(({ emailAddress, capacity }) => [emailAddress, capacity])).toEqual([
      ['window-row@contoso.example', 6],
      ['project-bay@contoso.example', 10],
    ]);
    const [start, end] = ['2026-11-25T09:00:00', '2026-11-25T10:00:00'].map((dateTime) => ({
      ...{ dateTime, timeZone: 'UTC' },
    }));
    const attendees = [{ type: 'resource', emailAddress: { address: 'window-row@contoso.example' } }];
    const ids: unknown[] = [];
    for (const as of ['alex', 'sam'])
      ids.push([
        as,
        (await stage.ask('POST /me/events', { subject: 'Desk', start, end, attendees }, { as })).json['id'],
      ]);
    stage.pass(2000);
    for (const [as, id] of ids as readonly [string, string][]) {
      const event = await stage.ask(`GET /me/events/${id}`, undefined, { as });
      const [workspace] = event.json['attendees'] as readonly Json[];
      expect(workspace?.['status']?.['response']).toBe('accepted');
    }
  });

  it('have rooms that are let go where nobody checks in, in the story and among made-up ones [C]', () => {
    const { world } = createStage({ rooms: 200 });
    const minutesOf = (key: string): number | undefined =>
      world.mailboxes.peek(`${key}@contoso.example`)?.policy?.releaseAfterMinutes;
    expect(['plain', 'ash', 'otter', 'room-00004', 'room-00005'].map(minutesOf)).toEqual([0, 10, 15, 15, 0]);
  });
  it('give a person working hours in a zone of the person’s own making [B1]', async () => {
    const { json } = await createStage().ask('POST /me/calendar/getSchedule', {
      schedules: ['yusuf@contoso.example', 'sam@contoso.example'],
      startTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-11-24T00:00:00', timeZone: 'UTC' },
    });
    const [yusuf, sam] = values(json).map((one) => one['workingHours']?.['timeZone']);
    expect(yusuf).toMatchObject({ '@odata.type': '#microsoft.graph.customTimeZone', bias: -180 });
    expect(sam).toEqual({ name: 'W. Europe Standard Time' });
  });
});
