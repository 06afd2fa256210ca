/** One event on its day: when, what, where, who; unfolds to its people and to what can be done with it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, VideoRegular } from '@fluentui/react-icons';
import { memo, type ReactNode, useId } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { ActionLink } from '../shared/action-button.tsx';
import { toWebLink } from '../shared/web-link.ts';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import { EntryMarks } from './entry-marks.tsx';
import { EntryPlace } from './entry-place.tsx';
import { toEntryTime } from './entry-time.ts';
import { EventDetails } from './event-details.tsx';
import { PeopleCounts } from './people-counts.tsx';
import { toShortSubject } from './subject-words.ts';

const WIDE = '@media (min-width: 640px)';

const useStyles = makeStyles({
  item: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  row: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  main: {
    flex: '1 1 0',
    minWidth: 0,
    boxSizing: 'border-box',
    minHeight: '44px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    [WIDE]: { gridTemplateColumns: '8.5rem minmax(0, 3fr) minmax(0, 2fr) auto' },
  },
  time: {
    gridColumnStart: 1,
    gridColumnEnd: 2,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    [WIDE]: { gridColumnEnd: 2 },
  },
  what: { gridColumnStart: 1, gridColumnEnd: 2, minWidth: 0, [WIDE]: { gridColumnStart: 2, gridColumnEnd: 3 } },
  where: { gridColumnStart: 1, gridColumnEnd: 2, minWidth: 0, [WIDE]: { gridColumnStart: 3, gridColumnEnd: 4 } },
  who: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chevron: {
    gridRowStart: 1,
    gridColumnStart: 2,
    display: 'inline-flex',
    fontSize: '16px',
    color: tokens.colorNeutralForeground3,
    [WIDE]: { gridColumnStart: 4 },
  },
  subject: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', display: 'block' },
  clamped: {
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  cancelled: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  join: { marginTop: tokens.spacingVerticalXS, marginInlineEnd: tokens.spacingHorizontalS },
});

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

export const EventRow = memo(function EventRow(props: EventRowProps): ReactNode {
  const { entry, isOpen, actions } = props;
  const { event } = entry;
  const words = useWords();
  const styles = useStyles();
  const detailsId = useId();
  const time = toEntryTime(entry, props.date, words);
  const joinUrl = event.isCancelled ? undefined : toWebLink(event.joinUrl);
  const subject = event.subject.trim() === '' ? words.t('event.noSubject') : event.subject;
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
          <span className={styles.time}>{time.text}</span>
          <span className={styles.what}>
            <bdi
              className={mergeClasses(styles.subject, !isOpen && styles.clamped, event.isCancelled && styles.cancelled)}
              title={isOpen ? undefined : toShortSubject(subject)}
            >
              {subject}
            </bdi>
            <EntryMarks entry={entry} part={time.part} shifts={props.shifts} />
          </span>
          <span className={styles.where}>
            <EntryPlace entry={entry} />
            <span className={styles.who}>
              <PeopleCounts people={entry.people} />
            </span>
          </span>
          <span className={styles.chevron}>
            <Chevron aria-hidden />
          </span>
        </button>
        {joinUrl !== undefined && (
          <ActionLink
            className={styles.join}
            href={joinUrl}
            icon={<VideoRegular />}
            label={words.t('event.joinNamed', { subject: toShortSubject(subject) })}
            onPress={() => actions.onOpenLink(joinUrl)}
          >
            {words.t('event.join')}
          </ActionLink>
        )}
      </div>
      {isOpen && <EventDetails id={detailsId} entry={entry} canBook={props.canBook} actions={actions} />}
    </li>
  );
});
