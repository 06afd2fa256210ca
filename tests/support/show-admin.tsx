/** Shows the administration with plain functions in the place of our server. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminScreen } from '../../src/app/admin/admin-screen.tsx';
import type { AdminServices } from '../../src/app/admin/admin-services.ts';
import { fakeAdmin } from './admin-world.ts';
import { fakeHost, fakeServices, fakeSession } from './screen-services.ts';
import { showScreen } from './show-screen.tsx';

interface Shown {
  readonly opensAt?: 'overview' | 'proof';
  readonly isAdmin?: boolean;
  readonly isTester?: boolean;
}

export function showAdmin(
  about: Partial<AdminServices> = {},
  { opensAt = 'overview', isAdmin = true, isTester = false }: Shown = {},
) {
  const opened: string[] = [];
  const services = fakeServices({
    openAdmin: () => Promise.resolve(fakeAdmin(about)),
    host: fakeHost({ openLink: (url) => void opened.push(url) }),
  });
  const session = fakeSession({ user: { tenantId: 'tenant-1', objectId: 'user-1', isAdmin, isTester } });
  const onClose = jest.fn();
  showScreen(<AdminScreen {...{ services, session, opensAt, onClose }} />);
  return { opened, onClose, user: userEvent.setup() };
}

export const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });
export const card = (name: string): HTMLElement => screen.getByRole('region', { name });
