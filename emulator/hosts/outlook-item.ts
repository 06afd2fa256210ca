/** What lies open in the emulated Outlook: an appointment as attendee or organizer, or a message, as data for the page. */
import { listColleagueMail } from '../mailbox/colleague-mail.ts';
import { findView, listViews, type EventView } from '../mailbox/event-views.ts';
import { toPlainText } from '../mailbox/event-json.ts';
import type { EventAttendee, EventLocation, MailAddress, Mailbox } from '../mailbox/mailbox.ts';
import type { IdSource } from '../mailbox/ids.ts';
import type { MailboxStore } from '../mailbox/mailbox-store.ts';
import { findPerson } from '../find-person.ts';
import type { Person, World } from '../world.ts';

/** Small worlds of tests have no mailboxes. */
export type OutlookWorld = World & { readonly mailboxes?: MailboxStore; readonly ids?: IdSource };

export interface OutlookUser {
  readonly displayName: string;
  readonly emailAddress: string;
}

export interface OutlookAttendee extends OutlookUser {
  readonly appointmentResponse: string;
  readonly recipientType: string;
}

export interface OutlookLocation {
  readonly id: string;
  readonly type: 'room' | 'custom';
  readonly displayName: string;
  readonly emailAddress: string;
}

export interface OutlookItem {
  readonly kind: 'read' | 'compose' | 'message';
  /** As Graph knows it; null for a draft that was never saved. */
  readonly id: string | null;
  readonly seriesId: string | null;
  readonly subject: string;
  readonly body: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly locations: readonly OutlookLocation[];
  /** Of a message: who sent it. */
  readonly organizer: OutlookUser;
  /** Of a message: its To line. */
  readonly required: readonly OutlookAttendee[];
  readonly optional: readonly OutlookAttendee[];
  /** Whose calendar it lies in, where that is shared with the person and Outlook says so. */
  readonly owner?: string;
}

/** One entry of the page's list of items. */
export interface OutlookChoice {
  readonly label: string;
  readonly item: OutlookItem | null;
}

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const SHOWN_EVENTS = 12;

/** Office's words for Graph's answers. */
const RESPONSES: Readonly<Record<string, string>> = { tentativelyAccepted: 'tentative', notResponded: 'none' };

const toUser = ({ name, address }: MailAddress): OutlookUser => ({ displayName: name, emailAddress: address });

const toAttendee = (attendee: EventAttendee): OutlookAttendee => ({
  ...toUser(attendee),
  appointmentResponse: RESPONSES[attendee.status.response] ?? attendee.status.response,
  recipientType: 'user',
});

function toLocation(location: EventLocation): OutlookLocation {
  const address = location.locationEmailAddress ?? location.locationUri ?? '';
  const isRoom = location.locationType === 'conferenceRoom' && address !== '';
  return {
    id: isRoom ? address : location.displayName,
    type: isRoom ? 'room' : 'custom',
    displayName: location.displayName,
    emailAddress: isRoom ? address : '',
  };
}

/** Outlook shows rooms among the people too. */
const listOf = (view: EventView, types: readonly string[]): OutlookAttendee[] =>
  view.event.attendees.filter((one) => types.includes(one.type)).map(toAttendee);

function toItem(view: EventView, kind: 'read' | 'compose'): OutlookItem {
  const { event, time } = view;
  const { content, contentType } = event.body;
  return {
    kind,
    id: view.id,
    seriesId: view.seriesMasterId ?? null,
    subject: event.subject,
    body: contentType === 'html' ? toPlainText(content) : content,
    startMs: time.startMs,
    endMs: time.endMs,
    locations: event.locations.map(toLocation),
    organizer: toUser(event.organizer),
    required: listOf(view, ['required']),
    optional: listOf(view, ['optional']),
  };
}

const ownUser = (person: Person): OutlookUser => ({
  displayName: person.displayName,
  emailAddress: person.mail ?? person.userPrincipalName,
});

const toNewDraft = (world: World, organizer: Person): OutlookItem => {
  const startMs = Math.ceil(world.clock.now() / HOUR_MS) * HOUR_MS;
  const nothing = { id: null, seriesId: null, subject: '', body: '', locations: [], required: [], optional: [] };
  return { kind: 'compose', ...nothing, organizer: ownUser(organizer), startMs, endMs: startMs + HOUR_MS / 2 };
};

function listMessages(world: World, person: Person): OutlookItem[] {
  return listColleagueMail(world, person).map(({ id, subject, text, from, receivedMs }) => ({
    kind: 'message',
    id,
    seriesId: null,
    subject,
    body: text,
    startMs: receivedMs,
    endMs: receivedMs,
    locations: [],
    organizer: toUser(from),
    required: [{ ...ownUser(person), appointmentResponse: 'none', recipientType: 'user' }],
    optional: [],
  }));
}

