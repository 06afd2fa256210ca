/** Whether the app's secret or certificate still lasts, and whether Microsoft Entra takes it. */
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Config } from '../../server/config.ts';
import { createEntraNetwork } from '../../server/exchange/entra-network.ts';
import type { SendRequest } from '../../server/http-client.ts';
import { judgeCredential } from '../../src/domain/policy/judge-credential.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** The number of Entra's refusal; undefined where it takes the credential. Rejects where Entra does not answer. */
export type ShowCredential = (tenantId: string) => Promise<number | undefined>;

type ShownConfig = Pick<Config, 'clientId' | 'credential' | 'entraBaseUrl'>;

const ABOUT = 'credential';

/** As the app itself, with no person behind it: the token that Entra gives then may do nothing, and is dropped at once. */
export const createShowCredential =
  ({ clientId, credential, entraBaseUrl }: ShownConfig, send: SendRequest): ShowCredential =>
  async (tenantId) => {
    const network = createEntraNetwork({ entraBaseUrl, send, now: Date.now });
    const authority = `https://login.microsoftonline.com/${tenantId}`;
    const system = { networkClient: network.module };
    const client = new ConfidentialClientApplication({ auth: { clientId, authority, ...credential }, system });
    try {
      await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
      return undefined;
    } catch (error) {
      if (network.seen.status === 0) throw error;
      return Number(typeof error === 'object' && error !== null && 'errorNo' in error ? error.errorNo : 0);
    }
  };

const REFUSALS: Readonly<Record<number, string>> = {
  7000215: 'The secret is wrong: copy its value, not its id, into ENTRA_CLIENT_SECRET.',
  7000222: 'The secret has ended: make a new one (docs/runbooks/secret-rotation.md).',
  700027:
    'The certificate is not among those of the registration: upload its public half (docs/registration.md, step 10).',
  7000218: 'It took no credential at all: look at ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE.',
  700016: 'This tenant does not know the client id: look at ENTRA_CLIENT_ID, and consent once for the tenant.',
  90002: 'There is no such tenant: look at ENTRA_TENANTS.',
};

export async function checkCredential(
  { tenants, credentialEnds }: Pick<Config, 'tenants' | 'credentialEnds'>,
  {
    tenantId,
    show,
    now,
  }: { readonly tenantId: string | undefined; readonly show: ShowCredential; readonly now: number },
): Promise<Finding> {
  const { code, facts } = judgeCredential(credentialEnds, Temporal.Instant.fromEpochMilliseconds(now));
  const { expires = '', days = 0 } = facts ?? {};
  if (code === 'expired')
    return fail(ABOUT, `It ended on ${expires}: make a new one (docs/runbooks/secret-rotation.md).`);
  const asked = tenantId ?? (tenants === '*' ? undefined : [...tenants][0]);
  if (asked === undefined)
    return warn(ABOUT, 'not shown to Microsoft Entra: any tenant may sign in; name one with --tenant');
  try {
    const refusal = await show(asked);
    const known = REFUSALS[refusal ?? 0];
    if (known !== undefined) return fail(ABOUT, `Microsoft Entra refuses it (AADSTS${refusal}). ${known}`);
    if (refusal !== undefined) return warn(ABOUT, `Microsoft Entra did not say whether it takes it (AADSTS${refusal})`);
  } catch {
    return warn(ABOUT, 'not shown to Microsoft Entra: it did not answer');
  }
  const taken = 'Microsoft Entra takes it';
  if (code === 'not_known')
    return warn(ABOUT, `${taken}; set ENTRA_CLIENT_SECRET_EXPIRES, so that its end is announced`);
  return code === 'expires_soon'
    ? warn(ABOUT, `${taken}; it ends in ${days} days, on ${expires} (docs/runbooks/secret-rotation.md)`)
    : ok(ABOUT, `${taken}; it ends on ${expires}`);
}
