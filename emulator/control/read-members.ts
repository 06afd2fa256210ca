/** Reads members of control calls' bodies; nonsense is refused with what is wrong and where. */
import { parseJson } from '../http/parse-json.ts';

export class ControlError extends Error {
  readonly status: number;
  constructor(detail: string, status = 400) {
    super(detail);
    this.name = 'ControlError';
    this.status = status;
  }
}

export type Members = Readonly<Record<string, unknown>>;

export const fail = (detail: string): never => {
  throw new ControlError(detail);
};

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function parseText(text: string): unknown {
  if (text.trim() === '') return {};
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : fail('The body is not JSON.');
}

export function requireObject(value: unknown, at: string, known: readonly string[]): Members {
  if (!isObject(value)) return fail(`${at} must be an object.`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  return stranger === undefined ? value : fail(`${at} has no member '${stranger}'; it knows ${known.join(', ')}.`);
}

export const requireText = (value: unknown, at: string): string =>
  typeof value === 'string' && value !== '' ? value : fail(`${at} must be a text.`);

export const findText = (value: unknown, at: string): string | undefined =>
  value === undefined ? undefined : requireText(value, at);

export function findTexts(value: unknown, at: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value)
    ? value.map((one, i) => requireText(one, `${at}[${i}]`))
    : fail(`${at} must be a list of texts.`);
}

export function findWhole(value: unknown, at: string, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const ok = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return ok ? value : fail(`${at} must be a whole number from ${least} to ${most}.`);
}

export function findFlag(value: unknown, at: string): boolean | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? value : fail(`${at} must be true or false.`);
}

export function findOneOf<T extends string>(value: unknown, at: string, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  return choices.find((choice) => choice === value) ?? fail(`${at} must be one of ${choices.join(', ')}.`);
}

export const findMembers = (value: unknown, at: string): Members | undefined =>
  value === undefined || isObject(value) ? value : fail(`${at} must be an object.`);
