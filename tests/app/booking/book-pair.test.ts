import { resumeHold, runBooking } from '../../../src/app/booking/run-booking.ts';
import { runInTurn } from '../../../src/app/booking/run-in-turn.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { HOLD_PREFIX, parseHoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { littleCalendar, toRequest, toRoom, until } from '../../support/little-calendar.ts';

const at = (name: string, building: string): Room => ({ ...toRoom(name), building });
const room = at('plain', 'HQ');
const second = at('far', 'Annex');
const alternatives = [at('other', 'HQ'), at('farther', 'Annex')];
const wish = (more: Parameters<typeof toRequest>[0] = {}) => ({
  ...{ request: toRequest({ twin: { room: second, heads: 3 }, ...more }), room, alternatives },
});
const guest = { kind: 'required', name: 'Kim', address: 'kim@contoso.example', answer: 'accepted' } as const;
const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join();

describe('a booking of two rooms', () => {
  it('asks both in one event, and invites people only after both accepted', async () => {
    const { calls, list, patches } = littleCalendar({ answers: { plain: [2, 'accepted'], far: [9, 'accepted'] } });
    const booking = runBooking(calls, wish());
    const asking = await until(booking, 'asking');
    expect(asking.twin).toMatchObject({ room: second, answers: ['none', 'none'] });
    expect(list()).toHaveLength(1);
    expect(list()[0]?.subject).toBe(`${HOLD_PREFIX}Design review`);
    expect(names(list()[0]?.attendees ?? [])).toBe('plain,far');
    const half: string[] = [];
    booking.subscribe((state) => {
      if (state.phase === 'asking') half.push(state.twin?.answers?.join() ?? '');
    });
    await until(booking, 'booked');
    expect(half).toContain('accepted,none');
    expect(patches).toHaveLength(1);
    expect(names(list()[0]?.attendees ?? [])).toBe('plain,far,Sam');
    expect(list()[0]?.locations[0]?.name).toBe('plain; far');
  });

  it('takes both back when one declines, says which one and why, and offers a pair that keeps the other', async () => {
    const { calls, list } = littleCalendar({ answers: { plain: [2, 'accepted'], far: [4, 'declined'] } });
    const state = await until(runBooking(calls, wish()), 'declined');
    expect(list()).toEqual([]);
    expect(names((state.twin?.refused ?? []).map((one) => one.room))).toBe('far');
    expect(state.receipt).toMatchObject({
      ownEvent: { outcome: 'gone' },
      room: { outcome: 'free' },
      twin: { outcome: 'free' },
    });
    expect([state.next?.name, state.twin?.next?.name]).toEqual(['plain', 'farther']);
  });

  it('sends nothing where one is taken, or too small for those who sit there', async () => {
    const taken = littleCalendar({ busy: true });
    const state = await until(runBooking(taken.calls, wish()), 'declined');
    expect(state.twin?.refused).toEqual([{ room, refusal: { kind: 'taken', known: true } }]);
    expect(state.receipt.twin?.outcome).toBe('free');
    expect([state.next?.name, state.twin?.next?.name]).toEqual(['other', 'far']);
    const small = littleCalendar();
    const other = await until(runBooking(small.calls, wish({ twin: { room: second, heads: 9 } })), 'declined');
    expect(other.twin?.refused).toEqual([{ room: second, refusal: { kind: 'tooManyPeople', known: true } }]);
    expect([...taken.log, ...small.log]).not.toContain('createEvent');
  });

  it('goes on to the next pair by itself where the person wanted that', async () => {
    const { calls, list } = littleCalendar({ answers: { far: [2, 'declined'] } });
    const booking = runInTurn(calls, wish({ inTurn: true }));
    const state = await until(booking, 'booked');
    expect([state.room.name, state.twin?.room.name]).toEqual(['plain', 'farther']);
    expect(booking.tried().map(({ twin }) => names((twin?.refused ?? []).map((one) => one.room)))).toEqual(['far']);
    expect(list()).toHaveLength(1);
  });

  it('adds both to a meeting that is there, and takes both out of it again', async () => {
    const planted = { subject: 'Weekly', locations: [{ name: 'Canteen' }], attendees: [guest] };
    const good = littleCalendar();
    await until(runBooking(good.calls, wish({ existing: good.plant(planted), people: [] })), 'booked');
    expect(names(good.list()[0]?.attendees ?? [])).toBe('plain,far,Kim');
    expect(good.list()[0]?.locations).toEqual([{ name: 'plain; far' }]);
    const bad = littleCalendar({ answers: { far: [2, 'declined'] } });
    const before = bad.plant(planted);
    const state = await until(runBooking(bad.calls, wish({ existing: before, people: [] })), 'declined');
    expect({ ...bad.list()[0], etag: '' }).toEqual({ ...before, etag: '' });
    expect(state.receipt.ownEvent.outcome).toBe('asBefore');
  });

  it('takes both back when the person cancels after one yes, and shows the receipt of both', async () => {
    const { calls, list } = littleCalendar({ answers: { plain: [1, 'accepted'], far: null } });
    const booking = runBooking(calls, wish());
    await until(booking, 'asking');
    booking.cancel();
    const { receipt, twin } = await until(booking, 'cancelled');
    expect(list()).toEqual([]);
    expect([receipt.room.outcome, receipt.twin?.outcome, twin?.room.name]).toEqual(['free', 'free', 'far']);
  });

  it('is known again after the page was closed, and waits for both', async () => {
    const { calls, list } = littleCalendar({ answers: { far: [60, 'accepted'] } });
    await until(runBooking(calls, wish()), 'asking');
    const event = list()[0];
    if (event === undefined) throw new Error('no hold');
    expect(parseHoldMark(event.holdMark ?? '')?.twin).toEqual({ address: 'far@contoso.example', name: 'far' });
    const later = resumeHold(calls, event);
    if (later === undefined) throw new Error('not known again');
    expect((await until(later, 'asking')).twin?.room.name).toBe('far');
    expect((await until(later, 'booked')).twin?.room.name).toBe('far');
    const rooms = list()[0]?.attendees.filter(({ kind }) => kind === 'resource');
    expect(rooms?.map(({ answer }) => answer)).toEqual(['accepted', 'accepted']);
  });
});
