/** People whose name begins as somebody typed: those they work with first, then the rest of the directory. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import type { Colleague } from '../domain/shifts/colleague.ts';
import { parseFoundUsers, toSearchWord, usersSearchCall } from './find-users.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { parseRows, toSelect } from './parse-answer.ts';

const FOUND = 8;

const person = v.object({
  id: v.string(),
  displayName: v.nullish(v.string(), ''),
  scoredEmailAddresses: v.nullish(v.array(v.object({ address: v.nullish(v.string(), '') })), []),
  personType: v.nullish(v.object({ class: v.nullish(v.string(), ''), subclass: v.nullish(v.string(), '') })),
});

function peopleCall(word: string): GraphCall {
  const search = encodeURIComponent(`"${word}"`);
  return { method: 'GET', path: `/me/people?$search=${search}&$select=${toSelect(person)}&$top=${FOUND}` };
}

/** Groups are no people, and who was only ever written to is of no organisation that we know. */
const parsePeople = (body: unknown): readonly Colleague[] =>
  parseRows(person, body, ({ id, displayName, scoredEmailAddresses, personType }): Colleague | undefined => {
    const address = scoredEmailAddresses[0]?.address ?? '';
    if (address === '' || (personType && personType.class.toLowerCase() !== 'person')) return undefined;
    const isExternal = personType?.subclass.toLowerCase() !== 'organizationuser';
    return { objectId: isExternal ? '' : id, name: displayName || address, address, isExternal };
  }).rows;

/** One batch; a source that fails costs only itself. Throws where both failed. An empty word finds nobody. */
export async function searchPeople(graph: Graph, typed: string, options?: CallOptions): Promise<readonly Colleague[]> {
  const word = toSearchWord(typed);
  if (word === '') return [];
  const [people, users] = (await graph.batch([peopleCall(word), usersSearchCall(word)], options)).items;
  if (people instanceof Failure && users instanceof Failure) throw users;
  const known = people === undefined || people instanceof Failure ? [] : parsePeople(people.body);
  const others = users === undefined || users instanceof Failure ? [] : parseFoundUsers(users.body);
  const all = new Map<string, Colleague>();
  for (const one of [...known, ...others]) {
    const key = one.address.toLowerCase();
    if (!all.has(key)) all.set(key, one);
  }
  return [...all.values()].slice(0, FOUND);
}
