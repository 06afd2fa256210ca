/** The doors in front of a person's calendar: the organisation's, the device's, the person's own choice. */
import type { Connection, SessionRequest } from '../../src/domain/contract/session.ts';
import { ApiError } from '../errors.ts';
import { createHeldReader } from '../held-reader.ts';
import type { Store, TenantRecord } from '../store/store.ts';
import { toUserKey, type UserKey } from '../user-key.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/contract/settings.ts';
import { findClosedDoor } from '../../src/domain/policy/find-closed-door.ts';

export interface Doors {
  readonly state: TenantRecord['state'];
  readonly settings: Settings;
  readonly etag: string | undefined;
  readonly connection: Connection;
}

/** Throws `upstream_unavailable` where the database is down and, for reads, nothing is known from the last ten minutes. */
export type Gates = ReturnType<typeof createGates>;

/** Also how long another server may go on after a disconnect here: well under the 60 s we promise. */
const FRESH_MS = 10_000;
const HOLD_MS = 10 * 60_000;
export const NOT_CONNECTED: Connection = { connected: false, connectedSince: null, welcomeSeen: null };

const withStore = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 5_000 });
  }
};

export function createGates(store: Store, now: () => number) {
  const options = { freshMs: FRESH_MS, holdMs: HOLD_MS, now };
  const tenants = createHeldReader<TenantRecord | undefined>({ ...options, max: 10_000 });
  const connections = createHeldReader<Connection>({ ...options, max: 100_000 });
  const readConnection = async (user: UserKey): Promise<Connection> =>
    (await store.findConnection(user)) ?? NOT_CONNECTED;

  return {
    read: (user: UserKey): Promise<Doors> =>
      withStore(
        (async () => {
          const tenant = await tenants.get(user.tenantId, () => store.findTenant(user.tenantId));
          const connection = await connections.get(toUserKey(user), () => readConnection(user));
          const { state = 'untested', settings = DEFAULT_SETTINGS, etag } = tenant ?? {};
          return { state, settings, etag, connection };
        })(),
      ),
    saveConnection: async (user: UserKey, connection: Connection): Promise<void> => {
      await withStore(store.saveConnection(user, connection));
      connections.set(toUserKey(user), connection);
    },
    deleteConnection: async (user: UserKey): Promise<void> => {
      await withStore(store.deleteConnection(user));
      connections.set(toUserKey(user), NOT_CONNECTED);
    },
  };
}

/** Throws the first closed door. */
export function requireOpenDoor(doors: Doors, device: SessionRequest['device']): void {
  const reason = findClosedDoor(doors, device);
  if (reason !== undefined) throw new ApiError(reason);
}
