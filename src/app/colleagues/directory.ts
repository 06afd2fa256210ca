/** Who is who in the directory: each person is asked for once, whoever wants to know. */
import type { Colleague } from '../../domain/shifts/colleague.ts';
import { findUsers } from '../../graph/find-users.ts';
import type { Graph } from '../../graph/graph.ts';

interface Asked {
  readonly addresses?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

export interface Directory {
  readonly find: (asked: Asked) => Promise<ReadonlyMap<string, Colleague>>;
}

/** Enough for a company's meetings of a day; beyond it the oldest are asked for again. */
const MOST = 5_000;

export function createDirectory(getGraph: () => Promise<Graph>): Directory {
  /** Undefined: asked, and the directory does not know it. */
  const known = new Map<string, Colleague | undefined>();
  const note = (key: string, colleague: Colleague | undefined): void => {
    if (key === '') return;
    known.delete(key);
    known.set(key, colleague);
  };
  return {
    find: async ({ addresses = [], ids = [] }) => {
      const lower = (keys: readonly string[]): string[] => [...new Set(keys.map((key) => key.toLowerCase()))];
      const [mails, objects] = [lower(addresses).filter((key) => key !== ''), lower(ids)];
      const [newMails, newIds] = [mails, objects].map((keys) => keys.filter((key) => !known.has(key)));
      // the first of all questions tells whether this may be asked at all
      const graph = await getGraph();
      const missing = { addresses: newMails ?? [], ids: newIds ?? [] };
      if (missing.addresses.length + missing.ids.length > 0) {
        const found = await findUsers(graph, missing);
        for (const key of [...missing.addresses, ...missing.ids]) note(key, undefined);
        for (const one of found) {
          note(one.address.toLowerCase(), one);
          note(one.objectId.toLowerCase(), one);
        }
      }
      const wanted = [...mails, ...objects].flatMap((key) => {
        const one = known.get(key);
        return one === undefined ? [] : [one];
      });
      for (const key of [...known.keys()].slice(0, Math.max(0, known.size - MOST))) known.delete(key);
      return new Map(
        wanted.flatMap((one) => [
          [one.objectId.toLowerCase(), one],
          [one.address.toLowerCase(), one],
        ]),
      );
    },
  };
}
