/** What all services of one running emulator share; a reset puts a new world in. */
import type { AppRegistration } from './app-registration.ts';
import type { Faults } from './control/faults.ts';
import type { Traffic } from './control/traffic.ts';
import type { CodeBook } from './entra/code-book.ts';
import type { TokenCall } from './entra/create-entra.ts';
import type { SignIns } from './entra/sign-ins.ts';
import type { SigningKeys } from './entra/signing-keys.ts';
import type { Graph } from './graph/create-graph.ts';
import type { SeededWorld } from './seed/seeded-world.ts';
import type { Switches } from './switches.ts';

export interface EmulatorState {
  readonly app: AppRegistration;
  readonly keys: SigningKeys;
  readonly codes: CodeBook;
  readonly signIns: SignIns;
  readonly faults: Faults;
  readonly traffic: Traffic;
  /** Token requests since the last reset. */
  tokenCalls: TokenCall[];
  world: SeededWorld;
  graph: Graph;
  readonly switches: Switches;
  /** Calls of Graph that arrived and are not answered yet; those struck by a fault left out. */
  readonly load: { graphCalls: number };
}
