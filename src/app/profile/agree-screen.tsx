/** Stands where something can't go on without the person's agreement; nothing else is lost while it is asked for. */
import type { ReactNode } from 'react';
import { AgreeCard } from '../../ui/profile/agree-card.tsx';
import type { AgreeScreenProps } from '../screens.ts';
import { useAgree } from './use-agree.ts';

export function AgreeScreen({
  services,
  purpose,
  because,
  organisation,
  onAgreed,
  onLater,
}: AgreeScreenProps): ReactNode {
  const { state, ask } = useAgree(services.agree, purpose, onAgreed);
  return <AgreeCard {...{ purpose, because, state, organisation, onLater }} onContinue={ask} />;
}
