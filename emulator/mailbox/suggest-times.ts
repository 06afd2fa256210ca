/** Suggests when people could meet: half-hour starts inside the slots, judged by everybody's free/busy (findMeetingTimes). */
import type { Window } from './event-views.ts';
import { listTaken } from './free-busy.ts';
import type { Mailbox, ShowAs } from './mailbox.ts';
import { minuteOfDay, requireZone, toLocalDate } from './zones.ts';

/** A person or room; without a mailbox nobody knows when they are free. */
export interface Participant {
  readonly name: string;
  readonly address: string;
  readonly type: string;
  readonly mailbox: Mailbox | undefined;
}

export interface TimeQuestion {
  readonly organizer: Mailbox;
  readonly attendees: readonly Participant[];
  readonly slots: readonly Window[];
  readonly durationMs: number;
  /** `unrestricted`: any hour; otherwise the organizer's working hours, `personal` with the free days too. */
  readonly domain: string;
  readonly isOrganizerOptional: boolean;
  /** Per cent of attendees that must come. */
  readonly leastAttendance: number;
  readonly rooms: readonly Participant[];
  readonly isRoomRequired: boolean;
}

export interface Suggestion extends Window {
  readonly confidence: number;
  readonly organizer: ShowAs;
  readonly attendees: readonly { readonly attendee: Participant; readonly availability: ShowAs }[];
  readonly rooms: readonly Participant[];
}

export interface Suggestions {
  readonly found: readonly Suggestion[];
  /** Why there is none; empty otherwise. */
  readonly reason: string;
}

const STEP_MS = 30 * 60_000;
const RANK: readonly ShowAs[] = ['free', 'workingElsewhere', 'unknown', 'tentative', 'busy', 'oof'];
/** How likely somebody comes (platform facts B2). */
const CHANCE: Readonly<Record<ShowAs, number>> = {
  ...{ free: 100, workingElsewhere: 100, unknown: 49, tentative: 49, busy: 0, oof: 0 },
};

/** Reads each calendar once for the whole span. */
function createAvailability(span: Window): (participant: Pick<Participant, 'mailbox'>, window: Window) => ShowAs {
  const takenBy = new Map<Mailbox, ReturnType<typeof listTaken>>();
  return ({ mailbox }, window) => {
    if (mailbox === undefined) return 'unknown';
    const taken = takenBy.get(mailbox) ?? listTaken(mailbox, span);
    takenBy.set(mailbox, taken);
    const held = taken.filter(({ time }) => time.startMs < window.endMs && time.endMs > window.startMs);
    return held.reduce<ShowAs>(
      (worst, { event }) => (RANK.indexOf(event.showAs) > RANK.indexOf(worst) ? event.showAs : worst),
      'free',
    );
  };
}

function isInWorkTime({ settings }: Mailbox, window: Window, withFreeDays: boolean): boolean {
  const zone = requireZone(settings.timeZone);
  const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const start = minuteOfDay(window.startMs, zone);
  const end = start + (window.endMs - window.startMs) / 60_000;
  const date = new Date(`${toLocalDate(window.startMs, zone)}T00:00:00Z`);
  const day = date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
  const isDay = withFreeDays || settings.workingDays.includes(day);
  return isDay && start >= toMinutes(settings.workingStart) && end <= toMinutes(settings.workingEnd);
}

function listCandidates({ slots, durationMs, domain, organizer }: TimeQuestion): Window[] {
  const candidates = slots.flatMap((slot) => {
    const first = Math.ceil(slot.startMs / STEP_MS) * STEP_MS;
    const count = Math.max(0, Math.floor((slot.endMs - durationMs - first) / STEP_MS) + 1);
    return Array.from({ length: count }, (_, i) => {
      const startMs = first + i * STEP_MS;
      return { startMs, endMs: startMs + durationMs };
    });
  });
  return domain === 'unrestricted'
    ? candidates
    : candidates.filter((window) => isInWorkTime(organizer, window, domain === 'personal'));
}

/** Every attendee counts as required, whatever the request calls them. */
export function suggestTimes(question: TimeQuestion): Suggestions {
  const { organizer, attendees, slots, leastAttendance, rooms, isOrganizerOptional, isRoomRequired } = question;
  const span = {
    startMs: Math.min(...slots.map(({ startMs }) => startMs)),
    endMs: Math.max(...slots.map(({ endMs }) => endMs)),
  };
  const availabilityOf = createAvailability(span);
  const candidates = listCandidates(question).map((window): Suggestion => {
    const seen = attendees.map((attendee) => ({ attendee, availability: availabilityOf(attendee, window) }));
    const chances = seen.map(({ availability }) => CHANCE[availability]);
    return {
      ...window,
      confidence: chances.length === 0 ? 100 : chances.reduce((sum, one) => sum + one, 0) / chances.length,
      organizer: availabilityOf({ mailbox: organizer }, window),
      attendees: seen,
      rooms: rooms.filter((room) => availabilityOf(room, window) === 'free'),
    };
  });
  const manned = candidates.filter((one) => isOrganizerOptional || CHANCE[one.organizer] === 100);
  const attended = manned.filter(({ confidence }) => confidence >= leastAttendance);
  const found = attended
    .filter((one) => !isRoomRequired || one.rooms.length > 0)
    .sort((a, b) => b.confidence - a.confidence || a.startMs - b.startMs);
  if (found.length > 0) return { found, reason: '' };
  if (candidates.length === 0) return { found, reason: 'unknown' };
  if (manned.length === 0) return { found, reason: 'organizerUnavailable' };
  if (attended.length > 0) return { found, reason: 'locationsUnavailable' };
  const isUnknown = attendees.some(({ mailbox }) => mailbox === undefined);
  return { found, reason: isUnknown ? 'attendeesUnavailableOrUnknown' : 'attendeesUnavailable' };
}
