/** The last look before anything is sent: which room, when, and who gets mail. */
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { BookingRequest } from '../../domain/booking/booking.ts';
import { listMailed } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MeetingSummary } from './meeting-summary.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  title: { overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface BookingPlan {
  readonly request: BookingRequest;
  readonly room: Room;
}

export interface ConfirmDialogProps {
  /** Undefined: closed. The dialog itself stays, so that it can take its leave and give the page back. */
  readonly plan: BookingPlan | undefined;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

function PlanWords({ request, room }: BookingPlan): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <>
      <MeetingSummary subject={request.subject} start={request.start} end={request.end} />
      <div>
        <h3 className={styles.heading}>{t('booking.confirm.mailed')}</h3>
        <MailPreview mailed={listMailed(request, room)} inviteAtOnce={request.inviteAtOnce} />
      </div>
      {!request.inviteAtOnce && request.existing === undefined && (
        <span className={styles.hint}>{t('booking.confirm.hold')}</span>
      )}
    </>
  );
}

export function ConfirmDialog({ plan, onSend, onBack }: ConfirmDialogProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  // the words stay while the dialog fades
  const [said, setSaid] = useState(plan);
  if (plan !== undefined && plan !== said) setSaid(plan);
  return (
    <Dialog
      open={plan !== undefined}
      modalType="modal"
      // the second click of a double click on Book lands beside the dialog: it must not close it
      onOpenChange={(_, data) => !data.open && data.type !== 'backdropClick' && onBack()}
    >
      <DialogSurface>
        {said !== undefined && (
          <DialogBody>
            <DialogTitle className={styles.title}>
              <Message id="booking.confirm.title" names={{ room: said.room.name }} />
            </DialogTitle>
            <DialogContent className={styles.content}>
              <PlanWords {...said} />
            </DialogContent>
            <DialogActions>
              <ActionButton onPress={onBack}>{t('booking.confirm.back')}</ActionButton>
              <ActionButton appearance="primary" onPress={onSend}>
                {t('booking.confirm.send')}
              </ActionButton>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}
