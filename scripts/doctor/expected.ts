/** What a deployment at an address must look like, from the source of manifests and registration; bundled, so that nothing is read beside it. */
import product from '../../manifest/product.json';

export const { pages, registration, ribbonIcons, iconPath } = product;

export interface Expected {
  readonly redirectUris: readonly string[];
  readonly appIdUri: string;
}

export const toExpected = ({ origin, host }: URL, clientId: string): Expected => ({
  redirectUris: [origin + pages.redirect, origin + pages.consent, `brk-multihub://${host}`],
  appIdUri: `api://${host}/${clientId}`,
});
