/** Joins what was read window by window into one whole; what was read later wins. */
import type {
  AgendaFirst,
  AgendaRest,
  MailboxSettings,
  OwnCalendar,
  SourceProblem,
  Window,
} from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { TeamSpan } from '../../domain/shifts/find-handovers.ts';
import type { OpenShift } from '../../domain/shifts/open-shift.ts';
import type { Shift } from '../../domain/shifts/shift.ts';

/** One window as both rounds answered it; `rest` is absent while the second is under way. */
export interface AgendaPiece {
  readonly window: Window;
  readonly first: AgendaFirst;
  readonly rest?: AgendaRest;
}

export interface AgendaWhole {
  readonly events: readonly CalendarEvent[];
  readonly workPlan: readonly Shift[];
  readonly teamsShifts: readonly Shift[];
  readonly openShifts: readonly OpenShift[];
  readonly others: readonly TeamSpan[];
  readonly mailbox?: MailboxSettings;
  readonly problems: readonly SourceProblem[];
  readonly skipped: number;
  /** The person's own. */
  readonly calendars: readonly OwnCalendar[];
  readonly defaultCalendarId?: string;
  readonly isRestPending: boolean;
}

function keepById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** The same source of the same name in two windows is one problem. */
function keepProblems(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.source} ${problem.name ?? ''}`, problem])).values()];
}

export function joinPieces(pieces: readonly AgendaPiece[]): AgendaWhole {
  const rests = pieces.flatMap(({ rest }) => rest ?? []);
  const mailbox = pieces.findLast(({ first }) => first.mailbox !== undefined)?.first.mailbox;
  const defaultCalendarId = pieces.at(-1)?.first.calendars.find((calendar) => calendar.isDefault)?.id;
  return {
    events: keepById(pieces.flatMap(({ first, rest }) => [...first.events, ...(rest?.events ?? [])])),
    workPlan: keepById(pieces.flatMap(({ first }) => first.workPlan)),
    teamsShifts: keepById(rests.flatMap(({ teamsShifts }) => teamsShifts)),
    others: rests.flatMap(({ others }) => others),
    openShifts: keepById(rests.flatMap(({ openShifts }) => openShifts)),
    problems: keepProblems(pieces.flatMap(({ first, rest }) => [...first.problems, ...(rest?.problems ?? [])])),
    skipped: pieces.reduce((sum, { first, rest }) => sum + first.skipped + (rest?.skipped ?? 0), 0),
    calendars: pieces.at(-1)?.first.calendars ?? [],
    isRestPending: rests.length < pieces.length,
    ...(mailbox === undefined ? {} : { mailbox }),
    ...(defaultCalendarId === undefined ? {} : { defaultCalendarId }),
  };
}
