/** Runs in the host page: gets the tab its tokens from the emulator, with the person's consent where it is missing. Sent as text, so it refers to nothing outside of itself. */
import type { MissingConsent, NestedAnswer, SsoAnswer } from '../broker.ts';
import type { AskConsent } from './create-consent-dialog.ts';

export interface BrokerClient {
  /** `[true, token]` or `[false, reason]`. */
  sso(silent: boolean, claims?: string): Promise<readonly [boolean, string]>;
  /** The answer to a nested-app-auth request, both as JSON text. */
  nested(request: string): Promise<string>;
  /** Puts what is composed into the mailbox, unsent; answers its id there, if it can be saved. */
  saveDraft(item: unknown): Promise<string | undefined>;
}

export function createBrokerClient(person: string, isWeb: boolean, askConsent: AskConsent): BrokerClient {
  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`/hosts/broker/${path}`, { method: 'POST', body: JSON.stringify({ person, ...body }) });
    if (answer.ok) return answer.json();
    const told: unknown = await answer.json().catch(() => undefined);
    throw Object.assign(new Error(`The sign-in service answered ${answer.status}.`), { told });
  };
  // what a fault that was ordered says of the failure; undefined where the call itself did not arrive
  const toldBy = (error: unknown): Readonly<Record<string, string | undefined>> | undefined =>
    error instanceof Error && 'told' in error ? { ...(error.told as object) } : undefined;
  const agree = async (consent: MissingConsent): Promise<boolean> => {
    if (!(await askConsent(consent))) return false;
    await post('consents', { scopes: consent.scopes.map((scope) => scope.name) });
    return true;
  };

  const sso = async (silent: boolean, claims?: string): Promise<readonly [boolean, string]> => {
    const answer = await post<SsoAnswer>('sso', { isWeb, ...(silent ? {} : { claims }) });
    if (answer.ok) return [true, answer.token];
    if (silent || answer.consent === undefined) return [false, answer.reason];
    return (await agree(answer.consent)) ? sso(true) : [false, 'CancelledByUser'];
  };

  const failed = (requestId: unknown, status: string, code: string, more: object = {}): object => ({
    messageType: 'NestedAppAuthResponse',
    requestId,
    success: false,
    error: { status, code, subError: '', description: code, ...more },
  });
  const nested = async (text: string): Promise<string> => {
    const request: { method?: string; requestId?: string } = JSON.parse(text);
    try {
      const answer = await post<NestedAnswer>(`nested/${String(request.method)}`, { request });
      if (answer.consent === undefined || request.method !== 'GetTokenPopup') return JSON.stringify(answer.response);
      if (!(await agree(answer.consent)))
        return JSON.stringify(failed(request.requestId, 'USER_CANCEL', 'access_denied'));
      return JSON.stringify((await post<NestedAnswer>('nested', { request })).response);
    } catch (error) {
      const told = toldBy(error);
      if (told === undefined) return JSON.stringify(failed(request.requestId, 'NO_NETWORK', 'no_network'));
      const { status = 'TRANSIENT_ERROR', code = 'temporarily_unavailable', subError, description } = told;
      const more = { ...(subError === undefined ? {} : { subError }), description: description ?? code };
      return JSON.stringify(failed(request.requestId, status, code, more));
    }
  };

  return {
    sso: (silent, claims) =>
      sso(silent, claims).catch((error) => [false, toldBy(error)?.['reason'] ?? 'Get Auth token failed'] as const),
    nested,
    saveDraft: async (item) => (await post<{ readonly id?: string }>('drafts', { item })).id,
  };
}
