/** Changes the settings of the organisation, or switches its integration on or off; fails with `conflict` when it changed meanwhile. */
import { adminIntegrationSchema } from '../domain/contract/admin.ts';
import type { SettingsChange } from '../domain/contract/settings.ts';
import type { CallBackend } from './call-backend.ts';
import type { StoredIntegration } from './read-integration.ts';

export async function changeIntegration(
  call: CallBackend,
  change: SettingsChange,
  ifMatch: string,
): Promise<StoredIntegration> {
  let etag = ifMatch;
  const onEtag = (told: string): void => void (etag = told);
  const request = { method: 'PUT', path: '/api/admin/integration', body: change, ifMatch, onEtag } as const;
  const integration = await call(request, adminIntegrationSchema);
  return { integration, etag };
}
