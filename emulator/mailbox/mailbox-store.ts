/** Finds mailboxes by address and keeps their indexes right; fills generated calendars when they are first looked at and forgets the oldest that nobody changed. */
import type { Mailbox, MailboxEvent } from './mailbox.ts';

/** A calendar that is made up when somebody looks, and can be made up again, the same each time. */
interface CalendarSource {
  readonly fill: () => void;
  isFilled: boolean;
  isFilling: boolean;
  /** Holds what cannot be made up again: it is never forgotten. */
  isChanged: boolean;
}

/** So many made-up calendars stay in memory though nobody changed them. */
const KEPT_CALENDARS = 300;

const sources = new WeakMap<Mailbox, CalendarSource>();

export class MailboxStore {
  readonly #byAddress = new Map<string, Mailbox>();
  readonly #byObjectId = new Map<string, Mailbox>();
  /** Least recently used first. */
  readonly #filled = new Set<Mailbox>();

  add(mailbox: Mailbox): void {
    this.#byAddress.set(mailbox.address.toLowerCase(), mailbox);
    for (const alias of mailbox.aliases) this.#byAddress.set(alias.toLowerCase(), mailbox);
    this.#byObjectId.set(mailbox.objectId, mailbox);
  }

  /** The calendar comes from `fill` when somebody looks at it, besides what stands in it already. */
  addSource(mailbox: Mailbox, fill: () => void): void {
    sources.set(mailbox, { fill, isFilled: false, isFilling: false, isChanged: mailbox.events.size > 0 });
  }

  /** The mailbox without what its source would plant. */
  peek(address: string): Mailbox | undefined {
    return this.#byAddress.get(address.toLowerCase());
  }

  find(address: string): Mailbox | undefined {
    return this.#fill(this.#byAddress.get(address.toLowerCase()));
  }

  findByObjectId(objectId: string): Mailbox | undefined {
    return this.#fill(this.#byObjectId.get(objectId));
  }

  /** Forgets the calendars that were not looked at for longest. Only between calls: nobody may hold a mailbox of theirs. */
  trim(): void {
    for (const mailbox of this.#filled) {
      if (this.#filled.size <= KEPT_CALENDARS) return;
      this.#filled.delete(mailbox);
      const source = sources.get(mailbox);
      if (source === undefined || source.isChanged) continue;
      source.isFilled = false;
      mailbox.events.clear();
      mailbox.idByMeeting.clear();
    }
  }

  #fill(mailbox: Mailbox | undefined): Mailbox | undefined {
    const source = mailbox === undefined ? undefined : sources.get(mailbox);
    if (mailbox === undefined || source === undefined) return mailbox;
    if (!source.isFilled) {
      const { isChanged } = source;
      source.isFilled = true;
      source.isFilling = true;
      source.fill();
      source.isFilling = false;
      source.isChanged = isChanged;
    }
    if (!source.isChanged) {
      this.#filled.delete(mailbox);
      this.#filled.add(mailbox);
    }
    return mailbox;
  }
}

function noteChange(mailbox: Mailbox, id: string): void {
  const source = sources.get(mailbox);
  if (source !== undefined) source.isChanged = true;
  // what is only being planted is nothing that changed
  if (source?.isFilling !== true) mailbox.changes.push(id);
}

/** Puts a new or changed event into its mailbox. */
export function putEvent(mailbox: Mailbox, event: MailboxEvent): MailboxEvent {
  noteChange(mailbox, event.id);
  mailbox.events.set(event.id, event);
  mailbox.idByMeeting.set(event.meetingId, event.id);
  if (event.transactionId !== null) mailbox.idByTransaction.set(event.transactionId, event.id);
  return event;
}

/** Takes an event out of its mailbox, and its keys with it. */
export function dropEvent(mailbox: Mailbox, event: MailboxEvent): void {
  noteChange(mailbox, event.id);
  mailbox.events.delete(event.id);
  mailbox.idByMeeting.delete(event.meetingId);
  if (event.transactionId !== null) mailbox.idByTransaction.delete(event.transactionId);
}

export function findByMeeting(mailbox: Mailbox, meetingId: string): MailboxEvent | undefined {
  const id = mailbox.idByMeeting.get(meetingId);
  return id === undefined ? undefined : mailbox.events.get(id);
}
