/** Reads what MSAL throws when Entra refuses an exchange. */
import { AuthError } from '@azure/msal-node';
import {
  findNumber,
  judgeRefusal,
  type EntraError,
  type EntraObservation,
  type EntraRefusal,
} from '../../src/domain/policy/judge-refusal.ts';
import { BASE_SCOPES } from '../../src/domain/policy/to-client-config.ts';

/** The number is a number at run time though typed as text, and may be missing. */
function readError(error: unknown): EntraError {
  if (!(error instanceof AuthError)) return { errorCode: '', subError: '', claims: undefined, number: 0 };
  const { errorCode, subError, errorMessage } = error;
  const fields: Readonly<Record<string, unknown>> = { ...error };
  const claims = typeof fields['claims'] === 'string' && fields['claims'] !== '' ? fields['claims'] : undefined;
  return { errorCode, subError, claims, number: Number(fields['errorNo'] ?? findNumber(errorMessage)) };
}

/** AADSTS number of what MSAL threw; 0 where it has none. */
export const readAadsts = (error: unknown): number => readError(error).number;

export const toRefusal = (cause: unknown, seen: EntraObservation): EntraRefusal =>
  judgeRefusal({ ...readError(cause), cause }, seen, BASE_SCOPES);
