/** The task pane: introduces Outlook, sign-in, our server and Graph to the page; opened as a dialog of Office, only its way through consent. */
import { createServices } from '../app/create-services.ts';
import { createPaneServices } from '../app/pane/pane-services.ts';
import { loadPaneNotice } from '../app/pane/load-pane-notice.tsx';
import { type StartNeeds, startPage } from '../app/start-page.tsx';
import { createNestedAuth } from '../auth/nested.ts';
import { openOfficeConsent } from '../auth/office-consent.ts';
import { isOfficeDialog, runOfficeDialog } from '../auth/office-dialog.ts';
import { createOfficeSso, findGetAccessToken } from '../auth/office-sso.ts';
import { createOutlookSignIn } from '../auth/outlook-sign-in.ts';
import { findOffice, loadOffice, openOffice } from '../host/open-office.ts';
import { createOutlookHost } from '../host/outlook-host.ts';
import { installTime } from './install-time.ts';
import { readPageConfig } from './page-config.ts';
import { pageClock } from './page-clock.ts';

const query = new URLSearchParams(location.search);

const connectHost: StartNeeds['connectHost'] = async (onSlow) => {
  const config = readPageConfig();
  const { origin } = location;
  const script = document.getElementById('office-script');
  const office = await openOffice({ findOffice, script, history, onSlow });
  const host = createOutlookHost({
    office,
    view: query.get('subPageId') ?? undefined,
    matchMedia: (media) => matchMedia(media),
    open: (url) => void window.open(url, '_blank', 'noopener'),
  });
  const { context } = office;
  const newId = (): string => crypto.randomUUID();
  const { clientId, authority, apiScope } = config;
  const isNested = context.requirements.isSetSupported('NestedAppAuth', '1.1');
  const nested = isNested ? createNestedAuth({ clientId, authority }) : undefined;
  const getOfficeToken = createOfficeSso(findGetAccessToken());
  const services = createServices({
    ...{ host, config, origin, newId, clock: pageClock },
    fetch: fetch.bind(globalThis),
    getApiToken: createOutlookSignIn({ nested, apiScope, getOfficeToken }),
    askConsent: (purpose) => openOfficeConsent(context.ui, origin, purpose),
    ...(nested === undefined ? {} : { nested }),
  });
  return { host, services: { ...services, pane: createPaneServices(office, newId) } };
};

async function runDialog(): Promise<void> {
  const office = await loadOffice({ findOffice, script: document.getElementById('office-script') });
  await office.onReady();
  runOfficeDialog({
    query,
    messageParent: (message) => office.context.ui.messageParent(message),
    leadOn: (path) => location.replace(path),
  });
}

async function start(): Promise<void> {
  performance.mark('script-running');
  if (isOfficeDialog(query)) return runDialog();
  await installTime();
  await startPage({ connectHost, loadNotice: loadPaneNotice });
}

void start();
