import { createCallBackend } from '../../src/backend/call-backend.ts';
import { changeIntegration } from '../../src/backend/change-integration.ts';
import { readIntegration } from '../../src/backend/read-integration.ts';
import { adminIntegration } from '../support/admin-world.ts';
import { json, scriptedFetch } from '../support/scripted-fetch.ts';

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const world = scriptedFetch(...script);
  const getToken = (): Promise<string> => Promise.resolve('token');
  const call = createCallBackend({ baseUrl: 'http://app.test', getToken, fetch: world.fetch, client: 'teams/web' });
  return { ...world, call };
}

describe('changeIntegration', () => {
  it('names the state that was read, and learns the new one', async () => {
    const { call, asked } = setUp(
      json(adminIntegration(), 200, { ETag: '"7"' }),
      json(adminIntegration(), 200, { ETag: '"8"' }),
    );
    const { etag } = await readIntegration(call);
    expect(await changeIntegration(call, { enabled: true }, etag)).toMatchObject({ etag: '"8"' });
    expect(asked[1]).toMatchObject({ method: 'PUT', body: '{"enabled":true}' });
    expect(asked[1]?.headers.get('if-match')).toBe('"7"');
  });

  it('tells that it was changed meanwhile', async () => {
    const { call } = setUp(json({ code: 'conflict', title: 't', requestId: 'r' }, 412));
    await expect(changeIntegration(call, {}, '"1"')).rejects.toMatchObject({ code: 'conflict' });
  });
});
