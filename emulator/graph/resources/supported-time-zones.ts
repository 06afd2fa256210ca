/** `supportedTimeZones`: the zones that a mailbox knows, by their Windows or by their IANA names. */
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';

import { findZone } from '../../mailbox/zones.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import { badRequest } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerObjects } from '../odata/answer-collection.ts';

const listNames = (standard: string): readonly string[] =>
  standard === 'iana'
    ? ['UTC', ...Intl.supportedValuesOf('timeZone')]
    : [...new Set(['UTC', ...WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName)])];

function answerZones(call: Call, standard: string): GraphAnswer {
  requireMailbox(call);
  const names = listNames(standard).filter((name) => findZone(name) !== undefined);
  return answerObjects(
    call,
    names.map((name) => ({ alias: name, displayName: name })),
    { context: 'Collection(microsoft.graph.timeZoneInformation)', defaultTop: 1000 },
  );
}

/** The member may be written in any case. */
function listZones(call: Call): GraphAnswer {
  const standard = (call.params['TimeZoneStandard'] ?? '').toLowerCase();
  if (standard !== 'windows' && standard !== 'iana')
    throw badRequest(`The string '${standard}' is not a valid enumeration type constant.`);
  return { ...answerZones(call, standard), isOffRecord: true };
}

const base = { area: 'outlook', typeName: 'timeZoneInformation', method: 'GET', allowed: [] } as const;
const HOME = '/me/outlook/supportedTimeZones';

export const timeZoneRoutes: readonly Route[] = [
  { ...base, path: HOME, handle: (call) => answerZones(call, 'windows') },
  {
    ...base,
    path: `${HOME}(TimeZoneStandard={timeZoneStandard})`,
    permission: `${HOME}(TimeZoneStandard={value})`,
    handle: listZones,
  },
];
