import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Failure } from '../../src/domain/failure.ts';
import { findAxeViolations } from '../support/axe.ts';
import { renderPage } from '../support/render-page.tsx';
import { fakeServices, fakeSession } from '../support/screen-services.ts';
import { wholeText } from '../support/whole-text.ts';

describe('the door', () => {
  it('says in one sentence why it is closed, who can help, and the code to quote', async () => {
    const session = fakeSession({ integration: { state: 'untested', reason: 'integration_not_enabled' } });
    await renderPage(fakeServices({ openSession: () => Promise.resolve(session) }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Calendar integration is not enabled for Contoso.');
    expect(screen.getByText('An administrator of the app can enable it after a test.')).toBeInTheDocument();
    expect(screen.getByText(wholeText('Code integration_not_enabled'))).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('quotes the request of a refusal', async () => {
    const openSession = (): Promise<never> => Promise.reject(new Failure('tenant_not_allowed', { requestId: 'abc' }));
    await renderPage(fakeServices({ openSession }));
    expect(await screen.findByText(wholeText('Code tenant_not_allowed · request abc'))).toBeInTheDocument();
  });

  it('opens when tried again', async () => {
    let calls = 0;
    const openSession = (): Promise<ReturnType<typeof fakeSession>> => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Failure('offline')) : Promise.resolve(fakeSession());
    };
    await renderPage(fakeServices({ openSession }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Your agenda' })).toBeInTheDocument();
  });

  it('shuts at once, and forgets, when a call behind it is refused by it', async () => {
    let forgotten = 0;
    const readAgenda = (): Promise<never> => Promise.reject(new Failure('device_not_enabled', { requestId: 'r' }));
    await renderPage(fakeServices({ readAgenda, forget: () => (forgotten += 1) }));
    expect(await screen.findByRole('alert')).toHaveTextContent('not enabled for this kind of device');
    expect(forgotten).toBe(1);
  });

  it('stays quiet for somebody who is not connected and has seen the welcome', async () => {
    const session = fakeSession({ connection: { connected: false, welcomeDue: false } });
    const readAgenda = jest.fn();
    await renderPage(fakeServices({ openSession: () => Promise.resolve(session), readAgenda }));
    expect(await screen.findByRole('heading', { name: 'Your calendar is not connected' })).toBeInTheDocument();
    expect(readAgenda).not.toHaveBeenCalled();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('welcomes somebody who is not connected and has not seen the welcome', async () => {
    const session = fakeSession({ connection: { connected: false, welcomeDue: true } });
    await renderPage(fakeServices({ openSession: () => Promise.resolve(session) }));
    expect(await screen.findByRole('button', { name: /Connect calendar/ })).toBeInTheDocument();
  });
});
