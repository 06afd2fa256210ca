/** What a plan chose, in the booking form: one room, or one in each of two buildings. */
import { screen, within } from '@testing-library/react';
import type { PlannedMeeting } from '../../../src/app/planning/planned-meeting.ts';
import type { Invitee } from '../../../src/domain/booking/booking.ts';
import { showBookScreen } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';

const board = makeRoom('Board', { capacity: 8, building: 'HQ' });
const garden = makeRoom('Garden', { capacity: 9, building: 'HQ' });
const far = makeRoom('Far', { capacity: 3, building: 'North' });
const SAM: Invitee = { name: 'Sam', address: 'sam@contoso.example', kind: 'required' };

const toPlanned = (change: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  start: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  end: Temporal.Instant.from('2026-11-24T10:00:00Z'),
  ...{ people: [SAM], heads: 4, online: true, weeks: 1 },
  rooms: [{ room: board, heads: 4, alternatives: [garden] }],
  ...change,
});
const region = async () => within(await screen.findByRole('region', { name: 'Planned room' }));

// a busy machine types slowly
jest.setTimeout(60_000);

describe('the planned room', () => {
  it('is booked at the planned time for the planned people, with the others of the plan behind it', async () => {
    const { user, sent, done } = showBookScreen([board, garden], { planned: toPlanned() });
    await user.click((await region()).getByRole('button', { name: 'Book Board' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(sent).toMatchObject([
      {
        request: { heads: 4, online: true, people: [SAM] },
        room: { name: 'Board' },
        alternatives: [{ name: 'Garden' }],
      },
    ]);
    expect(sent[0]?.request.start.toString()).toBe('2026-11-24T09:00:00Z');
    expect(done).toEqual([]);
  });

  it('brings its second building along: both are held, or neither', async () => {
    const second = { room: far, heads: 2, alternatives: [] };
    const planned = toPlanned({ rooms: [...toPlanned().rooms, second] });
    const { user, sent } = showBookScreen([board, garden, far], { planned });
    expect((await region()).getByText(/Together with/)).toHaveTextContent(
      'Together with Far · North: both are held, or neither.',
    );
    await user.click((await region()).getByRole('button', { name: 'Book Board' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(sent[0]?.request.twin).toMatchObject({ room: { name: 'Far' }, heads: 2 });
    expect(sent[0]?.request.heads).toBe(4);
  });

  it('is no longer offered for another time, or for more people than it holds', async () => {
    const { user } = showBookScreen([board, garden], { planned: toPlanned() });
    await region();
    const heads = screen.getByLabelText('People in the room');
    await user.clear(heads);
    await user.type(heads, '9');
    expect(screen.queryByRole('region', { name: 'Planned room' })).toBeNull();
    await user.clear(heads);
    await user.type(heads, '8');
    await region();
    await user.click(screen.getByRole('button', { name: '30 min' }));
    expect(screen.queryByRole('region', { name: 'Planned room' })).toBeNull();
  });

  it('leads back to the times of the plan', async () => {
    const { user, done } = showBookScreen([board], { planned: toPlanned() });
    await user.click(await screen.findByRole('button', { name: 'Back to the times' }));
    expect(done).toEqual([false]);
  });
});
