/** What is known of the people of one meeting: asked as its details unfold, never for a meeting that is over. */
import { useEffect, useMemo, useState } from 'react';
import { type AttendeeMatrix, buildAttendeeMatrix } from '../../domain/agenda/attendee-matrix.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import type { Session } from '../../domain/contract/session.ts';
import { Failure } from '../../domain/failure.ts';
import { findOwnPlace } from '../../domain/shifts/find-own-place.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import type { ColleagueServices, Learned } from './colleague-services.ts';

const SOON_MS = 3_600_000;

export interface Reference {
  readonly building: string;
  readonly from: 'room' | 'you';
}

export type MatrixState =
  | { readonly phase: 'loading' | 'silent' }
  | {
      readonly phase: 'ready';
      readonly matrix: AttendeeMatrix;
      readonly learned: Learned;
      readonly reference: Reference | undefined;
      readonly isNow: boolean;
    };

interface Found {
  readonly learned: Learned;
  readonly building: string | undefined;
}

export interface MatrixInput {
  readonly services: Pick<Services, 'openColleagues' | 'now'>;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  readonly time: Interval;
}

/** Where the first room that is held lies; not known is no failure. */
async function findRoomBuilding(colleagues: ColleagueServices, event: CalendarEvent): Promise<string | undefined> {
  const held = listHeldRooms(event);
  const room = held.find(({ answer }) => answer === 'accepted') ?? held[0];
  if (room === undefined || room.address === '') return undefined;
  try {
    return (await colleagues.readRoom(room.address)).building;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

const isShown = ({ features }: Session): boolean => features.shifts || features.presence || features.freeBusy;

export function useMatrix(input: MatrixInput): { readonly state: MatrixState; readonly again: () => void } {
  const { services, session, context, event, time } = input;
  const [found, setFound] = useState<Found>();
  const [attempt, setAttempt] = useState(0);
  const [now] = useState(services.now);
  const isNow = time.start.epochMilliseconds - now.epochMilliseconds <= SOON_MS;
  const isAsked = isShown(session);
  const { openColleagues } = services;
  // a refreshed agenda brings the same meeting as a new object
  const key = `${event.id} ${event.etag} ${attempt}`;
  const [asked, setAsked] = useState({ key, event });
  if (asked.key !== key) setAsked({ key, event });
  const { start, end } = time;
  const [startMs, endMs] = [start.epochMilliseconds, end.epochMilliseconds];
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const colleagues = await openColleagues();
      const people = [asked.event.organizer?.address ?? '', ...listPeople(asked.event).map((one) => one.address)];
      const window = {
        start: Temporal.Instant.fromEpochMilliseconds(startMs),
        end: Temporal.Instant.fromEpochMilliseconds(endMs),
      };
      const addresses = people.filter((address) => address !== '');
      const [learned, building] = await Promise.all([
        colleagues.learn({ window, addresses, withPresence: isNow }),
        findRoomBuilding(colleagues, asked.event),
      ]);
      if (isWanted) setFound({ learned, building });
    };
    // cancelled: the page forgets everything anyway
    read().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [openColleagues, asked, isAsked, isNow, startMs, endMs]);
  const state = useMemo((): MatrixState => {
    if (!isAsked) return { phase: 'silent' };
    if (found === undefined) return { phase: 'loading' };
    const { learned } = found;
    const mine = findOwnPlace(context.shifts, time);
    const own = mine.place.kind === 'office' ? mine.place.building : undefined;
    const building = found.building ?? own;
    const matrix = buildAttendeeMatrix({
      ...{ event, time, known: learned.knowledge, people: learned.people, mine, building },
      ownAddress: context.ownAddress,
    });
    const from = found.building === undefined ? 'you' : 'room';
    const reference = building === undefined ? undefined : ({ building, from } as const);
    return { phase: 'ready', matrix, learned, reference, isNow };
  }, [isAsked, found, context, event, time, isNow]);
  return { state, again: () => setAttempt((count) => count + 1) };
}
