/** A world of two tenants and four people for tests that need accounts and consents but no mailboxes. */
import type { AppRegistration } from '../../emulator/app-registration.ts';
import { createWorldClock } from '../../emulator/world-clock.ts';
import type { Person, World } from '../../emulator/world.ts';

export const HOME_TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'aaaaaaaa-0000-4000-8000-000000000002';

export const TINY_APP: AppRegistration = {
  url: 'http://localhost:3999',
  clientId: 'cccccccc-0000-4000-8000-000000000001',
  secret: 'tiny-secret',
  appIdUri: 'api://localhost:3999/cccccccc-0000-4000-8000-000000000001',
};

const toPerson = (key: string, serial: number, more: Partial<Person> = {}): Person => ({
  key,
  objectId: `bbbbbbbb-0000-4000-8000-00000000000${serial}`,
  tenantId: HOME_TENANT,
  displayName: `${key} Tiny`,
  givenName: key,
  surname: 'Tiny',
  jobTitle: null,
  officeLocation: null,
  userPrincipalName: `${key}@tiny.example`,
  mail: `${key}@tiny.example`,
  proxyAddresses: [],
  userType: 'Member',
  accountEnabled: true,
  appRoles: [],
  directoryRoles: [],
  story: '',
  ...more,
});

export function createTinyWorld(): World {
  const people = [
    toPerson('ann', 1),
    toPerson('boss', 2, {
      appRoles: ['Integration.Admin'],
      directoryRoles: ['62e90394-69f5-4237-9190-012177145e10'],
    }),
    toPerson('gone', 3, { accountEnabled: false }),
    toPerson('stranger', 4, { tenantId: OTHER_TENANT, userPrincipalName: 'stranger@other.example' }),
  ];
  return {
    clock: createWorldClock(),
    tenants: [
      { id: HOME_TENANT, name: 'Tiny', domain: 'tiny.example' },
      { id: OTHER_TENANT, name: 'Other', domain: 'other.example' },
    ],
    people: new Map(people.map((person) => [person.objectId, person])),
    consents: {
      tenantWide: new Map([[HOME_TENANT, new Set(['User.Read', 'Calendars.Read'])]]),
      personal: new Map(),
      withdrawn: new Map(),
      givenAtMs: new Map(),
    },
    roomAnswerMs: 0,
  };
}
