import { expectProblem } from '../problem.ts';
import { toRun, toTenantId } from '../proven.ts';
import { startApp, type Answer, type Call, type RunningApp } from '../running-app.ts';

interface Endpoint {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  /** Would be taken. */
  readonly good: Readonly<Record<string, unknown>>;
  readonly maxBytes: number;
  readonly needed: readonly string[];
  /** Each beside an otherwise good body. */
  readonly bad: Readonly<Record<string, readonly unknown[]>>;
}

const UUID = '11111111-1111-4222-8333-444444444444';
const rule = { room: 'r'.repeat(22) };
const ENDPOINTS: readonly Endpoint[] = [
  {
    ...{ method: 'POST', path: '/api/session', maxBytes: 16 * 1024, needed: ['host', 'device'] },
    good: { host: 'teams', device: 'web' },
    bad: { host: ['Teams', '', null, 1, ['teams'], {}], device: ['fridge', null, 0, ['web'], { web: true }] },
  },
  {
    ...{ method: 'PUT', path: '/api/connection', maxBytes: 16 * 1024, needed: [] },
    good: { connected: false },
    bad: {
      connected: ['yes', 'false', 1, null, [], {}],
      welcomeSeen: ['latest', '1', '1.0.0', '1.0\n', ' 1.0', '99999.0', 1, null, ['1.0'], {}],
    },
  },
  {
    ...{ method: 'PUT', path: '/api/admin/integration', maxBytes: 512 * 1024, needed: [] },
    good: { buildings: ['B'] },
    bad: {
      enabled: ['true', 1, null, [], {}],
      state: ['enabled'],
      etag: ['x'],
      suspendedBy: [[]],
      organisation: [null, 'Contoso', [], { name: 1 }, { name: 'x'.repeat(101) }, { welcomeText: null }, { logo: 'x' }],
      features: [null, true, [], { shifts: 'on' }, { shifts: null }, { mail: true }],
      devices: [null, [], { web: 1 }, { tablet: true }],
      audience: ['nobody', null, 1, ['everyone']],
      shiftSources: [[], null, 'workPlan', ['workPlan', 'workPlan'], ['presence'], [null], { 0: 'workPlan' }],
      teamBuildings: [
        ...[null, {}, [null], [{ teamId: UUID }], [{ teamId: 'x', building: 'A' }], [{ teamId: UUID, building: '' }]],
        [{ teamId: UUID, building: 'A', more: 1 }],
        [{ teamId: UUID, building: 'A', groupId: null }],
        Array.from({ length: 501 }, () => ({ teamId: UUID, building: 'A' })),
      ],
      buildings: [null, 'A', [1], [''], ['A', 'A'], ['x'.repeat(129)], Array.from({ length: 201 }, (_, n) => `b${n}`)],
      transport: ['relay', null, 1],
      retention: [null, [], { auditDays: 0 }, { auditDays: 1.5 }, { logDays: 366 }, { logDays: '30' }, { days: 1 }],
    },
  },
  {
    ...{ method: 'PUT', path: '/api/admin/room-rules', maxBytes: 4 * 1024 * 1024, needed: ['rules'] },
    good: { rules: [rule] },
    bad: {
      rules: [
        ...[null, {}, 'rules', [null], [{}], [[]], [{ room: 'room@contoso.example' }], [{ room: 1 }]],
        ...[[rule, rule], [{ ...rule, more: 1 }], [{ ...rule, processing: 'Maybe' }], [{ ...rule, maxMinutes: -1 }]],
        ...[[{ ...rule, bookingWindowDays: 1081 }], [{ ...rule, releaseMinutes: 1 }], [{ ...rule, openToAll: 'no' }]],
        Array.from({ length: 10_001 }, (_, n) => ({ room: String(n).padStart(22, 'r') })),
      ],
    },
  },
  {
    ...{ method: 'POST', path: '/api/admin/proof-runs', maxBytes: 16 * 1024, needed: ['room'] },
    good: { room: 'plain@contoso.example' },
    bad: {
      room: ['', 'plain', 'a@b@c', 'a b@c', null, 1, ['a@b.example'], {}, `${'x'.repeat(320)}@b.example`],
      start: ['tomorrow', '', 1, null, [], {}, '2026-13-01T00:00:00Z', '2026-01-01'],
    },
  },
];
const BODILESS: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/api/connection'],
  ['DELETE', '/api/connection'],
  ['GET', '/api/admin/integration'],
  ['DELETE', '/api/admin/integration'],
  ['GET', '/api/admin/audit'],
  ['GET', '/api/admin/proof-runs'],
  ['GET', '/api/admin/choices'],
  ['GET', '/api/room-rules'],
  ['GET', '/api/config'],
];

