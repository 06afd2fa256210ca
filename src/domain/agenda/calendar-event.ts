/** One entry of a person's own calendar, as the rest of the product knows it: times are instants or dates, never text. */

/** What an attendee said. `none` covers Graph's `none` and `notResponded`. */
export type Answer = 'accepted' | 'tentative' | 'declined' | 'none';

export interface Person {
  readonly name: string;
  /** SMTP address as Graph gave it; compare case-insensitively. May be empty. */
  readonly address: string;
}

export interface Attendee extends Person {
  readonly kind: 'required' | 'optional' | 'resource';
  readonly answer: Answer;
}

/** Half-open: an event that ends at 10:00 and one that starts at 10:00 do not touch. `end` of an all-day event is the day after its last. */
export type EventTime =
  | { readonly kind: 'timed'; readonly start: Temporal.Instant; readonly end: Temporal.Instant }
  | { readonly kind: 'allDay'; readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate };

export interface EventLocation {
  readonly name: string;
  /** The room's SMTP address where the location names one. */
  readonly address?: string;
}

export interface CalendarEvent {
  readonly id: string;
  /** Id of the own calendar that holds it. */
  readonly calendarId: string;
  readonly etag: string;
  readonly time: EventTime;
  /** May be empty (none given, or withheld). */
  readonly subject: string;
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly isCancelled: boolean;
  /** The owner of the calendar organizes it. */
  readonly isOrganizer: boolean;
  readonly isRecurring: boolean;
  /** Of one date of a series: the event that is the series as a whole. */
  readonly seriesMasterId?: string;
  /** Of one date of a series: when the pattern has it. */
  readonly originalStart?: Temporal.Instant;
  /** The owner's own answer; `organizer` where there is none to give. */
  readonly myAnswer: Answer | 'organizer';
  /** The organizer takes no proposals of another time. */
  readonly refusesProposals?: true;
  /** IANA zone in which it was made, where that is not UTC and was told. */
  readonly madeIn?: string;
  readonly organizer?: Person;
  /** Rooms included (`kind: 'resource'`); the organizer's own entry left out. */
  readonly attendees: readonly Attendee[];
  readonly locations: readonly EventLocation[];
  readonly joinUrl?: string;
  /** Opens the event in Outlook on the web. */
  readonly webLink?: string;
  /** Set by us on a booking that is not settled yet. */
  readonly holdMark?: string;
}
