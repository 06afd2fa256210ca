/** What is special about an event, each as an icon with its word: cancelled, private, repeating, my answer, flags. */
import {
  ArrowRepeatAllRegular,
  DismissCircleRegular,
  HourglassHalfRegular,
  LockClosedRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { toFlagWords } from './flag-words.ts';
import { joinClasses } from '../shared/join-classes.ts';
import styles from './entry-marks.module.css';

interface Mark {
  readonly text: string;
  readonly Icon?: FluentIcon;
  readonly tone?: 'warning';
}

const SHOW_AS = {
  oof: 'event.oof',
  workingElsewhere: 'event.elsewhere',
  free: 'event.free',
  tentative: 'event.tentative',
} as const;

const MY_ANSWERS = {
  declined: 'event.youDeclined',
  tentative: 'event.youTentative',
  none: 'event.youNoAnswer',
} as const;

function toMyAnswer(event: CalendarEvent, words: Words): readonly Mark[] {
  const { myAnswer } = event;
  if (event.isOrganizer || event.isCancelled || myAnswer === 'accepted' || myAnswer === 'organizer') return [];
  return [{ text: words.t(MY_ANSWERS[myAnswer]) }];
}

function toShowAs(event: CalendarEvent, words: Words): readonly Mark[] {
  const { showAs } = event;
  if (showAs === 'busy' || showAs === 'unknown' || event.isCancelled) return [];
  // the same thing twice: a maybe of mine is shown as tentative by itself
  if (showAs === 'tentative' && (event.myAnswer === 'tentative' || event.myAnswer === 'none')) return [];
  return [{ text: words.t(SHOW_AS[showAs]) }];
}

/** One flag an event, the worst; how many more there are is said, and they unfold with it. */
function toFlagMark(entry: AgendaEntry, shifts: readonly Shift[], words: Words): readonly Mark[] {
  const [worst, ...others] = entry.flags;
  if (worst === undefined) return [];
  const text = toFlagWords(worst, entry, shifts, words);
  const more = others.length === 0 ? '' : ` (${words.t('flag.more', { count: others.length })})`;
  return [{ text: `${text}${more}`, Icon: WarningRegular, tone: 'warning' }];
}

/** A meeting made in another zone shows that clock too, where it differs at its time. */
function toOtherClock({ time, madeIn }: CalendarEvent, words: Words): readonly Mark[] {
  if (time.kind !== 'timed' || madeIn === undefined) return [];
  const toOffset = (zone: string): number => time.start.toZonedDateTimeISO(zone).offsetNanoseconds;
  if (toOffset(madeIn) === toOffset(words.clock.zone)) return [];
  const there = words.withClock({ ...words.clock, zone: madeIn });
  const times = there.timeRange(time.start, time.end);
  return [{ text: words.t('event.alsoAt', { times, zone: there.zoneName() }) }];
}

function listMarks({ entry, part, calendar, shifts }: EntryMarksProps, words: Words): readonly Mark[] {
  const { event } = entry;
  const { sensitivity } = event;
  return [
    ...(event.isCancelled ? [{ text: words.t('event.cancelled'), Icon: DismissCircleRegular }] : []),
    ...(event.holdMark !== undefined ? [{ text: words.t('event.hold'), Icon: HourglassHalfRegular }] : []),
    ...toFlagMark(entry, shifts, words),
    ...(part === undefined ? [] : [{ text: part }]),
    ...toOtherClock(event, words),
    ...(sensitivity === 'normal' ? [] : [{ text: words.t(`event.${sensitivity}`), Icon: LockClosedRegular }]),
    ...(event.isRecurring ? [{ text: words.t('event.recurring'), Icon: ArrowRepeatAllRegular }] : []),
    ...(entry.flags[0] === 'unanswered' ? [] : toMyAnswer(event, words)),
    ...toShowAs(event, words),
    ...(calendar === undefined ? [] : [{ text: calendar }]),
  ];
}

export interface EntryMarksProps {
  readonly entry: AgendaEntry;
  readonly part?: string | undefined;
  /** Name of its calendar, where that is not the usual one. */
  readonly calendar?: string | undefined;
  readonly shifts: readonly Shift[];
}

export function EntryMarks(props: EntryMarksProps): ReactNode {
  const words = useWords();
  const marks = listMarks(props, words);
  if (marks.length === 0) return null;
  return (
    <span className={styles.root}>
      {marks.map(({ text, Icon, tone }) => (
        <span key={text} className={joinClasses(styles.mark, tone === 'warning' && styles.warning)}>
          {Icon !== undefined && (
            <span className={styles.icon}>
              <Icon aria-hidden />
            </span>
          )}
          {`${text} `}
        </span>
      ))}
    </span>
  );
}
