import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AgreeScreen } from '../../../src/app/profile/agree-screen.tsx';
import type { AgreeScreenProps } from '../../../src/app/screens.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { showScreen } from '../../support/show-screen.tsx';

function show(about: Partial<AgreeScreenProps> & { readonly agree?: () => Promise<void> } = {}) {
  const { agree = () => Promise.resolve(), ...props } = about;
  const onAgreed = jest.fn();
  const because = new Failure('consent_required', { requestId: '7f3c' });
  showScreen(<AgreeScreen services={{ agree }} purpose="booking" {...{ because, onAgreed }} {...props} />);
  return { onAgreed, user: userEvent.setup() };
}

const proceed = (): HTMLElement => screen.getByRole('button', { name: 'Continue to Microsoft' });

describe('the card that asks for an agreement', () => {
  it.each([
    ['agenda', 'Your agreement is needed', 'read the calendars you own'],
    ['booking', 'One agreement before you book', /add, change and delete events in your calendar/u],
  ] as const)('says for the %s in plain words what Microsoft will ask', async (purpose, title, permission) => {
    show({ purpose });
    expect(screen.getByRole('heading', { level: 2, name: title })).toHaveFocus();
    expect(screen.getByText(permission)).toBeInTheDocument();
    expect(screen.getByText(/Code/u)).toHaveTextContent('Code consent_required · request 7f3c');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks for a step of signing in with other words than for an agreement', () => {
    show({ because: new Failure('interaction_required') });
    expect(screen.getByRole('heading', { name: 'Sign in once more' })).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('goes on once the person agreed', async () => {
    const { onAgreed, user } = show();
    await user.click(proceed());
    expect(onAgreed).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'declined',
      'sign_in_cancelled',
      'You did not agree, so nothing was booked. Your agenda stays, and so does all you typed.',
    ],
    ['blocked', 'sign_in_blocked', /You can mend this: allow this site to open windows/u],
  ] as const)('says what became of it where the window was %s, and can be asked again', async (_name, code, said) => {
    const { onAgreed, user } = show({ agree: () => Promise.reject(new Failure(code)) });
    await user.click(proceed());
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(proceed()).toBeEnabled();
    expect(onAgreed).not.toHaveBeenCalled();
  });

  it('offers a way out only where there is one', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Not now' })).not.toBeInTheDocument();
  });
});
