/** Asks the person, in Microsoft's own window, to agree to what one purpose needs; and connects the calendar. */
import { type Purpose, PURPOSE_SCOPES } from '../../domain/contract/purpose.ts';
import type { Connection, ConnectionChange } from '../../domain/contract/session.ts';
import { Failure } from '../../domain/failure.ts';
import { probeCalendars } from '../../graph/probe-calendars.ts';
import type { Way, Ways, Wish } from '../choose-transport.ts';
import type { Life } from '../graph-services.ts';
import { afterConsent } from './after-consent.ts';

export interface AgreementSetup {
  readonly life: () => Life;
  readonly ways: Pick<Ways, 'askPerson'>;
  readonly choose: (wish: Wish) => Promise<Way>;
  /** The host's sign-in may show its window for the next call. */
  readonly allowWindow: () => void;
  /** Opens Entra's page; absent where the host opens no windows. */
  readonly askConsent?: ((purpose: Purpose) => Promise<void>) | undefined;
  readonly changeConnection: (change: ConnectionChange) => Promise<Connection>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly nowMs: () => number;
}

export interface Agreement {
  /** Called at a click, after the screen has said what for. Where nothing is missing no window comes. */
  readonly agree: (purpose: Purpose) => Promise<void>;
  /** Agrees to the agenda's scopes on the way; where the person declines nothing is connected. */
  readonly connect: (change: Pick<ConnectionChange, 'welcomeSeen'>) => Promise<Connection>;
}

/** Our server's refusal of Graph's scopes; the host's own sign-in fails without a status. */
const lacksGraphConsent = (error: unknown): boolean =>
  error instanceof Failure && error.code === 'consent_required' && error.details.status !== undefined;

export function createAgreement(setup: AgreementSetup): Agreement {
  const { life, ways, choose, allowWindow, askConsent, changeConnection, sleep, nowMs } = setup;
  const probe = async (): Promise<void> => probeCalendars((await choose({ scopes: PURPOSE_SCOPES.agenda })).graph);

  const openWindow = async (purpose: Purpose): Promise<void> => {
    if (askConsent === undefined) throw new Failure('consent_required', { scopes: PURPOSE_SCOPES[purpose] });
    await askConsent(purpose);
    life().agreedAtMs = nowMs();
  };

  /** Through the relay our server knows what is missing, and only while it is asked. */
  const agreeForRelay = async (purpose: Purpose): Promise<void> => {
    allowWindow();
    if (purpose !== 'agenda') return openWindow(purpose);
    try {
      await probe();
    } catch (error) {
      if (!lacksGraphConsent(error)) throw error;
      await openWindow(purpose);
      await afterConsent(probe, sleep);
    }
  };

  const agree = async (purpose: Purpose): Promise<void> => {
    if (!(await ways.askPerson(life().session, PURPOSE_SCOPES[purpose]))) await agreeForRelay(purpose);
  };

  const connect: Agreement['connect'] = async (change) => {
    allowWindow();
    const isDirect = await ways.askPerson(life().session, PURPOSE_SCOPES.agenda);
    const connection = await changeConnection({ ...change, connected: true });
    if (isDirect) return connection;
    try {
      await agreeForRelay('agenda');
      return connection;
    } catch (error) {
      if (!isRefusal(error)) return connection;
      // whoever declines is not connected; where this fails too, the agenda asks again
      await changeConnection({ connected: false }).catch(() => undefined);
      throw error;
    }
  };

  return { agree, connect };
}

const REFUSALS = ['consent_required', 'interaction_required', 'sign_in_cancelled', 'sign_in_blocked', 'sign_in_failed'];

/** What went wrong besides is the agenda's to tell. */
function isRefusal(error: unknown): boolean {
  return error instanceof Failure && REFUSALS.includes(error.code);
}
