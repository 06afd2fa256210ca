/** Lets the host open a window in which the person agrees to what the app needs; used where our server asks Graph. */
import { authentication } from '@microsoft/teams-js';
import type { Purpose } from '../domain/contract/purpose.ts';
import { toSignInFailure } from './teams-sso.ts';

/** `host` is our own, with its port: the library takes https addresses alone. Resolves once the person has agreed. */
export async function openConsentWindow(host: string, purpose: Purpose): Promise<void> {
  try {
    await authentication.authenticate({ url: `https://${host}/auth-start?for=${purpose}`, width: 600, height: 640 });
  } catch (error) {
    throw toSignInFailure(error);
  }
}
