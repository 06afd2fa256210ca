/** How the integration of the organisation stands, with the mark (ETag) that a change of it has to name. */
import { type AdminIntegration, adminIntegrationSchema } from '../domain/contract/admin.ts';
import type { CallBackend } from './call-backend.ts';

export interface StoredIntegration {
  readonly integration: AdminIntegration;
  readonly etag: string;
}

/** Nothing stored answers the ETag `none`; so does a proxy that dropped it, and the change is then refused, not lost. */
const NO_ETAG = '"none"';

export async function readIntegration(call: CallBackend): Promise<StoredIntegration> {
  let etag = NO_ETAG;
  const onEtag = (told: string): void => void (etag = told);
  const integration = await call({ method: 'GET', path: '/api/admin/integration', onEtag }, adminIntegrationSchema);
  return { integration, etag };
}
