/** Our own server's API, all of it that a page uses. */
import type { Connection, ConnectionChange, SessionRequest } from '../domain/contract/session.ts';
import { type BackendSetup, createCallBackend } from './call-backend.ts';
import { changeConnection } from './change-connection.ts';
import { deleteConnection } from './delete-connection.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { readConnection } from './read-connection.ts';

export interface Backend {
  readonly openSession: (request: SessionRequest) => Promise<OpenedSession>;
  readonly readConnection: () => Promise<Connection>;
  readonly changeConnection: (change: ConnectionChange) => Promise<Connection>;
  readonly deleteConnection: () => Promise<void>;
}

export function createBackend(setup: BackendSetup): Backend {
  const call = createCallBackend(setup);
  return {
    openSession: (request) => openSession(call, request),
    readConnection: () => readConnection(call),
    changeConnection: (change) => changeConnection(call, change),
    deleteConnection: () => deleteConnection(call),
  };
}
