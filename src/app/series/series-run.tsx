/** A series under way: how each of its dates stands, and what becomes of those that were refused. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { toRoomLimits } from '../../domain/series/room-limits.ts';
import type { DateState } from '../../domain/series/read-date-states.ts';
import type { DateChoice, SeriesDate } from '../../domain/series/series-wish.ts';
import { DateChoices } from '../../ui/series/date-choices.tsx';
import { SeriesDates } from '../../ui/series/series-dates.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { useBooking } from '../book/use-booking.ts';
import { useFreeBusy } from '../book/use-free-busy.ts';
import type { Services } from '../services.ts';
import { type PlannedDate, toDateOptions } from './series-plan.ts';
import { toSeriesSpan } from './use-series-rooms.ts';

export interface SeriesRunProps {
  readonly services: Pick<Services, 'readLongFreeBusy' | 'now'>;
  readonly booking: Booking;
  /** Other rooms that were looked at. */
  readonly others: readonly Room[];
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

const MOST_OTHERS = 19;

interface RefusedProps extends SeriesRunProps {
  readonly main: Room;
  readonly dates: readonly DateState[];
  readonly wishes: readonly SeriesDate[];
  readonly isHeld: boolean;
}

/** Their calendars are read anew: what was free before has just been refused. */
function useOptions({ services, others, main, dates, wishes }: RefusedProps, decided: ReadonlyMap<string, DateChoice>) {
  const { clock } = useWords();
  const span = useMemo(() => toSeriesSpan(wishes), [wishes]);
  const asked = useMemo(
    () => [main, ...others.filter(({ address }) => address !== main.address).slice(0, MOST_OTHERS)],
    [main, others],
  );
  const busy = useFreeBusy(services.readLongFreeBusy, () => asked.map(({ address }) => address), span);
  const limits = toRoomLimits(undefined);
  const rooms = asked.map((room) => ({
    ...{ room, limits, verdict: { dates: [] } },
    freeBusy: busy.answers.get(room.address.toLowerCase()),
  }));
  const [first] = rooms;
  if (first === undefined) return [];
  const refused = wishes.filter((_, index) => ['declined', 'amiss'].includes(dates[index]?.answer ?? ''));
  return refused.map((one) => {
    const planned: PlannedDate = { ...one, choice: decided.get(one.date.toString()) };
    const options = toDateOptions(planned, { main: first, rooms, zone: clock.zone, now: services.now() });
    // it has just been refused, whatever its calendar shows
    return { ...options, isMainFree: false };
  });
}

function RefusedDates(props: RefusedProps): ReactNode {
  const { booking, wishes, isHeld } = props;
  const { t } = useWords();
  const [decided, setDecided] = useState<ReadonlyMap<string, DateChoice>>(new Map());
  const options = useOptions(props, decided);
  const isReady = options.every(({ choice }) => choice !== undefined);
  return (
    <>
      <Notice intent="warning">{t(isHeld ? 'series.resolve.held' : 'series.resolve.nothing')}</Notice>
      <DateChoices
        dates={options}
        onChoose={(date, choice) => setDecided(new Map([...decided, [date.toString(), choice]]))}
      />
      <div>
        <ActionButton
          appearance="primary"
          disabled={!isReady}
          onPress={() =>
            booking.resolve?.(wishes.map((one) => ({ ...one, choice: decided.get(one.date.toString()) ?? one.choice })))
          }
        >
          {t('series.resolve.go')}
        </ActionButton>
      </div>
    </>
  );
}

export function SeriesRun(props: SeriesRunProps): ReactNode {
  const { booking } = props;
  const styles = useStyles();
  const state = useBooking(booking);
  const dates = booking.dates?.() ?? [];
  const wishes = booking.wishes?.() ?? [];
  if (state === undefined || dates.length === 0) return null;
  if (['declined', 'cancelled', 'releasing'].includes(state.phase)) return null;
  return (
    <div className={styles.root}>
      {state.phase === 'resolving' && (
        <RefusedDates {...{ ...props, dates, wishes, main: state.room }} isHeld={state.eventId !== undefined} />
      )}
      <SeriesDates dates={dates} />
    </div>
  );
}
