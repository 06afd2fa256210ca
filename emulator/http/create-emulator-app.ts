/** Puts the services of the emulator behind one address. */
import { setTimeout as wait } from 'node:timers/promises';

import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';

import { createControl } from '../control/create-control.ts';
import type { FaultAnswer } from '../control/faults.ts';
import type { ResetOptions } from '../control/control-request.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { createEntra } from '../entra/create-entra.ts';
import { toFaultBody } from '../entra/entra-error.ts';
import { createHosts } from '../hosts/create-hosts.ts';
import { createGraphEndpoint } from './graph-endpoint.ts';
import { sendProblem } from './problem.ts';

async function sendFault(response: Response, fault: FaultAnswer): Promise<void> {
  await wait(fault.delayMs);
  if (fault.cut) response.socket?.destroy();
  if (fault.cut || fault.hang) return;
  const { body = fault.status >= 400 ? toFaultBody(fault.status) : undefined } = fault;
  response.status(fault.status).set({ 'Access-Control-Allow-Origin': '*', ...fault.headers });
  if (typeof body === 'string') response.end(body);
  else if (body === undefined) response.end();
  else response.json(body);
}

/** Once the answer is ready it is thrown away, with its headers, and `instead` speaks. */
function loseAnswer(response: Response, instead: () => Promise<void>): void {
  const { end } = response;
  response.end = (): Response => {
    response.end = end;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    void instead();
    return response;
  };
}

/** Faults for everything that is neither Graph, which has its own way, nor a control call. */
const toFaultHandler =
  (state: EmulatorState): RequestHandler =>
  async (request, response, next) => {
    const fault = request.path.startsWith('/emulator/') ? undefined : state.faults.find(request.method, request.path);
    if (fault === undefined) return next();
    if (fault.carriedOut) loseAnswer(response, () => sendFault(response, fault));
    else return sendFault(response, fault);
    next();
  };

/** What nobody expected: a broken path is the caller's, everything else a defect of the emulator, which must be seen. */
const answerDefect: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof URIError) return sendProblem(response, 400, 'Bad request', 'The path is not well encoded.');
  process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
  sendProblem(response, 500, 'The emulator failed', error instanceof Error ? error.message : undefined);
};

const isGraphPath = /^\/(v\d+\.\d+|beta)(?=\/|$)/;

export function createEmulatorApp(state: EmulatorState, reset: (options: ResetOptions) => Promise<void>): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(isGraphPath, createGraphEndpoint(state));
  app.use(toFaultHandler(state));
  app.use('/emulator', createControl(state, reset));
  app.use(createHosts(state));
  app.use(createEntra(state, (call) => state.tokenCalls.push(call)));
  app.use((_request, response) => sendProblem(response, 404, 'Not found'));
  app.use(answerDefect);
  return app;
}
