/**
 * Every step of the proof run, broken one at a time at Microsoft 365: the page names it, says what to do, and goes on.
 * The run is made by the server, so it is the same whichever way the page reads calendars.
 */
import type { Frame } from 'playwright-core';
import { toProofEvent } from '../../src/domain/booking/proof-mark.ts';
import { PROOF_STEPS } from '../../src/domain/contract/proof.ts';
import { findMistakes } from '../support/axe-in-frame.ts';
import { createServerCall, listHeld, listIn, readSteps, runTest, stepRow } from '../support/proof-journey.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

const EVENTS = '/v1.0/me/events';
const ONE_EVENT = '/v1.0/me/events/*';
const BOOKING = ['book', 'double_book', 'cancel', 'read_back'];
const CALENDAR = ['free_busy', ...BOOKING];
const ALL = PROOF_STEPS.filter((step) => step !== 'proof');
/** What needs a token for Graph. */
const BEHIND_SIGN_IN = ALL.filter((step) => !['registration', 'credential', 'sign_in'].includes(step));

let stage: Stage;
let visitor: Visitor;
let tab: Frame;

interface Break {
  readonly step: (typeof ALL)[number];
  /** What is done to Microsoft 365. */
  readonly by: string;
  readonly breakIt: () => Promise<unknown>;
  readonly room?: string;
  readonly state?: 'failed' | 'inconclusive';
  /** What is wrong, and what to do. */
  readonly says: readonly [RegExp, RegExp];
  /** Steps that can't be tried without it. */
  readonly leftOut?: readonly string[];
}

const fault =
  (method: string, path: string, answer: object = { status: 403 }, times = 1) =>
  (): Promise<unknown> =>
    stage.control('POST', '/emulator/faults', [{ match: { method, path }, answer, times }]);
const turn = (switches: object) => (): Promise<unknown> => stage.control('POST', '/emulator/switches', switches);
const consent = (scope: string, granted: boolean): Promise<unknown> =>
  stage.control('POST', '/emulator/consents', { person: 'robin', scopes: [scope], granted });

const REFUSED: Break['says'] = [/Microsoft 365 refuses this to your account/, /licences and policies/];
const missing = (
  scope: string,
  by: 'directory administrator' | 'yourself',
  leftOut: readonly string[] = [],
): Break => ({
  step: `scope:${scope}` as Break['step'],
  by: 'consent taken away',
  breakIt: () => consent(scope, false),
  says: [new RegExp(`Consent is missing for ${scope}`), by === 'yourself' ? /yourself/ : /A directory administrator/],
  leftOut,
});

async function tokenOf(person: string, audience: 'app' | 'graph'): Promise<string> {
  const { token } = (await stage.control('POST', '/emulator/tokens', { person, audience })) as { token: string };
  return token;
}

