/** Entra's endpoints over HTTP: metadata, keys, tokens; its pages are routed in their own file. */
import { randomUUID } from 'node:crypto';

import { Router, type Request, type Response } from 'express';

import { readBody } from '../http/read-body.ts';
import { addPageRoutes } from './page-routes.ts';
import { toKeySet, toOpenIdConfiguration } from './discovery.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError, toEntraErrorBody } from './entra-error.ts';
import { toFirstVersionAnswer, toSecondVersion } from './first-version.ts';
import { exchangeOnBehalfOf } from './on-behalf-of.ts';
import { redeemCode, redeemRefreshToken } from './redeem-code.ts';
import { parseTenantSegment, type TenantSegment } from './tenant-segment.ts';

const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** One line for each token request, without any secret; for checks that count calls. */
export interface TokenCall {
  readonly grantType: string;
  readonly tenant: string;
  readonly status: number;
}

async function grantTokens(
  context: EntraContext,
  form: URLSearchParams,
  tenant: TenantSegment,
): Promise<Record<string, unknown>> {
  const grantType = form.get('grant_type');
  if (grantType === ON_BEHALF_OF) return exchangeOnBehalfOf(context, form, tenant);
  if (grantType === 'authorization_code') return redeemCode(context, form, tenant);
  if (grantType === 'refresh_token') return redeemRefreshToken(context, form, tenant);
  if (grantType === null || grantType === '') {
    throw new EntraError({
      error: 'invalid_request',
      code: 900144,
      message: "The request body must contain the following parameter: 'grant_type'.",
    });
  }
  throw new EntraError({
    error: 'unsupported_grant_type',
    code: 70003,
    message: `The app requested an unsupported grant type '${grantType}'.`,
  });
}

const decodePart = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** A client may name itself in the header instead of the form (RFC 6749, 2.3.1); what the form says holds. */
function withBasicClient(form: URLSearchParams, authorization: string | undefined): URLSearchParams {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(authorization ?? '')?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (id === undefined || secret === undefined) return form;
  const told = new URLSearchParams(form);
  if (!told.has('client_id')) told.set('client_id', decodePart(id));
  if (!told.has('client_secret') && !told.has('client_assertion')) told.set('client_secret', decodePart(secret));
  return told;
}

const correlationOf = (request: Request, form?: URLSearchParams): string =>
  String(
    request.query['client-request-id'] ??
      request.get('client-request-id') ??
      form?.get('client-request-id') ??
      randomUUID(),
  );

function sendRefusal(response: Response, error: unknown, correlationId: string): void {
  if (!(error instanceof EntraError)) throw error;
  response.status(error.parts.status ?? 400).json(toEntraErrorBody(error.parts, correlationId));
}

async function answerToken(
  context: EntraContext,
  onTokenCall: (call: TokenCall) => void,
  request: Request<{ tenant: string }>,
  response: Response,
  version: 1 | 2 = 2,
): Promise<void> {
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  const form = withBasicClient(
    new URLSearchParams(isForm ? await readBody(request) : ''),
    request.get('authorization'),
  );
  response.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache', 'x-ms-request-id': randomUUID() });
  try {
    const tenant = parseTenantSegment(context.world, request.params.tenant);
    if (version === 2) response.json(await grantTokens(context, form, tenant));
    else {
      const granted = await grantTokens(context, toSecondVersion(form), tenant);
      response.json(toFirstVersionAnswer(granted, form.get('resource') ?? ''));
    }
  } catch (error) {
    sendRefusal(response, error, correlationOf(request, form));
  }
  const grantType = form.get('grant_type') ?? '';
  onTokenCall({ grantType, tenant: request.params.tenant, status: response.statusCode });
}

/** Browsers may read metadata, keys and tokens from any origin. */
function allowAnyOrigin(request: Request, response: Response): void {
  response.set('Access-Control-Allow-Origin', '*');
  if (request.method !== 'OPTIONS') return;
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': request.get('access-control-request-headers') ?? '*',
    'Access-Control-Max-Age': '86400',
  });
}

function addMetadataRoutes(router: Router, context: EntraContext): void {
  const answer =
    (make: (tenant: TenantSegment, base: string) => Record<string, unknown>) =>
    (request: Request<{ tenant: string }>, response: Response): void => {
      try {
        const tenant = parseTenantSegment(context.world, request.params.tenant);
        const body = make(tenant, `http://${request.get('host') ?? ''}`);
        response.set('Cache-Control', 'max-age=86400, private').json(body);
      } catch (error) {
        sendRefusal(response, error, correlationOf(request));
      }
    };
  for (const [path, version] of [
    ['/v2.0', 2],
    ['', 1],
  ] as const) {
    const configuration = answer((tenant, base) => toOpenIdConfiguration(tenant, base, version));
    router.get(`/:tenant${path}/.well-known/openid-configuration`, configuration);
    router.get(
      `/:tenant/discovery${path}/keys`,
      answer((tenant) => toKeySet(context.keys, tenant, version)),
    );
  }
}

/** `onTokenCall` hears of each token request after its answer. */
export function createEntra(context: EntraContext, onTokenCall: (call: TokenCall) => void): Router {
  const router = Router({ caseSensitive: true });
  const open = ['/:tenant/oauth2/v2.0/token', '/:tenant/oauth2/token'];
  open.push('/:tenant/v2.0/.well-known/openid-configuration');
  open.push('/:tenant/.well-known/openid-configuration', '/:tenant/discovery/v2.0/keys', '/:tenant/discovery/keys');
  router.all(open, (request, response, next) => {
    allowAnyOrigin(request, response);
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  });
  addMetadataRoutes(router, context);
  router.post('/:tenant/oauth2/v2.0/token', (request, response) =>
    answerToken(context, onTokenCall, request, response),
  );
  router.post('/:tenant/oauth2/token', (request, response) => answerToken(context, onTokenCall, request, response, 1));
  addPageRoutes(router, context);
  return router;
}
