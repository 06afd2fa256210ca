/** Runs in the pane: an appointment that is composed, as objects with calls. Sent as text, so it refers to nothing outside of itself. */
import type { StubOf } from '../stub-of.ts';
import type { Ask, OfficeCalls } from './create-office-calls.ts';
import type { CreateItemParts } from './create-office-item.ts';

type Draft = StubOf<Office.AppointmentCompose>;
type Address = string | Office.EmailUser | Office.EmailAddressDetails;

/** What a draft has in common with an appointment that is read. */
export interface SharedParts {
  readonly members: Pick<Draft, 'addHandlerAsync' | 'removeHandlerAsync' | 'itemType' | 'getSharedPropertiesAsync'>;
  readonly getBody: Office.Body['getAsync'];
  readonly getPlaces: Ask<Office.LocationDetails[]>;
  readonly toHostId: (id: unknown) => string;
}

export function createOfficeDraft(
  { item, calls, settings }: CreateItemParts,
  { members, getBody, getPlaces, toHostId }: SharedParts,
): Draft {
  const { toAsk, toTell, call }: OfficeCalls = calls;
  const asIs = <V>(value: V): V => value;
  const text = (name: string) => ({
    getAsync: toAsk(`${name}.getAsync`, String),
    setAsync: toTell<string>(`${name}.setAsync`, asIs),
  });
  const time = (name: string) => ({
    getAsync: toAsk(`${name}.getAsync`, (ms) => new Date(Number(ms))),
    setAsync: toTell<Date>(`${name}.setAsync`, (date: unknown) => (date instanceof Date ? date.getTime() : date)),
  });
  const people = (name: string) => ({
    getAsync: toAsk(`${name}.getAsync`, (all) => all as Office.EmailAddressDetails[]),
    setAsync: toTell<Address[]>(`${name}.setAsync`, asIs),
    addAsync: toTell<Address[]>(`${name}.addAsync`, asIs),
  });
  const identifiers = (name: string) => toTell<Office.LocationIdentifier[]>(`enhancedLocation.${name}`, asIs);
  // from Mailbox 1.15 on; phones are older
  const sessionData = {
    getAsync: (name: string, ...rest: readonly unknown[]) => call('sessionData.getAsync', name, rest),
    setAsync: (name: string, value: string, ...rest: readonly unknown[]) =>
      call('sessionData.setAsync', [name, value], rest),
  } satisfies StubOf<Office.SessionData>;
  return {
    ...members,
    ...(settings.platform === 'Android' ? {} : { sessionData }),
    ...(item.seriesId === null ? {} : { seriesId: item.seriesId }),
    body: { getAsync: getBody, setAsync: toTell<string>('body.setAsync', asIs) },
    subject: text('subject'),
    location: text('location'),
    start: time('start'),
    end: time('end'),
    requiredAttendees: people('requiredAttendees'),
    optionalAttendees: people('optionalAttendees'),
    enhancedLocation: {
      getAsync: getPlaces,
      addAsync: identifiers('addAsync'),
      removeAsync: identifiers('removeAsync'),
    },
    organizer: { getAsync: toAsk('organizer.getAsync', (one) => one as Office.EmailAddressDetails) },
    saveAsync: toAsk('saveAsync', toHostId),
    getItemIdAsync: toAsk('getItemIdAsync', toHostId),
  };
}
