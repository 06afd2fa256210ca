import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { expectProblem } from '../problem.ts';
import { ALL_FEATURES, toRun, toTenantId, type RunWishes } from '../proven.ts';
import { startApp, type Answer, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let admin: string;
let tenantId: string;
const PATH = '/api/admin/integration';

const read = () => app.call(PATH, { token: admin });
const put = (body: object, ifMatch?: string): Promise<Answer> =>
  app.call(PATH, {
    ...{ method: 'PUT', token: admin, body },
    ...(ifMatch === undefined ? {} : { headers: { 'If-Match': ifMatch } }),
  });
const etagNow = async (): Promise<string> => (await read()).headers['etag'] ?? '';
/** Changes it as it stands. */
const change = async (body: object): Promise<Answer> => put(body, await etagNow());
const session = async (person: string, claims = {}) =>
  (
    await app.call('/api/session', {
      token: await app.token(person, { claims }),
      body: { host: 'teams', device: 'web' },
    })
  ).json;
const addProof = (wishes?: RunWishes) => app.store.addProof(tenantId, toRun(wishes));

/** The trail outlives everything: what earlier tests left in it is not looked at. */
let seen = 0;
const listTrail = async () => {
  const all = await app.store.listAudit(tenantId);
  return all.slice(0, all.length - seen);
};

beforeAll(async () => {
  app = await startApp({ prepare: async () => {} });
  tenantId = toTenantId(app);
});
beforeEach(async () => {
  admin = await app.token('robin');
  await app.call(PATH, { token: admin, method: 'DELETE' });
  seen = (await app.store.listAudit(tenantId)).length;
});
afterEach(() => {
  app.clock.offsetMs = 0;
});
afterAll(() => app.close());

describe('enabling', () => {
  it('is refused without a passed proof, before If-Match is looked at and after the body', async () => {
    const answer = await put({ enabled: true });
    expectProblem(answer, 409, 'proof_required');
    expect(answer.json['detail']).toBe('In doubt: none_passed.');
    expectProblem(await put({ enabled: 'yes' }), 400, 'bad_request');
    expect(await app.store.findTenant(tenantId)).toBeUndefined();
  });

  it.each<[string, RunWishes, string]>([
    ['older than 90 days', { endedAtMs: Date.now() - 90 * 86_400_000 - 60_000 }, 'too_old'],
    ['made with other scopes', { features: ALL_FEATURES }, 'scopes_changed'],
    ['that failed', { verdict: 'failed' }, 'none_passed'],
    ['that is inconclusive', { verdict: 'inconclusive' }, 'none_passed'],
  ])('is refused with a proof %s', async (_name, wishes, doubt) => {
    await addProof(wishes);
    const answer = await put({ enabled: true }, '"none"');
    expectProblem(answer, 409, 'proof_required');
    expect(answer.json['detail']).toContain(doubt);
    expect((await read()).json).toMatchObject({ state: 'untested', proof: { doubts: [doubt] } });
  });

  it('is refused where a feature that the same change switches on was not proven', async () => {
    await addProof();
    expectProblem(await change({ enabled: true, features: { presence: true } }), 409, 'proof_required');
    expect((await change({ enabled: true, features: { freeBusy: true } })).status).toBe(200);
  });

  it('opens the door on this server at once, and disabling closes it at once', async () => {
    await addProof();
    const token = await app.token();
    expect(await session('alex')).toMatchObject({ integration: { reason: 'integration_not_enabled' } });
    expect((await change({ enabled: true })).json).toMatchObject({ state: 'enabled', proof: { doubts: [] } });
    await app.connect(token);
    expect((await app.call('/graph/v1.0/me', { token })).status).toBe(200);
    const off = await change({ enabled: false });
    expect(off.json).toMatchObject({ state: 'suspended' });
    expect(off.json['suspendedBy']).toBeUndefined();
    expectProblem(await app.call('/graph/v1.0/me', { token }), 403, 'integration_not_enabled');
    expect((await change({ enabled: true })).status).toBe(200);
    expect((await app.call('/graph/v1.0/me', { token })).status).toBe(200);
    const actions = (await listTrail()).map(({ action }) => action);
    expect(actions).toEqual(['enabled', 'disabled', 'enabled']);
  });

  it('holds while age, a failed run and drift put it in doubt, and is blocked the next time', async () => {
    await addProof({ endedAtMs: Date.now() - 91 * 86_400_000 });
    await app.store.saveTenant(tenantId, { state: 'enabled', settings: DEFAULT_SETTINGS });
    const answer = await change({ enabled: true, features: { presence: true } });
    expect(answer.json).toMatchObject({ state: 'enabled', proof: { doubts: ['too_old', 'scopes_changed'] } });
    expect(await session('alex')).toMatchObject({ integration: { state: 'enabled' } });
    await change({ enabled: false });
    expectProblem(await change({ enabled: true }), 409, 'proof_required');
  });
});
