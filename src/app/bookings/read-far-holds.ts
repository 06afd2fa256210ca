/** Finds, beyond the days that the agenda shows, what an earlier visit left unsettled. */
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { Hold } from '../agenda/agenda-model.ts';
import type { Services } from '../services.ts';

/** Hardly a room can be booked further ahead. */
const DAYS = 400;

export async function readFarHolds(
  { openBookings }: Pick<Services, 'openBookings'>,
  start: Temporal.Instant,
): Promise<readonly Hold[]> {
  const { listHolds, readEvent } = await openBookings();
  const ids = await listHolds({ start, end: start.add({ hours: 24 * DAYS }) });
  const events = await Promise.all(ids.map((id) => readEvent(id)));
  return events.flatMap((event) => {
    const mark = parseHoldMark(event.holdMark ?? '');
    return mark === undefined || !event.isOrganizer || event.time.kind !== 'timed' ? [] : [{ event, mark }];
  });
}
