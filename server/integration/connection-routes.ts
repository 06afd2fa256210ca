/** A person's own choice: connect, disconnect, note the welcome as seen, see and delete all that is stored about them. */
import { connectionChangeSchema } from '../../src/domain/contract/session.ts';
import type { ApiHandler } from '../api-routes.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { parseContract } from '../../src/domain/contract/parse-contract.ts';
import { readJsonBody } from '../read-body.ts';
import { parseClientHeader } from '../../src/domain/contract/client-header.ts';
import type { UserKey } from '../user-key.ts';
import { applyConnectionChange } from '../../src/domain/policy/apply-connection-change.ts';
import { requireOpenDoor } from '../../src/domain/policy/require-open-door.ts';
import type { Gates } from './gates.ts';

export interface ConnectionParts {
  readonly gates: Gates;
  readonly exchange: Pick<Exchange, 'purge'>;
  /** Drops what else is held in memory about the user. */
  readonly forget: (user: UserKey) => void;
  readonly now: () => number;
}

const MAX_BYTES = 16 * 1024;

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
    if (wanted.connected === true) requireOpenDoor(await gates.read(caller), caller, device);
    const at = new Date(now()).toISOString();
    return { body: await gates.changeConnection(caller, (before) => applyConnectionChange(before, wanted, at)) };
  };
  const remove: ApiHandler = async ({ caller }) => {
    drop(caller);
    await gates.deleteConnection(caller);
    return { status: 204 };
  };
  return { GET: read, PUT: change, DELETE: remove };
}
