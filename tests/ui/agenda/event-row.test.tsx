import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RenderResult } from '@testing-library/react';
import type { AgendaEntry } from '../../../src/domain/agenda/agenda-day.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { groupAttendees } from '../../../src/domain/agenda/group-attendees.ts';
import { EventRow } from '../../../src/ui/agenda/event-row.tsx';
import { findAxeViolations } from '../../support/axe.ts';
import { renderPiece } from '../../support/render-page.tsx';
import { makeEvent, person, timed } from '../../support/screen-events.ts';

const time = timed('2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z');
const date = Temporal.PlainDate.from('2026-11-23');
const actions = {
  calendarOf: () => undefined,
  onToggle: () => {},
  onOpenLink: () => {},
  onBookRoom: () => {},
  onManage: () => {},
  listFixes: () => [],
  onFix: () => {},
};

function toEntry(event: CalendarEvent): AgendaEntry {
  const rooms = event.attendees.filter(({ kind }) => kind === 'resource');
  return { key: event.id, event, date, part: 'whole', flags: [], people: groupAttendees(event), rooms };
}

const show = (about: Partial<CalendarEvent>, isOpen = false): Promise<RenderResult> =>
  renderPiece(
    <ul>
      <EventRow entry={toEntry(makeEvent({ time, ...about }))} {...{ date, isOpen, actions }} shifts={[]} canBook />
    </ul>,
  );

describe('EventRow', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    '<script>alert(1)</script>',
    '{count, plural, other {#}}',
  ])('C06 shows %s as text, in subject, place, organizer and names', async (text) => {
    const { container } = await show(
      {
        subject: text,
        locations: [{ name: text }],
        organizer: { name: text, address: 'sam@contoso.example' },
        attendees: [person(text, 'accepted'), person(text, 'accepted', 'resource')],
        joinUrl: 'javascript:alert(1)',
        webLink: 'javascript:alert(1)',
      },
      true,
    );
    expect(screen.getAllByText(text).length).toBeGreaterThanOrEqual(4);
    expect(container.querySelector('img, script, a, svg[onload]')).toBeNull();
  });

  it('C09 keeps a subject of 10,000 characters with bidi overrides to itself', async () => {
    const subject = `\u202e\u2066${'x\u200b'.repeat(5_000)}`;
    await show({ subject });
    const row = screen.getByRole('button');
    const shown = within(row).getByText(
      (_text, element) => element?.tagName === 'BDI' && element.textContent === subject,
    );
    expect(shown.parentElement).toHaveClass('clamped');
    expect(shown.parentElement?.title.length ?? 0).toBeLessThan(200);
  });

  it('C09 folds 5,000 people into groups and shows them piece by piece', async () => {
    const attendees = Array.from({ length: 5_000 }, (_, index) =>
      person(`Person ${index}`, index < 4_000 ? 'accepted' : 'none'),
    );
    const { container } = await show({ attendees }, true);
    expect(container.querySelectorAll('li li')).toHaveLength(0);
    await userEvent.click(screen.getByText('Accepted · 4,000'));
    expect(container.querySelectorAll('li li')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    expect(container.querySelectorAll('li li')).toHaveLength(100);
  });

  it('never counts a room among people, and names the organizer apart', async () => {
    await show({ attendees: [person('Kim', 'accepted'), person('Boardroom', 'accepted', 'resource')] }, true);
    expect(screen.getByText('Accepted · 1')).toBeInTheDocument();
    expect(screen.getByText('Sam Visser').parentElement).toHaveTextContent('Organizer · Sam Visser');
  });

  it('says what a room has answered', async () => {
    const rooms = [
      person('Plain', 'accepted', 'resource'),
      person('Approval', 'tentative', 'resource'),
      person('Busy', 'declined', 'resource'),
    ];
    await show({ attendees: rooms });
    expect(screen.getByRole('button')).toHaveTextContent(
      'Plain (room accepted) Approval (awaiting approval) Busy (room declined)',
    );
  });

  it('offers no join link of a cancelled event', async () => {
    await show({ isCancelled: true, joinUrl: 'https://teams.microsoft.com/l/1' });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('names an event without a subject', async () => {
    await show({ subject: '  ' });
    expect(screen.getByRole('button', { name: /No subject/ })).toBeInTheDocument();
  });

  it('is clean to axe when unfolded', async () => {
    await show({ attendees: [person('Kim', 'accepted')], joinUrl: 'https://teams.microsoft.com/l/1' }, true);
    expect(await findAxeViolations()).toEqual([]);
  });
});
