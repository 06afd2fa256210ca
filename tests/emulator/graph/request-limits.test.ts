/** How many calls Microsoft 365 takes: at once, in ten minutes, in a second (fact sheet E1, E2, D1). */
import { createRequestLimits, createTurns } from '../../../emulator/graph/request-limits.ts';
import { USUAL_SWITCHES } from '../../../emulator/switches.ts';
import { openEmulator, type Answer, type EmulatorClient } from '../../support/emulator-client.ts';

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error?: { readonly code: string } };
}

let client: EmulatorClient;
let asAlex: Record<string, string>;
let asSam: Record<string, string>;
beforeAll(async () => {
  client = await openEmulator();
  asAlex = await client.asAlex();
  asSam = { authorization: `Bearer ${await client.tokenFor({ person: 'sam' })}` };
});
afterAll(() => client.emulator.close());

const EVENTS = '/v1.0/me/events?$top=1';
const get = (path: string, headers = asAlex): Promise<Answer> => client.send('GET', path, undefined, headers);
const getMany = (count: number, path = EVENTS, headers = asAlex): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, () => get(path, headers)));
const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).sort((a, b) => a - b);
const codeOf = (answer: Answer | undefined): unknown =>
  (answer?.body['error'] as { readonly code?: string } | undefined)?.code;

async function batch(urls: readonly string[], headers = asAlex): Promise<readonly BatchAnswer[]> {
  const requests = urls.map((url, index) => ({ id: String(index), method: 'GET', url }));
  const json = { ...headers, 'content-type': 'application/json' };
  const answer = await client.send('POST', '/v1.0/$batch', { requests }, json);
  expect(answer.status).toBe(200);
  return answer.body['responses'] as BatchAnswer[];
}

async function findShiftsPath(): Promise<string> {
  const teams = (await get('/v1.0/me/joinedTeams')).body['value'] as readonly { readonly id: string }[];
  for (const { id } of teams)
    if ((await get(`/v1.0/teams/${id}/schedule`)).status === 200) return `/teams/${id}/schedule/shifts`;
  throw new Error('alex has no team with shifts');
}

