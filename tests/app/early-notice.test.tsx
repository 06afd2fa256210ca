import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeAdmin } from '../support/admin-world.ts';
import { renderPage } from '../support/render-page.tsx';
import { fakeServices, fakeSession } from '../support/screen-services.ts';

const EARLY = 'Not enabled for others yet: only administrators and testers of the app get in.';

interface About {
  readonly state: 'passed' | 'enabled';
  readonly connected?: boolean;
  readonly isAdmin?: boolean;
  readonly isTester?: boolean;
}

async function show({ state, connected = true, isAdmin = false, isTester = false }: About): Promise<void> {
  const session = fakeSession({
    user: { ...fakeSession().user, isAdmin, isTester },
    integration: { state },
    connection: { connected, welcomeDue: false },
  });
  await renderPage(
    fakeServices({
      openSession: () => Promise.resolve(session),
      openAdmin: () => Promise.resolve(fakeAdmin()),
    }),
  );
  await screen.findByRole('heading', { name: connected ? 'Your agenda' : 'Your calendar is not connected' });
}

describe('whoever comes in before the others', () => {
  it.each([
    ['an administrator', { isAdmin: true }, true, 'Test and enable', 'Administration'],
    ['an administrator who is not connected', { isAdmin: true }, false, 'Test and enable', 'Administration'],
    ['a tester', { isTester: true }, true, 'Open the test', 'Test of the integration'],
  ] as const)('is told so as %s, and led to the test', async (_name, who, connected, button, title) => {
    await show({ state: 'passed', connected, ...who });
    expect(screen.getByText(EARLY)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
  });

  it('hears no more of it once everybody gets in', async () => {
    await show({ state: 'enabled', isAdmin: true });
    expect(screen.queryByText(EARLY)).not.toBeInTheDocument();
  });

  it('is nobody else', async () => {
    await show({ state: 'passed' });
    expect(screen.queryByText(EARLY)).not.toBeInTheDocument();
  });
});
