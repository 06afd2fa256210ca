/** Shows all that our server has stored about the caller. */
import { type Connection, connectionSchema } from '../domain/contract/session.ts';
import type { CallBackend } from './call-backend.ts';

export function readConnection(call: CallBackend): Promise<Connection> {
  return call({ method: 'GET', path: '/api/connection' }, connectionSchema);
}
