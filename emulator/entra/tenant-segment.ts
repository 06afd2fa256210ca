/** Reads the tenant segment of Entra's paths: an id, a domain, or the doors for everybody. */
import { findTenant } from '../find-person.ts';
import type { World } from '../world.ts';
import { EntraError } from './entra-error.ts';

export interface TenantSegment {
  /** As it stands in the path. */
  readonly path: string;
  /** Undefined for `common` and `organizations`. */
  readonly id: string | undefined;
}

/** Throws AADSTS90002 for a tenant that does not exist. */
export function parseTenantSegment(world: World, segment: string): TenantSegment {
  if (['common', 'organizations'].includes(segment.toLowerCase())) return { path: segment, id: undefined };
  const tenant = findTenant(world, segment);
  if (tenant !== undefined) return { path: segment, id: tenant.id };
  throw new EntraError({
    error: 'invalid_tenant',
    code: 90002,
    message: `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  });
}
