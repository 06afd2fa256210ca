/** Offers to finish or take back what an earlier visit left unsettled. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { HoldNotice } from '../../ui/agenda/hold-notice.tsx';
import type { Services } from '../services.ts';
import type { Hold } from './agenda-model.ts';

export interface HoldNoticesProps {
  readonly services: Services;
  readonly holds: readonly Hold[];
  readonly onResume: (event: CalendarEvent, booking: Booking) => void;
  /** The hold is none any more. */
  readonly onGone: () => void;
}

export function HoldNotices({ services, holds, onResume, onGone }: HoldNoticesProps): ReactNode {
  const resume = (event: CalendarEvent): Booking | undefined => {
    const booking = services.resumeHold(event);
    if (booking === undefined) onGone();
    else onResume(event, booking);
    return booking;
  };
  return holds.map(({ event, mark }) =>
    event.time.kind === 'timed' ? (
      <HoldNotice
        key={event.id}
        subject={mark.subject}
        start={event.time.start}
        isExisting={mark.existing}
        onFinish={() => void resume(event)}
        onTakeBack={() => resume(event)?.cancel()}
      />
    ) : null,
  );
}
