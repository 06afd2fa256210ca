/** Reads what the flags can't know from the calendar: the buildings of rooms close after one another, and who of a meeting is on site. */
import { type OnSite, findOnSite } from '../../domain/agenda/find-on-site.ts';
import { listUnknownPlaces } from '../../domain/agenda/list-unknown-places.ts';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Session } from '../../domain/contract/session.ts';
import { Failure } from '../../domain/failure.ts';
import type { Services } from '../services.ts';
import { type AgendaPiece, joinPieces } from './agenda-pieces.ts';
import { keepPlace } from './keep-place.ts';
import { type KnownPlaces, NOTHING_KNOWN } from './known-places.ts';

/** One call each: more rooms that follow close on one another hardly stand in anybody's weeks. */
const MOST_ROOMS = 20;
const MOST_PEOPLE = 60;

/** Of each person signed in; a room does not move while a page is open. */
const buildingsOf = new WeakMap<object, Map<string, string | undefined>>();

type Opened = Awaited<ReturnType<Services['openColleagues']>>;

async function readBuildings(colleagues: Opened, rooms: readonly string[]): Promise<Map<string, string | undefined>> {
  const known = buildingsOf.get(colleagues) ?? new Map<string, string | undefined>();
  buildingsOf.set(colleagues, known);
  const missing = rooms.filter((room) => !known.has(room)).slice(0, MOST_ROOMS);
  for (const room of missing) {
    try {
      known.set(room, (await colleagues.readRoom(room)).building);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // without the scope the next room would be refused as well
      if (error.code === 'consent_required') break;
      if (error.code === 'not_found') known.set(room, undefined);
    }
  }
  return known;
}

async function readOnSite(colleagues: Opened, events: readonly CalendarEvent[]): Promise<ReadonlyMap<string, OnSite>> {
  const times = events.flatMap(({ time }) => (time.kind === 'timed' ? [time] : []));
  const [first] = times;
  if (first === undefined) return new Map();
  const addresses = [...new Set(events.flatMap((event) => listPeople(event).map(({ address }) => address)))];
  const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
    Temporal.Instant.compare(a, b) > 0 ? a : b;
  const window = {
    start: times.reduce((start, time) => (later(start, time.start) === start ? time.start : start), first.start),
    end: times.reduce((end, time) => later(end, time.end), first.end),
  };
  const [shifts, people] = await Promise.all([
    colleagues.readShifts(window),
    colleagues.findColleagues({ addresses: addresses.slice(0, MOST_PEOPLE) }),
  ]);
  const known = { shifts, presence: { why: 'switchedOff' }, freeBusy: { why: 'switchedOff' } } as const;
  return new Map(
    events.flatMap((event) => {
      const onSite = findOnSite({ event, known, people });
      return onSite === undefined ? [] : [[event.id, onSite] as const];
    }),
  );
}

/** Nothing new until the second round is in; from now on what it brings moves nobody's row. */
export async function learnPlaces(
  services: Services,
  session: Session,
  pieces: readonly AgendaPiece[],
): Promise<KnownPlaces | undefined> {
  keepPlace();
  if (pieces.some(({ rest }) => rest === undefined)) return undefined;
  const { rooms, roomless } = listUnknownPlaces(joinPieces(pieces).events, services.now().epochMilliseconds);
  const asked = session.features.shifts ? roomless : [];
  if (rooms.length + asked.length === 0) return NOTHING_KNOWN;
  const colleagues = await services.openColleagues();
  const [buildings, onSite] = await Promise.all([readBuildings(colleagues, rooms), readOnSite(colleagues, asked)]);
  return {
    buildingOf: (address) => buildings.get(address.toLowerCase()),
    onSiteOf: ({ id }) => onSite.get(id),
  };
}
