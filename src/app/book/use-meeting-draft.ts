/** Holds what is typed about a meeting, and tells what of it can't be booked yet. */
import { useCallback, useMemo, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parsePeople } from '../../ui/booking/parse-people.ts';
import type { RoomFilterValues } from '../../ui/rooms/room-filters.tsx';
import type { RepeatValues } from '../../ui/series/repeat-fields.tsx';
import type { BookScreenProps } from '../screens.ts';
import { keepInvitePreference, readInvitePreference } from './invite-preference.ts';
import {
  type DraftProblem,
  type MeetingDraft,
  type TwinDraft,
  checkDraft,
  createDraft,
  findDraftTimes,
} from './meeting-draft.ts';
import {
  type MeetingTimes,
  type TypedTimes,
  findMeetingTimes,
  moveStart,
  toTypedTimes,
  withLength,
} from './meeting-times.ts';
import { findSeries, followStart, type SeriesDraft } from './repeat-draft.ts';

export interface DraftActions {
  readonly onStart: (change: Partial<Pick<TypedTimes, 'startDate' | 'startTime'>>) => void;
  readonly onEnd: (change: Partial<Pick<TypedTimes, 'endDate' | 'endTime'>>) => void;
  readonly onLength: (minutes: number) => void;
  readonly onRepeat: (change: Partial<RepeatValues>) => void;
  readonly onTypePeople: (text: string) => void;
  readonly onAddPeople: (text: string) => void;
  readonly onRemovePerson: (address: string) => void;
  readonly onHeads: (text: string) => void;
  /** Undefined: one room is enough. */
  readonly onTwin: (twin: TwinDraft | undefined) => void;
  readonly onSubject: (text: string) => void;
  readonly onOnline: (on: boolean) => void;
  readonly onInviteAtOnce: (on: boolean) => void;
  /** An absent floor becomes the remembered one again. */
  readonly onFilters: (change: FilterChange) => void;
  /** Takes a time as a whole, as it is chosen in a timeline. */
  readonly onTimes: (times: MeetingTimes) => void;
}

export type FilterChange = Partial<Omit<RoomFilterValues, 'floor'>> & { readonly floor?: string | undefined };

export interface MeetingDraftState {
  readonly draft: MeetingDraft;
  /** The same object while it spans the same time. */
  readonly times: MeetingTimes | undefined;
  readonly problems: readonly DraftProblem[];
  /** Undefined: it does not repeat. The same object while it has the same dates. */
  readonly series: SeriesDraft | undefined;
  readonly actions: DraftActions;
}

type Update = (change: (draft: MeetingDraft) => MeetingDraft) => void;

function withAddedPeople(draft: MeetingDraft, text: string, ownAddress: string | undefined): MeetingDraft {
  const { people, rejected } = parsePeople(text, draft.people);
  const own = ownAddress?.toLowerCase();
  return {
    ...draft,
    people: people.filter((person) => person.address.toLowerCase() !== own),
    typedPeople: rejected.join('; '),
    rejectedPeople: rejected,
  };
}

function withChange(before: RoomFilterValues, { floor, ...change }: FilterChange): RoomFilterValues {
  const { floor: held, ...rest } = before;
  const next = floor ?? (change.building === undefined ? held : undefined);
  return { ...rest, ...change, ...(next === undefined ? {} : { floor: next }) };
}

/** A series on the day of its start follows it to another. */
function withTyped(draft: MeetingDraft, typed: TypedTimes, zone: string): MeetingDraft {
  const [before, after] = [findMeetingTimes(draft.typed, zone), findMeetingTimes(typed, zone)];
  return { ...draft, typed, repeat: followStart(draft.repeat, before, after, zone) };
}

const withStart = (draft: MeetingDraft, change: Parameters<DraftActions['onStart']>[0], zone: string): MeetingDraft =>
  withTyped(draft, moveStart(draft.typed, change, zone), zone);

function createActions(update: Update, zone: string, ownAddress: string | undefined): DraftActions {
  return {
    onStart: (change) => update((draft) => withStart(draft, change, zone)),
    onRepeat: (change) => update((draft) => ({ ...draft, repeat: { ...draft.repeat, ...change } })),
    onEnd: (change) => update((draft) => ({ ...draft, typed: { ...draft.typed, ...change } })),
    onLength: (minutes) => update((draft) => ({ ...draft, typed: withLength(draft.typed, minutes, zone) })),
    onTypePeople: (typedPeople) => update((draft) => ({ ...draft, typedPeople, rejectedPeople: [] })),
    onAddPeople: (text) => update((draft) => withAddedPeople(draft, text, ownAddress)),
    onRemovePerson: (address) =>
      update((draft) => ({ ...draft, people: draft.people.filter((person) => person.address !== address) })),
    onHeads: (heads) => update((draft) => ({ ...draft, heads })),
    onTwin: (twin) => update((draft) => ({ ...draft, twin })),
    onSubject: (subject) => update((draft) => ({ ...draft, subject })),
    onOnline: (online) => update((draft) => ({ ...draft, online })),
    onInviteAtOnce: (inviteAtOnce) => {
      keepInvitePreference(inviteAtOnce);
      update((draft) => ({ ...draft, inviteAtOnce }));
    },
    onFilters: (change) => update((draft) => ({ ...draft, filters: withChange(draft.filters, change) })),
    onTimes: (times) => update((draft) => withTyped(draft, toTypedTimes(times, zone), zone)),
  };
}

function useStableTimes(times: MeetingTimes | undefined): MeetingTimes | undefined {
  const startMs = times?.start.epochMilliseconds;
  const endMs = times?.end.epochMilliseconds;
  return useMemo(
    () =>
      startMs === undefined || endMs === undefined
        ? undefined
        : {
            start: Temporal.Instant.fromEpochMilliseconds(startMs),
            end: Temporal.Instant.fromEpochMilliseconds(endMs),
          },
    [startMs, endMs],
  );
}

/** Everything that is wrong now; `now` is read at each look, for a start turns into the past while one types. */
export function listProblems(
  draft: MeetingDraft,
  zone: string,
  now: Temporal.Instant,
  existing: CalendarEvent | undefined,
): readonly DraftProblem[] {
  return checkDraft(draft, { zone, now, existing });
}

export function useMeetingDraft(
  props: Pick<
    BookScreenProps,
    'services' | 'context' | 'existing' | 'initialStart' | 'initialPeople' | 'initialSubject' | 'planned'
  >,
): MeetingDraftState {
  const { services, context, existing, initialStart, initialPeople, initialSubject, planned } = props;
  const { zone } = context.mailbox;
  const [draft, setDraft] = useState(() =>
    createDraft({
      ...{ context, now: services.now(), existing, initialStart, initialPeople, initialSubject, planned },
      inviteAtOnce: readInvitePreference(),
    }),
  );
  const update: Update = useCallback((change) => setDraft(change), []);
  const actions = useMemo(() => createActions(update, zone, context.ownAddress), [update, zone, context.ownAddress]);
  const times = useStableTimes(findDraftTimes(draft, zone));
  const { repeat } = draft;
  const series = useMemo(() => findSeries(repeat, times, zone), [repeat, times, zone]);
  const problems = listProblems(draft, zone, services.now(), existing);
  return { draft, times, problems, series: existing === undefined ? series : undefined, actions };
}
