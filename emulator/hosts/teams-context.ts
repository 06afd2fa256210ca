/** What the emulated Teams tells a tab about itself: the runtime's abilities and the context, in teams-js' wire form. */
import { createHash } from 'node:crypto';

import type { AppRegistration } from '../app-registration.ts';
import type { HostParameters } from './host-parameters.ts';

const CLIENT_TYPES = { web: 'web', desktop: 'desktop', mobile: 'android' } as const;

/** The settings that the page hands to its script. */
export interface TeamsSettings {
  readonly tabUrl: string;
  readonly person: string;
  readonly theme: string;
  readonly clientType: string;
  readonly runtime: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** Host without nested app authentication: neither recommended nor among what is supported. */
function toRuntime(nested: boolean): string {
  return JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    isNAAChannelRecommended: nested,
    supports: {
      app: {},
      pages: { appButton: {}, backStack: {}, tabs: {} },
      calendar: {},
      ...(nested ? { nestedAppAuth: {} } : {}),
    },
  });
}

const toSessionId = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

export function toTeamsSettings(app: AppRegistration, parameters: HostParameters): TeamsSettings {
  const { person, device, locale, nested, subPageId } = parameters;
  const theme = parameters.theme === 'light' ? 'default' : parameters.theme;
  const clientType = CLIENT_TYPES[device];
  return {
    tabUrl: `${app.url}/tab`,
    person: person.key,
    theme,
    clientType,
    runtime: toRuntime(nested),
    context: {
      locale,
      theme,
      entityId: 'agenda',
      ...(subPageId === undefined ? {} : { subEntityId: subPageId }),
      userObjectId: person.objectId,
      tid: person.tenantId,
      tenantSKU: 'enterprise',
      loginHint: person.userPrincipalName,
      userPrincipalName: person.userPrincipalName,
      userDisplayName: person.displayName,
      userLicenseType: 'Unknown',
      hostName: 'Teams',
      hostClientType: clientType,
      ringId: 'general',
      sessionId: toSessionId(`host ${person.objectId}`),
      appSessionId: toSessionId(`app ${person.objectId}`),
      frameContext: 'content',
      isFullScreen: false,
      isMultiWindow: false,
      appId: app.clientId,
      osLocaleInfo: { platform: device === 'mobile' ? 'android' : 'windows', regionalFormat: locale },
    },
  };
}
