/** Starts what a measurement needs as processes of their own, each pinned to a core where the system can. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const canPin = process.platform === 'linux' && spawnSync('taskset', ['-V']).status === 0;

export async function findFreePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Resolves once `ready` stands in the output; `close()` ends the process. */
export async function startProcess(args, { env = {}, core, ready }) {
  const [command, ...rest] =
    canPin && core !== undefined
      ? ['taskset', '-c', String(core), process.execPath, ...args]
      : [process.execPath, ...args];
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  await new Promise((done, fail) => {
    const read = (chunk) => {
      log += chunk;
      if (log.includes(ready)) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => fail(new Error(`${args[0]} ended with ${code}:\n${log}`)));
  });
  return {
    pid: child.pid,
    log: () => log,
    close: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
