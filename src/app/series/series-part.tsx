/** In the place of the rooms for one time, once the meeting repeats: fetched then, and empty while its dates are wrong. */
import type { ReactNode } from 'react';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { SeriesWish } from '../../domain/series/series-wish.ts';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { MeetingDraftState } from '../book/use-meeting-draft.ts';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadSeriesRooms } from './load-series-screens.ts';
import type { SeriesRoomsScreenProps } from './series-rooms-screen.tsx';

export interface SeriesPartProps extends Pick<SeriesRoomsScreenProps, 'services' | 'context' | 'list' | 'edition'> {
  readonly state: MeetingDraftState;
  /** Undefined while the time or the headcount is wrong. */
  readonly request: RoomRequest | undefined;
  readonly onBook: (room: Room, alternatives: readonly Room[], more: { readonly series: SeriesWish }) => void;
}

export function SeriesPart({ state, request, onBook, ...rest }: SeriesPartProps): ReactNode {
  const { t } = useWords();
  const { series, actions, problems } = state;
  if (request === undefined || series?.ok !== true) return <span>{t('series.rooms.needDates')}</span>;
  const { services, context, list, edition } = rest;
  return (
    <LazyScreen
      load={loadSeriesRooms}
      screenProps={{
        ...{ services, context, list, request, edition },
        ...{ repeat: series.repeat, occurrences: series.occurrences },
        canBook: problems.length === 0,
        onEndOn: (date) => actions.onRepeat({ endKind: 'until', until: date.toString() }),
        onReview: (wish, room, alternatives) => onBook(room, alternatives, { series: wish }),
      }}
    />
  );
}
