/** Answers operators on the inner port: whether this server can serve (`/readyz`), and its counts (`/metrics`). */
import { createServer, type Server } from 'node:http';
import { findHindrance, type Readiness } from '../../src/domain/policy/find-hindrance.ts';
import type { Metrics } from './metrics.ts';

export interface OpsParts extends Readiness {
  readonly metrics: Metrics;
}

export function createOpsServer(parts: OpsParts): Server {
  const { metrics } = parts;
  const answer = async (path: string | undefined): Promise<readonly [status: number, type: string, body: string]> => {
    const json = (status: number, word: string) =>
      [status, 'application/json', JSON.stringify({ status: word })] as const;
    if (path === '/metrics') return [200, metrics.contentType, await metrics.read()];
    if (path !== '/readyz') return json(404, 'not_found');
    const hindrance = await findHindrance(parts);
    return hindrance === undefined ? json(200, 'ready') : json(503, hindrance);
  };
  return createServer((request, response) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const answered = reads ? answer(request.url?.split('?')[0]) : Promise.resolve([405, 'text/plain', ''] as const);
    void answered.then(([status, type, body]) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', Allow: 'GET, HEAD' });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
}
