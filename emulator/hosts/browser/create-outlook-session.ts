/** Runs in the Outlook page: what Office.js keeps of a draft while it is written, and tells of one in a shared calendar. Sent as text, so it refers to nothing outside of itself. */
import type { StubOf } from '../stub-of.ts';
import type { OfficeChecks } from './create-office-checks.ts';

type Calls = Readonly<Record<string, (argument: unknown) => unknown>>;

export function createOutlookSession(
  owner: string | undefined,
  { fail }: Pick<OfficeChecks, 'fail'>,
): { readonly reading: Calls; readonly composing: Calls } {
  const held = new Map<unknown, unknown>();
  const properties: StubOf<Office.SharedProperties> = owner === undefined ? {} : { owner, targetMailbox: owner };
  return {
    reading: owner === undefined ? {} : { getSharedPropertiesAsync: () => properties },
    composing: {
      'sessionData.getAsync': (name) =>
        held.get(name) ?? fail(9020, 'GenericResponseError', 'The session data has no such name.'),
      'sessionData.setAsync': (pair) => void held.set(...(pair as [unknown, unknown])),
    },
  };
}
