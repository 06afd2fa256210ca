import { parseClientHeader } from '../../../src/domain/contract/client-header.ts';

describe('parseClientHeader', () => {
  it('reads host and device; a call without it comes from a browser on the web', () => {
    expect(parseClientHeader('outlook/mobile')).toEqual({ host: 'outlook', device: 'mobile' });
    expect(parseClientHeader(undefined)).toEqual({ host: 'browser', device: 'web' });
  });

  it.each(['', 'teams', 'teams/', 'teams/web/x', 'Teams/web', 'teams/tv', ['teams', 'web', 'x']])(
    'refuses %j',
    (header) => {
      expect(() => parseClientHeader(header)).toThrow('bad_request');
    },
  );
});
