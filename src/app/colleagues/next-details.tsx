/** Beside the next meeting, where that is today or soon: the way there, who is there now, and the check-in when it is due. */
import { type ReactNode, useEffect, useState } from 'react';
import { buildAttendeeMatrix } from '../../domain/agenda/attendee-matrix.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import { findPreviousEvent } from '../../domain/agenda/previous-event.ts';
import { findWay, type Whereabout } from '../../domain/agenda/way-to-meeting.ts';
import { isCheckInDue } from '../../domain/booking/list-actions.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import type { Session } from '../../domain/contract/session.ts';
import { Failure } from '../../domain/failure.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { findOwnPlace } from '../../domain/shifts/find-own-place.ts';
import { type CheckInPhase, NextFacts, type NextFactsProps } from '../../ui/colleagues/next-facts.tsx';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import type { ColleagueServices, Learned } from './colleague-services.ts';

export interface NextDetailsProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly event: CalendarEvent & { readonly time: { readonly kind: 'timed' } };
  /** To the minute. */
  readonly now: Temporal.Instant;
}

const HOUR_MS = 3_600_000;
/** "Now" is said of a reading that is at most so old. */
const FRESH_MS = 5 * 60_000;

type Facts = Pick<NextFactsProps, 'building' | 'floor' | 'way' | 'now'>;

/** Each fact stands for itself: what can't be had costs none of the others. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

async function findRoomPlace(colleagues: ColleagueServices, event: CalendarEvent): Promise<Whereabout | undefined> {
  const held = listHeldRooms(event);
  const room = held.find(({ answer }) => answer === 'accepted') ?? held[0];
  if (room === undefined || room.address === '') return undefined;
  return orNothing(colleagues.readRoom(room.address));
}

/** Where I am before it: the room of the meeting before, else my shift. */
async function findStart(
  colleagues: ColleagueServices,
  { context, event }: NextDetailsProps,
): Promise<Whereabout | undefined> {
  const previous = findPreviousEvent(context.events, event);
  const room = previous && (await findRoomPlace(colleagues, previous));
  if (room !== undefined) return room;
  const { start } = event.time;
  const { place } = findOwnPlace(context.shifts, { start: start.subtract({ minutes: 15 }), end: start });
  return place.kind === 'office' ? { building: place.building } : undefined;
}

const toMoment = (now: Temporal.Instant): Interval => ({ start: now, end: now.add({ minutes: 1 }) });

function learnNow(colleagues: ColleagueServices, { event, now }: NextDetailsProps): Promise<Learned> {
  const addresses = [event.organizer?.address ?? '', ...listPeople(event).map(({ address }) => address)];
  const asked = addresses.filter((address) => address !== '');
  return colleagues.learn({ window: toMoment(now), withPresence: true, addresses: asked });
}

function countNow(
  { knowledge: known, people }: Learned,
  { context, event, now }: NextDetailsProps,
  building: string,
): NextFactsProps['now'] {
  const moment = toMoment(now);
  const mine = findOwnPlace(context.shifts, moment);
  const { ownAddress } = context;
  const matrix = buildAttendeeMatrix({ event, time: moment, known, people, mine, ownAddress, building });
  const all = matrix.organizer === undefined ? matrix.people : [matrix.organizer, ...matrix.people];
  const coming = all.filter(({ answer }) => answer !== 'declined');
  const count = (...rows: readonly string[]): number => coming.filter(({ row }) => rows.includes(row)).length;
  return {
    ...{ here: count('sameBuilding'), remote: count('remote') },
    ...{ elsewhere: count('otherBuilding', 'off'), unknown: count('unknown', 'onSite') },
  };
}

async function readFacts(colleagues: ColleagueServices, props: NextDetailsProps): Promise<Facts> {
  const { session, event, now } = props;
  const { presence, shifts } = session.features;
  const isSoon = event.time.start.epochMilliseconds - now.epochMilliseconds <= HOUR_MS;
  // places and people are asked for at the same moment: one batch instead of three
  const [to, from, learned] = await Promise.all([
    findRoomPlace(colleagues, event),
    findStart(colleagues, props),
    isSoon && (presence || shifts) ? orNothing(learnNow(colleagues, props)) : undefined,
  ]);
  const building = to?.building ?? from?.building;
  const counts = learned === undefined || building === undefined ? undefined : countNow(learned, props, building);
  return { building: to?.building, floor: to?.floor, way: to && findWay(from, to), now: counts };
}

function useFacts(props: NextDetailsProps): Facts | undefined {
  const { services, event, now } = props;
  const [facts, setFacts] = useState<Facts>();
  const { openColleagues } = services;
  // read again for another meeting, and after a few minutes; what changes in between waits
  const slot = Math.floor(now.epochMilliseconds / FRESH_MS);
  const key = `${event.id} ${event.etag} ${slot}`;
  const [asked, setAsked] = useState({ key, props });
  if (asked.key !== key) setAsked({ key, props });
  useEffect(() => {
    let isWanted = true;
    openColleagues()
      .then((colleagues) => readFacts(colleagues, asked.props))
      .then(
        (found) => isWanted && setFacts(found),
        // the line stands without them
        () => isWanted && setFacts(undefined),
      );
    return () => {
      isWanted = false;
    };
  }, [openColleagues, asked]);
  return facts;
}

function useCheckIn({ services, event, now }: NextDetailsProps): NextFactsProps['checkIn'] {
  const [state, setState] = useState<{ readonly id: string; readonly phase: CheckInPhase }>({ id: '', phase: 'idle' });
  const phase = state.id === event.id ? state.phase : 'idle';
  if (!isCheckInDue(event, now)) return undefined;
  const show = (next: CheckInPhase): void => setState({ id: event.id, phase: next });
  const send = async (): Promise<CheckInPhase> => {
    const rooms = listHeldRooms(event).filter(({ answer }) => answer === 'accepted');
    try {
      const bookings = await services.openBookings();
      for (const { address } of rooms) await bookings.checkIn(event.id, address);
      return 'checkedIn';
    } catch (error) {
      return ['gone', 'not_found', 'bad_request'].includes(toFailure(error).code) ? 'noCheckIn' : 'checkInFailed';
    }
  };
  const onPress = (): void => {
    show('sending');
    void send().then(show);
  };
  return { phase, onPress };
}

export function NextDetails(props: NextDetailsProps): ReactNode {
  const facts = useFacts(props);
  const checkIn = useCheckIn(props);
  const { building, floor, way, now } = facts ?? {};
  return <NextFacts {...{ building, floor, way, now, checkIn }} />;
}
