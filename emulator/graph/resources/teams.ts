/** `/me/joinedTeams`, `/teams/{id}`: the teams a person is in. */
import type { Team } from '../../seed/seeded-world.ts';
import type { Call, Route } from '../call.ts';
import { GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerObject, answerObjects } from '../odata/answer-collection.ts';

function toTeamJson(team: Team): Record<string, unknown> {
  return {
    id: team.id,
    createdDateTime: null,
    displayName: team.displayName,
    description: team.description,
    internalId: null,
    classification: null,
    webUrl: null,
    isArchived: false,
    tenantId: team.tenantId,
  };
}

export function listTeams({ world, person }: Call): readonly Team[] {
  return world.teams.filter(({ memberIds }) => memberIds.includes(person.objectId));
}

function requireTeam(call: Call): Team {
  const team = listTeams(call).find(({ id }) => id === call.params['teamId']);
  if (team === undefined)
    throw new GraphError(404, 'NotFound', 'No team found with the id, or you may not have access to it.');
  return team;
}

function listMembers(call: Call): GraphAnswer {
  const team = requireTeam(call);
  const members = team.memberIds.flatMap((userId) => {
    const person = call.world.people.get(userId);
    if (person === undefined) return [];
    const { displayName, mail: email, tenantId } = person;
    const type = '#microsoft.graph.aadUserConversationMember';
    return [{ '@odata.type': type, id: `${team.id}#${userId}`, roles: [], displayName, userId, email, tenantId }];
  });
  return answerObjects(call, members, { context: `teams('${team.id}')/members` });
}

const base = { method: 'GET', area: 'teams' } as const;

export const teamRoutes: readonly Route[] = [
  {
    ...base,
    path: '/me/joinedTeams',
    typeName: 'team',
    allowed: [],
    handle: (call) => answerObjects(call, listTeams(call).map(toTeamJson), { context: 'teams', defaultTop: 1000 }),
  },
  {
    ...base,
    path: '/teams/{teamId}',
    typeName: 'team',
    allowed: ['$select'],
    handle: (call) => answerObject(call, toTeamJson(requireTeam(call)), 'teams/$entity'),
  },
  {
    ...base,
    path: '/teams/{teamId}/members',
    typeName: 'aadUserConversationMember',
    allowed: ['$select', '$top', '$skip'],
    handle: listMembers,
  },
];
