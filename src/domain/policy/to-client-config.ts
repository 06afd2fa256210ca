/** What the page may know of the server's configuration. */
import type { ClientConfig } from '../contract/client-config.ts';
import type { EnvironmentConfig } from '../contract/environment.ts';

/** Graph scopes without which nothing works; the rest is asked for when it is used. */
export const BASE_SCOPES = ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'] as const;

/** One organisation signs in at its own door, several at everybody's. */
export function toClientConfig(config: EnvironmentConfig, version: string): ClientConfig {
  const only = config.tenants !== '*' && config.tenants.size === 1 ? [...config.tenants][0] : undefined;
  return {
    clientId: config.clientId,
    authority: `https://login.microsoftonline.com/${only ?? 'organizations'}`,
    entraBaseUrl: config.entraBaseUrl,
    graphBaseUrl: config.graphBaseUrl,
    apiScope: `${config.appIdUri}/access_as_user`,
    baseScopes: [...BASE_SCOPES],
    hostOrigins: [...config.hostOrigins],
    officeScriptUrl: config.officeScriptUrl,
    version,
  };
}
