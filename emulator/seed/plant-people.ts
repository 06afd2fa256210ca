/** Plants accounts and their mailboxes with calendars, those that others share included. */
import type { IdSource } from '../mailbox/ids.ts';
import type { CalendarFolder, Mailbox, MailboxSettings } from '../mailbox/mailbox.ts';
import { defaultCalendar } from '../mailbox/mailbox.ts';
import type { MailboxStore } from '../mailbox/mailbox-store.ts';
import type { Person, Tenant } from '../world.ts';
import type { ScenarioPerson } from './scenario.ts';

const WORKING_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export function createSettings(timeZone: string, workingStart = '08:00', workingEnd = '17:00'): MailboxSettings {
  return {
    ...{ timeZone, workingStart, workingEnd, workingDays: WORKING_DAYS },
    ...{ dateFormat: 'yyyy-MM-dd', timeFormat: 'HH:mm', locale: 'en-GB', language: 'English (United Kingdom)' },
  };
}

const plain = (name: string): string => name.normalize('NFD').replace(/[^\w]/g, '').toLowerCase();

/** The account of a person in a scenario; its address is `key@domain`. */
export function toPerson(ids: IdSource, tenant: Tenant, one: ScenarioPerson): Person {
  const address = `${one.key}@${tenant.domain}`;
  const guestName = `${one.key}_partner.example#EXT#@${tenant.domain}`;
  return {
    key: one.key,
    objectId: ids.guid('person', one.key),
    tenantId: tenant.id,
    displayName: `${one.givenName} ${one.surname}`,
    ...{ givenName: one.givenName, surname: one.surname, jobTitle: one.jobTitle, officeLocation: one.officeLocation },
    userPrincipalName: one.isGuest ? guestName : address,
    mail: one.isGuest ? null : address,
    proxyAddresses: one.isGuest
      ? []
      : [`SMTP:${address}`, ...one.aliases.map((alias) => `smtp:${alias}@${tenant.domain}`)],
    userType: one.isGuest ? 'Guest' : 'Member',
    accountEnabled: true,
    appRoles: one.appRoles,
    directoryRoles: one.directoryRoles,
    story: one.story,
  };
}

function createCalendar(ids: IdSource, person: Person, key: string, change: Partial<CalendarFolder>): CalendarFolder {
  return {
    id: ids.itemId('calendar', `${person.key}:${key}`),
    ...{ name: 'Calendar', color: 'auto', hexColor: '', isDefault: false, isRemovable: true },
    owner: { name: person.displayName, address: person.mail ?? '' },
    ...{ canEdit: true, canShare: true, canViewPrivateItems: true },
    ...change,
  };
}

export function createMailbox(ids: IdSource, person: Person, change: Partial<Mailbox>): Mailbox {
  return {
    address: person.mail ?? '',
    aliases: person.proxyAddresses.map((proxy) => proxy.slice(5)).filter((alias) => alias !== person.mail),
    displayName: person.displayName,
    ...{ kind: 'user', tenantId: person.tenantId, objectId: person.objectId },
    settings: createSettings('W. Europe Standard Time'),
    calendars: [createCalendar(ids, person, 'default', { isDefault: true, isRemovable: false })],
    ...{ events: new Map(), idByMeeting: new Map(), idByTransaction: new Map(), pending: new Map() },
    ...{ messages: [], changes: [] },
    sharesDetails: false,
    delegates: new Set(),
    ...change,
  };
}

export function plantMailbox(
  { ids, mailboxes }: { readonly ids: IdSource; readonly mailboxes: MailboxStore },
  person: Person,
  one: ScenarioPerson,
): void {
  const mailbox = createMailbox(ids, person, {
    settings: {
      ...createSettings(one.timeZone, one.workingStart, one.workingEnd),
      ...(one.customBias === undefined ? {} : { customBias: one.customBias }),
    },
    sharesDetails: one.sharesDetails,
    delegates: new Set(one.sharesWith.map((key) => `${key}@${(person.mail ?? '').split('@')[1] ?? ''}`)),
  });
  for (const { key, name, color, canEdit } of one.calendars)
    mailbox.calendars.push(createCalendar(ids, person, key, { name, color, canEdit }));
  mailboxes.add(mailbox);
}

/** A shared calendar stands in the list of the one it is shared with, named after its owner, who alone may share it on. */
export function shareCalendar(ids: IdSource, owner: Mailbox, reader: Mailbox, readerPerson: Person): void {
  reader.calendars.push(
    createCalendar(ids, readerPerson, `shared:${owner.address}`, {
      name: owner.displayName,
      color: 'lightOrange',
      owner: defaultCalendar(owner).owner,
      ...{ canEdit: false, canShare: false, canViewPrivateItems: false, sharedFrom: owner.address },
    }),
  );
}

/** `Inês Carvalho`, 12 → `ines.carvalho.12`. */
export const toMailName = (givenName: string, surname: string, number: number): string =>
  `${plain(givenName)}.${plain(surname)}.${number}`;
