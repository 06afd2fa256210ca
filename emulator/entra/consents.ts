/** Who has agreed to which Graph permissions: for the whole tenant, by a person, and taken back from a person again. */
import type { Person, World } from '../world.ts';
import { findGraphScope } from './graph-scopes.ts';

const has = (sets: ReadonlyMap<string, ReadonlySet<string>>, key: string, scope: string): boolean => {
  for (const own of sets.get(key) ?? []) if (own.toLowerCase() === scope.toLowerCase()) return true;
  return false;
};

/** A withdrawal wins over both kinds of consent. */
export const isConsented = (world: World, person: Person, scope: string): boolean =>
  !has(world.consents.withdrawn, person.objectId, scope) &&
  (has(world.consents.tenantWide, person.tenantId, scope) || has(world.consents.personal, person.objectId, scope));

export const isWithdrawn = (world: World, person: Person, scope: string): boolean =>
  has(world.consents.withdrawn, person.objectId, scope);

/** All that the app may do for the person, as short names. */
export function listConsented(world: World, person: Person): readonly string[] {
  const { tenantWide, personal } = world.consents;
  const agreed = new Set([...(tenantWide.get(person.tenantId) ?? []), ...(personal.get(person.objectId) ?? [])]);
  return [...agreed].filter((scope) => isConsented(world, person, scope));
}

/** Only an administrator can agree to some permissions. */
export const needsAdmin = (scope: string): boolean => findGraphScope(scope)?.adminOnly ?? false;

const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const APPLICATION_ADMINISTRATORS = [
  GLOBAL_ADMINISTRATOR,
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
];

/** May consent for everybody in the tenant. */
export const canConsentForTenant = (person: Person): boolean =>
  person.directoryRoles.some((role) => APPLICATION_ADMINISTRATORS.includes(role));

/** What was taken back and given again is new, whoever else had agreed to it meanwhile. */
const toReturn = ({ objectId }: Person): string => `${objectId} again`;

const toGift = (key: string, scope: string): string => `${key} ${scope.toLowerCase()}`;

/** New consent takes a while to reach every part of Entra (platform facts F3): the scopes that are not there yet. */
export function listOnTheWay(world: World, person: Person, scopes: readonly string[], delayMs: number): string[] {
  const { givenAtMs, tenantWide, personal } = world.consents;
  const late = Date.now() - delayMs;
  const arrived = (sets: ReadonlyMap<string, ReadonlySet<string>>, key: string, scope: string): boolean =>
    has(sets, key, scope) && (givenAtMs.get(toGift(key, scope)) ?? -Infinity) <= late;
  const isBack = (scope: string): boolean => (givenAtMs.get(toGift(toReturn(person), scope)) ?? -Infinity) <= late;
  return scopes.filter(
    (scope) =>
      isConsented(world, person, scope) &&
      !(isBack(scope) && arrived(tenantWide, person.tenantId, scope)) &&
      !arrived(personal, person.objectId, scope),
  );
}

function give(world: World, kind: 'tenantWide' | 'personal', key: string, scopes: readonly string[]): void {
  const sets = world.consents[kind];
  for (const scope of scopes) {
    // what was there already does not go away and come back
    if (!has(sets, key, scope)) world.consents.givenAtMs.set(toGift(key, scope), Date.now());
  }
  add(sets, key, scopes);
}

function add(sets: Map<string, Set<string>>, key: string, scopes: readonly string[]): void {
  sets.set(key, new Set([...(sets.get(key) ?? []), ...scopes]));
}

function remove(sets: Map<string, Set<string>>, key: string, scopes: readonly string[]): void {
  const gone = new Set(scopes.map((scope) => scope.toLowerCase()));
  sets.set(key, new Set([...(sets.get(key) ?? [])].filter((scope) => !gone.has(scope.toLowerCase()))));
}

/** Takes a withdrawal back. */
function giveBack(world: World, person: Person, scopes: readonly string[]): void {
  for (const scope of scopes)
    if (isWithdrawn(world, person, scope)) world.consents.givenAtMs.set(toGift(toReturn(person), scope), Date.now());
  remove(world.consents.withdrawn, person.objectId, scopes);
}

export function grantConsent(world: World, person: Person, scopes: readonly string[]): void {
  give(world, 'personal', person.objectId, scopes);
  giveBack(world, person, scopes);
}

export function withdrawConsent(world: World, person: Person, scopes: readonly string[]): void {
  remove(world.consents.personal, person.objectId, scopes);
  add(world.consents.withdrawn, person.objectId, scopes);
}

/** An administrator's consent holds for everybody, also where it had been taken back. */
export function grantTenantConsent(world: World, tenantId: string, scopes: readonly string[]): void {
  give(world, 'tenantWide', tenantId, scopes);
  for (const person of world.people.values()) {
    if (person.tenantId === tenantId) giveBack(world, person, scopes);
  }
}
