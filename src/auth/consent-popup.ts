/** Opens Entra's consent page in a window of the browser's own, where no host opens one for us. */
import type { Purpose } from '../domain/contract/purpose.ts';
import { Failure } from '../domain/failure.ts';
import type { ConsentOutcome } from './consent-window.ts';

const CHANNEL = 'office-shifts-consent';
const POLL_MS = 250;

/** Said by the last page of a consent window to whichever page of ours has opened it; never a code or a token. */
export function broadcastConsent(outcome: ConsentOutcome): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(outcome.ok ? 'agreed' : outcome.reason);
  channel.close();
}

function toFailure(said: unknown): Failure {
  return new Failure(said === 'refused' ? 'sign_in_cancelled' : 'sign_in_failed');
}

/** Resolves once the person has agreed. */
export async function openConsentPopup(origin: string, purpose: Purpose): Promise<void> {
  const popup = window.open(`${origin}/auth-start?for=${purpose}`, 'office-shifts-consent', 'width=600,height=640');
  if (popup === null) throw new Failure('sign_in_blocked');
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      channel.onmessage = ({ data }) => (data === 'agreed' ? resolve() : reject(toFailure(data)));
      timer = setInterval(() => popup.closed && reject(new Failure('sign_in_cancelled')), POLL_MS);
    });
  } finally {
    clearInterval(timer);
    channel.close();
    popup.close();
  }
}
