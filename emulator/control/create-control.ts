/** The control calls over HTTP: reset, tokens, consents, faults, keys, clock, traffic, what mailboxes hold. */
import { pipeline, Readable } from 'node:stream';

import { Router, type Request, type RequestHandler, type Response } from 'express';

import { toAppClaims, toGraphClaims } from '../entra/token-claims.ts';
import { APP_SCOPES } from '../entra/graph-scopes.ts';
import { grantConsent, withdrawConsent } from '../entra/consents.ts';
import { findPerson } from '../find-person.ts';
import { readBody } from '../http/read-body.ts';
import { sendProblem } from '../http/problem.ts';
import { listMailboxEvents } from '../mailbox/list-mailbox-events.ts';
import { listSeeds } from '../seed/create-world.ts';
import type { EmulatorState } from '../emulator-state.ts';
import type { Person } from '../world.ts';
import { changeSwitches } from '../switches.ts';
import { changePerson } from './change-person.ts';
import {
  parseAdvance,
  parseConsentOrder,
  parsePersonOrder,
  parseReset,
  parseSwitches,
  parseTokenOrder,
  type ResetOptions,
} from './control-request.ts';
import { parseFaults } from './fault-request.ts';
import { moveByOrder } from './move-order.ts';
import { ControlError, parseText } from './read-members.ts';

type Reset = (options: ResetOptions) => Promise<void>;
type Answer = (body: unknown, request: Request) => unknown;

function requirePerson(state: EmulatorState, name: string): Person {
  const person = findPerson(state.world, name);
  if (person !== undefined) return person;
  throw new ControlError(`There is no person '${name}' in this seed.`, 404);
}

/** Graph tokens carry every scope of the registration unless the claims say otherwise. */
function mintToken(state: EmulatorState, body: unknown): { token: string } {
  const order = parseTokenOrder(body);
  const person = requirePerson(state, order.person);
  const lifeS = state.switches.tokenLifeS ?? undefined;
  const usual =
    order.audience === 'app'
      ? toAppClaims(state.app, person, undefined, lifeS)
      : toGraphClaims(
          state.app,
          person,
          APP_SCOPES.map((scope) => scope.name),
          false,
          lifeS,
        );
  const sid = state.signIns.find(person).sessionId;
  return { token: state.keys.sign({ ...usual, sid, ...order.claims }, order.header, order.key) };
}

/** Scopes are kept under their short names. */
const toShortName = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1);

function changeConsent(state: EmulatorState, body: unknown): object {
  const order = parseConsentOrder(body);
  const person = requirePerson(state, order.person);
  const scopes = order.scopes.map(toShortName);
  (order.granted ? grantConsent : withdrawConsent)(state.world, person, scopes);
  return { person: person.key, scopes, granted: order.granted };
}

function readMailbox(state: EmulatorState, address: string): object {
  const value = listMailboxEvents(state.world, address);
  if (value === undefined) throw new ControlError('There is no mailbox with this address.', 404);
  return { value };
}

/** Refusals as problem+json; a success is 200 with JSON. */
const toHandler =
  (answer: Answer): RequestHandler =>
  async (request, response: Response) => {
    try {
      const text = request.method === 'POST' ? await readBody(request) : '';
      if (text === undefined) throw new ControlError('The body is larger than 4 MB.', 413);
      response.json(await answer(parseText(text), request));
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      sendProblem(response, error.status, error.status === 404 ? 'Not found' : 'Bad request', error.message);
    }
  };

const toDeletion =
  (remove: () => void): RequestHandler =>
  (_request, response) => {
    remove();
    response.status(204).end();
  };

function addTrafficRoutes(router: Router, state: EmulatorState): void {
  router
    .route('/traffic')
    .get((request, response) => {
      response.type('application/x-ndjson');
      // who goes away while it is read has ended it
      pipeline(Readable.from(state.traffic.lines(request.query['all'] === '1')), response, () => undefined);
    })
    .delete(toDeletion(() => state.traffic.clear()));
  router
    .route('/token-calls')
    .get((_request, response) => response.json({ value: state.tokenCalls }))
    .delete(
      toDeletion(() => {
        state.tokenCalls = [];
      }),
    );
}

