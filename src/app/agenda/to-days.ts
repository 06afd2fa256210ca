/** Lays out what was read as days: shifts chosen in the organisation's order, events judged against them. */
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import { buildAgenda } from '../../domain/agenda/build-agenda.ts';
import type { Session } from '../../domain/contract/session.ts';
import { chooseShifts } from '../../domain/shifts/choose-shifts.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { toWorkingHourShifts } from '../../domain/shifts/working-hours.ts';
import type { AgendaWhole } from './agenda-pieces.ts';
import type { KnownPlaces } from './known-places.ts';

/** Working hours are the last resort: while a better source is still being asked they would only have to be taken back. */
export const awaitsShifts = (whole: AgendaWhole, { features, organisation }: Session): boolean =>
  whole.isRestPending && features.shifts && organisation.shiftSources.includes('teamsShifts');

export function listShifts(whole: AgendaWhole, window: Window, session: Session, zone: string): readonly Shift[] {
  const { workPlan, teamsShifts, mailbox } = whole;
  const workingHours = awaitsShifts(whole, session) ? [] : toWorkingHourShifts(mailbox?.workingHours, window);
  return chooseShifts({ workPlan, teamsShifts, workingHours, order: session.organisation.shiftSources, zone });
}

interface DaysInput extends KnownPlaces {
  readonly whole: AgendaWhole;
  readonly shifts: readonly Shift[];
  readonly zone: string;
  readonly from: Temporal.PlainDate;
  readonly days: number;
}

export function toDays({ whole, ...about }: DaysInput): readonly AgendaDay[] {
  const { events, openShifts, others } = whole;
  return buildAgenda({ events, openShifts, others, ...about });
}
