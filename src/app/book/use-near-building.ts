/** Knows the building of my shift on the day of the meeting; reads that day where the agenda has not been there yet. */
import { useEffect, useMemo, useState } from 'react';
import { shiftDay } from '../../domain/shifts/shift-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Services } from '../services.ts';
import type { AgendaContext } from '../screens.ts';
import { findNearBuilding } from './find-near-building.ts';

export interface NearBuilding {
  /** Undefined: not in an office that day, or not known. */
  readonly building?: string;
  /** The day is being read; an order of rooms made now would change under the eyes. */
  readonly isReading: boolean;
}

/** Shifts of single days, by date; `undefined` while a day is being read. */
type ReadDays = ReadonlyMap<string, readonly Shift[] | undefined>;

/** The work plan alone names buildings; a day that can't be read counts as not known. */
async function readDay(readAgenda: Services['readAgenda'], date: Temporal.PlainDate, zone: string) {
  const start = date.toZonedDateTime(zone).toInstant();
  const end = date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return readAgenda({ start, end }).then(
    ({ workPlan }) => workPlan,
    () => [],
  );
}

export function useNearBuilding(
  { readAgenda }: Pick<Services, 'readAgenda'>,
  { shifts, mailbox }: AgendaContext,
  start: Temporal.Instant | undefined,
): NearBuilding {
  const { zone } = mailbox;
  const [days, setDays] = useState<ReadDays>(new Map());
  const key = start?.toZonedDateTimeISO(zone).toPlainDate().toString();
  const isKnown = useMemo(
    () => key === undefined || shifts.some((shift) => shiftDay(shift, zone).toString() === key),
    [key, shifts, zone],
  );
  const mustRead = !isKnown && key !== undefined && !days.has(key);
  useEffect(() => {
    if (!mustRead) return;
    setDays((before) => new Map(before).set(key, undefined));
    void readDay(readAgenda, Temporal.PlainDate.from(key), zone).then((read) =>
      setDays((before) => new Map(before).set(key, read)),
    );
  }, [mustRead, key, readAgenda, zone]);
  if (start === undefined || key === undefined) return { isReading: false };
  const read = days.get(key);
  const building = findNearBuilding(isKnown ? shifts : (read ?? []), start, zone);
  return { ...(building === undefined ? {} : { building }), isReading: !isKnown && read === undefined };
}
