/** A person's own calendars, made, renamed and removed (fact sheet A1). */
import { createStage, type Json, type Stage } from '../stage.ts';

describe('calendars', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });
  const list = async (): Promise<readonly Json[]> =>
    (await stage.ask('GET /me/calendars?$top=100')).json['value'] as readonly Json[];
  const make = async (body: object = { name: 'Training' }): Promise<string> =>
    String((await stage.ask('POST /me/calendars', body)).json['id']);
  const codeOf = async (line: string, body?: object) => {
    const { status, json } = await stage.ask(line, body);
    return [status, json?.['error']?.['code']];
  };

  it('are made with a name and a color, owned by the person, and take events [A1]', async () => {
    const made = await stage.ask('POST /me/calendars', { name: 'Training', color: 'lightTeal', hexColor: '#1080a0' });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...{ name: 'Training', color: 'lightTeal', hexColor: '#1080a0', isDefaultCalendar: false, isRemovable: true },
      ...{ canEdit: true, canShare: true, isTallyingResponses: false, owner: { address: 'alex@contoso.example' } },
    });
    const id = String(made.json['id']);
    const event = await stage.ask(`POST /me/calendars/${id}/events`, {
      subject: 'First aid',
      start: { dateTime: '2026-12-13T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-13T10:00:00', timeZone: 'UTC' },
    });
    expect(event.status).toBe(201);
    expect((await stage.ask(`GET /me/calendars/${id}/events`)).json['value']).toHaveLength(1);
    expect((await stage.ask(`DELETE /me/calendars/${id}`)).status).toBe(204);
    expect((await list()).map((one) => one['id'])).not.toContain(id);
    expect((await stage.ask(`GET /me/events/${String(event.json['id'])}`)).status).toBe(404);
  });

  it('have no color of their own until one is picked [A1]', async () => {
    const { json } = await stage.ask(`GET /me/calendars/${await make()}`);
    expect(json).toMatchObject({ color: 'auto', hexColor: '' });
  });

  it('change their name and color, the primary one too [A1]', async () => {
    const id = await make();
    expect((await stage.ask(`PATCH /me/calendars/${id}`, { name: 'Courses' })).json).toMatchObject({
      id,
      name: 'Courses',
    });
    expect((await stage.ask('PATCH /me/calendar', { color: 'lightRed' })).json).toMatchObject({
      color: 'lightRed',
      isDefaultCalendar: true,
    });
    expect((await stage.ask('GET /me/calendar')).json['color']).toBe('lightRed');
  });

  it('are refused a name that is taken, none, or properties that are not theirs to set [A1]', async () => {
    const id = await make();
    expect(await codeOf('POST /me/calendars', { name: 'training' })).toEqual([409, 'ErrorFolderExists']);
    expect(await codeOf('POST /me/calendars', {})).toEqual([400, 'ErrorPropertyValidationFailure']);
    expect(await codeOf('POST /me/calendars', { name: ' ' })).toEqual([400, 'ErrorPropertyValidationFailure']);
    expect(await codeOf(`PATCH /me/calendars/${id}`, { canEdit: false })).toEqual([400, 'ErrorInvalidPropertySet']);
    expect(await codeOf(`PATCH /me/calendars/${id}`, { hexColor: 'red' })).toEqual([
      400,
      'ErrorPropertyValidationFailure',
    ]);
    expect((await stage.ask(`PATCH /me/calendars/${id}`, { color: 'red' })).status).toBe(400);
    expect(await codeOf('PATCH /me/calendars/AAMkno=', { name: 'x' })).toEqual([404, 'ErrorItemNotFound']);
  });

  it('keep the primary one, and the names of those that others share [A1]', async () => {
    const calendars = await list();
    const primary = calendars.find((one) => one['isDefaultCalendar']);
    const shared = calendars.find(
      (one) => one['canShare'] === false && one['owner']?.['address'] !== 'alex@contoso.example',
    );
    expect(await codeOf(`DELETE /me/calendars/${String(primary?.['id'])}`)).toEqual([
      400,
      'ErrorDeleteDistinguishedFolder',
    ]);
    expect(await codeOf(`PATCH /me/calendars/${String(shared?.['id'])}`, { name: 'Mine' })).toEqual([
      403,
      'ErrorAccessDenied',
    ]);
  });

  it('are not changed with a scope that only reads [PERM]', async () => {
    const id = await make();
    for (const line of ['POST /me/calendars', `PATCH /me/calendars/${id}`, `DELETE /me/calendars/${id}`])
      expect((await stage.ask(line, undefined, { scopes: ['Calendars.Read'] })).status).toBe(403);
  });
});
