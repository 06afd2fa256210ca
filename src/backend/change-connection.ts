/** Connects or disconnects, and notes the welcome as seen. */
import { type Connection, type ConnectionChange, connectionSchema } from '../domain/contract/session.ts';
import type { CallBackend } from './call-backend.ts';

export function changeConnection(call: CallBackend, change: ConnectionChange): Promise<Connection> {
  return call({ method: 'PUT', path: '/api/connection', body: change }, connectionSchema);
}
