/** A real PostgreSQL for tests: on a free port, in a process of its own, given away in empty databases, deleted afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { isCollecting, keepText } from './keep-evidence.ts';

export interface TestPostgres {
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Shuts it down, with every connection to it; what it holds stays. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Rows that another client reads. */
  query(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Every row of every table, as text. */
async function dump(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  const list = `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema')`;
  const { rows: tables } = await client.query<{ name: string }>(list);
  let text = '';
  for (const { name } of tables) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
    text += `${name}\n${rows.map((row) => `${Object.values(row).join('\t')}\n`).join('')}`;
  }
  await client.end();
  return text;
}

export async function startPostgres(): Promise<TestPostgres> {
  const port = await findFreePort();
  const script = join(process.cwd(), 'tests/support/postgres-process.mjs');
  const child = spawn(process.execPath, [script, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ask = async (line: string): Promise<void> => {
    const answer = once(lines, 'line');
    child.stdin.write(`${line}\n`);
    await answer;
  };
  await once(lines, 'line');
  const urls: string[] = [];
  let isRunning = true;
  const turn = (on: boolean): Promise<void> => {
    isRunning = on;
    return ask(on ? 'start' : 'stop');
  };
  const keepAll = async (): Promise<void> => {
    if (!isCollecting()) return;
    if (!isRunning) await turn(true);
    for (const url of urls) keepText('postgres', await dump(url));
  };
  return {
    createDatabase: async () => {
      const name = `shifts_${urls.length + 1}`;
      urls.push(`postgres://postgres:password@127.0.0.1:${port}/${name}`);
      await ask(`create ${name}`);
      return urls.at(-1) ?? '';
    },
    pause: () => turn(false),
    resume: () => turn(true),
    query: async (url, text) => {
      const client = new Client(url);
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(text);
      await client.end();
      return rows;
    },
    stop: async () => {
      await keepAll();
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
