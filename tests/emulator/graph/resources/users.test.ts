/** People, their mailbox settings and presence. */
import { createStage, type Json } from '../stage.ts';

describe('people', () => {
  const stage = createStage();
  const sam = [...stage.world.people.values()].find(({ key }) => key === 'sam');

  it('are told who they are [PERM]', async () => {
    const { json } = await stage.ask('GET /me');
    expect(json).toMatchObject({
      displayName: 'Alex Berger',
      mail: 'alex@contoso.example',
      userPrincipalName: 'alex@contoso.example',
    });
    expect(json).not.toHaveProperty('proxyAddresses');
    const selected = await stage.ask('GET /me?$select=mail,proxyAddresses,userType');
    expect(selected.json).toMatchObject({
      mail: 'alex@contoso.example',
      proxyAddresses: ['SMTP:alex@contoso.example', 'smtp:a.berger@contoso.example'],
      userType: 'Member',
    });
    expect(selected.json).not.toHaveProperty('id');
    expect((await stage.ask('GET /me?$select=shoeSize')).json['error']?.['message']).toContain(
      "Could not find a property named 'shoeSize'",
    );
  });

  it('read colleagues by id or name with the scope for it, and strangers never [PERM]', async () => {
    expect((await stage.ask(`GET /users/${sam?.objectId ?? ''}`)).json['displayName']).toBe('Sam Okafor');
    expect((await stage.ask('GET /users/sam@contoso.example')).status).toBe(200);
    expect((await stage.ask('GET /users/jo@fabrikam.example')).status).toBe(404);
    const lone = await stage.ask('GET /users/sam@contoso.example', undefined, { scopes: ['User.Read'] });
    expect([lone.status, lone.json['error']?.['code']]).toEqual([403, 'Authorization_RequestDenied']);
  });

  it('are themselves under their own id [PERM]', async () => {
    expect((await stage.ask('GET /users/alex@contoso.example/calendars')).status).toBe(200);
  });

  it('are listed for their own organisation [PERM]', async () => {
    const { json } = await stage.ask("GET /users?$filter=startswith(displayName,'Sam')&$select=displayName,id");
    expect(json['value']).toEqual([{ displayName: 'Sam Okafor', id: sam?.objectId }]);
    expect((await stage.ask('GET /users', undefined, { as: 'jo' })).json['value']).toHaveLength(1);
  });

  it('have mailbox settings, guests none [D3]', async () => {
    const { json } = await stage.ask('GET /me/mailboxSettings?$select=timeZone,workingHours');
    expect(json).toMatchObject({
      timeZone: 'W. Europe Standard Time',
      workingHours: { startTime: '08:00:00.0000000', timeZone: { name: 'W. Europe Standard Time' } },
    });
    expect(json).not.toHaveProperty('dateFormat');
    expect((await stage.ask('GET /me/mailboxSettings', undefined, { as: 'kim' })).json['error']?.['code']).toBe(
      'MailboxNotEnabledForRESTAPI',
    );
    expect((await stage.ask('GET /me', undefined, { as: 'kim' })).json).toMatchObject({ mail: null });
    expect(
      (await stage.ask('GET /me/mailboxSettings', undefined, { scopes: ['User.Read'] })).json['error']?.['code'],
    ).toBe('ErrorAccessDenied');
  });

  it('change their zone to one that exists [D3]', async () => {
    const own = createStage();
    const changed = await own.ask('PATCH /me/mailboxSettings', {
      timeZone: 'Tokyo Standard Time',
      workingHours: { startTime: '10:00:00' },
    });
    expect(changed.json).toMatchObject({
      timeZone: 'Tokyo Standard Time',
      workingHours: { startTime: '10:00:00.0000000' },
    });
    expect((await own.ask('PATCH /me/mailboxSettings', { timeZone: 'Nowhere' })).status).toBe(400);
    expect((await own.ask('PATCH /me/mailboxSettings', { zone: 'x' })).status).toBe(400);
  });

  it('are present where their work plan says [D3]', async () => {
    const at = createStage({ now: '2026-11-23T06:30:00Z' });
    const ids = [...at.world.people.values()]
      .filter(({ key }) => ['sam', 'jo'].includes(key))
      .map(({ objectId }) => objectId);
    const { json } = await at.ask('POST /communications/getPresencesByUserId', { ids });
    expect(json['value']).toHaveLength(1);
    expect((json['value'] as readonly Json[])[0]).toMatchObject({
      availability: 'Busy',
      activity: 'InAMeeting',
      workLocation: { workLocationType: 'office', source: 'scheduled' },
    });
    expect(
      (await at.ask('POST /communications/getPresencesByUserId', { ids: Array.from({ length: 651 }, String) })).status,
    ).toBe(400);
    expect((await at.ask('GET /me/presence')).json['availability']).toBe('Busy');
  });
});
