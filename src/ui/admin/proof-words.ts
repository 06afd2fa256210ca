/** Says what a step of the test is called, what it means, what it found, and what to do. */
import type { ProofEvent, ProofStep } from '../../domain/contract/proof.ts';
import { PROOF_CODES } from '../../domain/contract/proof.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { describeFailure } from '../shared/failure-words.ts';
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';

type ScopeStep = Extract<ProofStep, `scope:${string}`>;
type PlainStep = Exclude<ProofStep, ScopeStep>;
type Scope = ScopeStep extends `scope:${infer Name}` ? Name : never;

const isScopeStep = (step: ProofStep): step is ScopeStep => step.startsWith('scope:');
const toScope = (step: ScopeStep): Scope => step.slice('scope:'.length) as Scope;
const isProofCode = (code: string): code is (typeof PROOF_CODES)[number] =>
  (PROOF_CODES as readonly string[]).includes(code);

export function nameStep(step: ProofStep, { t }: Words): string {
  return isScopeStep(step)
    ? t('proof.step.scope', { scope: toScope(step) })
    : t(`proof.step.${step satisfies PlainStep}`);
}

export function meanStep(step: ProofStep, { t }: Words): string {
  return isScopeStep(step) ? t(`proof.scope.${toScope(step)}`) : t(`proof.means.${step}`);
}

/** What is wrong or worth knowing; undefined where the step simply passed. */
export function sayCode({ step, code, scopes = [] }: ProofEvent, words: Words): string | undefined {
  if (code === undefined) return undefined;
  if (step === 'clean_up' && code === 'not_reached') return words.t('proof.code.nothing_made');
  if (code === 'consent_required') return words.t('proof.code.consent_required', { scopes: words.list(scopes) });
  if (code === 'access_denied') return words.t('proof.code.access_denied');
  if (isProofCode(code)) return words.t(`proof.code.${code}`);
  return isKnownFailure(code) ? describeFailure(code, words).what : code;
}

/** Elsewhere an administrator is said to mend these: here an administrator reads it. */
const REMEDIES: Readonly<Record<string, MessageKey>> = {
  access_denied: 'proof.do.access_denied',
  interaction_required: 'proof.do.interaction_required',
  invalid_token: 'proof.do.invalid_token',
  token_expired: 'proof.do.token_expired',
  throttled: 'proof.do.throttled',
  timeout: 'proof.do.away',
  upstream_unavailable: 'proof.do.away',
};

export function sayRemedy({ step, code, consent }: ProofEvent, words: Words): string | undefined {
  if (consent !== undefined) return words.t(consent.by === 'admin' ? 'proof.do.consentAdmin' : 'proof.do.consentUser');
  if (code === undefined || (step === 'clean_up' && code === 'not_reached')) return undefined;
  if (step === 'read_back' && code === 'leftovers') return words.t('proof.do.readBack');
  if (isProofCode(code)) return words.t(`proof.do.${code}`);
  return words.t(REMEDIES[code] ?? 'proof.do.otherwise', { code });
}

const CALL_CODES: readonly string[] = [
  ...['consent_required', 'throttled', 'upstream_unavailable', 'bad_request', 'not_found', 'conflict', 'offline'],
  ...['timeout', 'bad_response', 'access_denied', 'gone', 'internal', 'interaction_required', 'invalid_token'],
  ...['token_expired', 'insufficient_scope', 'cancelled', 'too_large', 'not_allowed', 'tenant_not_allowed'],
];
const isKnownFailure = (code: string): code is FailureCode => CALL_CODES.includes(code);

const COUNTS = [
  ...(['rooms', 'calendars', 'withoutCapacity', 'withoutBuilding', 'withoutFloor'] as const),
  ...(['left', 'shifts', 'teams'] as const),
];

/** Counts and times that the step found. */
export function sayFacts({ facts = {} }: ProofEvent, words: Words): readonly string[] {
  const said = COUNTS.flatMap((name) => {
    const count = facts[name];
    const isMissing = name.startsWith('without') && count === 0;
    return typeof count === 'number' && !isMissing ? [words.t(`proof.fact.${name}`, { count })] : [];
  });
  const expires = toDay(facts['expires'], words);
  const start = toMoment(facts['start'], words);
  return [
    ...said,
    ...(expires === undefined ? [] : [words.t('proof.fact.expires', { when: expires })]),
    ...(start === undefined ? [] : [words.t('proof.fact.start', { when: start })]),
  ];
}

function toDay(text: unknown, words: Words): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return sayDate(Temporal.PlainDate.from(text.slice(0, 10)), words);
  } catch {
    return undefined;
  }
}

export function sayDate(date: Temporal.PlainDate, words: Words): string {
  const format = new Intl.DateTimeFormat(words.locale.formats, {
    ...{ dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' },
  });
  return format.format(Date.UTC(date.year, date.month - 1, date.day));
}

/** A date with its year and time; undefined for what is no instant. */
export function toMoment(text: unknown, words: Words): string | undefined {
  if (typeof text !== 'string') return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const { zone, hourCycle } = words.clock;
  return new Intl.DateTimeFormat(words.locale.formats, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: zone, calendar: 'gregory' },
    ...(hourCycle === undefined ? {} : { hourCycle }),
  }).format(ms);
}

/** 0.4 s */
export function sayTook(ms: number, words: Words): string {
  const { formats } = words.locale;
  const seconds = new Intl.NumberFormat(formats, { maximumFractionDigits: ms < 10_000 ? 1 : 0 }).format(ms / 1000);
  return words.t('proof.seconds', { seconds });
}
