/** Finds people and tenants of the world by the names that requests use for them. */
import type { Person, Tenant, World } from './world.ts';

/** By short name, object id, user principal name or address; case does not count. */
export function findPerson(world: World, name: string): Person | undefined {
  const wanted = name.toLowerCase();
  for (const person of world.people.values()) {
    const names = [person.key, person.objectId, person.userPrincipalName, person.mail ?? ''];
    if (names.some((own) => own !== '' && own.toLowerCase() === wanted)) return person;
  }
  return undefined;
}

/** By id or domain. */
export function findTenant(world: World, name: string): Tenant | undefined {
  const wanted = name.toLowerCase();
  return world.tenants.find((tenant) => tenant.id === wanted || tenant.domain === wanted);
}
