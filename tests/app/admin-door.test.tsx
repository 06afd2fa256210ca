import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '../../src/domain/contract/session.ts';
import { Failure } from '../../src/domain/failure.ts';
import { adminIntegration, fakeAdmin } from '../support/admin-world.ts';
import { renderPage } from '../support/render-page.tsx';
import { fakeHost, fakeServices, fakeSession } from '../support/screen-services.ts';

const NAME = 'Only for the eyes of administrators';

const robin = fakeSession({ user: { tenantId: 'tenant-1', objectId: 'robin', isAdmin: true, isTester: false } });
const alex = fakeSession({ user: { tenantId: 'tenant-1', objectId: 'alex', isAdmin: false, isTester: false } });
const otherAdmin = fakeSession({ user: { ...robin.user, objectId: 'other' } });

/** The administration is open; then the door answers what a test says, and the host may tell of another account. */
async function openAdministration(...later: readonly (Session | Failure | Promise<never>)[]) {
  const answers: (Session | Failure | Promise<never>)[] = [robin, ...later];
  let tellOther = (): void => undefined;
  const organisation = { name: NAME, welcomeText: '', helpContact: '' };
  const reads = jest.fn(() => Promise.resolve({ integration: adminIntegration({ organisation }), etag: '"1"' }));
  await renderPage(
    fakeServices({
      host: fakeHost({ view: 'admin' }),
      openSession: () => {
        const answer = answers.shift() ?? robin;
        return answer instanceof Failure ? Promise.reject(answer) : Promise.resolve(answer);
      },
      onOtherAccount: (listener) => {
        tellOther = listener;
      },
      openAdmin: () => Promise.resolve(fakeAdmin({ readIntegration: reads })),
    }),
  );
  await userEvent.click(await screen.findByRole('tab', { name: 'Settings' }));
  expect(await screen.findByDisplayValue(NAME)).toBeInTheDocument();
  const returnToPage = (): Promise<void> =>
    act(async () => {
      dispatchEvent(new Event('focus'));
      await Promise.resolve();
    });
  const changeAccount = (): Promise<void> =>
    act(async () => {
      tellOther();
      await Promise.resolve();
    });
  return { reads, returnToPage, changeAccount };
}

const nothingOfTheFormer = (): void => {
  expect(screen.queryByDisplayValue(NAME)).not.toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'Settings' })).not.toBeInTheDocument();
};

describe('the administration over the door', () => {
  it('D25 is gone while another account is asked for, and stays gone for whoever comes', async () => {
    const { changeAccount } = await openAdministration(alex);
    await changeAccount();
    nothingOfTheFormer();
    expect(await screen.findByRole('heading', { level: 1, name: 'Your agenda' })).toBeInTheDocument();
    nothingOfTheFormer();
  });

  it('D25 is gone at once where the door itself answers for another account', async () => {
    const { returnToPage } = await openAdministration(alex, new Promise<never>(() => {}));
    await returnToPage();
    nothingOfTheFormer();
  });

  it('D25 is not handed on to another administrator with what the former one had open', async () => {
    const { returnToPage, reads } = await openAdministration(otherAdmin, otherAdmin);
    await returnToPage();
    expect(await screen.findByRole('heading', { level: 1, name: 'Your agenda' })).toBeInTheDocument();
    nothingOfTheFormer();
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('D25 is gone where the door was shut before the other account came', async () => {
    const { returnToPage, changeAccount } = await openAdministration(
      new Failure('consent_required'),
      new Failure('tenant_not_allowed'),
    );
    await returnToPage();
    expect(screen.getByDisplayValue(NAME)).toBeInTheDocument();
    await changeAccount();
    nothingOfTheFormer();
    expect(await screen.findByRole('alert')).toHaveTextContent('Your organisation does not use this app yet.');
  });

  it('stays, with all that was typed, where the same account only loses the calendar', async () => {
    const { returnToPage } = await openAdministration(new Failure('sign_in_failed'));
    await userEvent.type(screen.getByDisplayValue(NAME), '!');
    await returnToPage();
    expect(screen.getByDisplayValue(`${NAME}!`)).toBeInTheDocument();
  });
});
