/** What the tests read of the one source. */
export interface Registration {
  readonly apiScope: { readonly value: string; readonly id: string };
  readonly appRoles: readonly { readonly value: string; readonly id: string; readonly displayName: string }[];
  readonly preauthorizedClients: readonly { readonly id: string; readonly name: string }[];
  readonly accessTokenClaims: readonly string[];
  readonly groupMembershipClaims: string;
  readonly graphPermissions: readonly { readonly value: string; readonly why: string }[];
}
export interface Deployment {
  readonly origin: string;
  readonly host: string;
  readonly clientId: string;
  readonly appId: string;
  readonly addInId: string;
  readonly appIdUri: string;
  readonly broker: string;
}
export const root: string;
export const version: string;
export const product: {
  readonly appId: string;
  readonly addInId: string;
  readonly schemaVersion: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly registration: Registration;
};
export const exampleDeployment: Deployment;
export function toDeployment(place: { url: string; clientId: string; appId?: string }): Deployment;
export function deriveAddInId(appId: string): string;
