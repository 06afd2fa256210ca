import { act, screen, within } from '@testing-library/react';
import type { AdminServices } from '../../../src/app/admin/admin-services.ts';
import type { ProofListener } from '../../../src/backend/run-proof.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { failedSteps, proofRun } from '../../support/admin-world.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { showAdmin } from '../../support/show-admin.tsx';
import { wholeText } from '../../support/whole-text.ts';

jest.setTimeout(30_000);

describe('the test', () => {
  const proving = (play: (listener: ProofListener) => Promise<void>, rooms: string[] = []): Partial<AdminServices> => ({
    runProof: ({ room }, listener) => {
      rooms.push(room);
      return play(listener);
    },
  });

  async function start(about: Partial<AdminServices>) {
    const world = showAdmin(about, { opensAt: 'proof' });
    const field = await screen.findByRole('combobox', { name: 'Room for the test' });
    await world.user.click(field);
    await world.user.paste('silent@contoso.example');
    await world.user.click(screen.getByRole('button', { name: /^Run the test/u }));
    return world;
  }

  it('refuses what is no address, in one sentence', async () => {
    const { user } = showAdmin({}, { opensAt: 'proof' });
    await user.type(await screen.findByRole('combobox', { name: 'Room for the test' }), 'nowhere');
    await user.click(screen.getByRole('button', { name: 'Run the test' }));
    expect(screen.getByText('This is not the address of a room.')).toBeInTheDocument();
  });

  it('takes a room by its name as by its address', async () => {
    const rooms: string[] = [];
    const { user } = showAdmin(
      proving(() => new Promise(() => {}), rooms),
      { opensAt: 'proof' },
    );
    await user.type(await screen.findByRole('combobox', { name: 'Room for the test' }), 'Linden');
    await user.click(screen.getByRole('button', { name: 'Run the test' }));
    expect(rooms).toEqual(['plain@contoso.example']);
  });

  it('says of each step how it ended, what it means, and what to do', async () => {
    const { opened, user } = await start(
      proving(({ onEvent }) => {
        for (const event of failedSteps) onEvent(event);
        return Promise.resolve();
      }),
    );
    const steps = await screen.findByRole('list', { name: 'First run' });
    const said = within(steps)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(said[0]).toContain('App registrationpassed0 s');
    expect(said[1]).toContain('When it ends is not known.');
    expect(said[2]).toContain('Consent is missing for Place.Read.All.A directory administrator can give it');
    expect(said).toContainEqual(expect.stringContaining('it allows conflicts.Pick another room'));
    expect(said).toContainEqual(expect.stringContaining('Clean-upfailed0.8 s'));
    expect(said.at(-1)).toContain('1 event left in your calendar');
    expect(screen.getAllByText('The test failed').length).toBeGreaterThan(0);
    await user.click(within(steps).getByRole('link', { name: 'Open consent' }));
    expect(opened).toEqual(['https://login.test/adminconsent?x=1']);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('keeps a place for each step while it runs, and counts them', async () => {
    await start(
      proving(({ onEvent }) => {
        onEvent({ step: 'registration', state: 'passed', ms: 1 });
        onEvent({ step: 'credential', state: 'running', ms: 0 });
        return new Promise(() => {});
      }),
    );
    expect(await screen.findByRole('progressbar', { name: 'The test is running' })).toHaveAttribute(
      'aria-valuenow',
      '1',
    );
    expect(screen.getByText('1 of 24 · Secret or certificate')).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'First run' })).getAllByRole('listitem')).toHaveLength(24);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('explains the second run and shows both', async () => {
    await start(
      proving(({ onEvent }) => {
        for (const event of failedSteps) onEvent(event);
        for (const event of failedSteps) onEvent({ ...event, attempt: 2 });
        return Promise.resolve();
      }),
    );
    expect(await screen.findByText(/only what fails twice switches it off/u)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Second run' })).toBeInTheDocument();
  });

  it('finds the report of a run whose connection was lost', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    let runs = [proofRun()];
    await start({
      ...proving(({ onEvent }) => {
        onEvent({ step: 'registration', state: 'passed', ms: 1 });
        return Promise.reject(new Failure('offline'));
      }),
      listProofRuns: () => Promise.resolve({ value: runs, isRunning: false }),
    });
    expect(await screen.findByText(/The run goes on by itself/u)).toBeInTheDocument();
    runs = [proofRun({ id: 'run-2', steps: [...failedSteps], verdict: 'failed' }), proofRun()];
    await act(() => jest.advanceTimersByTimeAsync(5_100));
    jest.useRealTimers();
    expect(await screen.findByRole('list', { name: 'First run' })).toHaveTextContent('Clean-up');
    expect(screen.queryByText(/The run goes on by itself/u)).toBeNull();
  });

  it('says that a run is under way where the page was left, and shows its report as soon as it is there', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    let runs = { value: [proofRun()], isRunning: true };
    showAdmin({ listProofRuns: () => Promise.resolve(runs) }, { opensAt: 'proof' });
    expect(await screen.findByText(/A run is under way/u)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'The test is running' })).toBeInTheDocument();
    runs = { value: [proofRun({ id: 'run-2', steps: [...failedSteps] }), proofRun()], isRunning: false };
    await act(() => jest.advanceTimersByTimeAsync(5_100));
    jest.useRealTimers();
    expect(await screen.findByRole('list', { name: 'First run' })).toHaveTextContent('Clean-up');
    expect(screen.queryByText(/A run is under way/u)).toBeNull();
  });

  it('can be begun again where a run under way came to no report', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    let isRunning = true;
    showAdmin({ listProofRuns: () => Promise.resolve({ value: [], isRunning }) }, { opensAt: 'proof' });
    expect(await screen.findByText(/A run is under way/u)).toBeInTheDocument();
    isRunning = false;
    await act(() => jest.advanceTimersByTimeAsync(5_100));
    expect(screen.getByText(/A run is under way/u)).toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(5_100));
    jest.useRealTimers();
    expect(await screen.findByRole('button', { name: 'Run the test' })).toBeInTheDocument();
    expect(screen.queryByText(/A run is under way/u)).toBeNull();
  });

  it('follows another’s run where its own is refused because of it', async () => {
    await start(proving(() => Promise.reject(new Failure('conflict'))));
    expect(await screen.findByText(/A run is under way/u)).toBeInTheDocument();
    expect(screen.queryByText('The test was not begun.')).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('offers the calendar, and to try again, where something could not be cleaned up', async () => {
    const rooms: string[] = [];
    const play = ({ onEvent }: ProofListener): Promise<void> => {
      for (const event of failedSteps) onEvent(event);
      return Promise.resolve();
    };
    const { opened, user } = await start(proving(play, rooms));
    const steps = await screen.findByRole('list', { name: 'First run' });
    await user.click(within(steps).getByRole('link', { name: 'Open calendar' }));
    expect(opened).toEqual(['https://outlook.office365.com/calendar']);
    await user.click(within(steps).getByRole('button', { name: 'Try again' }));
    expect(rooms).toEqual(['silent@contoso.example', 'silent@contoso.example']);
  });

  it.each([
    ['access_denied', 'Microsoft 365 refuses this to your account.Check the licences'],
    ['interaction_required', 'Sign in to Microsoft 365 again with what your policies ask for'],
    ['bad_response', 'tell the operator the code bad_response'],
    ['some_new_code', 'some_new_codeTest again; if it stays, tell the operator the code some_new_code.'],
  ])('tells an administrator what to do about %s', async (code, said) => {
    await start(
      proving(({ onEvent }) => {
        onEvent({ step: 'calendars', state: 'failed', ms: 1, code });
        return Promise.resolve();
      }),
    );
    expect(await screen.findByRole('list', { name: 'First run' })).toHaveTextContent(said);
  });

  it('says why it was not begun', async () => {
    await start(proving(() => Promise.reject(new Failure('throttled', { requestId: 'r-3' }))));
    expect(await screen.findByText(wholeText('Code throttled · request r-3'))).toBeInTheDocument();
    expect(screen.getByText('The test was not begun.')).toBeInTheDocument();
  });

  it('keeps earlier runs as JSON and prints one of them', async () => {
    const print = jest.fn();
    const blobs: Blob[] = [];
    const create = (blob: Blob): string => {
      blobs.push(blob);
      return 'blob:x';
    };
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: () => {} });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    Object.assign(window, { print });
    const { user } = showAdmin(
      { listProofRuns: () => Promise.resolve({ value: [proofRun()], isRunning: false }) },
      { opensAt: 'proof' },
    );
    await user.click(await screen.findByRole('button', { name: /passed · by an administrator/u }));
    expect(screen.getByText('12 rooms · 2 without capacity')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save as JSON' }));
    expect(blobs).toHaveLength(1);
    expect(blobs[0]?.type).toBe('application/json');
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    expect(await findAxeViolations()).toEqual([]);
  });
});
