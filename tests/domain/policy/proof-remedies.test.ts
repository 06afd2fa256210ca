import { PROOF_CODES } from '../../../src/domain/contract/proof.ts';
import { toProofRemedy } from '../../../src/domain/policy/proof-remedies.ts';

const URL = 'https://app.example/tab?view=proof';

describe('toProofRemedy', () => {
  it.each(PROOF_CODES.filter((code) => code !== 'leftovers'))('has a sentence of its own for %s', (code) => {
    expect(toProofRemedy('book', code, URL)).not.toBe(toProofRemedy('book', 'a code of tomorrow', URL));
  });

  it('names the tester’s link where the mailbox is missing', () => {
    expect(toProofRemedy('calendars', 'mailbox_missing', URL)).toContain(URL);
  });

  it('says other things about leftovers while reading back than after cleaning up', () => {
    expect(toProofRemedy('clean_up', 'leftovers', URL)).not.toBe(toProofRemedy('read_back', 'leftovers', URL));
  });
});
