import { Readable } from 'node:stream';
import { checkEntra } from '../../../server/identity/check-entra.ts';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const ISSUER = 'https://login.microsoftonline.com/{tenantid}/v2.0';

/** What is said to an operator when Entra answers like this. */
async function listAlarms(date: string | undefined, issuer = ISSUER): Promise<readonly (readonly unknown[])[]> {
  const alarms: (readonly unknown[])[] = [];
  await checkEntra({
    entraBaseUrl: 'https://login.microsoftonline.com',
    tokenVersion: 2,
    send: () => Promise.resolve({ status: 200, headers: { date }, body: Readable.from([JSON.stringify({ issuer })]) }),
    log: { alert: (...what) => void alarms.push(what) },
    now: () => NOW,
  });
  return alarms;
}

describe('checkEntra', () => {
  it.each([
    ['five minutes behind', 'Mon, 02 Mar 2026 08:05:00 GMT', 300_000],
    ['five minutes ahead', 'Mon, 02 Mar 2026 07:55:00 GMT', -300_000],
  ])('B30 alarms where our clock is %s', async (_name, date, ms) => {
    expect(await listAlarms(date)).toEqual([['clock_differs', { ms }]]);
  });

  it.each([['Mon, 02 Mar 2026 08:00:59 GMT'], [undefined]])('B30 is content with a date of %s', async (date) => {
    expect(await listAlarms(date)).toEqual([]);
  });

  it('B23 refuses another issuer', async () => {
    await expect(listAlarms(undefined, 'https://evil.example/{tenantid}/v2.0')).rejects.toThrow('another issuer');
  });
});
