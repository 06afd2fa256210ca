/** Says, while the page is open, which of my rooms is given away soon, and lets me check in. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Release } from '../../domain/booking/list-releases.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import type { Services } from '../services.ts';
import { useReleases } from './use-releases.ts';
import { useSending } from './use-sending.ts';

export interface ReleaseNoticesProps {
  readonly services: Pick<Services, 'openBookings' | 'now'>;
  readonly events: readonly CalendarEvent[];
}

function ReleaseNotice(props: {
  readonly services: ReleaseNoticesProps['services'];
  readonly release: Release;
  readonly onSettled: () => void;
}): ReactNode {
  const { event, room, at } = props.release;
  const { t, time } = useWords();
  const { isSending, failure, send } = useSending();
  const onCheckIn = (): void =>
    send(async () => {
      const { checkIn } = await props.services.openBookings();
      await checkIn(event.id, room.address);
      props.onSettled();
    });
  const actions = (
    <>
      <ActionButton appearance="primary" disabled={isSending} onPress={onCheckIn}>
        {t('mine.checkIn')}
      </ActionButton>
      <ActionButton disabled={isSending} onPress={props.onSettled}>
        {t('mine.dismiss')}
      </ActionButton>
    </>
  );
  const name = room.name === '' ? room.address : room.name;
  return (
    <Notice intent="warning" title={event.subject === '' ? t('booking.noSubject') : event.subject} actions={actions}>
      <Message id="mine.release" names={{ room: name }} values={{ time: time(at) }} />
      {failure !== undefined && (failure.code === 'gone' ? t('mine.noCheckIn') : <FailureLine failure={failure} />)}
    </Notice>
  );
}

export function ReleaseNotices({ services, events }: ReleaseNoticesProps): ReactNode {
  const { releases, settle } = useReleases(services, events);
  return releases.map((release) => (
    <ReleaseNotice
      key={`${release.event.id} ${release.room.address}`}
      services={services}
      release={release}
      onSettled={() => settle(release.event.id, release.room.address)}
    />
  ));
}
