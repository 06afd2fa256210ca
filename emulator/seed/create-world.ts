/** Plants a whole world from a seed: tenants, people, rooms, calendars, shifts; the same for the same seed, counts and time. */
import { createIdSource } from '../mailbox/ids.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { MailboxStore } from '../mailbox/mailbox-store.ts';
import type { Person, Tenant, WorldClock } from '../world.ts';
import { fillCalendars } from './fill-calendars.ts';
import { resize } from './generate-tenant.ts';
import type { Cast } from './plant-events.ts';
import { plantStoryEvents } from './plant-events.ts';
import { plantMailbox, shareCalendar, toPerson } from './plant-people.ts';
import { createRoomMailbox, toBuildingPlaces, toRoomListPlace, toRoomPlace } from './plant-places.ts';
import { plantWorkDay, toTeam } from './plant-shifts.ts';
import { createWorkplaceMailboxes, toWorkplaces } from './plant-workplaces.ts';
import type { Scenario } from './scenario.ts';
import type { Counts } from './scenarios.ts';
import { findSeed } from './scenarios.ts';
import type { Place, SeededWorld, Team, WorkPlan } from './seeded-world.ts';
import { createStoryDays } from './story-days.ts';

export { listSeeds } from './scenarios.ts';

/** Counts that are not told are those of the seed. */
export interface WorldOptions extends Counts {
  readonly seed: string;
  readonly clock: WorldClock;
  /** Events of Alex in the seven days from today, instead of the story's. */
  readonly events?: number | undefined;
}

const ROOM_ANSWER_MS = 1500;

function toTenants(scenario: Scenario, guid: (kind: string, key: string) => string): Map<string, Tenant> {
  return new Map(scenario.tenants.map(({ key, name, domain }) => [key, { id: guid('tenant', key), name, domain }]));
}

function requireTenant(tenants: ReadonlyMap<string, Tenant>, key: string): Tenant {
  const tenant = tenants.get(key);
  if (tenant === undefined) throw new Error(`the scenario has no tenant ${key}`);
  return tenant;
}

function plantPeople(
  world: SeededWorld,
  scenario: Scenario,
  tenants: ReadonlyMap<string, Tenant>,
): Map<string, Person> {
  const byKey = new Map<string, Person>();
  for (const one of scenario.people) {
    const person = toPerson(world.ids, requireTenant(tenants, one.tenant), one);
    byKey.set(one.key, person);
    world.people.set(person.objectId, person);
    if (person.mail !== null) plantMailbox(world, person, one);
  }
  for (const one of scenario.people)
    for (const key of one.sharesWith) {
      const [owner, reader] = [byKey.get(one.key), byKey.get(key)];
      const [from, to] = [owner, reader].map((who) => world.mailboxes.peek(who?.mail ?? ''));
      if (from !== undefined && to !== undefined && reader !== undefined) shareCalendar(world.ids, from, to, reader);
    }
  return byKey;
}

function plantRooms(
  world: SeededWorld,
  scenario: Scenario,
  tenant: Tenant,
  objectIdOf: (key: string) => string | undefined,
): { readonly places: Place[]; readonly rooms: Map<string, Mailbox> } {
  const ground = { ids: world.ids, tenant, objectIdOf };
  const rooms = new Map<string, Mailbox>();
  for (const room of scenario.rooms) {
    const mailbox = createRoomMailbox(ground, room);
    rooms.set(room.key, mailbox);
    world.mailboxes.add(mailbox);
  }
  for (const mailbox of createWorkplaceMailboxes(ground, scenario)) world.mailboxes.add(mailbox);
  const places = [
    ...scenario.rooms.map((room) => toRoomPlace(ground, room, scenario.buildings)),
    ...scenario.buildings.flatMap((building) => toBuildingPlaces(ground, building)),
    ...toWorkplaces(ground, scenario),
    ...scenario.roomLists.map((list) => toRoomListPlace(ground, list, [...scenario.rooms, ...scenario.workspaces])),
  ];
  return { places, rooms };
}

/** Throws for a seed that does not exist. */
export function createWorld({ seed, clock, people, rooms, buildings, events }: WorldOptions): SeededWorld {
  const { scenario: story, counts } = findSeed(seed);
  const scenario = resize(story, {
    people: people ?? counts.people,
    rooms: rooms ?? counts.rooms,
    buildings: buildings ?? counts.buildings,
  });
  const ids = createIdSource(seed);
  const tenants = toTenants(scenario, ids.guid);
  const home = requireTenant(tenants, scenario.tenants[0]?.key ?? '');
  const places: Place[] = [];
  const teams: Team[] = [];
  const workPlans = new Map<string, WorkPlan>();
  const tenantWide = new Map([...tenants.values()].map(({ id }) => [id, new Set(scenario.consents)]));
  const world: SeededWorld = {
    ...{ seed, clock, plantedMs: clock.now(), ids, places, workPlans, teams, roomAnswerMs: ROOM_ANSWER_MS },
    mailboxes: new MailboxStore(),
    tenants: [...tenants.values()],
    people: new Map(),
    consents: { tenantWide, personal: new Map(), withdrawn: new Map(), givenAtMs: new Map() },
  };
  const byKey = plantPeople(world, scenario, tenants);
  const objectIdOf = (key: string): string | undefined => byKey.get(key)?.objectId;
  const planted = plantRooms(world, scenario, home, objectIdOf);
  places.push(...planted.places);
  const days = createStoryDays(clock.now(), scenario.timeZone);
  const ground = { ids, days, tenant: home, objectIdOf };
  for (const [index, day] of scenario.workPlan.entries()) plantWorkDay(ground, workPlans, day, index);
  const cast: Cast = {
    exchange: world,
    days,
    mailboxOf: (key) => planted.rooms.get(key) ?? world.mailboxes.peek(byKey.get(key)?.mail ?? ''),
    externalOf: (key) => scenario.externals.find((one) => one.key === key),
  };
  if (events === undefined) plantStoryEvents(cast, scenario.events);
  fillCalendars(cast, world, scenario, events);
  teams.push(...scenario.teams.map((team) => toTeam(ground, team)));
  return world;
}
