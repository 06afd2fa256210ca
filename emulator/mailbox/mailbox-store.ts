/** Finds mailboxes by address and keeps their indexes right; fills a generated mailbox when it is first looked at. */
import type { Mailbox, MailboxEvent } from './mailbox.ts';

export class MailboxStore {
  readonly #byAddress = new Map<string, Mailbox>();
  readonly #byObjectId = new Map<string, Mailbox>();
  readonly #fillers = new Map<string, () => void>();

  add(mailbox: Mailbox, fill?: () => void): void {
    for (const address of [mailbox.address, ...mailbox.aliases]) this.#byAddress.set(address.toLowerCase(), mailbox);
    this.#byObjectId.set(mailbox.objectId, mailbox);
    if (fill !== undefined) this.#fillers.set(mailbox.address, fill);
  }

  /** The mailbox without what its filler would plant. */
  peek(address: string): Mailbox | undefined {
    return this.#byAddress.get(address.toLowerCase());
  }

  find(address: string): Mailbox | undefined {
    return this.#filled(this.#byAddress.get(address.toLowerCase()));
  }

  findByObjectId(objectId: string): Mailbox | undefined {
    return this.#filled(this.#byObjectId.get(objectId));
  }

  #filled(mailbox: Mailbox | undefined): Mailbox | undefined {
    if (mailbox === undefined) return undefined;
    const fill = this.#fillers.get(mailbox.address);
    if (fill !== undefined) {
      this.#fillers.delete(mailbox.address);
      fill();
    }
    return mailbox;
  }
}

/** Puts a new or changed event into its mailbox. */
export function putEvent(mailbox: Mailbox, event: MailboxEvent): MailboxEvent {
  mailbox.events.set(event.id, event);
  mailbox.idByMeeting.set(event.meetingId, event.id);
  if (event.transactionId !== null) mailbox.idByTransaction.set(event.transactionId, event.id);
  return event;
}

/** Takes an event out of its mailbox, and its keys with it. */
export function dropEvent(mailbox: Mailbox, event: MailboxEvent): void {
  mailbox.events.delete(event.id);
  mailbox.idByMeeting.delete(event.meetingId);
  if (event.transactionId !== null) mailbox.idByTransaction.delete(event.transactionId);
}

export function findByMeeting(mailbox: Mailbox, meetingId: string): MailboxEvent | undefined {
  const id = mailbox.idByMeeting.get(meetingId);
  return id === undefined ? undefined : mailbox.events.get(id);
}
