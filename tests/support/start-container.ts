/** Runs what the image runs, without Docker: its own command in a folder that holds only what its last stage copies. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fillIn, readCompose, readImage } from './read-dockerfile.ts';

export interface ContainerOptions {
  /** Secret of compose.yaml → what its file holds. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What an operator gives compose. */
  readonly given: Readonly<Record<string, string>>;
  /** What must be otherwise without Docker, and away from Microsoft. */
  readonly other: Readonly<Record<string, string | undefined>>;
}

export interface Container {
  readonly folder: string;
  readonly log: () => string;
  /** The image's own health check; rejects where it fails. */
  readonly checkHealth: () => Promise<void>;
  /** What another command in the same container writes, and its exit code: `docker compose exec app …`. */
  readonly exec: (args: readonly string[]) => Promise<{ readonly output: string; readonly code: number }>;
  /** Ends it as Docker does, and says with which code it ended. */
  readonly stop: () => Promise<number | null>;
}

const READY_MS = 30_000;
const run = promisify(execFile);

/** Nothing of the machine that runs it, but where programs are. */
function toEnvironment({ secrets, given, other }: ContainerOptions, folder: string): Record<string, string> {
  const { services } = readCompose();
  const { env } = readImage();
  const entries = Object.entries({ PATH: process.env['PATH'] ?? '', ...env, ...services.app.environment }).map(
    ([name, text]) => [name, fillIn(text, given).replace(/^\/run\/secrets\//, `${folder}/secrets/`)] as const,
  );
  mkdirSync(join(folder, 'secrets'));
  for (const name of services.app.secrets) writeFileSync(join(folder, 'secrets', name), `${secrets[name] ?? ''}\n`);
  const all = Object.entries({ ...Object.fromEntries(entries), ...other });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Resolves once the health check passes; rejects with what it wrote where it ends before. */
export async function startContainer(options: ContainerOptions): Promise<Container> {
  const { copies, command, healthCommand } = readImage();
  const folder = mkdtempSync(join(tmpdir(), 'office-shifts-container-'));
  const app = join(folder, 'app');
  for (const [from, to] of copies) {
    mkdirSync(dirname(join(app, to)), { recursive: true });
    cpSync(from, join(app, to), { recursive: true });
  }
  const env = toEnvironment(options, folder);
  const [, ...args] = command;
  const child = spawn(process.execPath, args, { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const checkHealth = async (): Promise<void> => {
    await run(process.execPath, healthCommand.slice(1), { cwd: app, env });
  };
  const exec = async (rest: readonly string[]): Promise<{ output: string; code: number }> => {
    const lone = spawn(process.execPath, rest, { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    lone.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    lone.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(lone, 'close')) as [number];
    return { output, code };
  };
  const deadline = Date.now() + READY_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const isWell = await checkHealth().then(
      () => true,
      () => false,
    );
    if (isWell) break;
  }
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    rmSync(folder, { recursive: true });
    return code;
  };
  if (child.exitCode !== null || Date.now() >= deadline) {
    await stop();
    throw new Error(`The container did not come up:\n${log}`);
  }
  return { folder, log: () => log, checkHealth, exec, stop };
}
