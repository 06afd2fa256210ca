/** Turns a failure's code into two sentences: what is wrong, and who can mend it. */
import type { Session } from '../../domain/contract/session.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';

type MendKey = Extract<MessageKey, `mend.${string}`>;

const MENDS: Readonly<Record<FailureCode, MendKey>> = {
  invalid_token: 'mend.support',
  token_expired: 'mend.youReload',
  interaction_required: 'mend.youSignIn',
  insufficient_scope: 'mend.appAdminSetup',
  tenant_not_allowed: 'mend.appAdminSetup',
  consent_required: 'mend.directoryAdmin',
  integration_not_enabled: 'mend.appAdmin',
  device_not_enabled: 'mend.appAdminDevice',
  not_connected: 'mend.youConnect',
  admin_required: 'mend.appAdminSetup',
  not_allowed: 'mend.support',
  proof_required: 'mend.appAdmin',
  throttled: 'mend.wait',
  upstream_unavailable: 'mend.waitOrSupport',
  bad_request: 'mend.support',
  not_found: 'mend.youReload',
  method_not_allowed: 'mend.support',
  conflict: 'mend.youReload',
  too_large: 'mend.support',
  unsupported_media_type: 'mend.support',
  internal: 'mend.support',
  offline: 'mend.youNetwork',
  timeout: 'mend.wait',
  bad_response: 'mend.support',
  access_denied: 'mend.appAdminSetup',
  mailbox_missing: 'mend.mailboxAdmin',
  gone: 'mend.youReload',
  sign_in_cancelled: 'mend.youSignIn',
  sign_in_blocked: 'mend.youAllowPopup',
  sign_in_failed: 'mend.youSignIn',
  sign_in_misconfigured: 'mend.appAdminSetup',
  app_refused: 'mend.appAdminSecret',
  host_missing: 'mend.youReload',
  host_outdated: 'mend.youUpdateOutlook',
  host_refused: 'mend.you',
  host_sign_in_lost: 'mend.youSignInToOutlook',
  account_unsupported: 'mend.youWorkAccount',
  cancelled: 'mend.you',
};

/** Where the organisation stands, as far as the sentence about its door depends on it. */
export type DoorState = 'enabled' | 'suspended' | 'other';

export const toDoorState = (state: Session['integration']['state']): DoorState =>
  state === 'enabled' || state === 'suspended' ? state : 'other';

export interface FailureWords {
  readonly what: string;
  readonly who: string;
}

/** `organisation` stands in sentences about it; empty or absent: "your organisation". */
export function describeFailure(code: FailureCode, words: Words, organisation = ''): FailureWords {
  const name = organisation === '' ? words.t('failure.yourOrganisation') : organisation;
  return { what: words.t(`failure.${code}`, { organisation: name }), who: words.t(MENDS[code]) };
}

/** Of the organisation's own door: switched off for all is another thing than not opened to this person yet. */
export function describeDoor(code: FailureCode, state: DoorState, words: Words, organisation = ''): FailureWords {
  const usual = describeFailure(code, words, organisation);
  if (code !== 'integration_not_enabled' || state === 'other') return usual;
  const name = organisation === '' ? words.t('failure.yourOrganisation') : organisation;
  if (state === 'suspended') return { ...usual, what: words.t('door.suspended', { organisation: name }) };
  return { what: words.t('door.notRolledOut', { organisation: name }), who: words.t('mend.appAdminRollout') };
}
