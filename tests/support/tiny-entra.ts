/** The emulated Entra and the hosts on loopback, with the tiny world behind them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import type { AppRegistration } from '../../emulator/app-registration.ts';
import { createCodeBook } from '../../emulator/entra/code-book.ts';
import { createEntra, type TokenCall } from '../../emulator/entra/create-entra.ts';
import type { EntraContext } from '../../emulator/entra/entra-context.ts';
import { createSignIns } from '../../emulator/entra/sign-ins.ts';
import { createSigningKeys } from '../../emulator/entra/signing-keys.ts';
import { toAppClaims } from '../../emulator/entra/token-claims.ts';
import { findPerson } from '../../emulator/find-person.ts';
import { createHosts } from '../../emulator/hosts/create-hosts.ts';
import { USUAL_SWITCHES, type Switches } from '../../emulator/switches.ts';
import { createTinyWorld, TINY_APP } from './tiny-world.ts';

export interface TinyEntra {
  readonly url: string;
  readonly context: EntraContext & { readonly switches: Switches };
  readonly calls: readonly TokenCall[];
  /** A token for our API as the host gets it; claims and header override, null leaves out. */
  ssoToken(
    person: string,
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
    key?: 'current' | 'retired' | 'foreign',
  ): string;
  close(): Promise<void>;
}

export async function startTinyEntra(app: Partial<AppRegistration> = {}): Promise<TinyEntra> {
  const context: TinyEntra['context'] = {
    app: { ...TINY_APP, ...app },
    keys: await createSigningKeys(),
    codes: createCodeBook(),
    signIns: createSignIns(),
    switches: { ...USUAL_SWITCHES },
    world: createTinyWorld(),
  };
  const calls: TokenCall[] = [];
  const handler = express()
    .use(createHosts(context))
    .use(createEntra(context, (call) => calls.push(call)));
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    context,
    calls,
    ssoToken: (name, claims = {}, header = {}, key = 'current') => {
      const person = findPerson(context.world, name);
      if (person === undefined) throw new Error(`nobody is called ${name}`);
      return context.keys.sign({ ...toAppClaims(context.app, person), ...claims }, header, key);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
