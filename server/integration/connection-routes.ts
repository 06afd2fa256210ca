/** A person's own choice: connect, disconnect, note the welcome as seen, see and delete all that is stored about them. */
import { connectionChangeSchema, type Connection, type ConnectionChange } from '../../src/domain/contract/session.ts';
import type { ApiHandler } from '../api-routes.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { readJsonBody } from '../read-body.ts';
import { parseClientHeader } from '../../src/domain/contract/client-header.ts';
import type { UserKey } from '../user-key.ts';
import { requireOpenDoor, type Gates } from './gates.ts';

export interface ConnectionParts {
  readonly gates: Gates;
  readonly exchange: Pick<Exchange, 'purge'>;
  /** Drops what else is held in memory about the user. */
  readonly forget: (user: UserKey) => void;
  readonly now: () => number;
}

const MAX_BYTES = 16 * 1024;

function applyChange(before: Connection, change: ConnectionChange, now: string): Connection {
  const connected = change.connected ?? before.connected;
  return {
    connected,
    connectedSince: connected ? (before.connectedSince ?? now) : null,
    welcomeSeen: change.welcomeSeen ?? before.welcomeSeen,
  };
}

export function createConnectionRoutes({ gates, exchange, forget, now }: ConnectionParts) {
  const drop: ConnectionParts['forget'] = (user) => {
    exchange.purge(user);
    forget(user);
  };
  const read: ApiHandler = async ({ caller }) => ({ body: (await gates.read(caller)).connection });
  const change: ApiHandler = async ({ caller, request }) => {
    const { device } = parseClientHeader(request.headers['office-shifts-client']);
    const wanted = parseContract(connectionChangeSchema, await readJsonBody(request, MAX_BYTES));
    // tokens go first: they must not outlive a wish that the database could not note
    if (wanted.connected === false) drop(caller);
    const doors = await gates.read(caller);
    if (wanted.connected === true) requireOpenDoor(doors, device);
    const connection = applyChange(doors.connection, wanted, new Date(now()).toISOString());
    await gates.saveConnection(caller, connection);
    return { body: connection };
  };
  const remove: ApiHandler = async ({ caller }) => {
    drop(caller);
    await gates.deleteConnection(caller);
    return { status: 204 };
  };
  return { GET: read, PUT: change, DELETE: remove };
}
