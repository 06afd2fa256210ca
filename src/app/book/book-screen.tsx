/** Book a room: for a new meeting or for one that I organize, from the time to the room's word. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { findReplacedRoom } from '../../domain/booking/find-replaced-room.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import { listMailed } from '../../domain/booking/mail-list.ts';
import type { BookingRequest } from '../../domain/booking/booking.ts';
import type { SeriesWish } from '../../domain/series/series-wish.ts';
import { withRecent } from '../../domain/rooms/room-memory.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { ConfirmDialog } from '../../ui/booking/confirm-dialog.tsx';
import { LeaveDialog } from '../../ui/booking/leave-dialog.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { WordsProvider, useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadSeriesConfirm } from '../series/load-series-screens.ts';
import type { BookScreenProps } from '../screens.ts';
import { BookForm } from './book-form.tsx';
import { BookingRun } from './booking-run.tsx';
import { findNearBuilding } from './find-near-building.ts';
import { findHeads, listComing, toBookingRequest } from './meeting-draft.ts';
import { PlannedRoom } from './planned-room.tsx';
import { type OnBook, RoomFinder } from './room-finder.tsx';
import { type Intent, useBookingFlow } from './use-booking-flow.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { listProblems, useMeetingDraft } from './use-meeting-draft.ts';
import { useRoomMemory } from './use-room-memory.ts';
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

const NO_ROOMS: readonly Room[] = [];

const toManner = ({ request, room }: Intent): BookingManner => ({
  peopleCount: listMailed(request, room).people.length,
  inviteAtOnce: request.inviteAtOnce,
  existing: request.existing !== undefined,
});

/** A series begins on its first date, which need not be the one that was typed; its rooms always come first. */
function toSeriesParts(series: SeriesWish): Partial<BookingRequest> {
  const [first] = series.dates;
  return { series, inviteAtOnce: false, ...(first ? { start: first.start, end: first.end } : {}) };
}

/** Chooses the room with what is typed, if it still can be booked at this moment. */
function useChooseRoom(
  props: BookScreenProps,
  state: ReturnType<typeof useMeetingDraft>,
  choose: (intent: Intent) => void,
  listed: readonly Room[],
): OnBook {
  const { t } = useWords();
  const { services, context, existing } = props;
  const { draft, times, actions } = state;
  return (room, alternatives, { pair, series } = {}) => {
    if (draft.typedPeople.trim() !== '') {
      // what was typed and not added: nobody may be forgotten
      actions.onAddPeople(draft.typedPeople);
      return;
    }
    const heads = pair?.heads ?? findHeads(draft);
    const problems = listProblems(draft, context.mailbox.zone, services.now(), existing);
    if (times === undefined || heads === undefined || problems.length > 0) return;
    const request = toBookingRequest(draft, {
      times,
      heads,
      twin: pair?.twin,
      graphZone: context.mailbox.graphZone,
      organizerAddress: context.ownAddress,
      existing,
      subjectDefault: t('booking.subjectDefault'),
    });
    const buildingOf = (address: string): string | undefined =>
      listed.find((one) => one.address.toLowerCase() === address.toLowerCase())?.building;
    const replaces = existing && findReplacedRoom(existing, room, buildingOf)?.address;
    const whole = series === undefined ? {} : toSeriesParts(series);
    choose({ request: { ...request, ...(replaces === undefined ? {} : { replaces }), ...whole }, room, alternatives });
  };
}

/** Asked for together as the screen opens, the rooms of my building first. */
function useRoomSources({ services, context }: BookScreenProps, start: Temporal.Instant | undefined) {
  const near = start && findNearBuilding(context.shifts, start, context.mailbox.zone);
  return { rooms: useRooms(services.listRooms, near), memory: useRoomMemory(services) };
}

function BookScreenContent(props: BookScreenProps): ReactNode {
  const { services, session, context, existing, planned, onDone } = props;
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const state = useMeetingDraft(props);
  const { rooms, memory } = useRoomSources(props, state.times?.start);
  const flow = useBookingFlow(services.bookRoom, (room) => memory.change((before) => withRecent(before, room.address)));
  const listed = rooms.state.phase === 'ready' ? rooms.state.rooms : NO_ROOMS;
  const chooseRoom = useChooseRoom(props, state, flow.choose, listed);
  const [edition, setEdition] = useState(0);
  const coming = useMemo(() => existing && listComing(existing), [existing]);
  const { step } = flow;
  const guard = useLeaveGuard(step.step === 'booking' ? step.booking : undefined, () => onDone(flow.hasSent));
  const confirming = step.step === 'confirming' ? step.intent : undefined;
  const presser = useRef<Element | null>(null);
  useEffect(() => title.current?.focus(), []);

  const pressRoom: OnBook = (...chosen) => {
    presser.current = document.activeElement;
    chooseRoom(...chosen);
  };
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
        back={t(planned === undefined ? 'booking.back' : 'planning.backToTimes')}
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
            others={step.intent.alternatives}
            onTryNext={flow.tryNext}
            onChooseOther={backToRooms}
            onDone={guard.leave}
          />
        </>
      ) : (
        <>
          <BookForm {...{ state, context, existing, services, session }} />
          {planned !== undefined && state.series === undefined && (
            <PlannedRoom
              planned={planned}
              times={state.times}
              heads={findHeads(state.draft)}
              memory={memory}
              canBook={state.problems.length === 0}
              onBook={pressRoom}
            />
          )}
          <RoomFinder
            services={services}
            context={context}
            allowedBuildings={session.organisation.buildings}
            rooms={rooms.state}
            onReadRooms={rooms.again}
            state={state}
            edition={edition}
            memory={memory}
            showsPeople={session.features.freeBusy}
            existingId={existing?.id}
            coming={coming}
            allowsPair={existing === undefined || listHeldRooms(existing).length === 0}
            onBook={pressRoom}
          />
        </>
      )}
      <ConfirmDialog
        plan={confirming?.request.series === undefined ? confirming : undefined}
        onSend={flow.send}
        onBack={backFromDialog}
      />
      {state.series !== undefined && (
        <LazyScreen
          load={loadSeriesConfirm}
          screenProps={{
            plan: confirming?.request.series === undefined ? undefined : confirming,
            onSend: () => flow.send(),
            onBack: backFromDialog,
          }}
        />
      )}
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
