/** The timeline under the list of rooms: me, the people invited, and the best rooms, for the day of the meeting. */
import { type ReactNode, useMemo, useState } from 'react';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { toDayWindow } from '../../domain/rooms/timeline.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import type { TimelineRow } from '../../ui/timeline/timeline-row.ts';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { useColleagueShifts } from './use-colleague-shifts.ts';
import { useDayAgenda } from './use-day-agenda.ts';
import { useFreeBusy } from './use-free-busy.ts';
import type { MeetingDraftState } from './use-meeting-draft.ts';

export interface TimelineSectionProps {
  readonly services: Pick<Services, 'readFreeBusy' | 'readAgenda' | 'openColleagues' | 'now'>;
  readonly context: AgendaContext;
  readonly state: MeetingDraftState;
  readonly list: readonly Room[] | undefined;
  readonly request: RoomRequest;
  readonly showsPeople: boolean;
  readonly edition: number;
}

/** Rooms shown at first, and added with each press. */
const PORTION = 8;
const NOBODY: readonly never[] = [];

function toRow(
  named: Pick<TimelineRow, 'key' | 'name' | 'kind'> & Partial<Pick<TimelineRow, 'shifts'>>,
  answers: ReadonlyMap<string, FreeBusy>,
): TimelineRow {
  const answer = answers.get(named.key);
  const blocks = answer?.state === 'known' ? answer.blocks : [];
  return { shifts: [], ...named, state: answer?.state ?? 'pending', blocks };
}

/** Which half hours are taken says nothing about the meeting's own time: the rooms are those that suit by the directory. */
function useShownRooms({ list, request }: TimelineSectionProps, count: number) {
  const candidates = useMemo(() => listCandidates({ rooms: list ?? [], request }).candidates, [list, request]);
  return { rooms: candidates.slice(0, count), hasMore: candidates.length > count };
}

function OpenTimeline(props: TimelineSectionProps): ReactNode {
  const { services, context, state, request, showsPeople, edition } = props;
  const { t } = useWords();
  const { zone } = context.mailbox;
  const [count, setCount] = useState(PORTION);
  const { rooms, hasMore } = useShownRooms(props, count);
  const key = request.start.toZonedDateTimeISO(zone).toPlainDate().toString();
  const day = useMemo(() => ({ ...toDayWindow(Temporal.PlainDate.from(key), zone), edition }), [key, zone, edition]);
  const own = useDayAgenda(services, context, day);
  const people = showsPeople ? state.draft.people : NOBODY;
  const asked = [...people, ...rooms].map(({ address }) => address);
  const shiftsOf = useColleagueShifts(services, people, day);
  const { answers } = useFreeBusy(services.readFreeBusy, () => asked, day);
  const rows: readonly TimelineRow[] = [
    { key: 'me', name: t('timeline.me'), kind: 'me', ...own },
    ...people.map(({ address, name }) =>
      toRow({ key: address.toLowerCase(), name: name || address, kind: 'person', shifts: shiftsOf(address) }, answers),
    ),
    ...rooms.map(({ address, name }) => toRow({ key: address.toLowerCase(), name, kind: 'room' }, answers)),
  ];
  const isFixed = state.draft.fixedTimes !== undefined;
  return (
    <>
      <Timeline
        key={key}
        date={Temporal.PlainDate.from(key)}
        day={day}
        rows={rows}
        chosen={request}
        now={services.now()}
        onChoose={isFixed ? undefined : state.actions.onTimes}
      />
      {!showsPeople && state.draft.people.length > 0 && <span>{t('timeline.peopleOff')}</span>}
      {hasMore && <ActionButton onPress={() => setCount(count + PORTION)}>{t('timeline.moreRooms')}</ActionButton>}
    </>
  );
}

export function TimelineSection(props: TimelineSectionProps): ReactNode {
  const { t } = useWords();
  if (props.list === undefined) return null;
  return (
    <Unfold label={t('timeline.show')}>
      <OpenTimeline {...props} />
    </Unfold>
  );
}
