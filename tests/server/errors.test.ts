import { EventEmitter } from 'node:events';
import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createErrorHandler } from '../../server/errors.ts';
import { createLog } from '../../server/telemetry/log.ts';
import { expectProblem } from './problem.ts';
import { sendTo } from './running-app.ts';

describe('createErrorHandler', () => {
  it('C26 C25 C23 answers whatever is thrown with 500, tells nobody what it was, and goes on', async () => {
    const lines: string[] = [];
    const app = express();
    app.use((_request, response, next) => {
      response.locals['requestId'] = '00000000-0000-4000-8000-000000000000';
      next();
    });
    app.get('/api/throws', () => {
      throw new Error('canary alex@contoso.example eyJ');
    });
    app.get('/api/rejects', () => Promise.reject(new TypeError('canary')));
    app.get('/api/emits', () => {
      new EventEmitter().emit('error', new Error('canary'));
    });
    app.get('/api/text', (_request, _response, next) => next('canary'));
    app.use(createErrorHandler(createLog('info', { write: (line: string) => void lines.push(line) })));
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const path of ['/api/throws', '/api/rejects', '/api/emits', '/api/text']) {
      const answer = await sendTo(url, path);
      expectProblem(answer, 500, 'internal');
      expect(answer.text).not.toMatch(/canary|Error|at /);
    }
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toMatch(/canary|eyJ|contoso/);
    expect(lines[0]).toContain('errors.test.ts');
    server.close();
  });
});
