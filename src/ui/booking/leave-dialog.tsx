/** Asks before a booking that is not settled is left: what then happens, and the two answers. */
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';
import type { BookingManner } from './progress-words.ts';

export interface LeaveDialogProps {
  readonly open: boolean;
  readonly manner: BookingManner;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

function leaveKey(manner: BookingManner): MessageKey {
  if (manner.existing) return 'booking.leave.textExisting';
  return manner.inviteAtOnce ? 'booking.leave.textKnown' : 'booking.leave.text';
}

export function LeaveDialog({ open, manner, onStay, onLeave }: LeaveDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onStay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('booking.leave.title')}</DialogTitle>
          <DialogContent>{t(leaveKey(manner))}</DialogContent>
          <DialogActions>
            <ActionButton onPress={onLeave}>{t('booking.leave.go')}</ActionButton>
            <ActionButton appearance="primary" onPress={onStay}>
              {t('booking.leave.stay')}
            </ActionButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
