/** What administrators do: read and change the integration, enable it once it is proven, delete it, read who changed what. */
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { settingsChangeSchema } from '../../src/domain/contract/settings.ts';
import * as policy from '../../src/domain/policy/change-integration.ts';
import { toAdminIntegration } from '../../src/domain/policy/to-admin-integration.ts';
import type { ApiHandler } from '../api-routes.ts';
import { VERSION, type Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { readJsonBody } from '../read-body.ts';
import type { Store, TenantRecord } from '../store/store.ts';
import type { Gates } from './gates.ts';

export interface AdminParts {
  readonly config: Config;
  readonly store: Store;
  readonly gates: Gates;
  readonly exchange: Pick<Exchange, 'purgeTenant'>;
  readonly now: () => number;
}

/** Buildings of 500 teams, with room to spare. */
const MAX_BYTES = 512 * 1024;

async function readProven({ store, config, now }: AdminParts, tenantId: string) {
  const passed = store.findLast(tenantId, 'passed');
  const [lastPassed, lastRun] = await Promise.all([passed, store.findLast(tenantId, 'passed', 'failed')]);
  const app = { ...config, version: VERSION };
  return { lastPassed, lastRun, app, now: Temporal.Instant.fromEpochMilliseconds(now()) };
}

async function describe(parts: AdminParts, tenantId: string, tenant: TenantRecord) {
  const { store, config } = parts;
  const body = toAdminIntegration(tenant, {
    ...(await readProven(parts, tenantId)),
    ...{ tenantId, entraBaseUrl: config.entraBaseUrl, origin: config.publicUrl.origin },
    credentialEnds: config.credentialEnds,
    connected: await store.countConnections(tenantId),
    rules: await parts.gates.findRules(tenantId),
  });
  return { body, etag: tenant.etag };
}

async function requireMatch({ store }: AdminParts, tenantId: string, match: string | undefined, etag: string) {
  if (policy.isMatch(match, etag)) return;
  if (match === undefined) throw new ApiError('conflict', { detail: 'Send If-Match with the ETag that was read.' });
  throw new ApiError('conflict', { detail: policy.describeLastChange(await store.listAudit(tenantId)) });
}

const createChange =
  (parts: AdminParts): ApiHandler =>
  async ({ caller: { tenantId, objectId: actor }, request }) => {
    const wanted = parseContract(settingsChangeSchema, await readJsonBody(request, MAX_BYTES));
    const decide = async (tenant: TenantRecord): Promise<TenantRecord> => {
      const verdict = policy.changeIntegration(tenant, wanted, await readProven(parts, tenantId));
      if (!verdict.ok) throw new ApiError('proof_required', { detail: `In doubt: ${verdict.doubts}.` });
      await requireMatch(parts, tenantId, request.headers['if-match'], tenant.etag);
      return verdict.after;
    };
    const after = await parts.gates.changeTenant(tenantId, decide, (before, next) =>
      policy.describeChange(before, next).map((line) => ({ tenantId, actor, ...line })),
    );
    return describe(parts, tenantId, after);
  };

/** The trail stays, and names nobody any more. */
const createRemove =
  (parts: AdminParts): ApiHandler =>
  async ({ caller: { tenantId, objectId: actor }, request }) => {
    const { 'if-match': match } = request.headers;
    if (match !== undefined) await requireMatch(parts, tenantId, match, (await parts.gates.findTenant(tenantId)).etag);
    await parts.gates.deleteTenant(tenantId, { tenantId, actor, action: 'deleted' });
    parts.exchange.purgeTenant(tenantId);
    return { status: 204 };
  };

const createAudit =
  ({ store, now }: AdminParts): ApiHandler =>
  async ({ caller: { tenantId }, request }) => {
    const value = await store.listAudit(tenantId);
    const type = 'application/x-ndjson';
    if (!request.headers.accept?.toLowerCase().startsWith(type)) return { body: { value } };
    const name = `office-shifts-audit-${new Date(now()).toISOString().slice(0, 10)}.jsonl`;
    return { file: { name, type, text: policy.toJsonLines(value) } };
  };

export const createAdminRoutes = (parts: AdminParts) => ({
  '/admin/integration': {
    GET: async ({ caller: { tenantId } }: Parameters<ApiHandler>[0]) =>
      describe(parts, tenantId, await parts.gates.findTenant(tenantId)),
    PUT: createChange(parts),
    DELETE: createRemove(parts),
  },
  '/admin/audit': { GET: createAudit(parts) },
});
