/** Opens the demo's door as an administrator does: features on, a real proof run as robin, then enabled. */
import * as v from 'valibot';
import { adminIntegrationSchema } from '../src/domain/contract/admin.ts';
import { proofEventSchema, type ProofEvent } from '../src/domain/contract/proof.ts';

export interface Demo {
  readonly serverUrl: string;
  readonly emulatorUrl: string;
  /** Name and mail domain of the demo's organisation. */
  readonly organisation: { readonly name: string; readonly domain: string };
  /** As the emulator was started, for it is put back to that once the proof is through. */
  readonly seed: string;
  readonly now: string | undefined;
}

type Ask = (method: string, path: string, body?: unknown, match?: string) => Promise<Response>;

const createAsk =
  (base: string, token?: string): Ask =>
  (method, path, body, match) =>
    fetch(`${base}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(match === undefined ? {} : { 'If-Match': match }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

async function readJson<const S extends v.GenericSchema>(schema: S, answer: Response): Promise<v.InferOutput<S>> {
  if (!answer.ok) throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}.`);
  return v.parse(schema, await answer.json());
}

const tokenSchema = v.object({ token: v.string() });
const clockSchema = v.object({ now: v.string() });
/** From the 15th day after today on the room is empty, and its booking rules still admit the 40th. */
const DAYS_AHEAD = 17;

async function prove(server: Ask, emulator: Ask, { organisation, seed, now }: Demo): Promise<readonly ProofEvent[]> {
  const world = await readJson(clockSchema, await emulator('GET', '/emulator/clock'));
  const day = Temporal.Instant.from(world.now).toZonedDateTimeISO('UTC').add({ days: DAYS_AHEAD }).startOfDay();
  const start = day.add({ hours: 10 }).toInstant().toString();
  await emulator('POST', '/emulator/switches', { roomAnswerMs: 10 });
  try {
    const answer = await server('POST', '/api/admin/proof-runs', { room: `plain@${organisation.domain}`, start });
    const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '));
    return lines.map((line) => v.parse(proofEventSchema, JSON.parse(line.slice('data: '.length))));
  } finally {
    // what rooms wrote to robin meanwhile is not part of the story
    await emulator('POST', '/emulator/reset', { seed, ...(now === undefined ? {} : { now }) });
  }
}

const ALL_ON = { freeBusy: true, shifts: true, presence: true, people: true };

/** A sentence that says why the door stays closed; undefined where it is open. */
export async function openDemo(demo: Demo): Promise<string | undefined> {
  const emulator = createAsk(demo.emulatorUrl);
  const order = { person: 'robin', audience: 'app' };
  const { token } = await readJson(tokenSchema, await emulator('POST', '/emulator/tokens', order));
  const server = createAsk(demo.serverUrl, token);
  const before = await readJson(adminIntegrationSchema, await server('GET', '/api/admin/integration'));
  if (before.state === 'enabled' && before.proof.doubts.length === 0) return undefined;
  const organisation = { name: before.organisation.name || demo.organisation.name };
  const settings = await server('PUT', '/api/admin/integration', { features: ALL_ON, organisation }, '*');
  await readJson(adminIntegrationSchema, settings);
  const events = await prove(server, emulator, demo);
  if (events.at(-1)?.state !== 'passed') {
    const doubtful = events.filter(({ step, state }) => step !== 'proof' && !['running', 'passed'].includes(state));
    const steps = doubtful.map(({ step, code = '' }) => `${step} ${code}`).join(', ');
    return `The demo's own test did not pass (${steps}), so the door stays closed; robin can look and test again.`;
  }
  const enabled = await server('PUT', '/api/admin/integration', { enabled: true }, '*');
  await readJson(adminIntegrationSchema, enabled);
  return undefined;
}
