/** Calls that a journey makes itself, in the name of somebody in the demo: our server's API, and Graph. */
import type { Stage } from './stage.ts';

export interface CallAs {
  /** Unless said, alex. */
  readonly person?: string;
  /** Unless said, POST where there is a body, GET otherwise. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Audience = 'app' | 'graph';
type Tenant = Pick<Stage, 'control' | 'serverUrl' | 'emulatorUrl'>;

async function getToken({ control }: Tenant, person: string, audience: Audience): Promise<string> {
  const { token } = (await control('POST', '/emulator/tokens', { person, audience })) as { token: string };
  return token;
}

async function call(stage: Tenant, audience: Audience, url: string, options: CallAs): Promise<Response> {
  const { person = 'alex', body, method = body === undefined ? 'GET' : 'POST', headers } = options;
  const token = await getToken(stage, person, audience);
  return fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Whatever the server answers, also a refusal. */
export const askServer = (stage: Tenant, path: string, options: CallAs = {}): Promise<Response> =>
  call(stage, 'app', `${stage.serverUrl}${path}`, options);

/** What the server answers, of whatever status; undefined where it has nothing to say. */
export async function readServer(stage: Tenant, path: string, options: CallAs = {}): Promise<unknown> {
  const answer = await askServer(stage, path, options);
  return answer.status === 204 ? undefined : answer.json();
}

/** @throws Error unless Graph carries it out */
export async function askGraph(stage: Tenant, path: string, options: CallAs = {}): Promise<unknown> {
  const answer = await call(stage, 'graph', `${stage.emulatorUrl}/v1.0${path}`, options);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** The calendar of a person connected, or not, as the welcome or the profile does it. */
export async function connectCalendar(stage: Tenant, connected = true, more: object = {}): Promise<void> {
  const answer = await askServer(
    stage,
    '/api/connection',
    connected ? { method: 'PUT', body: { connected, ...more } } : { method: 'DELETE' },
  );
  if (!answer.ok) throw new Error(`/api/connection: ${answer.status}`);
}
