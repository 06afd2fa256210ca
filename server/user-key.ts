/** How a user is named in memory: tenant and object id, never an address. */

export interface UserKey {
  readonly tenantId: string;
  readonly objectId: string;
}

export const toUserKey = ({ tenantId, objectId }: UserKey): string => `${tenantId}/${objectId}`;
