/** The delegated permissions of Microsoft Graph that the app registration lists, as Entra describes them on its consent page. */

/** Microsoft Graph's own application. */
export const GRAPH_CLIENT_ID = '00000003-0000-0000-c000-000000000000';
export const GRAPH_URI = 'https://graph.microsoft.com';

export interface GraphScope {
  readonly name: string;
  readonly adminOnly: boolean;
  readonly title: string;
}

const scope = (name: string, title: string, adminOnly = false): GraphScope => ({ name, adminOnly, title });

/** What our app registration asks for. */
export const APP_SCOPES: readonly GraphScope[] = [
  scope('User.Read', 'Sign you in and read your profile'),
  scope('Calendars.Read', 'Read your calendars'),
  scope('Calendars.ReadWrite', 'Have full access to your calendars'),
  scope('MailboxSettings.Read', 'Read your mailbox settings'),
  scope('Place.Read.All', 'Read all company places', true),
  scope('Team.ReadBasic.All', 'Read the names and descriptions of teams'),
  scope('Schedule.Read.All', 'Read all schedule items', true),
  scope('Presence.Read.All', 'Read presence information of all users in your organization'),
  scope('People.Read', 'Read your relevant people list'),
  scope('User.ReadBasic.All', "Read all users' basic profiles"),
];

/** Exist at Graph but are not on our registration: they can be asked for one by one. */
const OTHER_SCOPES: readonly GraphScope[] = [
  scope('Calendars.ReadBasic', 'Read basic details of your calendars', true),
  scope('Calendars.Read.Shared', 'Read calendars you can access'),
  scope('Calendars.ReadWrite.Shared', 'Read and write to your and shared calendars'),
  scope('MailboxSettings.ReadWrite', 'Read and write to your mailbox settings'),
  scope('Place.ReadWrite.All', 'Read and write organization places', true),
  scope('Presence.Read', 'Read your presence information'),
  scope('Presence.ReadWrite', 'Read and write your presence information'),
  scope('Schedule.ReadWrite.All', 'Read and write all schedule items', true),
  scope('People.Read.All', "Read all users' relevant people lists", true),
  scope('User.ReadWrite', 'Read and update your profile'),
  scope('User.Read.All', "Read all users' full profiles", true),
  scope('Mail.Read', 'Read your mail'),
  scope('Mail.Send', 'Send mail as you'),
];

const byLowerName = new Map([...APP_SCOPES, ...OTHER_SCOPES].map((known) => [known.name.toLowerCase(), known]));

/** Scope names are matched in any case, as Entra does. */
export const findGraphScope = (name: string): GraphScope | undefined => byLowerName.get(name.toLowerCase());
