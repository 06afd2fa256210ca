/** Runs in the pane: the open item as Office.js shows it: values where it is read, objects with calls where it is composed. Sent as text, so it refers to nothing outside of itself. */
import type { OutlookItem, OutlookLocation } from '../outlook-item.ts';
import type { OfficeSettings } from '../outlook-settings.ts';
import type { createOfficeDraft as CreateDraft } from './create-office-draft.ts';

/** Office's asynchronous call: its own arguments, then options and callback, both optional. */
export type AsyncMethod = (...args: readonly unknown[]) => void;
export type ToAsync = (
  name: string,
  ownArguments: number,
  change?: { readonly send?: (value: unknown) => unknown; readonly receive?: (value: unknown) => unknown },
) => AsyncMethod;

type CreateOfficeDraft = typeof CreateDraft;
type Members = Readonly<Record<string, unknown>>;

/** `handlers`: those that the pane has added to the item itself. */
export function createOfficeItem(
  item: OutlookItem,
  settings: OfficeSettings,
  toAsync: ToAsync,
  handlers: Members,
  createOfficeDraft: CreateOfficeDraft,
): Members {
  // desktop and web name items as Exchange's older protocol does (platform facts H3)
  const itemId =
    item.id === null || settings.platform === 'Android'
      ? item.id
      : item.id.replace(/[-_]/g, (mark) => (mark === '-' ? '/' : '+'));
  const toPlace = (one: OutlookLocation): object => ({
    locationIdentifier: { id: one.id, type: one.type },
    displayName: one.displayName,
    emailAddress: one.emailAddress,
  });
  const places = {
    getAsync: toAsync('enhancedLocation.getAsync', 0, { receive: (all) => (all as OutlookLocation[]).map(toPlace) }),
  };
  const shared = {
    ...handlers,
    itemType: item.kind === 'message' ? 'message' : 'appointment',
    conversationId: `${item.id ?? 'new'}-conversation`,
    body: { getAsync: toAsync('body.getAsync', 1) },
  };
  const normalizedSubject = item.subject.replace(/^((re|fw|fwd): *)+/i, '');
  if (item.kind === 'message') {
    const [from] = [{ ...item.organizer, recipientType: 'user', appointmentResponse: 'none' }];
    const created = new Date(item.startMs);
    const words = { subject: item.subject, normalizedSubject, itemId, itemClass: 'IPM.Note' };
    const dates = { dateTimeCreated: created, dateTimeModified: created };
    return { ...shared, ...words, ...dates, from, sender: from, to: [...item.required], cc: [] };
  }
  if (item.kind === 'read') {
    return {
      ...shared,
      ...{ itemId, itemClass: 'IPM.Appointment', subject: item.subject, normalizedSubject },
      location: item.locations.map((one) => one.displayName).join('; '),
      start: new Date(item.startMs),
      end: new Date(item.endMs),
      organizer: { ...item.organizer, recipientType: 'user', appointmentResponse: 'organizer' },
      requiredAttendees: [...item.required],
      optionalAttendees: [...item.optional],
      enhancedLocation: places,
      seriesId: item.seriesId,
    };
  }
  return createOfficeDraft({ ...shared, seriesId: item.seriesId }, shared.body, places, toAsync);
}
