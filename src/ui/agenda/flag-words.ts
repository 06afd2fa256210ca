/** Says why an entry does not fit its shift, with the minutes where it sticks out at one end only. */
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

export function toFlagWords(flag: AgendaFlag, entry: AgendaEntry, shifts: readonly Shift[], words: Words): string {
  return flag === 'outsideShift' ? toOutsideWords(entry, shifts, words) : words.t(`flag.${flag}`);
}
