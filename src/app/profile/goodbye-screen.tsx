/** What is said right after somebody left. */
import type { ReactNode } from 'react';
import { Goodbye } from '../../ui/profile/goodbye.tsx';
import type { GoodbyeScreenProps } from '../screens.ts';

export function GoodbyeScreen({ services, left, onConnect }: GoodbyeScreenProps): ReactNode {
  return <Goodbye left={left} onOpenLink={services.host.openLink} onConnect={onConnect} />;
}
