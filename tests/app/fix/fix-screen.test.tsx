import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Failure } from '../../../src/domain/failure.ts';
import type { EventAnswer } from '../../../src/graph/answer-event.ts';
import { sampleAttendee } from '../../domain/samples/sample-event.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { renderPage } from '../../support/render-page.tsx';
import { makeEvent, shiftAt, timed } from '../../support/screen-events.ts';
import { fakeFirst, fakeServices } from '../../support/screen-services.ts';

const invitation = makeEvent({
  subject: 'Evening call',
  time: timed('2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z'),
});

describe('a flag', () => {
  it('is mended: another time inside my shift is proposed, and the organizer is named before anything is sent', async () => {
    const answers: EventAnswer[] = [];
    await renderPage(
      fakeServices({
        readAgenda: () =>
          Promise.resolve(
            fakeFirst({
              events: [invitation],
              workPlan: [shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z')],
            }),
          ),
        openAnswers: () =>
          Promise.resolve({
            answerEvent: (answer) => {
              answers.push(answer);
              return Promise.resolve();
            },
            setCurrentLocation: () => Promise.resolve(),
          }),
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Propose another time… for Evening call' }));
    const send = await screen.findByRole('button', { name: 'Send: Maybe' });
    expect(send).toBeDisabled();
    expect(screen.getByText(/gets mail\.$/)).toHaveTextContent('Sam');
    await userEvent.click(screen.getByRole('radio', { name: /15:00–16:00$/ }));
    expect(await findAxeViolations()).toEqual([]);
    await userEvent.click(send);
    expect(JSON.parse(JSON.stringify(answers))).toEqual([
      {
        ...{ eventId: invitation.id, kind: 'tentative', comment: '' },
        proposal: {
          ...{ start: '2026-11-23T14:00:00Z', end: '2026-11-23T15:00:00Z' },
          graphZone: 'W. Europe Standard Time',
        },
      },
    ]);
  });

  it('is mended after the person has agreed to what that needs', async () => {
    const mine = makeEvent({
      ...{ subject: 'Late call', isOrganizer: true, myAnswer: 'organizer' },
      attendees: [sampleAttendee('robin@contoso.example')],
      time: timed('2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z'),
    });
    let isAllowed = false;
    const updated: string[] = [];
    await renderPage(
      fakeServices({
        readAgenda: () =>
          Promise.resolve(
            fakeFirst({ events: [mine], workPlan: [shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z')] }),
          ),
        agree: () => {
          isAllowed = true;
          return Promise.resolve();
        },
        openBookings: () =>
          Promise.resolve({
            ...({} as Awaited<ReturnType<ReturnType<typeof fakeServices>['openBookings']>>),
            updateEvent: ({ id }) => {
              if (!isAllowed)
                return Promise.reject(new Failure('consent_required', { scopes: ['Calendars.ReadWrite'] }));
              updated.push(id);
              return Promise.resolve(mine);
            },
          }),
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Move… for Late call' }));
    await userEvent.click(await screen.findByRole('radio', { name: /15:00–16:00$/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Move and tell everybody' }));
    expect(updated).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Continue to Microsoft' }));
    await waitFor(() => expect(updated).toEqual([mine.id]));
  });
});
