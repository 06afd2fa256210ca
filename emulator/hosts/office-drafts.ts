/** Office.js' `saveAsync`: puts what is composed into the person's mailbox, unsent. */
import { findView } from '../mailbox/event-views.ts';
import type { Exchange } from '../mailbox/exchange.ts';
import type { EventLocation, Mailbox } from '../mailbox/mailbox.ts';
import { saveDraft, type SavedDraft } from '../mailbox/save-draft.ts';
import type { Person } from '../world.ts';

type Members = Readonly<Record<string, unknown>>;

const toMembers = (value: unknown): Members => (typeof value === 'object' && value !== null ? { ...value } : {});
const toList = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.map(toMembers) : []);
const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRoom = (location: Members): boolean => location['type'] === 'room';

function toLocation(location: Members): EventLocation {
  const displayName = toText(location['displayName']);
  if (!isRoom(location))
    return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' };
  const address = toText(location['id']);
  return {
    ...{ displayName, locationUri: address, locationType: 'conferenceRoom' },
    ...{ uniqueId: address, uniqueIdType: 'directory' },
  };
}

/** A room among the places is invited too (platform facts H3). */
function toAttendees(item: Members): SavedDraft['attendees'] {
  const rooms = toList(item['locations']).filter(isRoom);
  return [
    ...toList(item['required']).map((one) => ({ one, type: 'required' as const })),
    ...toList(item['optional']).map((one) => ({ one, type: 'optional' as const })),
    ...rooms.map((room) => ({ one: { ...room, emailAddress: room['id'] }, type: 'resource' as const })),
  ].map(({ one, type }) => {
    const address = toText(toMembers(one)['emailAddress']);
    return { type, address, name: toText(toMembers(one)['displayName']) || address };
  });
}

function toDraft(item: Members): SavedDraft | undefined {
  const [startMs, endMs] = [item['startMs'], item['endMs']];
  if (typeof startMs !== 'number' || typeof endMs !== 'number' || endMs < startMs) return undefined;
  return {
    subject: toText(item['subject']),
    body: { contentType: 'text', content: toText(item['body']) },
    time: { startMs, endMs },
    locations: toList(item['locations']).map(toLocation),
    attendees: toAttendees(item),
  };
}

/** The item's id; undefined where it cannot be saved. */
export function saveOfficeDraft(exchange: Exchange, person: Person, body: Members): string | undefined {
  const item = toMembers(body['item']);
  const draft = toDraft(item);
  const mailbox: Mailbox | undefined = exchange.mailboxes.findByObjectId(person.objectId);
  if (draft === undefined || mailbox === undefined) return undefined;
  if (item['id'] === null) return saveDraft(exchange, mailbox, draft, undefined).id;
  const view = findView(mailbox, toText(item['id']));
  if (view?.event.isOrganizer !== true) return undefined;
  // this Outlook saves whole series only
  return view.originalDate === undefined ? saveDraft(exchange, mailbox, draft, view.event).id : view.id;
}
