/** Which screen is open beside the agenda; a booking under way is never replaced by another. */
import { useCallback, useState } from 'react';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Fix } from '../domain/agenda/list-fixes.ts';
import type { Booking, Invitee } from '../domain/booking/booking.ts';
import type { PlannedMeeting } from './planning/planned-meeting.ts';
import type { PlanSoFar } from './planning/use-plan.ts';
import type { AgendaContext } from './screens.ts';

export type Panel =
  | {
      readonly kind: 'book';
      readonly existing?: CalendarEvent;
      readonly people?: readonly Invitee[];
      readonly planned?: PlannedMeeting;
      /** The plan it comes from. */
      readonly soFar?: PlanSoFar;
    }
  | { readonly kind: 'plan'; readonly people?: readonly Invitee[]; readonly soFar?: PlanSoFar }
  | { readonly kind: 'roomNow' }
  | { readonly kind: 'resume'; readonly event: CalendarEvent; readonly booking: Booking }
  | { readonly kind: 'bookings'; readonly eventId?: string }
  | {
      readonly kind: 'fix';
      readonly event: CalendarEvent;
      readonly fix: Fix;
      /** My shifts and events around it, where it was found outside of the agenda's days. */
      readonly around?: Pick<AgendaContext, 'shifts' | 'events'>;
    }
  | { readonly kind: 'whoIsIn' }
  | { readonly kind: 'profile' };

/** A booking may be under way in them; one that runs in another screen goes on by itself. */
const BUSY: readonly Panel['kind'][] = ['book', 'roomNow', 'resume'];

export interface PanelHandle {
  readonly panel: Panel | undefined;
  readonly open: (panel: Panel) => void;
  /** From one screen straight to another. */
  readonly replace: (panel: Panel) => void;
  readonly close: () => void;
}

export function usePanel(): PanelHandle {
  const [panel, setPanel] = useState<Panel>();
  const open = useCallback((next: Panel) => {
    setPanel((current) => (current !== undefined && BUSY.includes(current.kind) ? current : next));
  }, []);
  const close = useCallback(() => setPanel(undefined), []);
  return { panel, open, replace: setPanel, close };
}
