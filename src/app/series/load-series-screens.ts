/** The parts of a series, fetched when a meeting first repeats. */
import type { LoadScreen } from '../lazy-screen.tsx';
import { withWords } from '../with-words.ts';
import type { SeriesConfirmProps } from '../../ui/series/series-confirm.tsx';
import type { SeriesRoomsScreenProps } from './series-rooms-screen.tsx';
import type { SeriesRunProps } from './series-run.tsx';

export const loadSeriesRooms: LoadScreen<SeriesRoomsScreenProps> = async (words) =>
  (await withWords(words, 'series', import(/* webpackChunkName: "series" */ './series-rooms-screen.tsx')))
    .SeriesRoomsScreen;

export const loadSeriesConfirm: LoadScreen<SeriesConfirmProps> = async (words) =>
  (await withWords(words, 'series', import(/* webpackChunkName: "series" */ '../../ui/series/series-confirm.tsx')))
    .SeriesConfirm;

export const loadSeriesRun: LoadScreen<SeriesRunProps> = async (words) =>
  (await withWords(words, 'series', import(/* webpackChunkName: "series" */ './series-run.tsx'))).SeriesRun;
