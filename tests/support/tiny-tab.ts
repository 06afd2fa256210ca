/** A tab of a few empty pages with the real teams-js and msal-browser, for tests of the host alone. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const LIBRARIES: Readonly<Record<string, string>> = {
  '/teams.js': 'node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js',
  '/msal.js': 'node_modules/@azure/msal-browser/lib/msal-browser.min.js',
  '/bridge.js': 'node_modules/@azure/msal-browser/lib/redirect-bridge/msal-redirect-bridge.min.js',
};

const toPage = (script: string): string =>
  `<!doctype html><title>tab</title><link rel="icon" href="data:,"><body><button>Sign in</button>
<script src="/teams.js"></script><script src="/msal.js"></script><script>${script}</script>`;

/** The popup's page says at once how it went: its query's `result`, or the failure `reason`. */
const POPUP = `
  const query = new URLSearchParams(location.search);
  microsoftTeams.app.initialize([query.get('host')]).then(() => query.has('result')
    ? microsoftTeams.authentication.notifySuccess(query.get('result'))
    : query.has('reason') && microsoftTeams.authentication.notifyFailure(query.get('reason')));`;

const BRIDGE =
  '<!doctype html><script src="/bridge.js"></script><script>msalRedirectBridge.broadcastResponseToMainFrame()</script>';

/** The task pane and its dialog: Office.js comes from the emulator, whose address is known later. */
const toPane = (officeScript: string, script = ''): string =>
  `<!doctype html><title>pane</title><link rel="icon" href="data:,"><body><p>pane</p>
<script src="${officeScript}"></script><script src="/msal.js"></script><script>${script}</script>`;

/** The dialog says its query's `say` to the pane. */
const DIALOG = `Office.onReady(() => Office.context.ui.messageParent(new URLSearchParams(location.search).get('say')));`;

const PAGES: Readonly<Record<string, string>> = {
  '/tab': toPage(''),
  '/popup': toPage(POPUP),
  '/redirect.html': BRIDGE,
};

export interface TinyTab {
  readonly url: string;
  /** From where `/pane` and `/dialog` load Office.js. */
  useOffice(scriptUrl: string): void;
  close(): Promise<void>;
}

export async function startTinyTab(): Promise<TinyTab> {
  let officeScript = '';
  const panes: Readonly<Record<string, () => string>> = {
    '/pane': () => toPane(officeScript),
    '/dialog': () => toPane(officeScript, DIALOG),
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const library = LIBRARIES[path];
    const page = PAGES[path] ?? panes[path]?.();
    if (library !== undefined) {
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync(join(process.cwd(), library)));
    } else if (page !== undefined) response.setHeader('Content-Type', 'text/html').end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    useOffice: (scriptUrl) => {
      officeScript = scriptUrl;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
