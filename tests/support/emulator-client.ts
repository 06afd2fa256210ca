/** A running emulator with the small seed, and the calls that tests make of it. */
import { recordTraffic } from './record-traffic.ts';
import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';

export const TEST_APP = {
  url: 'http://localhost:3999',
  clientId: 'cccccccc-0000-4000-8000-000000000001',
  secret: 'tiny-secret',
  appIdUri: 'api://localhost:3999/cccccccc-0000-4000-8000-000000000001',
};

export const JSON_HEADERS = { 'content-type': 'application/json' };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where the answer is no JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface EmulatorClient {
  readonly emulator: Emulator;
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** `path` after `/emulator/`; POST unless said. */
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
  /** A Graph token of alex unless the order says otherwise. */
  tokenFor(order?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Headers with a Graph token of alex. */
  asAlex(more?: Readonly<Record<string, string>>): Promise<Record<string, string>>;
}

/** The same emulator, whose record is kept before it is emptied. */
function keepRecord(emulator: Emulator): Emulator & { readonly keep: () => Promise<void> } {
  const keep = async (): Promise<void> =>
    recordTraffic('emulator-http', await (await fetch(`${emulator.url}/emulator/traffic`)).text());
  return {
    ...{ url: emulator.url, port: emulator.port, keep },
    get tenants() {
      return emulator.tenants;
    },
    reset: async (options) => {
      await keep();
      await emulator.reset(options);
    },
    close: async () => {
      await keep();
      await emulator.close();
    },
  };
}

export async function openEmulator(): Promise<EmulatorClient> {
  const emulator = keepRecord(await createEmulator({ app: TEST_APP }));
  const send: EmulatorClient['send'] = async (method, path, body, headers = {}) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await fetch(emulator.url + path, { method, headers, ...sent });
    const text = await answer.text();
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  const control: EmulatorClient['control'] = async (path, body, method = 'POST') => {
    if (path === 'reset') await emulator.keep();
    return send(method, `/emulator/${path}`, body);
  };
  const tokenFor: EmulatorClient['tokenFor'] = async (order = {}) => {
    const { status, body } = await control('tokens', { person: 'alex', audience: 'graph', ...order });
    if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`);
    return String(body['token']);
  };
  const asAlex: EmulatorClient['asAlex'] = async (more = {}) => ({
    authorization: `Bearer ${await tokenFor()}`,
    ...more,
  });
  return { emulator, send, control, tokenFor, asAlex };
}
