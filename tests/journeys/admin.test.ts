/** An administrator in a real browser: opens the administration from the profile, proves the integration, enables it. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage } from '../support/stage.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('admin');
});
afterAll(async () => {
  await stage.close();
});

const stepStates = (tab: Frame): Promise<Record<string, string>> =>
  tab
    .locator('ol')
    .last()
    .locator('[data-step]')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [row.getAttribute('data-step') ?? '', row.getAttribute('data-state') ?? '']),
      ),
    );

describe('the administration', () => {
  it('is opened from the profile, proves the integration step by step, and enables it', async () => {
    const visitor = await stage.visit({ person: 'robin' });
    const tab = await visitor.tab();
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('button', { name: 'Open the administration' }).click();
    await tab.getByRole('tab', { name: 'Test' }).click();
    await tab.getByRole('combobox', { name: 'Room for the test' }).fill('plain@contoso.example');
    await tab.getByRole('button', { name: /^Run the test/ }).click();
    await tab.getByText('The test passed').first().waitFor({ timeout: 90_000 });
    const states = await stepStates(tab);
    expect(states).toMatchObject({ registration: 'passed', book: 'passed', double_book: 'passed', clean_up: 'passed' });
    expect(Object.values(states)).not.toContain('failed');
    expect(await findMistakes(tab)).toEqual([]);

    await tab.getByRole('tab', { name: 'Overview' }).click();
    const everybody = tab.getByRole('switch', { name: 'Enable for my organisation' });
    if (await everybody.isChecked()) {
      await everybody.click();
      await tab.getByRole('button', { name: 'Switch off' }).click();
      await tab.getByText('An administrator switched it off.').waitFor();
    }
    await everybody.click();
    await tab.getByText('Enabled. People can connect from now on.').waitFor();
    await tab.getByRole('tab', { name: 'Changes' }).click();
    await tab.getByText('State: Suspended → Enabled').first().waitFor();
    expect(stage.takeComplaints()).toEqual([]);
    await visitor.close();
  });

  it('is not theirs for whoever comes by the link without the role, and says who can help', async () => {
    const visitor = await stage.visit({ person: 'alex', subPageId: 'proof' });
    const tab = await visitor.tab();
    await tab.getByText('Only administrators of the app may do this.').waitFor();
    await tab.getByRole('button', { name: 'Back to the calendar' }).click();
    await visitor.close();
  });
});
