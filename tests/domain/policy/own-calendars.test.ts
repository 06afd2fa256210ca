import { isOwnCalendar, toOwnAddresses } from '../../../src/domain/policy/own-calendars.ts';

describe('toOwnAddresses', () => {
  it('takes mail, user principal name and SMTP proxies, in lower case, and nothing else', () => {
    const own = toOwnAddresses({
      mail: 'Alex.Jones@Contoso.example',
      userPrincipalName: 'ALEX@contoso.example',
      proxyAddresses: [
        'SMTP:alex.jones@contoso.example',
        'smtp:Alex@old.example',
        'X500:/o=x/cn=alex',
        'sip:alex@sip.example',
      ],
    });
    expect([...own]).toEqual(['alex.jones@contoso.example', 'alex@contoso.example', 'alex@old.example']);
  });

  it.each([
    ['nulls', { mail: null, userPrincipalName: null, proxyAddresses: null }],
    ['nothing', {}],
    ['blanks', { mail: ' ', proxyAddresses: ['smtp:'] }],
  ])('is empty for %s', (_, person) => {
    expect(toOwnAddresses(person).size).toBe(0);
  });
});

describe('isOwnCalendar', () => {
  const own = new Set(['alex@contoso.example']);

  it.each([
    ['the own address in another case', { address: 'Alex@Contoso.example' }, true],
    ['somebody else', { address: 'sam@contoso.example' }, false],
    ['an address that begins alike', { address: 'alex@contoso.example.evil' }, false],
    ['no address', {}, false],
    ['an empty address', { address: '' }, false],
    ['no owner', undefined, false],
  ])('of %s', (_, owner, expected) => {
    expect(isOwnCalendar(owner, own)).toBe(expected);
  });

  it('is never true for a user without addresses', () => {
    expect(isOwnCalendar({ address: '' }, new Set(['']))).toBe(false);
  });
});
