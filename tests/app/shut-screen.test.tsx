import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '../../src/domain/contract/session.ts';
import { fakeAdmin } from '../support/admin-world.ts';
import { findAxeViolations } from '../support/axe.ts';
import { renderPage } from '../support/render-page.tsx';
import { fakeServices, fakeSession } from '../support/screen-services.ts';

type About = Pick<Session['integration'], 'state' | 'reason'> & {
  readonly helpContact?: string;
  readonly isAdmin?: boolean;
  readonly isTester?: boolean;
};

async function show({ state, reason, helpContact = '', isAdmin = false, isTester = false }: About) {
  const usual = fakeSession();
  const session = fakeSession({
    user: { ...usual.user, isAdmin, isTester },
    integration: { state, ...(reason === undefined ? {} : { reason }) },
    connection: { connected: true, welcomeDue: false },
    organisation: { ...usual.organisation, helpContact },
  });
  const openSession = jest.fn(() => Promise.resolve({ ...session, requestId: '7f3c' }));
  const readAgenda = jest.fn();
  await renderPage(
    fakeServices({
      openSession,
      readAgenda,
      openAdmin: () => Promise.resolve(fakeAdmin()),
      readConnection: () => Promise.resolve({ connected: true, connectedSince: null, welcomeSeen: '1.0' }),
      changeConnection: () => Promise.resolve({ connected: false, connectedSince: null, welcomeSeen: '1.0' }),
    }),
  );
  return { openSession, readAgenda };
}

const SHUT = 'integration_not_enabled';

describe('the organisation’s closed door', () => {
  it.each<[string, About, string, string]>([
    [
      'was never opened',
      { state: 'untested', reason: SHUT },
      'Calendar integration is not enabled for Contoso.',
      'An administrator of the app can enable it after a test.',
    ],
    [
      'failed its test',
      { state: 'failed', reason: SHUT },
      'Calendar integration is not enabled for Contoso.',
      'An administrator of the app can enable it after a test.',
    ],
    [
      'was shut again',
      { state: 'suspended', reason: SHUT },
      'Calendar integration is switched off for Contoso at the moment.',
      'An administrator of the app can enable it after a test.',
    ],
    [
      'is open, but not to this person',
      { state: 'enabled', reason: SHUT },
      'Calendar integration is on for Contoso, but it has not been rolled out to you yet.',
      'An administrator of the app can open it to you.',
    ],
    [
      'is open, but not to this device',
      { state: 'enabled', reason: 'device_not_enabled' },
      'Calendar integration is not enabled for this kind of device.',
      'An administrator of the app can enable it; until then, use another device.',
    ],
  ])('that %s says so, and who can open it', async (_name, about, what, who) => {
    const { readAgenda } = await show(about);
    expect(await screen.findByRole('alert')).toHaveTextContent(what);
    expect(screen.getByText(who)).toBeInTheDocument();
    expect(
      screen.getByText((_text, element) => element?.textContent === `Code ${about.reason} · request 7f3c`),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Your organisation says/u)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Test and enable|Open the test/u })).not.toBeInTheDocument();
    expect(readAgenda).not.toHaveBeenCalled();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says whom the organisation wants to be asked, at the door and in the profile', async () => {
    await show({ state: 'suspended', reason: SHUT, helpContact: 'Service desk, +31 20 555 01 23' });
    expect(await screen.findByText('Service desk, +31 20 555 01 23')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Profile' }));
    expect(await screen.findByRole('heading', { name: 'Profile' })).toBeInTheDocument();
    expect(screen.getAllByText('Service desk, +31 20 555 01 23')).toHaveLength(2);
    // one reason, in the same words in both places
    expect(screen.getAllByText('Calendar integration is switched off for Contoso at the moment.')).toHaveLength(2);
  });

  it('shows no switch to whoever can’t get in, and lets them delete what is stored all the same', async () => {
    await show({ state: 'enabled', reason: SHUT });
    await userEvent.click(await screen.findByRole('button', { name: 'Profile' }));
    expect(await screen.findByRole('button', { name: 'Delete what is stored' })).toBeInTheDocument();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.getAllByText(/has not been rolled out to you yet/u)).toHaveLength(2);
  });

  it.each([
    ['an administrator', { isAdmin: true }, 'Test and enable', 'Administration'],
    ['a tester', { isTester: true }, 'Open the test', 'Test of the integration'],
  ] as const)('leads %s on to what they can do about it', async (_name, who, button, title) => {
    await show({ state: 'enabled', reason: 'device_not_enabled', ...who });
    await userEvent.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
  });

  it('asks again when it is tried again', async () => {
    const { openSession } = await show({ state: 'suspended', reason: SHUT });
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(openSession).toHaveBeenCalledTimes(2);
  });
});
