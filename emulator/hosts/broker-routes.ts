/** The calls of the host pages' own scripts: sign-in answers and given consent. */
import type { RequestHandler, Router } from 'express';

import { grantConsent } from '../entra/consents.ts';
import type { EntraContext } from '../entra/entra-context.ts';
import { findPerson } from '../find-person.ts';
import { parseJson } from '../http/parse-json.ts';
import { sendProblem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import type { Person } from '../world.ts';
import { answerNested, answerSso, type NestedRequest } from './broker.ts';

type Members = Readonly<Record<string, unknown>>;

const toMembers = (value: unknown): Members => (typeof value === 'object' && value !== null ? { ...value } : {});
const findText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function toNestedRequest(value: unknown): NestedRequest {
  const request = toMembers(value);
  const parameters = toMembers(request['tokenParams']);
  return {
    method: findText(request['method']) ?? '',
    requestId: findText(request['requestId']) ?? '',
    clientId: findText(parameters['clientId']),
    scope: findText(parameters['scope']),
    claims: findText(parameters['claims']),
  };
}

export const toHostHandler =
  (context: EntraContext, answer: (person: Person, body: Members) => unknown): RequestHandler =>
  async (request, response) => {
    const parsed = parseJson((await readBody(request)) ?? '');
    const body = toMembers(parsed.ok ? parsed.value : undefined);
    const person = findPerson(context.world, findText(body['person']) ?? '');
    if (person === undefined) sendProblem(response, 400, 'Bad request', 'There is no such person.');
    else response.set('Cache-Control', 'no-store').json(answer(person, body));
  };

export function addBrokerRoutes(router: Router, context: EntraContext): void {
  const handle = (path: string, answer: (person: Person, body: Members) => unknown): void => {
    router.post(path, toHostHandler(context, answer));
  };
  handle('/hosts/broker/sso', (person, body) =>
    answerSso(context, person, body['isWeb'] === true, findText(body['claims'])),
  );
  // the method also stands in the path, so that faults can be ordered for one of them
  handle('/hosts/broker/nested{/:method}', (person, body) =>
    answerNested(context, person, toNestedRequest(body['request'])),
  );
  handle('/hosts/broker/consents', (person, body) => {
    const scopes = Array.isArray(body['scopes']) ? body['scopes'].filter((scope) => typeof scope === 'string') : [];
    grantConsent(context.world, person, scopes);
    return { granted: scopes };
  });
}
