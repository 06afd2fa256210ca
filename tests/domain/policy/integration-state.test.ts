import type { ProofEvent, ProofStep, ProofVerdict } from '../../../src/domain/contract/proof.ts';
import { nextState, switchState } from '../../../src/domain/policy/integration-state.ts';

const failedAt = (step: ProofStep, code?: string): ProofEvent => ({
  step,
  state: 'failed',
  ms: 1,
  ...(code === undefined ? {} : { code }),
});
const run = (verdict: ProofVerdict, ...steps: ProofEvent[]) => ({ verdict, steps });
const enabled = { state: 'enabled' } as const;

describe('nextState', () => {
  it.each(['untested', 'failed', 'passed'] as const)('follows the verdict of a run while %s', (state) => {
    expect(nextState({ state }, [run('passed')])).toEqual({ state: 'passed' });
    expect(nextState({ state }, [run('failed', failedAt('rooms'))])).toEqual({ state: 'failed' });
  });

  it.each(['untested', 'failed', 'passed', 'enabled', 'suspended'] as const)(
    'changes nothing after an inconclusive run while %s',
    (state) => {
      expect(nextState({ state }, [run('inconclusive', failedAt('book'))])).toEqual({ state });
    },
  );

  it.each(['registration', 'credential', 'sign_in', 'scope:Calendars.Read', 'scope:Place.Read.All', 'book'] as const)(
    'suspends where %s failed twice in a row, and names it',
    (step) => {
      const failed = run('failed', failedAt(step), failedAt('rooms'));
      expect(nextState(enabled, [failed, failed])).toEqual({ state: 'suspended', suspendedBy: [step] });
    },
  );

  it.each([
    ['one failed run', [run('failed', failedAt('sign_in'))]],
    ['a failure that the second run did not confirm', [run('failed', failedAt('book')), run('passed')]],
    ['a second run that is inconclusive', [run('failed', failedAt('book')), run('inconclusive', failedAt('book'))]],
    ['two runs that failed at different steps', [run('failed', failedAt('sign_in')), run('failed', failedAt('book'))]],
    ['other steps', [run('failed', failedAt('rooms')), run('failed', failedAt('rooms'))]],
    [
      'a scope of a feature',
      [run('failed', failedAt('scope:Presence.Read.All')), run('failed', failedAt('scope:Presence.Read.All'))],
    ],
    ['one slow room', [run('failed', failedAt('book', 'room_silent')), run('failed', failedAt('book', 'room_silent'))]],
    ['a passed run', [run('passed')]],
    ['no run', []],
  ])('stays enabled after %s', (_name, runs) => {
    expect(nextState(enabled, runs)).toBe(enabled);
  });

  it('opens a suspended integration by no run: a person does that', () => {
    const suspended = { state: 'suspended', suspendedBy: ['book'] } as const;
    expect(nextState(suspended, [run('passed')])).toBe(suspended);
    expect(nextState(suspended, [run('failed', failedAt('sign_in'))])).toBe(suspended);
  });
});

describe('switchState', () => {
  it.each(['untested', 'failed', 'passed', 'suspended'] as const)('enables what is %s only without doubts', (state) => {
    expect(switchState({ state }, true, [])).toEqual({ state: 'enabled' });
    expect(switchState({ state }, true, ['too_old'])).toBeUndefined();
  });

  it('leaves an enabled integration enabled, in doubt or not', () => {
    expect(switchState(enabled, true, ['none_passed'])).toBe(enabled);
    expect(switchState(enabled, undefined, ['too_old'])).toBe(enabled);
  });

  it('suspends by hand without a step to blame, and forgets the steps when enabled again', () => {
    expect(switchState(enabled, false, [])).toEqual({ state: 'suspended' });
    expect(switchState({ state: 'suspended', suspendedBy: ['book'] }, true, [])).toEqual({ state: 'enabled' });
  });

  it.each(['untested', 'failed', 'passed', 'suspended'] as const)('has nothing to switch off while %s', (state) => {
    expect(switchState({ state }, false, [])).toEqual({ state });
  });
});
