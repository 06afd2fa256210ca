/** Looks at Entra's metadata once before the server listens: the issuer must be the one that tokens are checked against. */
import * as v from 'valibot';
import type { Config } from '../config.ts';
import { readJson, type SendRequest } from '../http-client.ts';
import type { Log } from '../telemetry/log.ts';
import { toIssuer } from '../../src/domain/policy/check-claims.ts';

export class EntraMismatch extends Error {
  constructor() {
    super(
      'The metadata of Microsoft Entra names another issuer than the one tokens are checked against; refusing to start.',
    );
    this.name = 'EntraMismatch';
  }
}

interface EntraCheck extends Pick<Config, 'entraBaseUrl' | 'tokenVersion'> {
  readonly send: SendRequest;
  readonly log: Pick<Log, 'alert'>;
  readonly now: () => number;
}

const CLOCK_ALARM_MS = 60_000;
const metadataSchema = v.object({ issuer: v.string() });
const versionPath = (tokenVersion: 1 | 2): string => (tokenVersion === 1 ? '' : '/v2.0');

export const toKeysUrl = (entraBaseUrl: string, tokenVersion: 1 | 2): string =>
  `${entraBaseUrl}/common/discovery${versionPath(tokenVersion)}/keys`;

/** Throws EntraMismatch; an Entra that can't be reached is only said, for it may come back. */
export async function checkEntra({ entraBaseUrl, tokenVersion, send, log, now }: EntraCheck): Promise<void> {
  const url = `${entraBaseUrl}/common${versionPath(tokenVersion)}/.well-known/openid-configuration`;
  let metadata: unknown;
  try {
    const answer = await send({ method: 'GET', url, timeoutMs: 3_000 });
    metadata = await readJson(answer, 1_000_000);
    if (answer.status !== 200) throw new Error('status');
    const theirsMs = Date.parse(answer.headers.date ?? '');
    if (Math.abs(theirsMs - now()) > CLOCK_ALARM_MS) log.alert('clock_differs', { ms: Math.round(theirsMs - now()) });
  } catch {
    log.alert('entra_unreachable_at_start');
    return;
  }
  const parsed = v.safeParse(metadataSchema, metadata);
  if (!parsed.success || parsed.output.issuer !== toIssuer('{tenantid}', tokenVersion)) throw new EntraMismatch();
}
