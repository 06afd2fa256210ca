/** When the people of a meeting work on the day that is looked at, for the ground behind each of them; nothing where the organisation does not show it. */
import { useEffect, useMemo, useState } from 'react';
import type { Invitee } from '../../domain/booking/booking.ts';
import type { Colleague } from '../../domain/shifts/colleague.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { ColleagueShift } from '../../domain/shifts/whereabouts.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { Services } from '../services.ts';

type ShiftsOf = (address: string) => readonly Shift[];

const NONE: readonly Shift[] = [];

function toShift({ start, end, kind, building, teamId, team }: ColleagueShift): Shift {
  const place: Shift['place'] =
    kind === 'off' ? { kind } : building === undefined ? { kind: 'unknown' } : { kind: 'office', building };
  return {
    ...{ id: `${teamId} ${start.toString()}`, start, end, place, source: 'teamsShifts', activities: [] },
    team,
  };
}

async function readShifts(
  { openColleagues }: Pick<Services, 'openColleagues'>,
  addresses: readonly string[],
  window: Interval,
): Promise<ReadonlyMap<string, readonly Shift[]>> {
  const colleagues = await openColleagues();
  const [told, people] = await Promise.all([colleagues.readShifts(window), colleagues.findColleagues({ addresses })]);
  if (!('told' in told) || !('told' in people)) return new Map();
  const isOf = ({ objectId }: Colleague, one: ColleagueShift): boolean =>
    one.userObjectId.toLowerCase() === objectId.toLowerCase();
  return new Map(
    addresses.flatMap((address) => {
      const person = people.told.get(address);
      return person === undefined
        ? []
        : [[address, told.told.shifts.filter((one) => isOf(person, one)).map(toShift)] as const];
    }),
  );
}

export function useColleagueShifts(
  services: Pick<Services, 'openColleagues'>,
  people: readonly Invitee[],
  window: Interval,
): ShiftsOf {
  const key = people.map(({ address }) => address.toLowerCase()).join('\n');
  const [shifts, setShifts] = useState<ReadonlyMap<string, readonly Shift[]>>(new Map());
  useEffect(() => {
    if (key === '') return undefined;
    let isWanted = true;
    readShifts(services, key.split('\n'), window).then(
      (read) => isWanted && setShifts(read),
      // without them the grid shows what it knows: who is free
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [services, key, window]);
  return useMemo(() => (address) => shifts.get(address.toLowerCase()) ?? NONE, [shifts]);
}
