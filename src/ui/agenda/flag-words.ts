/** Says why an entry does not fit, with the minutes where they tell something. */
import type { AgendaEntry, AgendaFlag } from '../../domain/agenda/agenda-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Words } from '../words/create-words.ts';

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

/** Only where the event touches a shift of work, so that the minutes tell something. */
function toOutsideWords(entry: AgendaEntry, shifts: readonly Shift[], words: Words): string {
  const { time } = entry.event;
  if (time.kind === 'timed') {
    const touched = shifts.filter(
      (shift) => shift.place.kind !== 'off' && isBefore(time.start, shift.end) && isBefore(shift.start, time.end),
    );
    const [shift] = touched;
    if (shift !== undefined && touched.length === 1) {
      const early = shift.start.epochMilliseconds - time.start.epochMilliseconds;
      const late = time.end.epochMilliseconds - shift.end.epochMilliseconds;
      if (early > 0 && late <= 0) return words.t('flag.startsBefore', { duration: words.duration(early) });
      if (late > 0 && early <= 0) return words.t('flag.endsAfter', { duration: words.duration(late) });
    }
  }
  return words.t('flag.outsideShift');
}

/** Of the event it collides with, or from which one comes; undefined for one without hours. */
function findEnd({ rival }: AgendaEntry): Temporal.Instant | undefined {
  return rival?.time.kind === 'timed' ? rival.time.end : undefined;
}

export function toFlagWords(flag: AgendaFlag, entry: AgendaEntry, shifts: readonly Shift[], words: Words): string {
  const end = findEnd(entry);
  switch (flag) {
    case 'outsideShift':
      return toOutsideWords(entry, shifts, words);
    case 'doubleBooked':
      // an hour alone would be taken for one of this day
      return words.t('flag.doubleBooked', {
        time: end === undefined ? '' : words[words.dateOf(end).equals(entry.date) ? 'time' : 'dateTime'](end),
      });
    case 'otherBuilding': {
      const start = entry.event.time.kind === 'timed' ? entry.event.time.start : end;
      const gap = end === undefined || start === undefined ? 0 : start.epochMilliseconds - end.epochMilliseconds;
      return words.t('flag.otherBuilding', { duration: words.duration(gap) });
    }
    default:
      return words.t(`flag.${flag}`);
  }
}
