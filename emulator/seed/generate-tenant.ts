/** Makes up as many more people, buildings and rooms as a tenant is wanted to have. */
import type { Scenario, ScenarioPerson, ScenarioRoom } from './scenario.ts';
import { toMailName } from './plant-people.ts';
import type { Counts } from './scenarios.ts';

const GIVEN = [
  'Ada',
  'Ben',
  'Chloe',
  'David',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jana',
  'Karim',
  'Lena',
  'Milo',
  'Nadia',
  'Oscar',
  'Petra',
  'Quinn',
  'Rosa',
  'Stefan',
  'Tara',
];
const SURNAMES = [
  'Abel',
  'Brandt',
  'Costa',
  'Dietrich',
  'Eriksen',
  'Fischer',
  'Garcia',
  'Huber',
  'Ivanov',
  'Jansen',
  'Keller',
  'Lopez',
  'Moreau',
  'Novak',
  'Olsen',
  'Peters',
  'Rossi',
  'Schmidt',
  'Tanaka',
  'Weber',
  'Young',
];
const JOBS = ['Agent', 'Analyst', 'Planner', 'Engineer', 'Team lead', 'Technician'];
const ROOMS_PER_BUILDING = 200;
const MAX_BUILDINGS = 50;
const FLOORS = 8;
/** Those of the story that are always there. */
const LEAST_PEOPLE = 5;
const LEAST_ROOMS = 6;

type ScenarioBuilding = Scenario['buildings'][number];

const at = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => list[index % list.length] as T;

function toPersonNumber(number: number): ScenarioPerson {
  const [givenName, surname] = [at(GIVEN, number), at(SURNAMES, Math.floor(number / GIVEN.length) + number)];
  return {
    ...{ key: toMailName(givenName, surname, number), tenant: 'contoso', givenName, surname },
    ...{ jobTitle: at(JOBS, number), officeLocation: null, isGuest: false, appRoles: [], directoryRoles: [] },
    ...{ aliases: [], story: 'Colleague', timeZone: 'W. Europe Standard Time', workingStart: '08:00' },
    ...{ workingEnd: '17:00', sharesDetails: number % 10 === 0, sharesWith: [], calendars: [] },
  };
}

function toBuildingNumber(number: number): ScenarioBuilding {
  const floors = Array.from({ length: FLOORS }, (_, floor) => ({
    number: floor,
    label: floor === 0 ? 'Ground' : String(floor),
  }));
  const name = `Tower ${String(number + 1).padStart(2, '0')}`;
  return {
    ...{ key: `tower${number + 1}`, name, street: `Ringstrasse ${number + 1}`, city: 'Musterstadt', floors },
    ...{ latitude: 50.9 + number / 1000, longitude: 6.9 + number / 1000 },
  };
}

/** Some know everything about themselves, some nothing, as in real directories; every tenth is let go where nobody checks in. */
function toRoomNumber(number: number, buildings: readonly ScenarioBuilding[]): ScenarioRoom {
  const [index, storey] = [number % buildings.length, Math.floor(number / buildings.length)];
  const building = at(buildings, number);
  const floor = at(building.floors, storey).number;
  const name = `${String(index + 1).padStart(2, '0')}-${floor}.${String(number).padStart(4, '0')}`;
  const isBare = number % 17 === 16;
  return {
    ...{ key: `room-${String(number).padStart(5, '0')}`, name: `Room ${name}`, tags: [], delegates: [], quiet: false },
    policy: number % 10 === 4 ? { releaseAfterMinutes: 15 } : {},
    ...(isBare
      ? undefined
      : { building: building.key, floor, capacity: 2 + ((number * 7) % 19), wheelChair: number % 5 !== 0 }),
    ...(number % 3 === 0 && !isBare ? { display: 'TV 65', teams: true } : undefined),
  };
}

/** What a made-up building has besides rooms: one section with seats for many and four desks. */
function toWorkplaces({ key }: ScenarioBuilding): Pick<Scenario, 'sections' | 'workspaces' | 'desks'> {
  const section = `${key}-open`;
  const modes = ['reservable', 'reservable', 'dropIn', 'unavailable'] as const;
  return {
    sections: [{ key: section, name: 'Open space', building: key, floor: 0 }],
    workspaces: [{ key: `${key}-seats`, name: 'Shared seats', section, capacity: 12, mode: 'reservable', tags: [] }],
    desks: modes.map((mode, n) => ({ key: `${key}-desk-${n + 1}`, name: `Desk ${n + 1}`, section, mode })),
  };
}

/** Buildings of the story first, then made-up ones. */
function listBuildings({ buildings }: Scenario, count: number | undefined, moreRooms: number): ScenarioBuilding[] {
  const usual = buildings.length + Math.ceil(moreRooms / ROOMS_PER_BUILDING);
  const wanted = Math.min(MAX_BUILDINGS, Math.max(1, count ?? usual));
  const more = Math.max(0, wanted - buildings.length);
  return [...buildings.slice(0, wanted), ...Array.from({ length: more }, (_, n) => toBuildingNumber(n))];
}

/** The story without what stands in buildings that are left out; who worked there works in the first one. */
function leaveOut(scenario: Scenario, buildings: readonly ScenarioBuilding[]): Scenario {
  const kept = new Set(buildings.map(({ key }) => key));
  const isGone = (key: string | undefined): boolean =>
    key !== undefined && !kept.has(key) && scenario.buildings.some((building) => building.key === key);
  const rooms = scenario.rooms.filter(({ building }) => !isGone(building));
  const sections = scenario.sections.filter(({ building }) => !isGone(building));
  const isHeld = ({ section }: { readonly section: string }): boolean => sections.some(({ key }) => key === section);
  return {
    ...{ ...scenario, rooms, sections },
    workspaces: scenario.workspaces.filter(isHeld),
    desks: scenario.desks.filter(isHeld),
    roomLists: scenario.roomLists.filter(({ key }) => rooms.some(({ list }) => list === key)),
    workPlan: scenario.workPlan.map((day) => (isGone(day.building) ? { ...day, building: buildings[0]?.key } : day)),
  };
}

/** The scenario with counts as asked; those its story needs most come first in it, so that a small tenant keeps them. */
export function resize(scenario: Scenario, counts: Counts): Scenario {
  const peopleCount = Math.max(counts.people ?? scenario.people.length, LEAST_PEOPLE);
  const roomCount = Math.max(counts.rooms ?? scenario.rooms.length, LEAST_ROOMS);
  const buildings = listBuildings(scenario, counts.buildings, Math.max(0, roomCount - scenario.rooms.length));
  const story = leaveOut(scenario, buildings);
  const morePeople = Math.max(0, peopleCount - story.people.length);
  const moreRooms = Math.max(0, roomCount - story.rooms.length);
  const towers = buildings.slice(scenario.buildings.length);
  const workplaces = towers.map(toWorkplaces);
  const hosts = towers.length > 0 ? towers : buildings;
  const count = <T>(length: number, make: (number: number) => T): T[] =>
    Array.from({ length }, (_, index) => make(index + 1));
  return {
    ...{ ...story, buildings },
    people: [...story.people.slice(0, peopleCount), ...count(morePeople, toPersonNumber)],
    rooms: [...story.rooms.slice(0, roomCount), ...count(moreRooms, (number) => toRoomNumber(number, hosts))],
    sections: [...story.sections, ...workplaces.flatMap(({ sections }) => sections)],
    workspaces: [...story.workspaces, ...workplaces.flatMap(({ workspaces }) => workspaces)],
    desks: [...story.desks, ...workplaces.flatMap(({ desks }) => desks)],
  };
}
