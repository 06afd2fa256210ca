/** One property as a path of its own (`/me/displayName`): its value in an envelope, a structure as it is, nothing where it is null. */
import type { Call, Route } from './call.ts';
import { noContent } from './call.ts';
import type { GraphAnswer } from './graph-request.ts';
import { isRecord } from './model/check-body.ts';

function answerProperty(call: Call, whole: Route['handle']): GraphAnswer {
  const name = call.params['property'] ?? '';
  const answer = whole({ ...call, query: { ...call.query, select: [name] } });
  const body = isRecord(answer.body) ? answer.body : {};
  const value = body[name];
  if (value === undefined || value === null) return noContent(204);
  const context = `${String(body['@odata.context']).replace(/\/\$entity$/, '')}/${name}`;
  return { ...answer, body: { '@odata.context': context, ...(isRecord(value) ? value : { value }) } };
}

/** The properties of what a route answers. */
export const toPropertyRoute = (route: Route): Route => ({
  ...route,
  path: `${route.path}/{property:${route.typeName}}`,
  permission: route.permission ?? route.path,
  allowed: [],
  handle: (call) => answerProperty(call, route.handle),
});
