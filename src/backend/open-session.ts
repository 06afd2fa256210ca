/** The door: who am I, is the integration open to me, am I connected, by which transport. */
import { type Session, type SessionRequest, sessionSchema } from '../domain/contract/session.ts';
import type { CallBackend } from './call-backend.ts';

export type OpenedSession = Session & {
  /** Of the answer, to be quoted where the door is closed. */
  readonly requestId?: string;
};

export async function openSession(call: CallBackend, request: SessionRequest): Promise<OpenedSession> {
  let requestId: string | undefined;
  const onRequestId = (id: string): void => void (requestId = id);
  const session = await call({ method: 'POST', path: '/api/session', body: request, onRequestId }, sessionSchema);
  return requestId === undefined ? session : { ...session, requestId };
}
