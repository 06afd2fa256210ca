import { createGates } from '../../../server/integration/gates.ts';
import { createRecordProof, type RecordProof } from '../../../server/integration/record-proof.ts';
import type { Store } from '../../../server/store/store.ts';
import type { ProofEvent } from '../../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { toRun, toTenantId } from '../proven.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let tenantId: string;
let record: RecordProof;
const ACTOR = '99999999-1111-4222-8333-444444444444';
const SIGN_IN: ProofEvent = { step: 'sign_in', state: 'failed', ms: 3 };
const failed = () => toRun({ verdict: 'failed', steps: [SIGN_IN] });
const createOn = (store: Store) => createRecordProof(store, createGates(store, Date.now));

beforeAll(async () => {
  app = await startApp({ prepare: async () => {} });
  tenantId = toTenantId(app);
  record = createOn(app.store);
});
beforeEach(() => app.store.deleteTenant(tenantId));
afterAll(() => app.close());

describe('recordProof', () => {
  it('keeps the run, moves the state, and notes who ran it', async () => {
    const run = toRun();
    expect(await record(tenantId, [run], ACTOR)).toMatchObject({ state: 'passed' });
    expect(await app.store.listProofs(tenantId)).toEqual([run]);
    expect(await app.store.findTenant(tenantId)).toMatchObject({ state: 'passed', settings: DEFAULT_SETTINGS });
    expect((await app.store.listAudit(tenantId)).slice(0, 2)).toMatchObject([
      { actor: ACTOR, action: 'state', from: { state: 'untested' }, to: { state: 'passed' } },
      { actor: ACTOR, action: 'proof_run', to: { verdict: 'passed', by: 'admin' } },
    ]);
  });

  it('changes no settings and no ETag where the state stays', async () => {
    const etag = await app.store.saveTenant(tenantId, { state: 'enabled', settings: DEFAULT_SETTINGS });
    await record(tenantId, [failed()], ACTOR);
    expect(await app.store.findTenant(tenantId)).toEqual({ state: 'enabled', settings: DEFAULT_SETTINGS, etag });
  });

  it('suspends after a confirmed failure, and names the step', async () => {
    await app.store.saveTenant(tenantId, { state: 'enabled', settings: DEFAULT_SETTINGS });
    await record(tenantId, [failed(), failed()], ACTOR);
    expect(await app.store.findTenant(tenantId)).toMatchObject({ state: 'suspended', suspendedBy: ['sign_in'] });
    const [last] = await app.store.listAudit(tenantId);
    expect(last).toMatchObject({ action: 'suspended', to: { state: 'suspended', suspendedBy: ['sign_in'] } });
    expect(await app.store.listProofs(tenantId)).toHaveLength(2);
  });

  it('loses no change that an administrator makes at the same moment', async () => {
    let meanwhile = 1;
    const settings = { ...DEFAULT_SETTINGS, buildings: ['A'] };
    const busy: Store = {
      ...app.store,
      saveTenant: async (...args) => {
        if (meanwhile-- > 0) await app.store.saveTenant(tenantId, { state: 'failed', settings });
        return app.store.saveTenant(...args);
      },
    };
    await createOn(busy)(tenantId, [toRun()], ACTOR);
    expect(await app.store.findTenant(tenantId)).toMatchObject({ state: 'passed', settings: { buildings: ['A'] } });
  });

  it('gives up where it never gets its turn', async () => {
    const never: Store = { ...app.store, saveTenant: () => Promise.resolve(undefined) };
    await expect(createOn(never)(tenantId, [toRun()], ACTOR)).rejects.toMatchObject({ code: 'upstream_unavailable' });
  });
});
