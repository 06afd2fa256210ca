/** Rooms, buildings and teams that the administrator's forms offer. */
import { type Choices, choicesSchema } from '../domain/contract/admin.ts';
import type { CallBackend } from './call-backend.ts';

export function readChoices(call: CallBackend): Promise<Choices> {
  return call({ method: 'GET', path: '/api/admin/choices' }, choicesSchema);
}
