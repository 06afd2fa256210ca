/** Two rooms for people in two buildings, on screen. */
import { screen, waitFor } from '@testing-library/react';
import type { ColleagueServices } from '../../../src/app/colleagues/colleague-services.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { findBook, showBookScreen } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';

const big = makeRoom('Big', { capacity: 8, building: 'HQ' });
const seen = makeRoom('Seen', { capacity: 10, building: 'HQ', teamsEnabled: true });
const far = makeRoom('Far', { capacity: 3, building: 'North' });
const shown = makeRoom('Shown', { capacity: 6, building: 'North', teamsEnabled: true });

// a busy machine types slowly
jest.setTimeout(60_000);

/** Sam and Kim are on shift in North. */
function openColleagues(): Promise<ColleagueServices> {
  const places = { told: new Map<string, never>() };
  const toShift = (userObjectId: string) => ({
    ...{ userObjectId, kind: 'shift' as const, building: 'North', teamId: 't', team: 'Desk' },
    start: Temporal.Instant.from('2026-11-23T06:00:00Z'),
    end: Temporal.Instant.from('2026-11-23T18:00:00Z'),
  });
  const toPerson = (name: string) =>
    [
      `${name}@contoso.example`,
      { objectId: name, name, address: `${name}@contoso.example`, isExternal: false },
    ] as const;
  const services: Partial<ColleagueServices> = {
    learn: () =>
      Promise.resolve({
        people: { told: new Map(['sam', 'kim'].map(toPerson)) },
        knowledge: {
          shifts: { told: { shifts: ['sam', 'kim'].map(toShift), problems: [] } },
          presence: { told: { asOf: Temporal.Instant.from('2026-11-23T08:48:00Z'), places: places.told } },
          freeBusy: { why: 'switchedOff' },
        },
      }),
  };
  return Promise.resolve(services as ColleagueServices);
}

describe('BookScreen: rooms in two buildings', () => {
  it('fills in who is known to be where, chooses rooms that see each other, and books both as one', async () => {
    const { sent, user } = showBookScreen([big, seen, far, shown], { with: { openColleagues } });
    await findBook('Big');
    await user.type(screen.getByLabelText('People to invite'), 'sam@contoso.example kim@contoso.example{Enter}');
    await user.click(screen.getByRole('switch', { name: 'Rooms in two buildings' }));
    await waitFor(() => expect(screen.getByLabelText('People in North')).toHaveValue(2), { timeout: 10_000 });
    expect(screen.getByLabelText('People in HQ')).toHaveValue(1);
    expect(screen.queryByLabelText('People in the room')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('radio', { name: /^Seen/ })).toBeChecked(), { timeout: 10_000 });
    expect(screen.getByRole('radio', { name: /^Shown/ })).toBeChecked();
    expect(screen.getByText('Both rooms can see each other.', { exact: false })).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);

    // the person has the last word, on heads and on rooms
    await user.click(screen.getByRole('radio', { name: /^Far/ }));
    await user.clear(screen.getByLabelText('People in North'));
    await user.type(screen.getByLabelText('People in North'), '4');
    await waitFor(() => expect(screen.queryByRole('radio', { name: /^Far/ })).not.toBeInTheDocument(), {
      timeout: 10_000,
    });
    await waitFor(() => expect(screen.getByRole('radio', { name: /^Shown/ })).toBeChecked(), { timeout: 10_000 });
    await user.click(screen.getByRole('button', { name: 'Book both rooms' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(
      sent.map(({ request, room }) => [room.name, request.heads, request.twin?.room.name, request.twin?.heads]),
    ).toEqual([['Seen', 1, 'Shown', 4]]);
    expect(sent[0]?.alternatives.map(({ name }) => name)).toEqual(['Big']);
  });

  it('offers no second building where there is one alone', async () => {
    showBookScreen([big, seen]);
    await findBook('Big');
    expect(screen.queryByRole('switch', { name: 'Rooms in two buildings' })).not.toBeInTheDocument();
  });
});
