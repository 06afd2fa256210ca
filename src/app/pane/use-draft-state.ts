/** An Outlook draft in the form that the room finder knows: its time and people are Outlook's, the wishes are typed here. */
import { useMemo, useState } from 'react';
import { toTypedTimes } from '../book/meeting-times.ts';
import { type DraftProblem, type MeetingDraft, TIME_PROBLEMS, checkDraft, createDraft } from '../book/meeting-draft.ts';
import type { FilterChange, MeetingDraftState } from '../book/use-meeting-draft.ts';
import type { DraftValues } from '../../host/outlook-draft.ts';
import type { AgendaContext } from '../screens.ts';
import type { DraftHandle } from './use-draft.ts';

interface DraftStateInput {
  readonly values: DraftValues;
  readonly context: AgendaContext;
  readonly now: Temporal.Instant;
  readonly change: DraftHandle['change'];
}

type Wishes = Pick<MeetingDraft, 'filters'> & { readonly heads?: string };

const nothing = (): void => undefined;
/** Who is invited, and how, is Outlook's to say. */
const OURS: readonly DraftProblem[] = [...TIME_PROBLEMS, 'heads'];

function withFilters(before: Wishes, { floor, ...change }: FilterChange): Wishes {
  const { floor: held, ...rest } = before.filters;
  const next = floor ?? (change.building === undefined ? held : undefined);
  return { ...before, filters: { ...rest, ...change, ...(next === undefined ? {} : { floor: next }) } };
}

export function useDraftState({ values, context, now, change }: DraftStateInput): MeetingDraftState {
  const { zone } = context.mailbox;
  const [wishes, setWishes] = useState<Wishes>({ filters: { building: '', text: '', needs: new Set() } });
  const [startMs, endMs] = [values.start.epochMilliseconds, values.end.epochMilliseconds];
  const times = useMemo(
    () => ({
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      end: Temporal.Instant.fromEpochMilliseconds(endMs),
    }),
    [startMs, endMs],
  );
  const draft: MeetingDraft = {
    ...createDraft({ context, now, initialStart: times.start, initialPeople: values.people, inviteAtOnce: false }),
    ...{ typed: toTypedTimes(times, zone), subject: values.subject },
    ...wishes,
  };
  const problems = checkDraft({ ...draft, fixedTimes: times }, { zone, now }).filter((one) => OURS.includes(one));
  return {
    draft,
    times,
    problems,
    // Outlook keeps its own rule of repetition
    series: undefined,
    actions: {
      ...{ onStart: nothing, onEnd: nothing, onLength: nothing, onTypePeople: nothing, onAddPeople: nothing },
      ...{
        onTwin: nothing,
        onRepeat: nothing,
        onRemovePerson: nothing,
        onSubject: nothing,
        onOnline: nothing,
        onInviteAtOnce: nothing,
      },
      onHeads: (heads) => setWishes((before) => ({ ...before, heads })),
      onFilters: (wanted) => setWishes((before) => withFilters(before, wanted)),
      onTimes: (wanted) => change((open) => open.setTimes(wanted)),
    },
  };
}
