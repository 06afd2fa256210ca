/** What lies open in Outlook beside the pane: nothing, an appointment that is written or read, or a message. */
import * as v from 'valibot';
import type { Person } from '../domain/agenda/calendar-event.ts';
import { Failure } from '../domain/failure.ts';
import { createDraftNames, type NameDraft } from './name-draft.ts';
import { callOffice } from './office-call.ts';
import type { OfficeApi } from './open-office.ts';
import { type OutlookDraft, openOutlookDraft } from './outlook-draft.ts';

/** `key` stays the same for the same item, so that what was typed beside it is found again. */
export type OpenItem =
  | { readonly kind: 'opening' }
  | { readonly kind: 'none' }
  | { readonly kind: 'appointmentCompose'; readonly key: string; readonly draft: OutlookDraft }
  | {
      readonly kind: 'appointmentRead';
      readonly key: string;
      /** As Graph names it. */
      readonly eventId: string;
      readonly role: 'organizer' | 'attendee';
      readonly start: Temporal.Instant;
      readonly end: Temporal.Instant;
    }
  | { readonly kind: 'messageRead'; readonly key: string; readonly subject: string; readonly people: readonly Person[] }
  /** `onBehalf`: written or organized by somebody else in whose calendar the person may write. */
  | { readonly kind: 'refused'; readonly key: string; readonly why: 'shared' | 'onBehalf' }
  | { readonly kind: 'failed'; readonly key: string; readonly failure: Failure };

const person = v.object({ displayName: v.optional(v.string(), ''), emailAddress: v.string() });
const anyItem = v.object({
  itemType: v.string(),
  itemId: v.optional(v.nullable(v.string())),
  getSharedPropertiesAsync: v.optional(v.unknown()),
});
const readAppointment = v.object({ itemId: v.string(), start: v.date(), end: v.date(), organizer: person });
const readMessage = v.object({
  itemId: v.string(),
  subject: v.optional(v.nullable(v.string()), ''),
  from: person,
  to: v.array(person),
  cc: v.array(person),
});
const organizerOfDraft = v.object({ emailAddress: v.string() });

function parse<const S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new Failure('bad_response', { path: 'Office item' });
  return parsed.output;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The method is there for items of shared folders alone; where it is there and fails, nobody shares (platform facts H3). */
async function isShared(item: object): Promise<boolean> {
  const { getSharedPropertiesAsync: ask } = item as Partial<Pick<Office.AppointmentRead, 'getSharedPropertiesAsync'>>;
  if (typeof ask !== 'function') return false;
  try {
    await callOffice<unknown>((done) => ask.call(item, done));
    return true;
  } catch {
    return false;
  }
}

/** Phones name items as Graph does already. */
function toEventId({ context }: OfficeApi, itemId: string): string {
  const platform = String(context.platform);
  if (platform === 'iOS' || platform === 'Android') return itemId;
  return context.mailbox.convertToRestId(itemId, 'v2.0' as Office.MailboxEnums.RestVersion);
}

function listPeople(message: v.InferOutput<typeof readMessage>, me: string): readonly Person[] {
  const found = new Map<string, Person>();
  for (const { displayName, emailAddress } of [message.from, ...message.to, ...message.cc]) {
    const key = emailAddress.toLowerCase();
    if (key !== '' && !isSame(key, me) && !found.has(key)) found.set(key, { name: displayName, address: emailAddress });
  }
  return [...found.values()];
}

async function openDraft(office: OfficeApi, item: Office.AppointmentCompose, key: string): Promise<OpenItem> {
  const { context, EventType } = office;
  const organizer = parse(organizerOfDraft, await callOffice<unknown>((done) => item.organizer.getAsync(done)));
  if (!isSame(organizer.emailAddress, context.mailbox.userProfile.emailAddress))
    return { kind: 'refused', key, why: 'onBehalf' };
  const draft = openOutlookDraft({
    item,
    canHoldRooms: context.requirements.isSetSupported('Mailbox', '1.8'),
    toEventId: (itemId) => toEventId(office, itemId),
    eventTypes: [EventType.AppointmentTimeChanged, EventType.RecipientsChanged, EventType.EnhancedLocationsChanged],
  });
  return { kind: 'appointmentCompose', key, draft };
}

/** What is read holds values, what is written holds objects with calls. */
const isWritten = (item: object): item is Office.AppointmentCompose =>
  typeof (item as { readonly subject?: unknown }).subject !== 'string' && !('from' in item);

async function toOpenItem(office: OfficeApi, item: object, key: string): Promise<OpenItem> {
  const { itemType } = parse(anyItem, item);
  const me = office.context.mailbox.userProfile.emailAddress;
  if (await isShared(item)) return { kind: 'refused', key, why: 'shared' };
  if (itemType === 'message') {
    const message = parse(readMessage, item);
    return { kind: 'messageRead', key, subject: message.subject ?? '', people: listPeople(message, me) };
  }
  if (isWritten(item)) return openDraft(office, item, key);
  const { itemId, start, end, organizer } = parse(readAppointment, item);
  return {
    ...{ kind: 'appointmentRead', key, eventId: toEventId(office, itemId) },
    role: isSame(organizer.emailAddress, me) ? 'organizer' : 'attendee',
    start: Temporal.Instant.fromEpochMilliseconds(start.getTime()),
    end: Temporal.Instant.fromEpochMilliseconds(end.getTime()),
  };
}

/** Of what is read Outlook has the name at hand. */
async function toKey(office: OfficeApi, item: object, nameDraft: NameDraft): Promise<string> {
  const { itemId } = item as { readonly itemId?: unknown };
  if (typeof itemId === 'string' && itemId !== '') return `item ${itemId}`;
  return `draft ${await nameDraft(office, item as Office.AppointmentCompose)}`;
}

/** Never throws: what can't be read is an item that failed. */
export async function readOpenItem(office: OfficeApi, nameDraft: NameDraft): Promise<OpenItem> {
  // null in a pinned pane without an item
  const item: object | null | undefined = office.context.mailbox.item;
  if (item === null || item === undefined) return { kind: 'none' };
  const key = await toKey(office, item, nameDraft);
  try {
    return await toOpenItem(office, item, key);
  } catch (cause) {
    return { kind: 'failed', key, failure: cause instanceof Failure ? cause : new Failure('host_refused', { cause }) };
  }
}

export interface ItemWatch {
  readonly office: OfficeApi;
  readonly newId: () => string;
  readonly onItem: (item: OpenItem) => void;
}

/** Tells the open item now and each time that another one is opened; an answer that comes too late is dropped. */
export function watchOpenItem({ office, newId, onItem }: ItemWatch): { readonly again: () => void } {
  const nameDraft = createDraftNames(newId);
  let round = 0;
  const look = (): void => {
    round += 1;
    const mine = round;
    void readOpenItem(office, nameDraft).then((item) => mine === round && onItem(item));
  };
  office.context.mailbox.addHandlerAsync(office.EventType.ItemChanged, () => {
    // nothing of the one before may be pressed in the meantime
    onItem({ kind: 'opening' });
    look();
  });
  look();
  return { again: look };
}
