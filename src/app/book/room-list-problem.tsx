/** Says why there is no list of rooms to choose from, and who can change it. */
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { FailureCode } from '../../domain/failure.ts';
import type { RoomsPhase } from './use-rooms.ts';

/** The permission for places is missing: no error of this moment, and another try helps nobody. */
const CLOSED: readonly FailureCode[] = ['access_denied', 'insufficient_scope', 'consent_required'];

export function RoomListProblem(props: { readonly rooms: RoomsPhase; readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  const { rooms, onAgain } = props;
  if (rooms.phase !== 'failed') return <Notice intent="info">{t('rooms.noRooms')}</Notice>;
  if (CLOSED.includes(rooms.failure.code)) return <Notice intent="info">{t('rooms.denied')}</Notice>;
  return (
    <Notice
      intent="error"
      title={t('rooms.failed')}
      actions={<ActionButton onPress={onAgain}>{t('action.retry')}</ActionButton>}
    >
      <FailureLine failure={rooms.failure} />
    </Notice>
  );
}
