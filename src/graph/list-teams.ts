/** The teams the user is in. */
import * as v from 'valibot';
import type { JoinedTeam } from '../domain/agenda/agenda-sources.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { parseRows } from './parse-answer.ts';

/** Joined teams take no query options, so more comes back than is read (Graph docs: user list joinedTeams). */
const team = v.object({ id: v.string(), displayName: v.nullish(v.string(), '') });

export const teamsCall: GraphCall = { method: 'GET', path: '/me/joinedTeams' };

export const parseTeams = (body: unknown): readonly JoinedTeam[] =>
  parseRows(team, body, ({ id, displayName }) => ({ id, name: displayName })).rows;

export const listTeams = async (graph: Graph, options?: CallOptions): Promise<readonly JoinedTeam[]> =>
  parseTeams((await graph.send(teamsCall, options)).body);
