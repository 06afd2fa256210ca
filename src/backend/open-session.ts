/** The door: who am I, is the integration open to me, am I connected, by which transport. */
import { type Session, type SessionRequest, sessionSchema } from '../domain/contract/session.ts';
import type { CallBackend } from './call-backend.ts';

export function openSession(call: CallBackend, request: SessionRequest): Promise<Session> {
  return call({ method: 'POST', path: '/api/session', body: request }, sessionSchema);
}