/** An event of an earlier run that Exchange does not let go of. */
async function leaveEvent(): Promise<void> {
  const token = await tokenOf('robin', 'graph');
  const start = Temporal.Now.instant().round('hour').add({ hours: 100 });
  const slot = { start, end: start.add({ minutes: 30 }) };
  const event = toProofEvent({ room: 'short@contoso.example', slot, transactionId: crypto.randomUUID() });
  const answer = await fetch(`${stage.emulatorUrl}${EVENTS}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(event),
  });
  const { id } = (await answer.json()) as { id: string };
  await fault('DELETE', `${EVENTS}/${id}`, { status: 403 }, 99)();
}

/** At the exchange alone: an app that the tenant does not know at all is not opened by its host either. */
async function refuseExchange(): Promise<unknown> {
  const [, body = ''] = (await tokenOf('robin', 'app')).split('.');
  const { tid } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { tid: string };
  const error_description = 'AADSTS700016: Application was not found in the directory.';
  const answer = { status: 400, body: { error: 'unauthorized_client', error_description, error_codes: [700016] } };
  return fault('POST', `/${tid}/oauth2/v2.0/token`, answer, 9)();
}

const BREAKS: readonly Break[] = [
  {
    step: 'registration',
    by: 'a tenant that lost the app',
    breakIt: refuseExchange,
    says: [/doesn’t know the app/, /directory administrator consent/],
    leftOut: ['credential', 'sign_in', ...BEHIND_SIGN_IN],
  },
  {
    step: 'credential',
    by: 'a secret that has expired',
    breakIt: turn({ secretExpired: true }),
    says: [/It has ended/, /Let the operator renew it/],
    leftOut: ['sign_in', ...BEHIND_SIGN_IN],
  },
  {
    step: 'sign_in',
    by: 'a policy that blocks the person',
    breakIt: () => stage.control('POST', '/emulator/people', { person: 'robin', refusal: 53003 }),
    says: [/wants you to sign in once more/, /what your policies ask for/],
    leftOut: BEHIND_SIGN_IN,
  },
  missing('User.Read', 'yourself'),
  missing('Calendars.Read', 'yourself', ['calendars', ...CALENDAR, 'work_plan']),
  missing('Calendars.ReadWrite', 'yourself', BOOKING),
  missing('MailboxSettings.Read', 'yourself'),
  missing('Place.Read.All', 'directory administrator', ['rooms']),
  missing('Team.ReadBasic.All', 'directory administrator', ['teams_shifts']),
  missing('Schedule.Read.All', 'directory administrator', ['teams_shifts']),
  missing('Presence.Read.All', 'yourself', ['presence']),
  missing('People.Read', 'yourself'),
  missing('User.ReadBasic.All', 'yourself'),
  { step: 'calendars', by: '403', breakIt: fault('GET', '/v1.0/me/calendars'), says: REFUSED },
  {
    step: 'rooms',
    by: 'a directory without rooms',
    breakIt: fault('GET', '/v1.0/places/microsoft.graph.room', { status: 200, body: { value: [] } }),
    says: [/Not one room is listed/, /Exchange administrator/],
  },
  {
    step: 'free_busy',
    by: '403',
    breakIt: fault('POST', '/v1.0/me/calendar/getSchedule'),
    says: REFUSED,
    leftOut: BOOKING,
  },
  {
    step: 'book',
    by: 'a room that only its own people may book',
    room: 'reserved',
    breakIt: () => Promise.resolve(),
    says: [/declined although it was free/, /Pick another room/],
    leftOut: ['double_book'],
  },
  {
    step: 'double_book',
    by: 'a room that allows conflicts',
    room: 'loft',
    breakIt: () => Promise.resolve(),
    state: 'inconclusive',
    says: [/accepted both bookings/, /Pick another room/],
  },
  {
    step: 'cancel',
    by: '403',
    breakIt: fault('DELETE', ONE_EVENT),
    says: REFUSED,
    leftOut: ['read_back'],
  },
  {
    step: 'read_back',
    by: 'deletions that are promised and not made',
    breakIt: fault('DELETE', ONE_EVENT, { status: 204 }, 2),
    says: [/still there/, /Clean-up tries to remove it/],
  },
  {
    step: 'work_plan',
    by: '403',
    breakIt: fault('GET', '/v1.0/me/settings/workHoursAndLocations/*'),
    says: REFUSED,
  },
  { step: 'teams_shifts', by: '403', breakIt: fault('GET', '/v1.0/me/joinedTeams'), says: REFUSED },
  { step: 'presence', by: '403', breakIt: fault('GET', '/v1.0/me/presence'), says: REFUSED },
  {
    step: 'clean_up',
    by: 'an earlier run’s event that can’t be deleted',
    breakIt: leaveEvent,
    says: [/still there.*/s, /Open calendar/],
  },
];

beforeAll(async () => {
  stage = await openStage('proof-steps');
  // switched off by hand: a failure is not run a second time
  await createServerCall(stage)('PUT', '/api/admin/integration', { body: { enabled: false } });
  visitor = await stage.visit({ person: 'robin', subPageId: 'proof', nested: 'off' });
  visitor.context.setDefaultTimeout(30_000);
  tab = await visitor.tab();
  await tab.getByRole('button', { name: /^Run the test/ }).waitFor();
});
afterAll(async () => {
  expect(stage.takeComplaints()).toEqual([]);
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 20 });
});

it('has a break for each step', () => {
  expect(BREAKS.map(({ step }) => step)).toEqual(ALL);
});

it.each(BREAKS)('names $step where it is broken by $by, and goes on with the rest', async (one) => {
  const { step, breakIt, room = 'plain', state = 'failed', says, leftOut = [] } = one;
  await breakIt();
  const names = ['robin', 'short', room];
  const before = await listHeld(stage, names);
  await runTest(tab, room);
  const steps = await readSteps(tab);
  expect(listIn(steps, 'failed', 'inconclusive')).toEqual([step]);
  expect(listIn(steps, 'skipped')).toEqual(ALL.filter((each) => leftOut.includes(each)));
  expect(listIn(steps, 'passed')).toEqual(ALL.filter((each) => each !== step && !leftOut.includes(each)));
  expect(steps.find((each) => each.step === step)?.state).toBe(state);
  const { text = '' } = steps.find((each) => each.step === step) ?? {};
  for (const said of says) expect(text).toMatch(said);
  expect(await listHeld(stage, names)).toEqual(before);
});

it('takes away what an earlier run has left as soon as it can', async () => {
  const before = await listHeld(stage, ['robin', 'short', 'plain']);
  await leaveEvent();
  await runTest(tab);
  const row = stepRow(tab, 'clean_up');
  await row.getByText('1 event left in your calendar').waitFor();
  expect(await findMistakes(tab)).toEqual([]);
  await stage.control('DELETE', '/emulator/faults');
  await row.getByRole('button', { name: 'Try again' }).click();
  await tab.locator('[aria-busy="false"]').waitFor();
  await tab.getByText('The test passed').first().waitFor();
  expect(listIn(await readSteps(tab), 'failed', 'skipped')).toEqual([]);
  expect(await listHeld(stage, ['robin', 'short', 'plain'])).toEqual(before);
});
