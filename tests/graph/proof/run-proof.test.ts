import { judgeProof } from '../../../src/domain/policy/judge-proof.ts';
import { startProofStage, toNamed, toOutcomes, type ProofStage, type Run } from './proof-stage.ts';

const REFUSED = { status: 403 };
const EVENTS = '/v1.0/me/events';
const ONE_EVENT = '/v1.0/me/events/*';

describe('runProof', () => {
  let stage: ProofStage;
  jest.setTimeout(20_000);
  beforeAll(async () => {
    stage = await startProofStage();
  });
  afterAll(() => stage.emulator.close());
  beforeEach(async () => {
    await stage.control('POST', 'reset', { roomAnswerMs: 50 });
  });

  /** Runs, and looks that neither mailbox holds anything more than before. */
  const runClean = async (wish: Run = {}) => {
    const before = await stage.readMailboxes(wish.room, wish.person);
    const events = await stage.run(wish);
    expect(await stage.readMailboxes(wish.room, wish.person)).toBe(before);
    expect(events.at(-1)?.step).toBe('clean_up');
    return events;
  };
  const refuseToken = (code: number, status = 400): Promise<string> => {
    const error_description = `AADSTS${code}: no.`;
    const body = { error: 'invalid_grant', error_description, error_codes: [code] };
    return stage.breakCall('POST', `/${stage.tenantId}/oauth2/v2.0/token`, { status, body });
  };

  it('passes every step where all is well, and leaves nothing behind', async () => {
    const events = await runClean({ ends: '2099-01-01' });
    expect(toNamed(events)).toEqual([]);
    expect(events.filter(({ state }) => state === 'passed')).toHaveLength(24);
    expect(judgeProof(events)).toBe('passed');
  });

  it('tells of each step that it begins before it tells how it ended', async () => {
    const told: string[] = [];
    await stage.run({ onEvent: ({ step, state }) => told.push(`${step} ${state}`) });
    expect(told.slice(0, 4)).toEqual([
      ...['registration running', 'registration passed', 'credential running', 'credential passed'],
    ]);
  });

  it('asks for nothing that belongs to a feature which is off', async () => {
    const off = { freeBusy: false, shifts: false, presence: false, people: false };
    const steps = Object.keys(toOutcomes(await stage.run({ features: off })));
    expect(steps).not.toEqual(expect.arrayContaining(['presence']));
    expect(steps).toHaveLength(17);
  });

  it('counts rooms and what the directory leaves out about them', async () => {
    const { facts } = (await stage.run()).find(({ step, state }) => step === 'rooms' && state === 'passed') ?? {};
    expect(facts).toEqual({ rooms: 25, withoutCapacity: 2, withoutBuilding: 1, withoutFloor: 2 });
  });

  const consents: [string, string, string][] = [
    ['User.Read', 'user', '/auth-start?for=agenda'],
    ['Calendars.Read', 'user', '/auth-start?for=agenda'],
    ['Calendars.ReadWrite', 'user', '/auth-start?for=booking'],
    ['MailboxSettings.Read', 'user', '/auth-start?for=agenda'],
    ['Place.Read.All', 'admin', 'Place.Read.All&redirect_uri='],
    ['Team.ReadBasic.All', 'admin', 'Team.ReadBasic.All&redirect_uri='],
    ['Schedule.Read.All', 'admin', 'Schedule.Read.All&redirect_uri='],
    ['Presence.Read.All', 'user', '/auth-start?for=presence'],
    ['People.Read', 'user', '/auth-start?for=people'],
    ['User.ReadBasic.All', 'user', '/auth-start?for=people'],
  ];
  it.each(consents)('names %s where it was never agreed to, and a link for the %s', async (scope, by, link) => {
    await stage.control('POST', 'consents', { person: 'robin', scopes: [scope], granted: false });
    const events = await runClean();
    expect(toNamed(events)).toEqual([`scope:${scope} failed consent_required`]);
    const { scopes, consent } = events.find(({ code }) => code === 'consent_required') ?? {};
    expect(scopes).toEqual([scope]);
    expect(consent).toMatchObject({ by, url: expect.stringContaining(link) as string });
  });

  it('finds a missing scope by trying where Entra does not say what it granted', async () => {
    await stage.control('POST', 'consents', { person: 'robin', scopes: ['Place.Read.All'], granted: false });
    const events = await runClean({ scopesUnknown: true, features: { people: false } });
    expect(toNamed(events)).toEqual(['scope:Place.Read.All failed consent_required']);
  });

  const refusals: [string, number, string][] = [
    ['the registration', 700016, 'registration failed registration_unknown'],
    ['the resource', 500011, 'registration failed registration_unknown'],
    ['the secret', 7000215, 'credential failed credential_refused'],
    ['an expired secret', 7000222, 'credential failed expired'],
    ['the certificate', 700027, 'credential failed credential_refused'],
    ['the person', 53003, 'sign_in failed interaction_required'],
  ];
  it.each(refusals)('names one step where Entra refuses %s', async (_name, code, named) => {
    await refuseToken(code);
    const events = await runClean();
    expect(toNamed(events)).toEqual([named]);
    expect(judgeProof(events)).toBe('failed');
  });

  it('names every scope, with links, where nothing was agreed to at all', async () => {
    await refuseToken(65001);
    const outcomes = toOutcomes(await runClean());
    expect(outcomes['scope:User.Read']).toBe('failed consent_required');
    expect(outcomes['scope:Place.Read.All']).toBe('failed consent_required');
    expect(outcomes).toMatchObject({ registration: 'passed', rooms: 'skipped not_reached' });
  });

  it('says only of the sign-in that Entra is away', async () => {
    await refuseToken(0, 503);
    expect(toNamed(await runClean())).toEqual(['sign_in failed upstream_unavailable']);
  });

  it('knows a certificate or secret that has ended or soon will', async () => {
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString();
    expect(toOutcomes(await stage.run({ ends: soon })).credential).toBe('passed expires_soon');
    expect(toNamed(await stage.run({ ends: '2020-01-01' }))).toEqual(['credential failed expired']);
  });

  const broken: [string, string, string, object, number][] = [
    ['calendars failed access_denied', 'GET', '/v1.0/me/calendars', REFUSED, 1],
    ['calendars failed access_denied', 'GET', '/v1.0/me/calendarView', REFUSED, 1],
    ['rooms failed access_denied', 'GET', '/v1.0/places/microsoft.graph.room', REFUSED, 1],
    ['rooms failed no_rooms', 'GET', '/v1.0/places/microsoft.graph.room', { status: 200, body: { value: [] } }, 1],
    ['free_busy failed access_denied', 'POST', '/v1.0/me/calendar/getSchedule', REFUSED, 1],
    ['book failed access_denied', 'POST', EVENTS, REFUSED, 1],
    ['cancel failed access_denied', 'DELETE', ONE_EVENT, REFUSED, 1],
    ['read_back failed leftovers', 'DELETE', ONE_EVENT, { status: 204 }, 2],
    ['work_plan failed access_denied', 'GET', '/v1.0/me/settings/workHoursAndLocations/*', REFUSED, 1],
    ['teams_shifts failed access_denied', 'GET', '/v1.0/me/joinedTeams', REFUSED, 1],
    ['presence failed access_denied', 'GET', '/v1.0/me/presence', REFUSED, 1],
  ];
  it.each(broken)('says %s where %s %s is broken, and goes on', async (named, method, path, answer, times) => {
    await stage.breakCall(method, path, answer, times);
    const events = await runClean();
    expect(toNamed(events)).toEqual([named]);
    expect(toOutcomes(events)).toMatchObject({ registration: 'passed', clean_up: 'passed' });
  });

  it('says how many events it could not clean up, and does so at the next run', async () => {
    const before = await stage.readMailboxes();
    await stage.breakCall('DELETE', ONE_EVENT, REFUSED, 99);
    const events = await stage.run();
    expect(toNamed(events)).toEqual(['cancel failed access_denied', 'clean_up failed leftovers']);
    expect(events.at(-1)?.facts).toEqual({ left: 2, removed: 0 });
    await stage.control('DELETE', 'faults');
    const next = await stage.run({ room: 'short' });
    expect(toNamed(next)).toEqual([]);
    expect(next.at(-1)?.facts).toEqual({ left: 0, removed: 2 });
    expect(await stage.readMailboxes()).toBe(before);
  });

  it('does not call the calendar clean where it booked and may not look any more', async () => {
    const onEvent: Run['onEvent'] = ({ step, state }) => {
      if (step === 'work_plan' && state === 'running')
        void stage.breakCall('GET', '/v1.0/me/calendar/calendarView', REFUSED, 9);
    };
    expect(toNamed(await runClean({ onEvent }))).toEqual(['clean_up failed access_denied']);
  });

  const rooms: [string, string, readonly string[]][] = [
    ['approval', 'inconclusive', ['book inconclusive room_wants_approval']],
    ['reserved', 'failed', ['book failed room_declined']],
    ['silent', 'failed', ['book failed room_silent']],
    ['busy', 'inconclusive', ['book inconclusive no_free_slot']],
    ['short', 'passed', []],
  ];
  it.each(rooms)('calls a run with the room %s %s', async (room, verdict, named) => {
    const events = await runClean({ room, speed: 20 });
    expect(toNamed(events)).toEqual(named);
    expect(judgeProof(events)).toBe(verdict);
  });

  it('is undecided about a room that accepts both bookings', async () => {
    const allows: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!/\/me\/events\/[^/]+\?/.test(String(input))) return answer;
      return new Response((await answer.text()).replaceAll('"declined"', '"accepted"'), answer);
    };
    const events = await runClean({ fetch: allows });
    expect(toNamed(events)).toEqual(['double_book inconclusive room_allows_conflicts']);
    expect(judgeProof(events)).toBe('inconclusive');
  });

  it('invites nobody who is no room', async () => {
    const events = await runClean({ room: 'sam' });
    expect(toNamed(events)).toEqual(['free_busy failed room_unknown']);
    expect(await stage.control('GET', 'traffic')).not.toContain('Room test');
  });

  it('books at the time that was asked for', async () => {
    const start = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 20 * 86_400_000).toISOString();
    const events = await runClean({ start });
    expect(toNamed(events)).toEqual([]);
    expect(String(events.find(({ step, state }) => step === 'book' && state === 'passed')?.facts?.['start'])).toBe(
      start.replace('.000', ''),
    );
  });

  it('skips the calendar of a runner without a mailbox, and names the link for a tester', async () => {
    const events = await stage.run({ person: 'kim' });
    const outcomes = toOutcomes(events);
    expect(outcomes).toMatchObject({ registration: 'passed', rooms: 'passed', calendars: 'skipped mailbox_missing' });
    expect(outcomes).toMatchObject({ book: 'skipped mailbox_missing', clean_up: 'skipped mailbox_missing' });
    expect(events.find(({ code }) => code === 'mailbox_missing')?.remedy).toContain('http://localhost:3000/tab');
    expect(judgeProof(events)).toBe('inconclusive');
  });

  it('leaves nothing where the answer to every booking is lost', async () => {
    await stage.breakCall('POST', EVENTS, { status: 504, carriedOut: true }, 2);
    expect(toNamed(await runClean())).toEqual([]);
    await stage.breakCall('POST', EVENTS, { status: 504, carriedOut: true }, 99);
    expect(toNamed(await runClean())).toEqual([]);
  });

  it('leaves nothing where the connection is cut in the middle of everything', async () => {
    await stage.breakCall('POST', EVENTS, { status: 200, cut: true, carriedOut: true }, 3);
    await runClean({ speed: 5 });
  });

  it.each(['free_busy', 'book', 'double_book', 'cancel'] as const)(
    'cleans up where it is ended early, in %s',
    async (at) => {
      const ending = new AbortController();
      const onEvent: Run['onEvent'] = ({ step, state }) => {
        if (step === at && state === 'running') setTimeout(() => ending.abort(), 15);
      };
      const begun = Date.now();
      const events = await runClean({ signal: ending.signal, onEvent });
      expect(Date.now() - begun).toBeLessThan(8_000);
      expect(toOutcomes(events)).toMatchObject({ work_plan: 'skipped not_reached', clean_up: 'passed' });
      expect(judgeProof(events)).toBe('inconclusive');
    },
  );

  it('says nothing of any calendar', async () => {
    const words = [...(await stage.listMailbox('robin')), ...(await stage.listMailbox('plain'))].flatMap((event) => [
      String(event['subject']),
      String((event['organizer'] as { emailAddress: { address: string } }).emailAddress.address),
    ]);
    const told = JSON.stringify(await stage.run());
    expect(words.length).toBeGreaterThan(0);
    for (const word of [...words, 'plain', 'Linden', 'Room test', 'robin', 'Robin', stage.domain])
      expect(told).not.toContain(word);
  });
});
