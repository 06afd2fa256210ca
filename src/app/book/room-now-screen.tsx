/** Room now: the first tap opens it, the second books the nearest free room for 15, 30 or 60 minutes. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { withRecent } from '../../domain/rooms/room-memory.ts';
import type { NowChoice } from '../../domain/rooms/room-now.ts';
import { LeaveDialog } from '../../ui/booking/leave-dialog.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { RoomNowChoices } from '../../ui/rooms/room-now-choices.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { WordsProvider, useWords } from '../../ui/words/words-provider.tsx';
import type { RoomNowScreenProps } from '../screens.ts';
import { BookingRun } from './booking-run.tsx';
import { RoomListProblem } from './room-list-problem.tsx';
import { useBookingFlow } from './use-booking-flow.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useRoomNow } from './use-room-now.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

const ALONE: BookingManner = { peopleCount: 0, inviteAtOnce: false, existing: false };

type Search = ReturnType<typeof useRoomNow>;

function NowChoices(props: {
  readonly search: Search;
  readonly onBook: (choice: NowChoice) => void;
  readonly onOther: () => void;
}): ReactNode {
  const { search, onBook, onOther } = props;
  const { t } = useWords();
  const { rooms, choices, isListing, failure, again } = search;
  const { state } = rooms;
  if (state.phase === 'failed' || (state.phase === 'ready' && state.isWhole && state.rooms.length === 0)) {
    return <RoomListProblem rooms={state} onAgain={rooms.again} />;
  }
  const options = choices.map(({ minutes, request, offers, isPending }) => ({
    ...{ minutes, end: request.end, offer: offers[0] },
    isPending: isListing || isPending,
  }));
  return (
    <>
      <span>{t('roomNow.hint')}</span>
      <RoomNowChoices
        options={options}
        onBook={(minutes) => {
          const found = choices.find((choice) => choice.minutes === minutes);
          if (found !== undefined) onBook(found);
        }}
      />
      {failure !== undefined && (
        <Notice
          intent="warning"
          title={t('rooms.busyFailed')}
          actions={<ActionButton onPress={again}>{t('action.retry')}</ActionButton>}
        >
          <FailureLine failure={failure} />
        </Notice>
      )}
      <ActionButton onPress={onOther}>{t('roomNow.other')}</ActionButton>
    </>
  );
}

function RoomNowContent(props: RoomNowScreenProps): ReactNode {
  const { services, context, onDone, onOther } = props;
  const styles = useStyles();
  const { t } = useWords();
  const [edition, setEdition] = useState(0);
  const search = useRoomNow(props, edition);
  const flow = useBookingFlow(services.bookRoom, (room) =>
    search.memory.change((before) => withRecent(before, room.address)),
  );
  const { step } = flow;
  const guard = useLeaveGuard(step.step === 'booking' ? step.booking : undefined, () => onDone(flow.hasSent));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const book = ({ request, offers }: NowChoice): void => {
    const [best, ...rest] = offers;
    if (best === undefined) return;
    const { start, end, heads } = request;
    const { graphZone } = context.mailbox;
    flow.begin({
      request: {
        start,
        end,
        heads,
        graphZone,
        subject: t('roomNow.title'),
        people: [],
        online: false,
        inviteAtOnce: false,
      },
      room: best.room,
      alternatives: rest.map(({ room }) => room),
    });
  };
  const backToRooms = (): void => {
    setEdition(edition + 1);
    flow.back();
    title.current?.focus();
  };
  return (
    <div className={styles.root}>
      <ScreenHead title={t('roomNow.title')} back={t('booking.back')} titleRef={title} onBack={guard.leave} />
      {step.step === 'booking' ? (
        <>
          <MeetingSummary {...step.intent.request} />
          <BookingRun
            key={step.intent.room.address}
            services={services}
            booking={step.booking}
            manner={ALONE}
            onTryNext={flow.tryNext}
            onChooseOther={backToRooms}
            onDone={guard.leave}
          />
          <LeaveDialog open={guard.isAsking} manner={ALONE} onStay={guard.stay} onLeave={guard.leave} />
        </>
      ) : (
        <NowChoices search={search} onBook={book} onOther={onOther} />
      )}
    </div>
  );
}

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function RoomNowScreen(props: RoomNowScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <RoomNowContent {...props} />
    </WordsProvider>
  );
}
