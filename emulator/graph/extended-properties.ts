/** Reads the names of extended properties, and what an `$expand` asks for. */
import { badRequest, GraphError } from './graph-error.ts';

const PROPERTY_ID =
  /^(?:Boolean|Currency|Double|Float|Integer|Long|Short|String|SystemTime|CLSID|Binary)(?:Array)? (?:0x[0-9a-f]{1,4}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (?:Name [^']+|Id 0x[0-9a-f]+))$/i;

/** One spelling for each extended property: its type as it is, its GUID in lower case. */
export function toPropertyId(id: string): string {
  if (!PROPERTY_ID.test(id))
    throw new GraphError(
      400,
      'ErrorInvalidExtendedProperty',
      'The extended property attribute combination is invalid.',
    );
  return id.replace(/\{[^}]*\}/, (guid) => guid.toLowerCase());
}

export interface Expansion {
  readonly propertyIds: readonly string[];
  readonly hasCalendar: boolean;
  readonly hasAttachments: boolean;
}

/** `singleValueExtendedProperties($filter=id eq '…' or id eq '…')`, `calendar`, `attachments`; nothing else is expanded here. */
export function parseExpand(text: string | undefined): Expansion {
  const parts = text === undefined ? [] : text.split(/,(?![^(]*\))/).map((part) => part.trim());
  const propertyIds: string[] = [];
  for (const part of parts) {
    if (part === 'calendar' || part === 'attachments') continue;
    const filter = /^singleValueExtendedProperties\(\s*\$filter\s*=\s*(.*)\)$/s.exec(part)?.[1];
    if (filter === undefined) throw badRequest(`Parsing OData Select and Expand failed: '${part}' cannot be expanded.`);
    for (const clause of filter.split(/\s+or\s+/)) {
      const id = /^\s*\(?\s*id\s+eq\s+'((?:[^']|'')*)'\s*\)?\s*$/.exec(clause)?.[1];
      if (id === undefined) throw badRequest(`Invalid filter clause: '${clause}'.`);
      propertyIds.push(toPropertyId(id.replaceAll("''", "'")));
    }
  }
  return { propertyIds, hasCalendar: parts.includes('calendar'), hasAttachments: parts.includes('attachments') };
}
