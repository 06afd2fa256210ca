/** Authorization codes and refresh tokens that were handed out: opaque, in memory, forgotten at a reset. */
import { randomBytes } from 'node:crypto';

export interface CodeGrant {
  readonly personId: string;
  readonly redirectUri: string;
  /** As it was asked for. */
  readonly scope: string;
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
}

interface RefreshGrant {
  readonly personId: string;
  readonly sessionId: string;
  /** Of a client with a secret, not of a page. */
  readonly isConfidential: boolean;
}

type Found<T> = { readonly grant: T; readonly expired: boolean; readonly redeemed: boolean };

export interface CodeBook {
  addCode(grant: CodeGrant): string;
  /** A code is good once. */
  redeemCode(code: string): Found<CodeGrant> | undefined;
  addRefreshToken(grant: RefreshGrant): string;
  findRefreshToken(token: string): Found<RefreshGrant> | undefined;
  clear(): void;
}

const CODE_LIFE_MS = 10 * 60_000;
/** Refresh tokens of single-page applications live a day. */
const PAGE_REFRESH_LIFE_MS = 24 * 60 * 60_000;
const REFRESH_LIFE_MS = 90 * PAGE_REFRESH_LIFE_MS;

export function createCodeBook(machine: () => number = Date.now): CodeBook {
  const codes = new Map<string, { grant: CodeGrant; untilMs: number; redeemed: boolean }>();
  const refreshTokens = new Map<string, { grant: RefreshGrant; untilMs: number }>();

  return {
    addCode: (grant) => {
      const code = `1.${randomBytes(48).toString('base64url')}`;
      codes.set(code, { grant, untilMs: machine() + CODE_LIFE_MS, redeemed: false });
      return code;
    },
    redeemCode: (code) => {
      const kept = codes.get(code);
      if (kept === undefined) return undefined;
      const found = { grant: kept.grant, expired: kept.untilMs <= machine(), redeemed: kept.redeemed };
      kept.redeemed = true;
      return found;
    },
    addRefreshToken: (grant) => {
      const token = `1.${randomBytes(64).toString('base64url')}`;
      const lifeMs = grant.isConfidential ? REFRESH_LIFE_MS : PAGE_REFRESH_LIFE_MS;
      refreshTokens.set(token, { grant, untilMs: machine() + lifeMs });
      return token;
    },
    findRefreshToken: (token) => {
      const kept = refreshTokens.get(token);
      return kept && { grant: kept.grant, expired: kept.untilMs <= machine(), redeemed: false };
    },
    clear: () => {
      codes.clear();
      refreshTokens.clear();
    },
  };
}
