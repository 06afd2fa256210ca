/** What is done with a booking after one look: cancel it with a message, end it early, give one room back. */
import { Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Attendee } from '../../domain/agenda/calendar-event.ts';
import { findEarlyEnd } from '../../domain/booking/list-actions.ts';
import { listTold } from '../../domain/booking/mail-list.ts';
import { MAX_COMMENT } from '../../domain/contract/answer-write.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { TaskFrame } from '../../ui/bookings/task-frame.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import { cancelMeeting, endEarly, giveBack } from './change-booking.ts';
import { type TaskProps, toChangeCalls } from './task.ts';
import { useSending } from './use-sending.ts';

function useTask(props: TaskProps) {
  const { t } = useWords();
  const sending = useSending((failure) => failure.code === 'conflict' && props.onConflict());
  const told = [{ title: t('mine.gets'), people: listTold(props.event) }];
  return { ...sending, mailed: told, times: toEventTimes(props.event.time, props.context.mailbox.zone) };
}

export function CancelTask(props: TaskProps): ReactNode {
  const { event, onBack, onDone } = props;
  const { t } = useWords();
  const { send, times, ...frame } = useTask(props);
  const [comment, setComment] = useState('');
  const onSend = (): void =>
    send(async () => {
      const isFree = await cancelMeeting(toChangeCalls(props), event, comment.trim());
      onDone(t(isFree ? 'mine.cancelled' : 'mine.cancelledUnchecked'));
    });
  return (
    <TaskFrame {...frame} title={t('mine.cancel')} send={t('mine.cancel')} canSend onSend={onSend} onBack={onBack}>
      <MeetingSummary subject={event.subject} {...times} />
      <Field label={t('mine.comment')}>
        <Textarea value={comment} maxLength={MAX_COMMENT} onChange={(_, { value }) => setComment(value)} />
      </Field>
    </TaskFrame>
  );
}

export function EndTask(props: TaskProps): ReactNode {
  const { event, services, context, onBack, onDone } = props;
  const { t, time } = useWords();
  const { send, times, ...frame } = useTask(props);
  const shown = findEarlyEnd(event, services.now());
  const onSend = (): void =>
    send(async () => {
      // at this moment: the form may have stood open for a while
      const end = findEarlyEnd(event, services.now());
      if (end === undefined) return onBack();
      const isFree = await endEarly(toChangeCalls(props), event, { end, graphZone: context.mailbox.graphZone });
      onDone(t(isFree ? 'mine.ended' : 'mine.endedUnchecked', { time: time(end) }));
    });
  const canSend = shown !== undefined;
  return (
    <TaskFrame {...frame} {...{ canSend, onSend, onBack }} title={t('mine.end')} send={t('mine.end')}>
      <MeetingSummary subject={event.subject} {...times} />
      {shown !== undefined && <span>{t('mine.endText', { time: time(shown) })}</span>}
    </TaskFrame>
  );
}

export function GiveBackTask(props: TaskProps & { readonly room: Attendee }): ReactNode {
  const { event, room, onBack, onDone } = props;
  const { t } = useWords();
  const { send, times, ...frame } = useTask(props);
  const name = room.name === '' ? room.address : room.name;
  const onSend = (): void =>
    send(async () => {
      await giveBack(toChangeCalls(props), event, room);
      onDone(t('mine.gaveBack', { room: name }));
    });
  const title = t('mine.giveBack');
  return (
    <TaskFrame {...frame} title={title} send={title} canSend onSend={onSend} onBack={onBack}>
      <MeetingSummary subject={event.subject} {...times} />
      <span>
        <Message id="mine.giveBackText" names={{ room: name }} />
      </span>
    </TaskFrame>
  );
}
