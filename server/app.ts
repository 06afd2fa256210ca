/** Joins the parts into one Express app: what answers which path, in which order, and what is noted of it. */
import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import { createApiHandler } from './api-routes.ts';
import { PAGES } from '../src/domain/policy/page-paths.ts';
import { toClientConfig } from '../src/domain/policy/to-client-config.ts';
import { VERSION, type Config } from './config.ts';
import { ApiError, createErrorHandler } from './errors.ts';
import { createExchange } from './exchange/exchange.ts';
import type { SendRequest } from './http-client.ts';
import { createAuthenticate } from './identity/authenticate.ts';
import type { KeyStore } from './identity/key-store.ts';
import { createVerifier } from './identity/verify-token.ts';
import { createWatchReplays } from './identity/watch-replays.ts';
import { createConnectionRoutes } from './integration/connection-routes.ts';
import { createAdminRoutes } from './integration/admin-routes.ts';
import { createGates } from './integration/gates.ts';
import { guardStore } from '../src/domain/policy/guard-store.ts';
import { createProofRoutes, type Background } from './integration/proof-routes.ts';
import { createRecordProof } from './integration/record-proof.ts';
import { createRoomRulesRoutes } from './integration/room-rules-routes.ts';
import { createSessionRoute } from './integration/session-route.ts';
import { createLimit } from './limits.ts';
import { createAssetHandler, createPageHandler, giveNonce } from './pages/pages.ts';
import { createAnswerHeaders, createPageHeaders } from './pages/security-headers.ts';
import { createAskGraph } from './relay/ask-graph.ts';
import { createKnownAddresses } from './relay/known-addresses.ts';
import { createRelay } from './relay/relay.ts';
import { requireNoBody, requireSafeNames } from './read-body.ts';
import type { Store } from './store/store.ts';
import type { Log } from './telemetry/log.ts';

export interface AppDeps {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly keys: KeyStore;
  readonly send: SendRequest;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly background: Background;
  /** Folder of the built pages. */
  readonly webDir: string;
}

const MINUTE_MS = 60_000;
const USER_REQUESTS = 1_200;
const REFUSED_TOKENS = 3_000;
const NEW_EVENTS = 30;
const RULE_READS = 20;
/** Of a tenant in ten minutes. */
const PROOF_RUNS = 60;

/** One line for each answer, also for one that the caller did not wait for. */
function createRequestLog(log: Log, now: () => number): RequestHandler {
  return ({ method, httpVersion, headers }, response, next) => {
    const requestId = randomUUID();
    const begunMs = now();
    response.locals['requestId'] = requestId;
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      const { route = 'unmatched', code, user } = response.locals;
      const { statusCode: status } = response;
      log.request({ method, route, status, ms: now() - begunMs, requestId, code, user });
    });
    // as HTTP wants it; left to Node it would be refused without a word
    if (httpVersion === '1.1' && headers.host === undefined) {
      response.setHeader('Connection', 'close');
      throw new ApiError('bad_request');
    }
    next();
  };
}

function answerJson(route: string, body: unknown): RequestHandler {
  const text = JSON.stringify(body);
  return (request, response) => {
    response.locals['route'] = route;
    if (!['GET', 'HEAD'].includes(request.method)) throw new ApiError('method_not_allowed', { allow: ['GET', 'HEAD'] });
    requireSafeNames(request);
    requireNoBody(request);
    response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(request.method === 'HEAD' ? undefined : text);
  };
}

function createCallHandlers({ config, log, keys, send, now, background, ...deps }: AppDeps) {
  const store = guardStore(deps.store);
  const perMinute = (max: number) => createLimit({ max, windowMs: MINUTE_MS, now });
  const verify = createVerifier({ rules: config, keys, now, log });
  const authenticate = createAuthenticate(verify, perMinute(REFUSED_TOKENS), createWatchReplays(log, now));
  const exchange = createExchange({ config, send, now, log });
  const ask = createAskGraph({ baseUrl: config.graphBaseUrl, send, exchange });
  const gates = createGates(store, now);
  const known = createKnownAddresses(ask, now);
  const shared = { authenticate, userLimit: perMinute(USER_REQUESTS), gates, exchange, now };
  const relay = createRelay({ ...shared, newEventLimit: perMinute(NEW_EVENTS), ask, known });
  const proofLimit = createLimit({ max: PROOF_RUNS, windowMs: 10 * MINUTE_MS, now });
  const own = { config, store, log, send };
  const api = createApiHandler({
    ...shared,
    findHelp: gates.findHelp,
    routes: {
      '/session': { POST: createSessionRoute(gates) },
      '/connection': createConnectionRoutes({ gates, exchange, forget: known.forget, now }),
      ...createRoomRulesRoutes(gates, perMinute(RULE_READS)),
      ...createProofRoutes({
        ...shared,
        ...own,
        background,
        limit: proofLimit,
        record: createRecordProof(store, gates),
      }),
      ...createAdminRoutes({ config, store, gates, exchange, now }),
    },
  });
  return { api, relay };
}

export function createApp(deps: AppDeps): Express {
  const { config, log, now, webDir } = deps;
  const { api, relay } = createCallHandlers(deps);
  const answerHeaders = createAnswerHeaders(config);
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');
  app.set('trust proxy', config.trustProxy).set('query parser', false);
  app.use(createRequestLog(log, now));
  app.use('/graph', answerHeaders, relay);
  app.all(Object.keys(PAGES), giveNonce, createPageHeaders(config), createPageHandler(config, webDir));
  app.use(answerHeaders);
  app.all('/api/config', answerJson('/api/config', toClientConfig(config, VERSION)));
  app.use('/api', api);
  app.all('/healthz', answerJson('/healthz', { status: 'ok' }));
  app.use('/assets', createAssetHandler(webDir));
  app.use(() => {
    throw new ApiError('not_found');
  });
  app.use(createErrorHandler(log));
  return app;
}
