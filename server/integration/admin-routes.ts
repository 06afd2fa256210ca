/** What administrators of the app see of their organisation's integration. */
import type { ApiHandler } from '../api-routes.ts';
import type { Gates } from './gates.ts';

export const createSettingsRoute =
  (gates: Gates): ApiHandler =>
  async ({ caller }) => {
    const { state, settings, etag } = await gates.read(caller);
    return { body: { state, ...settings }, ...(etag === undefined ? {} : { etag }) };
  };
