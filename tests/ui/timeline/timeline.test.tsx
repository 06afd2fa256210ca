import { fireEvent, screen } from '@testing-library/react';
import { Timeline } from '../../../src/ui/timeline/timeline.tsx';
import { showScreen } from '../../support/show-screen.tsx';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const DATE = Temporal.PlainDate.from('2026-12-09');

function showTimeline() {
  const chosen: string[] = [];
  showScreen(
    <Timeline
      date={DATE}
      day={{ start: at('2026-12-09T00:00:00Z'), end: at('2026-12-10T00:00:00Z') }}
      rows={[{ key: 'me', name: 'Me', kind: 'me', state: 'known', blocks: [], shifts: [] }]}
      chosen={{ start: at('2026-12-09T10:00:00Z'), end: at('2026-12-09T10:30:00Z') }}
      now={at('2026-11-23T08:00:00Z')}
      onChoose={({ start, end }) => chosen.push(`${start.toString()}/${end.toString()}`)}
    />,
  );
  const cells = screen.getAllByRole('gridcell').filter((cell) => cell.dataset['slot'] !== undefined);
  const cell = (slot: number): HTMLElement => cells[slot] as HTMLElement;
  return { chosen, cell };
}

/** jsdom knows no pointers; what is read of them, a mouse event has too. */
const point = (kind: string, target: HTMLElement, buttons: number): boolean =>
  fireEvent(target, new MouseEvent(kind, { bubbles: true, button: 0, buttons }));
const marked = (cell: HTMLElement): boolean => cell.getAttribute('aria-selected') === 'true';

describe('Timeline', () => {
  it('takes the time that is dragged over', () => {
    const { chosen, cell } = showTimeline();
    point('pointerdown', cell(4), 1);
    point('pointermove', cell(6), 1);
    expect(marked(cell(5))).toBe(true);
    point('pointerup', cell(6), 0);
    expect(chosen).toEqual(['2026-12-09T02:00:00Z/2026-12-09T03:30:00Z']);
  });

  it('marks nothing when a finger scrolls, nor when the mouse was let go elsewhere', () => {
    const { chosen, cell } = showTimeline();
    point('pointerdown', cell(4), 1);
    point('pointercancel', cell(4), 0);
    point('pointermove', cell(8), 0);
    expect([4, 6, 8].map((slot) => marked(cell(slot)))).toEqual([false, false, false]);
    point('pointerdown', cell(4), 1);
    point('pointermove', cell(8), 0);
    point('pointerup', cell(8), 0);
    expect(chosen).toEqual([]);
  });
});
