/** The stub of Office.js: the parts' own text, so that the browser runs what the compiler has checked. */
import type { StubOf } from './stub-of.ts';
import { createOfficeCalls } from './browser/create-office-calls.ts';
import { createOfficeDialogs } from './browser/create-office-dialogs.ts';
import { createOfficeDraft } from './browser/create-office-draft.ts';
import { createOfficeHandlers } from './browser/create-office-handlers.ts';
import { createOfficeTheme } from './browser/create-office-theme.ts';
import { createOfficeItem } from './browser/create-office-item.ts';
import { createOfficeLink } from './browser/create-office-link.ts';
import { createOfficeMailbox } from './browser/create-office-mailbox.ts';
import { installNestedBridge } from './browser/install-nested-bridge.ts';
import { installOffice } from './browser/install-office.ts';

/** The values of Office's own enumerations that panes use. */
const CONSTANTS = {
  EventType: {
    ItemChanged: 'olkItemSelectedChanged',
    OfficeThemeChanged: 'officeThemeChanged',
    AppointmentTimeChanged: 'olkAppointmentTimeChanged',
    RecipientsChanged: 'olkRecipientsChanged',
    EnhancedLocationsChanged: 'olkEnhancedLocationsChanged',
    DialogMessageReceived: 'dialogMessageReceived',
    DialogEventReceived: 'dialogEventReceived',
    DialogParentMessageReceived: 'dialogParentMessageReceived',
  },
  MailboxEnums: {
    ItemType: { Message: 'message', Appointment: 'appointment' },
    LocationType: { Room: 'room', Custom: 'custom' },
    RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
    ResponseType: {
      ...{ None: 'none', Organizer: 'organizer', Tentative: 'tentative', Accepted: 'accepted', Declined: 'declined' },
    },
    RecipientType: { User: 'user', DistributionList: 'distributionList', ExternalUser: 'externalUser', Other: 'other' },
  },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Html: 'html', Text: 'text' },
  HostType: { Outlook: 'Outlook' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android' },
} satisfies StubOf<typeof Office>;

export const OFFICE_SCRIPT_PATH = '/office.js';

export function officeScript(): string {
  const pieces = { createOfficeDraft, createOfficeHandlers, createOfficeItem, createOfficeTheme };
  const lines = { createOfficeCalls, createOfficeDialogs, createOfficeLink, createOfficeMailbox, installNestedBridge };
  const parts = { ...pieces, ...lines };
  const texts = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(${installOffice.toString()})({\n${texts.join(',\n')},\nconstants: ${JSON.stringify(CONSTANTS)}\n});\n`;
}
