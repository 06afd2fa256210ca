import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NextDetails } from '../../../src/app/colleagues/next-details.tsx';
import type { ColleagueServices, LearnRequest } from '../../../src/app/colleagues/colleague-services.ts';
import type { AgendaContext } from '../../../src/app/screens.ts';
import type { Services } from '../../../src/app/services.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Colleague } from '../../../src/domain/shifts/colleague.ts';
import { sampleAttendee, sampleEvent, timed } from '../../domain/samples/sample-event.ts';
import { sampleKnowledge } from '../../domain/samples/sample-knowledge.ts';
import { sampleShift } from '../../domain/samples/sample-shift.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { instant } from '../../support/screen-events.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';
import { wholeText } from '../../support/whole-text.ts';

const at = (name: string): string => `${name}@contoso.example`;
const people = new Map(
  ['sam', 'noor'].map((name): [string, Colleague] => [
    at(name),
    { name, objectId: `${name}-id`, address: at(name), isExternal: false },
  ]),
);
const knowledge = sampleKnowledge({
  presence: {
    told: {
      asOf: instant('2026-11-23T09:50:00Z'),
      places: new Map([['sam-id', { kind: 'office', building: 'HQ' }]]),
    },
  },
});
const PLACES: Readonly<Record<string, Awaited<ReturnType<ColleagueServices['readRoom']>>>> = {
  [at('boardroom')]: { name: 'Boardroom', building: 'HQ', floor: '3' },
  [at('lab')]: { name: 'Lab', building: 'Riverside', floor: '1' },
};

interface Opened {
  readonly now?: string;
  readonly before?: string;
  readonly room?: string;
  readonly context?: Partial<AgendaContext>;
  readonly openBookings?: Services['openBookings'];
}

function open({ now = '2026-11-23T09:50:00Z', before, room = 'boardroom', context, openBookings }: Opened = {}) {
  const learned: LearnRequest[] = [];
  const toRooms = (name: string) => [sampleAttendee(at(name), { kind: 'resource', answer: 'accepted' })];
  const event = sampleEvent({
    id: 'next',
    time: timed('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z'),
    attendees: [sampleAttendee(at('sam')), sampleAttendee(at('noor')), ...toRooms(room)],
  });
  if (event.time.kind !== 'timed') throw new Error('timed');
  const previous = sampleEvent({
    id: 'before',
    time: timed('2026-11-23T09:00:00Z', '2026-11-23T09:45:00Z'),
    attendees: before === undefined ? [] : toRooms(before),
  });
  const services = fakeServices({
    openColleagues: () =>
      Promise.resolve(
        fakeColleagues({
          learn: (asked) => {
            learned.push(asked);
            return Promise.resolve({ people: { told: people }, knowledge });
          },
          readRoom: (address) => {
            const place = PLACES[address];
            return place === undefined ? Promise.reject(new Failure('not_found')) : Promise.resolve(place);
          },
        }),
      ),
    ...(openBookings === undefined ? {} : { openBookings }),
  });
  const mailbox = { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' } as const;
  const whole = { mailbox, zoneIsGuessed: false, events: before === undefined ? [] : [previous], shifts: [] };
  const session = fakeSession({ features: { ...fakeSession().features, presence: true } });
  const props = { services, session, context: { ...whole, ...context }, now: instant(now) };
  const view = showScreen(<NextDetails {...props} event={{ ...event, time: event.time }} />);
  return { ...view, learned };
}

describe('NextDetails', () => {
  it('says where it is, how far that is from the meeting before, and who is there now', async () => {
    const { container, learned } = open({ before: 'lab' });
    expect(await screen.findByText(wholeText('HQ, floor 3'))).toBeVisible();
    expect(screen.getByText(wholeText('you come from Riverside: allow for the way'))).toBeVisible();
    expect(screen.getByText(/now: 1 here, 0 remote, 1 not known/)).toBeVisible();
    expect(learned).toMatchObject([{ addresses: [at('sam'), at('noor')], withPresence: true }]);
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('starts from my shift where there was no meeting before', async () => {
    const shift = sampleShift('2026-11-23T07:00:00Z', '2026-11-23T16:00:00Z', {
      place: { kind: 'office', building: 'HQ' },
    });
    open({ context: { shifts: [shift] } });
    expect(await screen.findByText(/in the building of your meeting before/)).toBeVisible();
  });

  it('asks who is there within the hour alone', async () => {
    const { learned } = open({ now: '2026-11-23T08:59:00Z' });
    expect(await screen.findByText(wholeText('HQ, floor 3'))).toBeVisible();
    expect(learned).toEqual([]);
    expect(screen.queryByText(/now:/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check in' })).toBeNull();
  });

  it('says nothing of a room that the directory does not know', async () => {
    const { learned, container } = open({ room: 'unknown' });
    await waitFor(() => expect(learned).toHaveLength(1));
    expect(container).not.toHaveTextContent(/floor|now:/);
  });

  it.each([
    ['says that the room stays mine', () => Promise.resolve(), /the room stays yours/],
    ['knows a room that takes none', () => Promise.reject(new Failure('bad_request')), /takes no check-in/],
    ['says that it did not arrive', () => Promise.reject(new Failure('offline')), /did not reach the room/],
  ])('checks in once, and %s', async (_name, answer, said) => {
    const asked: string[] = [];
    const checkIn = (_id: string, room: string): Promise<void> => {
      asked.push(room);
      return answer();
    };
    const openBookings = (() => Promise.resolve({ checkIn })) as unknown as Services['openBookings'];
    open({ openBookings });
    await userEvent.dblClick(await screen.findByRole('button', { name: 'Check in' }));
    expect(await screen.findByText(said)).toBeVisible();
    expect(asked).toEqual([at('boardroom')]);
  });
});
