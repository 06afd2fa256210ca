/** Lays the people of a meeting out by two things: what they answered, and where they will be. */
import type { ColleagueKnowledge, Told } from '../shifts/colleague-knowledge.ts';
import type { Colleague } from '../shifts/colleague.ts';
import { findWhereabouts } from '../shifts/find-whereabouts.ts';
import type { Whereabouts } from '../shifts/whereabouts.ts';
import type { Interval } from '../time/intervals.ts';
import type { Answer, Attendee, CalendarEvent, Person } from './calendar-event.ts';
import { listPeople } from './group-attendees.ts';

/** Against the building of the meeting; `onSite` where one of the two buildings is not known. */
export const PLACE_ROWS = ['sameBuilding', 'otherBuilding', 'onSite', 'remote', 'off', 'unknown'] as const;
export type PlaceRow = (typeof PLACE_ROWS)[number];

export interface PlacedPerson extends Person {
  readonly answer: Answer | 'organizer';
  readonly isOptional: boolean;
  readonly isExternal: boolean;
  readonly isMe: boolean;
  /** In the directory; absent where it does not know them or could not be asked. */
  readonly objectId?: string;
  readonly whereabouts: Whereabouts;
  readonly row: PlaceRow;
}

export interface AttendeeMatrix {
  readonly organizer?: PlacedPerson;
  /** Without the organizer. */
  readonly people: readonly PlacedPerson[];
  /** Addresses of our own that are nobody in the directory: groups and shared mailboxes, counted nowhere. */
  readonly groups: readonly Attendee[];
  /** Heads to expect in the meeting's building: surely (accepted, the organizer), perhaps, and those of whom it is not known. */
  readonly expected: { readonly sure: number; readonly maybe: number; readonly unknown: number };
}

export interface MatrixInput {
  readonly event: CalendarEvent;
  readonly time: Interval;
  readonly known: ColleagueKnowledge;
  /** By address in lower case. */
  readonly people: Told<ReadonlyMap<string, Colleague>>;
  readonly ownAddress?: string | undefined;
  readonly mine: Whereabouts;
  /** Where the meeting is: its room's building, else where I am. */
  readonly building?: string | undefined;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Domains of people who are certainly ours. */
function listOwnDomains({ people, ownAddress }: MatrixInput): ReadonlySet<string> {
  const known = 'told' in people ? [...people.told.values()].filter(({ isExternal }) => !isExternal) : [];
  const domains = [ownAddress ?? '', ...known.map(({ address }) => address)].map(domainOf);
  return new Set(domains.filter((domain) => domain !== ''));
}

/** What the invitation says; where that is the address alone, the directory's. */
function toName({ name, address }: Person, listed: string): string {
  const isNamed = name !== '' && name.toLowerCase() !== address.toLowerCase();
  return isNamed ? name : listed || address;
}

function toRow({ place }: Whereabouts, building: string | undefined): PlaceRow {
  if (place.kind === 'onShift') return 'onSite';
  if (place.kind !== 'office') return place.kind;
  if (place.building === undefined || building === undefined) return 'onSite';
  return place.building.toLowerCase() === building.toLowerCase() ? 'sameBuilding' : 'otherBuilding';
}

function countExpected(people: readonly PlacedPerson[]): AttendeeMatrix['expected'] {
  const coming = people.filter(({ answer }) => answer !== 'declined');
  const here = coming.filter(({ row }) => row === 'sameBuilding');
  const sure = here.filter(({ answer }) => answer === 'accepted' || answer === 'organizer').length;
  const unknown = coming.filter(({ row }) => row === 'unknown' || row === 'onSite').length;
  return { sure, maybe: here.length - sure, unknown };
}

/**
 * Rooms are no people, and neither is an address of our own that the directory was asked for and does not know. Who is
 * of another organisation is marked, and their place never known.
 */
export function buildAttendeeMatrix(input: MatrixInput): AttendeeMatrix {
  const { event, time, known, people, mine, building } = input;
  const own = listOwnDomains(input);
  const find = (address: string): Colleague | undefined =>
    'told' in people ? people.told.get(address.toLowerCase()) : undefined;
  const isMe = (address: string): boolean =>
    address !== '' && address.toLowerCase() === input.ownAddress?.toLowerCase();
  const isOutside = (address: string): boolean =>
    find(address)?.isExternal ?? (own.size > 0 && address !== '' && !own.has(domainOf(address)));
  const toPlaced = (person: Person, answer: PlacedPerson['answer'], isOptional: boolean, me: boolean): PlacedPerson => {
    const { objectId, name: listed = '' } = find(person.address) ?? {};
    const isExternal = !me && isOutside(person.address);
    const about = { address: person.address, objectId, isExternal };
    const whereabouts = me ? mine : findWhereabouts(about, time, known);
    return {
      ...{ name: toName(person, listed), address: person.address, answer, isOptional },
      ...{ isExternal, isMe: me, whereabouts, row: toRow(whereabouts, building) },
      ...(objectId === undefined || objectId === '' ? {} : { objectId }),
    };
  };
  const isGroup = ({ address }: Attendee): boolean =>
    'told' in people && address !== '' && !isMe(address) && find(address) === undefined && !isOutside(address);
  const invited = listPeople(event);
  const placed = invited
    .filter((one) => !isGroup(one))
    .map((one) => toPlaced(one, one.answer, one.kind === 'optional', isMe(one.address)));
  const { organizer } = event;
  const first = organizer && toPlaced(organizer, 'organizer', false, event.isOrganizer || isMe(organizer.address));
  return {
    ...(first === undefined ? {} : { organizer: first }),
    people: placed,
    groups: invited.filter(isGroup),
    expected: countExpected(first === undefined ? placed : [first, ...placed]),
  };
}

/** How many answered what, of those in one row. */
export function countAnswers(people: readonly PlacedPerson[], row: PlaceRow): Readonly<Record<Answer, number>> {
  const counts: Record<Answer, number> = { accepted: 0, tentative: 0, none: 0, declined: 0 };
  for (const person of people) if (person.row === row && person.answer !== 'organizer') counts[person.answer] += 1;
  return counts;
}
