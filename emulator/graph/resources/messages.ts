/** `/me/messages`: the inbox, as far as rooms write to it. */
import type { MailAddress, MailMessage } from '../../mailbox/mailbox.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { itemNotFound } from '../graph-error.ts';
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

const context = (call: Call): string => `users('${call.person.objectId}')/messages`;
const base = { method: 'GET', area: 'outlook', typeName: 'message' } as const;

export const messageRoutes: readonly Route[] = [
  {
    ...base,
    path: '/me/messages',
    allowed: ['$select', '$filter', '$orderby', '$top', '$skip', '$count'],
    // the newest first, as the inbox shows them
    handle: (call) =>
      answerObjects(call, requireMailbox(call).messages.map(toMessageJson).reverse(), {
        context: context(call),
        defaultTop: 10,
      }),
  },
  {
    ...base,
    path: '/me/messages/{messageId}',
    allowed: ['$select'],
    handle: (call) => {
      const message = requireMailbox(call).messages.find(({ id }) => id === call.params['messageId']);
      if (message === undefined) throw itemNotFound();
      return answerObject(call, toMessageJson(message), `${context(call)}/$entity`);
    },
  },
];
