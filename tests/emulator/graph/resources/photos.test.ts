/** Profile photos: sizes, bytes, and people without one (published metadata: profilePhoto; permission table). */
import { JSON_HEADERS, openEmulator, type EmulatorClient } from '../../../support/emulator-client.ts';
import { createStage, type Json } from '../stage.ts';

const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;

describe('profile photos', () => {
  const stage = createStage();
  const keys = [...stage.world.people.values()].filter(({ tenantId, mail }) => {
    const home = [...stage.world.people.values()].find(({ key }) => key === 'alex')?.tenantId;
    return tenantId === home && mail !== null;
  });

  it('say their size and kind, and come as JPEG [CSDL]', async () => {
    const { json } = await stage.ask('GET /users/sam@contoso.example/photos/48x48');
    expect(json).toMatchObject({ id: '48x48', width: 48, height: 48, '@odata.mediaContentType': 'image/jpeg' });
    const { headers, body } = await stage.ask('GET /users/sam@contoso.example/photos/48x48/$value');
    expect(headers['Content-Type']).toBe('image/jpeg');
    expect(isJpeg(body as Uint8Array)).toBe(true);
    expect((await stage.ask('GET /me/photo')).json).toMatchObject({ id: '648x648' });
    expect((await stage.ask('GET /me/photos')).json['value']).toHaveLength(9);
  });

  it('are missing for some, as in every organisation [E3]', async () => {
    const answers = await Promise.all(
      keys.map(({ objectId }) => stage.ask(`GET /users/${objectId}/photos/48x48/$value`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 404]));
    const missing = answers.find(({ status }) => status === 404);
    expect(missing?.json['error']).toMatchObject({ code: 'ImageNotFound' });
  });

  it('have no other sizes and no other people [E3]', async () => {
    expect((await stage.ask('GET /me/photos/50x50')).status).toBe(404);
    const stranger = await stage.ask('GET /users/nobody@contoso.example/photo');
    expect(stranger.json['error']).toMatchObject({ code: 'Request_ResourceNotFound' });
    expect((await stage.ask('GET /users/jo@fabrikam.example/photo/$value')).status).toBe(404);
  });

  it.each<[string, string, readonly string[], number]>([
    ['my own with User.Read', '/me/photo', ['User.Read'], 200],
    ['others’ not with User.Read alone', '/users/sam@contoso.example/photo', ['User.Read'], 403],
    ['others’ with User.ReadBasic.All', '/users/sam@contoso.example/photo/$value', ['User.ReadBasic.All'], 200],
    ['none with another scope', '/me/photo/$value', ['People.Read'], 403],
  ])('%s [PERM]', async (_name, path, scopes, status) => {
    expect((await stage.ask(`GET ${path}`, undefined, { scopes })).status).toBe(status);
  });
});

describe('profile photos over HTTP', () => {
  let client: EmulatorClient;
  beforeAll(async () => {
    client = await openEmulator();
  });
  afterAll(() => client.emulator.close());

  it('are bytes alone, and text inside a batch [E1]', async () => {
    const url = '/users/sam@contoso.example/photos/48x48/$value';
    const alone = await fetch(`${client.emulator.url}/v1.0${url}`, { headers: await client.asAlex() });
    const bytes = new Uint8Array(await alone.arrayBuffer());
    expect([alone.headers.get('content-type'), isJpeg(bytes)]).toEqual(['image/jpeg', true]);
    const requests = [{ id: '1', method: 'GET', url }];
    const { body } = await client.send('POST', '/v1.0/$batch', { requests }, await client.asAlex(JSON_HEADERS));
    const [answer] = body['responses'] as readonly Json[];
    expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': 'image/jpeg' } });
    expect(answer?.['body']).toBe(Buffer.from(bytes).toString('base64'));
  });
});
