/** The Teams meeting of an event: made once, kept for good, and lost when its part of the body is overwritten. */
import type { MailboxEvent } from '../../mailbox/mailbox.ts';
import type { EventChange, EventDraft } from '../../mailbox/meeting-actions.ts';
import type { Call } from '../call.ts';
import { invalidRequest } from '../graph-error.ts';

type Json = Readonly<Record<string, unknown>>;
type Body = EventDraft['body'];

function checkProvider(body: Json): void {
  const provider = body['onlineMeetingProvider'];
  if (provider !== undefined && provider !== null && provider !== 'teamsForBusiness' && provider !== 'unknown')
    throw invalidRequest('The online meeting provider is not allowed in this calendar.');
}

const wantsMeeting = (body: Json): boolean => body['isOnlineMeeting'] === true;

function makeJoinUrl({ world, person }: Call): string {
  const thread = world.ids.guid('meeting-thread', world.ids.next('thread')).replaceAll('-', '');
  const context = encodeURIComponent(JSON.stringify({ Tid: person.tenantId, Oid: person.objectId }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

function withInvitation({ contentType, content }: Body, joinUrl: string): Body {
  const text =
    contentType === 'html' ? content : content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    contentType: 'html',
    content: `<html><body>${text}<br><div>________________</div><div>Microsoft Teams meeting</div><a href="${joinUrl}">Join the meeting now</a></body></html>`,
  };
}

export function addOnlineMeeting(call: Call, draft: EventDraft, body: Json): EventDraft {
  checkProvider(body);
  if (!wantsMeeting(body)) return draft;
  const joinUrl = makeJoinUrl(call);
  return { ...draft, isOnlineMeeting: true, joinUrl, body: withInvitation(draft.body, joinUrl) };
}

/** `isOnlineMeeting: false` changes nothing; a body without the join link ends the meeting (event: update). */
export function keepOnlineMeeting(call: Call, before: MailboxEvent, change: EventChange, body: Json): EventChange {
  checkProvider(body);
  if (before.joinUrl !== null) {
    const isLost = change.body !== undefined && !change.body.content.includes(before.joinUrl);
    return isLost ? { ...change, isOnlineMeeting: false, joinUrl: null } : change;
  }
  if (!wantsMeeting(body)) return change;
  const joinUrl = makeJoinUrl(call);
  return { ...change, isOnlineMeeting: true, joinUrl, body: withInvitation(change.body ?? before.body, joinUrl) };
}
