/** Refuses a call whose token lacks every scope that the published permission table names for its path, in the words of the service behind it. */
import type { Route } from './call.ts';
import { accessDenied, GraphError, shiftsError } from './graph-error.ts';
import type { GraphCaller } from './graph-request.ts';
import { PERMISSIONS } from './permissions.ts';

const normalise = (path: string): string => path.toLowerCase().replaceAll(/\{\w+\}/g, '{}');

const READ_SHARED = 'Calendars.Read.Shared Calendars.ReadWrite.Shared';
const WRITE_SHARED = 'Calendars.ReadWrite.Shared';

/** Calendars of others, and changes of the own ones, which the published extract leaves out. */
const SHARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/me/calendar': { PATCH: 'Calendars.ReadWrite' },
  '/me/calendars/{id}': { PATCH: 'Calendars.ReadWrite', DELETE: 'Calendars.ReadWrite' },
  '/users/{id}/calendar': { GET: READ_SHARED },
  '/users/{id}/calendarview': { GET: READ_SHARED },
  '/users/{id}/calendar/calendarview': { GET: READ_SHARED },
  '/users/{id}/calendar/events': { GET: READ_SHARED },
  '/users/{id}/events': { GET: READ_SHARED },
  '/users/{id}/events/{id}': { GET: READ_SHARED },
  '/users/{id}/events/{id}/accept': { POST: WRITE_SHARED },
  '/users/{id}/events/{id}/decline': { POST: WRITE_SHARED },
  '/users/{id}/events/{id}/tentativelyaccept': { POST: WRITE_SHARED },
};

const TABLE = new Map(
  Object.entries({ ...PERMISSIONS, ...SHARED }).map(([path, methods]) => [
    normalise(path),
    methods as Readonly<Record<string, string>>,
  ]),
);

/** Any one of these lets the call pass. */
export function listScopes(route: Route): readonly string[] {
  const scopes = TABLE.get(normalise(route.permission ?? route.path))?.[route.method];
  if (scopes === undefined) throw new Error(`no published permission for ${route.method} ${route.path}`);
  return scopes.split(' ');
}

function toRefusal(route: Route, needed: readonly string[], caller: GraphCaller): GraphError {
  if (route.area === 'outlook') return accessDenied();
  if (route.area === 'directory')
    return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  const message = `Missing scope permissions on the request. API requires one of '${needed.join(', ')}'. Scopes on the request '${[...caller.scopes].join(', ')}'`;
  if (route.area === 'shifts') return shiftsError(403, 'Forbidden', message, 'MissingScopePermissions');
  return new GraphError(403, 'Forbidden', message);
}

export function checkScopes(route: Route, caller: GraphCaller): void {
  const needed = listScopes(route);
  if (!needed.some((scope) => caller.scopes.has(scope))) throw toRefusal(route, needed, caller);
}
