import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WelcomeScreen } from '../../../src/app/welcome/welcome-screen.tsx';
import type { ConnectionChange, Session } from '../../../src/domain/contract/session.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const CONNECTION = { connected: true, connectedSince: '2026-11-23T08:48:00Z', welcomeSeen: '1.0' };

function show(changeConnection: () => Promise<typeof CONNECTION>, about: Partial<Session> = {}) {
  const sent: ConnectionChange[] = [];
  const told: string[] = [];
  const services = fakeServices({
    connect: (change) => {
      sent.push({ ...change, connected: true });
      return changeConnection();
    },
    changeConnection: (change) => {
      sent.push(change);
      return changeConnection();
    },
  });
  showScreen(
    <WelcomeScreen
      services={services}
      session={fakeSession(about)}
      onConnected={() => void told.push('connected')}
      onLater={() => void told.push('later')}
    />,
  );
  return { sent, told, user: userEvent.setup() };
}

describe('WelcomeScreen', () => {
  it('says in plain words what the app sees, can do and never does', async () => {
    show(() => Promise.resolve(CONNECTION));
    expect(screen.getByRole('heading', { name: 'Connect your work calendar' })).toBeInTheDocument();
    expect(screen.getAllByRole('definition').map((entry) => entry.textContent)).toEqual([
      'events in calendars you own; names, addresses and answers of the people in them',
      'add and change events in your calendar, when you ask for it',
      'calendars others share with you, your mail. Nothing from your calendar is stored.',
    ]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('connects, notes the release whose welcome was seen, and tells the frame', async () => {
    const { sent, told, user } = show(() => Promise.resolve(CONNECTION));
    await user.click(screen.getByRole('button', { name: 'Connect calendar' }));
    expect(sent).toEqual([{ welcomeSeen: '1.0', connected: true }]);
    expect(screen.getByText('For people at', { exact: false })).toHaveTextContent('For people at Contoso');
    expect(told).toEqual(['connected']);
  });

  it('sends one wish however often the button is pressed, and shows that it is under way', async () => {
    let answer: () => void = () => {};
    const { sent } = show(() => new Promise((done) => (answer = () => done(CONNECTION))));
    const connect = screen.getByRole('button', { name: 'Connect calendar' });
    act(() => {
      connect.click();
      connect.click();
    });
    expect(sent).toHaveLength(1);
    expect(screen.getByText('Connecting…')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Not now' })).toBeDisabled();
    await act(async () => {
      answer();
      await Promise.resolve();
    });
  });

  it('counts Not now as seen, without connecting', async () => {
    const { sent, told, user } = show(() => Promise.resolve({ ...CONNECTION, connected: false }));
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(sent).toEqual([{ welcomeSeen: '1.0' }]);
    expect(told).toEqual(['later']);
  });

  it('says why connecting failed, who can mend it and what to quote, and can be tried again', async () => {
    let tries = 0;
    const { told, user } = show(() => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Failure('consent_required', { requestId: '7f3c' }))
        : Promise.resolve(CONNECTION);
    });
    await user.click(screen.getByRole('button', { name: 'Connect calendar' }));
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('Your calendar could not be connected.');
    expect(notice).toHaveTextContent('A permission that the app needs has not been granted.');
    expect(notice).toHaveTextContent('consent_required · request 7f3c');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Connect calendar' }));
    await waitFor(() => expect(told).toEqual(['connected']));
  });

  it('unfolds permissions, what is stored and how to leave', async () => {
    const { user } = show(() => Promise.resolve(CONNECTION));
    const details = screen.getByRole('button', { name: 'Details' });
    expect(details).toHaveAttribute('aria-expanded', 'false');
    await user.click(details);
    expect(screen.getByText('Calendars.ReadWrite')).toBeInTheDocument();
    expect(screen.getByText(/Since when you are connected and which welcome you have seen/u)).toBeInTheDocument();
    expect(screen.getByText(/switch calendar synchronization off/u)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('C06 shows the organisation’s own words as text', () => {
    const welcomeText = 'Hello <img src=x onerror=alert(1)>';
    show(() => Promise.resolve(CONNECTION), { organisation: { ...fakeSession().organisation, welcomeText } });
    expect(screen.getByText(welcomeText)).toBeInTheDocument();
  });
});
