import { PROOF_STEPS, type ProofEvent, type ProofStep } from '../../../src/domain/contract/proof.ts';
import { judgeProof, listSuspending } from '../../../src/domain/policy/judge-proof.ts';

const all: readonly ProofEvent[] = PROOF_STEPS.filter((step) => step !== 'proof').map((step) => ({
  ...{ step, state: 'passed', ms: 1 },
}));
const withStep = (step: ProofStep, state: ProofEvent['state'], code?: string): readonly ProofEvent[] =>
  all.map((event) => (event.step === step ? { ...event, state, ...(code === undefined ? {} : { code }) } : event));

describe('judgeProof', () => {
  it('passes where every step passed', () => {
    expect(judgeProof(all)).toBe('passed');
  });

  it.each(['registration', 'scope:Place.Read.All', 'rooms', 'read_back', 'work_plan', 'clean_up'] as const)(
    'fails with %s, and is undecided where it was skipped or is itself undecided',
    (step) => {
      expect(judgeProof(withStep(step, 'failed'))).toBe('failed');
      expect(judgeProof(withStep(step, 'skipped'))).toBe('inconclusive');
      expect(judgeProof(withStep(step, 'inconclusive'))).toBe('inconclusive');
    },
  );

  it.each(['presence', 'teams_shifts', 'scope:People.Read', 'scope:Schedule.Read.All'] as const)(
    'passes although the feature step %s failed',
    (step) => {
      expect(judgeProof(withStep(step, 'failed'))).toBe('passed');
    },
  );

  it('is undecided where a step is left out or only began', () => {
    expect(judgeProof(all.slice(1))).toBe('inconclusive');
    expect(judgeProof(withStep('book', 'running'))).toBe('inconclusive');
    expect(judgeProof([])).toBe('inconclusive');
  });
});

describe('listSuspending', () => {
  it.each(['registration', 'credential', 'sign_in', 'scope:Calendars.Read', 'book'] as const)('names %s', (step) => {
    expect(listSuspending(withStep(step, 'failed', 'access_denied'))).toEqual([step]);
  });

  it.each([
    ['book', 'room_silent'],
    ['book', 'room_declined'],
    ['sign_in', 'upstream_unavailable'],
    ['rooms', 'access_denied'],
    ['presence', 'access_denied'],
    ['scope:Presence.Read.All', 'consent_required'],
    ['clean_up', 'leftovers'],
  ] as const)('leaves out %s with %s', (step, code) => {
    expect(listSuspending(withStep(step, 'failed', code))).toEqual([]);
  });

  it('names a booking that Exchange never answered', () => {
    expect(listSuspending(withStep('book', 'failed', 'upstream_unavailable'))).toEqual(['book']);
  });
});
