/** Runs in the Outlook page: `OfficeRuntime.auth.getAccessToken` with Office's numbers (platform facts F8). Sent as text, so it refers to nothing outside of itself. */
import type { BrokerClient } from './create-broker-client.ts';
import type { OfficeChecks } from './create-office-checks.ts';

export function createOfficeSignIn(
  broker: BrokerClient,
  { fail }: Pick<OfficeChecks, 'fail'>,
): (options: unknown) => Promise<string> {
  return async (argument) => {
    const options = (argument ?? {}) as Readonly<Record<string, unknown>>;
    // always so where an add-in is sideloaded in Outlook
    if (options['forMSGraphAccess'] === true)
      fail(13012, 'UnsupportedPlatform', 'The add-in runs in an unsupported way.');
    const claims = typeof options['authChallenge'] === 'string' ? options['authChallenge'] : undefined;
    const isSilent = claims === undefined && options['allowConsentPrompt'] !== true;
    const [ok, value] = await broker.sso(isSilent, claims);
    if (ok) return value;
    if (value === 'CancelledByUser') fail(13002, 'UserAborted', 'The user aborted the consent.');
    if (value === 'resourceRequiresConsent') fail(13005, 'InvalidGrant', 'Invalid grant.');
    return fail(13001, 'NotSignedIn', 'The user is not signed into Office.');
  };
}
