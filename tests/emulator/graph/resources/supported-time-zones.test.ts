/** The zones that a mailbox knows (fact sheet A2). */
import { createStage, type Json } from '../stage.ts';

describe('supportedTimeZones', () => {
  const stage = createStage();
  const HOME = 'GET /me/outlook/supportedTimeZones';
  const aliases = (json: Json): unknown[] => (json['value'] as readonly Json[]).map((one) => one['alias']);

  it('has Windows names unless asked for others [A2]', async () => {
    const { json } = await stage.ask(HOME);
    expect(aliases(json)).toEqual(expect.arrayContaining(['UTC', 'W. Europe Standard Time', 'Pacific Standard Time']));
    expect(aliases(json)).not.toContain('Europe/Berlin');
    const named = await stage.ask(`${HOME}(TimeZoneStandard=microsoft.graph.timeZoneStandard'Windows')`);
    expect(aliases(named.json)).toEqual(aliases(json));
  });

  it('has IANA names when asked for them, all of which an event takes [A2]', async () => {
    const { json } = await stage.ask(`${HOME}(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')`);
    expect(aliases(json)).toEqual(expect.arrayContaining(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo']));
    expect(aliases(json)).not.toContain('W. Europe Standard Time');
  });

  it.each(["(TimeZoneStandard='Moon')", "(Standard='Iana')", '(TimeZoneStandard=Iana)'])(
    'does not know the standard %s [A2]',
    async (call) => {
      expect((await stage.ask(HOME + call)).status).toBe(400);
    },
  );

  it('keeps the overload, which checkers mistake, out of the record [CSDL]', async () => {
    expect(await stage.ask(`${HOME}(TimeZoneStandard='Iana')`)).toMatchObject({ status: 200, isOffRecord: true });
    expect((await stage.ask(HOME)).isOffRecord).toBeUndefined();
    const batch = await stage.ask('POST /$batch', {
      requests: [{ id: '1', method: 'GET', url: "/me/outlook/supportedTimeZones(TimeZoneStandard='Iana')" }],
    });
    expect(batch).toMatchObject({ status: 200, isOffRecord: true });
  });
});
