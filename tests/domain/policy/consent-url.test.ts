import { toConsentLink } from '../../../src/domain/policy/consent-url.ts';

const target = {
  ...{ entraBaseUrl: 'https://login.microsoftonline.com', tenantId: 't', clientId: 'c', origin: 'https://app.example' },
};

describe('toConsentLink', () => {
  it('leads an administrator to consent for everybody, and back to us', () => {
    const { by, url } = toConsentLink(['Place.Read.All', 'Schedule.Read.All'], target);
    const { pathname, searchParams } = new URL(url);
    expect([by, pathname]).toEqual(['admin', '/t/v2.0/adminconsent']);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'c',
      scope: 'https://graph.microsoft.com/Place.Read.All https://graph.microsoft.com/Schedule.Read.All',
      redirect_uri: 'https://app.example/auth-end',
    });
  });

  it.each([
    [['User.Read'], 'agenda'],
    [['MailboxSettings.Read'], 'agenda'],
    [['Calendars.ReadWrite'], 'booking'],
    [['Presence.Read.All'], 'presence'],
    [['People.Read', 'User.ReadBasic.All'], 'people'],
  ])('leads a person who lacks %s to our own page for the purpose %s', (scopes, purpose) => {
    expect(toConsentLink(scopes, target)).toEqual({ by: 'user', url: `https://app.example/auth-start?for=${purpose}` });
  });
});
