/** Lays a series over the clocks of its zone: each date at the same time of day, whatever the clock changes. */
import type { Interval } from '../time/intervals.ts';

export interface Occurrence extends Interval {
  /** The date of the series that it stands for. */
  readonly date: Temporal.PlainDate;
  /** `skipped`: the clock jumps over this start, so it is the hour after; `repeated`: it shows it twice, the first counts. */
  readonly clock: 'usual' | 'skipped' | 'repeated';
}

interface SeriesTimes {
  readonly dates: readonly Temporal.PlainDate[];
  /** The time of one meeting as it was typed; only its times of day and its length in days count. */
  readonly time: Interval;
  readonly zone: string;
}

function toClock(local: Temporal.PlainDateTime, zone: string): Occurrence['clock'] {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return 'usual';
  return earlier.toPlainDateTime().equals(local) ? 'repeated' : 'skipped';
}

/** Both ends keep their time of day, as Exchange has it; an end that a clock change puts before its start keeps the length instead. */
export function expandSeries({ dates, time, zone }: SeriesTimes): readonly Occurrence[] {
  const start = time.start.toZonedDateTimeISO(zone).toPlainDateTime();
  const end = time.end.toZonedDateTimeISO(zone).toPlainDateTime();
  const days = start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'day' }).days;
  const lengthMs = time.end.epochMilliseconds - time.start.epochMilliseconds;
  return dates.map((date) => {
    const from = date.toPlainDateTime(start.toPlainTime());
    const to = date.add({ days }).toPlainDateTime(end.toPlainTime());
    const begins = from.toZonedDateTime(zone).toInstant();
    const ends = to.toZonedDateTime(zone).toInstant();
    const isInOrder = Temporal.Instant.compare(ends, begins) > 0;
    return {
      date,
      start: begins,
      end: isInOrder ? ends : begins.add({ milliseconds: lengthMs }),
      clock: toClock(from, zone),
    };
  });
}
