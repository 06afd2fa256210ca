/** The tab: inside of a Microsoft 365 host introduces the host, sign-in, our server and Graph to the page; alone in a browser leaves that to others. */
import { createServices } from '../app/create-services.ts';
import { type StartNeeds, startPage } from '../app/start-page.tsx';
import { createNestedAuth } from '../auth/nested.ts';
import { openConsentWindow } from '../auth/open-consent-window.ts';
import { createTeamsSso } from '../auth/teams-sso.ts';
import { isAlone } from '../host/is-alone.ts';
import { connectTeamsHost } from '../host/teams-host.ts';
import { installTime } from './install-time.ts';
import { readPageConfig } from './page-config.ts';
import { pageClock } from './page-clock.ts';

async function connectHost(): ReturnType<StartNeeds['connectHost']> {
  const config = readPageConfig();
  const host = await connectTeamsHost({ validOrigins: config.hostOrigins });
  const { clientId, authority } = config;
  const services = createServices({
    host,
    config,
    origin: location.origin,
    fetch: fetch.bind(globalThis),
    clock: pageClock,
    newId: () => crypto.randomUUID(),
    getApiToken: createTeamsSso(),
    askConsent: (purpose) => openConsentWindow(location.host, purpose),
    ...(host.isNested() ? { nested: createNestedAuth({ clientId, authority }) } : {}),
  });
  return { host, services };
}

const connectBrowser: StartNeeds['connectHost'] = async (onSlow) => {
  return (await import(/* webpackChunkName: "browser" */ './browser.ts')).connectBrowser(onSlow);
};

async function start(): Promise<void> {
  performance.mark('script-running');
  await installTime();
  await startPage({ connectHost: isAlone(window) ? connectBrowser : connectHost });
}

void start();
