/** What an organizer can do about a meeting without a room: another time, or a way to join; everybody mailed is listed first. */
import { type ReactNode, useState } from 'react';
import { listTold } from '../../domain/booking/mail-list.ts';
import { toGraphDateTime } from '../../domain/time/graph-date-time.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { TaskFrame } from '../../ui/bookings/task-frame.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { TimeChoice, useSuggestions } from '../answers/time-choice.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import type { FixTaskProps } from './fix-task.ts';
import { usePermittedSending } from './use-permitted-sending.tsx';

function useFrame({ services, event, context }: FixTaskProps) {
  const { t } = useWords();
  return {
    ...usePermittedSending(services),
    mailed: [{ title: t('fix.gets'), people: listTold(event) }],
    times: toEventTimes(event.time, context.mailbox.zone),
  };
}

export function MoveFix(props: FixTaskProps): ReactNode {
  const { services, context, event, onBack, onSent } = props;
  const { t } = useWords();
  const { send, times, ...frame } = useFrame(props);
  const suggestions = useSuggestions(props);
  const [chosen, setChosen] = useState(-1);
  const wanted = suggestions[chosen];
  const onSend = (): void => {
    if (wanted === undefined) return;
    const { graphZone } = context.mailbox;
    const patch = { start: toGraphDateTime(wanted.start, graphZone), end: toGraphDateTime(wanted.end, graphZone) };
    send(async () => {
      const calls = await services.openBookings();
      await calls.updateEvent({ id: event.id, etag: event.etag, patch });
      onSent();
    });
  };
  return (
    <TaskFrame
      {...frame}
      {...{ onSend, onBack }}
      title={t('fix.move')}
      send={t(listTold(event).length === 0 ? 'fix.sendMoveAlone' : 'fix.sendMove')}
      canSend={wanted !== undefined}
    >
      <MeetingSummary subject={event.subject} {...times} />
      <TimeChoice times={suggestions} chosen={chosen} onChoose={setChosen} />
    </TaskFrame>
  );
}

export function MoveOnlineFix(props: FixTaskProps): ReactNode {
  const { services, event, onBack, onSent } = props;
  const { t } = useWords();
  const { send, times, ...frame } = useFrame(props);
  const patch = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;
  const onSend = (): void =>
    send(async () => {
      const calls = await services.openBookings();
      await calls.updateEvent({ id: event.id, etag: event.etag, patch });
      onSent();
    });
  return (
    <TaskFrame
      {...frame}
      {...{ onSend, onBack }}
      title={t('fix.moveOnline')}
      send={t(listTold(event).length === 0 ? 'fix.sendOnlineAlone' : 'fix.sendOnline')}
      canSend
    >
      <MeetingSummary subject={event.subject} {...times} />
      <span>{t('fix.online')}</span>
    </TaskFrame>
  );
}

/** Changes my work plan for the rest of today; nobody is mailed. */
export function PlaceFix(props: FixTaskProps): ReactNode {
  const { services, onBack, onSent } = props;
  const { t } = useWords();
  const { send, ...sending } = usePermittedSending(services);
  const onSend = (): void =>
    send(async () => {
      await (await services.openAnswers()).setCurrentLocation({ kind: 'office' });
      onSent();
    });
  return (
    <TaskFrame
      {...sending}
      {...{ onSend, onBack }}
      title={t('fix.changePlaceToday')}
      mailed={[]}
      send={t('fix.sendPlace')}
      canSend
    >
      <span>{t('fix.place')}</span>
    </TaskFrame>
  );
}
