/** Looks for times near an Outlook draft's own at which its people, its writer and a room are free. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listRoomsToAsk } from '../../domain/planning/list-rooms-to-ask.ts';
import { pickTimes } from '../../domain/planning/pick-times.ts';
import { planMeeting } from '../../domain/planning/plan-meeting.ts';
import type { PlanPerson, PlanRequest, PlanStretch } from '../../domain/planning/plan-request.ts';
import { toPlanGrid } from '../../domain/planning/plan-grid.ts';
import type { BusyBlock, FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { toTakenSlots } from '../../domain/rooms/slot-grid.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { DraftValues } from '../../host/outlook-draft.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

export interface BetterTime extends Interval {
  readonly room?: Room;
}

export interface BetterTimesSearch {
  readonly services: Pick<Services, 'readFreeBusy' | 'readAgenda' | 'now'>;
  readonly context: AgendaContext;
  readonly values: DraftValues;
  readonly heads: number;
  readonly rooms: readonly Room[];
  readonly buildings: readonly string[];
  /** Colleagues' free/busy may be read; otherwise nothing is known of them, and that is said. */
  readonly readsPeople: boolean;
}

const DAYS = 5;
const OFFERED = 4;
const MINUTE_MS = 60_000;
const MOST_ROOMS = 40;
const USUAL = { opens: '08:00', closes: '18:00' } as const;

/** What takes none of my time, and the draft itself where it was saved, stands in no way. */
function toOwnBlocks(events: readonly CalendarEvent[], { eventId }: DraftValues): readonly BusyBlock[] {
  return events.flatMap(({ id, time, isCancelled, myAnswer, showAs }): BusyBlock[] => {
    if (isCancelled || myAnswer === 'declined' || showAs === 'free' || time.kind !== 'timed') return [];
    if (id === eventId) return [];
    return [{ start: time.start, end: time.end, status: showAs }];
  });
}

const toStretch = ({ start, end, place }: Shift): PlanStretch => ({
  ...{ start, end },
  kind: place.kind === 'unknown' ? 'onShift' : place.kind,
  ...(place.kind === 'office' && place.building !== undefined ? { building: place.building } : {}),
});

const toWindow = ({ context, values, services }: BetterTimesSearch): PlanRequest['window'] => {
  const { zone, workingHours } = context.mailbox;
  const [wanted, today] = [values.start, services.now()].map((at) => at.toZonedDateTimeISO(zone).toPlainDate());
  const first = wanted && today && Temporal.PlainDate.compare(wanted, today) > 0 ? wanted : today;
  return {
    first: first ?? services.now().toZonedDateTimeISO(zone).toPlainDate(),
    days: DAYS,
    opens: workingHours?.start ?? Temporal.PlainTime.from(USUAL.opens),
    closes: workingHours?.end ?? Temporal.PlainTime.from(USUAL.closes),
  };
};

async function readPeople(search: BetterTimesSearch, span: Interval): Promise<readonly PlanPerson[]> {
  const { services, values, context, readsPeople } = search;
  const addresses = readsPeople ? values.people.map(({ address }) => address).filter((one) => one !== '') : [];
  const [own, others] = await Promise.all([
    services.readAgenda(span),
    addresses.length === 0 ? [] : services.readFreeBusy(addresses, span),
  ]);
  const known = new Map(others.map((one) => [one.address.toLowerCase(), one]));
  const shifts = [...new Map([...own.workPlan, ...context.shifts].map((shift) => [shift.id, shift])).values()];
  const { workingHours } = context.mailbox;
  const hours = workingHours === undefined ? {} : { workingHours };
  const unknown = { state: 'unknown' } as const;
  return [
    {
      ...{ address: context.ownAddress ?? '', name: '', kind: 'me', isRostered: false, ...hours },
      freeBusy: { state: 'known', blocks: toOwnBlocks(own.events, values) },
      stretches: shifts.map(toStretch),
    },
    ...values.people.map(({ address, name, kind }): PlanPerson => ({
      ...{ address, name, kind, stretches: [], isRostered: false },
      freeBusy: known.get(address.toLowerCase()) ?? unknown,
    })),
  ];
}

const isKnown = (answer: FreeBusy): answer is Extract<FreeBusy, { state: 'known' }> => answer.state === 'known';

/** Best first, at most four; a time without a room stands among them only where no room can be asked. */
export async function findBetterTimes(search: BetterTimesSearch): Promise<readonly BetterTime[]> {
  const { services, context, values, heads, rooms, buildings } = search;
  const { zone } = context.mailbox;
  const lengthMinutes = Math.max(1, (values.end.epochMilliseconds - values.start.epochMilliseconds) / MINUTE_MS);
  const window = toWindow(search);
  const asked = { lengthMinutes, window, weeks: 1, zone, now: services.now() };
  const grid = toPlanGrid(asked);
  const startMs = grid.startMs;
  const toInstant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
  const span = { start: toInstant(startMs), end: toInstant(startMs + grid.count * grid.slotMs) };
  const people = await readPeople(search, span);
  const request: PlanRequest = { ...asked, people, mode: 'inPerson', allowsOutside: false, handovers: [] };
  const first = planMeeting({ request, grid });
  const about = { buildings, text: '' };
  const wanted = listRoomsToAsk({ plan: first, rooms, about }).filter(
    ({ capacity }) => capacity === undefined || capacity >= heads,
  );
  const near = wanted.slice(0, MOST_ROOMS);
  const answers =
    near.length === 0
      ? []
      : await services.readFreeBusy(
          near.map(({ address }) => address),
          span,
        );
  const taken = new Map(answers.filter(isKnown).map((one) => [one.address.toLowerCase(), one.blocks]));
  const planRooms = near.flatMap((room) => {
    const blocks = taken.get(room.address.toLowerCase());
    return blocks === undefined ? [] : [{ room, taken: toTakenSlots(blocks, grid) }];
  });
  const plan = planRooms.length === 0 ? first : planMeeting({ request, grid, rooms: planRooms });
  return pickTimes(plan, OFFERED + 1)
    .map(({ slots, rooms: chosen }) => {
      const start = toInstant(startMs + (slots[0] ?? 0) * grid.slotMs);
      const room = chosen[0]?.room;
      return { start, end: start.add({ minutes: lengthMinutes }), ...(room === undefined ? {} : { room }) };
    })
    .filter(({ start }) => !start.equals(values.start))
    .slice(0, OFFERED);
}
