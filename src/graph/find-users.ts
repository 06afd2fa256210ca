/** Colleagues of the directory: those known by id or address already, and those whose name begins as somebody typed. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import type { Colleague } from '../domain/shifts/colleague.ts';
import { askAll } from './ask-all.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { type Rows, parseRows, toSelect } from './parse-answer.ts';

/** The directory takes so many alternatives in one filter. */
const ALTERNATIVES = 15;
const FOUND = 10;

const user = v.object({
  id: v.string(),
  displayName: v.nullish(v.string(), ''),
  mail: v.nullish(v.string(), ''),
  userPrincipalName: v.nullish(v.string(), ''),
});

const parseUsers = (body: unknown): Rows<Colleague> =>
  parseRows(user, body, ({ id, displayName, mail, userPrincipalName }) => ({
    objectId: id,
    name: displayName || mail || userPrincipalName,
    address: mail,
    // a guest's name in the directory tells so
    isExternal: /#ext#/i.test(userPrincipalName),
  }));

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function toFilterCalls(name: 'id' | 'mail', values: readonly string[]): readonly GraphCall[] {
  const calls: GraphCall[] = [];
  for (let at = 0; at < values.length; at += ALTERNATIVES) {
    const part = values.slice(at, at + ALTERNATIVES);
    const filter = part.map((value) => `${name} eq ${quote(value)}`).join(' or ');
    const path = `/users?$filter=${encodeURIComponent(filter)}&$select=${toSelect(user)}&$top=${ALTERNATIVES}`;
    calls.push({ method: 'GET', path });
  }
  return calls;
}

/** An address that a filter of ours can't say is not asked for. */
const WRITABLE = /^[A-Za-z0-9._+'-]{1,64}@[A-Za-z0-9.-]{1,255}$/;

/** Whom the directory does not know is missing. Throws where nothing was answered. */
export async function findUsers(
  graph: Graph,
  { ids = [], addresses = [] }: { readonly ids?: readonly string[]; readonly addresses?: readonly string[] },
  options?: CallOptions,
): Promise<readonly Colleague[]> {
  const mails = addresses.filter((address) => WRITABLE.test(address));
  const answers = await askAll(graph, [...toFilterCalls('id', ids), ...toFilterCalls('mail', mails)], options);
  const failure = answers.find((answer) => answer instanceof Failure);
  if (failure instanceof Failure) throw failure;
  return answers.flatMap((answer) => (answer instanceof Failure ? [] : parseUsers(answer.body).rows));
}

/** What may stand in a search; everything else is dropped, so that nothing typed becomes an operator. */
export const toSearchWord = (typed: string): string =>
  typed
    .replaceAll(/["\\:()]/gu, ' ')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 64);

export function usersSearchCall(word: string): GraphCall {
  const search = encodeURIComponent(`"displayName:${word}" OR "mail:${word}"`);
  return {
    method: 'GET',
    path: `/users?$search=${search}&$select=${toSelect(user)}&$top=${FOUND}`,
    headers: { ConsistencyLevel: 'eventual' },
  };
}

/** Who has no mailbox can't be invited. */
export const parseFoundUsers = (body: unknown): readonly Colleague[] =>
  parseUsers(body).rows.filter(({ address }) => address !== '');
