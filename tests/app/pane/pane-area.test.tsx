import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createExternalStore } from '../../../src/app/external-store.ts';
import { PaneArea } from '../../../src/app/pane/pane-area.tsx';
import { Failure } from '../../../src/domain/failure.ts';
import type { OutlookDraft } from '../../../src/host/outlook-draft.ts';
import type { OpenItem } from '../../../src/host/outlook-item.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { instant, makeEvent, person, timed } from '../../support/screen-events.ts';
import { fakeFirst, fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const [START, END] = ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'];
const meeting = makeEvent({
  ...{ id: 'E1', subject: 'Handover', time: timed(START, END), myAnswer: 'none' },
  attendees: [person('Alex', 'none'), person('Kim', 'accepted'), person('Linden', 'accepted', 'resource')],
});
const readItem: OpenItem = {
  ...{ kind: 'appointmentRead', key: 'item E1', eventId: 'E1', role: 'attendee' },
  ...{ start: instant(START), end: instant(END) },
};

const context = {
  mailbox: { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time' },
  ...{ zoneIsGuessed: false, ownAddress: 'alex@contoso.example', shifts: [], events: [] },
};

function createDraft(about: Partial<OutlookDraft> = {}): OutlookDraft {
  const values = { subject: 'Planning', start: instant(START), end: instant(END), people: [], places: [] };
  const nothing = () => Promise.resolve();
  return {
    read: () => Promise.resolve(values),
    ...{ canHoldRooms: false, addRoom: nothing, removeRoom: nothing, setTimes: nothing, onChange: () => () => {} },
    ...about,
  };
}

function open(item: OpenItem, about: Parameters<typeof fakeServices>[0] = {}) {
  const items = createExternalStore<OpenItem>(item);
  const services = fakeServices({
    readAgenda: () => Promise.resolve(fakeFirst({ events: [meeting] })),
    listRooms: () => Promise.reject(new Failure('consent_required')),
    ...about,
  });
  let asked = 0;
  const pane = { items, again: () => (asked += 1) };
  const view = showScreen(
    <PaneArea
      {...{ pane, context, services, session: fakeSession(), agenda: <p>the agenda</p> }}
      onAgendaChanged={() => {}}
    />,
  );
  return { ...view, show: (next: OpenItem) => act(() => items.set(next)), asked: () => asked };
}

describe('PaneArea', () => {
  it('shows the agenda while nothing is open, and beside an invitation its people, places and my answer', async () => {
    const sent: unknown[] = [];
    const answers = { answerEvent: (answer: unknown) => Promise.resolve(void sent.push(answer)) };
    const { container, show } = open(
      { kind: 'none' },
      { openAnswers: () => Promise.resolve({ ...answers, setCurrentLocation: () => Promise.resolve() }) },
    );
    screen.getByText('the agenda');
    show(readItem);
    await screen.findByRole('heading', { name: 'Handover' });
    expect(screen.queryByText('the agenda')).toBeNull();
    const people = screen.getByRole('heading', { name: 'People' }).parentElement as HTMLElement;
    expect(within(people).getAllByRole('listitem')).toHaveLength(2);
    expect(people).toHaveTextContent(/Sam Visser · Organizer.*Kim · Accepted/);
    screen.getByText('So far: No answer');
    await userEvent.click(await screen.findByRole('button', { name: 'Decline: Handover' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send: Decline' }));
    expect(await screen.findByText('Your answer was sent.')).toBeVisible();
    // thought better of at once
    await userEvent.click(screen.getByRole('button', { name: 'Accept: Handover' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send: Accept' }));
    expect(sent).toMatchObject(['decline', 'accept'].map((kind) => ({ eventId: 'E1', kind, comment: '' })));
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says that a meeting which was declined just now is gone', async () => {
    let events = [meeting];
    const answers = { answerEvent: () => Promise.resolve(void (events = [])) };
    open(readItem, {
      readAgenda: () => Promise.resolve(fakeFirst({ events })),
      openAnswers: () => Promise.resolve({ ...answers, setCurrentLocation: () => Promise.resolve() }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Decline: Handover' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send: Decline' }));
    expect(await screen.findByText(/took this meeting out of your calendar/)).toBeVisible();
    expect(screen.queryByText('This is not from your own calendar')).toBeNull();
  });

  it('looks again for a meeting that is not in the calendar yet', async () => {
    let events: (typeof meeting)[] = [];
    open(readItem, { readAgenda: () => Promise.resolve(fakeFirst({ events })) });
    await screen.findByText(/It was not found in the calendars you own/);
    events = [meeting];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Handover' })).toBeVisible();
  });

  it('says that places are not known where asking for them fails, and asks again', async () => {
    let tries = 0;
    const openColleagues = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Failure('timeout')) : Promise.resolve(fakeColleagues());
    };
    open(readItem, { openColleagues });
    expect(await screen.findAllByText('Place not known: the source did not answer')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Ask for the places again' }));
    expect(await screen.findAllByText('Place not known: your organisation does not show it')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Ask for the places again' })).toBeNull();
  });

  it('keeps what was typed beside an item while another is open, and nothing to press in between', async () => {
    const { show } = open({ kind: 'appointmentCompose', key: 'draft 1', draft: createDraft() });
    const field = await screen.findByLabelText('People in the room');
    await userEvent.clear(field);
    await userEvent.type(field, '7');
    show({ kind: 'opening' });
    expect(field.closest('[hidden]')).not.toBeNull();
    screen.getByText('Reading what is open in Outlook…');
    show({ kind: 'appointmentCompose', key: 'draft 2', draft: createDraft() });
    show({ kind: 'appointmentCompose', key: 'draft 1', draft: createDraft() });
    expect(field).toHaveValue(7);
    expect(field.closest('[hidden]')).toBeNull();
  });

  it('says what Outlook refused, until the draft can be read', async () => {
    const draft = createDraft({ read: () => Promise.reject(new Failure('host_refused')) });
    open({ kind: 'appointmentCompose', key: 'draft 1', draft });
    await screen.findByText('The open item could not be read');
    screen.getByText(/Outlook did not carry this out\./);
  });

  it.each([
    ['shared', /somebody shares with you/],
    ['onBehalf', /on behalf of somebody else/],
  ] as const)('refuses what is %s in a sentence', (why, words) => {
    open({ kind: 'refused', key: 'item X', why });
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('looks at an item again that failed', async () => {
    const { asked } = open({ kind: 'failed', key: 'item X', failure: new Failure('timeout') });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked()).toBe(1);
  });
});
