/** Runs in the pane: the open item as Office.js shows it: values where it is read, objects with calls where it is composed. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookAttendee, OutlookItem, OutlookLocation, OutlookUser } from '../outlook-item.ts';
import type { OfficeSettings } from '../outlook-settings.ts';
import type { StubOf } from '../stub-of.ts';
import type { OfficeCalls } from './create-office-calls.ts';
import type { createOfficeDraft as CreateDraft, SharedParts } from './create-office-draft.ts';
import type { HandlerMethods } from './create-office-handlers.ts';

export interface CreateItemParts {
  readonly item: OutlookItem;
  readonly settings: OfficeSettings;
  readonly calls: OfficeCalls;
  /** Those that the pane has added to the item itself. */
  readonly handlers: HandlerMethods;
  readonly createOfficeDraft: typeof CreateDraft;
}

export type StubItem = StubOf<Office.AppointmentCompose> | StubOf<Office.AppointmentRead> | StubOf<Office.MessageRead>;

export function createOfficeItem(parts: CreateItemParts): StubItem {
  const { item, settings, calls, handlers, createOfficeDraft } = parts;
  const { toAsk, call } = calls;
  // desktop and web name items as Exchange's older protocol does (platform facts H3)
  const toHostId = (id: unknown): string => {
    const text = typeof id === 'string' ? id : '';
    return settings.platform === 'Android' ? text : text.replace(/[-_]/g, (mark) => (mark === '-' ? '/' : '+'));
  };
  const toPlace = (one: OutlookLocation) =>
    ({
      locationIdentifier: { id: one.id, type: one.type },
      displayName: one.displayName,
      emailAddress: one.emailAddress,
    }) satisfies StubOf<Office.LocationDetails>;
  const getPlaces = toAsk(
    'enhancedLocation.getAsync',
    (all) => (all as OutlookLocation[]).map(toPlace) as Office.LocationDetails[],
  );
  const getBody = (...args: readonly unknown[]): void => call('body.getAsync', undefined, args.slice(1));
  const shared: SharedParts['members'] = {
    ...handlers,
    itemType: item.kind === 'message' ? 'message' : 'appointment',
    // there for items of shared folders alone (platform facts H3)
    ...(item.owner === undefined
      ? {}
      : {
          getSharedPropertiesAsync: toAsk('getSharedPropertiesAsync', (value) => value as Office.SharedProperties),
        }),
  };
  const toDetails = (user: OutlookUser & Partial<OutlookAttendee>) =>
    ({ recipientType: 'user', appointmentResponse: 'none', ...user }) as StubOf<Office.EmailAddressDetails>;
  const normalizedSubject = item.subject.replace(/^((re|fw|fwd): *)+/i, '');
  const named = { itemId: toHostId(item.id), subject: item.subject, normalizedSubject };
  if (item.kind === 'message') {
    const from = toDetails(item.organizer);
    const created = new Date(item.startMs);
    const message: StubOf<Office.MessageRead> = {
      ...{ ...shared, ...named, itemClass: 'IPM.Note', conversationId: `${item.id ?? 'new'}-conversation` },
      ...{ body: { getAsync: getBody }, dateTimeCreated: created, dateTimeModified: created },
      ...{ from, sender: from, to: item.required.map(toDetails), cc: [] },
    };
    return message;
  }
  if (item.kind === 'compose') return createOfficeDraft(parts, { members: shared, getBody, getPlaces, toHostId });
  const appointment: StubOf<Office.AppointmentRead> = {
    ...{ ...shared, ...named, itemClass: 'IPM.Appointment' },
    body: { getAsync: getBody },
    location: item.locations.map((one) => one.displayName).join('; '),
    start: new Date(item.startMs),
    end: new Date(item.endMs),
    organizer: toDetails({ ...item.organizer, appointmentResponse: 'organizer' }),
    requiredAttendees: item.required.map(toDetails),
    optionalAttendees: item.optional.map(toDetails),
    enhancedLocation: { getAsync: getPlaces },
    ...(item.seriesId === null ? {} : { seriesId: item.seriesId }),
  };
  return appointment;
}
