/** The first page of a consent window: leads on to Entra. */
import { beginConsent } from '../auth/consent-window.ts';
import { readPageConfig } from './page-config.ts';

location.replace(
  beginConsent({
    config: readPageConfig(),
    origin: location.origin,
    memory: sessionStorage,
    random: () => crypto.getRandomValues(new Uint8Array(32)),
  }),
);
