/** Reads my own time for a plan: my calendar and my shifts, as the agenda shows them. */
import type { AgendaFirst, Window } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { PlanPerson, PlanStretch } from '../../domain/planning/plan-request.ts';
import type { BusyBlock } from '../../domain/rooms/free-busy.ts';
import { chooseShifts } from '../../domain/shifts/choose-shifts.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

interface OwnTimeSetup {
  readonly services: Pick<Services, 'readAgenda' | 'readAgendaRest'>;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly window: Window;
  readonly name: string;
}

/** What I declined, what was cancelled, and what shows me as free takes no time. */
function toBlock(event: CalendarEvent, zone: string): readonly BusyBlock[] {
  if (event.isCancelled || event.myAnswer === 'declined' || event.showAs === 'free') return [];
  const { time, showAs: status } = event;
  if (time.kind === 'timed') return [{ start: time.start, end: time.end, status }];
  const at = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(zone).toInstant();
  return [{ start: at(time.start), end: at(time.end), status }];
}

function toStretch({ start, end, place }: Shift): PlanStretch {
  const kind = place.kind === 'unknown' ? 'onShift' : place.kind;
  const building = place.kind === 'office' && place.building !== undefined ? { building: place.building } : {};
  return { start, end, kind, ...building };
}

async function readOwnShifts(setup: OwnTimeSetup, first: AgendaFirst): Promise<readonly Shift[]> {
  const { services, session, context, window } = setup;
  const asksShifts = session.features.shifts && first.teams.length > 0;
  const teamsShifts = asksShifts
    ? await services
        .readAgendaRest({ window, calendars: [], teams: first.teams, userObjectId: session.user.objectId })
        .then(
          (rest) => rest.teamsShifts,
          // without them the other sources stand
          () => [],
        )
    : [];
  const { zone } = context.mailbox;
  const order = session.organisation.shiftSources.filter((source) => source !== 'workingHours');
  return chooseShifts({ workPlan: first.workPlan, teamsShifts, workingHours: [], order, zone });
}

/** Not known where my calendar can't be read; working hours stand on days without a shift. */
export async function readOwnTime(setup: OwnTimeSetup): Promise<PlanPerson> {
  const { services, context, window, name } = setup;
  const { zone, workingHours } = context.mailbox;
  const me: Omit<PlanPerson, 'freeBusy' | 'stretches'> = {
    ...{ address: context.ownAddress ?? '', name, kind: 'me' as const, isRostered: false },
    ...(workingHours === undefined ? {} : { workingHours }),
  };
  try {
    const first = await services.readAgenda(window);
    const blocks = first.events.flatMap((event) => toBlock(event, zone));
    const stretches = (await readOwnShifts(setup, first)).map(toStretch);
    return { ...me, freeBusy: { state: 'known', blocks }, stretches };
  } catch {
    return { ...me, freeBusy: { state: 'unknown' }, stretches: [] };
  }
}
