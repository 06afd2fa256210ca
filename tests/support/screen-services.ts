/** Plain functions in the place of our server and Graph, for tests of screens. */
import type { AgendaFirst, AgendaRest } from '../../src/domain/agenda/agenda-sources.ts';
import type { Session } from '../../src/domain/contract/session.ts';
import type { Services } from '../../src/app/services.ts';
import { createCallLedger } from '../../src/app/call-ledger.ts';
import { ALL_SHOWN } from '../../src/domain/agenda/apply-choices.ts';
import { createMemoryStore } from '../../src/app/memory-store.ts';
import { NO_MEMORY } from '../../src/domain/rooms/room-memory.ts';
import type { Host } from '../../src/host/host.ts';
import { fakeColleagues } from './fake-colleagues.ts';
import { instant } from './screen-events.ts';

export const NOW = '2026-11-23T08:48:00Z';

const unexpected = (name: string) => (): never => {
  throw new Error(`${name} was not expected to be called`);
};

export function fakeHost(about: Partial<Host> = {}): Host {
  return {
    name: 'teams',
    device: 'web',
    locale: 'en-GB',
    theme: 'light',
    onThemeChange: () => {},
    openLink: unexpected('openLink'),
    notifyReady: () => {},
    notifyFailure: () => {},
    ...about,
  };
}

export function fakeSession(about: Partial<Session> = {}): Session {
  return {
    user: { tenantId: 'tenant-1', objectId: 'user-1', isAdmin: false, isTester: false },
    integration: { state: 'enabled' },
    connection: { connected: true, welcomeDue: false },
    features: { freeBusy: true, shifts: true, presence: false, people: false },
    organisation: {
      name: 'Contoso',
      welcomeText: '',
      helpContact: '',
      hasRoomRules: false,
      teamBuildings: [],
      shiftSources: ['teamsShifts', 'workPlan', 'workingHours'],
      buildings: [],
    },
    transport: { mode: 'automatic' },
    ...about,
  };
}

export function fakeFirst(about: Partial<AgendaFirst> = {}): AgendaFirst {
  return {
    events: [],
    calendars: [{ id: 'primary', name: 'Calendar', isDefault: true, hexColor: '' }],
    teams: [],
    workPlan: [],
    mailbox: { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' },
    problems: [],
    skipped: 0,
    ...about,
  };
}

export const NO_REST: AgendaRest = {
  events: [],
  teamsShifts: [],
  openShifts: [],
  others: [],
  problems: [],
  skipped: 0,
};

export function fakeServices(about: Partial<Services> = {}): Services {
  return {
    host: fakeHost(),
    now: () => instant(NOW),
    version: '1.0.0',
    ledger: createCallLedger(),
    openSession: () => Promise.resolve(fakeSession()),
    readConnection: unexpected('readConnection'),
    changeConnection: unexpected('changeConnection'),
    deleteConnection: unexpected('deleteConnection'),
    connect: unexpected('connect'),
    agree: unexpected('agree'),
    onOtherAccount: () => {},
    onRefused: () => {},
    forget: () => {},
    transportHint: () => 'direct',
    readAgenda: () => Promise.resolve(fakeFirst()),
    readAgendaRest: () => Promise.resolve(NO_REST),
    readChanges: unexpected('readChanges'),
    listRooms: unexpected('listRooms'),
    openAgendaChoices: () =>
      Promise.resolve(
        createMemoryStore({ none: ALL_SHOWN, read: () => Promise.resolve(ALL_SHOWN), keep: () => Promise.resolve() }),
      ),
    openRoomMemory: () =>
      Promise.resolve(
        createMemoryStore({ none: NO_MEMORY, read: () => Promise.resolve(NO_MEMORY), keep: () => Promise.resolve() }),
      ),
    readFreeBusy: unexpected('readFreeBusy'),
    readLongFreeBusy: unexpected('readLongFreeBusy'),
    findRoomRule: () => Promise.resolve(undefined),
    bookRoom: unexpected('bookRoom'),
    resumeHold: unexpected('resumeHold'),
    openBookings: unexpected('openBookings'),
    openAnswers: unexpected('openAnswers'),
    openColleagues: () => Promise.resolve(fakeColleagues()),
    openPlanning: unexpected('openPlanning'),
    openAdmin: unexpected('openAdmin'),
    ...about,
  };
}
