/** The link that puts the token on, and answers one refusal of it with one better token. */
import type { Context } from '@microsoft/microsoft-graph-client/lib/es/src/IContext.js';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware.js';
import * as v from 'valibot';
import type { TokenNeed } from '../graph.ts';
import { toLink } from './call-state.ts';

const challenge = v.object({ claims: v.string() });

/** The claims that a 401 asks for: base64 in WWW-Authenticate (Entra, CAE), or JSON text in our own server's problem. */
async function findClaims(response: Response): Promise<string | undefined> {
  const header = /claims="([^"]+)"/.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1];
  if (header !== undefined) {
    try {
      return header.startsWith('{') ? header : atob(header.replaceAll('-', '+').replaceAll('_', '/'));
    } catch {
      return undefined; // not base64: the body may still tell
    }
  }
  try {
    const body: unknown = await response.clone().json();
    const parsed = v.safeParse(challenge, body);
    return parsed.success ? parsed.output.claims : undefined;
  } catch {
    return undefined; // no JSON: no claims
  }
}

function putToken(context: Context, token: string): void {
  const headers = { ...(context.options?.headers as Record<string, string>), Authorization: `Bearer ${token}` };
  context.options = { ...context.options, headers };
}

export function createAuthLink(getToken: (need: TokenNeed) => Promise<string>): Middleware {
  return toLink(async (context, next) => {
    putToken(context, await getToken({}));
    const response = await next();
    if (response.status !== 401) return response;
    const claims = await findClaims(response);
    putToken(context, await getToken(claims === undefined ? { fresh: true } : { claims }));
    return next();
  });
}
