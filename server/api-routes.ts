/** Our own API: the order of its checks (token, limit, administrator, path, method, then body) and its table of calls. */
import { describeWhoCanHelp, mayCall } from '../src/domain/policy/check-administrator.ts';
import type { Request, RequestHandler, Response } from 'express';
import { ApiError } from './errors.ts';
import type { Authenticate, Caller } from './identity/authenticate.ts';
import type { Limit } from './limits.ts';
import { requireNoBody, requireSafeNames } from './read-body.ts';
import { toUserKey } from './user-key.ts';

interface ApiCall {
  readonly caller: Caller;
  readonly request: Request;
  /** For handlers that answer by themselves, bit by bit. */
  readonly response: Response;
}

interface ApiAnswer {
  /** 200 unless said. */
  readonly status?: number;
  readonly body?: unknown;
  readonly etag?: string;
  /** Sent instead of JSON, to be kept under that name. */
  readonly file?: { readonly name: string; readonly type: string; readonly text: string };
}

/** Undefined: it has answered by itself. */
export type ApiHandler = (call: ApiCall) => Promise<ApiAnswer | undefined>;
export type ApiRoutes = Readonly<Record<string, Readonly<Record<string, ApiHandler>>>>;

/** A proxy or framework behind such a header would run another method than the one that was checked. */
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
export const hasMethodOverride = (headers: NodeJS.Dict<string | string[]>): boolean =>
  OVERRIDES.some((name) => headers[name] !== undefined);

export interface ApiParts {
  readonly authenticate: Authenticate;
  readonly userLimit: Limit;
  /** Whom the caller's organisation names for help; empty where it names nobody. */
  readonly findHelp: (caller: Caller) => Promise<string>;
  readonly routes: ApiRoutes;
}

function send(response: Response, { status = 200, body, etag, file }: ApiAnswer): void {
  response.status(status).setHeader('Cache-Control', 'no-store');
  if (etag !== undefined) response.setHeader('ETag', `"${etag}"`);
  if (file !== undefined) response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
  if (body === undefined && file === undefined) return void response.end();
  response.setHeader('Content-Type', `${file?.type ?? 'application/json'}; charset=utf-8`);
  response.end(file?.text ?? JSON.stringify(body));
}

export function createApiHandler({ authenticate, userLimit, findHelp, routes }: ApiParts): RequestHandler {
  return async (request, response) => {
    const caller = await authenticate(request);
    response.locals['user'] = caller;
    userLimit.take(toUserKey(caller));
    if (!mayCall(caller, request.path))
      throw new ApiError('admin_required', { detail: describeWhoCanHelp(await findHelp(caller)) });
    requireSafeNames(request);
    const methods = Object.hasOwn(routes, request.path) ? routes[request.path] : undefined;
    if (methods === undefined) throw new ApiError('not_found');
    response.locals['route'] = `/api${request.path}`;
    const handler = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    if (handler === undefined || hasMethodOverride(request.headers))
      throw new ApiError('method_not_allowed', { allow: Object.keys(methods) });
    if (['GET', 'DELETE'].includes(request.method)) requireNoBody(request);
    const answer = await handler({ caller, request, response });
    if (answer !== undefined) send(response, answer);
  };
}
