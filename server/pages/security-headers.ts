/** The security headers of pages (framed by the Microsoft 365 hosts, scripts by nonce) and of everything else (framed by nobody). */
import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/** Microsoft's list of hosts that frame tabs and add-ins (platform facts: headers). */
const HOSTS = (
  'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com ' +
  'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com ' +
  'https://outlook-sdf.office365.com https://*.officeapps.live.com'
).split(' ');

type SecurityConfig = Pick<Config, 'publicUrl' | 'hostOrigins' | 'entraBaseUrl' | 'graphBaseUrl' | 'officeScriptUrl'>;

const toCommon = ({ publicUrl }: SecurityConfig) =>
  ({
    xFrameOptions: false,
    // would cut the opener of sign-in windows
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: publicUrl.protocol === 'https:',
  }) as const;

export const createAnswerHeaders = (config: SecurityConfig): RequestHandler =>
  helmet({
    ...toCommon(config),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
  });

/** Expects `response.locals.nonce`. */
export function createPageHeaders(config: SecurityConfig): RequestHandler {
  const nonce = (_request: unknown, response: ServerResponse): string =>
    `'nonce-${String((response as ServerResponse & { locals?: Record<string, unknown> }).locals?.['nonce'])}'`;
  const { entraBaseUrl, graphBaseUrl, officeScriptUrl, hostOrigins } = config;
  return helmet({
    ...toCommon(config),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce, new URL(officeScriptUrl).origin],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:'],
        // teams-js reads its list of hosts from Microsoft's CDN
        connectSrc: ["'self'", graphBaseUrl, entraBaseUrl, 'https://res.cdn.office.net'],
        frameSrc: ["'self'", entraBaseUrl],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...HOSTS, ...hostOrigins],
      },
    },
  });
}