describe('calls at once', () => {
  beforeEach(() => client.control('reset', { latencyMs: 300 }));

  it('refuses the fifth concurrent request to one mailbox, and says when to come back [E2]', async () => {
    const answers = await getMany(5);
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(refused?.body['error']).toMatchObject({
      code: 'ApplicationThrottled',
      message: expect.stringContaining('MailboxConcurrency'),
      innerError: { code: '429', status: '429', date: expect.any(String), 'request-id': expect.any(String) },
    });
  });

  it('serves the next four once the first were answered [E2]', async () => {
    expect(statuses(await getMany(4))).toEqual([200, 200, 200, 200]);
    expect(statuses(await getMany(4))).toEqual([200, 200, 200, 200]);
  });

  it('counts each mailbox by itself, whichever way it is named [E2]', async () => {
    const mine = [getMany(3), getMany(2, '/v1.0/users/alex@contoso.example/events?$top=1')];
    const answers = await Promise.all([...mine, getMany(4, EVENTS, asSam)]);
    expect(statuses([answers[0], answers[1]].flatMap((some) => some ?? []))).toEqual([200, 200, 200, 200, 429]);
    expect(statuses(answers[2] ?? [])).toEqual([200, 200, 200, 200]);
  });

  it('counts each app by itself [E2]', async () => {
    const other = await client.tokenFor({ claims: { appid: 'another-app', azp: 'another-app' } });
    const answers = await Promise.all([getMany(4), getMany(4, EVENTS, { authorization: `Bearer ${other}` })]);
    expect(statuses(answers.flat())).toEqual(Array.from({ length: 8 }, () => 200));
  });

  it('leaves out what goes to no mailbox, and what is no call at all [E2]', async () => {
    expect(statuses(await getMany(6, '/v1.0/me'))).toEqual(Array.from({ length: 6 }, () => 200));
    expect(statuses(await getMany(6, '/v1.0/me/nothing'))).toEqual(Array.from({ length: 6 }, () => 400));
  });

  it('gives the place back after a refused call as well [E2]', async () => {
    for (let round = 0; round < 2; round += 1)
      expect(statuses(await getMany(4, '/v1.0/me/events/none'))).not.toContain(429);
  });

  it('does not carry out a write that was one too many [E2]', async () => {
    const [start, end] = ['2030-01-01T09:00:00', '2030-01-01T10:00:00'].map((dateTime) => ({
      dateTime,
      timeZone: 'UTC',
    }));
    const json = { ...asAlex, 'content-type': 'application/json' };
    const write = (): Promise<Answer> =>
      client.send('POST', '/v1.0/me/events', { subject: 'Too many', start, end }, json);
    expect(statuses(await Promise.all(Array.from({ length: 6 }, write)))).toEqual([201, 201, 201, 201, 429, 429]);
    const { body } = await client.control('mailboxes/alex@contoso.example/events', undefined, 'GET');
    const held = (body['value'] as readonly { readonly subject: string }[]).filter(
      ({ subject }) => subject === 'Too many',
    );
    expect(held).toHaveLength(4);
  });

  it('takes any number where the limits are switched off, and fewer where they are smaller [E2]', async () => {
    await client.control('switches', { requestLimits: false });
    expect(statuses(await getMany(12))).not.toContain(429);
    await client.control('switches', { requestLimits: true, concurrentPerMailbox: 1 });
    expect(statuses(await getMany(3))).toEqual([200, 429, 429]);
  });

  it('runs a batch of twenty calls to one mailbox without failing any [E1]', async () => {
    const answers = await batch(Array.from({ length: 20 }, () => '/me/events?$top=1'));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('calls sent in one go, without any latency', () => {
  beforeEach(() => client.control('reset', {}));

  it.each([5, 6, 12, 50])('%s of them: four are served, the others refused [E2]', async (count) => {
    await getMany(4);
    const answers = await getMany(count);
    const served = answers.filter(({ status }) => status === 200);
    expect(served.length).toBeGreaterThanOrEqual(4);
    expect(served.length).toBeLessThan(count);
    for (const refused of answers.filter(({ status }) => status !== 200)) {
      expect([refused.status, codeOf(refused)]).toEqual([429, 'ApplicationThrottled']);
      expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    }
  });

  it('four at a time, none is refused however many come after them [E2]', async () => {
    const inTurn = async (): Promise<number[]> => {
      const seen: number[] = [];
      for (let call = 0; call < 20; call += 1) seen.push((await get(EVENTS)).status);
      return seen;
    };
    const seen = await Promise.all([inTurn(), inTurn(), inTurn(), inTurn()]);
    expect(new Set(seen.flat())).toEqual(new Set([200]));
  });

  it('any number is served where the limits are off [E2]', async () => {
    await client.control('switches', { requestLimits: false });
    expect(new Set((await getMany(20)).map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('calls inside a batch', () => {
  it('to one mailbox run four at a time, those that wait after those that run [E1]', async () => {
    await client.control('reset', {});
    const answer = { status: 200, body: {}, delayMs: 80 };
    await client.control('faults', [{ match: { path: '/v1.0/me/events' }, answer, times: 12 }]);
    const begun = performance.now();
    await batch(Array.from({ length: 12 }, () => '/me/events'));
    expect(performance.now() - begun).toBeGreaterThan(3 * 80 - 5);
  });

  it.each<[string, readonly (string | undefined)[], number, number]>([
    ['twelve to one mailbox', Array.from({ length: 12 }, () => 'alex'), 4, 4],
    ['three to each of two', ['alex', 'sam', 'alex', 'sam', 'alex', 'sam'], 4, 6],
    ['twelve to none', Array.from({ length: 12 }, () => undefined), 4, 12],
    ['twelve to one, without limits', Array.from({ length: 12 }, () => 'alex'), Infinity, 12],
  ])('%s: so many run at once [E1]', async (_name, keys, width, most) => {
    const inTurn = createTurns(width);
    let [running, seen] = [0, 0];
    const task = async (): Promise<void> => {
      running += 1;
      seen = Math.max(seen, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(keys.map((key) => inTurn(key, task)));
    expect([seen, running]).toEqual([most, 0]);
  });

  it('lets the next one run where one failed [E1]', async () => {
    const inTurn = createTurns(1);
    const failed = inTurn('alex', () => Promise.reject(new Error('broken')));
    const next = inTurn('alex', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });
});

describe('calls in a span of time', () => {
  it('has ten thousand of them in ten minutes by default, four at once, and four a second for shifts [E2] [D1]', async () => {
    await client.control('reset', {});
    const { body } = await client.control('switches', undefined, 'GET');
    expect(body).toMatchObject({
      ...{ requestLimits: true, concurrentPerMailbox: 4, requestsPerMailbox: 10_000, shiftsPerTeam: 4 },
    });
  });

  it('refuses the call to a mailbox that is one too many in ten minutes, until they are over [E2]', async () => {
    await client.control('reset', { requestsPerMailbox: 3 });
    for (let call = 0; call < 3; call += 1) expect((await get(EVENTS)).status).toBe(200);
    const refused = await get(EVENTS);
    expect([refused.status, codeOf(refused)]).toEqual([429, 'TooManyRequests']);
    const waitS = Number(refused.headers.get('retry-after'));
    expect(waitS).toBeGreaterThan(590);
    expect(waitS).toBeLessThanOrEqual(600);
    expect((await get(EVENTS, asSam)).status).toBe(200);
    expect((await get('/v1.0/me')).status).toBe(200);
    await client.control('clock', { advanceMs: 580_000 });
    expect((await get(EVENTS)).status).toBe(429);
    await client.control('clock', { advanceMs: waitS * 1000 - 580_000 });
    expect((await get(EVENTS)).status).toBe(200);
  });

  it('counts each call inside a batch, and refuses those too many with their own Retry-After [E1] [E2]', async () => {
    await client.control('reset', { requestsPerMailbox: 5 });
    const answers = await batch([...Array.from({ length: 8 }, () => '/me/events?$top=1'), '/me']);
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429]);
    for (const refused of answers.filter(({ status }) => status === 429)) {
      expect(refused.headers['Retry-After']).toMatch(/^\d+$/);
      expect(refused.body.error?.code).toBe('TooManyRequests');
    }
    expect((await get(EVENTS)).status).toBe(429);
  });

  it('takes ten thousand calls to one mailbox and refuses the next, until ten minutes are over [E2]', () => {
    let now = Date.parse('2026-11-23T05:00:00Z');
    const limits = createRequestLimits(
      () => now,
      () => USUAL_SWITCHES,
    );
    const count = (mailbox: string): void => limits.count({ mailbox });
    for (let call = 0; call < 10_000; call += 1) count('app alex');
    now += 599_999;
    expect(() => count('app alex')).toThrow('Please retry again later.');
    expect(() => count('app sam')).not.toThrow();
    now += 1;
    expect(() => count('app alex')).not.toThrow();
  });

  it('refuses the fifth call in a second to the shifts of one team, alone and inside a batch [D1]', async () => {
    await client.control('reset', {});
    const path = await findShiftsPath();
    await client.control('clock', { advanceMs: 1000 });
    const answers = await batch(Array.from({ length: 6 }, () => path));
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers['Retry-After']).toBe('1');
    const alone = await get(`/v1.0${path}`, asSam);
    expect([alone.status, codeOf(alone), alone.headers.get('retry-after')]).toEqual([429, 'TooManyRequests', '1']);
    await client.control('clock', { advanceMs: 1000 });
    expect((await get(`/v1.0${path}`)).status).toBe(200);
  });

  it.each([
    ['off', { requestLimits: false, shiftsPerTeam: 1, requestsPerMailbox: 1 }],
    ['larger', { shiftsPerTeam: 40, requestsPerMailbox: 20_000 }],
  ])('refuses nothing where the limits are %s [E2] [D1]', async (_name, switches) => {
    await client.control('reset', switches);
    const path = await findShiftsPath();
    const answers = await batch([...Array.from({ length: 8 }, () => path), '/me/events', '/me/events']);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it.each([
    ['Retry-After hidden from browsers, as Graph hides it', {}, false],
    ['Retry-After exposed where the switch says so', { exposeRetryAfter: true }, true],
  ])('answers 429 with %s [E2]', async (_name, switches, exposed) => {
    await client.control('reset', { ...switches, requestsPerMailbox: 1 });
    await get(EVENTS);
    const refused = await get(EVENTS);
    expect(refused.headers.has('retry-after')).toBe(true);
    expect(/(?:^|, )Retry-After(?:,|$)/i.test(refused.headers.get('access-control-expose-headers') ?? '')).toBe(
      exposed,
    );
  });

  it.each([
    ['a flag that is a number', { requestLimits: 1 }],
    ['no place at all', { concurrentPerMailbox: 0 }],
    ['half a call', { requestsPerMailbox: 0.5 }],
    ['shifts without number', { shiftsPerTeam: null }],
  ])('refuses %s as a switch', async (_name, switches) => {
    expect((await client.control('switches', switches)).status).toBe(400);
    expect((await client.control('reset', switches)).status).toBe(400);
  });
});
