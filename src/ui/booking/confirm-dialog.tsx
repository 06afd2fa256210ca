/** The last look before anything is sent: which room, when, and who gets mail. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { BookingRequest } from '../../domain/booking/booking.ts';
import { listMailed } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { QuestionDialog } from '../shared/question-dialog.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MeetingSummary } from './meeting-summary.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    '& .fui-Checkbox': { '@media (max-width: 639.98px)': { minHeight: '44px', alignItems: 'center' } },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** With the chosen one, three are asked before the person is asked again. */
const NEXT_ROOMS = 2;

export interface BookingPlan {
  readonly request: BookingRequest;
  readonly room: Room;
  /** The next free rooms in order. */
  readonly alternatives?: readonly Room[];
}

export interface ConfirmDialogProps {
  /** Undefined: closed. The dialog itself stays, so that it can take its leave and give the page back. */
  readonly plan: BookingPlan | undefined;
  /** `inTurn`: the next rooms are asked too where this one says no. */
  readonly onSend: (inTurn: boolean) => void;
  readonly onBack: () => void;
}

const listNames = ({ room, request: { twin } }: BookingPlan): readonly string[] =>
  [room, ...(twin ? [twin.room] : [])].map(({ name }) => name);

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
  const { t, list } = useWords();
  // the words stay while the dialog fades
  const [said, setSaid] = useState(plan);
  const [inTurn, setInTurn] = useState(false);
  if (plan !== undefined && plan !== said) {
    setSaid(plan);
    setInTurn(false);
  }
  const next = (said?.alternatives ?? []).filter((room) => room.address !== said?.room.address).slice(0, NEXT_ROOMS);
  if (said === undefined) return null;
  return (
    <QuestionDialog
      open={plan !== undefined}
      modalType="modal"
      title={<Message id="booking.confirm.title" names={{ room: list(listNames(said)) }} />}
      contentClass={styles.content}
      secondary={{ text: t('booking.confirm.back'), onPress: onBack }}
      primary={{ text: t('booking.confirm.send'), onPress: () => onSend(inTurn) }}
      onDismiss={onBack}
    >
      <PlanWords {...said} />
      {next.length > 0 && (
        <Checkbox
          checked={inTurn}
          onChange={(_, data) => setInTurn(data.checked === true)}
          label={
            said.request.twin === undefined
              ? t('booking.inTurn', { rooms: list(next.map(({ name }) => name)) })
              : t('twins.inTurn')
          }
        />
      )}
    </QuestionDialog>
  );
}
