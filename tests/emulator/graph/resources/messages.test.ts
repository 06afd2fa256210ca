/** The inbox: what lies open in Outlook can be read through Graph, with the scope for mail alone. */
import { findOutlookItem } from '../../../../emulator/hosts/outlook-item.ts';
import { createStage, type Json } from '../stage.ts';

const MAIL = { scopes: ['Mail.Read'] };

describe('a message that Outlook shows', () => {
  const stage = createStage();
  const ID = 'AAMkmessage-1-alexAAA=';

  it('is the same under /me/messages by its id [H3]', async () => {
    const alex = [...stage.world.people.values()].find(({ key }) => key === 'alex');
    if (alex === undefined) throw new Error('no alex');
    const found = findOutlookItem(stage.world, alex, ID, 'read');
    if (!found.ok) throw new Error(found.problem);
    const { status, json } = await stage.ask(`GET /me/messages/${ID}`, undefined, MAIL);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: ID,
      subject: found.item?.subject,
      receivedDateTime: new Date(found.item?.startMs ?? 0).toISOString().replace('.000', ''),
      from: { emailAddress: { address: found.item?.organizer.emailAddress } },
      body: { content: found.item?.body },
    });
  });

  it('is in the list, the newest first [H3]', async () => {
    const { json } = await stage.ask('GET /me/messages?$select=receivedDateTime', undefined, MAIL);
    const times = (json['value'] as readonly Json[]).map((one) => String(one['receivedDateTime']));
    expect(times.length).toBeGreaterThanOrEqual(2);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is nobody else’s, and not read without Mail.Read [PERM]', async () => {
    expect((await stage.ask(`GET /me/messages/${ID}`)).status).toBe(403);
    expect((await stage.ask(`GET /me/messages/${ID}`, undefined, { ...MAIL, as: 'sam' })).status).toBe(404);
    expect((await stage.ask('GET /me/messages/bogus', undefined, MAIL)).json['error']?.['code']).toBe(
      'ErrorInvalidIdMalformed',
    );
    expect((await stage.ask('GET /me/messages', undefined, { ...MAIL, as: 'kim' })).status).toBe(404);
  });
});
