/** Offers to finish or take back what an earlier visit left unsettled. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { HoldNoticeProps } from '../../ui/agenda/hold-notice.tsx';
import { type LoadScreen, LazyScreen } from '../lazy-screen.tsx';
import type { Services } from '../services.ts';
import type { Hold } from './agenda-model.ts';
import { uniqueHolds } from './unique-holds.ts';
import { useFarHolds } from './use-far-holds.ts';

/** Hardly anybody has one: its code comes with the first. */
const loadHoldNotice: LoadScreen<HoldNoticeProps> = async () =>
  (await import(/* webpackChunkName: "booking" */ '../../ui/agenda/hold-notice.tsx')).HoldNotice;

export interface HoldNoticesProps {
  readonly services: Services;
  readonly holds: readonly Hold[];
  /** Where the days that the agenda shows end. */
  readonly until: Temporal.Instant;
  readonly onResume: (event: CalendarEvent, booking: Booking) => void;
  /** The hold is none any more. */
  readonly onGone: () => void;
}

export function HoldNotices({ services, holds, until, onResume, onGone }: HoldNoticesProps): ReactNode {
  const far = useFarHolds(services, until);
  const resume = (event: CalendarEvent): Booking | undefined => {
    const booking = services.resumeHold(event);
    if (booking === undefined) onGone();
    else onResume(event, booking);
    return booking;
  };
  return uniqueHolds([...holds, ...far]).map(({ event, mark }) =>
    event.time.kind === 'timed' ? (
      <LazyScreen
        key={event.id}
        isQuiet
        load={loadHoldNotice}
        screenProps={{
          ...{ subject: mark.subject, start: event.time.start, isExisting: mark.existing },
          ...{ onFinish: () => void resume(event), onTakeBack: () => resume(event)?.cancel() },
        }}
      />
    ) : null,
  );
}
