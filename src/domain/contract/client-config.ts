/** The page's public configuration: a JSON data block in its HTML (`<script type="application/json" id="client-config">`) and the answer of `GET /api/config`. */
import * as v from 'valibot';

export const clientConfigSchema = v.object({
  clientId: v.string(),
  /** `https://login.microsoftonline.com/{tenant | organizations}`. */
  authority: v.string(),
  /** Where Entra is really reached: its own address, or the emulator's. No trailing slash. */
  entraBaseUrl: v.string(),
  /** Where Graph is really reached, without `/v1.0` and without a trailing slash. */
  graphBaseUrl: v.string(),
  /** The scope of our own API: `api://…/access_as_user`. */
  apiScope: v.string(),
  /** Graph scopes asked for at the first sign-in in direct mode. */
  baseScopes: v.array(v.string()),
  /** Origins that may host the tab besides those that teams-js knows. */
  hostOrigins: v.array(v.string()),
  officeScriptUrl: v.string(),
  version: v.string(),
});
export type ClientConfig = v.InferOutput<typeof clientConfigSchema>;
