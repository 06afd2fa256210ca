/** Plants buildings, floors, rooms and room lists, and each room's mailbox with its booking policy. */
import type { IdSource } from '../mailbox/ids.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { DEFAULT_ROOM_POLICY } from '../mailbox/room-policy.ts';
import type { Person, Tenant } from '../world.ts';
import { createMailbox, createSettings } from './plant-people.ts';
import type { Scenario, ScenarioRoom } from './scenario.ts';
import type { Place } from './seeded-world.ts';

type ScenarioBuilding = Scenario['buildings'][number];

interface Ground {
  readonly ids: IdSource;
  readonly tenant: Tenant;
}

export const placeId = (ids: IdSource, kind: string, key: string): string => ids.guid(`place-${kind}`, key);

function addressOf(building: ScenarioBuilding): object {
  return { street: building.street, city: building.city, state: null, postalCode: null, countryOrRegion: 'DE' };
}

export function toBuildingPlaces({ ids, tenant }: Ground, building: ScenarioBuilding): Place[] {
  const id = placeId(ids, 'building', building.key);
  const { latitude, longitude, name } = building;
  const base = { phone: null, tags: [], label: null, isWheelChairAccessible: true };
  const geoCoordinates = { latitude, longitude };
  const floors = building.floors.map(({ number, label }): Place => {
    const floorId = placeId(ids, 'floor', `${building.key}:${number}`);
    const own = { id: floorId, placeId: floorId, parentId: id, displayName: label, sortOrder: number };
    const where = { address: null, geoCoordinates: null };
    return { type: 'floor', tenantId: tenant.id, members: [], json: { ...own, ...where, ...base } };
  });
  const own = { id, placeId: id, parentId: null, displayName: name, wifiState: 'unknown', resourceLinks: [] };
  const json = { ...own, address: addressOf(building), geoCoordinates, ...base };
  return [{ type: 'building', tenantId: tenant.id, members: [], json }, ...floors];
}

/** What the directory does not know is null, as in tenants that never filled it in. */
export function toRoomPlace(
  { ids, tenant }: Ground,
  room: ScenarioRoom,
  buildings: readonly ScenarioBuilding[],
): Place {
  const building = buildings.find(({ key }) => key === room.building);
  const floor = building?.floors.find(({ number }) => number === room.floor);
  const id = placeId(ids, 'room', room.key);
  const hasFloor = building !== undefined && floor !== undefined;
  return {
    type: 'room',
    tenantId: tenant.id,
    members: [],
    json: {
      ...{ id, placeId: id, displayName: room.name, nickname: room.name, emailAddress: `${room.key}@${tenant.domain}` },
      parentId: hasFloor ? placeId(ids, 'floor', `${building.key}:${floor.number}`) : null,
      building: building?.name ?? room.building ?? null,
      ...{ floorNumber: room.floor ?? null, floorLabel: floor?.label ?? null, capacity: room.capacity ?? null },
      bookingType: room.policy.reserved === true ? 'reserved' : 'standard',
      ...{ audioDeviceName: room.audio ?? null, videoDeviceName: room.video ?? null },
      displayDeviceName: room.display ?? null,
      teamsEnabledState: room.teams === undefined ? 'unknown' : room.teams ? 'enabled' : 'disabled',
      isWheelChairAccessible: room.wheelChair ?? null,
      ...{ tags: room.tags, label: null, phone: null },
      address: building === undefined ? null : addressOf(building),
      geoCoordinates: building === undefined ? null : { latitude: building.latitude, longitude: building.longitude },
    },
  };
}

export function toRoomListPlace(
  { ids, tenant }: Ground,
  list: { readonly key: string; readonly name: string },
  members: readonly { readonly key: string; readonly list?: string | undefined }[],
): Place {
  const id = placeId(ids, 'list', list.key);
  return {
    type: 'roomList',
    tenantId: tenant.id,
    members: members.filter((one) => one.list === list.key).map((one) => `${one.key}@${tenant.domain}`),
    json: {
      ...{
        id,
        placeId: id,
        parentId: null,
        displayName: list.name,
        emailAddress: `rooms-${list.key}@${tenant.domain}`,
      },
      ...{ address: null, geoCoordinates: null, isWheelChairAccessible: null, label: null, phone: null, tags: [] },
    },
  };
}

/** The mailbox of a room, or of anything else that is booked like one. */
export function createResourceMailbox(
  { ids, tenant }: Ground,
  { key, name, delegates, policy }: Pick<ScenarioRoom, 'key' | 'name' | 'delegates'> & { readonly policy: object },
): Mailbox {
  const address = `${key}@${tenant.domain}`;
  const objectId = ids.guid('room-account', key);
  const account: Person = {
    ...{ key, objectId, tenantId: tenant.id, displayName: name, givenName: '', surname: '' },
    ...{ jobTitle: null, officeLocation: null, userPrincipalName: address, mail: address, proxyAddresses: [] },
    ...{ userType: 'Member', accountEnabled: false, appRoles: [], directoryRoles: [], story: '' },
  };
  const toAddresses = (keys: unknown): unknown =>
    Array.isArray(keys) ? keys.map((one) => `${String(one)}@${tenant.domain}`) : keys;
  const given = Object.entries(policy)
    .filter(([, value]) => value !== undefined)
    .map(([rule, value]): [string, unknown] => [rule, toAddresses(value)]);
  return createMailbox(ids, account, {
    kind: 'room',
    settings: createSettings('W. Europe Standard Time', '08:00', '18:00'),
    policy: { ...DEFAULT_ROOM_POLICY, ...Object.fromEntries(given) },
    delegates: new Set(delegates.map((one) => `${one}@${tenant.domain}`)),
  });
}

export const createRoomMailbox = (ground: Ground, room: ScenarioRoom): Mailbox =>
  createResourceMailbox(ground, { ...room, policy: { ...room.policy, capacity: room.capacity ?? 0 } });
