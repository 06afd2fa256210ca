import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FeaturesSection } from '../../../src/app/profile/features-section.tsx';
import type { Purpose } from '../../../src/domain/contract/purpose.ts';
import type { Session } from '../../../src/domain/contract/session.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const ALL = { freeBusy: true, shifts: true, presence: true, people: true };

function show(features: Session['features'], agree: (purpose: Purpose) => Promise<void> = () => Promise.resolve()) {
  const asked: Purpose[] = [];
  const services = fakeServices({
    agree: (purpose) => {
      asked.push(purpose);
      return agree(purpose);
    },
  });
  showScreen(<FeaturesSection services={services} session={fakeSession({ features })} />);
  return { asked, user: userEvent.setup() };
}

const askPresence = (): HTMLElement => screen.getByRole('button', { name: 'Agree… Where colleagues are now' });
const proceed = (): HTMLElement => screen.getByRole('button', { name: 'Continue to Microsoft' });

describe('the optional features in the profile', () => {
  it('are not there where the organisation switched none on', () => {
    show({ freeBusy: true, shifts: false, presence: false, people: false });
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it('ask for nothing that an administrator agrees to for everybody', () => {
    show({ ...ALL, presence: false, people: false });
    expect(screen.getByText(/An administrator agrees to this for everybody/u)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('say what Microsoft will ask before its window opens, under the name and with no code of a failure', async () => {
    const { asked, user } = show(ALL);
    await user.click(askPresence());
    const card = screen.getByRole('region', { name: 'Where colleagues are now' });
    expect(within(card).getByText('see whether colleagues are in the office, remote or away now')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Where colleagues are now' })).toHaveFocus();
    expect(card).not.toHaveTextContent('Code');
    expect(asked).toEqual([]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('ask for this one alone, and say that it is agreed to', async () => {
    const { asked, user } = show(ALL);
    await user.click(askPresence());
    await user.click(proceed());
    expect(await screen.findByText('Agreed to.')).toBeInTheDocument();
    expect(asked).toEqual(['presence']);
    expect(screen.getByRole('button', { name: 'Agree… Finding people, and their photos' })).toBeInTheDocument();
  });

  it('cost only themselves where the person declines', async () => {
    const { user } = show(ALL, () => Promise.reject(new Failure('sign_in_cancelled')));
    await user.click(askPresence());
    await user.click(proceed());
    expect(await screen.findByText(/Only this stays off/u)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(askPresence()).toBeInTheDocument();
    expect(screen.queryByText('Agreed to.')).not.toBeInTheDocument();
  });

  it('open one window for two presses at once', async () => {
    const { asked, user } = show(ALL, () => new Promise(() => {}));
    await user.click(askPresence());
    const button = proceed();
    act(() => {
      button.click();
      button.click();
    });
    expect(asked).toEqual(['presence']);
    expect(await screen.findByText('Waiting for Microsoft’s window…')).toBeInTheDocument();
  });
});
