/** One proposed time: when, the room, why, what speaks against it, and the button that takes it. */
import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { Checkmark20Regular, Warning20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PlannedRoom, Suggestion } from '../../domain/planning/explain-time.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePlanningStyles } from './planning-styles.ts';
import { ReasonLine, isCareful } from './reason-line.tsx';

function RoomWords({ planned }: { readonly planned: PlannedRoom }): ReactNode {
  const words = useWords();
  const { room, capacity, alternatives } = planned;
  const building = (room.building ?? '').trim();
  return (
    <>
      <Message
        id={capacity === undefined ? 'planning.roomUnknown' : 'planning.roomFits'}
        values={{ count: words.number(capacity ?? 0) }}
        names={{ room: room.name }}
      />
      {building !== '' && (
        <>
          {' · '}
          <bdi>{building}</bdi>
        </>
      )}
      {alternatives.length > 0 && ` · ${words.t('planning.roomOthers', { count: words.number(alternatives.length) })}`}
    </>
  );
}

function OtherLines({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  const styles = usePlanningStyles();
  const words = useWords();
  const { leftOut, clocks, dates, start, end } = suggestion;
  const last = dates.at(-1)?.start;
  return (
    <>
      {dates.length > 1 && last !== undefined && (
        <span className={styles.quiet}>
          {words.t('planning.dates', {
            count: words.number(dates.length),
            date: words.day(words.dateOf(last), 'short'),
          })}
        </span>
      )}
      {leftOut.map(({ person, why }) => (
        <span key={person.address} className={styles.quiet}>
          <Message
            id="planning.without"
            values={{ why: words.t(`planning.why.${why}`) }}
            names={{ person: person.name }}
          />
        </span>
      ))}
      {clocks.map(({ person, zone }) => {
        const theirs = words.withClock({ ...words.clock, zone });
        const isSameDay = theirs.dateOf(start).equals(words.dateOf(start));
        const time = isSameDay ? theirs.timeRange(start, end) : theirs.dateTime(start);
        return (
          <span key={person.address} className={styles.quiet}>
            <Message id="planning.clock" values={{ time, zone: theirs.zoneName() }} names={{ person: person.name }} />
          </span>
        );
      })}
    </>
  );
}

export interface TimeCardProps {
  readonly suggestion: Suggestion;
  readonly onChoose: () => void;
}

export function TimeCard({ suggestion, onChoose }: TimeCardProps): ReactNode {
  const styles = usePlanningStyles();
  const words = useWords();
  const { start, end, reasons, rooms } = suggestion;
  const good = reasons.filter((reason) => !isCareful(reason));
  const careful = reasons.filter(isCareful);
  const time = `${words.day(words.dateOf(start), 'short')} · ${words.timeRange(start, end)}`;
  return (
    <li className={styles.card}>
      <div className={styles.words}>
        <h4 className={styles.time}>{time}</h4>
        <span className={styles.line}>
          <Checkmark20Regular className={styles.good} aria-hidden />
          <span>
            <ReasonLine reasons={good} />
          </span>
        </span>
        {rooms.map((planned) => (
          <span key={planned.room.address} className={styles.line}>
            <Checkmark20Regular className={styles.good} aria-hidden />
            <span>
              <RoomWords planned={planned} />
            </span>
          </span>
        ))}
        {careful.length > 0 && (
          <span className={styles.line}>
            <Warning20Regular className={styles.careful} aria-hidden />
            <span>
              <ReasonLine reasons={careful} />
            </span>
          </span>
        )}
        <OtherLines suggestion={suggestion} />
      </div>
      <ActionButton appearance="primary" label={words.t('planning.chooseNamed', { time })} onPress={onChoose}>
        {words.t('planning.choose')}
      </ActionButton>
    </li>
  );
}

/** The reserved place of a time that is still being looked for. */
export function TimePlaceholder(): ReactNode {
  const styles = usePlanningStyles();
  return (
    <li className={styles.card} aria-hidden>
      <Skeleton className={styles.shade} aria-label="">
        <SkeletonItem size={16} style={{ width: '45%' }} />
        <SkeletonItem size={12} style={{ width: '75%' }} />
        <SkeletonItem size={12} style={{ width: '60%' }} />
      </Skeleton>
    </li>
  );
}
