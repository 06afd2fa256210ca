/** Starts a Microsoft 365 tenant on loopback: Entra, Graph, mailboxes, hosts and the calls that control them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

import { toDemoApp, type AppRegistration } from './app-registration.ts';
import { parseNow, parseReset, type ResetOptions } from './control/control-request.ts';
import { createFaults } from './control/faults.ts';
import { createTraffic } from './control/traffic.ts';
import { createCodeBook } from './entra/code-book.ts';
import { createSignIns } from './entra/sign-ins.ts';
import { createSigningKeys } from './entra/signing-keys.ts';
import type { EmulatorState } from './emulator-state.ts';
import { createGraph, type Graph } from './graph/create-graph.ts';
import { createRequestLimits } from './graph/request-limits.ts';
import { createEmulatorApp } from './http/create-emulator-app.ts';
import { createWorld, listSeeds } from './seed/create-world.ts';
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
  /** The demo's unless said. */
  readonly app?: AppRegistration;
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
  const { seed = DEFAULT_SEED, now, people, rooms, buildings, events } = options;
  const begunMs = Date.now();
  // time stands while the world is made: the same seed and time make it the same to the millisecond
  let machine = (): number => begunMs;
  const clock = createWorldClock(now === undefined ? undefined : Date.parse(now), () => machine());
  const world = createWorld({
    seed,
    clock,
    ...{ people, rooms, buildings, events },
  });
  const lagMs = now === undefined ? 0 : Date.now() - begunMs;
  machine = () => Date.now() - lagMs;
  world.roomAnswerMs = options.roomAnswerMs ?? DEFAULT_ROOM_ANSWER_MS;
  return world;
}

/** Calls that a client sends in one go begin to reach this process so far apart at most. */
const GAP_MS = 4;
/** The first of them is still there when the last of them comes. */
const TOGETHER_MS = 25;

/** No call to a mailbox is over in no time, or no two would ever be there at once; one that stays alone is answered after a moment. */
async function dwell({ switches, load }: Pick<EmulatorState, 'switches' | 'load'>, holdsPlace: boolean): Promise<void> {
  const { latencyMs, requestLimits } = switches;
  const isHeld = holdsPlace && requestLimits;
  const firstMs = Math.max(latencyMs, isHeld ? GAP_MS : 0);
  if (firstMs > 0) await sleep(firstMs);
  if (!isHeld || firstMs >= TOGETHER_MS) return;
  // what has arrived meanwhile is read before it is counted
  await nextTurn();
  if (load.graphCalls > 1) await sleep(TOGETHER_MS - firstMs);
}

const openGraph = ({
  world,
  faults,
  switches,
  load,
}: Pick<EmulatorState, 'world' | 'faults' | 'switches' | 'load'>): Graph =>
  createGraph({
    world,
    findFault: (method, pathname, request) => faults.find(method, pathname, request),
    limits: createRequestLimits(world.clock.now, () => switches),
    dwell: (holdsPlace) => dwell({ switches, load }, holdsPlace),
  });

async function createState(app: AppRegistration, options: ResetOptions): Promise<EmulatorState> {
  const faults = createFaults();
  const world = buildWorld(options);
  const switches = { ...USUAL_SWITCHES };
  const load = { graphCalls: 0 };
  return {
    app,
    keys: await createSigningKeys(),
    codes: createCodeBook(),
    signIns: createSignIns(),
    faults,
    traffic: createTraffic(),
    tokenCalls: [],
    world,
    graph: openGraph({ world, faults, switches, load }),
    switches,
    load,
  };
}

/** Everything but the keys begins anew. */
function resetState(state: EmulatorState, options: ResetOptions): void {
  const world = buildWorld(options);
  state.world.clock.stop();
  state.world = world;
  state.graph = openGraph(state);
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
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const initial: ResetOptions = { seed: options.seed, now: parseNow(options.now) };
  const state = await createState(options.app ?? toDemoApp(), initial);
  // a reset that names no seed or time takes those of the start
  const reset = async (changes: ResetOptions = {}): Promise<void> => {
    const { seed, now, ...others } = parseReset(changes, listSeeds());
    resetState(state, { ...others, seed: seed ?? initial.seed, now: now ?? initial.now });
  };
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
