/** The entities of a mailbox: calendars, events, answers, and what a room's mailbox knows besides. */
import type { RoomPolicy } from './room-policy.ts';

export type ResponseType = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
export type ShowAs = 'unknown' | 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
export type AttendeeType = 'required' | 'optional' | 'resource';

export interface Answer {
  readonly response: ResponseType;
  /** Absent: never answered. */
  readonly atMs?: number;
  /** The time that whoever answered would rather have. */
  readonly proposed?: { readonly startMs: number; readonly endMs: number };
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

export interface EventAttendee extends MailAddress {
  readonly type: AttendeeType;
  readonly status: Answer;
}

/** Half-open. An all-day event floats: its dates hold in any zone, its milliseconds are those of its mailbox. */
export interface EventTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay?: { readonly start: string; readonly end: string };
}

export interface EventLocation {
  readonly displayName: string;
  readonly locationType: string;
  readonly uniqueId?: string;
  readonly uniqueIdType?: string;
  readonly locationUri?: string;
  readonly locationEmailAddress?: string;
  readonly address?: Readonly<Record<string, unknown>>;
  readonly coordinates?: Readonly<Record<string, unknown>>;
}

export interface Recurrence {
  readonly pattern: {
    readonly type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
    readonly interval: number;
    readonly month: number;
    readonly dayOfMonth: number;
    readonly daysOfWeek: readonly string[];
    readonly firstDayOfWeek: string;
    readonly index: string;
  };
  readonly range: {
    readonly type: 'endDate' | 'noEnd' | 'numbered';
    readonly startDate: string;
    readonly endDate: string;
    readonly numberOfOccurrences: number;
    /** Windows or IANA name, as written. */
    readonly recurrenceTimeZone: string;
  };
}

/** What travels from the organizer to everybody's copy. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly time: EventTime;
  readonly startZone: string;
  readonly endZone: string;
  readonly organizer: MailAddress;
  readonly attendees: readonly EventAttendee[];
  readonly locations: readonly EventLocation[];
  readonly joinUrl: string | null;
  readonly isOnlineMeeting: boolean;
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly importance: 'low' | 'normal' | 'high';
  readonly allowNewTimeProposals: boolean;
  readonly responseRequested: boolean;
  readonly hideAttendees: boolean;
  readonly recurrence: Recurrence | null;
}

/** What differs on one date of a series; `gone` is a date taken out of it. */
export type Override =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'changed';
      readonly change: Partial<Omit<EventContent, 'recurrence' | 'organizer'> & OwnFields>;
      readonly version: number;
    };

/** What belongs to one mailbox's copy alone. */
export interface OwnFields {
  readonly showAs: ShowAs;
  readonly responseStatus: Answer;
  readonly isCancelled: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly categories: readonly string[];
  readonly extendedProperties: Readonly<Record<string, string>>;
}

export interface MailboxEvent extends EventContent, OwnFields {
  readonly id: string;
  readonly calendarId: string;
  /** GUID shared by all copies of the meeting. */
  readonly meetingId: string;
  readonly version: number;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly transactionId: string | null;
  readonly isOrganizer: boolean;
  /** Once moved to another calendar: the id that stayed. */
  readonly immutableId?: string;
  /** Saved in Outlook, and nobody told yet. */
  readonly isDraft?: boolean;
  /** By original date. */
  readonly overrides: ReadonlyMap<string, Override>;
}

export interface CalendarFolder {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly hexColor: string;
  readonly owner: MailAddress;
  readonly isDefault: boolean;
  readonly canEdit: boolean;
  readonly canShare: boolean;
  readonly canViewPrivateItems: boolean;
  readonly isRemovable: boolean;
  /** Mailbox whose primary calendar this one shows. */
  readonly sharedFrom?: string;
  readonly extendedProperties?: Readonly<Record<string, string>>;
}

export interface MailboxSettings {
  /** Windows or IANA name. */
  timeZone: string;
  dateFormat: string;
  timeFormat: string;
  locale: string;
  language: string;
  workingDays: readonly string[];
  workingStart: string;
  workingEnd: string;
  /** Minutes west of UTC, where the working hours stand in a zone of the mailbox's own making. */
  customBias?: number;
}

export interface MailMessage {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly receivedMs: number;
}

export interface Mailbox {
  readonly address: string;
  readonly aliases: readonly string[];
  readonly displayName: string;
  readonly kind: 'user' | 'room';
  readonly tenantId: string;
  readonly objectId: string;
  readonly settings: MailboxSettings;
  readonly calendars: CalendarFolder[];
  readonly events: Map<string, MailboxEvent>;
  readonly idByMeeting: Map<string, string>;
  readonly idByTransaction: Map<string, string>;
  /** Lets colleagues see subject and place in free/busy. */
  readonly sharesDetails: boolean;
  /** Lower-case addresses of people who may read the primary calendar, or answer for a room. */
  readonly delegates: ReadonlySet<string>;
  readonly policy?: RoomPolicy;
  /** Invitations that a room has not looked at yet, by meeting id. */
  readonly pending: Map<string, () => void>;
  /** The inbox, oldest first: what rooms wrote to organizers. */
  readonly messages: MailMessage[];
  /** When each event was last written or taken out, for who asks what changed: ids, oldest first. */
  readonly changes: string[];
}

export function defaultCalendar(mailbox: Mailbox): CalendarFolder {
  const folder = mailbox.calendars.find((calendar) => calendar.isDefault);
  if (folder === undefined) throw new Error(`mailbox ${mailbox.address} has no calendar`);
  return folder;
}
