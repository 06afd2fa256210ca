/** Presence: what somebody is doing now and where, told from calendar and work plan. */
import { listViews } from '../../mailbox/event-views.ts';
import { defaultCalendar } from '../../mailbox/mailbox.ts';
import type { Person } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { readParameters } from '../model/check-body.ts';
import { answerObject } from '../odata/answer-collection.ts';
import { requireColleague } from './users.ts';
import { sharingOf } from './work-plan-sharing.ts';

const MAX_IDS = 650;

/** Colleagues see what the person shares of it. */
function findWorkLocation({ world, person: asker }: Call, person: Person): object {
  const nowMs = world.clock.now();
  const plan = world.workPlans.get(person.objectId);
  const now = [...(plan?.occurrences.values() ?? [])].find(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs);
  const details = plan === undefined || asker === person ? 'specific' : sharingOf(plan);
  if (now === undefined || details === 'none')
    return { workLocationType: 'unspecified', placeId: null, source: 'none' };
  const placeId = details === 'specific' ? now.placeId : null;
  return { workLocationType: now.workLocationType, placeId, source: 'scheduled' };
}

function toPresenceJson(call: Call, person: Person): Record<string, unknown> {
  const { world } = call;
  const nowMs = world.clock.now();
  const mailbox = world.mailboxes.findByObjectId(person.objectId);
  const views =
    mailbox === undefined ? [] : listViews(mailbox, { startMs: nowMs, endMs: nowMs + 1 }, defaultCalendar(mailbox));
  const isBusy = views.some(({ event }) => event.showAs === 'busy' && !event.isCancelled);
  return {
    id: person.objectId,
    availability: isBusy ? 'Busy' : 'Available',
    activity: isBusy ? 'InAMeeting' : 'Available',
    statusMessage: null,
    outOfOfficeSettings: { message: null, isOutOfOffice: false },
    workLocation: findWorkLocation(call, person),
  };
}

function getPresences(call: Call): GraphAnswer {
  const { ids } = readParameters(call.request.body, { ids: 'String[]' });
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('The parameter ids is missing or empty.');
  if (ids.length > MAX_IDS) throw badRequest(`The number of ids exceeds the limit of ${MAX_IDS}.`);
  const value = (ids as string[]).flatMap((id) => {
    const person = call.world.people.get(id);
    return person === undefined || person.tenantId !== call.person.tenantId ? [] : [toPresenceJson(call, person)];
  });
  const context = 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)';
  return { status: 200, headers: {}, body: { '@odata.context': context, value } };
}

const base = { area: 'teams', typeName: 'presence' } as const;
const PRESENCE_CONTEXT = 'users/presence/$entity';

export const presenceRoutes: readonly Route[] = [
  {
    ...base,
    method: 'GET',
    path: '/me/presence',
    allowed: ['$select'],
    isSingle: true,
    handle: (call) => answerObject(call, toPresenceJson(call, call.person), PRESENCE_CONTEXT),
  },
  {
    ...base,
    method: 'GET',
    path: '/users/{userId}/presence',
    allowed: ['$select'],
    isSingle: true,
    handle: (call) => {
      const person = requireColleague(call, call.params['userId'] ?? '');
      // the table names Presence.Read for this path because oneself may be asked by it, too (platform facts D3)
      if (person !== call.person && !call.request.caller.scopes.has('Presence.Read.All'))
        throw new GraphError(403, 'Forbidden', 'Missing scope permissions on the request.');
      return answerObject(call, toPresenceJson(call, person), PRESENCE_CONTEXT);
    },
  },
  {
    ...base,
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    allowed: [],
    handle: getPresences,
  },
];
