/** Decides whether others of a meeting will be on site: somebody surely, surely nobody, or it can't be said. */
import type { Colleague } from '../shifts/colleague.ts';
import type { ColleagueKnowledge, Told } from '../shifts/colleague-knowledge.ts';
import { findWhereabouts } from '../shifts/find-whereabouts.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { listPeople } from './group-attendees.ts';

export type OnSite = 'some' | 'none';

interface OnSiteInput {
  readonly event: CalendarEvent;
  readonly known: ColleagueKnowledge;
  /** By address in lower case. */
  readonly people: Told<ReadonlyMap<string, Colleague>>;
}

/** Who declined does not come. One person of whom nothing is known is enough not to say that nobody is there. */
export function findOnSite({ event, known, people }: OnSiteInput): OnSite | undefined {
  const { time } = event;
  if (time.kind !== 'timed') return undefined;
  const kinds = listPeople(event)
    .filter(({ answer }) => answer !== 'declined')
    .map(({ address }) => {
      const colleague = 'told' in people ? people.told.get(address.toLowerCase()) : undefined;
      const about = { address, objectId: colleague?.objectId, isExternal: colleague?.isExternal ?? false };
      return findWhereabouts(about, time, known).place.kind;
    });
  if (kinds.some((kind) => kind === 'office' || kind === 'onShift')) return 'some';
  return kinds.length > 0 && kinds.every((kind) => kind === 'remote' || kind === 'off') ? 'none' : undefined;
}
