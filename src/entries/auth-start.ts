/** The first page of a consent window: leads on to Entra. */
import { beginConsent, noteOpener } from '../auth/consent-window.ts';
import { parsePurpose } from '../domain/contract/purpose.ts';
import { readPageConfig } from './page-config.ts';

const query = new URLSearchParams(location.search);
noteOpener(query.get('from'), sessionStorage);
location.replace(
  beginConsent({
    config: readPageConfig(),
    purpose: parsePurpose(query.get('for')),
    origin: location.origin,
    memory: sessionStorage,
    random: () => crypto.getRandomValues(new Uint8Array(32)),
  }),
);
