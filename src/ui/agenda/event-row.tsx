/** One event on its day: when, what, where, who; unfolds to its people and to what can be done with it. */
import { ChevronDownRegular, ChevronUpRegular, VideoRegular } from '@fluentui/react-icons';
import { memo, type ReactNode, useId } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { ActionLink } from '../shared/action-button.tsx';
import { toWebLink } from '../shared/web-link.ts';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import { CalendarSwatch } from './calendar-swatch.tsx';
import { EntryMarks } from './entry-marks.tsx';
import { EntryPlace } from './entry-place.tsx';
import { toEntryTime } from './entry-time.ts';
import { EventDetails } from './event-details.tsx';
import { FixButton } from './fix-button.tsx';
import { PeopleCounts } from './people-counts.tsx';
import { toShortSubject } from './subject-words.ts';
import { joinClasses } from '../shared/join-classes.ts';
import styles from './event-row.module.css';

export interface EventRowProps {
  readonly entry: AgendaEntry;
  /** The day under which it stands. */
  readonly date: Temporal.PlainDate;
  readonly shifts: readonly Shift[];
  readonly isOpen: boolean;
  /** I may give this event a room. */
  readonly canBook: boolean;
  readonly actions: AgendaActions;
}

/** The best remedy of the worst flag; the others unfold with the event. */
function FirstFix({ entry, actions }: Pick<EventRowProps, 'entry' | 'actions'>): ReactNode {
  const [flag] = entry.flags;
  const fix = flag && actions.listFixes(entry, flag)[0];
  if (flag === undefined || fix === undefined) return null;
  return (
    <div className={styles.fix}>
      <FixButton {...{ entry, flag, fix, actions }} />
    </div>
  );
}

export const EventRow = memo(function EventRow(props: EventRowProps): ReactNode {
  const { entry, isOpen, actions } = props;
  const { event } = entry;
  const words = useWords();
  const detailsId = useId();
  const time = toEntryTime(entry, props.date, words);
  const joinUrl = event.isCancelled ? undefined : toWebLink(event.joinUrl);
  const subject = event.subject.trim() === '' ? words.t('event.noSubject') : event.subject;
  const calendar = actions.calendarOf(entry);
  const Chevron = isOpen ? ChevronUpRegular : ChevronDownRegular;
  return (
    <li className={styles.item} data-entry={entry.key}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.main}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => actions.onToggle(entry.key)}
        >
          <span className={styles.time}>{time.text}</span>{' '}
          <span className={styles.what}>
            <span
              className={joinClasses(styles.subject, !isOpen && styles.clamped, event.isCancelled && styles.cancelled)}
              title={isOpen ? undefined : toShortSubject(subject)}
            >
              {calendar !== undefined && <CalendarSwatch {...calendar} />}
              <bdi>{subject}</bdi>
            </span>{' '}
            <EntryMarks
              entry={entry}
              part={time.part}
              calendar={calendar?.isDefault === false ? calendar.name : undefined}
              shifts={props.shifts}
            />
          </span>{' '}
          <span className={styles.where}>
            <EntryPlace entry={entry} />{' '}
            <span className={styles.who}>
              <PeopleCounts people={entry.people} />
            </span>
          </span>
          <span className={styles.chevron}>
            <Chevron aria-hidden />
          </span>
        </button>
        {joinUrl === undefined ? (
          <span className={styles.noJoin} />
        ) : (
          <ActionLink
            className={styles.join}
            href={joinUrl}
            icon={<VideoRegular />}
            label={words.t('event.joinNamed', { subject: toShortSubject(subject) })}
            onPress={() => actions.onOpenLink(joinUrl)}
          >
            <span className={styles.joinWord}>{words.t('event.join')}</span>
          </ActionLink>
        )}
      </div>
      {!isOpen && <FirstFix entry={entry} actions={actions} />}
      {isOpen && <EventDetails id={detailsId} {...{ entry, actions }} shifts={props.shifts} canBook={props.canBook} />}
    </li>
  );
});