const findMailbox = (world: OutlookWorld, person: Person): Mailbox | undefined =>
  person.mail === null ? undefined : world.mailboxes?.findByObjectId(person.objectId);

/** Whose calendar the person may look into, and for whom the person may write: Sam's, for Sam Alex's. */
const findSharer = (world: World, person: Person): Person | undefined =>
  findPerson(world, person.key === 'sam' ? 'alex' : 'sam');

/** One appointment of a calendar that is shared, and a draft on its owner's behalf. */
function listShared(world: OutlookWorld, person: Person): readonly (OutlookChoice & { readonly id: string })[] {
  const sharer = findSharer(world, person);
  const mailbox = sharer && findMailbox(world, sharer);
  if (sharer === undefined || mailbox === undefined || sharer.tenantId !== person.tenantId) return [];
  const startMs = world.clock.now();
  const [view] = listViews(mailbox, { startMs, endMs: startMs + 14 * DAY_MS });
  const name = sharer.displayName;
  const owner = ownUser(sharer).emailAddress;
  const shown = view === undefined ? [] : [{ ...toItem(view, 'read'), owner }];
  return [
    ...shown.map((item) => ({ id: 'shared', label: `${name}’s calendar: ${item.subject}`, item })),
    { id: 'delegated', label: `New appointment for ${name}`, item: toNewDraft(world, sharer) },
  ];
}

/** What the page offers to open: the next two weeks, twice where the person is the organizer; messages; a draft; nothing. */
export function listOutlookChoices(world: OutlookWorld, person: Person): readonly OutlookChoice[] {
  const mailbox = findMailbox(world, person);
  const nothing: OutlookChoice = { label: 'No item', item: null };
  if (mailbox === undefined) return [nothing];
  const startMs = world.clock.now();
  const views = listViews(mailbox, { startMs, endMs: startMs + 14 * DAY_MS })
    .filter((view) => view.time.startMs >= startMs)
    .sort((a, b) => a.time.startMs - b.time.startMs)
    .slice(0, SHOWN_EVENTS);
  const events = views.map((view) => ({ label: view.event.subject, item: toItem(view, 'read') }));
  const own = views.filter((view) => view.event.isOrganizer);
  return [
    ...events,
    ...own.map((view) => ({ label: `Edit: ${view.event.subject}`, item: toItem(view, 'compose') })),
    ...listMessages(world, person).map((item) => ({ label: `Mail: ${item.subject}`, item })),
    { label: 'New appointment', item: toNewDraft(world, person) },
    { label: 'Second new appointment', item: toNewDraft(world, person) },
    ...listShared(world, person).map(({ label, item }) => ({ label, item })),
    nothing,
  ];
}

export type FoundOutlookItem =
  { readonly ok: true; readonly item: OutlookItem | null } | { readonly ok: false; readonly problem: string };

/** `id`: an event's or a message's, `none`, `shared`, `delegated`, or empty for the next event (read) or a new draft (compose). */
export function findOutlookItem(
  world: OutlookWorld,
  person: Person,
  id: string,
  mode: 'read' | 'compose',
): FoundOutlookItem {
  const mailbox = findMailbox(world, person);
  if (id === 'none' || (id === '' && mailbox === undefined)) return { ok: true, item: null };
  if (id === '' && mode === 'compose') return { ok: true, item: toNewDraft(world, person) };
  if (id === '') return { ok: true, item: listOutlookChoices(world, person)[0]?.item ?? null };
  const shared = mailbox && listShared(world, person).find((one) => one.id === id);
  if (shared !== undefined) return { ok: true, item: shared.item };
  const message = listMessages(world, person).find((one) => one.id === id);
  if (message !== undefined && mailbox !== undefined)
    return mode === 'read' ? { ok: true, item: message } : { ok: false, problem: 'mode: a message is only read' };
  const view = mailbox === undefined ? undefined : findView(mailbox, id);
  if (view === undefined) return { ok: false, problem: 'item: no event or message of this person, nor none' };
  if (mode === 'compose' && !view.event.isOrganizer)
    return { ok: false, problem: 'mode: only its organizer edits an appointment' };
  return { ok: true, item: toItem(view, mode) };
}

/** As the mailbox has it. */
export const findOutlookZone = (world: OutlookWorld, person: Person): string =>
  findMailbox(world, person)?.settings.timeZone ?? 'UTC';
