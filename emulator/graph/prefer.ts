/** Reads the `Prefer` header: time zone, body type, page size and kind of id are honoured and confirmed, anything else is passed over as in Graph. */
import { findZone } from '../mailbox/zones.ts';
import { unknownZone } from './graph-error.ts';
import { MAX_TOP } from './odata/query-options.ts';

export interface Preferences {
  /** As the caller named it. */
  readonly timeZone?: string;
  readonly bodyType?: 'html' | 'text';
  readonly maxPageSize?: number;
  /** Ids that stay when an item moves. */
  readonly hasImmutableIds: boolean;
  /** Headers that say what was honoured. */
  readonly applied: Readonly<Record<string, string>>;
}

/** What is no size of a page is neither honoured nor confirmed. */
function findPageSize(text: string | undefined): number | undefined {
  const size = Number(text);
  return Number.isInteger(size) && size >= 1 && size <= MAX_TOP ? size : undefined;
}

export function parsePrefer(header: string | undefined): Preferences {
  const wanted = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of (header ?? '').matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|([^\s,;]*))/g)) {
    // a zone counts in quotes only (platform facts A2)
    if (quoted === undefined && /^outlook\.timezone$/i.test(name)) continue;
    wanted.set(name.toLowerCase(), quoted ?? bare);
  }
  const timeZone = wanted.get('outlook.timezone');
  if (timeZone !== undefined && findZone(timeZone) === undefined) throw unknownZone(timeZone);
  const bodyType = wanted.get('outlook.body-content-type')?.toLowerCase();
  const maxPageSize = findPageSize(wanted.get('odata.maxpagesize') ?? wanted.get('maxpagesize'));
  const isImmutable = wanted.get('idtype')?.toLowerCase() === 'immutableid';
  const applied = [
    ...(timeZone === undefined ? [] : [`outlook.timezone="${timeZone}"`]),
    ...(bodyType === 'text' || bodyType === 'html' ? [`outlook.body-content-type="${bodyType}"`] : []),
    ...(maxPageSize === undefined ? [] : [`odata.maxpagesize=${maxPageSize}`]),
    ...(isImmutable ? ['IdType="ImmutableId"'] : []),
  ];
  return {
    ...(timeZone === undefined ? undefined : { timeZone }),
    ...(bodyType === 'text' || bodyType === 'html' ? { bodyType } : undefined),
    ...(maxPageSize === undefined ? undefined : { maxPageSize }),
    hasImmutableIds: isImmutable,
    applied: applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') },
  };
}
