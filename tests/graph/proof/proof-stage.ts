/** The emulator and one proof run against it, without our server: what the runner's exchange answers is told by the emulator itself. */
import { setTimeout as wait } from 'node:timers/promises';
import { createEmulator } from '../../../emulator/create-emulator.ts';
import type { ProofEvent, ProofStep } from '../../../src/domain/contract/proof.ts';
import type { SignIn } from '../../../src/graph/proof/proof-setup.ts';
import { runProof } from '../../../src/graph/proof/run-proof.ts';

const CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const APP_ID_URI = `api://localhost:3000/${CLIENT_ID}`;
const ALL_FEATURES = { freeBusy: true, shifts: true, presence: true, people: true };

export interface Run {
  readonly person?: string;
  readonly room?: string;
  readonly start?: string;
  readonly features?: Partial<typeof ALL_FEATURES>;
  readonly signal?: AbortSignal;
  /** Time runs so many times faster for the run's own waits. */
  readonly speed?: number;
  readonly ends?: string;
  /** As where Entra answers only what was asked for. */
  readonly scopesUnknown?: boolean;
  /** Between the run and the emulator. */
  readonly fetch?: typeof fetch;
  readonly onEvent?: (event: ProofEvent) => void;
}

export type ProofStage = Awaited<ReturnType<typeof startProofStage>>;

export async function startProofStage() {
  const app = { url: 'http://localhost:3000', clientId: CLIENT_ID, secret: 'secret', appIdUri: APP_ID_URI };
  const emulator = await createEmulator({ seed: 'small', port: 0, app });
  const [tenant] = emulator.tenants;
  if (tenant === undefined) throw new Error('no tenant');
  const { domain } = tenant;

  const control = async (method: string, path: string, body?: unknown): Promise<string> => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(`${emulator.url}/emulator/${path}`, { method, ...sent });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text;
  };
  const getToken = async (person: string): Promise<string> => {
    const { token } = JSON.parse(await control('POST', 'tokens', { person, audience: 'app' })) as { token: string };
    return token;
  };
  /** On-behalf-of, as our server does it. */
  const signIn = async (person: string, scopesUnknown: boolean): Promise<SignIn> => {
    const form = new URLSearchParams({
      ...{ client_id: CLIENT_ID, client_secret: 'secret', requested_token_use: 'on_behalf_of' },
      ...{ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await getToken(person) },
      scope: 'https://graph.microsoft.com/.default',
    });
    const response = await fetch(`${emulator.url}/${tenant.id}/oauth2/v2.0/token`, { method: 'POST', body: form });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) {
      const aadsts = Number((answer['error_codes'] as number[] | undefined)?.[0] ?? 0);
      return { ok: false, aadsts, code: response.status >= 500 ? 'upstream_unavailable' : 'interaction_required' };
    }
    const names = String(answer['scope']).split(' ');
    const scopes = new Set(names.map((name) => name.slice(name.lastIndexOf('/') + 1).toLowerCase()));
    return { ok: true, token: String(answer['access_token']), scopes: scopesUnknown ? undefined : scopes };
  };

  const run = async (wish: Run = {}): Promise<readonly ProofEvent[]> => {
    const { person = 'robin', room = 'plain', speed = 1, signal = new AbortController().signal } = wish;
    const begunMs = Date.now();
    return runProof({
      base: emulator.url,
      fetch: wish.fetch ?? fetch,
      clock: {
        now: () => begunMs + (Date.now() - begunMs) * speed,
        sleep: (ms, stop) => wait(ms / speed, undefined, stop && { signal: stop }).catch(() => undefined),
        random: () => 0.1,
      },
      signIn: () => signIn(person, wish.scopesUnknown === true),
      credentialEnds: wish.ends,
      consent: { entraBaseUrl: emulator.url, tenantId: tenant.id, clientId: CLIENT_ID, origin: app.url },
      testerUrl: `${app.url}/tab`,
      room: room.includes('@') ? room : `${room}@${domain}`,
      ...(wish.start === undefined ? {} : { start: Temporal.Instant.from(wish.start) }),
      features: { ...ALL_FEATURES, ...wish.features },
      newId: () => crypto.randomUUID(),
      emit: (event) => wish.onEvent?.(event),
      signal,
    });
  };

  const listMailbox = async (name: string): Promise<readonly Record<string, unknown>[]> => {
    const { value } = JSON.parse(await control('GET', `mailboxes/${name}@${domain}/events`)) as {
      value: Record<string, unknown>[];
    };
    return value;
  };
  /** Ids of all that both mailboxes hold, to be compared before and after. */
  const readMailboxes = async (room = 'plain', person = 'robin'): Promise<string> => {
    const all = [...(await listMailbox(room)), ...(await listMailbox(person))];
    return all
      .map(({ id }) => String(id))
      .sort()
      .join(' ');
  };
  const breakCall = (method: string, path: string, answer: object, times = 99): Promise<string> =>
    control('POST', 'faults', [{ match: { method, path }, answer, times }]);

  return { emulator, domain, tenantId: tenant.id, control, run, listMailbox, readMailboxes, breakCall };
}

/** What each step came to: `state` or `state code`. */
export function toOutcomes(events: readonly ProofEvent[]): Readonly<Partial<Record<ProofStep, string>>> {
  const ended = events.filter(({ state }) => state !== 'running');
  return Object.fromEntries(
    ended.map(({ step, state, code }) => [step, code === undefined ? state : `${state} ${code}`]),
  );
}

/** Steps that did not pass, without those that only were not reached. */
export function toNamed(events: readonly ProofEvent[]): readonly string[] {
  return events
    .filter(({ state, code }) => state !== 'running' && state !== 'passed' && code !== 'not_reached')
    .map(({ step, state, code }) => `${step} ${state} ${code ?? ''}`);
}
