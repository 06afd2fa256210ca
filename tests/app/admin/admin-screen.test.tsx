import { act, screen, waitFor, within } from '@testing-library/react';
import type { AdminServices } from '../../../src/app/admin/admin-services.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { adminIntegration } from '../../support/admin-world.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { showAdmin, tab } from '../../support/show-admin.tsx';
import { wholeText } from '../../support/whole-text.ts';

jest.setTimeout(30_000);

const stands = (about: Parameters<typeof adminIntegration>[0]): Partial<AdminServices> => ({
  readIntegration: () => Promise.resolve({ integration: adminIntegration(about), etag: '"1"' }),
});

describe('the overview', () => {
  it.each([
    ['untested', 'Not tested yet', 'Run the test'],
    ['failed', 'The test failed', 'Look at the failed steps'],
    ['suspended', 'Suspended', 'Test again'],
  ] as const)('locks the switch while %s, says why, and offers the test', async (state, title, next) => {
    const { user } = showAdmin(stands({ state, proof: { doubts: ['none_passed'] } }));
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'Enable for my organisation' })).toBeDisabled();
    expect(screen.getByText('No test has passed yet.')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: next }));
    expect(tab('Test')).toHaveAttribute('aria-selected', 'true');
  });

  it('names the steps that suspended it', async () => {
    showAdmin(stands({ state: 'suspended', suspendedBy: ['sign_in', 'scope:Calendars.Read'] }));
    expect(
      await screen.findByText(/two runs.*Sign-in and exchange and Permission Calendars\.Read\./u),
    ).toBeInTheDocument();
  });

  it('enables, and says so', async () => {
    const asked: unknown[] = [];
    const { user } = showAdmin({
      changeIntegration: (change, etag) => {
        asked.push([change, etag]);
        return Promise.resolve({ integration: adminIntegration({ state: 'enabled' }), etag: '"2"' });
      },
    });
    await user.click(await screen.findByRole('switch', { name: 'Enable for my organisation' }));
    expect(await screen.findByText('Enabled. People can connect from now on.')).toBeInTheDocument();
    expect(asked).toEqual([[{ enabled: true }, '"1"']]);
    expect(screen.getByRole('switch', { name: 'Enable for my organisation' })).toBeChecked();
  });

  it('asks before it switches off for everybody', async () => {
    const asked: unknown[] = [];
    const { user } = showAdmin({
      ...stands({ state: 'enabled' }),
      changeIntegration: (change) => {
        asked.push(change);
        return Promise.resolve({ integration: adminIntegration({ state: 'suspended' }), etag: '"2"' });
      },
    });
    await user.click(await screen.findByRole('switch', { name: 'Enable for my organisation' }));
    const question = await screen.findByRole('alertdialog');
    expect(question).toHaveTextContent('12 people are connected');
    await user.click(within(question).getByRole('button', { name: 'Switch off' }));
    await waitFor(() => expect(asked).toEqual([{ enabled: false }]));
    expect(await screen.findByText('An administrator switched it off.')).toBeInTheDocument();
  });

  it('leaves the switch as it was when it was refused, and gives the code to copy', async () => {
    const refused = new Failure('proof_required', { requestId: 'r-9' });
    const { user } = showAdmin({ changeIntegration: () => Promise.reject(refused) });
    await user.click(await screen.findByRole('switch', { name: 'Enable for my organisation' }));
    expect(await screen.findByText(wholeText('Code proof_required · request r-9'))).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'Enable for my organisation' })).not.toBeChecked();
  });

  it('warns of drift and of a credential near its end while enabled', async () => {
    showAdmin(stands({ state: 'enabled', credentialDays: 5, proof: { doubts: ['scopes_changed'] } }));
    expect(await screen.findByText(/secret or certificate ends in 5 days/u)).toBeInTheDocument();
    expect(screen.getByText(/permissions that the app needs have changed/u)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows the shape of the page while it loads, and one sentence when it could not be read', async () => {
    const asked: ((failure: Failure) => void)[] = [];
    const { user } = showAdmin({ readIntegration: () => new Promise((_done, reject) => void asked.push(reject)) });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.getByLabelText('Loading the administration')).toBeInTheDocument();
    act(() => asked[0]?.(new Failure('upstream_unavailable', { requestId: 'r-1' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('Code upstream_unavailable · request r-1');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Loading the administration')).toBeInTheDocument();
  });
});

describe('who gets in', () => {
  it('tells anybody else who can help', async () => {
    const { user, onClose } = showAdmin({}, { isAdmin: false });
    expect(screen.getByText('Only administrators of the app may do this.')).toBeInTheDocument();
    expect(screen.getByText(/admin_required/u)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Back to the calendar' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('shows a tester the test and nothing else', async () => {
    const readIntegration = jest.fn<ReturnType<AdminServices['readIntegration']>, []>();
    showAdmin({ readIntegration }, { isAdmin: false, isTester: true });
    expect(await screen.findByRole('combobox', { name: 'Room for the test' })).toBeInTheDocument();
    expect(screen.queryByRole('tab')).toBeNull();
    expect(readIntegration).not.toHaveBeenCalled();
  });
});

describe('the changes', () => {
  const records = [
    {
      at: '2026-11-22T10:00:00Z',
      actor: 'user-1',
      action: 'settings',
      from: { devices: { mobile: false } },
      to: { devices: { mobile: true } },
    },
    {
      at: '2026-11-21T10:00:00Z',
      actor: 'program',
      action: 'suspended',
      from: { state: 'enabled' },
      to: { state: 'suspended' },
    },
    { at: '2026-11-20T10:00:00Z', actor: 'deleted-1', action: 'something_new', to: { odd: { x: 1 } } },
    { at: 'not a time', actor: 'a1b2', action: '__proto__', to: { __proto__x: 1 } },
  ];

  it('says who changed what from what to what, in words', async () => {
    const { user } = showAdmin({ readAudit: () => Promise.resolve(records) });
    await screen.findByRole('switch', { name: 'Enable for my organisation' });
    await user.click(tab('Changes'));
    const changes = await screen.findByRole('region', { name: 'Changes' });
    expect(changes).toHaveTextContent('Settings changed22 Nov 2026, 11:00youPhone and tablet: off → on');
    expect(changes).toHaveTextContent('the programState: Enabled → Suspended');
    expect(changes).toHaveTextContent('something_new');
    expect(changes).toHaveTextContent('a1b2');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('deletes everything only after the name was typed', async () => {
    const deleteTenant = jest.fn(() => Promise.resolve());
    const { user } = showAdmin({ deleteTenant });
    await screen.findByRole('switch', { name: 'Enable for my organisation' });
    await user.click(tab('Changes'));
    await user.click(await screen.findByRole('button', { name: 'Delete everything…' }));
    const question = await screen.findByRole('alertdialog');
    const confirm = within(question).getByRole('button', { name: 'Delete everything' });
    expect(confirm).toBeDisabled();
    await user.type(within(question).getByRole('textbox'), 'contoso');
    expect(confirm).toBeDisabled();
    await user.clear(within(question).getByRole('textbox'));
    await user.type(within(question).getByRole('textbox'), 'Contoso');
    await user.click(confirm);
    expect(await screen.findByText('Everything of this organisation is deleted.')).toBeInTheDocument();
    expect(deleteTenant).toHaveBeenCalledTimes(1);
  });
});
