/** Rooms for a series: every date against every room, the plan that comes of it, and what is decided date by date. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { listClockSpans } from '../../domain/series/list-clock-spans.ts';
import type { Occurrence } from '../../domain/series/expand-series.ts';
import { toRecurrence } from '../../domain/series/recurrence.ts';
import type { Repeat } from '../../domain/series/repeat.ts';
import { toHorizon } from '../../domain/series/room-limits.ts';
import { fitsSeriesMark } from '../../domain/series/series-mark.ts';
import type { DateChoice, SeriesWish } from '../../domain/series/series-wish.ts';
import { toIanaZone } from '../../domain/time/zones.ts';
import { isCompleteAddress } from '../../ui/booking/parse-people.ts';
import { TypedRoom } from '../../ui/rooms/typed-room.tsx';
import { ClockNote } from '../../ui/series/clock-note.tsx';
import { RoomStrips, type StripRoom, StripPlaceholders } from '../../ui/series/room-strips.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { PlanSection } from './plan-section.tsx';
import { findOtherZone } from './find-other-zone.ts';
import { listPlannedRooms, type PlanWay, planSeries, type SeriesPlan, toSeriesDates } from './series-plan.ts';
import { type SeriesRoom, type SeriesRooms, useSeriesRooms } from './use-series-rooms.ts';

export interface SeriesRoomsScreenProps {
  readonly services: Pick<Services, 'readLongFreeBusy' | 'findRoomRule' | 'now'>;
  readonly context: AgendaContext;
  readonly list: readonly Room[] | undefined;
  readonly request: RoomRequest;
  readonly repeat: Repeat;
  readonly occurrences: readonly Occurrence[];
  readonly edition: number;
  /** What else was typed can be sent. */
  readonly canBook: boolean;
  readonly onEndOn: (date: Temporal.PlainDate) => void;
  readonly onReview: (series: SeriesWish, room: Room, alternatives: readonly Room[]) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The card of one room: its strip, and where a series of it would have to end. */
function toStripRoom(
  one: SeriesRoom,
  known: Pick<SeriesRoomsScreenProps, 'occurrences' | 'context'> & {
    readonly planned: readonly (string | undefined)[];
    readonly otherClock: ReadonlySet<string>;
    readonly isChosen: boolean;
    readonly now: Temporal.Instant;
  },
): StripRoom {
  const { occurrences, planned, otherClock, isChosen, now } = known;
  const horizon = toHorizon(one.limits, now);
  const within = occurrences.filter(({ end }) => Temporal.Instant.compare(end, horizon) <= 0);
  return {
    ...{ room: one.room, verdict: one.verdict, limits: one.limits, horizon, isChosen },
    endOn: within.length > 1 ? within.at(-1)?.date : undefined,
    strip: occurrences.map(({ date }, index) => ({
      date,
      verdict: one.verdict.dates[index] ?? 'pending',
      isOtherClock: otherClock.has(date.toString()),
      isChosen: planned[index] === one.room.address,
    })),
  };
}

/** Dates after the first span of clocks. */
function useClocks({ occurrences, context }: SeriesRoomsScreenProps) {
  const { zone } = context.mailbox;
  return useMemo(() => {
    const otherZone = findOtherZone(zone);
    const spans = listClockSpans(occurrences, zone, otherZone);
    const [first] = spans;
    const later = occurrences.filter(
      ({ date }) => first !== undefined && Temporal.PlainDate.compare(date, first.until) > 0,
    );
    return { spans, otherZone, otherClock: new Set(later.map(({ date }) => date.toString())) };
  }, [occurrences, zone]);
}

/** The way chosen, and the decisions made on it; both begin anew with other dates. */
function useDecisions(props: SeriesRoomsScreenProps, rooms: readonly SeriesRoom[]) {
  const { occurrences } = props;
  const [chosen, setChosen] = useState<PlanWay>();
  const [held, setHeld] = useState<{ readonly of: unknown; readonly decided: ReadonlyMap<string, DateChoice> }>();
  const decided = useMemo(
    () => (held?.of === occurrences ? held.decided : new Map()),
    [held, occurrences],
  ) as ReadonlyMap<string, DateChoice>;
  const best = rooms[0]?.room.address ?? '';
  const isThere = chosen?.kind === 'fewest' || rooms.some(({ room }) => room.address === chosen?.address);
  const way: PlanWay = chosen !== undefined && isThere ? chosen : { kind: 'one', address: best };
  // the way is a new object each time it is not chosen
  const address = way.kind === 'one' ? way.address : undefined;
  const plan = useMemo(() => {
    const kept: PlanWay = address === undefined ? { kind: 'fewest' } : { kind: 'one', address };
    return planSeries({ rooms, occurrences, way: kept, decided });
  }, [rooms, occurrences, address, decided]);
  return {
    ...{ plan, way },
    choose: (next: PlanWay): void => {
      setChosen(next);
      setHeld(undefined);
    },
    decide: (changes: readonly (readonly [Temporal.PlainDate, DateChoice])[]): void =>
      setHeld({
        of: occurrences,
        decided: new Map([...decided, ...changes.map(([date, choice]) => [date.toString(), choice] as const)]),
      }),
  };
}

