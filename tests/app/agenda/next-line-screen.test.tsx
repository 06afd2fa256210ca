/** For which meetings the way there and the people are asked. */
import { screen } from '@testing-library/react';
import { NextLineScreen } from '../../../src/app/agenda/next-line-screen.tsx';
import { Failure } from '../../../src/domain/failure.ts';
import { sampleAttendee, sampleEvent, timed } from '../../domain/samples/sample-event.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { instant } from '../../support/screen-events.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';
import { wholeText } from '../../support/whole-text.ts';

const ROOM = 'boardroom@contoso.example';

/** The mailbox's zone is one hour ahead of UTC. */
function open(now: string): void {
  const next = sampleEvent({
    id: 'next',
    time: timed('2026-11-23T23:30:00Z', '2026-11-24T00:30:00Z'),
    attendees: [sampleAttendee(ROOM, { kind: 'resource', answer: 'accepted' })],
  });
  const services = fakeServices({
    now: () => instant(now),
    openColleagues: () =>
      Promise.resolve(
        fakeColleagues({
          learn: () => Promise.reject(new Failure('timeout')),
          readRoom: () => Promise.resolve({ name: 'Boardroom', building: 'HQ', floor: '3' }),
        }),
      ),
  });
  const mailbox = { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' } as const;
  const context = { mailbox, zoneIsGuessed: false, events: [], shifts: [] };
  showScreen(<NextLineScreen {...{ services, context }} session={fakeSession()} events={[next]} />);
}

describe('NextLineScreen', () => {
  it('says where a meeting is that begins soon, though it is tomorrow by the date', async () => {
    open('2026-11-23T22:50:00Z');
    expect(await screen.findByText(wholeText('HQ, floor 3'))).toBeVisible();
  });

  it('says only when one is that begins in more than six hours on another day', async () => {
    open('2026-11-23T17:20:00Z');
    expect(await screen.findByText(/^Next · in 6 h/)).toBeInTheDocument();
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.queryByText(wholeText('HQ, floor 3'))).toBeNull();
  });
});
