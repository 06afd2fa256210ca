import { countNowAsked, listNowChoices } from '../../../src/domain/rooms/room-now.ts';
import type { FreeBusy } from '../../../src/domain/rooms/free-busy.ts';
import { busyAt, sampleRoom } from '../samples/sample-room.ts';

const rooms = [sampleRoom({ name: 'near' }), sampleRoom({ name: 'far' })];
const now = Temporal.Instant.from('2026-11-24T10:07:41Z');
const choices = (...answers: readonly FreeBusy[]) => {
  const freeBusy = new Map(answers.map((answer) => [answer.address, answer]));
  return listNowChoices({ candidates: rooms, freeBusy, now, about: { heads: 1 } }).map(
    ({ minutes, offers, isPending, request }) =>
      `${minutes} ${offers[0]?.room.name ?? '-'}${isPending ? ' …' : ''} ${request.end.toString().slice(11, 19)}`,
  );
};

describe('listNowChoices', () => {
  it('offers for each length the nearest room that is free so long, from the running minute on', () => {
    expect(choices(busyAt('near@contoso.example', ['10:30', '11:00']), busyAt('far@contoso.example'))).toEqual([
      '15 near 10:22:00',
      '30 far 10:37:00',
      '60 far 11:07:00',
    ]);
  });

  it('waits while a nearer one has not answered, and not for a farther one', () => {
    expect(choices(busyAt('far@contoso.example'))[0]).toBe('15 far … 10:22:00');
    expect(choices(busyAt('near@contoso.example'))[0]).toBe('15 near 10:22:00');
  });

  it('offers nothing that did not answer', () => {
    const unknown = rooms.map(({ address }): FreeBusy => ({ address, state: 'unknown', reason: 'x' }));
    expect(choices(...unknown)).toEqual(['15 - 10:22:00', '30 - 10:37:00', '60 - 11:07:00']);
  });

  it('asks the nearest twenty first, and more only when too few of them are free', () => {
    const many = Array.from({ length: 50 }, (_, index) => sampleRoom({ name: `r${index}` }));
    const asked = (taken: number): number => {
      const answers = many
        .slice(0, 20)
        .map(({ address }, index) => (index < taken ? busyAt(address, ['10:00', '12:00']) : busyAt(address)));
      const freeBusy = new Map(answers.map((answer) => [answer.address, answer]));
      return countNowAsked({ candidates: many, freeBusy, now, about: { heads: 1 } });
    };
    expect([asked(0), asked(17), asked(18)]).toEqual([20, 20, 40]);
  });
});
