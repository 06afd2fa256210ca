import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MessageScreen } from '../../../src/app/pane/message-screen.tsx';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const context = {
  mailbox: { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time' },
  ...{ zoneIsGuessed: false, ownAddress: 'alex@contoso.example', shifts: [], events: [] },
};
const sam = { name: 'Sam Okafor', address: 'sam@contoso.example' };

function open(people: readonly (typeof sam)[]) {
  const item = { kind: 'messageRead', key: 'item M1', subject: 'Lunch on Thursday?', people } as const;
  return showScreen(
    <MessageScreen
      {...{ item, context, services: fakeServices(), session: fakeSession() }}
      onAgendaChanged={() => {}}
    />,
  );
}

describe('MessageScreen', () => {
  it('names the mail and its people, and opens the planner with them', async () => {
    const { container } = open([sam]);
    screen.getByRole('heading', { name: 'Meet the people of this mail' });
    screen.getByText('Lunch on Thursday?');
    screen.getByText('With Sam Okafor');
    expect(await findAxeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
    expect(await screen.findByRole('heading', { name: 'Plan a meeting' })).toHaveFocus();
    screen.getByText('Sam Okafor');
    expect(await findAxeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the agenda' }));
    screen.getByText('With Sam Okafor');
  });

  it('can be planned where nobody else is named', () => {
    open([]);
    screen.getByText('Nobody but you is named in it.');
    expect(screen.getByRole('button', { name: 'Plan a meeting' })).toBeEnabled();
  });
});
