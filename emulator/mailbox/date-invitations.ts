/** Who is invited to a meeting: to the series as a whole, or to single dates of it alone. */
import type { Exchange } from './exchange.ts';
import type { Mailbox, MailboxEvent } from './mailbox.ts';

/** `meeting` is the series, or one date of it as a meeting of its own. */
export interface Invitation {
  readonly mailbox: Mailbox;
  readonly meeting: MailboxEvent;
}

const toDateMeetingId = (meetingId: string, date: string): string => `${meetingId}@${date}`;

/** A date that is a meeting of its own still belongs to its series. */
export function parseMeetingId(id: string): { readonly meetingId: string; readonly date?: string } {
  const [meetingId = '', date] = id.split('@');
  return date === undefined ? { meetingId } : { meetingId, date };
}

/** Mailboxes of those in the list, in the organizer's tenant; the organizer's own entry is none. */
export function listInvited(
  exchange: Exchange,
  organizer: Mailbox,
  { attendees }: Pick<MailboxEvent, 'attendees'>,
): Mailbox[] {
  const found = attendees.map(({ address }) => exchange.mailboxes.find(address));
  return [...new Set(found)].filter(
    (mailbox): mailbox is Mailbox =>
      mailbox !== undefined && mailbox !== organizer && mailbox.tenantId === organizer.tenantId,
  );
}

/** An exception with attendees of its own is a matter of those alone; one who declined it has let go of it. */
export function isOnDate(event: MailboxEvent, mailbox: Mailbox, date: string): boolean {
  const override = event.overrides.get(date);
  if (override?.kind === 'gone') return false;
  const own = override?.change.attendees;
  if (own === undefined) return true;
  const address = mailbox.address.toLowerCase();
  return own.some((one) => one.address.toLowerCase() === address && one.status.response !== 'declined');
}

/** Those of the series first, then those of single dates who are not invited to the whole. */
export function listInvitations(exchange: Exchange, organizer: Mailbox, event: MailboxEvent): readonly Invitation[] {
  const invited = listInvited(exchange, organizer, event);
  const guests = [...event.overrides].flatMap(([date, override]) => {
    if (override.kind === 'gone' || override.change.attendees === undefined) return [];
    const meeting: MailboxEvent = {
      ...{ ...event, ...override.change, recurrence: null, overrides: new Map() },
      meetingId: toDateMeetingId(event.meetingId, date),
    };
    return listInvited(exchange, organizer, meeting)
      .filter((mailbox) => !invited.includes(mailbox))
      .map((mailbox) => ({ mailbox, meeting }));
  });
  return [...invited.map((mailbox) => ({ mailbox, meeting: event })), ...guests];
}
