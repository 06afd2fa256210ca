/** How our app is registered with the emulated Entra: what a real tenant's administrator would type into the portal. */

export interface AppRegistration {
  /** Origin of the app: `http://localhost:3000`. Read at each call, so it may be set once the app listens. */
  url: string;
  readonly clientId: string;
  /** Client secrets that are valid now (two while one is being replaced). */
  secret: string | readonly string[];
  /** `api://localhost:3000/<client id>`. */
  readonly appIdUri: string;
  /** `requestedAccessTokenVersion`: 2 unless said. */
  readonly tokenVersion?: 1 | 2;
  /** Certificates (PEM) whose private keys may sign client assertions. */
  certificates?: readonly string[];
}

/** Name of the scope that our API exposes. */
export const API_SCOPE = 'access_as_user';

export const APP_NAME = 'Office Shifts';

const DEMO_CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const DEMO_PORT = 3000;
const DEMO_SECRET = 'demo-secret';

/** What the demo registers; whoever names nothing gets it at its usual address, with a secret that everybody knows. */
export const toDemoApp = (port = DEMO_PORT, secret = DEMO_SECRET) => ({
  url: `http://localhost:${port}`,
  clientId: DEMO_CLIENT_ID,
  secret,
  appIdUri: `api://localhost:${port}/${DEMO_CLIENT_ID}`,
});
