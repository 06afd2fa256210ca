/** The exchange as msal-node runs it: login.microsoftonline.com stays the authority, only its network client knows the emulator. */
import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  type AuthError,
  type INetworkModule,
} from '@azure/msal-node';
import { decodeJwt } from 'jose';

import { grantConsent, withdrawConsent } from '../../../emulator/entra/consents.ts';
import { findPerson } from '../../../emulator/find-person.ts';
import { startTinyEntra, type TinyEntra } from '../../support/tiny-entra.ts';
import { HOME_TENANT, OTHER_TENANT, TINY_APP } from '../../support/tiny-world.ts';

const DEFAULT_SCOPE = 'https://graph.microsoft.com/.default';

let entra: TinyEntra;
beforeEach(async () => {
  entra = await startTinyEntra();
});
afterEach(() => entra.close());

const toNetwork = (base: string): INetworkModule => {
  const send =
    (method: 'GET' | 'POST'): INetworkModule['sendPostRequestAsync'] =>
    async (url, options) => {
      const target = url.replace('https://login.microsoftonline.com', base);
      const body = method === 'POST' && options?.body !== undefined ? { body: options.body } : {};
      const answer = await fetch(target, { method, headers: options?.headers ?? {}, ...body });
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() };
    };
  return { sendGetRequestAsync: send('GET'), sendPostRequestAsync: send('POST') };
};

interface Exchange {
  readonly assertion: string;
  readonly scopes?: string[];
  readonly secret?: string;
  readonly tenant?: string;
  readonly capabilities?: string[];
}

const exchange = ({ assertion, scopes = [DEFAULT_SCOPE], secret = 'tiny-secret', tenant, capabilities }: Exchange) =>
  new ConfidentialClientApplication({
    auth: {
      clientId: TINY_APP.clientId,
      clientSecret: secret,
      authority: `https://login.microsoftonline.com/${tenant ?? HOME_TENANT}`,
      ...(capabilities === undefined ? {} : { clientCapabilities: capabilities }),
    },
    system: { networkClient: toNetwork(entra.url) },
  }).acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes, skipCache: true });

/** The error that msal makes of a refusal. */
async function refusalOf(attempt: Promise<unknown>): Promise<AuthError & { errorNo: unknown; claims?: string }> {
  const outcome = await attempt.then(
    () => new Error('was granted'),
    (error: unknown) => error,
  );
  return outcome as AuthError & { errorNo: unknown };
}

describe('exchangeOnBehalfOf through msal-node', () => {
  it('gives all consented scopes for .default, spelled in full, in a Graph token of the same person [F3]', async () => {
    const granted = await exchange({ assertion: entra.ssoToken('ann') });
    expect(granted?.scopes).toEqual(
      expect.arrayContaining([
        'https://graph.microsoft.com/User.Read',
        'https://graph.microsoft.com/Calendars.Read',
        DEFAULT_SCOPE,
      ]),
    );
    expect(decodeJwt(granted?.accessToken ?? '')).toMatchObject({
      aud: '00000003-0000-0000-c000-000000000000',
      appid: TINY_APP.clientId,
      oid: findPerson(entra.context.world, 'ann')?.objectId,
      tid: HOME_TENANT,
      scp: expect.stringContaining('Calendars.Read'),
    });
  });

  it('gives only what was asked for, spelled as it was asked [F3]', async () => {
    const granted = await exchange({ assertion: entra.ssoToken('ann'), scopes: ['User.Read'] });
    expect(granted?.scopes).toContain('User.Read');
    expect(granted?.scopes).not.toContain('Calendars.Read');
    expect(decodeJwt(granted?.accessToken ?? '')['scp']).not.toContain('Calendars.Read');
  });

  it('asks for consent as Entra does, and grants at once after it was given [F3]', async () => {
    const ann = findPerson(entra.context.world, 'ann');
    if (ann === undefined) throw new Error('no ann');
    const assertion = entra.ssoToken('ann');
    const scopes = ['https://graph.microsoft.com/Place.Read.All'];
    const refusal = await refusalOf(exchange({ assertion, scopes }));
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorCode: 'invalid_grant', subError: 'consent_required', errorNo: 65001 });
    grantConsent(entra.context.world, ann, ['Place.Read.All']);
    expect((await exchange({ assertion, scopes }))?.scopes).toContain('https://graph.microsoft.com/Place.Read.All');
  });

  it('leaves a withdrawn scope out of .default, and asks for consent when all are withdrawn [F3]', async () => {
    const ann = findPerson(entra.context.world, 'ann');
    if (ann === undefined) throw new Error('no ann');
    withdrawConsent(entra.context.world, ann, ['Calendars.Read']);
    const assertion = entra.ssoToken('ann');
    expect((await exchange({ assertion }))?.scopes).not.toContain('https://graph.microsoft.com/Calendars.Read');
    withdrawConsent(entra.context.world, ann, ['User.Read']);
    expect(await refusalOf(exchange({ assertion }))).toMatchObject({ errorNo: 65001 });
  });

  it('gives clients that take claims challenges a token for a day [E3]', async () => {
    const granted = await exchange({ assertion: entra.ssoToken('ann'), capabilities: ['CP1'] });
    const claims = decodeJwt(granted?.accessToken ?? '');
    expect(claims['xms_cc']).toEqual(['CP1']);
    expect((claims.exp ?? 0) * 1000 - Date.now()).toBeGreaterThan(20 * 60 * 60 * 1000);
  });

  it('takes assertions signed before a rotation until the next one [F2] [F3]', async () => {
    const assertion = entra.ssoToken('ann');
    await entra.context.keys.rotate();
    await expect(exchange({ assertion })).resolves.toBeTruthy();
    await entra.context.keys.rotate();
    expect(await refusalOf(exchange({ assertion }))).toMatchObject({ errorNo: 50013 });
  });
});

