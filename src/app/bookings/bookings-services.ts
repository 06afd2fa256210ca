/** What the screen of one's own bookings asks for; its code comes with that screen. */
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { PURPOSE_SCOPES } from '../../domain/contract/purpose.ts';
import type { EventsRead } from '../../graph/calendar-view.ts';
import { cancelEvent } from '../../graph/cancel-event.ts';
import { checkIn } from '../../graph/check-in.ts';
import { listBookings } from '../../graph/list-bookings.ts';
import { listHolds } from '../../graph/list-holds.ts';
import type { EventUpdate } from '../../graph/update-event.ts';
import type { Way, Wish } from '../choose-transport.ts';
import { createEventCalls } from '../event-calls.ts';
import { READ } from '../graph-services.ts';
import type { FindRoomRule } from '../room-rules.ts';

export interface BookingsServices {
  readonly listBookings: (window: Window) => Promise<EventsRead>;
  /** Ids of events whose booking is not settled. */
  readonly listHolds: (window: Window) => Promise<readonly string[]>;
  readonly readEvent: (id: string) => Promise<CalendarEvent>;
  readonly updateEvent: (update: EventUpdate) => Promise<CalendarEvent>;
  readonly cancelEvent: (id: string, comment: string) => Promise<void>;
  readonly checkIn: (eventId: string, room: string) => Promise<void>;
  readonly findRoomRule: FindRoomRule;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface BookingsSetup extends Pick<BookingsServices, 'findRoomRule' | 'sleep'> {
  readonly choose: (wish: Wish) => Promise<Way>;
  readonly patiently: <T>(run: () => Promise<T>) => Promise<T>;
}

export function createBookingsServices({ choose, patiently, findRoomRule, sleep }: BookingsSetup): BookingsServices {
  const write = async (): Promise<Way> => choose({ scopes: PURPOSE_SCOPES.booking });
  const { readEvent, updateEvent } = createEventCalls({ choose, patiently });
  return {
    ...{ readEvent, updateEvent, findRoomRule, sleep },
    listBookings: async (window) => listBookings((await choose({ scopes: READ })).graph, window),
    listHolds: async (window) => listHolds((await choose({ scopes: READ })).graph, window),
    cancelEvent: (id, comment) => patiently(async () => cancelEvent((await write()).graph, id, comment)),
    checkIn: (eventId, room) => patiently(async () => checkIn((await write()).graph, eventId, room)),
  };
}
