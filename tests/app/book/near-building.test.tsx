/** Which building is near on a day that the agenda has not read. */
import { fireEvent, screen } from '@testing-library/react';
import { type Window } from '../../../src/domain/agenda/agenda-sources.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { showBookScreen } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';
import { shiftAt } from '../../support/screen-events.ts';
import { fakeFirst } from '../../support/screen-services.ts';

const ROOMS = [
  makeRoom('Here', { capacity: 4, building: 'HQ' }),
  makeRoom('There', { capacity: 4, building: 'North' }),
];
const FAR = '2026-12-09';

function chooseDay(date: string): void {
  for (const label of ['Date', 'End date']) fireEvent.change(screen.getByLabelText(label), { target: { value: date } });
}
const offered = (): readonly (string | null)[] =>
  screen.getAllByRole('button', { name: /^Book (Here|There)$/ }).map((button) => button.getAttribute('aria-label'));

describe('BookScreen on a day beyond the agenda', () => {
  it('reads that day once and puts the building of its shift first', async () => {
    const asked: Window[] = [];
    const shift = shiftAt(`${FAR}T07:00:00Z`, `${FAR}T16:00:00Z`, { place: { kind: 'office', building: 'North' } });
    showBookScreen(ROOMS, {
      with: {
        readAgenda: (window) => {
          asked.push(window);
          return Promise.resolve(fakeFirst({ workPlan: [shift] }));
        },
      },
    });
    chooseDay(FAR);
    expect(await screen.findByText('free · fits 1 · your building')).toBeInTheDocument();
    await screen.findByRole('option', { name: 'All, North first' });
    expect(offered()).toEqual(['Book There', 'Book Here']);
    expect(asked.map(({ start, end }) => [String(start), String(end)])).toEqual([
      ['2026-12-08T23:00:00Z', '2026-12-09T23:00:00Z'],
    ]);
  });

  it('offers rooms all the same where that day can’t be read', async () => {
    showBookScreen(ROOMS, { with: { readAgenda: () => Promise.reject(new Failure('upstream_unavailable')) } });
    chooseDay(FAR);
    await screen.findByRole('option', { name: 'All buildings' });
    expect(await screen.findByRole('button', { name: 'Book Here' })).toBeInTheDocument();
  });

  it('asks nothing more for a day whose shift is on screen', async () => {
    const asked: Window[] = [];
    showBookScreen(ROOMS, {
      with: {
        readAgenda: (window) => {
          asked.push(window);
          return Promise.resolve(fakeFirst());
        },
      },
    });
    expect(await screen.findByText('free · fits 1 · your building')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});
