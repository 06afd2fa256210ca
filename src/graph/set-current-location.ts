/** Says where the person works for the rest of today (Graph: workplanoccurrence-setcurrentlocation). */
import type { CurrentLocation } from '../domain/contract/answer-write.ts';
import type { Graph } from './graph.ts';

/** The day the mailbox has now; other days are changed in Outlook. A day of which the work plan holds nothing stays without a place. */
export async function setCurrentLocation(
  graph: Graph,
  { kind, placeId }: { readonly kind: 'office' | 'remote'; readonly placeId?: string },
): Promise<void> {
  const body: CurrentLocation = {
    updateScope: 'currentDay',
    workLocationType: kind,
    ...(placeId === undefined ? {} : { placeId }),
  };
  await graph.send({
    method: 'POST',
    path: '/me/settings/workHoursAndLocations/occurrences/setCurrentLocation',
    body,
  });
}
