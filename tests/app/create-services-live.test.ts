/** What the page asks again and again, and what it tells of all it asked, against the real server and the emulator. */
import { toExport } from '../../src/domain/ledger/to-export.ts';
import { type WayName, startLiveWorld } from '../support/live-world.ts';

let world: Awaited<ReturnType<typeof startLiveWorld>>;
beforeAll(async () => {
  world = await startLiveWorld();
}, 60_000);
afterAll(() => world.close());

const day = (offset: number): Temporal.Instant =>
  Temporal.Now.zonedDateTimeISO('UTC').startOfDay().add({ days: offset }).toInstant();
const week = { start: day(-1), end: day(8) };
const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** Every text of an event that could give it away, however deep. */
function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 7 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

async function changeOneEvent(id: string): Promise<void> {
  const { token } = (await world.control('POST', 'tokens', { person: 'alex', audience: 'graph' })) as { token: string };
  const answer = await fetch(`${world.emulator.url}/v1.0/me/events/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ subject: 'Changed elsewhere' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

describe.each<[WayName]>([['direct'], ['relay']])('a page that stays open, %s', (way) => {
  it('A5 is told by one small answer that nothing changed, and which event did', async () => {
    const page = await world.openConnected(way);
    const { events } = await page.readAgenda(week);
    const whole = await page.readChanges(week);
    expect(whole.rows.map(({ id, etag }) => [id, etag]).sort()).toEqual(
      events.map(({ id, etag }) => [id, etag]).sort(),
    );
    page.requests.length = 0;
    const nothing = await page.readChanges(week, whole.link);
    expect(nothing.rows).toEqual([]);
    expect(page.requests).toHaveLength(1);
    const mine = events.find(({ isOrganizer, isRecurring }) => isOrganizer && !isRecurring);
    await changeOneEvent(mine?.id ?? '');
    const { rows } = await page.readChanges(week, nothing.link);
    expect(rows.map(({ id }) => id)).toEqual([mine?.id]);
    expect(rows[0]?.etag).not.toBe(mine?.etag);
  });

  it.each(['x', '999999.0.1'])('A5 knows that Graph has forgotten where it was (%s)', async (token) => {
    const page = await world.openConnected(way);
    const link = `https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=${token}`;
    await expect(page.readChanges(week, link)).rejects.toMatchObject({ code: 'gone' });
  });

  it('follows no link to another host', async () => {
    const page = await world.openConnected(way);
    page.requests.length = 0;
    const link = 'https://evil.example/v1.0/me/calendarView/delta?$deltatoken=x';
    await expect(page.readChanges(week, link)).rejects.toMatchObject({ code: 'bad_response' });
    expect(page.requests).toEqual([]);
  });

  it('tells of every call by what it was for, never of what it carried', async () => {
    const page = await world.openConnected(way);
    const { events, calendars, teams } = await page.readAgenda(week);
    const { user } = await page.openSession();
    await page.readAgendaRest({ window: week, calendars, teams, userObjectId: user.objectId });
    const rooms = await page.listRooms({ building: 'HQ' });
    await page.readFreeBusy([rooms[0]?.address ?? ''], week);
    await page.readChanges(week, (await page.readChanges(week)).link);
    const text = toExport(page.ledger.get(), { version: '1.0.0', now: NOW });
    const { calls } = page.ledger.get();
    expect(new Set(calls.map(({ transport }) => transport))).toEqual(new Set([way]));
    const asked = new Set(calls.map(({ path }) => path));
    for (const path of [
      '/me/calendarView',
      '/me/calendarView/delta',
      '/me/calendar/getSchedule',
      '/teams/{id}/schedule/shifts',
    ])
      expect(asked).toContain(path);
    expect(calls.find(({ path }) => path === '/me/calendarView')?.items).toBe(events.length);
    const mailbox = await world.listMailbox('alex@contoso.example');
    const canaries = new Set([events, calendars, teams, rooms, user, mailbox].flatMap(listTexts));
    // the name of everybody's first calendar is also the beginning of a permission's
    canaries.delete('Calendar');
    expect(canaries.size).toBeGreaterThan(200);
    expect([...canaries].filter((canary) => text.includes(canary))).toEqual([]);
    expect(text).not.toMatch(/@|eyJ|token|AAMk/);
  });

  it('forgets what it asked when the person leaves', async () => {
    const page = await world.openConnected(way);
    await page.readAgenda(week);
    expect(page.ledger.get().calls.length).toBeGreaterThan(3);
    page.forget();
    expect(page.ledger.get()).toEqual({ calls: [], dropped: 0 });
  });
});
