/** The way through Entra's consent page in a window of its own: begun by our page, ended by our page, no token in it. */
import type { ClientConfig } from '../domain/contract/client-config.ts';
import { type Purpose, PURPOSE_SCOPES } from '../domain/contract/purpose.ts';

const STATE_KEY = 'consent-state';
const OPENER_KEY = 'consent-opener';

export interface ConsentMemory {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

interface ConsentSetup {
  readonly config: ClientConfig;
  readonly purpose: Purpose;
  /** Our own origin, without a trailing slash. */
  readonly origin: string;
  readonly memory: ConsentMemory;
  /** 32 unguessable bytes, new for each call. */
  readonly random: () => Uint8Array;
}

/** Asks for what one purpose needs and no more: a link can't widen it. The code is never redeemed, its challenge has no verifier. */
export function beginConsent({ config, purpose, origin, memory, random }: ConsentSetup): string {
  const state = toBase64Url(random());
  memory.setItem(STATE_KEY, state);
  const tenant = new URL(config.authority).pathname.replace(/\/$/, '');
  const url = new URL(`${config.entraBaseUrl}${tenant}/oauth2/v2.0/authorize`);
  url.search = new URLSearchParams({
    client_id: config.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: `${origin}/auth-end`,
    scope: ['openid', 'profile', ...(purpose === 'agenda' ? config.baseScopes : PURPOSE_SCOPES[purpose])].join(' '),
    prompt: 'consent',
    state,
    code_challenge: toBase64Url(random()),
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

export type ConsentOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: 'state' | 'refused' };

/** `fragment` as Entra gave it. The state is good once: what is missing, wrong or used before is a failure. */
export function endConsent(fragment: string, memory: ConsentMemory): ConsentOutcome {
  const answer = new URLSearchParams(fragment.replace(/^#/, ''));
  const expected = memory.getItem(STATE_KEY);
  memory.removeItem(STATE_KEY);
  if (expected === null || expected === '' || answer.get('state') !== expected) return { ok: false, reason: 'state' };
  return answer.get('error') === null && answer.get('code') !== null ? { ok: true } : { ok: false, reason: 'refused' };
}

/** Whoever opened the window hears of its end in its own way: Office by a page that carries its script. */
export function noteOpener(opener: string | null, memory: ConsentMemory): void {
  if (opener === 'office') memory.setItem(OPENER_KEY, opener);
  else memory.removeItem(OPENER_KEY);
}

/** Good once. */
export function takeOfficeOpener(memory: ConsentMemory): boolean {
  const opener = memory.getItem(OPENER_KEY);
  memory.removeItem(OPENER_KEY);
  return opener === 'office';
}
