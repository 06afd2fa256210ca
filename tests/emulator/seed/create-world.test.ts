/** The seeds: what they always hold, at any size, the same each time. */
import { listMailboxEvents } from '../../../emulator/mailbox/list-mailbox-events.ts';
import { createWorld, listSeeds } from '../../../emulator/seed/create-world.ts';
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

  it('is ready at once even with 10,000 rooms and 5,000 people', () => {
    const world = createWorld({ seed: 'large', clock: createWorldClock(Date.parse(NOW), () => 0) });
    expect(world.people.size).toBe(5000);
    expect(world.places.filter(({ type }) => type === 'room')).toHaveLength(10_000);
  });
});
