import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createCallLedger } from '../../../src/app/call-ledger.ts';
import { LedgerScreen } from '../../../src/app/ledger/ledger-screen.tsx';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeServices } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const AT = Date.parse('2026-11-23T08:30:05Z');
const call = (path: string, about: object = {}) => ({
  ...{ atMs: AT, method: 'GET', path, status: 200, items: 23, ms: 118, isAgain: false },
  ...about,
});

function setUp() {
  const ledger = createCallLedger();
  const shown = showScreen(<LedgerScreen services={fakeServices({ ledger })} onClose={() => {}} />);
  return { ledger, ...shown };
}
const listRows = (): readonly string[] =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('LedgerScreen', () => {
  it('lists each call with its purpose, permission, way and count, the newest first, as they happen', async () => {
    const { ledger, container } = setUp();
    screen.getByText('Nothing was asked yet.');
    ledger.add('direct', [call('/me/calendarView'), call('/me', { items: 1 })]);
    ledger.add('relay', [call('/me/events/{id}/cancel', { method: 'POST', status: 403, items: undefined })]);
    await waitFor(() => expect(listRows()).toHaveLength(3));
    screen.getByText('3 calls in 2 requests.');
    expect(listRows()[0]).toBe(
      '09:30:05Booking and changing eventsPOST /me/events/{id}/cancelthrough our server · permission Calendars.ReadWriterefused (403)118 ms',
    );
    expect(listRows()[2]).toContain(
      'Your agendaGET /me/calendarViewstraight to Microsoft · permission Calendars.Read23 items',
    );
    screen.getByText(/^Where calls go through our server, it also looks up/);
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('shows one purpose, or only what went wrong at first', async () => {
    const { ledger } = setUp();
    ledger.add('direct', [call('/me/calendarView'), call('/me', { isAgain: true }), call('/me/joinedTeams')]);
    const user = userEvent.setup();
    await user.selectOptions(await screen.findByLabelText('What for'), 'Your agenda');
    expect(listRows()).toHaveLength(1);
    await user.click(screen.getByLabelText('Only what failed or was asked again'));
    screen.getByText('No call fits this choice.');
    await user.selectOptions(screen.getByLabelText('What for'), 'Everything');
    expect(listRows()).toEqual([expect.stringContaining('asked again')]);
  });

  it('draws a long list page by page', async () => {
    const { ledger } = setUp();
    ledger.add(
      'direct',
      Array.from({ length: 120 }, () => call('/me')),
    );
    await waitFor(() => expect(listRows()).toHaveLength(50));
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(listRows()).toHaveLength(100);
  });
});
