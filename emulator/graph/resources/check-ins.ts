/** `/places/{id}/checkIns`: somebody came to the meeting that holds a room. */
import { addCheckIn, findCheckIn, type CheckIn } from '../../mailbox/check-ins.ts';
import { findOnDate, findView, listViews, toView } from '../../mailbox/event-views.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { findByMeeting } from '../../mailbox/mailbox-store.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { invalidRequest, itemNotFound } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { readBody } from '../model/check-body.ts';
import { answerObject } from '../odata/answer-collection.ts';
import { requirePlace } from './places.ts';

const DAY_MS = 86_400_000;

function requireRoom(call: Call): Mailbox {
  const address = requirePlace(call).json['emailAddress'];
  const room = typeof address === 'string' ? call.world.mailboxes.find(address) : undefined;
  if (room?.kind !== 'room') throw itemNotFound();
  return room;
}

function answerCheckIn(call: Call, { calendarEventId, method, atMs }: CheckIn): GraphAnswer {
  const json = { calendarEventId, checkInMethod: method, createdDateTime: new Date(atMs).toISOString() };
  return answerObject(call, json, `places('${call.params['placeId'] ?? ''}')/checkIns/$entity`);
}

function postCheckIn(call: Call): GraphAnswer {
  const room = requireRoom(call);
  const { calendarEventId, checkInMethod } = readBody(call.request.body, 'checkInClaim');
  if (typeof calendarEventId !== 'string') throw invalidRequest('The property calendarEventId is missing.');
  // Microsoft's page refers to the event's iCalUId; its id is taken as well
  const mailbox = requireMailbox(call);
  const nowMs = call.world.clock.now();
  const near = listViews(mailbox, { startMs: nowMs - DAY_MS, endMs: nowMs + DAY_MS });
  const view = near.find(({ iCalUId }) => iCalUId === calendarEventId) ?? findView(mailbox, calendarEventId);
  const copy = view === undefined ? undefined : findByMeeting(room, view.event.meetingId);
  const date = view?.originalDate;
  const held = copy === undefined || date === undefined ? copy && toView(copy) : findOnDate(room, copy, date);
  if (held === undefined) throw itemNotFound();
  const method = typeof checkInMethod === 'string' ? checkInMethod : 'unspecified';
  const checkIn: CheckIn = { calendarEventId, method, atMs: call.world.clock.now() };
  addCheckIn(room, held, checkIn);
  return { ...answerCheckIn(call, checkIn), status: 201 };
}

function getCheckIn(call: Call): GraphAnswer {
  const found = findCheckIn(requireRoom(call), call.params['calendarEventId'] ?? '');
  if (found === undefined) throw itemNotFound();
  return answerCheckIn(call, found);
}

const base = { area: 'outlook', typeName: 'checkInClaim', allowed: [] } as const;

export const checkInRoutes: readonly Route[] = [
  { ...base, method: 'POST', path: '/places/{placeId}/checkIns', handle: postCheckIn },
  { ...base, method: 'GET', path: '/places/{placeId}/checkIns/{calendarEventId}', handle: getCheckIn },
];
