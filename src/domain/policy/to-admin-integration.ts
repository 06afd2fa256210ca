/** Joins what is stored and what is known into the picture that administrators see of their integration. */
import type { AdminIntegration } from '../contract/admin.ts';
import type { Integration } from './change-integration.ts';
import { toAdminConsentUrl, toTesterUrl } from './consent-url.ts';
import { toCredentialDays } from './judge-credential.ts';
import { listScopes, toStanding, type ProvenFacts } from './proof-standing.ts';

export interface IntegrationFacts extends ProvenFacts {
  readonly tenantId: string;
  readonly entraBaseUrl: string;
  /** Ours. */
  readonly origin: string;
  /** When the app's own credential ends, ISO 8601. */
  readonly credentialEnds: string | undefined;
  readonly connected: number;
  readonly rules: { readonly rules: readonly unknown[]; readonly importedAt: string } | undefined;
}

export function toAdminIntegration(
  { settings, state, suspendedBy }: Integration,
  facts: IntegrationFacts,
): AdminIntegration {
  const { tenantId, entraBaseUrl, origin, app, rules, connected } = facts;
  const credentialDays = toCredentialDays(facts.credentialEnds, facts.now);
  return {
    ...settings,
    state,
    ...(suspendedBy === undefined ? {} : { suspendedBy: [...suspendedBy] }),
    proof: toStanding(facts, settings),
    counts: { connected },
    ...(credentialDays === undefined ? {} : { credentialDays }),
    roomRules: { rooms: rules?.rules.length ?? 0, ...(rules === undefined ? {} : { importedAt: rules.importedAt }) },
    testerUrl: toTesterUrl(origin),
    consentUrl: toAdminConsentUrl(listScopes(settings), { entraBaseUrl, tenantId, clientId: app.clientId, origin }),
  };
}
