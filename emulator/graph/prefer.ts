/** Reads the `Prefer` header: time zone, body type, page size and kind of id are honoured and confirmed, anything else is passed over as in Graph. */
import { findZone } from '../mailbox/zones.ts';
import { unknownZone } from './graph-error.ts';

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
  const pageSize = Number(wanted.get('odata.maxpagesize') ?? wanted.get('maxpagesize'));
  const isImmutable = wanted.get('idtype')?.toLowerCase() === 'immutableid';
  const applied = [
    ...(timeZone === undefined ? [] : [`outlook.timezone="${timeZone}"`]),
    ...(bodyType === 'text' || bodyType === 'html' ? [`outlook.body-content-type="${bodyType}"`] : []),
    ...(pageSize >= 1 ? [`odata.maxpagesize=${pageSize}`] : []),
    ...(isImmutable ? ['IdType="ImmutableId"'] : []),
  ];
  return {
    ...(timeZone === undefined ? undefined : { timeZone }),
    ...(bodyType === 'text' || bodyType === 'html' ? { bodyType } : undefined),
    ...(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 1000 ? { maxPageSize: pageSize } : undefined),
    hasImmutableIds: isImmutable,
    applied: applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') },
  };
}