function Asked({ found, children }: { readonly found: SeriesRooms; readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  if (found.isAsking) return <StripPlaceholders count={3} label={t('series.rooms.asking')} />;
  if (found.rooms.length === 0) return <span>{t('series.rooms.none')}</span>;
  return (
    <>
      {found.failure !== undefined && (
        <Notice
          intent="warning"
          title={t('rooms.busyFailed')}
          actions={<ActionButton onPress={found.again}>{t('action.retry')}</ActionButton>}
        >
          <FailureLine failure={found.failure} />
        </Notice>
      )}
      {children}
    </>
  );
}

/** A typed room that the directory knows is that room, with its size and rules. */
function findTyped(address: string, list: readonly Room[] = []): Room {
  const known = list.find((room) => room.address.toLowerCase() === address.toLowerCase());
  return known ?? { address, name: address, bookingType: 'unknown', equipment: [], tags: [] };
}

const FIRST_CARDS = 4;

function toWish({ context, repeat, occurrences }: SeriesRoomsScreenProps, plan: SeriesPlan): SeriesWish | undefined {
  const dates = toSeriesDates(plan);
  const days = occurrences.map(({ date }) => date);
  const { graphZone, zone } = context.mailbox;
  const zoneName = toIanaZone(graphZone) === undefined ? zone : graphZone;
  return dates && { recurrence: toRecurrence(repeat, days, zoneName), dates };
}

export function SeriesRoomsScreen(props: SeriesRoomsScreenProps): ReactNode {
  const { services, occurrences, context, onReview, onEndOn } = props;
  const styles = useStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState<readonly Room[]>([]);
  const [cards, setCards] = useState(FIRST_CARDS);
  const found = useSeriesRooms({ ...props, typed });
  const { rooms } = found;
  const { plan, way, choose, decide } = useDecisions(props, rooms);
  const { spans, otherZone, otherClock } = useClocks(props);
  const planned = listPlannedRooms(plan);
  const now = services.now();
  const strips = rooms.map((one) => {
    const isChosen = way.kind === 'one' && way.address === one.room.address;
    return toStripRoom(one, { occurrences, context, planned, otherClock, isChosen, now });
  });
  const inPlan = new Set(planned);
  const shown = strips.filter(({ room }, index) => index < cards || inPlan.has(room.address));
  const last = occurrences.at(-1)?.date;
  const wish = plan.main === undefined ? undefined : toWish(props, plan);
  const fewest = useMemo(
    () => planSeries({ rooms, occurrences, way: { kind: 'fewest' }, decided: new Map() }),
    [rooms, occurrences],
  );
  return (
    <div className={styles.root}>
      <ClockNote spans={spans} otherZone={otherZone} occurrences={occurrences} />
      <Asked found={found}>
        <div className={styles.ways}>
          <ActionButton
            appearance={way.kind === 'fewest' ? 'secondary' : 'primary'}
            disabled={fewest.main === undefined}
            onPress={() => choose({ kind: 'fewest' })}
          >
            {t('series.fewest')}
          </ActionButton>
          <span className={styles.hint}>{t('series.fewestHint', { count: fewest.changes })}</span>
        </div>
        {last !== undefined && (
          <RoomStrips
            rooms={shown}
            last={last}
            onUse={({ address }) => choose({ kind: 'one', address })}
            onEndOn={onEndOn}
          />
        )}
        {(found.hasMore || strips.length > shown.length) && (
          <div>
            <ActionButton
              onPress={() => {
                if (strips.length <= cards) found.more();
                setCards(cards + FIRST_CARDS);
              }}
            >
              {t('series.rooms.more')}
            </ActionButton>
          </div>
        )}
        <PlanSection
          plan={plan}
          rooms={rooms}
          zone={context.mailbox.zone}
          now={now}
          isTooMuch={wish !== undefined && !fitsSeriesMark(wish)}
          canReview={props.canBook && wish !== undefined && fitsSeriesMark(wish)}
          onDecide={decide}
          onReview={() => {
            if (wish === undefined || plan.main === undefined) return;
            const others = rooms.filter((one) => one !== plan.main).map(({ room }) => room);
            onReview(wish, plan.main.room, others);
          }}
        />
      </Asked>
      <Unfold label={t('rooms.typedTitle')}>
        <TypedRoom
          canBook
          isAddress={isCompleteAddress}
          isReserved={(address) => findTyped(address, props.list).bookingType === 'reserved'}
          onBook={(address) =>
            setTyped([findTyped(address, props.list), ...typed.filter((one) => one.address !== address)])
          }
        />
      </Unfold>
    </div>
  );
}
