/** What a day stands on: its shifts, the night shift that still runs into it, or the word that none is known. */
import {
  ArrowSwapRegular,
  CalendarEmptyRegular,
  HandRightRegular,
  QuestionCircleRegular,
  WeatherMoonRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Interval } from '../../domain/time/intervals.ts';
import type { OpenShift } from '../../domain/shifts/open-shift.ts';
import { ShiftBand } from './shift-band.tsx';
import styles from './day-ground.module.css';

export interface DayGroundProps {
  readonly day: AgendaDay;
  /** Another source of shifts is still being asked: its place is kept. */
  readonly isPending: boolean;
}

export function DayGround({ day, isPending }: DayGroundProps): ReactNode {
  const words = useWords();
  return (
    <div className={styles.root}>
      {day.carriedOver.map((shift) => (
        <div key={shift.id} className={styles.note}>
          <span className={styles.icon}>
            <WeatherMoonRegular aria-hidden />
          </span>
          {words.t('shift.carriedOver', {
            day: words.day(words.dateOf(shift.start), 'short'),
            time: words.time(shift.end),
          })}
        </div>
      ))}
      {day.shifts.map((shift) => (
        <ShiftBand key={shift.id} shift={shift} />
      ))}
      <DayNotes day={day} />
      {day.offers.map((offer) => (
        <OfferLine key={offer.id} offer={offer} />
      ))}
      {day.shifts.length === 0 && isPending && <div className={styles.place} data-testid="shift-place" />}
      {day.shifts.length === 0 && !isPending && (
        <div className={styles.note}>
          <span className={styles.icon}>
            <QuestionCircleRegular aria-hidden />
          </span>
          {words.t('shift.none')}
        </div>
      )}
    </div>
  );
}

/** An offer is not mine: no band, and a word that says so. */
function OfferLine({ offer }: { readonly offer: OpenShift }): ReactNode {
  const words = useWords();
  const { label, building = '' } = offer;
  return (
    <div className={styles.note} data-offer={offer.id}>
      <span className={styles.icon}>
        <HandRightRegular aria-hidden />
      </span>
      <span>
        {words.t('shift.offer', { times: words.timeRange(offer.start, offer.end), slots: offer.slots })}
        {[offer.team, label, building]
          .filter((text) => text !== '')
          .map((text) => (
            <span key={text}>
              {' · '}
              <bdi>{text}</bdi>
            </span>
          ))}
      </span>
    </div>
  );
}

/** When I take over and hand over, and what is free between the events of my shift. */
function DayNotes({ day }: { readonly day: AgendaDay }): ReactNode {
  const words = useWords();
  const toTimes = ({ start, end }: Interval): string => words.timeRange(start, end);
  return (
    <>
      {day.handovers.map((handover) => (
        <div key={`${handover.kind} ${handover.start.toString()}`} className={styles.note}>
          <span className={styles.icon}>
            <ArrowSwapRegular aria-hidden />
          </span>
          {words.t(`handover.${handover.kind}`, { times: toTimes(handover) })}
        </div>
      ))}
      {day.free.length > 0 && (
        <div className={styles.note}>
          <span className={styles.icon}>
            <CalendarEmptyRegular aria-hidden />
          </span>
          {words.t('day.free', { times: words.list(day.free.map(toTimes)) })}
        </div>
      )}
    </>
  );
}
