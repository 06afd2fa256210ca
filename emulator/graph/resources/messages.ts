/** `/me/messages`: the inbox: what rooms wrote, and what lies in Outlook. */
import { listColleagueMail } from '../../mailbox/colleague-mail.ts';
import { fromImmutableId, isImmutableId, toImmutableId } from '../../mailbox/ids.ts';
import type { MailAddress, MailMessage } from '../../mailbox/mailbox.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { itemNotFound, malformedId } from '../graph-error.ts';
import { answerObject, answerObjects } from '../odata/answer-collection.ts';

const toRecipient = ({ name, address }: MailAddress): object => ({ emailAddress: { name, address } });

function toMessageJson({ id, subject, text, from, to, receivedMs }: MailMessage): Record<string, unknown> {
  const at = `${new Date(receivedMs).toISOString().slice(0, 19)}Z`;
  return {
    ...{ id, createdDateTime: at, lastModifiedDateTime: at, receivedDateTime: at, sentDateTime: at, categories: [] },
    ...{ hasAttachments: false, subject, bodyPreview: text.slice(0, 255), importance: 'normal', isRead: false },
    ...{ isDraft: false, body: { contentType: 'text', content: text } },
    ...{ sender: toRecipient(from), from: toRecipient(from), toRecipients: [toRecipient(to)] },
    ...{ ccRecipients: [], bccRecipients: [], replyTo: [] },
  };
}

/** The newest first, as the inbox shows them. */
function listMessages(call: Call): readonly MailMessage[] {
  const all = [...requireMailbox(call).messages].reverse();
  return [...all, ...listColleagueMail(call.world, call.person)].sort((a, b) => b.receivedMs - a.receivedMs);
}

/** With ids as the caller wants them. */
function toCallerJson(call: Call, message: MailMessage): Record<string, unknown> {
  const json = toMessageJson(message);
  return call.prefer.hasImmutableIds ? { ...json, id: toImmutableId(message.id) } : json;
}

function requireMessage(call: Call): MailMessage {
  const id = call.params['messageId'] ?? '';
  const usual = isImmutableId(id) ? fromImmutableId(id) : id;
  const message = listMessages(call).find((one) => one.id === usual);
  if (message !== undefined) return message;
  throw /^AAMk[\w-]+=$/.test(usual) ? itemNotFound() : malformedId();
}

const context = (call: Call): string => `users('${call.person.objectId}')/messages`;
const base = { method: 'GET', area: 'outlook', typeName: 'message' } as const;

export const messageRoutes: readonly Route[] = [
  {
    ...base,
    path: '/me/messages',
    allowed: ['$select', '$filter', '$orderby', '$top', '$skip', '$count'],
    handle: (call) => {
      const messages = listMessages(call).map((message) => toCallerJson(call, message));
      return answerObjects(call, messages, { context: context(call), defaultTop: 10 });
    },
  },
  {
    ...base,
    path: '/me/messages/{messageId}',
    allowed: ['$select'],
    isSingle: true,
    handle: (call) => answerObject(call, toCallerJson(call, requireMessage(call)), `${context(call)}/$entity`),
  },
];
