import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../support/render-page.tsx';
import { fakeServices } from '../support/screen-services.ts';

describe('the screen beside the agenda', () => {
  it('takes nothing down with it when it breaks, and can be closed and opened again', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let isBroken = true;
    const listRooms = (): Promise<never> => {
      if (isBroken) throw new Error('a mistake of ours');
      return new Promise<never>(() => {});
    };
    await renderPage(fakeServices({ listRooms }));
    await userEvent.click(await screen.findByRole('button', { name: 'Book a room' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of the page stopped working.');
    expect(screen.getByRole('heading', { level: 1, name: 'Your agenda' })).toBeInTheDocument();
    expect(document.querySelectorAll('[data-date]')).toHaveLength(7);
    // react tells the console of it
    expect(told).toHaveBeenCalled();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Book a room' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Book a room' })).toBeInTheDocument();
  });
});
