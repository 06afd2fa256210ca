/** Asks Microsoft Entra what anybody may ask: its keys, its clock, and whether it knows the app's addresses for answers. */
import * as v from 'valibot';
import { toKeysUrl } from '../../server/identity/check-entra.ts';
import { pages } from './expected.ts';
import { fail, judge, ok, warn, type Finding } from './finding.ts';

export interface EntraPlace {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly entraBaseUrl: string;
  readonly tokenVersion: 1 | 2;
}

const TIMEOUT_MS = 8_000;
const CLOCK_WARN_MS = 5_000;
/** Tokens are good a minute beyond their end, no longer. */
const CLOCK_FAIL_MS = 60_000;

const keySetSchema = v.object({ keys: v.array(v.object({ kid: v.string() })) });

/** Both from one answer: keys that can be read, and the time at which they were sent. */
export async function checkKeysAndClock({ fetch, now, entraBaseUrl, tokenVersion }: EntraPlace): Promise<Finding[]> {
  try {
    const answer = await fetch(toKeysUrl(entraBaseUrl, tokenVersion), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const seenMs = now();
    const { keys } = v.parse(keySetSchema, await answer.json());
    if (!answer.ok || keys.length === 0) throw new Error('none');
    const keysFinding = ok('keys', `${keys.length} signing keys of Microsoft Entra can be read`);
    return [keysFinding, judgeClock(Date.parse(answer.headers.get('date') ?? ''), seenMs)];
  } catch {
    const text = `The signing keys of Microsoft Entra can not be read: let this machine reach ${new URL(entraBaseUrl).host} (docs/egress.md).`;
    return [fail('keys', text), warn('clock', 'not compared: Microsoft Entra did not answer')];
  }
}

/** A header tells whole seconds. */
function judgeClock(theirsMs: number, oursMs: number): Finding {
  if (Number.isNaN(theirsMs)) return warn('clock', 'not compared: the answer says no time');
  const differsMs = Math.abs(theirsMs - oursMs);
  const differs = `${Math.round(differsMs / 1000)} s from Microsoft's`;
  if (differsMs > CLOCK_FAIL_MS)
    return fail('clock', `${differs}. Tokens would be refused: keep this machine's clock in step (NTP).`);
  return differsMs > CLOCK_WARN_MS ? warn('clock', `${differs}; keep it in step (NTP)`) : ok('clock', differs);
}

export interface RedirectQuestion extends Pick<EntraPlace, 'fetch'> {
  /** `https://login.microsoftonline.com/{tenant}`, where Entra is really reached. */
  readonly authority: string;
  readonly clientId: string;
  readonly url: URL;
}

/** A silent sign-in by nobody: Entra answers at an address that it knows, and on a page of its own otherwise. */
async function probe({ fetch, authority, clientId, url }: RedirectQuestion, path: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: url.origin + path,
    scope: 'openid',
    prompt: 'none',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const address = `${authority}/oauth2/v2.0/authorize?${query.toString()}`;
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.headers.get('location')?.startsWith(`${url.origin}${path}?`) === true) return 'known';
  return /AADSTS(\d+)/.exec(await answer.text())?.[1] ?? 'unclear';
}

const ABOUT = 'redirect URIs';

export async function checkRedirects(question: RedirectQuestion): Promise<Finding> {
  const paths = [pages.redirect, pages.consent];
  try {
    const answers = await Promise.all(paths.map((path) => probe(question, path)));
    if (answers.includes('700016'))
      return fail(
        ABOUT,
        'Microsoft Entra does not know this client id in this tenant: look at ENTRA_CLIENT_ID and ENTRA_TENANTS.',
      );
    const strange = paths.filter((_path, index) => answers[index] === '50011');
    const unclear = answers.some((answer) => answer !== 'known' && answer !== '50011');
    if (strange.length === 0 && unclear)
      return warn(ABOUT, 'Microsoft Entra did not say; compare them by hand with docs/registration.md, step 2');
    const problems = strange.map(
      (path) =>
        `${question.url.origin}${path} is not registered: add it as single-page application (docs/registration.md, step 2).`,
    );
    return judge(ABOUT, problems, `${paths.join(' and ')} are registered; the broker's shows in --registration`);
  } catch {
    return warn(ABOUT, 'not asked: Microsoft Entra did not answer');
  }
}
