/** Introduces the emulator and the server to each other: the demo that `npm start` runs, on loopback only. */
import 'temporal-polyfill/global';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { toDemoApp } from '../emulator/app-registration.ts';
import { createEmulator } from '../emulator/create-emulator.ts';
import { startServer } from '../server/main.ts';
import { openDemo } from './open-demo.ts';

export type DemoEnvironment = Readonly<Record<string, string | undefined>>;

export interface DemoOptions {
  readonly emulatorOnly: boolean;
}

interface Closable {
  readonly close: () => Promise<void>;
}

/** A port number from the environment; throws a sentence for people where it is none. */
function parsePort(name: string, text: string | undefined, fallback: number): number {
  const port = text === undefined || text === '' ? fallback : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RangeError(`${name} must be a port (1 to 65535), not '${text}'.`);
  return port;
}

/** The server's environment: only addresses differ from a real deployment's. */
function toServerEnvironment(
  env: DemoEnvironment,
  port: number,
  emulatorUrl: string,
  hostsOrigin: string,
  app: ReturnType<typeof toDemoApp>,
) {
  return {
    LOG_LEVEL: 'warn',
    DATA_DIR: join(process.cwd(), 'data', 'demo'),
    OPS_PORT: '0',
    ...env,
    NODE_ENV: 'development',
    PORT: String(port),
    PUBLIC_URL: app.url,
    ENTRA_CLIENT_ID: app.clientId,
    ENTRA_CLIENT_SECRET: app.secret,
    ENTRA_TENANTS: '*',
    ENTRA_APP_ID_URI: app.appIdUri,
    ENTRA_BASE_URL: emulatorUrl,
    GRAPH_BASE_URL: emulatorUrl,
    EXTRA_HOST_ORIGINS: hostsOrigin,
    OFFICE_SCRIPT_URL: `${emulatorUrl}/office.js`,
  };
}

function explain(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Move with PORT=… and EMULATOR_PORT=… before npm start.`;
  return message;
}

/** Ends everything once, however often Ctrl-C is pressed. */
function closeOnSignal(parts: readonly Closable[]): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await Promise.all(parts.map((part) => part.close()));
    process.exit(0);
  };
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
}

function announce(emulatorUrl: string, serverUrl: string | undefined, begunMs: number): void {
  const seconds = (begunMs / 1000).toFixed(1);
  console.log('');
  console.log('  DEMO · an emulated Microsoft 365 on this machine; nothing leaves it, no account is needed');
  console.log(`  Open      ${emulatorUrl}/`);
  if (serverUrl !== undefined) console.log(`  Server    ${serverUrl}`);
  console.log(`  Ready in ${seconds} s. Ctrl-C stops it.`);
  console.log('');
}

/** Starts the emulator and, unless told otherwise, the server whose door the demo tenant's administrator then opens by a real proof run. Ends the process with a sentence where a port is taken. */
export async function runDemo(env: DemoEnvironment, { emulatorOnly }: DemoOptions): Promise<void> {
  try {
    const port = parsePort('PORT', env['PORT'], 3000);
    const emulatorPort = parsePort('EMULATOR_PORT', env['EMULATOR_PORT'], 3001);
    // alone, it is asked by who knows of no secret drawn by chance
    const app = toDemoApp(port, env['ENTRA_CLIENT_SECRET'] || (emulatorOnly ? undefined : randomUUID()));
    const seed = env['EMULATOR_SEED'] || 'small';
    const now = env['EMULATOR_NOW'] || undefined;
    const emulator = await createEmulator({ seed, port: emulatorPort, now, app });
    const parts: Closable[] = [emulator];
    closeOnSignal(parts);
    const hostsUrl = `http://127.0.0.1:${emulatorPort}`;
    if (emulatorOnly) return announce(hostsUrl, undefined, performance.now());
    const serverEnvironment = toServerEnvironment(env, port, `http://localhost:${emulatorPort}`, hostsUrl, app);
    const [tenant] = emulator.tenants;
    if (tenant === undefined) throw new Error('The emulator has no tenant.');
    const server = await startServer(serverEnvironment);
    parts.unshift(server);
    const serverUrl = `http://localhost:${port}`;
    const problem = await openDemo({ serverUrl, emulatorUrl: hostsUrl, organisation: tenant, seed, now });
    announce(hostsUrl, serverUrl, performance.now());
    if (problem !== undefined) console.error(problem);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