const POLLUTED = ['__proto__', 'constructor', 'prototype'];
const toBad = ({ good, maxBytes, needed, bad }: Endpoint): readonly (readonly [name: string, body: string])[] => {
  const goodText = JSON.stringify(good).slice(0, -1);
  const deep = 6_000;
  return [
    ...['', ' ', 'null', '[]', '[{}]', '"text"', '1', 'true', '{', '{"a":}', '{}{}', 'NaN', '\ufeff{', "{'a':1}"].map(
      (text) => [`the body ${text}`, text] as const,
    ),
    ...needed.map((name) => [`no ${name}`, JSON.stringify({ ...good, [name]: undefined })] as const),
    ['a field more', JSON.stringify({ ...good, tenantId: UUID })],
    ['a list of good bodies', JSON.stringify([good])],
    ['deep lists', `${goodText},"x":${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['deep objects', `${goodText},"x":${'{"a":'.repeat(deep / 6)}1${'}'.repeat(deep / 6)}}`],
    ...POLLUTED.flatMap((name) => [
      [`${name} at the top`, `${goodText},"${name}":{"isAdmin":true}}`] as const,
      [`${name} inside`, `${goodText},"x":{"y":[{"${name}":1}]}}`] as const,
    ]),
    ['a huge body', `${goodText},"x":"${'x'.repeat(maxBytes)}"}`],
    ...Object.entries(bad).flatMap(([name, values]) =>
      values.map((value) => {
        const text = JSON.stringify({ ...good, [name]: value });
        return [`${name}: ${text.slice(0, 60)}`, text] as const;
      }),
    ),
  ];
};

let app: RunningApp;
let admin: string;

/** All that is stored, and how often Entra and Graph were called. */
async function readState(): Promise<string> {
  const tenantId = toTenantId(app);
  const { json } = await app.call('/api/connection', { token: admin });
  return JSON.stringify([
    ...[await app.store.findTenant(tenantId), await app.store.listAudit(tenantId), json],
    ...[await app.store.listProofs(tenantId), await app.store.findRoomRules(tenantId)],
    ...[await app.store.countConnections(tenantId), app.sent.filter((line) => !line.includes('discovery'))],
  ]);
}

/** Each time on a stored state that any of the calls could change. */
async function expectRefused(path: string, call: Call, name: string): Promise<Answer> {
  const answer = await app.call(path, { token: admin, headers: { 'If-Match': '*' }, ...call });
  const { status, json } = answer;
  expect({ name, refused: status >= 400 && status < 500, status }).toEqual({ name, refused: true, status });
  expectProblem(answer, status, String(json['code']));
  return answer;
}

beforeAll(async () => {
  app = await startApp();
  admin = await app.token('robin', { claims: { exp: Math.floor(Date.now() / 1000) + 86_400 } });
  await app.connect(admin);
  await app.store.addProof(toTenantId(app), toRun());
  await app.store.saveRoomRules(toTenantId(app), [rule]);
});
beforeEach(() => {
  app.clock.offsetMs += 61_000;
});
afterAll(() => app.close());

describe.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (_title, endpoint) => {
    const { method, path, good, maxBytes } = endpoint;

    it('refuses every body that is not its own, and nothing is changed by it', async () => {
      const before = await readState();
      for (const [name, body] of toBad(endpoint)) {
        const headers = { 'content-type': 'application/json', 'If-Match': '*' };
        const { status } = await expectRefused(path, { method, body, headers }, name);
        expect({ name, status }).toEqual({ name, status: body.length > maxBytes ? 413 : 400 });
      }
      expect(await readState()).toBe(before);
      expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    }, 60_000);

    it.each([
      ['text/plain', {}],
      ['application/x-www-form-urlencoded', {}],
      ['multipart/form-data; boundary=x', {}],
      ['application/json; charset=utf-16', {}],
      ['application/jsonp', {}],
      ['text/json', {}],
      ['', {}],
      ['application/json', { 'content-encoding': 'gzip' }],
    ])('refuses the content type %s %j', async (type, more) => {
      const before = await readState();
      const headers = { 'content-type': type, 'If-Match': '*', ...more };
      const answer = await expectRefused(path, { method, body: good, headers }, type);
      expectProblem(answer, 415, 'unsupported_media_type');
      expect(await readState()).toBe(before);
    });

    it('refuses a body that grows too large without having said so', async () => {
      const before = await readState();
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked', 'If-Match': '*' };
      const body = `{"x":"${'x'.repeat(maxBytes)}"}`;
      expectProblem(await expectRefused(path, { method, body, headers }, 'chunked'), 413, 'too_large');
      expect(await readState()).toBe(before);
    });

    it('refuses methods that it does not have, and names those it has', async () => {
      const before = await readState();
      for (const other of ['PATCH', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND']) {
        const answer = await app.call(path, { token: admin, method: other });
        expect({ other, status: answer.status }).toEqual({ other, status: 405 });
        expect(answer.headers['allow']).toContain(method);
      }
      for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
        expectProblem(
          await app.call(path, { token: admin, method, body: good, headers: { [name]: 'DELETE' } }),
          405,
          'method_not_allowed',
        );
      expect(await readState()).toBe(before);
    });
  },
);

describe.each(BODILESS)('%s %s', (method, path) => {
  it.each([
    ['a body', { body: { tenantId: UUID } }],
    ['a huge body', { body: 'x'.repeat(3_000_000) }],
    ['a body of unknown length', { body: '{}', headers: { 'transfer-encoding': 'chunked' } }],
    ['names that reach into prototypes', { query: '?__proto__[isAdmin]=1' }],
    ['such names in escapes', { query: '?%63onstructor=1' }],
    ['such names among headers', { headers: { constructor: 'x' } }],
  ])('refuses %s, and nothing is changed by it', async (name, { query = '', ...call }: Call & { query?: string }) => {
    const before = await readState();
    expectProblem(await expectRefused(`${path}${query}`, { ...call, method }, name), 400, 'bad_request');
    expect(await readState()).toBe(before);
  });

  it('refuses the path in another spelling', async () => {
    const before = await readState();
    const other = [
      `${path}/`,
      path.toUpperCase(),
      `/api//${path.slice(5)}`,
      `${path}%2f`,
      `${path};x=1`,
      `/api/./${path.slice(5)}`,
    ];
    for (const spelling of other) expectProblem(await expectRefused(spelling, { method }, spelling), 404, 'not_found');
    expect(await readState()).toBe(before);
  });
});
