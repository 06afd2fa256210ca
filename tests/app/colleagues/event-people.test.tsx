import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EventPeople } from '../../../src/app/colleagues/event-people.tsx';
import { groupAttendees } from '../../../src/domain/agenda/group-attendees.ts';
import type { Colleague } from '../../../src/domain/shifts/colleague.ts';
import type { EventAnswer } from '../../../src/graph/answer-event.ts';
import { sampleAttendee, sampleEvent } from '../../domain/samples/sample-event.ts';
import { sampleColleagueShift, sampleKnowledge, span } from '../../domain/samples/sample-knowledge.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const address = (name: string): string => `${name}@contoso.example`;
const people = new Map(
  ['sam', 'me'].map((name): [string, Colleague] => [
    address(name),
    { name, objectId: `${name}-id`, address: address(name), isExternal: false },
  ]),
);
const shifts = [sampleColleagueShift('2026-11-23T06:00:00Z', '2026-11-23T14:00:00Z', { userObjectId: 'sam-id' })];
const knowledge = sampleKnowledge({ shifts: { told: { shifts, problems: [] } } });

function open(features = fakeSession().features, start = '2026-11-23T10:00:00Z', end = '2026-11-23T11:00:00Z') {
  const sent: EventAnswer[] = [];
  const services = fakeServices({
    openColleagues: () =>
      Promise.resolve(
        fakeColleagues({
          learn: () => Promise.resolve({ people: { told: people }, knowledge }),
          readRoom: () => Promise.resolve({ name: '1.03', building: 'HQ', floor: '1' }),
        }),
      ),
    openAnswers: () =>
      Promise.resolve({
        setCurrentLocation: () => Promise.resolve(),
        answerEvent: (answer) => {
          sent.push(answer);
          return Promise.resolve();
        },
      }),
  });
  const event = sampleEvent({
    time: { kind: 'timed', ...span(start, end) },
    ...{ subject: 'Roadmap', isOrganizer: false, myAnswer: 'none' },
    organizer: { name: 'Sam Okafor', address: address('sam') },
    attendees: [
      sampleAttendee(address('me')),
      sampleAttendee('pat@northwind.example', { answer: 'accepted' }),
      sampleAttendee(address('room'), { kind: 'resource', answer: 'accepted' }),
    ],
  });
  const date = Temporal.PlainDate.from('2026-11-23');
  const entry = { key: 'e', event, date, part: 'whole', flags: [], people: groupAttendees(event), rooms: [] } as const;
  const mailbox = { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' } as const;
  const context = { mailbox, zoneIsGuessed: false, events: [], shifts: [], ownAddress: address('me') };
  const session = fakeSession({ features });
  const view = showScreen(<EventPeople {...{ services, session, context, entry, onAnswered: () => {} }} />);
  return { ...view, sent };
}

describe('the people of a meeting', () => {
  it('are laid out by answer and place, against the building of its room', async () => {
    const { container } = open();
    expect(await screen.findByText(/Same building means/)).toHaveTextContent('HQ, where the room is');
    expect(screen.getByText('Expected on site: 1; perhaps 0 more; 2 not known')).toBeVisible();
    expect(screen.getByRole('row', { name: 'Not known 1 1' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Who is where' }));
    expect(screen.getByText('Accepted · other organisation')).toBeVisible();
    const chat = screen.getByRole('link', { name: 'Chat with Sam Okafor' });
    expect(chat).toHaveAttribute('href', 'https://teams.microsoft.com/l/chat/0/0?users=sam%40contoso.example');
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('hear my answer with a message and another time, and nobody but the organizer is mailed', async () => {
    const { sent } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Maybe: Roadmap' }));
    await userEvent.type(screen.getByLabelText('Message to the organizer (optional)'), 'Later?');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Propose another time' }));
    expect(screen.getByText('Sam Okafor gets mail.')).toBeVisible();
    // the time it has already is no proposal
    expect(screen.getByRole('button', { name: 'Send: Maybe' })).toBeDisabled();
    fireEvent.change(screen.getByLabelText('End'), { target: { value: '2026-11-23T12:30' } });
    await userEvent.click(screen.getByRole('button', { name: 'Send: Maybe' }));
    expect(await screen.findByText('Your answer was sent.')).toBeVisible();
    expect(sent.map(({ kind, comment }) => `${kind} ${comment}`)).toEqual(['tentative Later?']);
    expect(JSON.stringify(sent)).toContain('2026-11-23T11:30:00Z');
  });

  it('are not placed where the organisation shows nothing, and not at all once the meeting is over', async () => {
    const { unmount } = open({ freeBusy: false, shifts: false, presence: false, people: false });
    expect(await screen.findByText(/Where people will be is not known/)).toBeVisible();
    unmount();
    open(undefined, '2026-11-23T07:00:00Z', '2026-11-23T08:00:00Z');
    expect(screen.queryByRole('region', { name: 'Where they will be' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Maybe: Roadmap' })).toBeNull();
  });
});
