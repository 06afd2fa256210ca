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

function listMarks(
  entry: AgendaEntry,
  part: string | undefined,
  shifts: readonly Shift[],
  words: Words,
): readonly Mark[] {
  const { event } = entry;
  const { sensitivity } = event;
  return [
    ...(event.isCancelled ? [{ text: words.t('event.cancelled'), Icon: DismissCircleRegular }] : []),
    ...(event.holdMark !== undefined ? [{ text: words.t('event.hold'), Icon: HourglassHalfRegular }] : []),
    ...entry.flags.map((flag): Mark => ({
      text: toFlagWords(flag, entry, shifts, words),
      Icon: WarningRegular,
      tone: 'warning',
    })),
    ...(part === undefined ? [] : [{ text: part }]),
    ...(sensitivity === 'normal' ? [] : [{ text: words.t(`event.${sensitivity}`), Icon: LockClosedRegular }]),
    ...(event.isRecurring ? [{ text: words.t('event.recurring'), Icon: ArrowRepeatAllRegular }] : []),
    ...toMyAnswer(event, words),
    ...toShowAs(event, words),
  ];
}

export interface EntryMarksProps {
  readonly entry: AgendaEntry;
  readonly part?: string | undefined;
  readonly shifts: readonly Shift[];
}

export function EntryMarks({ entry, part, shifts }: EntryMarksProps): ReactNode {
  const words = useWords();
  const marks = listMarks(entry, part, shifts, words);
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
