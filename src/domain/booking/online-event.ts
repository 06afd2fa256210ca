/** Makes the body of a meeting without a room: nobody has to be waited for, so that everybody is invited at once. */
import { MAX_SUBJECT, type EventCreate } from '../contract/event-write.ts';
import type { BookingRequest } from './booking.ts';
import { capText } from './cap-text.ts';
import { toTimes } from './event-bodies.ts';
import { isWritable, toWrittenAttendees, uniqueByAddress } from './written-attendees.ts';

export type OnlineRequest = Pick<
  BookingRequest,
  'subject' | 'start' | 'end' | 'graphZone' | 'organizerAddress' | 'people'
>;

/** Whom it mails: each once, me never. */
export const listOnlineInvitees = ({ people, organizerAddress }: OnlineRequest): OnlineRequest['people'] =>
  uniqueByAddress(people, [organizerAddress]).filter(({ address }) => isWritable(address));

/** `POST`: with a Teams meeting, and no place. `transactionId` is a UUID for each wish: however often it is sent, there is one event. */
export function toOnlineEvent(request: OnlineRequest, transactionId: string): EventCreate {
  return {
    subject: capText(request.subject, MAX_SUBJECT),
    ...toTimes(request),
    showAs: 'busy',
    attendees: toWrittenAttendees({ people: listOnlineInvitees(request) }),
    transactionId,
    ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
  };
}
