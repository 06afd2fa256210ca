/** Makes up as many more people, buildings and rooms as a tenant is wanted to have. */
import type { Scenario, ScenarioPerson, ScenarioRoom } from './scenario.ts';
import { toMailName } from './plant-people.ts';

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

function toBuildingNumber(number: number): Scenario['buildings'][number] {
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

/** Some know everything about themselves, some nothing, as in real directories. */
function toRoomNumber(number: number, buildings: number): ScenarioRoom {
  const tower = `tower${(number % buildings) + 1}`;
  const floor = Math.floor(number / buildings) % FLOORS;
  const isBare = number % 17 === 16;
  const name = `${tower.slice(5).padStart(2, '0')}-${floor}.${String(number).padStart(4, '0')}`;
  return {
    ...{
      key: `room-${String(number).padStart(5, '0')}`,
      name: `Room ${name}`,
      tags: [],
      policy: {},
      delegates: [],
      quiet: false,
    },
    ...(isBare
      ? undefined
      : { building: tower, floor, capacity: 2 + ((number * 7) % 19), wheelChair: number % 5 !== 0 }),
    ...(number % 3 === 0 && !isBare ? { display: 'TV 65', teams: true } : undefined),
  };
}

/** The scenario with counts as asked; those its story needs most come first in it, so that a small tenant keeps them. */
export function resize(
  scenario: Scenario,
  { people, rooms }: { readonly people?: number; readonly rooms?: number },
): Scenario {
  const peopleCount = Math.max(people ?? scenario.people.length, 5);
  const roomCount = Math.max(rooms ?? scenario.rooms.length, 6);
  const morePeople = Math.max(0, peopleCount - scenario.people.length);
  const moreRooms = Math.max(0, roomCount - scenario.rooms.length);
  const buildings = Math.min(MAX_BUILDINGS, Math.ceil(moreRooms / ROOMS_PER_BUILDING));
  return {
    ...scenario,
    people: [
      ...scenario.people.slice(0, peopleCount),
      ...Array.from({ length: morePeople }, (_, n) => toPersonNumber(n + 1)),
    ],
    buildings: [...scenario.buildings, ...Array.from({ length: buildings }, (_, n) => toBuildingNumber(n))],
    rooms: [
      ...scenario.rooms.slice(0, roomCount),
      ...Array.from({ length: moreRooms }, (_, n) => toRoomNumber(n + 1, buildings)),
    ],
  };
}
