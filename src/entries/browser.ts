/** The tab in a plain browser: introduces the browser, our own sign-in, our server and Graph to the page. */
import { createServices } from '../app/create-services.ts';
import type { StartNeeds } from '../app/start-page.tsx';
import { createBrowserSignIn } from '../auth/browser-sign-in.ts';
import { openConsentPopup } from '../auth/consent-popup.ts';
import { createSignOut, toSignOutUrl } from '../auth/sign-out.ts';
import { createBrowserHost } from '../host/browser-host.ts';
import { readPageConfig } from './page-config.ts';
import { pageClock } from './page-clock.ts';

export const connectBrowser: StartNeeds['connectHost'] = () => {
  const config = readPageConfig();
  const { origin } = location;
  // whoever has opened this page has no part in signing in
  window.opener = null;
  const host = createBrowserHost({
    url: new URL(location.href),
    locale: navigator.language,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    matchMedia: (query) => matchMedia(query),
    open: (url) => void window.open(url, '_blank', 'noopener'),
  });
  const signIn = createBrowserSignIn({
    config,
    createClient: async (kept) => {
      const { createSignInClient } = await import(/* webpackChunkName: "sign-in" */ '../auth/sign-in-client.ts');
      return createSignInClient(config, origin, kept);
    },
  });
  const others = createSignOut();
  const services = createServices({
    ...{ host, config, origin, clock: pageClock },
    fetch: fetch.bind(globalThis),
    newId: () => crypto.randomUUID(),
    getApiToken: signIn.getApiToken,
    nested: signIn.graph,
    askConsent: (purpose) => openConsentPopup(origin, purpose),
    ownSignIn: {
      readName: signIn.readName,
      signOut: () => {
        signIn.signOut();
        others.tellOthers();
      },
      onSignedOut: (listener) =>
        others.onTold(() => {
          signIn.signOut();
          listener();
        }),
      endSession: () => {
        if (navigator.onLine) location.assign(toSignOutUrl(config, origin));
      },
    },
  });
  return Promise.resolve({ host, services });
};
