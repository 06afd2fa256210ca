/** Makes every id from the seed's name and a key, so that two tenants planted alike have the same ids. */
import { hash } from 'node:crypto';

export interface IdSource {
  /** A GUID for a thing with a name. */
  guid(kind: string, key: string): string;
  /** An Outlook item or folder id. */
  itemId(kind: string, key: string): string;
  /** A key that no earlier call of the same kind gave. */
  next(kind: string): string;
}

const toHex = (text: string): string => hash('sha256', text);

export function toGuid(text: string): string {
  const hex = toHex(text);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A whole number below `below`, the same for the same text. */
export function toNumber(text: string, below: number): number {
  return parseInt(toHex(text).slice(0, 8), 16) % below;
}

export function createIdSource(seed: string): IdSource {
  const counters = new Map<string, number>();
  return {
    guid: (kind, key) => toGuid(`${seed}:${kind}:${key}`),
    itemId: (kind, key) => `AAMk${hash('sha256', `${seed}:${kind}:${key}`, 'base64url').slice(0, 42)}AAA=`,
    next: (kind) => {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      return `made-${count}`;
    },
  };
}

/** The global object id that a meeting has in every mailbox; `date` (an occurrence's) stands in its own four bytes. */
export function toICalUId(meetingGuid: string, date?: string): string {
  const day =
    date === undefined
      ? '00000000'
      : [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)]
          .map((part, index) =>
            Number(part)
              .toString(16)
              .padStart(index === 0 ? 4 : 2, '0'),
          )
          .join('');
  return `040000008200E00074C5B7101A82E008${day}${meetingGuid.replaceAll('-', '')}`.toUpperCase();
}

/** An occurrence's id: its series' with the date before the padding. */
export function toOccurrenceId(masterId: string, date: string): string {
  return `${masterId.slice(0, -1)}_${date.replaceAll('-', '')}=`;
}

const IMMUTABLE = 'AAkALg';

export const isImmutableId = (id: string): boolean => id.startsWith(IMMUTABLE);

/** The form of an id that stays when its item moves: another beginning before the same words. */
export const toImmutableId = (id: string): string => `${IMMUTABLE}${id.slice('AAMk'.length)}`;

/** The usual id of an item that never moved. */
export const fromImmutableId = (id: string): string => `AAMk${id.slice(IMMUTABLE.length)}`;

export function parseOccurrenceId(id: string): { readonly masterId: string; readonly date: string } | undefined {
  const found = /^(.+)_(\d{4})(\d\d)(\d\d)=$/.exec(id);
  return found === null ? undefined : { masterId: `${found[1]}=`, date: `${found[2]}-${found[3]}-${found[4]}` };
}