describe('exchangeOnBehalfOf refuses', () => {
  const nowS = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Exchange, number, string]>([
    ['a wrong secret', () => ({ assertion: entra.ssoToken('ann'), secret: 'wrong' }), 7000215, 'invalid_client'],
    [
      'a token for another audience',
      () => ({ assertion: entra.ssoToken('ann', { aud: 'someone-else' }) }),
      500131,
      'invalid_grant',
    ],
    ['an expired token', () => ({ assertion: entra.ssoToken('ann', { exp: nowS() - 1 }) }), 500133, 'invalid_grant'],
    [
      'a token signed by a stranger',
      () => ({ assertion: entra.ssoToken('ann', {}, {}, 'foreign') }),
      50013,
      'invalid_grant',
    ],
    [
      'a token signed by a key that is no longer listed',
      () => ({ assertion: entra.ssoToken('ann', {}, {}, 'retired') }),
      50013,
      'invalid_grant',
    ],
    ['an unsigned token', () => ({ assertion: entra.ssoToken('ann', {}, { alg: 'none' }) }), 50027, 'invalid_request'],
    [
      'a token of another tenant',
      () => ({ assertion: entra.ssoToken('stranger'), tenant: HOME_TENANT }),
      50013,
      'invalid_grant',
    ],
    ['an app-only token', () => ({ assertion: entra.ssoToken('ann', { scp: null }) }), 7000114, 'invalid_grant'],
    [
      'a token without our scope',
      () => ({ assertion: entra.ssoToken('ann', { scp: 'other' }) }),
      65005,
      'invalid_resource',
    ],
    ['a disabled user', () => ({ assertion: entra.ssoToken('gone') }), 50057, 'invalid_grant'],
    [
      'a user who does not exist',
      () => ({ assertion: entra.ssoToken('ann', { oid: HOME_TENANT }) }),
      50034,
      'invalid_grant',
    ],
    [
      'a scope that does not exist',
      () => ({ assertion: entra.ssoToken('ann'), scopes: ['https://graph.microsoft.com/Cats.Read'] }),
      650053,
      'invalid_client',
    ],
    [
      'two resources at once',
      () => ({ assertion: entra.ssoToken('ann'), scopes: ['User.Read', `${TINY_APP.appIdUri}/access_as_user`] }),
      28000,
      'invalid_request',
    ],
    [
      'a tenant that does not exist',
      () => ({ assertion: entra.ssoToken('ann'), tenant: '12345678-0000-4000-8000-000000000000' }),
      90002,
      'invalid_tenant',
    ],
  ])('%s [F3]', async (_name, request, errorNo, errorCode) => {
    expect(await refusalOf(exchange(request()))).toMatchObject({ errorNo, errorCode });
  });

  it('says no consent in a tenant that never gave any [F3]', async () => {
    const attempt = exchange({ assertion: entra.ssoToken('stranger'), tenant: OTHER_TENANT });
    expect(await refusalOf(attempt)).toMatchObject({ errorNo: 65001, subError: 'consent_required' });
  });
});
