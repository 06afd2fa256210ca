import { beginConsent, type ConsentMemory, endConsent } from '../../src/auth/consent-window.ts';
import { parsePurpose, type Purpose } from '../../src/domain/contract/purpose.ts';
import type { ClientConfig } from '../../src/domain/contract/client-config.ts';

const config: ClientConfig = {
  clientId: 'client-1',
  authority: 'https://login.microsoftonline.com/organizations',
  entraBaseUrl: 'http://localhost:3001',
  graphBaseUrl: 'http://localhost:3001',
  apiScope: 'api://localhost/client-1/access_as_user',
  baseScopes: ['User.Read', 'Calendars.Read'],
  hostOrigins: [],
  officeScriptUrl: '',
  version: '1.0.0',
};

function createMemory(): ConsentMemory {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

let made = 0;
const random = (): Uint8Array => new Uint8Array(32).fill((made += 1));
const begin = (memory: ConsentMemory, purpose: Purpose = 'agenda'): URL =>
  new URL(beginConsent({ config, purpose, origin: 'https://shifts.example', memory, random }));

describe('beginConsent', () => {
  it('leads to Entra with what the app asks for, and back to our own page', () => {
    const url = begin(createMemory());
    expect(`${url.origin}${url.pathname}`).toBe('http://localhost:3001/organizations/oauth2/v2.0/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'client-1',
      redirect_uri: 'https://shifts.example/auth-end',
      scope: 'openid profile User.Read Calendars.Read',
      prompt: 'consent',
      response_mode: 'fragment',
      code_challenge_method: 'S256',
    });
  });

  it.each([
    ['booking', 'openid profile User.Read Calendars.Read Calendars.ReadWrite'],
    ['presence', 'openid profile User.Read Presence.Read.All'],
    ['people', 'openid profile User.Read People.Read User.ReadBasic.All'],
  ] as const)('asks for what %s needs and no more', (purpose, scope) => {
    expect(begin(createMemory(), purpose).searchParams.get('scope')).toBe(scope);
  });

  it.each([null, '', 'everything', 'Mail.Read', '__proto__', 'Booking'])(
    'B17 is not widened by a link (%s)',
    (text) => {
      expect(parsePurpose(text)).toBe('agenda');
    },
  );

  it('makes a new state each time', () => {
    expect(begin(createMemory()).searchParams.get('state')).not.toBe(begin(createMemory()).searchParams.get('state'));
  });
});

describe('endConsent', () => {
  it('accepts the answer to what was asked', () => {
    const memory = createMemory();
    const state = begin(memory).searchParams.get('state') ?? '';
    expect(endConsent(`#code=abc&state=${state}`, memory)).toEqual({ ok: true });
  });

  it.each([
    ['C11 a wrong state', '#code=abc&state=other'],
    ['C11 no state', '#code=abc'],
    ['C11 an empty state', '#code=abc&state='],
    ['C11 nothing', ''],
  ])('refuses %s', (_name, fragment) => {
    const memory = createMemory();
    begin(memory);
    expect(endConsent(fragment, memory)).toEqual({ ok: false, reason: 'state' });
  });

  it('C11 refuses an answer that was used before', () => {
    const memory = createMemory();
    const fragment = `#code=abc&state=${begin(memory).searchParams.get('state') ?? ''}`;
    endConsent(fragment, memory);
    expect(endConsent(fragment, memory)).toEqual({ ok: false, reason: 'state' });
  });

  it('C11 refuses an answer that nobody asked for', () => {
    expect(endConsent('#code=abc&state=', createMemory())).toEqual({ ok: false, reason: 'state' });
  });

  it('tells a refusal of the person', () => {
    const memory = createMemory();
    const state = begin(memory).searchParams.get('state') ?? '';
    expect(endConsent(`#error=access_denied&state=${state}`, memory)).toEqual({ ok: false, reason: 'refused' });
  });
});
