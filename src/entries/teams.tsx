/** The tab inside of a Microsoft 365 host: introduces the host, sign-in, our server and Graph to the page. */
import { createServices } from '../app/create-services.ts';
import { startPage } from '../app/start-page.tsx';
import { createNestedAuth } from '../auth/nested.ts';
import { openConsentWindow } from '../auth/open-consent-window.ts';
import { createTeamsSso } from '../auth/teams-sso.ts';
import { connectTeamsHost } from '../host/teams-host.ts';
import { installTime } from './install-time.ts';
import { readPageConfig } from './page-config.ts';
import { pageClock } from './page-clock.ts';

async function connectHost(): ReturnType<Parameters<typeof startPage>[0]['connectHost']> {
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
    hasGesture: () => navigator.userActivation?.isActive === true,
    askConsent: () => openConsentWindow(location.host),
    ...(host.isNested() ? { nested: createNestedAuth({ clientId, authority }) } : {}),
  });
  return { host, services };
}

async function start(): Promise<void> {
  performance.mark('script-running');
  await installTime();
  await startPage({ connectHost });
}

void start();
