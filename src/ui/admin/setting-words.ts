/** Says what a field of the settings is called, and a value of it, in words; what nobody knows is shown as it is stored. */
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';

type Fields = Readonly<Record<string, unknown>>;
type FieldKey = Extract<MessageKey, `admin.field.${string}`>;

const GROUPS = ['organisation', 'features', 'devices', 'retention'];
const FIELDS: Readonly<Record<string, FieldKey>> = {
  state: 'admin.field.state',
  suspendedBy: 'admin.field.suspendedBy',
  'organisation.name': 'admin.field.organisation.name',
  'organisation.welcomeText': 'admin.field.organisation.welcomeText',
  'organisation.helpContact': 'admin.field.organisation.helpContact',
  'features.freeBusy': 'admin.field.features.freeBusy',
  'features.shifts': 'admin.field.features.shifts',
  'features.presence': 'admin.field.features.presence',
  'features.people': 'admin.field.features.people',
  'devices.web': 'admin.field.devices.web',
  'devices.desktop': 'admin.field.devices.desktop',
  'devices.mobile': 'admin.field.devices.mobile',
  audience: 'admin.field.audience',
  shiftSources: 'admin.field.shiftSources',
  teamBuildings: 'admin.field.teamBuildings',
  buildings: 'admin.field.buildings',
  transport: 'admin.field.transport',
  'retention.auditDays': 'admin.field.retention.auditDays',
  'retention.logDays': 'admin.field.retention.logDays',
  rooms: 'admin.field.rooms',
  verdict: 'admin.field.verdict',
  by: 'admin.field.by',
  organisation: 'admin.field.organisation',
  features: 'admin.field.features',
  devices: 'admin.field.devices',
  retention: 'admin.field.retention',
};
const WORDS = {
  'state.untested': 'admin.state.untested',
  'state.failed': 'admin.state.failed',
  'state.passed': 'admin.state.passed',
  'state.enabled': 'admin.state.enabled',
  'state.suspended': 'admin.state.suspended',
  'audience.everyone': 'admin.audience.everyone',
  'audience.assigned': 'admin.audience.assigned',
  'transport.automatic': 'admin.transport.automatic',
  'transport.relayOnly': 'admin.transport.relayOnly',
  'transport.directOnly': 'admin.transport.directOnly',
  'shiftSources.workPlan': 'admin.source.workPlan',
  'shiftSources.teamsShifts': 'admin.source.teamsShifts',
  'shiftSources.workingHours': 'admin.source.workingHours',
  'verdict.passed': 'proof.outcome.passed',
  'verdict.failed': 'proof.outcome.failed',
  'verdict.inconclusive': 'proof.outcome.inconclusive',
  'by.admin': 'proof.by.admin',
  'by.tester': 'proof.by.tester',
  'by.program': 'proof.by.program',
} as const satisfies Readonly<Record<string, MessageKey>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const findWord = (name: string): MessageKey | undefined =>
  Object.hasOwn(WORDS, name) ? WORDS[name as keyof typeof WORDS] : undefined;

/** `organisation.name` and `devices` alike; groups are written out into their fields. */
export function listFields(change: Fields): readonly string[] {
  return Object.entries(change).flatMap(([name, value]) =>
    GROUPS.includes(name) && isFields(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
  );
}

export function readField(change: Fields, field: string): unknown {
  if (Object.hasOwn(change, field)) return change[field];
  const [group = '', name = ''] = field.split('.');
  const inside = Object.hasOwn(change, group) ? change[group] : undefined;
  return isFields(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined;
}

export function nameField(field: string, words: Words): string {
  const key = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return key === undefined ? field : words.t(key);
}

export function sayValue(field: string, value: unknown, words: Words): string {
  const { t } = words;
  if (value === undefined || value === null || value === '') return t('admin.value.none');
  if (typeof value === 'boolean') return t(value ? 'admin.value.on' : 'admin.value.off');
  if (typeof value === 'number')
    return field.startsWith('retention.') ? t('admin.value.days', { days: value }) : words.number(value);
  if (typeof value === 'string') {
    const word = findWord(`${field}.${value}`);
    return word === undefined ? value : t(word);
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return t('admin.value.none');
  return value.every((item) => typeof item === 'string')
    ? words.list(value.map((item) => sayValue(field, item, words)))
    : t('admin.value.count', { count: value.length });
}
