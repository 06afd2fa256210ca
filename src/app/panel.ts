/** Which screen is open beside the agenda; a booking under way is never replaced by another. */
import { useCallback, useState } from 'react';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Booking } from '../domain/booking/booking.ts';

export type Panel =
  | { readonly kind: 'book'; readonly existing?: CalendarEvent }
  | { readonly kind: 'resume'; readonly event: CalendarEvent; readonly booking: Booking }
  | { readonly kind: 'profile' };

export interface PanelHandle {
  readonly panel: Panel | undefined;
  readonly open: (panel: Panel) => void;
  readonly close: () => void;
}

export function usePanel(): PanelHandle {
  const [panel, setPanel] = useState<Panel>();
  const open = useCallback((next: Panel) => {
    setPanel((current) => (current === undefined || current.kind === 'profile' ? next : current));
  }, []);
  const close = useCallback(() => setPanel(undefined), []);
  return { panel, open, close };
}
