/** Refusals that come from policies and lifetimes of a real tenant: here they are ordered for a person, by their number. */
import type { EntraErrorParts } from './entra-error.ts';

const refusal = (
  code: number,
  message: string,
  more: Partial<EntraErrorParts> = {},
): readonly [number, EntraErrorParts] => [code, { error: 'invalid_grant', code, message, ...more }];

export const FORCED_REFUSALS: ReadonlyMap<number, EntraErrorParts> = new Map([
  refusal(
    50078,
    'Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access the resource.',
    { error: 'interaction_required', suberror: 'basic_action' },
  ),
  refusal(
    50079,
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
    { error: 'interaction_required', suberror: 'basic_action' },
  ),
  refusal(
    50105,
    'Your administrator has configured the application to block users unless they are specifically granted (assigned) access to the application. The signed in user is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.',
  ),
  refusal(50133, 'Session is invalid due to expiration or recent password change.'),
  refusal(
    53000,
    'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.',
    { error: 'interaction_required', suberror: 'message_only' },
  ),
  refusal(
    53003,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    { suberror: 'message_only' },
  ),
  refusal(700082, 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.', {
    suberror: 'bad_token',
  }),
]);
