/** Asks before a booking that is not settled is left: what then happens, and the two answers. */
import type { ReactNode } from 'react';
import { QuestionDialog } from '../shared/question-dialog.tsx';
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
    <QuestionDialog
      open={open}
      title={t('booking.leave.title')}
      secondary={{ text: t('booking.leave.go'), onPress: onLeave }}
      primary={{ text: t('booking.leave.stay'), onPress: onStay }}
      onDismiss={onStay}
    >
      {t(leaveKey(manner))}
    </QuestionDialog>
  );
}
