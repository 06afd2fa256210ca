/** What the person's own mailbox remembers for us: extended properties of the default calendar, each a text. */
import * as v from 'valibot';
import { toMemoryExpand } from '../domain/contract/calendar-write.ts';
import type { Graph } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';

const calendar = v.object({
  singleValueExtendedProperties: v.nullish(v.array(v.object({ id: v.string(), value: v.nullish(v.string(), '') })), []),
});

/** Undefined where none was ever written. Graph spells the id's GUID as it likes. */
export async function readCalendarMemory(graph: Graph, wanted: string): Promise<string | undefined> {
  const path = `/me/calendar?$select=id&$expand=${toMemoryExpand(wanted)}`;
  const { body } = await graph.send({ method: 'GET', path });
  const kept = parseAnswer(calendar, body).singleValueExtendedProperties;
  return kept.find(({ id }) => id.toLowerCase() === wanted.toLowerCase())?.value;
}

export async function keepCalendarMemory(graph: Graph, id: string, value: string): Promise<void> {
  const body = { singleValueExtendedProperties: [{ id, value }] };
  await graph.send({ method: 'PATCH', path: '/me/calendar', body });
}
