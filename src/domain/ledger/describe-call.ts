/** Says what a call was for, and which permission of the person it used. */
import { ALLOWED_CALLS } from '../policy/allowed-calls.ts';
import type { CallReport } from './call-report.ts';
import { toPathTemplate } from './path-template.ts';

export const CALL_PURPOSES = [
  'identity',
  'settings',
  'agenda',
  'changes',
  'workPlan',
  'shifts',
  'freeBusy',
  'rooms',
  'roomMemory',
  'booking',
  'answering',
  'placing',
  'checkIn',
  'people',
  'presence',
  'other',
] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

/** The first that fits counts; a method that is absent stands for any. */
const RULES: readonly (readonly [CallPurpose, RegExp, string?])[] = [
  ['identity', /^\/me$/],
  ['settings', /^\/me\/mailboxSettings/],
  ['changes', /\/delta$/],
  ['placing', /^\/me\/settings\/workHoursAndLocations/, 'POST PUT PATCH DELETE'],
  ['workPlan', /^\/me\/settings\/workHoursAndLocations|^\/places\/microsoft\.graph\.building/],
  ['freeBusy', /\/getSchedule$/],
  ['roomMemory', /^\/me\/calendar$/],
  ['checkIn', /\/checkIns/],
  ['rooms', /^\/places/],
  ['shifts', /^\/me\/joinedTeams|^\/teams/],
  ['answering', /\/events\/\{id\}\/(accept|decline|tentativelyAccept)$/],
  ['booking', /\/events/, 'POST PATCH DELETE'],
  ['agenda', /^\/me\/(calendar|events)/],
  ['presence', /presence/i],
  ['people', /^\/(me\/people|users)|photo/],
];

export function findPurpose({ method, path }: Pick<CallReport, 'method' | 'path'>): CallPurpose {
  const rule = RULES.find(([, pattern, methods = method]) => pattern.test(path) && methods.split(' ').includes(method));
  return rule?.[0] ?? 'other';
}

/** The least of those that allow it, as published; none where the call is not one that our relay knows. */
const SCOPES = new Map(
  ALLOWED_CALLS.map(({ method, template, scopes }) => [
    `${method} ${toPathTemplate(template.replace('{occurrences}', 'occurrencesView()'))}`,
    scopes[0],
  ]),
);

export function findScope({ method, path }: Pick<CallReport, 'method' | 'path'>): string | undefined {
  return SCOPES.get(`${method} ${path.replace('(…)', '')}`);
}
