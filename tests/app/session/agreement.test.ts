import { createAgreement } from '../../../src/app/session/agreement.ts';
import { PURPOSE_SCOPES, type Purpose } from '../../../src/domain/contract/purpose.ts';
import type { Connection } from '../../../src/domain/contract/session.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Graph } from '../../../src/graph/graph.ts';

const CONNECTED: Connection = { connected: true, connectedSince: '2026-11-23T08:00:00Z', welcomeSeen: '1.0' };

interface World {
  /** The page has a token of its own. */
  readonly isDirect?: boolean;
  readonly askPerson?: Failure;
  /** What each look at the calendars through our relay ends with; the last one stays. */
  readonly looks?: readonly (Failure | undefined)[];
  readonly window?: Failure | 'none';
}

function openWorld({ isDirect = false, askPerson, looks = [undefined], window }: World) {
  const log: string[] = [];
  const life: { closed: AbortController; agreedAtMs?: number } = { closed: new AbortController() };
  const left = [...looks];
  const graph: Graph = {
    send: () => {
      const next = left.length > 1 ? left.shift() : left[0];
      log.push('look');
      if (next instanceof Failure) return Promise.reject(next);
      return Promise.resolve({ status: 200, header: () => undefined, body: { value: [] } });
    },
    batch: () => Promise.reject(new Error('no batch was expected')),
  };
  const agreement = createAgreement({
    life: () => life,
    ways: {
      askPerson: (_session, scopes) => {
        log.push(`host window for ${scopes.join(' ')}`);
        return askPerson === undefined ? Promise.resolve(isDirect) : Promise.reject(askPerson);
      },
    },
    choose: () => Promise.resolve({ name: 'relay', graph }),
    allowWindow: () => void log.push('allowed'),
    ...(window === 'none'
      ? {}
      : {
          askConsent: (purpose: Purpose) => {
            log.push(`Entra for ${purpose}`);
            return window === undefined ? Promise.resolve() : Promise.reject(window);
          },
        }),
    changeConnection: (change) => {
      log.push(change.connected === true ? 'connected' : 'disconnected');
      return Promise.resolve(CONNECTED);
    },
    sleep: () => Promise.resolve(),
    nowMs: () => 42,
  });
  return { agreement, log, life };
}

const AGENDA = `host window for ${PURPOSE_SCOPES.agenda.join(' ')}`;
const unconsented = new Failure('consent_required', { status: 403, scopes: ['Calendars.Read'] });
const declined = new Failure('sign_in_cancelled');

describe('agreeing', () => {
  it.each(['booking', 'presence', 'people'] as const)('asks the host for no more than %s needs', async (purpose) => {
    const { agreement, log } = openWorld({ isDirect: true });
    await agreement.agree(purpose);
    expect(log).toEqual([`host window for ${PURPOSE_SCOPES[purpose].join(' ')}`]);
  });

  it('opens Entra’s page where the page has no token of its own, and notes when', async () => {
    const { agreement, log, life } = openWorld({});
    await agreement.agree('presence');
    expect(log.at(-1)).toBe('Entra for presence');
    expect(life.agreedAtMs).toBe(42);
  });

  it('tells what is missing where the host opens no windows', async () => {
    const { agreement } = openWorld({ window: 'none' });
    await expect(agreement.agree('people')).rejects.toMatchObject({
      code: 'consent_required',
      details: { scopes: PURPOSE_SCOPES.people },
    });
  });

  it('hands on that the person declined', async () => {
    const { agreement, life } = openWorld({ window: declined });
    await expect(agreement.agree('booking')).rejects.toBe(declined);
    expect(life.agreedAtMs).toBeUndefined();
  });
});

describe('connecting', () => {
  it('asks first and connects then, where the page has a token of its own', async () => {
    const { agreement, log } = openWorld({ isDirect: true });
    await expect(agreement.connect({ welcomeSeen: '1.0' })).resolves.toBe(CONNECTED);
    expect(log).toEqual(['allowed', AGENDA, 'connected']);
  });

  it('connects nobody who declined in the host’s window', async () => {
    const { agreement, log } = openWorld({ isDirect: true, askPerson: declined });
    await expect(agreement.connect({})).rejects.toBe(declined);
    expect(log).not.toContain('connected');
  });

  it('opens no window where everything was agreed to before', async () => {
    const { agreement, log } = openWorld({});
    await agreement.connect({});
    expect(log.filter((line) => line.startsWith('Entra'))).toEqual([]);
  });

  it('waits for a consent that takes a moment to come through', async () => {
    const { agreement, log } = openWorld({ looks: [unconsented, unconsented, unconsented, undefined] });
    await expect(agreement.connect({})).resolves.toBe(CONNECTED);
    expect(log.filter((line) => line === 'Entra for agenda')).toHaveLength(1);
    expect(log).not.toContain('disconnected');
  });

  it('takes the connection back from whoever declined in Entra’s window', async () => {
    const { agreement, log } = openWorld({ looks: [unconsented], window: declined });
    await expect(agreement.connect({})).rejects.toBe(declined);
    expect(log.slice(-2)).toEqual(['Entra for agenda', 'disconnected']);
  });

  it('leaves what is no refusal to the agenda to tell', async () => {
    const { agreement, log } = openWorld({ looks: [new Failure('upstream_unavailable', { status: 503 })] });
    await expect(agreement.connect({})).resolves.toBe(CONNECTED);
    expect(log).not.toContain('disconnected');
  });
});
