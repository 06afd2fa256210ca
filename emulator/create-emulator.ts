/** Starts a Microsoft 365 tenant on loopback: Entra, Graph, mailboxes, hosts and the calls that control them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { AppRegistration } from './app-registration.ts';
import { parseNow, type ResetOptions } from './control/control-request.ts';
import { createFaults } from './control/faults.ts';
import { createTraffic } from './control/traffic.ts';
import { createCodeBook } from './entra/code-book.ts';
import { createSignIns } from './entra/sign-ins.ts';
import { createSigningKeys } from './entra/signing-keys.ts';
import type { EmulatorState } from './emulator-state.ts';
import { createGraph } from './graph/create-graph.ts';
import { createEmulatorApp } from './http/create-emulator-app.ts';
import { createWorld } from './seed/create-world.ts';
import type { SeededWorld } from './seed/seeded-world.ts';
import { changeSwitches, USUAL_SWITCHES } from './switches.ts';
import { createWorldClock } from './world-clock.ts';
import type { Tenant } from './world.ts';

const DEFAULT_SEED = 'small';
const DEFAULT_ROOM_ANSWER_MS = 1500;
/** Longer than clients keep idle connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 65_000;

export interface EmulatorOptions {
  readonly seed?: string;
  /** 0, as without: any free port. */
  readonly port?: number;
  /** World time at the start, with offset; moves mailboxes, shifts and rooms only. */
  readonly now?: string;
  readonly app: AppRegistration;
}

export interface Emulator {
  /** `http://localhost:<port>`. */
  readonly url: string;
  readonly port: number;
  /** The demo's tenant first. */
  readonly tenants: readonly Tenant[];
  reset(options?: ResetOptions): Promise<void>;
  /** Ends hanging calls too. */
  close(): Promise<void>;
}

function buildWorld(options: ResetOptions): SeededWorld {
  const { seed = DEFAULT_SEED, now, people, rooms, events } = options;
  const clock = createWorldClock(now === undefined ? undefined : Date.parse(now));
  const world = createWorld({
    seed,
    clock,
    ...(people === undefined ? {} : { people }),
    ...(rooms === undefined ? {} : { rooms }),
    ...(events === undefined ? {} : { events }),
  });
  world.roomAnswerMs = options.roomAnswerMs ?? DEFAULT_ROOM_ANSWER_MS;
  return world;
}

async function createState(app: AppRegistration, options: ResetOptions): Promise<EmulatorState> {
  const faults = createFaults();
  const findFault: EmulatorState['faults']['find'] = (method, pathname) => faults.find(method, pathname);
  const world = buildWorld(options);
  return {
    app,
    keys: await createSigningKeys(),
    codes: createCodeBook(),
    signIns: createSignIns(),
    faults,
    traffic: createTraffic(),
    tokenCalls: [],
    world,
    graph: createGraph({ world, findFault }),
    switches: { ...USUAL_SWITCHES },
  };
}

/** Everything but the keys begins anew. */
function resetState(state: EmulatorState, options: ResetOptions): void {
  const world = buildWorld(options);
  state.world.clock.stop();
  state.world = world;
  state.graph = createGraph({ world, findFault: (method, pathname) => state.faults.find(method, pathname) });
  changeSwitches(state.switches, USUAL_SWITCHES);
  changeSwitches(state.switches, options);
  state.codes.clear();
  state.signIns.clear();
  state.faults.clear();
  state.traffic.clear();
  state.tokenCalls = [];
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Rejects when the port is taken, the seed unknown or `now` no instant. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const initial: ResetOptions = { seed: options.seed, now: parseNow(options.now) };
  const state = await createState(options.app, initial);
  // a reset that names no seed or time takes those of the start
  const reset = async (changes: ResetOptions = {}): Promise<void> =>
    resetState(state, { ...changes, seed: changes.seed ?? initial.seed, now: changes.now ?? initial.now });
  const server = createServer(createEmulatorApp(state, reset));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://localhost:${port}`,
    port,
    get tenants() {
      return state.world.tenants;
    },
    reset,
    close: async () => {
      state.world.clock.stop();
      await stop(server);
    },
  };
}
