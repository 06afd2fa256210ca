import { screen, waitFor, within } from '@testing-library/react';
import type { AdminServices } from '../../../src/app/admin/admin-services.ts';
import type { SettingsChange } from '../../../src/domain/contract/settings.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { adminIntegration } from '../../support/admin-world.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { card, showAdmin, tab } from '../../support/show-admin.tsx';

jest.setTimeout(30_000);

describe('the settings', () => {
  async function open(about: Partial<AdminServices> = {}) {
    const world = showAdmin(about);
    await screen.findByRole('switch', { name: 'Enable for my organisation' });
    await world.user.click(tab('Settings'));
    return world;
  }
  const saving = (asked: unknown[]): Partial<AdminServices> => ({
    changeIntegration: (change, etag) => {
      asked.push([change, etag]);
      return Promise.resolve({ integration: adminIntegration(), etag: '"2"' });
    },
  });

  it('sends only what was touched in a part', async () => {
    const asked: unknown[] = [];
    const { user } = await open(saving(asked));
    await user.click(screen.getByRole('switch', { name: 'Phone and tablet' }));
    const devices = card('On which devices');
    await user.click(within(devices).getByRole('button', { name: 'Save' }));
    expect(await within(devices).findByText('Saved.')).toBeInTheDocument();
    expect(asked).toEqual([[{ devices: { mobile: true } }, '"1"']]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('after somebody else’s change shows both values, loses nothing, and saves mine when told to', async () => {
    const asked: [SettingsChange, string][] = [];
    let read = 0;
    const { user } = await open({
      readIntegration: () => {
        read += 1;
        const theirs = { devices: { web: false, desktop: true, mobile: false }, transport: 'relayOnly' } as const;
        return Promise.resolve({ integration: adminIntegration(read === 1 ? {} : theirs), etag: `"${read}"` });
      },
      changeIntegration: (change, etag) => {
        asked.push([change, etag]);
        return etag === '"1"'
          ? Promise.reject(new Failure('conflict'))
          : Promise.resolve({ integration: adminIntegration(), etag: '"3"' });
      },
    });
    await user.click(screen.getByRole('switch', { name: 'Phone and tablet' }));
    const devices = card('On which devices');
    await user.click(within(devices).getByRole('button', { name: 'Save' }));
    expect(
      await within(devices).findByText('Changed meanwhile: Web browser and Way to Microsoft 365'),
    ).toBeInTheDocument();
    expect(devices).toHaveTextContent('Stored now: off');
    expect(screen.getByRole('switch', { name: 'Phone and tablet' })).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Web browser' })).not.toBeChecked();
    await user.click(within(devices).getByRole('button', { name: 'Save mine all the same' }));
    expect(await within(devices).findByText('Saved.')).toBeInTheDocument();
    expect(asked).toEqual([
      [{ devices: { mobile: true } }, '"1"'],
      [{ devices: { mobile: true } }, '"2"'],
    ]);
  });

  it('takes a lost answer for what it was: saved', async () => {
    let read = 0;
    const { user } = await open({
      readIntegration: () => {
        read += 1;
        const devices = { web: true, desktop: true, mobile: read > 1 };
        return Promise.resolve({ integration: adminIntegration({ devices }), etag: `"${read}"` });
      },
      changeIntegration: () => Promise.reject(new Failure('conflict')),
    });
    await user.click(screen.getByRole('switch', { name: 'Phone and tablet' }));
    await user.click(within(card('On which devices')).getByRole('button', { name: 'Save' }));
    expect(await within(card('On which devices')).findByText('Saved.')).toBeInTheDocument();
  });

  it('moves a source by keyboard and says where it is now', async () => {
    const asked: unknown[] = [];
    const { user } = await open(saving(asked));
    const down = screen.getByRole('button', { name: 'Move Work plan in Outlook and Teams down' });
    down.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Work plan in Outlook and Teams is now number 2 of 3.')).toBeInTheDocument();
    expect(down).toHaveFocus();
    await user.click(within(card('Which shift source counts first')).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked).toEqual([[{ shiftSources: ['teamsShifts', 'workPlan', 'workingHours'] }, '"1"']]),
    );
  });

  it('says in one sentence what is wrong with a field, and does not send it', async () => {
    const { user } = await open();
    const days = screen.getByRole('textbox', { name: 'Logs are kept for (days)' });
    await user.clear(days);
    await user.type(days, 'many');
    expect(screen.getByText('Enter whole days, 1 to 365.')).toBeInTheDocument();
    expect(within(card('How long records are kept')).getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says what each feature costs in consent', async () => {
    await open();
    const features = card('More than one’s own calendar');
    expect(features).toHaveTextContent(
      'Team.ReadBasic.All and Schedule.Read.All: a directory administrator agrees once',
    );
    expect(features).toHaveTextContent('Presence.Read.All: each person agrees for themselves.');
    expect(features).toHaveTextContent('No further permission.');
  });

  it('shows what was understood of rooms’ rules, then sends hashes and no address', async () => {
    const sent: unknown[] = [];
    const { user } = await open({
      saveRoomRules: (rules) => {
        sent.push(rules);
        return Promise.resolve();
      },
    });
    const rules = card('Rules of rooms');
    const text = 'Identity,AllowConflicts\nlinden,False\nNowhere,True\nx@y.example,perhaps';
    await user.click(within(rules).getByRole('textbox'));
    await user.paste(text);
    expect(within(rules).getByText('1 room understood, 2 lines not')).toBeInTheDocument();
    expect(rules).toHaveTextContent('Line 3 · The room’s address is not there: Nowhere');
    expect(rules).toHaveTextContent('Line 4 · This can’t be read: AllowConflicts');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(within(rules).getByRole('button', { name: 'Import 1 room' }));
    expect(await within(rules).findByText('Imported: 1 room.')).toBeInTheDocument();
    expect(JSON.stringify(sent)).not.toContain('contoso');
    expect(sent).toEqual([
      { rules: [{ room: expect.stringMatching(/^[\w-]{22}$/u) as string, allowConflicts: false }] },
    ]);
  });

  it('adds a team’s building only when it is whole', async () => {
    const asked: unknown[] = [];
    const { user } = await open(saving(asked));
    const teams = card('Where teams work');
    await user.click(within(teams).getByRole('button', { name: 'Add a team' }));
    expect(within(teams).getByText('Say which building.')).toBeInTheDocument();
    expect(within(teams).getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.type(within(teams).getByRole('combobox', { name: 'Team' }), 'Front desk');
    await user.type(within(teams).getByRole('combobox', { name: 'Building' }), 'HQ');
    await user.click(within(teams).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked).toEqual([
        [{ teamBuildings: [{ teamId: '11111111-2222-4333-8444-555555555555', building: 'HQ' }] }, '"1"'],
      ]),
    );
  });
});
