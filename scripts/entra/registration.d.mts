/** The registration as Microsoft Graph takes it. */
import type { Deployment } from '../manifest/product.mjs';

export function listRedirectUris(deployment: Deployment): string[];
export function toApplication(
  deployment: Deployment,
  options: { permissionIds: Readonly<Record<string, string>>; multiTenant?: boolean },
): unknown;
export function toUpdate(deployment: Deployment, options?: { certificate?: string }): unknown;
