/** One call on its way through Graph: who asks what of which tenant, with the query and preferences read. */
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { SeededWorld } from '../seed/seeded-world.ts';
import type { Person } from '../world.ts';
import { accessDenied, itemNotFound, mailboxNotEnabled } from './graph-error.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import type { QueryOptions, QueryRules } from './odata/query-options.ts';
import type { Preferences } from './prefer.ts';

export interface Call {
  readonly world: SeededWorld;
  readonly request: GraphRequest;
  readonly person: Person;
  /** Values of the template's `{…}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOptions;
  readonly prefer: Preferences;
}

/** Whose way of saying no a path has. */
export type Area = 'outlook' | 'directory' | 'teams' | 'shifts';

export interface Route extends QueryRules {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `{name}` stands for one segment, `name(a={a},b={b})` for a function's call. */
  readonly path: string;
  /** The published table's path where it is another than this one's. */
  readonly permission?: string;
  readonly area: Area;
  /** Answers one thing, whose properties may be asked one by one: `/me/displayName`. */
  readonly isSingle?: boolean;
  readonly handle: (call: Call) => GraphAnswer;
}

/** The caller's own mailbox. A guest or an unlicensed person has none. */
function requireOwnMailbox({ world, person }: Call): Mailbox {
  const mailbox = person.mail === null ? undefined : world.mailboxes.findByObjectId(person.objectId);
  if (mailbox === undefined) throw mailboxNotEnabled();
  return mailbox;
}

/** The mailbox a path is about: one's own, or under `/users/{userId}` one that its owner opened to the caller. */
export function requireMailbox(call: Call): Mailbox {
  const id = call.params['userId'];
  if (id === undefined) return requireOwnMailbox(call);
  const address = call.world.people.get(id)?.mail ?? id;
  const mailbox = call.world.mailboxes.find(address);
  if (mailbox === undefined || mailbox.tenantId !== call.person.tenantId) throw itemNotFound();
  if (!mailbox.delegates.has(call.person.mail?.toLowerCase() ?? '')) throw accessDenied();
  return mailbox;
}

export const noContent = (status: 202 | 204): GraphAnswer => ({ status, headers: {} });
