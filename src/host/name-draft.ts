/** Tells drafts apart: Outlook gives one that was never saved no name, and hands out a new object each time it is opened. */
import * as v from 'valibot';
import { callOffice } from './office-call.ts';
import type { OfficeApi } from './open-office.ts';
import { readItemId } from './outlook-draft.ts';

export type NameDraft = (office: OfficeApi, item: Office.AppointmentCompose) => Promise<string>;

/** Outlook forgets it with the draft; nobody is sent it. */
const MARK = 'officeShiftsDraft';

async function readMark(item: Office.AppointmentCompose): Promise<string | undefined> {
  try {
    const held = v.safeParse(v.string(), await callOffice<unknown>((done) => item.sessionData.getAsync(MARK, done)));
    return held.success && held.output !== '' ? held.output : undefined;
  } catch {
    // none was set yet
    return undefined;
  }
}

/** Without session data (before Mailbox 1.15) the same draft is known again by its object, or once it was saved. */
export function createDraftNames(newId: () => string): NameDraft {
  const given = new WeakMap<object, string>();
  return async (office, item) => {
    const before = given.get(item);
    if (before !== undefined) return before;
    const holdsData = office.context.requirements.isSetSupported('Mailbox', '1.15');
    const marked = holdsData ? await readMark(item) : undefined;
    const name = marked ?? (await readItemId(item)) ?? newId();
    given.set(item, name);
    if (holdsData && marked === undefined) {
      // one that takes no mark is known by its object alone
      await callOffice<unknown>((done) => item.sessionData.setAsync(MARK, name, done)).catch(() => undefined);
    }
    return name;
  };
}
