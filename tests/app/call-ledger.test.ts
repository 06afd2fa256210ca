import { createCallLedger } from '../../src/app/call-ledger.ts';
import { toExport } from '../../src/domain/ledger/to-export.ts';

const report = (path: string) => ({ atMs: 0, method: 'GET', path, status: 200, items: 1, ms: 12, isAgain: false });

describe('createCallLedger', () => {
  it('keeps which calls went out in one request, and by which way', () => {
    const ledger = createCallLedger();
    ledger.add('relay', [report('/me'), report('/me/calendars')]);
    ledger.add('direct', [report('/me')]);
    expect(ledger.get().calls.map(({ path, request, transport }) => [path, request, transport])).toEqual([
      ['/me', 1, 'relay'],
      ['/me/calendars', 1, 'relay'],
      ['/me', 2, 'direct'],
    ]);
  });

  it('F06 keeps the newest only, and says how many are gone', () => {
    const ledger = createCallLedger(2);
    for (const path of ['/1', '/2', '/3', '/4']) ledger.add('relay', [report(path)]);
    expect(ledger.get().calls.map(({ path }) => path)).toEqual(['/3', '/4']);
    expect(ledger.get().dropped).toBe(2);
  });

  it('forgets all of it, and tells who looks', () => {
    const ledger = createCallLedger(1);
    let told = 0;
    ledger.subscribe(() => (told += 1));
    ledger.add('relay', [report('/1'), report('/2')]);
    ledger.clear();
    expect(ledger.get()).toEqual({ calls: [], dropped: 0 });
    expect(told).toBe(2);
  });

  it('is exported with purpose and permission of each call', () => {
    const ledger = createCallLedger();
    ledger.add('relay', [report('/me/calendarView')]);
    const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
    expect(JSON.parse(toExport(ledger.get(), { version: '1.2.3', now }))).toEqual({
      app: 'Office Shifts for Microsoft 365',
      version: '1.2.3',
      exportedAt: '2026-11-23T09:00:00Z',
      olderLeftOut: 0,
      calls: [
        {
          ...{ request: 1, at: '1970-01-01T00:00:00Z', method: 'GET', path: '/me/calendarView', purpose: 'agenda' },
          ...{ scope: 'Calendars.Read', transport: 'relay', status: 200, items: 1, ms: 12, again: false },
        },
      ],
    });
  });
});
