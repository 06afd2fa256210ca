import { expectProblem } from '../problem.ts';
import { startApp } from '../running-app.ts';

describe('the keys of Entra', () => {
  it('B23 are not looked for behind a redirect', async () => {
    const app = await startApp();
    const match = { path: '/common/discovery/v2.0/keys' };
    const answer = { status: 302, headers: { Location: `${app.emulator.url}/evil/keys` }, body: {} };
    await app.control('/faults', [{ match, answer, times: 1 }]);
    const token = await app.token();
    expectProblem(await app.call('/api/connection', { token }), 503, 'upstream_unavailable');
    expect(app.sent).toEqual(['GET /common/discovery/v2.0/keys']);
    app.clock.offsetMs = 3_000;
    expect((await app.call('/api/connection', { token })).status).toBe(200);
    await app.close();
  });
});
