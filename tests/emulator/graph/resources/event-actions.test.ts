/** Answers to invitations (fact sheet A7). */
import { createStage, type Json } from '../stage.ts';

const TIMES = {
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'W. Europe Standard Time' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'W. Europe Standard Time' },
};
const to = (address: string): object => ({ type: 'required', emailAddress: { address } });

describe('answers', () => {
  const stage = createStage();
  const create = (body: object) => stage.ask('POST /me/events', { subject: 'Test', ...TIMES, ...body });
  const read = (id: unknown) => stage.ask(`GET /me/events/${String(id)}`);

  it('show the organizer the time that somebody proposed, until they answer without one', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example'), to('robin@contoso.example')] });
    const copies = await stage.ask("GET /me/events?$filter=subject eq 'Test'", undefined, { as: 'sam' });
    const path = `POST /me/events/${String(copies.json['value']?.[0]?.['id'])}`;
    const at = (dateTime: string) => ({ dateTime, timeZone: 'W. Europe Standard Time' });
    const slot = { start: at('2026-11-26T15:00:00'), end: at('2026-11-26T16:00:00') };
    const proposals = async (): Promise<unknown[]> =>
      ((await read(json['id'])).json['attendees'] as readonly Json[]).map((one) => one['proposedNewTime'] ?? null);
    expect((await stage.ask(`${path}/tentativelyAccept`, { proposedNewTime: slot }, { as: 'sam' })).status).toBe(202);
    expect(await proposals()).toEqual([
      {
        start: { dateTime: '2026-11-26T14:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-11-26T15:00:00.0000000', timeZone: 'UTC' },
      },
      null,
    ]);
    await stage.ask(`${path}/accept`, {}, { as: 'sam' });
    expect(await proposals()).toEqual([null, null]);
  });
});
