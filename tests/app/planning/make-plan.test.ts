import { makePlan } from '../../../src/app/planning/make-plan.ts';
import { createWish, type PlanWish } from '../../../src/app/planning/plan-wish.ts';
import type { Services } from '../../../src/app/services.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { FreeBusy } from '../../../src/domain/rooms/free-busy.ts';
import { sampleRoom } from '../../domain/samples/sample-room.ts';
import { instant } from '../../support/screen-events.ts';
import { fakeServices, fakeSession, NOW } from '../../support/screen-services.ts';

const ZONE = 'Europe/Amsterdam';
const CONTEXT = {
  mailbox: { zone: ZONE, graphZone: 'W. Europe Standard Time' },
  zoneIsGuessed: false,
  shifts: [],
  events: [],
};
const toPeople = (count: number): PlanWish['people'] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ name: `Person ${index}`, address: `person${index}@contoso.example`, kind: 'required' },
  }));
const toRooms = (count: number) =>
  Array.from({ length: count }, (_, index) => sampleRoom({ name: `Room ${index}`, capacity: 60 }));
const free = (address: string): FreeBusy => ({ address, state: 'known', blocks: [] });

/** How many getSchedule calls a list of addresses takes. */
const countCalls = (asked: readonly (readonly string[])[]): number =>
  asked.reduce((sum, addresses) => sum + Math.ceil(addresses.length / 20), 0);

function plan(wish: Partial<PlanWish>, about: Partial<Services> = {}, features = {}) {
  const asked: (readonly string[])[] = [];
  const services = fakeServices({
    listRooms: () => Promise.resolve(toRooms(200)),
    readFreeBusy: (addresses) => {
      asked.push(addresses);
      return Promise.resolve(addresses.map(free));
    },
    openColleagues: () => Promise.reject(new Failure('offline')),
    ...about,
  });
  const session = fakeSession({ features: { ...fakeSession().features, ...features } });
  const made = makePlan(
    { services, session, context: CONTEXT, ownName: 'You' },
    { ...createWish(instant(NOW), ZONE), ...wish },
  );
  return { made, asked };
}

describe('makePlan', () => {
  it('asks for twenty people in a call, and of two hundred rooms the twenty that suit best', async () => {
    const { made, asked } = plan({ people: toPeople(45) });
    expect((await made).askedRooms).toBe(20);
    expect(asked.map((addresses) => addresses.length)).toEqual([45, 20]);
    expect(countCalls(asked)).toBe(Math.ceil(45 / 20) + Math.ceil(20 / 20));
  });

  it('asks further rooms only where those are taken, and no more than eighty', async () => {
    const taken = (address: string): FreeBusy => ({
      ...{ address, state: 'known' },
      blocks: [{ start: instant('2026-11-01T00:00:00Z'), end: instant('2027-01-01T00:00:00Z'), status: 'busy' }],
    });
    const asked: (readonly string[])[] = [];
    const { made } = plan(
      { people: toPeople(1) },
      {
        readFreeBusy: (addresses) => {
          asked.push(addresses);
          return Promise.resolve(
            addresses.map((address) => (address.startsWith('room') ? taken(address) : free(address))),
          );
        },
      },
    );
    const { plan: found, askedRooms } = await made;
    expect([found.ranked.length, askedRooms, countCalls(asked)]).toEqual([0, 80, 1 + 4]);
  });

  it('asks nobody where the organisation did not turn it on, and counts nobody as free', async () => {
    const { made, asked } = plan({ people: toPeople(3) }, {}, { freeBusy: false });
    const { plan: found, isFreeBusyOff } = await made;
    expect([isFreeBusyOff, asked.flat().some((address) => address.startsWith('person'))]).toEqual([true, false]);
    expect(found.request.people.map(({ freeBusy }) => freeBusy.state)).toEqual([
      'known',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('plans without rooms where they may not be read, and says why', async () => {
    const denied = (): Promise<never> =>
      Promise.reject(new Failure('consent_required', { scopes: ['Place.Read.All'] }));
    const {
      plan: found,
      roomsFailure,
      shiftsUnknown,
    } = await plan({ people: toPeople(1) }, { listRooms: denied }).made;
    expect([found.ranked.length > 0, roomsFailure?.code, shiftsUnknown]).toEqual([true, 'consent_required', 'failed']);
  });

  it('passes over rooms that by imported rules would decline, says why, and asks others in their place', async () => {
    const findRoomRule: Services['findRoomRule'] = (address) => {
      const number = Number(/\d+/u.exec(address)?.[0]);
      return Promise.resolve(number < 30 ? { room: address, maxMinutes: 45 } : undefined);
    };
    const rooms = Array.from({ length: 60 }, (_, index) =>
      sampleRoom({ name: `Room ${index}`, address: `room${index}@contoso.example`, capacity: 60 }),
    );
    const listRooms = () => Promise.resolve(rooms);
    const { made, asked } = plan({ people: toPeople(1) }, { findRoomRule, listRooms });
    const { unsuitable, plan: found } = await made;
    expect(unsuitable).toHaveLength(30);
    expect(new Set(unsuitable.map(({ why }) => why))).toEqual(new Set(['tooLong']));
    expect(asked[1]).toHaveLength(20);
    expect(asked[1]?.some((address) => /^room[12]?\d@/u.test(address))).toBe(false);
    const short = await plan({ people: toPeople(1), lengthMinutes: 45 }, { findRoomRule, listRooms }).made;
    expect([found.ranked.length > 0, short.unsuitable]).toEqual([true, []]);
  });

  it('plans no time beyond what a room lets itself be booked ahead', async () => {
    const findRoomRule: Services['findRoomRule'] = (address) =>
      Promise.resolve({ room: address, bookingWindowDays: 3 });
    const { plan: found } = await plan({ people: toPeople(1) }, { findRoomRule }).made;
    const latest = Math.max(...found.ranked.map(({ slots }) => slots[0] ?? 0));
    const latestMs = found.grid.startMs + latest * found.grid.slotMs;
    expect(found.ranked.length).toBeGreaterThan(0);
    expect(latestMs).toBeLessThanOrEqual(instant(NOW).add({ hours: 72 }).epochMilliseconds);
  });

  it('plans with rooms whose rules could not be read', async () => {
    const findRoomRule = (): Promise<never> => Promise.reject(new Failure('offline'));
    const { plan: found } = await plan({ people: toPeople(1) }, { findRoomRule }).made;
    expect(found.ranked.length).toBeGreaterThan(0);
  });

  it('needs neither rooms nor their calendars online', async () => {
    const { made, asked } = plan({ people: toPeople(2), mode: 'online' });
    expect((await made).plan.ranked.length).toBeGreaterThan(0);
    expect(asked).toHaveLength(1);
  });
});
