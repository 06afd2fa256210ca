/** Deletes all that our server has stored about the organisation. */
import * as v from 'valibot';
import type { CallBackend } from './call-backend.ts';

export async function deleteTenant(call: CallBackend): Promise<void> {
  await call({ method: 'DELETE', path: '/api/admin/integration' }, v.unknown());
}
