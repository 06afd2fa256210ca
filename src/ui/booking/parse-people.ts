/** Reads typed or pasted addresses, with or without names, into invitees; what can't be read is given back as typed. */
import type { Invitee } from '../../domain/booking/booking.ts';
import { isWritable } from '../../domain/booking/written-attendees.ts';

export interface ParsedPeople {
  readonly people: readonly Invitee[];
  /** Pieces that hold no address we could send to, exactly as typed. */
  readonly rejected: readonly string[];
}

const NAMED = /^(?:"([^"]*)"|([^<>"]*))\s*<\s*([^<>\s]+)\s*>$/u;

/** What may be written, with a dot in its domain, so that a slip is seen before anything is sent. */
export function isCompleteAddress(text: string): boolean {
  return isWritable(text) && !text.includes('..') && /@[^@]+\.[^@.]+$/u.test(text);
}

/** Splits at `;`, `,` and line ends outside of quotes and angle brackets ("Doe, Jane" <jane@…> is one piece). */
function splitPieces(text: string): readonly string[] {
  const quoted = text.match(/(?:"[^"]*"|<[^>]*>|[^;,\n\r\t"<]|["<])+/gu) ?? [];
  return quoted
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => (NAMED.test(piece) ? [piece] : splitAtSpaces(piece)));
}

/** "a@x.example b@x.example" are two; "jane doe" stays one piece, so that the complaint quotes what was typed. */
function splitAtSpaces(piece: string): readonly string[] {
  const parts = piece.split(/\s+/u);
  return parts.every((part) => part.includes('@')) ? parts : [piece];
}

function parsePiece(piece: string): Invitee | undefined {
  const named = NAMED.exec(piece);
  const address = (named?.[3] ?? piece).replace(/^mailto:/iu, '');
  if (!isCompleteAddress(address)) return undefined;
  const name = (named?.[1] ?? named?.[2] ?? '').trim();
  return { name: name === '' ? address : name, address, kind: 'required' };
}

/** Adds to `known`; an address that is there already (whatever its case) is taken once. */
export function parsePeople(text: string, known: readonly Invitee[] = []): ParsedPeople {
  const people = [...known];
  const seen = new Set(known.map((person) => person.address.toLowerCase()));
  const rejected: string[] = [];
  for (const piece of splitPieces(text)) {
    const person = parsePiece(piece);
    if (person === undefined) rejected.push(piece);
    else if (!seen.has(person.address.toLowerCase())) {
      seen.add(person.address.toLowerCase());
      people.push(person);
    }
  }
  return { people, rejected };
}
