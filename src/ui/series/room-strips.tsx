/** Rooms against the dates of a series: each with its strip, what it allows, and the button that takes it for all dates. */
import { Skeleton, SkeletonItem, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Room } from '../../domain/rooms/room.ts';
import type { RoomVerdict } from '../../domain/series/judge-room.ts';
import type { RoomLimits } from '../../domain/series/room-limits.ts';
import { RoomPlace } from '../rooms/room-facts.tsx';
import { ActionButton } from '../shared/action-button.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { DateStrip, type StripDate } from './date-strip.tsx';

export interface StripRoom {
  readonly room: Room;
  readonly verdict: RoomVerdict;
  readonly limits: RoomLimits;
  readonly strip: readonly StripDate[];
  /** Until when it can be booked. */
  readonly horizon: Temporal.Instant;
  /** The last date on which a series of it may end. */
  readonly endOn?: Temporal.PlainDate | undefined;
  readonly isChosen: boolean;
}

export interface RoomStripsProps {
  readonly rooms: readonly StripRoom[];
  readonly last: Temporal.PlainDate;
  readonly onUse: (room: Room) => void;
  readonly onEndOn: (date: Temporal.PlainDate) => void;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  chosen: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    '> button': { flexShrink: 0 },
  },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 11rem', minWidth: 0, overflowWrap: 'anywhere' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  limits: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  warning: { display: 'flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  warningIcon: { flexShrink: 0, color: tokens.colorStatusWarningForeground1, marginBlockStart: '2px' },
});

const MINUTE_MS = 60_000;

function conflictWords({ conflictPercent, maxConflicts }: RoomLimits, words: Words): readonly string[] {
  if (conflictPercent === 0 && maxConflicts === 0) return [words.t('series.limits.noConflict')];
  const percent = new Intl.NumberFormat(words.locale.formats, { style: 'percent' }).format(conflictPercent / 100);
  return [
    ...(conflictPercent > 0 ? [words.t('series.limits.percent', { percent })] : []),
    ...(maxConflicts > 0 ? [words.t('series.limits.instances', { count: maxConflicts })] : []),
  ];
}

/** What the room allows, and whether that is known or assumed. */
function limitWords(limits: RoomLimits, words: Words): string {
  const { source, windowDays, maxMinutes } = limits;
  const length =
    maxMinutes > 0 ? [words.t('series.limits.length', { hours: words.duration(maxMinutes * MINUTE_MS) })] : [];
  const conflicts = limits.allowsSeries ? conflictWords(limits, words) : [];
  return [words.t(`series.limits.${source}`, { days: windowDays }), ...length, ...conflicts].join(' · ');
}

function Obstacle({ one, last, onEndOn }: { one: StripRoom } & Pick<RoomStripsProps, 'last' | 'onEndOn'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { obstacle } = one.verdict;
  const { endOn } = one;
  if (obstacle === undefined) return null;
  const date = words.day(words.dateOf(one.horizon), 'dated');
  return (
    <>
      <span className={styles.warning}>
        <Warning16Filled className={styles.warningIcon} aria-hidden />
        <span>{words.t(`series.obstacle.${obstacle}`, { date, last: words.day(last, 'dated') })}</span>
      </span>
      {obstacle === 'beyond' && endOn !== undefined && (
        <div>
          <ActionButton onPress={() => onEndOn(endOn)}>
            {words.t('series.endOn', { date: words.day(endOn, 'dated') })}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function StripCard({ one, ...props }: { one: StripRoom } & Omit<RoomStripsProps, 'rooms'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { room, verdict, strip, isChosen } = one;
  const free = verdict.dates.filter((date) => date === 'free').length;
  return (
    <li className={mergeClasses(styles.card, isChosen && styles.chosen)}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h4 className={styles.name}>
            <bdi>{room.name}</bdi>
          </h4>
          <RoomPlace room={room} />
          <span>{words.t('series.freeOn', { free: words.number(free), all: words.number(strip.length) })}</span>
        </div>
        <ActionButton
          appearance={isChosen ? 'secondary' : 'primary'}
          label={words.t(isChosen ? 'series.chosenNamed' : 'series.useRoomNamed', { room: room.name })}
          disabled={free === 0 || verdict.obstacle !== undefined}
          onPress={() => props.onUse(room)}
        >
          {words.t(isChosen ? 'series.chosen' : 'series.useRoom')}
        </ActionButton>
      </div>
      <DateStrip room={room.name} dates={strip} />
      <Obstacle one={one} {...props} />
      <span className={styles.limits}>{limitWords(one.limits, words)}</span>
    </li>
  );
}

export function RoomStrips({ rooms, ...props }: RoomStripsProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {rooms.map((one) => (
        <StripCard key={one.room.address} one={one} {...props} />
      ))}
    </ul>
  );
}

/** The reserved places of rooms that are being asked. */
export function StripPlaceholders(props: { readonly count: number; readonly label: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.list} role="status" aria-label={props.label}>
      {Array.from({ length: props.count }, (_, index) => (
        <Skeleton key={index} className={styles.card} aria-hidden aria-label="">
          <SkeletonItem size={16} style={{ width: '45%' }} />
          <SkeletonItem size={32} />
          <SkeletonItem size={12} style={{ width: '75%' }} />
        </Skeleton>
      ))}
    </div>
  );
}
