/** Who comes to a booked meeting: added, removed, mailed, and whether the room is big enough. */
import { type ReactNode, useState } from 'react';
import { listPeople } from '../../domain/agenda/group-attendees.ts';
import type { Invitee } from '../../domain/booking/booking.ts';
import { listHeldRooms } from '../../domain/booking/list-held-rooms.ts';
import { listPeopleChange } from '../../domain/booking/mail-list.ts';
import { findCapacity } from '../../domain/rooms/room-order.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { parsePeople } from '../../ui/booking/parse-people.ts';
import { PeopleField } from '../../ui/booking/people-field.tsx';
import { TaskFrame } from '../../ui/bookings/task-frame.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import { useRooms } from '../book/use-rooms.ts';
import { changePeople } from './change-booking.ts';
import { type TaskProps, toChangeCalls } from './task.ts';
import { useSending } from './use-sending.ts';

const toInvitees = ({ event }: TaskProps): readonly Invitee[] =>
  listPeople(event).map(({ name, address, kind }) => ({
    ...{ name, address },
    kind: kind === 'optional' ? 'optional' : 'required',
  }));

/** The room that is known to be too small for so many; of a pair both together, for people sit in both. */
function useTooSmall(props: TaskProps, heads: number) {
  const { list } = useWords();
  const { state } = useRooms(props.services.listRooms, undefined);
  const rooms = state.phase === 'ready' ? state.rooms : [];
  const held = listHeldRooms(props.event).map(({ address, name }) => {
    const known = rooms.find((room) => room.address.toLowerCase() === address.toLowerCase());
    return { name: known?.name ?? name, seats: (known && findCapacity(known)) ?? Infinity };
  });
  const seats = held.reduce((sum, one) => sum + one.seats, 0);
  return held.length > 0 && heads > seats ? { names: list(held.map(({ name }) => name)), seats } : undefined;
}

function usePeople(props: TaskProps) {
  const [people, setPeople] = useState(() => toInvitees(props));
  const [typed, setTyped] = useState('');
  const own = (props.event.organizer?.address ?? props.context.ownAddress ?? '').toLowerCase();
  const rooms = props.event.attendees.filter(({ kind }) => kind === 'resource');
  const taken = new Set([own, ...rooms.map(({ address }) => address.toLowerCase())]);
  const onAdd = (text: string): readonly string[] => {
    const parsed = parsePeople(text, people);
    setPeople(parsed.people.filter(({ address }) => !taken.has(address.toLowerCase())));
    setTyped(parsed.rejected.join('; '));
    return parsed.rejected;
  };
  const onRemove = (address: string): void => setPeople(people.filter((person) => person.address !== address));
  return { people, typed, onType: setTyped, onAdd, onRemove };
}

export function PeopleTask(props: TaskProps): ReactNode {
  const { event, context, onBack, onDone } = props;
  const { t, number, list } = useWords();
  const [rejected, setRejected] = useState<readonly string[]>([]);
  const { people, ...field } = usePeople(props);
  const { send, ...sending } = useSending((failure) => failure.code === 'conflict' && props.onConflict());
  const { added, removed } = listPeopleChange(event, people);
  const heads = people.filter(({ address }) => !declined(props, address)).length + 1;
  const small = useTooSmall(props, heads);
  const onSend = (): void =>
    send(async () => {
      const answer = await changePeople(toChangeCalls(props), event, people);
      const isYes = answer === 'accepted';
      onDone(isYes ? t('mine.saved') : t('mine.savedUnanswered', { answer: t(`room.answer.${answer}`) }));
    });
  const problem =
    rejected.length === 0
      ? undefined
      : t('booking.problem.address', { count: rejected.length, addresses: list(rejected) });
  const isChanged = added.length + removed.length > 0;
  return (
    <TaskFrame
      {...sending}
      title={t('mine.people')}
      mailed={[
        { title: t('mine.added'), people: added },
        { title: t('mine.removed'), people: removed },
      ]}
      send={t('mine.send')}
      canSend={isChanged && field.typed.trim() === '' && (small === undefined || added.length === 0)}
      onSend={onSend}
      onBack={onBack}
    >
      <MeetingSummary subject={event.subject} {...toEventTimes(event.time, context.mailbox.zone)} />
      <PeopleField {...field} people={people} problem={problem} onAdd={(text) => setRejected(field.onAdd(text))} />
      {!isChanged && <span>{t('mine.unchanged')}</span>}
      {small !== undefined && (
        <Notice intent="warning">
          {t('mine.tooSmall', { room: small.names, seats: number(small.seats), heads: number(heads) })}
        </Notice>
      )}
    </TaskFrame>
  );
}

const declined = ({ event }: TaskProps, address: string): boolean =>
  event.attendees.some((one) => one.answer === 'declined' && one.address.toLowerCase() === address.toLowerCase());
