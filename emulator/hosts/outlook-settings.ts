/** What the emulated Outlook's page hands to its script, and through it to the stub of Office.js in the pane. */
import type { AppRegistration } from '../app-registration.ts';
import type { HostParameters, Theme } from './host-parameters.ts';
import {
  findOutlookZone,
  listOutlookChoices,
  type OutlookChoice,
  type OutlookItem,
  type OutlookUser,
  type OutlookWorld,
} from './outlook-item.ts';

/** The part that Office.js tells the pane. */
export interface OfficeSettings {
  readonly platform: 'OfficeOnline' | 'PC' | 'Android';
  readonly hostVersion: string;
  readonly locale: string;
  readonly nested: boolean;
  /** Highest version of each requirement set. */
  readonly sets: Readonly<Record<string, string>>;
  readonly userProfile: OutlookUser & { readonly timeZone: string; readonly accountType: string };
}

export interface OutlookSettings {
  readonly paneUrl: string;
  readonly person: string;
  readonly theme: Theme;
  readonly office: OfficeSettings;
  readonly choices: readonly OutlookChoice[];
  readonly item: OutlookItem | null;
}

const PLATFORMS = { web: 'OfficeOnline', desktop: 'PC', mobile: 'Android' } as const;

/** Platform facts H3 and F5: phones stop at Mailbox 1.5; nested app authentication is a set of its own. */
const toSets = (isMobile: boolean, nested: boolean): Readonly<Record<string, string>> => ({
  Mailbox: isMobile ? '1.5' : '1.16',
  IdentityAPI: '1.3',
  DialogApi: '1.2',
  ...(nested ? { NestedAppAuth: '1.1' } : {}),
});

export function toOutlookSettings(
  app: AppRegistration,
  world: OutlookWorld,
  parameters: HostParameters,
  item: OutlookItem | null,
): OutlookSettings {
  const { person, device, theme, locale, nested, subPageId } = parameters;
  return {
    paneUrl: `${app.url}/pane${subPageId === undefined ? '' : `?subPageId=${encodeURIComponent(subPageId)}`}`,
    person: person.key,
    theme,
    office: {
      platform: PLATFORMS[device],
      hostVersion: '16.0.18025.20000',
      locale,
      nested,
      sets: toSets(device === 'mobile', nested),
      userProfile: {
        displayName: person.displayName,
        emailAddress: person.mail ?? person.userPrincipalName,
        timeZone: findOutlookZone(world, person),
        accountType: 'enterprise',
      },
    },
    choices: listOutlookChoices(world, person),
    item,
  };
}
