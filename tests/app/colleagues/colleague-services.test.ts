import { startLiveWorld, type WayName } from '../../support/live-world.ts';

jest.setTimeout(60_000);
let world: Awaited<ReturnType<typeof startLiveWorld>>;

beforeAll(async () => {
  world = await startLiveWorld();
  // what is counted here are calls, not how often a busy schedule is asked again
  await world.control('POST', 'switches', { shiftsPerTeam: 1_000 });
});
afterAll(() => world.close());

const today = (): { start: Temporal.Instant; end: Temporal.Instant } => {
  const start = Temporal.Now.instant().subtract({ hours: 12 });
  return { start, end: start.add({ hours: 24 * 8 }) };
};
const SAM = 'sam@contoso.example';

describe.each<WayName>(['direct', 'relay'])('colleagues, %s', (way) => {
  const open = async (missing: readonly string[] = []) => {
    const page = await world.openConnected(way, 'alex', missing);
    return { page, colleagues: await page.openColleagues() };
  };

  it('learns in two calls whom meetings name, when they work and where they are', async () => {
    const { page, colleagues } = await open();
    const addresses = [SAM, 'noor@contoso.example', 'pat.whitfield@northwind.example'];
    const { people, knowledge } = await colleagues.learn({ window: today(), addresses, withPresence: true });
    if (!('told' in people) || !('told' in knowledge.shifts)) throw new Error('not told');
    const sam = people.told.get(SAM);
    expect(sam).toMatchObject({ name: 'Sam Okafor', address: SAM, isExternal: false });
    expect(people.told.has('pat.whitfield@northwind.example')).toBe(false);
    const mine = knowledge.shifts.told.shifts.filter(({ userObjectId }) => userObjectId === sam?.objectId);
    expect(new Set(mine.map(({ team, kind }) => `${team} ${kind}`))).toEqual(
      new Set(['Front desk HQ shift', 'Front desk HQ off']),
    );
    expect(knowledge.presence).toMatchObject({ told: { places: expect.any(Map) as unknown } });
    expect(knowledge.freeBusy).toMatchObject({ told: expect.any(Map) as unknown });
    expect(page.requests.filter((line) => /graph|v1\.0/.test(line))).toHaveLength(2);
    await colleagues.learn({ window: today(), addresses, withPresence: false });
    // teams, people and shifts are known by now
    expect(page.requests.filter((line) => /graph|v1\.0/.test(line))).toHaveLength(3);
  });

  it('finds people as somebody types: those they work with first', async () => {
    const { colleagues } = await open();
    const found = await colleagues.search('sa');
    expect(found.map(({ address }) => address)).toContain(SAM);
    expect(await colleagues.search(' "): ')).toEqual([]);
  });

  it('knows where a room is', async () => {
    const { colleagues } = await open();
    expect(await colleagues.readRoom('birch@contoso.example')).toEqual({
      ...{ name: '1.03 Birch', building: 'Headquarters', floor: '1' },
    });
  });

  it('reads photos straight from Graph alone', async () => {
    const { colleagues } = await open();
    const found = await colleagues.findColleagues({ addresses: [SAM, 'robin@contoso.example', 'lee@contoso.example'] });
    const ids = 'told' in found ? [...new Set([...found.told.values()].map(({ objectId }) => objectId))] : [];
    const photos = [...(await colleagues.readPhotos(ids)).values()];
    if (way === 'relay') expect(photos).toEqual([]);
    else expect(photos[0]).toMatch(/^data:image\/jpeg;base64,/);
  });
});

it('says of each source for itself that it was not agreed to', async () => {
  const page = await world.openConnected('direct', 'alex', ['Schedule.Read.All', 'Presence.Read.All']);
  const colleagues = await page.openColleagues();
  const { people, knowledge } = await colleagues.learn({ window: today(), addresses: [SAM], withPresence: true });
  expect(knowledge.shifts).toEqual({ why: 'notConsented' });
  expect(knowledge.presence).toEqual({ why: 'notConsented' });
  expect('told' in knowledge.freeBusy && 'told' in people).toBe(true);
});

it('says so too where our relay is told by Graph alone', async () => {
  const scopes = ['Schedule.Read.All', 'Presence.Read.All', 'User.ReadBasic.All'];
  await world.control('POST', 'consents', { person: 'sam', scopes, granted: false });
  const page = await world.openConnected('relay', 'sam');
  const colleagues = await page.openColleagues();
  const ids = ['1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11'];
  const { people, knowledge } = await colleagues.learn({ window: today(), ids, withPresence: true });
  expect(people).toEqual({ why: 'notConsented' });
  expect(knowledge.shifts).toEqual({ why: 'notConsented' });
});

it('leaves no refusal behind that nobody hears, where the person leaves while it learns', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => {
    unheard.push(reason);
  };
  process.on('unhandledRejection', hear);
  const page = await world.openConnected('direct');
  const colleagues = await page.openColleagues();
  const learning = colleagues.learn({ window: today(), addresses: [SAM], withPresence: true });
  page.forget();
  await expect(learning).rejects.toMatchObject({ code: 'cancelled' });
  await new Promise((done) => setTimeout(done, 200));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});

it.each<WayName>(['direct', 'relay'])(
  'takes turns with my own shifts, and with whoever else asks, %s: Teams never says that it is too much',
  async (way) => {
    await world.control('POST', 'switches', { shiftsPerTeam: 4 });
    await new Promise((done) => setTimeout(done, 1_100));
    const page = await world.openConnected(way);
    const { user } = await page.openSession();
    const { calendars, teams } = await page.readAgenda(today());
    const colleagues = await page.openColleagues();
    const asked = { calendars, teams, userObjectId: user.objectId };
    page.requests.length = 0;
    const later = { start: today().start.add({ hours: 24 * 5 }), end: today().end.add({ hours: 24 * 5 }) };
    const [rest, soon, then, more] = await Promise.all([
      page.readAgendaRest({ ...asked, window: today() }),
      colleagues.readShifts(today()),
      colleagues.readShifts(later),
      page.readAgendaRest({ ...asked, window: later }),
    ]);
    await world.control('POST', 'switches', { shiftsPerTeam: 1_000 });
    expect([...rest.problems, ...more.problems]).toEqual([]);
    if (!('told' in soon) || !('told' in then)) throw new Error('not told');
    const lastOf = (told: typeof soon.told): number => Math.max(...told.shifts.map(({ end }) => end.epochMilliseconds));
    expect(lastOf(then.told)).toBeGreaterThan(lastOf(soon.told));
    // mine twice, the teams, and the schedules of both windows at once: nothing again
    expect(page.requests.filter((line) => /graph|v1\.0/.test(line))).toHaveLength(4);
  },
);
