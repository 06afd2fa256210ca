import 'temporal-polyfill/global';
import { parseProofRequest } from '../../../src/domain/policy/parse-proof-request.ts';

const NOW = Date.parse('2026-11-30T17:00:00Z');
const room = 'plain@contoso.example';

describe('parseProofRequest', () => {
  // the demo's mailboxes may stand in another year than its server
  it.each(['2026-03-15T10:00:00Z', '2026-12-17T10:00:00+14:00', '2031-01-18T10:00:00Z'])('takes %s', (start) => {
    expect(parseProofRequest({ room, start }, NOW)).toEqual({ room, start: Temporal.Instant.from(start) });
  });

  it.each(['2020-01-01T00:00:00Z', '2032-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z'])(
    'refuses %s, so far away that nothing could be cleaned up',
    (start) => {
      expect(() => parseProofRequest({ room, start }, NOW)).toThrow('bad_request');
    },
  );
});
