/** Joins who asks, what the organisation has switched on, and how the app is set up, into the order for a proof run. */
import { toTesterUrl } from '../../domain/policy/consent-url.ts';
import type { ProofWish } from '../../domain/policy/parse-proof-request.ts';
import { toFingerprint } from '../../domain/policy/proof-standing.ts';
import type { Settings } from '../../domain/contract/settings.ts';
import type { ProofSetup } from './proof-setup.ts';
import type { ProofOrder } from './prove-integration.ts';

interface App {
  readonly clientId: string;
  readonly appIdUri: string;
  readonly publicUrl: { readonly origin: string };
  readonly entraBaseUrl: string;
  readonly graphBaseUrl: string;
  readonly credentialEnds: string | undefined;
  readonly version: string;
}

export interface ProofParties {
  readonly app: App;
  readonly runner: { readonly tenantId: string; readonly isAdmin: boolean };
  readonly tenant: { readonly settings: Settings; readonly state: string };
  readonly wish: ProofWish;
}

type World = Pick<ProofSetup, 'fetch' | 'clock' | 'newId' | 'signIn' | 'emit' | 'signal' | 'replaced'>;

export function toProofOrder({ app, runner, tenant, wish }: ProofParties, world: World): ProofOrder {
  const { clientId, entraBaseUrl, graphBaseUrl: base, credentialEnds } = app;
  const { origin } = app.publicUrl;
  const consent = { entraBaseUrl, clientId, origin, tenantId: runner.tenantId };
  const { features } = tenant.settings;
  return {
    by: runner.isAdmin ? 'admin' : 'tester',
    fingerprint: toFingerprint(app, tenant.settings),
    isEnabled: tenant.state === 'enabled',
    setup: { ...world, ...wish, base, credentialEnds, consent, testerUrl: toTesterUrl(origin), features },
  };
}
