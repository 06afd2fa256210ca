/** Throughput of the relay on one core beside the yardstick, cold exchanges a second, and Entra calls for 50 requests at once. */
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, median, startProcess } from './processes.mjs';

const CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const SECRET = 'bench-secret';
const USERS = 200;
const ROUNDS = 5;
const PATH =
  '/graph/v1.0/me/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z&$select=id,subject&$top=50';

/** Stands before Entra and counts what asks it for tokens. */
async function countBefore(target) {
  const port = await findFreePort();
  const counts = { tokens: 0 };
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url.includes('/oauth2/v2.0/token')) counts.tokens += 1;
    const onward = forward(
      `${target}${request.url}`,
      { method: request.method, headers: { ...request.headers, host: new URL(target).host } },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${port}`, counts, close: () => server.close() };
}

/** The tenant of the demo's people, read from a token. */
async function findTenant(emulatorUrl) {
  const answer = await fetch(`${emulatorUrl}/emulator/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: 'alex', audience: 'app' }),
  });
  const { token } = await answer.json();
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).tid;
}

async function inGroups(items, size, work) {
  const answers = [];
  for (let at = 0; at < items.length; at += size)
    answers.push(...(await Promise.all(items.slice(at, at + size).map(work))));
  return answers;
}

async function load(url, tokens, seconds) {
  const requests = tokens.map((token) => ({
    method: 'GET',
    path: PATH,
    headers: { authorization: `Bearer ${token}` },
  }));
  const result = await autocannon({ url, connections: 16, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

export async function benchRelay() {
  const [emulatorPort, serverPort, upstreamPort, routePort] = await Promise.all([
    findFreePort(),
    findFreePort(),
    findFreePort(),
    findFreePort(),
  ]);
  const emulatorUrl = `http://127.0.0.1:${emulatorPort}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-bench-'));
  const emulator = await startProcess(['scripts/start.mjs', '--emulator-only'], {
    env: { PORT: String(serverPort), EMULATOR_PORT: String(emulatorPort), ENTRA_CLIENT_SECRET: SECRET },
    ready: 'Ready in',
  });
  const counted = await countBefore(emulatorUrl);
  const upstream = await startProcess(['bench/upstream.mjs'], {
    env: { PORT: String(upstreamPort) },
    core: 1,
    ready: 'listening',
  });
  const tenantId = await findTenant(emulatorUrl);
  const server = await startProcess(['dist/tools/bench-server.mjs'], {
    core: 0,
    ready: 'listening',
    env: {
      NODE_ENV: 'development',
      BENCH_TENANT: tenantId,
      LOG_LEVEL: 'warn',
      PORT: String(serverPort),
      OPS_PORT: '0',
      PUBLIC_URL: `http://localhost:${serverPort}`,
      DATA_DIR: dataDir,
      ENTRA_CLIENT_ID: CLIENT_ID,
      ENTRA_CLIENT_SECRET: SECRET,
      ENTRA_TENANTS: '*',
      ENTRA_APP_ID_URI: `api://localhost:${serverPort}/${CLIENT_ID}`,
      ENTRA_BASE_URL: counted.url,
      GRAPH_BASE_URL: `http://127.0.0.1:${upstreamPort}`,
    },
  });
  const route = await startProcess(['bench/express-route.mjs'], {
    core: 0,
    ready: 'listening',
    env: {
      PORT: String(routePort),
      KEYS_URL: `${emulatorUrl}/common/discovery/v2.0/keys`,
      AUDIENCE: CLIENT_ID,
      UPSTREAM: `http://127.0.0.1:${upstreamPort}`,
    },
  });
  const post = async (path, body) =>
    (
      await fetch(`${emulatorUrl}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  try {
    const serverUrl = `http://localhost:${serverPort}`;
    const call = (token) => fetch(`${serverUrl}${PATH}`, { headers: { authorization: `Bearer ${token}` } });
    const connect = (token) =>
      fetch(`${serverUrl}/api/connection`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ connected: true }),
      });

    const { token: first } = await post('/emulator/tokens', { person: 'alex', audience: 'app' });
    await connect(first);
    const before = counted.counts.tokens;
    const together = await Promise.all(Array.from({ length: 50 }, () => call(first)));
    if (together.some((answer) => !answer.ok))
      throw new Error(`a call was refused: ${together.map((answer) => answer.status).join(' ')}`);
    console.log(`Entra calls for 50 requests of one user at once: ${counted.counts.tokens - before}`);

    // the relay's limit is per user, so the load comes from many
    await post('/emulator/reset', { people: USERS + 20 });
    const { token: directory } = await post('/emulator/tokens', { person: 'alex', audience: 'graph' });
    const listed = await fetch(`${emulatorUrl}/v1.0/users?$select=userPrincipalName,userType&$top=${USERS + 20}`, {
      headers: { authorization: `Bearer ${directory}` },
    });
    const { value: people } = await listed.json();
    const members = people.filter(({ userType }) => userType !== 'Guest').slice(0, USERS);
    const tokens = await inGroups(members, 20, async ({ userPrincipalName }) => {
      const { token } = await post('/emulator/tokens', { person: userPrincipalName, audience: 'app' });
      return token;
    });
    await inGroups(tokens, 20, connect);
    const begin = performance.now();
    const cold = await inGroups(tokens, 16, call);
    const coldSeconds = (performance.now() - begin) / 1000;
    const refused = cold.filter((answer) => !answer.ok);
    if (refused.length > 0) throw new Error(`${refused.length} cold calls were refused: ${await refused[0].text()}`);
    console.log(
      `relay with a cold exchange each: ${(tokens.length / coldSeconds).toFixed(0)} a second (${tokens.length} users, 16 at a time, emulated Entra)`,
    );

    await load(serverUrl, tokens, 3);
    await load(`http://localhost:${routePort}`, tokens, 3);
    const pairs = [];
    for (let round = 0; round < ROUNDS; round += 1)
      pairs.push([await load(serverUrl, tokens, 4), await load(`http://localhost:${routePort}`, tokens, 4)]);
    const ratios = pairs.map(([ours, plain]) => ours / plain);
    console.log(
      `relay, warm, one core: median ${median(pairs.map(([ours]) => ours)).toFixed(0)} a second; the Express route: ${median(pairs.map(([, plain]) => plain)).toFixed(0)}`,
    );
    console.log(
      `ratio relay / route over ${ROUNDS} pairs: median ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
    );
  } finally {
    await Promise.all([server.close(), route.close(), upstream.close(), emulator.close()]);
    counted.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
