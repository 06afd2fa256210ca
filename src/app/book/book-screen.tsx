/** Book a room: for a new meeting or for one that I organize, from the time to the room's word. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { listMailed } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { ConfirmDialog } from '../../ui/booking/confirm-dialog.tsx';
import { LeaveDialog } from '../../ui/booking/leave-dialog.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { WordsProvider, useWords } from '../../ui/words/words-provider.tsx';
import type { BookScreenProps } from '../screens.ts';
import { BookForm } from './book-form.tsx';
import { BookingRun } from './booking-run.tsx';
import { findHeads, toBookingRequest } from './meeting-draft.ts';
import { RoomFinder } from './room-finder.tsx';
import { type Intent, useBookingFlow } from './use-booking-flow.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { listProblems, useMeetingDraft } from './use-meeting-draft.ts';
import { useRooms } from './use-rooms.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

const toManner = ({ request, room }: Intent): BookingManner => ({
  peopleCount: listMailed(request, room).people.length,
  inviteAtOnce: request.inviteAtOnce,
  existing: request.existing !== undefined,
});

/** Chooses the room with what is typed, if it still can be booked at this moment. */
function useChooseRoom(
  props: BookScreenProps,
  state: ReturnType<typeof useMeetingDraft>,
  choose: (intent: Intent) => void,
): (room: Room, alternatives: readonly Room[]) => void {
  const { t } = useWords();
  const { services, context, existing } = props;
  const { draft, times, actions } = state;
  return (room, alternatives) => {
    if (draft.typedPeople.trim() !== '') {
      // what was typed and not added: nobody may be forgotten
      actions.onAddPeople(draft.typedPeople);
      return;
    }
    const heads = findHeads(draft);
    const problems = listProblems(draft, context.mailbox.zone, services.now(), existing);
    if (times === undefined || heads === undefined || problems.length > 0) return;
    const request = toBookingRequest(draft, {
      times,
      heads,
      graphZone: context.mailbox.graphZone,
      organizerAddress: context.ownAddress,
      existing,
      subjectDefault: t('booking.subjectDefault'),
    });
    choose({ request, room, alternatives });
  };
}

function BookScreenContent(props: BookScreenProps): ReactNode {
  const { services, session, context, existing, onDone } = props;
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const state = useMeetingDraft(props);
  const rooms = useRooms(services.listRooms);
  const flow = useBookingFlow(services.bookRoom);
  const chooseRoom = useChooseRoom(props, state, flow.choose);
  const [edition, setEdition] = useState(0);
  const { step } = flow;
  const guard = useLeaveGuard(step.step === 'booking' ? step.booking : undefined, () => onDone(flow.hasSent));
  const presser = useRef<Element | null>(null);
  useEffect(() => title.current?.focus(), []);

  const backToRooms = (): void => {
    setEdition(edition + 1);
    flow.back();
    title.current?.focus();
  };
  const backFromDialog = (): void => {
    flow.back();
    if (presser.current instanceof HTMLElement) presser.current.focus();
  };
  return (
    <div className={styles.root}>
      <ScreenHead
        title={t(existing === undefined ? 'booking.title' : 'booking.titleExisting')}
        back={t('booking.back')}
        titleRef={title}
        onBack={guard.leave}
      />
      {step.step === 'booking' ? (
        <>
          <MeetingSummary {...step.intent.request} />
          <BookingRun
            key={step.intent.room.address}
            services={services}
            booking={step.booking}
            manner={toManner(step.intent)}
            mailed={listMailed(step.intent.request, step.intent.room)}
            onTryNext={flow.tryNext}
            onChooseOther={backToRooms}
            onDone={guard.leave}
          />
        </>
      ) : (
        <>
          <BookForm state={state} context={context} existing={existing} />
          <RoomFinder
            services={services}
            context={context}
            allowedBuildings={session.organisation.buildings}
            rooms={rooms.state}
            onReadRooms={rooms.again}
            state={state}
            edition={edition}
            onBook={(room, alternatives) => {
              presser.current = document.activeElement;
              chooseRoom(room, alternatives);
            }}
          />
        </>
      )}
      <ConfirmDialog
        plan={step.step === 'confirming' ? step.intent : undefined}
        onSend={flow.send}
        onBack={backFromDialog}
      />
      {step.step === 'booking' && (
        <LeaveDialog open={guard.isAsking} manner={toManner(step.intent)} onStay={guard.stay} onLeave={guard.leave} />
      )}
    </div>
  );
}

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function BookScreen(props: BookScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <BookScreenContent {...props} />
    </WordsProvider>
  );
}
