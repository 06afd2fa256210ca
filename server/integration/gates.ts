/** The doors in front of a person's calendar: the organisation's, the device's, the person's own choice. */
import type { RoomRule } from '../../src/domain/contract/admin.ts';
import type { Connection } from '../../src/domain/contract/session.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/contract/settings.ts';
import type { Doors } from '../../src/domain/policy/require-open-door.ts';
import { ApiError } from '../errors.ts';
import { createHeldReader } from '../held-reader.ts';
import type { AuditEntry, Store, TenantRecord } from '../store/store.ts';
import { toUserKey, type UserKey } from '../user-key.ts';

/** Throws `upstream_unavailable` where the database is down and, for reads, nothing is known from the last ten minutes. */
export type Gates = ReturnType<typeof createGates>;

/** Also how long another server may go on after a disconnect here: well under the 60 s we promise. */
const FRESH_MS = 10_000;
const HOLD_MS = 10 * 60_000;
const MAX_TRIES = 10;
const NOT_CONNECTED: Connection = { connected: false, connectedSince: null, welcomeSeen: null };
type RoomRules = Awaited<ReturnType<Store['findRoomRules']>>;
/** Of a tenant that nobody has set up; `none` is its ETag. */
const UNTESTED: TenantRecord = { state: 'untested', settings: DEFAULT_SETTINGS, etag: 'none' };

type Describe = (before: TenantRecord, after: TenantRecord) => readonly AuditEntry[];

/**
 * Saves what `decide` makes of the tenant as it is, with the lines of the audit trail; asks again where somebody else
 * was faster. `decide` gives back what it was given where nothing changes.
 */
const createChangeTenant =
  (store: Store, findTenant: (tenantId: string) => Promise<TenantRecord>, drop: (tenantId: string) => void) =>
  async (
    tenantId: string,
    decide: (before: TenantRecord) => TenantRecord | Promise<TenantRecord>,
    describe: Describe,
  ): Promise<TenantRecord> => {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = await findTenant(tenantId);
      const after = await decide(before);
      const lines = describe(before, after);
      if (after === before) return store.addAudit(...lines).then(() => before);
      const etag = await store.saveTenant(tenantId, after, before.etag, ...lines);
      if (etag === undefined) continue;
      drop(tenantId);
      return { ...after, etag };
    }
    throw new ApiError('upstream_unavailable', { retryAfterMs: 1_000 });
  };

export function createGates(store: Store, now: () => number) {
  const options = { freshMs: FRESH_MS, holdMs: HOLD_MS, now };
  const tenants = createHeldReader<TenantRecord>({ ...options, max: 10_000 });
  const connections = createHeldReader<Connection>({ ...options, max: 100_000 });
  /** No gate, so that another server may give old ones for a minute. */
  const rules = createHeldReader<RoomRules>({ ...options, freshMs: 60_000, max: 100 });
  const readConnection = async (user: UserKey): Promise<Connection> =>
    (await store.findConnection(user)) ?? NOT_CONNECTED;
  /** As it stands in the database now. */
  const findTenant = async (tenantId: string): Promise<TenantRecord> => (await store.findTenant(tenantId)) ?? UNTESTED;

  return {
    findTenant,
    read: async (user: UserKey): Promise<Doors> => {
      const { state, settings } = await tenants.get(user.tenantId, () => findTenant(user.tenantId));
      const connection = await connections.get(toUserKey(user), () => readConnection(user));
      return { state, settings, connection };
    },
    /** Whom the organisation names for help; empty where it names nobody, or can't be asked. */
    findHelp: async ({ tenantId }: UserKey): Promise<string> => {
      const tenant = await tenants.get(tenantId, () => findTenant(tenantId)).catch(() => UNTESTED);
      return tenant.settings.organisation.helpContact;
    },
    changeTenant: createChangeTenant(store, findTenant, tenants.drop),
    findRules: (tenantId: string) => rules.get(tenantId, () => store.findRoomRules(tenantId)),
    saveRules: async (tenantId: string, wanted: readonly RoomRule[], line: AuditEntry): Promise<void> => {
      await store.saveRoomRules(tenantId, wanted, line);
      rules.drop(tenantId);
    },
    /** All of it, also who is connected. */
    deleteTenant: async (tenantId: string, line: AuditEntry): Promise<void> => {
      await store.deleteTenant(tenantId, line);
      for (const held of [tenants, rules]) held.drop(tenantId);
      connections.dropAll();
    },
    /** From what is stored now: what is held may be older than a disconnect at another server. */
    changeConnection: async (user: UserKey, change: (before: Connection) => Connection): Promise<Connection> => {
      const connection = change(await readConnection(user));
      await store.saveConnection(user, connection);
      connections.set(toUserKey(user), connection);
      return connection;
    },
    deleteConnection: async (user: UserKey): Promise<void> => {
      await store.deleteConnection(user);
      connections.set(toUserKey(user), NOT_CONNECTED);
    },
  };
}
