import { toWebLink } from '../../../src/ui/shared/web-link.ts';

describe('toWebLink', () => {
  it.each([
    ['https://teams.microsoft.com/l/meetup-join/1', 'https://teams.microsoft.com/l/meetup-join/1'],
    ['http://localhost:3001/calendar', 'http://localhost:3001/calendar'],
    ['javascript:alert(1)', undefined],
    [' JaVaScRiPt:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['file:///etc/passwd', undefined],
    ['//evil.example', undefined],
    ['no link', undefined],
    [undefined, undefined],
  ])('C06 of %s is %s', (text, expected) => {
    expect(toWebLink(text)).toBe(expected);
  });
});
