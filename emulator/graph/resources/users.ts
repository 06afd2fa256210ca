/** `/me`, `/users`: people of the caller's tenant, as the directory shows them. */
import type { Person } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { requireType } from '../model/entity-model.ts';
import { answerCollection } from '../odata/answer-collection.ts';
import { readPath } from '../odata/filter.ts';

/** What the directory answers when nothing is selected. */
const DEFAULT_FIELDS = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

function toUserJson(person: Person): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> = {
    id: person.objectId,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    jobTitle: person.jobTitle,
    officeLocation: person.officeLocation,
    userPrincipalName: person.userPrincipalName,
    mail: person.mail,
    mailNickname: person.userPrincipalName.split('@')[0],
    proxyAddresses: person.proxyAddresses,
    userType: person.userType,
    accountEnabled: person.accountEnabled,
  };
  const empty = Object.entries(requireType('user').props).map(([name, type]) => [
    name,
    type.endsWith('[]') ? [] : null,
  ]);
  return { ...(Object.fromEntries(empty) as Record<string, unknown>), ...known };
}

/** The directory, unlike Exchange, leaves the id out when it is not selected. */
function select(json: Readonly<Record<string, unknown>>, names: readonly string[] | undefined): object {
  return Object.fromEntries((names ?? DEFAULT_FIELDS).map((name) => [name, json[name]]));
}

function answerUser(call: Call, person: Person): GraphAnswer {
  const body = {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
    ...select(toUserJson(person), call.query.select),
  };
  return { status: 200, headers: {}, body };
}

function isNamed(person: Person, id: string): boolean {
  return [person.objectId, person.userPrincipalName, person.mail].some(
    (name) => name?.toLowerCase() === id.toLowerCase(),
  );
}

function listColleagues({ world, person }: Call): readonly Person[] {
  return [...world.people.values()].filter((one) => one.tenantId === person.tenantId);
}

/** A person of the caller's tenant by object id, user principal name or address. */
export function requireColleague(call: Call, id: string): Person {
  const byId = call.world.people.get(id);
  const found = byId ?? listColleagues(call).find((person) => isNamed(person, id));
  if (found === undefined || found.tenantId !== call.person.tenantId)
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  return found;
}

function getUser(call: Call): GraphAnswer {
  const person = requireColleague(call, call.params['userId'] ?? '');
  const scopes = call.request.caller.scopes;
  const readsOthers = [...scopes].some((scope) => /^(?:User|Directory)\..*\.All$/.test(scope));
  // User.Read alone is about oneself
  if (person !== call.person && !readsOthers)
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return answerUser(call, person);
}

/** `"displayName:al" OR "mail:al"`: words that begin with what is asked. */
function listFound(call: Call): readonly Person[] {
  const { search } = call.query;
  if (search === undefined) return listColleagues(call);
  if (call.request.headers['consistencylevel']?.toLowerCase() !== 'eventual')
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  const clauses = [...search.matchAll(/"(\w+):([^"]+)"/g)].map(([, name = '', word = '']) => ({ name, word }));
  const known = requireType('user').props;
  if (clauses.length === 0 || clauses.some(({ name }) => !Object.hasOwn(known, name)))
    throw badRequest(`Syntax error: '${search}' is no "property:value" of a user.`);
  return listColleagues(call).filter((person) => {
    const json = toUserJson(person);
    const isFound = ({ name, word }: (typeof clauses)[number]): boolean =>
      String(json[name] ?? '')
        .toLowerCase()
        .split(/[\s-]+/)
        .some((part) => part.startsWith(word.toLowerCase().trim()));
    return / AND /.test(search) ? clauses.every(isFound) : clauses.some(isFound);
  });
}

function listUsers(call: Call): GraphAnswer {
  return answerCollection(call, {
    items: listFound(call).map(toUserJson),
    read: readPath,
    write: select,
    defaultTop: 100,
    context: 'users',
    pagesByToken: true,
  });
}

const base = { typeName: 'user', area: 'directory', method: 'GET' } as const;

export const userRoutes: readonly Route[] = [
  { ...base, path: '/me', allowed: ['$select'], isSingle: true, handle: (call) => answerUser(call, call.person) },
  { ...base, path: '/users/{userId}', allowed: ['$select'], isSingle: true, handle: getUser },
  {
    ...base,
    path: '/users',
    allowed: ['$select', '$filter', '$orderby', '$top', '$count', '$skiptoken', '$search'],
    maxTop: 999,
    handle: listUsers,
  },
];
