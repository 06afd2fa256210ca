/** What to know before an appointment is sent: its rooms as they stand, and what speaks against it. */
import { CheckmarkCircleRegular, ClockRegular, DismissCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { DraftRoom, DraftWarning } from '../../domain/booking/list-draft-warnings.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import type { Words } from '../words/create-words.ts';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePaneStyles } from './pane-styles.ts';

const ICONS = {
  free: CheckmarkCircleRegular,
  taken: DismissCircleRegular,
  unknown: ClockRegular,
  pending: ClockRegular,
} as const satisfies Record<DraftRoom['state'], unknown>;

function toWarning(warning: DraftWarning, words: Words): ReactNode {
  switch (warning.kind) {
    case 'roomTaken':
    case 'roomUnknown':
      return <Message id={`pane.warn.${warning.kind}`} names={{ room: warning.room.name }} />;
    case 'tooSmall':
      return (
        <Message
          id="pane.warn.tooSmall"
          names={{ room: warning.room.name }}
          values={{ capacity: words.number(warning.capacity) }}
        />
      );
    case 'noRoom':
      return words.t('pane.warn.noRoom', { count: warning.onSite });
  }
}

export interface DraftCheckProps {
  readonly rooms: readonly DraftRoom[];
  readonly warnings: readonly DraftWarning[];
  /** In words already: my shift. */
  readonly flags: readonly string[];
  readonly isChanging: boolean;
  /** Absent where this Outlook can change none. */
  readonly onRemove?: ((room: DraftRoom) => void) | undefined;
}

export function DraftCheck({ rooms, warnings, flags, isChanging, onRemove }: DraftCheckProps): ReactNode {
  const styles = usePaneStyles();
  const words = useWords();
  const { t } = words;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{t('pane.draft.rooms')}</h3>
      {rooms.length === 0 && <span>{t('pane.draft.noRooms')}</span>}
      <ul className={styles.list}>
        {rooms.map((room) => {
          const Icon = ICONS[room.state];
          return (
            <li key={room.address} className={styles.row}>
              <span className={styles.icon}>
                <Icon aria-hidden />
              </span>
              <span>
                <bdi>{room.name}</bdi> · {t(`pane.room.${room.state}`)}
              </span>
              {onRemove !== undefined && (
                <ActionButton
                  disabled={isChanging}
                  label={t('pane.removeNamed', { room: room.name })}
                  onPress={() => onRemove(room)}
                >
                  {t('pane.remove')}
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.section} role="status" aria-label={t('pane.draft.before')}>
        {warnings.map((warning) => (
          <Notice key={`${warning.kind} ${'room' in warning ? warning.room.address : ''}`} intent="warning">
            {toWarning(warning, words)}
          </Notice>
        ))}
        {flags.map((flag) => (
          <Notice key={flag} intent="warning">
            {flag}
          </Notice>
        ))}
      </div>
      <span className={styles.quiet}>{t('pane.draft.outlookSends')}</span>
    </section>
  );
}
