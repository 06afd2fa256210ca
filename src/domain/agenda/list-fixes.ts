/** Decides what a person can do about a flag: each has at least one way to mend it. */
import type { AgendaFlag } from './agenda-day.ts';
import type { CalendarEvent } from './calendar-event.ts';

export type Fix =
  /** The organizer's: another time, with everybody listed who is mailed. */
  | 'move'
  /** An attendee's: another time is proposed to the organizer. */
  | 'proposeTime'
  /** An attendee's answer. */
  | 'answer'
  /** The organizer's: a link to join. */
  | 'moveOnline'
  /** An attendee's: the organizer is asked in a chat. */
  | 'askForLink'
  /** My place in the work plan, for today alone. */
  | 'changePlaceToday'
  /** Other days are changed in Outlook. */
  | 'openWorkHours'
  /** A room, another room, or a nearer one. */
  | 'bookRoom';

interface FixSetup {
  readonly event: CalendarEvent;
  /** The event stands on the day that the mailbox has now. */
  readonly isToday: boolean;
  /** The event is over: nobody is mailed about it any more. */
  readonly isOver: boolean;
}

/** First the one that mends it best. Nothing can be done about a meeting that is over. */
export function listFixes(flag: AgendaFlag, { event, isToday, isOver }: FixSetup): readonly Fix[] {
  if (isOver) return [];
  const { isOrganizer } = event;
  const otherTime: readonly Fix[] = isOrganizer
    ? ['move']
    : event.refusesProposals !== true
      ? ['proposeTime', 'answer']
      : ['answer'];
  switch (flag) {
    case 'roomDeclined':
      return isOrganizer ? ['bookRoom'] : ['answer'];
    case 'inPersonOnRemoteDay':
      return [isOrganizer ? 'moveOnline' : 'askForLink', isToday ? 'changePlaceToday' : 'openWorkHours'];
    case 'outsideShift':
    case 'doubleBooked':
      return otherTime;
    case 'travel':
      return isOrganizer ? ['moveOnline', 'move'] : otherTime;
    case 'otherBuilding':
      return isOrganizer ? ['bookRoom', 'move'] : otherTime;
    case 'noRoom':
      return ['bookRoom'];
    case 'unanswered':
      return ['answer'];
  }
}
