/** Another time for a booked meeting: the rooms are looked at first, asked, and believed only when they said yes again. */
import { type ReactNode, useRef, useState } from 'react';
import type { Booking, BookingRequest } from '../../domain/booking/booking.ts';
import { type BookingProblem, checkBooking } from '../../domain/booking/check-booking.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import { listTold } from '../../domain/booking/mail-list.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { WhenFields } from '../../ui/booking/when-fields.tsx';
import { TaskFrame } from '../../ui/bookings/task-frame.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { BookingRun } from '../book/booking-run.tsx';
import {
  findMeetingTimes,
  type MeetingTimes,
  moveStart,
  toEventTimes,
  toTypedTimes,
  withLength,
} from '../book/meeting-times.ts';
import { useLeaveGuard } from '../book/use-leave-guard.ts';
import type { TaskProps } from './task.ts';

const MANNER = { peopleCount: 0, inviteAtOnce: false, existing: true, moves: true };

function findRoom({ event }: TaskProps): Room | undefined {
  const [held] = listHeldRooms(event);
  return held && { address: held.address, name: held.name, bookingType: 'unknown', equipment: [], tags: [] };
}

function toRequest({ event, context }: TaskProps, times: MeetingTimes): BookingRequest {
  return {
    ...times,
    ...{ subject: event.subject, people: [], heads: 1, online: false, inviteAtOnce: false },
    ...{ graphZone: context.mailbox.graphZone, existing: event, moves: true },
  };
}

function useTimes(props: TaskProps) {
  const { zone } = props.context.mailbox;
  const before = toEventTimes(props.event.time, zone);
  const [typed, setTyped] = useState(() => toTypedTimes(before, zone));
  const times = findMeetingTimes(typed, zone);
  const isSame = times !== undefined && times.start.equals(before.start) && times.end.equals(before.end);
  const lengthMinutes = times && (times.end.epochMilliseconds - times.start.epochMilliseconds) / 60_000;
  return {
    ...{ before, times, isSame },
    fields: {
      values: typed,
      lengthMinutes,
      zoneIsGuessed: props.context.zoneIsGuessed,
      onStart: (change: Parameters<typeof moveStart>[1]) => setTyped(moveStart(typed, change, zone)),
      onEnd: (change: Partial<typeof typed>) => setTyped({ ...typed, ...change }),
      onLength: (minutes: number) => setTyped(withLength(typed, minutes, zone)),
    },
  };
}

function findProblem(props: TaskProps, times: MeetingTimes | undefined): BookingProblem | 'incomplete' | undefined {
  if (times === undefined) return 'incomplete';
  const { event, services } = props;
  const wish = { ...times, people: [], subject: event.subject, existing: event, moves: true };
  const checked = checkBooking(wish, services.now());
  return checked.ok ? undefined : checked.reasons[0];
}

/** The card of the move under way. */
function MoveRun(props: TaskProps & { readonly booking: Booking; readonly times: MeetingTimes }): ReactNode {
  const { services, event, booking, times, onDone } = props;
  // where somebody leaves before the end, the agenda offers to finish it
  const guard = useLeaveGuard(booking, () => onDone(''));
  return (
    <>
      <MeetingSummary subject={event.subject} {...times} />
      <BookingRun services={services} booking={booking} manner={MANNER} onDone={guard.leave} />
    </>
  );
}

export function MoveTask(props: TaskProps): ReactNode {
  const { services, event, onBack } = props;
  const { t } = useWords();
  const { before, times, isSame, fields } = useTimes(props);
  const [run, setRun] = useState<{ readonly booking: Booking; readonly times: MeetingTimes }>();
  const begun = useRef(false);
  if (run !== undefined) return <MoveRun {...props} {...run} />;
  const room = findRoom(props);
  const problem = findProblem(props, times);
  const onSend = (): void => {
    if (times === undefined || room === undefined || begun.current) return;
    begun.current = true;
    setRun({ booking: services.bookRoom(toRequest(props, times), room, []), times });
  };
  const said = problem === undefined ? undefined : t(`booking.problem.${problem}`);
  return (
    <TaskFrame
      title={t('mine.move')}
      mailed={[{ title: t('mine.gets'), people: listTold(event) }]}
      send={t('mine.send')}
      canSend={problem === undefined && !isSame && room !== undefined}
      isSending={false}
      failure={undefined}
      onSend={onSend}
      onBack={onBack}
    >
      <MeetingSummary subject={event.subject} {...before} />
      <WhenFields {...fields} endProblem={said} />
      {isSame && <span>{t('mine.sameTime')}</span>}
      <span>{t('mine.moveHint')}</span>
    </TaskFrame>
  );
}
