import { explainTime } from '../../../src/domain/planning/explain-time.ts';
import { pickTimes } from '../../../src/domain/planning/pick-times.ts';
import type { Plan } from '../../../src/domain/planning/plan-meeting.ts';
import { berlin, block, samplePerson, samplePlan, stretch } from '../samples/sample-plan.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const NINE_TO_FIVE = {
  daysOfWeek: [1, 2, 3, 4, 5],
  start: Temporal.PlainTime.from('09:00'),
  end: Temporal.PlainTime.from('17:00'),
};
const me = samplePerson('Alex', { kind: 'me' });
const boardroom = { room: sampleRoom({ name: 'Boardroom', capacity: 8 }) };

const best = (plan: Plan) => {
  const [time] = pickTimes(plan, 1);
  return time && explainTime(time, plan);
};
const bestStart = (plan: Plan): string | undefined => {
  const start = best(plan)?.start.toZonedDateTimeISO('Europe/Berlin');
  return start?.toPlainDateTime().toString({ smallestUnit: 'minute' });
};
const days = (first: string, count: number) => ({
  ...{ first: Temporal.PlainDate.from(first), days: count },
  ...{ opens: Temporal.PlainTime.from('09:00'), closes: Temporal.PlainTime.from('17:00') },
});

describe('planMeeting', () => {
  it.each([
    ['a time off', [stretch('24T00:00', '25T00:00', 'off')], []],
    ['a day without a shift in a published week', [stretch('25T08:00', '25T16:00')], []],
    ['a day out of office', [], [block('24T00:00', '25T00:00', 'oof')]],
  ])('plans nobody onto %s, whatever else is allowed', (_name, stretches, blocks) => {
    const sam = samplePerson('Sam', { stretches, isRostered: true, freeBusy: { state: 'known', blocks } });
    const plan = samplePlan({ people: [me, sam], allowsOutside: true }, [boardroom]);
    expect(plan.ranked).toEqual([]);
    const optional = samplePlan({ people: [me, { ...sam, kind: 'optional' }], allowsOutside: true }, [boardroom]);
    expect(best(optional)?.invited).toEqual([]);
    expect(best(optional)?.leftOut).toHaveLength(1);
  });

  it('keeps to working hours on days of which no roster is known, in the person’s own zone', () => {
    const priya = samplePerson('Priya', { workingHours: { ...NINE_TO_FIVE, zone: 'Asia/Kolkata' } });
    const plan = samplePlan({ people: [me, priya] }, [boardroom]);
    // 17:00 in India is 12:30 in Berlin
    expect(plan.ranked.at(-1)?.slots[0]).toBe(plan.grid.times[10]?.[0]);
    expect(best(plan)?.clocks).toEqual([{ person: priya, zone: 'Asia/Kolkata' }]);
  });

  it('takes a tentative time only where there is no free one, and says so', () => {
    const sam = samplePerson('Sam', {
      freeBusy: { state: 'known', blocks: [block('24T09:00', '24T16:30', 'tentative')] },
    });
    expect(bestStart(samplePlan({ people: [me, sam] }, [boardroom]))).toBe('2026-11-24T09:00');
    const partly = {
      ...sam,
      freeBusy: { state: 'known' as const, blocks: [block('24T09:00', '24T11:00', 'tentative')] },
    };
    expect(bestStart(samplePlan({ people: [me, partly] }, [boardroom]))).toBe('2026-11-24T11:00');
  });

  it('never counts somebody as free of whom nothing is known', () => {
    const kim = samplePerson('Kim', { freeBusy: { state: 'unknown' } });
    const found = best(samplePlan({ people: [me, kim] }, [boardroom]));
    expect(found?.reasons.slice(0, 2)).toEqual([
      { kind: 'someFree', count: 1, of: 2 },
      { kind: 'notKnown', people: [kim] },
    ]);
  });

  it('lets an optional person weigh less than a required one', () => {
    const taken = { state: 'known' as const, blocks: [block('24T09:00', '24T10:00')] };
    const morning = samplePerson('Robin', { kind: 'optional', freeBusy: taken });
    const rest = samplePerson('Sam', { freeBusy: { state: 'known', blocks: [block('24T10:00', '24T17:00')] } });
    expect(bestStart(samplePlan({ people: [me, rest, morning] }, [boardroom]))).toBe('2026-11-24T09:00');
  });

  it('gives each building with two or more people a room of their size in a hybrid meeting', () => {
    const at = (name: string, building: string) =>
      samplePerson(name, { stretches: [stretch('24T08:00', '24T17:00', 'office', building)], isRostered: true });
    const home = samplePerson('Mia', { stretches: [stretch('24T08:00', '24T17:00', 'remote')], isRostered: true });
    const people = [at('Alex', 'HQ'), at('Sam', 'HQ'), at('Ada', 'HQ'), at('Noor', 'Annex'), at('Olu', 'Annex'), home];
    const rooms = [
      { room: sampleRoom({ name: 'Tiny', capacity: 2 }) },
      { room: sampleRoom({ name: 'Small', capacity: 3 }) },
      { room: sampleRoom({ name: 'Nook', capacity: 2, building: 'Annex' }) },
    ];
    const found = best(samplePlan({ people, mode: 'hybrid' }, rooms));
    expect(found?.rooms.map(({ room, need }) => [room.name, need.heads])).toEqual([
      ['Small', 3],
      ['Nook', 2],
    ]);
    expect(found?.reasons).toEqual([
      { kind: 'allFree', count: 6 },
      { kind: 'onShift', count: 3, building: 'HQ' },
      { kind: 'onShift', count: 2, building: 'Annex' },
      { kind: 'remote', count: 1 },
    ]);
  });

  it('starts after the handover rather than in it, and says so', () => {
    const handovers = [{ start: berlin('24T09:00'), end: berlin('24T09:30') }];
    const plan = samplePlan({ handovers }, [boardroom]);
    expect(bestStart(plan)).toBe('2026-11-24T09:30');
    expect(best(plan)?.reasons.at(-1)).toEqual({ kind: 'afterHandover' });
  });

  it('holds each date of a series to the same rules and to one room', () => {
    const sam = samplePerson('Sam', { freeBusy: { state: 'known', blocks: [block('27T09:00', '27T12:00')] } });
    const rooms = [
      { room: sampleRoom({ name: 'First' }), blocks: [block('27T12:00', '27T17:00')] },
      { room: sampleRoom({ name: 'Second' }), blocks: [] },
    ];
    const plan = samplePlan(
      { people: [me, sam], window: days('2026-11-20', 1), weeks: 2, now: berlin('19T08:00') },
      rooms,
    );
    expect(bestStart(plan)).toBe('2026-11-20T12:00');
    expect(best(plan)?.rooms.map(({ room }) => room.name)).toEqual(['Second']);
    expect(best(plan)?.dates).toHaveLength(2);
  });

  it('proposes no time that has begun, and none twice', () => {
    const plan = samplePlan({ now: berlin('24T15:01') }, [boardroom]);
    expect(plan.grid.times).toHaveLength(4);
    expect(pickTimes(plan, 6).map(({ slots }) => slots)).toEqual([[61]]);
  });

  it('shows two times a day before a third', () => {
    const picked = pickTimes(samplePlan({ window: days('2026-11-24', 2) }, [boardroom]), 5);
    const { grid } = samplePlan({ window: days('2026-11-24', 2) });
    expect(picked.map(({ slots }) => grid.dayOf[slots[0] ?? 0])).toEqual([0, 0, 1, 1, 0]);
  });

  it('needs no room online, and none free is no time in person', () => {
    expect(bestStart(samplePlan({ mode: 'online' }, []))).toBe('2026-11-24T09:00');
    const plan = samplePlan({}, [{ room: sampleRoom({ capacity: 2 }) }]);
    expect(plan.ranked).toEqual([]);
    expect(plan.refused[0]?.obstacles).toEqual([{ kind: 'noRoom' }]);
  });
});
