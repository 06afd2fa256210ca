import { act, screen } from '@testing-library/react';
import { startPage } from '../../src/app/start-page.tsx';
import { Failure } from '../../src/domain/failure.ts';
import { fakeHost, fakeServices } from '../support/screen-services.ts';

beforeEach(() => {
  document.body.innerHTML = '<div id="root"><p>still loading</p></div>';
});
const settle = async (): Promise<void> => {
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
};

describe('startPage', () => {
  it('draws the page in the host’s language and takes away the host’s loading picture', async () => {
    let ready = 0;
    const host = fakeHost({ locale: 'nl-NL', notifyReady: () => (ready += 1) });
    await act(() => startPage({ connectHost: () => Promise.resolve({ host, services: fakeServices({ host }) }) }));
    await settle();
    expect(screen.getByRole('heading', { level: 1, name: 'Je agenda' })).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'nl-NL');
    expect(screen.queryByText('still loading')).not.toBeInTheDocument();
    expect(ready).toBe(1);
  });

  it('F08 says where to open it when no host answers', async () => {
    await act(() => startPage({ connectHost: () => Promise.reject(new Failure('host_missing')) }));
    expect(screen.getByRole('heading', { name: 'Open Office Shifts in Microsoft Teams' })).toBeInTheDocument();
  });

  it('asks the door before its words have come', async () => {
    const order: string[] = [];
    const host = fakeHost();
    const services = fakeServices({
      host,
      openSession: () => {
        order.push('door');
        return new Promise(() => {});
      },
    });
    const started = startPage({ connectHost: () => Promise.resolve({ host, services }) }).then(() =>
      order.push('drawn'),
    );
    await act(() => started);
    expect(order).toEqual(['door', 'drawn']);
  });

  it('reads the first round beside the door where the relay carries it, and only once', async () => {
    let reads = 0;
    const host = fakeHost();
    const { readAgenda } = fakeServices();
    const services = fakeServices({
      host,
      transportHint: () => 'relay',
      readAgenda: (window) => {
        reads += 1;
        return readAgenda(window);
      },
    });
    await act(() => startPage({ connectHost: () => Promise.resolve({ host, services }) }));
    await settle();
    expect(screen.getByRole('heading', { level: 1, name: 'Your agenda' })).toBeInTheDocument();
    expect(reads).toBe(1);
  });
});
