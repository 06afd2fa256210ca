/** The security headers of pages (framed by the Microsoft 365 hosts, scripts by nonce) and of everything else (framed by nobody). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { ANSWER_DIRECTIVES, toOfficeSources, toPageDirectives } from '../../src/domain/policy/content-security.ts';
import type { Config } from '../config.ts';

type SecurityConfig = Pick<Config, 'publicUrl' | 'hostOrigins' | 'entraBaseUrl' | 'graphBaseUrl' | 'officeScriptUrl'>;

const toCommon = ({ publicUrl }: SecurityConfig) =>
  ({
    xFrameOptions: false,
    // would cut the opener of sign-in windows
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: publicUrl.protocol === 'https:',
  }) as const;

export const createAnswerHeaders = (config: SecurityConfig): RequestHandler =>
  helmet({ ...toCommon(config), contentSecurityPolicy: { useDefaults: false, directives: ANSWER_DIRECTIVES } });

/** Expects `response.locals.nonce`. */
export function createPageHeaders(config: SecurityConfig): RequestHandler {
  const office = ({ url = '' }: IncomingMessage): string =>
    toOfficeSources(url.split('?')[0] ?? '', config.officeScriptUrl);
  const nonce = (_request: unknown, response: ServerResponse): string =>
    `'nonce-${String((response as ServerResponse & { locals?: Record<string, unknown> }).locals?.['nonce'])}'`;
  const directives = toPageDirectives(config, nonce, office);
  return helmet({ ...toCommon(config), contentSecurityPolicy: { useDefaults: false, directives } });
}
