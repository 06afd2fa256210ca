/** What you need now: the next meeting, in how long, where, and whether the room has said yes. */
import { VideoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Attendee, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { ActionLink } from '../shared/action-button.tsx';
import { toWebLink } from '../shared/web-link.ts';
import { useWords } from '../words/words-provider.tsx';
import { EntryPlace } from './entry-place.tsx';
import { toShortSubject } from './subject-words.ts';
import styles from './next-line.module.css';

export interface NextMeeting {
  readonly event: CalendarEvent & { readonly time: { readonly kind: 'timed' } };
  readonly rooms: readonly Attendee[];
  /** On another day than today, in the mailbox's zone. */
  readonly day?: Temporal.PlainDate;
}

export interface NextLineProps {
  readonly next: NextMeeting | undefined;
  /** "in 12 min": ticks by itself, so it stands outside of what is announced. */
  readonly countdown: ReactNode;
  /** What is known of the way there and of who is there; comes later. */
  readonly more?: ReactNode;
  readonly onOpenLink: (url: string) => void;
}

function NextWhat({ next }: { readonly next: NextMeeting }): ReactNode {
  const words = useWords();
  const { event, day } = next;
  const time = words.timeRange(event.time.start, event.time.end);
  return (
    <>
      <span className={styles.time}>{day === undefined ? time : `${words.day(day, 'short')}, ${time}`}</span>{' '}
      <span className={styles.subject} title={toShortSubject(event.subject)}>
        <bdi>{event.subject.trim() === '' ? words.t('event.noSubject') : event.subject}</bdi>
      </span>{' '}
      <EntryPlace entry={next} />
    </>
  );
}

export function NextLine({ next, countdown, more, onOpenLink }: NextLineProps): ReactNode {
  const words = useWords();
  const joinUrl = toWebLink(next?.event.joinUrl);
  return (
    <section className={styles.root} aria-label={words.t('next.label')}>
      {next !== undefined && <span className={styles.when}>{countdown}</span>}
      <div className={styles.what} aria-live="polite">
        {next === undefined ? words.t('next.none') : <NextWhat next={next} />}
      </div>
      {next !== undefined && joinUrl !== undefined && (
        <ActionLink
          href={joinUrl}
          appearance="primary"
          icon={<VideoRegular />}
          label={words.t('event.joinNamed', { subject: toShortSubject(next.event.subject) })}
          onPress={() => onOpenLink(joinUrl)}
        >
          {words.t('event.join')}
        </ActionLink>
      )}
      {more !== undefined && <div className={styles.more}>{more}</div>}
    </section>
  );
}
