/** `/cancel`, `/accept`, `/decline`, `/tentativelyAccept` of an event. */
import type { Answer } from '../../mailbox/mailbox.ts';
import { removeEvent, respond } from '../../mailbox/meeting-actions.ts';
import type { Call, Route } from '../call.ts';
import { noContent, requireMailbox } from '../call.ts';
import { invalidRequest } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { isRecord, readParameters } from '../model/check-body.ts';
import { readMoment } from './event-body.ts';
import { requireOwnView } from './events.ts';

function cancel(call: Call): GraphAnswer {
  const mailbox = requireMailbox(call);
  const view = requireOwnView(call, mailbox);
  readParameters(call.request.body, { Comment: 'String' });
  if (!view.event.isOrganizer) throw invalidRequest('You need to be an organizer to cancel a meeting.');
  removeEvent(call.world, mailbox, view);
  return noContent(202);
}

const ANSWER = { Comment: 'String', SendResponse: 'Boolean' };
const ANSWERS = [
  { action: 'accept', response: 'accepted', params: ANSWER },
  { action: 'decline', response: 'declined', params: { ...ANSWER, ProposedNewTime: 'timeSlot' } },
  { action: 'tentativelyAccept', response: 'tentativelyAccepted', params: { ...ANSWER, ProposedNewTime: 'timeSlot' } },
] as const;

function toProposed(slot: unknown): Pick<Answer, 'proposed'> {
  if (!isRecord(slot)) return {};
  return { proposed: { startMs: readMoment(slot['start']).ms, endMs: readMoment(slot['end']).ms } };
}

function answer(call: Call, { response, params }: (typeof ANSWERS)[number]): GraphAnswer {
  const mailbox = requireMailbox(call);
  const view = requireOwnView(call, mailbox);
  const { SendResponse, ProposedNewTime } = readParameters(call.request.body, params);
  if (view.event.isOrganizer)
    throw invalidRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  respond(call.world, mailbox, view, { response, isSent: SendResponse !== false, ...toProposed(ProposedNewTime) });
  return noContent(202);
}

const base = { area: 'outlook', typeName: 'event', method: 'POST', allowed: [] } as const;

const toAnswerRoutes = (home: string): Route[] =>
  ANSWERS.map((one) => ({
    ...base,
    path: `${home}/events/{eventId}/${one.action}`,
    handle: (call: Call) => answer(call, one),
  }));

export const eventActionRoutes: readonly Route[] = [
  ...['/me', '/me/calendar', '/me/calendars/{calendarId}'].flatMap((home): Route[] => [
    { ...base, path: `${home}/events/{eventId}/cancel`, handle: cancel },
    ...toAnswerRoutes(home),
  ]),
  // an approver answers for a room
  ...toAnswerRoutes('/users/{userId}'),
];
