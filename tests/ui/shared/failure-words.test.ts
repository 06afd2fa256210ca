import { Failure } from '../../../src/domain/failure.ts';
import { PROBLEM_STATUS } from '../../../src/domain/contract/problem.ts';
import { describeFailure } from '../../../src/ui/shared/failure-words.ts';
import { loadTestWords } from '../../support/render-page.tsx';

describe('describeFailure', () => {
  it.each(Object.keys(PROBLEM_STATUS) as (keyof typeof PROBLEM_STATUS)[])(
    'says what %s is and who can mend it, and never the bare code',
    async (code) => {
      const { what, who } = describeFailure(new Failure(code).code, await loadTestWords());
      expect(what).toMatch(/^[A-Z].*\.$/);
      expect(who).toMatch(/^[A-Z].*\.$/);
      expect(`${what} ${who}`).not.toContain('failure.');
    },
  );

  it('names the organisation where it is known', async () => {
    const words = await loadTestWords();
    expect(describeFailure('integration_not_enabled', words, 'Contoso').what).toContain('Contoso');
    expect(describeFailure('integration_not_enabled', words).what).toContain('your organisation');
  });
});
