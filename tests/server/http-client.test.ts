import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createHttpClient, readText } from '../../server/http-client.ts';

let server: Server | undefined;
const client = createHttpClient({ maxSockets: 2 });

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
afterAll(() => client.close());

const get = (url: string, timeoutMs = 1_000) => client.send({ method: 'GET', url, timeoutMs });

describe('createHttpClient', () => {
  it('unpacks what came packed', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'));
    });
    expect(await readText(await get(url), 100)).toBe('hello');
  });

  it('D15 fails on a packed answer that ends early, and on one beyond the limit', async () => {
    const whole = gzipSync('hello'.repeat(1000));
    const url = await serve((request, response) => {
      const body = request.url === '/cut' ? whole.subarray(0, 20) : whole;
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    await expect(readText(await get(`${url}cut`), 10_000)).rejects.toThrow();
    await expect(readText(await get(url), 4_999)).rejects.toThrow('too_large');
  });

  it('D14 counts the deadline until the last byte', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200).write('a');
    });
    const answer = await get(url, 200);
    await expect(readText(answer, 100)).rejects.toThrow();
  });

  it('ends with the caller', async () => {
    const url = await serve(() => undefined);
    const stopSoon = (stop: () => void): void => void setTimeout(stop, 50);
    const pending = client.send({ method: 'GET', url, timeoutMs: 5_000, onStart: stopSoon });
    await expect(pending).rejects.toThrow('aborted');
  });

  it('survives a body that nobody reads and that breaks', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('a');
      setTimeout(() => request.socket.destroy(), 20);
    });
    const answer = await get(url);
    expect(answer.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
});
