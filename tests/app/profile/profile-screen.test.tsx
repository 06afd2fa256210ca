import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProfileScreen } from '../../../src/app/profile/profile-screen.tsx';
import type { Services } from '../../../src/app/services.ts';
import type { Session } from '../../../src/domain/contract/session.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const CONNECTED = { connected: true, connectedSince: '2026-11-02T10:00:00Z', welcomeSeen: '1.0' };
const NOTHING = { connected: false, connectedSince: null, welcomeSeen: null };

function show(changes: Partial<Services> = {}, about: Partial<Session> = {}) {
  const told: string[] = [];
  const services = fakeServices({
    readConnection: () => Promise.resolve(CONNECTED),
    changeConnection: (change) => {
      told.push(`change ${JSON.stringify(change)}`);
      return Promise.resolve({ ...CONNECTED, connected: change.connected ?? true });
    },
    connect: () => {
      told.push('connect');
      return Promise.resolve(CONNECTED);
    },
    deleteConnection: () => {
      told.push('delete');
      return Promise.resolve();
    },
    forget: () => void told.push('forget'),
    ...changes,
  });
  showScreen(
    <ProfileScreen
      services={services}
      session={fakeSession(about)}
      onDisconnected={(left) => void told.push(left)}
      onConnected={() => void told.push('connected')}
      onClose={() => void told.push('close')}
    />,
  );
  return { told, user: userEvent.setup() };
}

const values = (): readonly (string | null)[] => screen.getAllByRole('definition').map((entry) => entry.textContent);

describe('ProfileScreen', () => {
  it('shows all that is stored about me, what stays after switching off, and the version', async () => {
    show();
    await waitFor(() => expect(values()).toEqual(['Yes', '2 November 2026 at 11:00', 'release 1.0']));
    expect(screen.getByRole('switch', { name: 'Calendar synchronization' })).toBeChecked();
    expect(screen.getByText(/permissions given in Microsoft Entra/u)).toBeInTheDocument();
    expect(screen.getByText(/they are in your own calendar/u)).toBeInTheDocument();
    expect(screen.getByText('Version 1.0.0')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('drops everything at once when the server has confirmed that synchronization is off', async () => {
    const { told, user } = show();
    await user.click(screen.getByRole('switch', { name: 'Calendar synchronization' }));
    await waitFor(() => expect(told).toEqual(['change {"connected":false}', 'forget', 'disconnected']));
    expect(screen.getByRole('switch', { name: 'Calendar synchronization' })).not.toBeChecked();
    expect(screen.getByText(/Everything that was read is gone from this page/u)).toBeInTheDocument();
  });

  it('stays on, drops nothing and says so when disconnecting failed', async () => {
    const { told, user } = show({ changeConnection: () => Promise.reject(new Failure('offline')) });
    await user.click(screen.getByRole('switch', { name: 'Calendar synchronization' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Disconnecting did not work. You are still connected.');
    expect(screen.getByRole('switch', { name: 'Calendar synchronization' })).toBeChecked();
    expect(told).toEqual([]);
  });

  it('connects again and tells the frame', async () => {
    const { told, user } = show({ readConnection: () => Promise.resolve(NOTHING) });
    const toggle = screen.getByRole('switch', { name: 'Calendar synchronization' });
    await waitFor(() => expect(toggle).not.toBeChecked());
    await user.click(toggle);
    await waitFor(() => expect(told).toEqual(['connect', 'connected']));
  });

  it('deletes what is stored after one question', async () => {
    const { told, user } = show();
    await user.click(screen.getByRole('button', { name: 'Delete what is stored' }));
    const question = await screen.findByRole('alertdialog');
    expect(question).toHaveTextContent('Delete what is stored about you?');
    await user.click(within(question).getByRole('button', { name: 'Keep' }));
    expect(told).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Delete what is stored' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(told).toEqual(['delete', 'forget', 'deleted']));
    expect(screen.getByText('Deleted. Nothing is stored about you any more.')).toBeInTheDocument();
    expect(values()).toEqual(['No', 'never', 'never']);
  });

  it('offers to read again what could not be read', async () => {
    let tries = 0;
    const { user } = show({
      readConnection: () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Failure('timeout')) : Promise.resolve(CONNECTED);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(values()).toHaveLength(3));
  });

  it.each([
    ['integration_not_enabled', 'Calendar integration is not enabled for Contoso.'],
    ['device_not_enabled', 'Calendar integration is not enabled for this kind of device.'],
  ] as const)('shows no switch behind a closed door (%s), and says why', async (reason, sentence) => {
    show({}, { integration: { state: 'untested', reason } });
    await waitFor(() => expect(values()).toHaveLength(3));
    expect(screen.getAllByRole('status').map((notice) => notice.textContent)).toContainEqual(
      expect.stringContaining(sentence),
    );
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('goes back to the agenda', async () => {
    const { told, user } = show();
    await user.click(screen.getByRole('button', { name: 'Back to the agenda' }));
    expect(told).toEqual(['close']);
  });
});
