import { screen } from '@testing-library/react';
import { renderPage } from '../support/render-page.tsx';
import { instant, makeEvent } from '../support/screen-events.ts';
import { fakeFirst, fakeServices } from '../support/screen-services.ts';

const makeMany = (count: number, everyMinutes: number): ReturnType<typeof makeEvent>[] =>
  Array.from({ length: count }, (_, index) => {
    const start = instant('2026-11-22T23:00:00Z').add({ minutes: index * everyMinutes });
    return makeEvent({ subject: `Event ${index}`, time: { kind: 'timed', start, end: start.add({ minutes: 1 }) } });
  });

describe('an agenda of very many events', () => {
  it.each([
    ['D26 5,000 over seven days', 5_000, 2],
    ['D18 1,000 on one day', 1_000, 1],
  ])(
    '%s keeps the page small and every event’s place',
    async (_name, count, everyMinutes) => {
      const events = makeMany(count, everyMinutes);
      await renderPage(fakeServices({ readAgenda: () => Promise.resolve(fakeFirst({ events })) }));
      await screen.findAllByText('Event 0');
      expect(document.querySelectorAll('[data-entry]').length).toBeLessThanOrEqual(60);
      expect(document.querySelectorAll('*').length).toBeLessThan(3_000);
      const away = [...document.querySelectorAll<HTMLElement>('[data-away]')];
      expect(away.length).toBeGreaterThan(10);
      expect(away.every((place) => Number.parseInt(place.style.height, 10) >= 64)).toBe(true);
    },
    30_000,
  );
});
