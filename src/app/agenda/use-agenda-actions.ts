/** What a person can do from the agenda, with what mends each flag here and now. */
import { useCallback, useMemo } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type Fix, listFixes } from '../../domain/agenda/list-fixes.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import type { AgendaActions } from '../../ui/agenda/agenda-actions.ts';
import { toChatLink, WORK_HOURS_URL } from '../colleagues/deep-links.ts';
import type { Services } from '../services.ts';
import { type AgendaModel, isBookable } from './agenda-model.ts';

interface ActionSetup {
  readonly services: Services;
  readonly model: AgendaModel;
  readonly today: Temporal.PlainDate;
  readonly onBookRoom: (event: CalendarEvent) => void;
  readonly onManage: (event: CalendarEvent) => void;
  readonly onFix: (event: CalendarEvent, fix: Fix) => void;
}

function isOver({ time }: CalendarEvent, now: Temporal.Instant): boolean {
  return time.kind === 'timed' && time.end.epochMilliseconds <= now.epochMilliseconds;
}

export function useAgendaActions(setup: ActionSetup, onToggle: (key: string) => void) {
  const { services, model, today, onBookRoom, onManage, onFix } = setup;
  const canBook = useCallback(
    (entry: AgendaEntry) => isBookable(entry, model.whole, services.now()),
    [model, services],
  );
  const actions = useMemo((): AgendaActions => {
    const { openLink } = services.host;
    const { calendars } = model.whole;
    const canDo = (fix: Fix, entry: AgendaEntry): boolean => {
      if (fix === 'bookRoom') return canBook(entry);
      if (fix === 'askForLink') return (entry.event.organizer?.address ?? '') !== '';
      return entry.event.holdMark === undefined;
    };
    return {
      ...{ onToggle, onOpenLink: openLink, onBookRoom, onManage },
      calendarOf: ({ event }) =>
        calendars.length < 2 ? undefined : calendars.find(({ id }) => id === event.calendarId),
      listFixes: (entry, flag) => {
        const { event, date } = entry;
        const asked = { event, isToday: date.equals(today), isOver: isOver(event, services.now()) };
        return listFixes(flag, asked).filter((fix) => canDo(fix, entry));
      },
      onFix: ({ entry: { event }, fix }) => {
        if (fix === 'bookRoom') onBookRoom(event);
        else if (fix === 'openWorkHours') openLink(WORK_HOURS_URL);
        else if (fix === 'askForLink') openLink(toChatLink([event.organizer?.address ?? '']));
        // where a room has to say yes again, its own form looks after that
        else if (fix === 'move' && listHeldRooms(event).length > 0) onManage(event);
        else onFix(event, fix);
      },
    };
  }, [services, model, today, onToggle, onBookRoom, onManage, onFix, canBook]);
  return { actions, canBook };
}
