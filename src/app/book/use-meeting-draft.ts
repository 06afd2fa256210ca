/** Holds what is typed about a meeting, and tells what of it can't be booked yet. */
import { useCallback, useMemo, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parsePeople } from '../../ui/booking/parse-people.ts';
import type { RoomFilterValues } from '../../ui/rooms/room-filters.tsx';
import type { BookScreenProps } from '../screens.ts';
import { keepInvitePreference, readInvitePreference } from './invite-preference.ts';
import { type DraftProblem, type MeetingDraft, checkDraft, createDraft, findDraftTimes } from './meeting-draft.ts';
import { type MeetingTimes, type TypedTimes, moveStart, withLength } from './meeting-times.ts';

export interface DraftActions {
  readonly onStart: (change: Partial<Pick<TypedTimes, 'startDate' | 'startTime'>>) => void;
  readonly onEnd: (change: Partial<Pick<TypedTimes, 'endDate' | 'endTime'>>) => void;
  readonly onLength: (minutes: number) => void;
  readonly onTypePeople: (text: string) => void;
  readonly onAddPeople: (text: string) => void;
  readonly onRemovePerson: (address: string) => void;
  readonly onHeads: (text: string) => void;
  readonly onSubject: (text: string) => void;
  readonly onOnline: (on: boolean) => void;
  readonly onInviteAtOnce: (on: boolean) => void;
  readonly onFilters: (change: Partial<RoomFilterValues>) => void;
}

export interface MeetingDraftState {
  readonly draft: MeetingDraft;
  /** The same object while it spans the same time. */
  readonly times: MeetingTimes | undefined;
  readonly problems: readonly DraftProblem[];
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

function createActions(update: Update, zone: string, ownAddress: string | undefined): DraftActions {
  return {
    onStart: (change) => update((draft) => ({ ...draft, typed: moveStart(draft.typed, change, zone) })),
    onEnd: (change) => update((draft) => ({ ...draft, typed: { ...draft.typed, ...change } })),
    onLength: (minutes) => update((draft) => ({ ...draft, typed: withLength(draft.typed, minutes, zone) })),
    onTypePeople: (typedPeople) => update((draft) => ({ ...draft, typedPeople, rejectedPeople: [] })),
    onAddPeople: (text) => update((draft) => withAddedPeople(draft, text, ownAddress)),
    onRemovePerson: (address) =>
      update((draft) => ({ ...draft, people: draft.people.filter((person) => person.address !== address) })),
    onHeads: (heads) => update((draft) => ({ ...draft, heads })),
    onSubject: (subject) => update((draft) => ({ ...draft, subject })),
    onOnline: (online) => update((draft) => ({ ...draft, online })),
    onInviteAtOnce: (inviteAtOnce) => {
      keepInvitePreference(inviteAtOnce);
      update((draft) => ({ ...draft, inviteAtOnce }));
    },
    onFilters: (change) => update((draft) => ({ ...draft, filters: { ...draft.filters, ...change } })),
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
  props: Pick<BookScreenProps, 'services' | 'context' | 'existing' | 'initialStart'>,
): MeetingDraftState {
  const { services, context, existing, initialStart } = props;
  const { zone } = context.mailbox;
  const [draft, setDraft] = useState(() =>
    createDraft({ context, now: services.now(), existing, initialStart, inviteAtOnce: readInvitePreference() }),
  );
  const update: Update = useCallback((change) => setDraft(change), []);
  const actions = useMemo(() => createActions(update, zone, context.ownAddress), [update, zone, context.ownAddress]);
  const times = useStableTimes(findDraftTimes(draft, zone));
  return { draft, times, problems: listProblems(draft, zone, services.now(), existing), actions };
}
