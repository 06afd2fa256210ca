/** Turns a failure's code into two sentences: what is wrong, and who can mend it. */
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
  upstream_unavailable: 'mend.wait',
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
  host_missing: 'mend.youReload',
  cancelled: 'mend.you',
};

export interface FailureWords {
  readonly what: string;
  readonly who: string;
}

/** `organisation` stands in sentences about it; empty or absent: "your organisation". */
export function describeFailure(code: FailureCode, words: Words, organisation = ''): FailureWords {
  const name = organisation === '' ? words.t('failure.yourOrganisation') : organisation;
  return { what: words.t(`failure.${code}`, { organisation: name }), who: words.t(MENDS[code]) };
}
