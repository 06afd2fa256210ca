/** Our own API: the order of its checks (token, limit, administrator, path, method, then body) and its table of calls. */
import type { Request, RequestHandler } from 'express';
import { ApiError } from './errors.ts';
import type { Authenticate, Caller } from './identity/authenticate.ts';
import type { Limit } from './limits.ts';
import { requireSafeNames } from './read-body.ts';
import { toUserKey } from './user-key.ts';

interface ApiCall {
  readonly caller: Caller;
  readonly request: Request;
}

interface ApiAnswer {
  /** 200 unless said. */
  readonly status?: number;
  readonly body?: unknown;
  readonly etag?: string;
}

export type ApiHandler = (call: ApiCall) => Promise<ApiAnswer>;
export type ApiRoutes = Readonly<Record<string, Readonly<Record<string, ApiHandler>>>>;

/** A proxy or framework behind such a header would run another method than the one that was checked. */
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
export const hasMethodOverride = (headers: NodeJS.Dict<string | string[]>): boolean =>
  OVERRIDES.some((name) => headers[name] !== undefined);

function requireAdmin({ isAdmin, isTester }: Caller, path: string): void {
  if (!/^\/admin(\/|$)/i.test(path)) return;
  const forTesters = isTester && path === '/admin/proof-runs';
  if (!isAdmin && !forTesters) throw new ApiError('admin_required');
}

export interface ApiParts {
  readonly authenticate: Authenticate;
  readonly userLimit: Limit;
  readonly routes: ApiRoutes;
}

export function createApiHandler({ authenticate, userLimit, routes }: ApiParts): RequestHandler {
  return async (request, response) => {
    const caller = await authenticate(request);
    response.locals['user'] = caller;
    userLimit.take(toUserKey(caller));
    requireAdmin(caller, request.path);
    requireSafeNames(request);
    const methods = Object.hasOwn(routes, request.path) ? routes[request.path] : undefined;
    if (methods === undefined) throw new ApiError('not_found');
    response.locals['route'] = `/api${request.path}`;
    const handler = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    if (handler === undefined || hasMethodOverride(request.headers))
      throw new ApiError('method_not_allowed', { allow: Object.keys(methods) });
    const { status = 200, body, etag } = await handler({ caller, request });
    response.status(status).setHeader('Cache-Control', 'no-store');
    if (etag !== undefined) response.setHeader('ETag', `"${etag}"`);
    if (body === undefined) response.end();
    else response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(body));
  };
}