function addFaultRoutes(router: Router, state: EmulatorState): void {
  router.get(
    '/faults',
    toHandler(() => ({ value: state.faults.list() })),
  );
  router.post(
    '/faults',
    toHandler((body) => {
      state.faults.add(parseFaults(body));
      return { value: state.faults.list() };
    }),
  );
  router.delete(
    '/faults',
    toDeletion(() => state.faults.clear()),
  );
}

/** The switches as they stand. */
const toSwitches = ({ switches, world }: EmulatorState): object => ({ ...switches, roomAnswerMs: world.roomAnswerMs });

function addSwitchRoutes(router: Router, state: EmulatorState): void {
  router
    .route('/switches')
    .get(toHandler(() => toSwitches(state)))
    .post(
      toHandler((body) => {
        const changes = parseSwitches(body);
        changeSwitches(state.switches, changes);
        state.world.roomAnswerMs = changes.roomAnswerMs ?? state.world.roomAnswerMs;
        return toSwitches(state);
      }),
    );
  router.post(
    '/people',
    toHandler((body) => {
      const order = parsePersonOrder(body);
      return changePerson(state.signIns, requirePerson(state, order.person), order);
    }),
  );
}

/** Every control call with its methods. */
export const CONTROL_CALLS: Readonly<Record<string, string>> = {
  '/reset': 'POST',
  '/tokens': 'POST',
  '/consents': 'POST',
  '/people': 'POST',
  '/switches': 'GET, POST',
  '/clock': 'GET, POST',
  '/keys/rotate': 'POST',
  '/faults': 'GET, POST, DELETE',
  '/traffic': 'GET, DELETE',
  '/token-calls': 'GET, DELETE',
  '/mailboxes/:address/events': 'GET',
  '/mailboxes/:address/events/:event/move': 'POST',
};

function addMethodRefusals(router: Router): void {
  for (const [path, methods] of Object.entries(CONTROL_CALLS)) {
    router.all(path, (_request, response) => {
      response.set('Allow', methods);
      sendProblem(response, 405, 'Method not allowed', `Allowed: ${methods}.`);
    });
  }
  router.use((_request, response) => sendProblem(response, 404, 'Not found', 'There is no such control call.'));
}

/** `reset` rebuilds the world. */
export function createControl(state: EmulatorState, reset: Reset): Router {
  const router = Router();
  const now = (): object => ({ now: new Date(state.world.clock.now()).toISOString() });
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post(
    '/reset',
    toHandler(async (body) => {
      const options = parseReset(body, listSeeds());
      const unusedFaults = state.faults.list();
      await reset(options);
      return { ...now(), unusedFaults };
    }),
  );
  router.post(
    '/tokens',
    toHandler((body) => mintToken(state, body)),
  );
  router.post(
    '/consents',
    toHandler((body) => changeConsent(state, body)),
  );
  router.post(
    '/keys/rotate',
    toHandler(async () => {
      await state.keys.rotate();
      return { keys: state.keys.list().map((key) => key.kid) };
    }),
  );
  router.get('/clock', toHandler(now));
  router.post(
    '/clock',
    toHandler((body) => {
      state.world.clock.advance(parseAdvance(body));
      return now();
    }),
  );
  addFaultRoutes(router, state);
  addSwitchRoutes(router, state);
  addTrafficRoutes(router, state);
  router.get(
    '/mailboxes/:address/events',
    toHandler((_body, request) => readMailbox(state, String(request.params['address']))),
  );
  router.post(
    '/mailboxes/:address/events/:event/move',
    toHandler((body, { params }) => moveByOrder(state, String(params['address']), String(params['event']), body)),
  );
  addMethodRefusals(router);
  return router;
}
