/** What an administrator's forms offer: rooms, their buildings, and the administrator's own teams. */
import * as v from 'valibot';
import type { Choices } from '../domain/contract/admin.ts';
import { Failure } from '../domain/failure.ts';
import type { Graph } from './graph.ts';
import { listRooms } from './list-rooms.ts';
import { parseRows } from './parse-answer.ts';

const team = v.object({ id: v.string(), displayName: v.nullish(v.string(), '') });

async function listTeams(graph: Graph): Promise<Choices['teams']> {
  const { body } = await graph.send({ method: 'GET', path: '/me/joinedTeams' });
  return [...parseRows(team, body, ({ id, displayName }) => ({ id, name: displayName })).rows];
}

/** A list that can't be read is missing; only a sign-in that is over ends the whole. */
async function orMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure) || /^(invalid_token|interaction_required)$/.test(error.code)) throw error;
    return undefined;
  }
}

export async function readChoices(graph: Graph): Promise<Choices> {
  const [rooms, teams] = await Promise.all([orMissing(listRooms(graph)), orMissing(listTeams(graph))]);
  const named = (rooms ?? []).map(({ address, name, building }) => ({ address, name, building: building ?? null }));
  return {
    rooms: named,
    buildings: [...new Set(named.flatMap(({ building }) => building ?? []))].sort(),
    teams: teams ?? [],
    missing: [
      ...(rooms === undefined ? (['rooms'] as const) : []),
      ...(teams === undefined ? (['teams'] as const) : []),
    ],
  };
}
