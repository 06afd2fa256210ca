/** What is known of my teams for today and the days to come, read once and again after something was agreed to. */
import { useCallback, useEffect, useState } from 'react';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Colleague } from '../../domain/shifts/colleague.ts';
import { listRoster, type RosterPerson, type RosterTeam } from '../../domain/shifts/team-day.ts';
import { toFailure } from '../to-failure.ts';
import type { ColleagueServices, Learned } from './colleague-services.ts';

/** So many days are offered, today among them; past ones never. */
export const DAYS = 14;
/** People of my meetings of a week, where there are more. */
const MOST_MET = 40;
const WEEK_HOURS = 7 * 24;

export type TeamDaysState =
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'ready';
      readonly learned: Learned;
      readonly teams: readonly RosterTeam[];
      /** Whom I meet in the next days and who is in none of the teams. */
      readonly met: readonly RosterPerson[];
      readonly asOf: Temporal.Instant;
    }
  | { readonly phase: 'failed'; readonly failure: Failure };

export interface TeamDaysInput {
  readonly open: () => Promise<ColleagueServices>;
  readonly now: () => Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly zone: string;
  readonly ownObjectId: string;
  readonly ownAddress: string | undefined;
  readonly events: readonly CalendarEvent[];
}

function listMetAddresses({ events, now, ownAddress }: TeamDaysInput): readonly string[] {
  const from = now();
  const until = from.add({ hours: WEEK_HOURS });
  const coming = events.filter(
    ({ time, isCancelled }) =>
      !isCancelled &&
      time.kind === 'timed' &&
      Temporal.Instant.compare(time.end, from) > 0 &&
      Temporal.Instant.compare(time.start, until) < 0,
  );
  const all = coming.flatMap((event) => [
    event.organizer?.address ?? '',
    ...listPeople(event).map((one) => one.address),
  ]);
  const unique = new Set(all.map((address) => address.toLowerCase()));
  unique.delete('');
  unique.delete(ownAddress?.toLowerCase() ?? '');
  return [...unique].slice(0, MOST_MET);
}

const toRosterPerson = ({ objectId, name, address }: Colleague): RosterPerson => ({ objectId, name, address });

function listMet(
  people: ReadonlyMap<string, Colleague>,
  addresses: readonly string[],
  { teams, ownObjectId }: { readonly teams: readonly RosterTeam[]; readonly ownObjectId: string },
): readonly RosterPerson[] {
  const known = new Set(teams.flatMap((team) => team.people.map(({ objectId }) => objectId)));
  const found = addresses.flatMap((address) => people.get(address) ?? []);
  return found
    .filter(({ objectId, isExternal }) => !isExternal && !known.has(objectId) && objectId !== ownObjectId)
    .map(toRosterPerson)
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function readTeamDays(input: TeamDaysInput): Promise<Extract<TeamDaysState, { phase: 'ready' }>> {
  const { open, now, today, zone, ownObjectId } = input;
  const colleagues = await open();
  const window = {
    start: today.toZonedDateTime(zone).toInstant(),
    end: today.add({ days: DAYS }).toZonedDateTime(zone).toInstant(),
  };
  const shifts = await colleagues.readShifts(window);
  const members = 'told' in shifts ? (shifts.told.members ?? []) : [];
  const addresses = listMetAddresses(input);
  const ids = [...new Set(members.map(({ userObjectId }) => userObjectId))];
  const learned = await colleagues.learn({ window, ids, addresses, withPresence: true });
  const people = 'told' in learned.people ? learned.people.told : new Map<string, Colleague>();
  const teams = 'told' in shifts ? listRoster(shifts.told, people, ownObjectId) : [];
  return { phase: 'ready', learned, teams, met: listMet(people, addresses, { teams, ownObjectId }), asOf: now() };
}

export function useTeamDays(input: TeamDaysInput): { readonly state: TeamDaysState; readonly again: () => void } {
  const [state, setState] = useState<TeamDaysState>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // what is asked is settled as the screen opens; a later agenda does not ask anew
  const [asked] = useState(input);
  useEffect(() => {
    let isWanted = true;
    readTeamDays(asked).then(
      (ready) => isWanted && setState(ready),
      (error: unknown) => isWanted && setState({ phase: 'failed', failure: toFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [asked, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { state, again };
}
