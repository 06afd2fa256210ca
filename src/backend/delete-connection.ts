/** Deletes all that our server has stored about the caller. */
import * as v from 'valibot';
import type { CallBackend } from './call-backend.ts';

export async function deleteConnection(call: CallBackend): Promise<void> {
  await call({ method: 'DELETE', path: '/api/connection' }, v.unknown());
}
