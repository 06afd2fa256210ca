/** Single properties as paths of their own. */
import { createStage } from './stage.ts';

describe('a property as a path', () => {
  const stage = createStage();

  it('comes in an envelope with its context [CSDL]', async () => {
    const { status, json } = await stage.ask('GET /me/displayName');
    expect(status).toBe(200);
    expect(json).toEqual({
      '@odata.context': expect.stringMatching(
        /^https:\/\/graph\.microsoft\.com\/v1\.0\/\$metadata#users.*\/displayName$/,
      ),
      value: 'Alex Berger',
    });
    expect((await stage.ask('GET /me/mailboxSettings/timeZone')).json['value']).toEqual(expect.any(String));
    expect((await stage.ask('GET /users/sam@contoso.example/mail')).json['value']).toBe('sam@contoso.example');
  });

  it('is a list where the property is one, and the structure itself where it is one [CSDL]', async () => {
    expect((await stage.ask('GET /me/businessPhones')).json['value']).toEqual([]);
    const owner = await stage.ask('GET /me/calendar/owner');
    expect(owner.json).toEqual({
      '@odata.context': expect.any(String),
      name: 'Alex Berger',
      address: 'alex@contoso.example',
    });
  });

  it('is nothing where it has no value [CSDL]', async () => {
    const answer = await stage.ask('GET /me/mobilePhone');
    expect([answer.status, answer.body]).toEqual([204, undefined]);
  });

  it('takes the scopes, the rights and the mailbox of the whole [PERM]', async () => {
    expect((await stage.ask('GET /users/sam@contoso.example/mail', undefined, { scopes: ['User.Read'] })).status).toBe(
      403,
    );
    expect((await stage.ask('GET /me/mailboxSettings/timeZone', undefined, { scopes: ['User.Read'] })).status).toBe(
      403,
    );
    expect((await stage.ask('GET /me/mailboxSettings/timeZone', undefined, { as: 'kim' })).status).toBe(404);
  });

  it('is none where the type has none of that name [CSDL]', async () => {
    for (const path of ['/me/nickname', '/me/displayname', '/me/displayName/length', '/me/displayName/$value'])
      expect((await stage.ask(`GET ${path}`)).status).toBe(400);
    expect((await stage.ask('GET /me/displayName?$select=id')).status).toBe(400);
    expect((await stage.ask('PATCH /me/displayName', { value: 'x' })).status).toBe(405);
  });
});
