/** How each place of a shift looks and is called: always an icon and a word beside the colour. */
import { BuildingRegular, HomeRegular, PauseCircleRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { ShiftPlace } from '../../domain/shifts/shift.ts';
import type { MessageKey } from '../words/message-key.ts';

type PlaceKind = ShiftPlace['kind'];

export const PLACE_ICONS = {
  office: BuildingRegular,
  remote: HomeRegular,
  off: PauseCircleRegular,
  unknown: QuestionCircleRegular,
} as const satisfies Record<PlaceKind, unknown>;

export const PLACE_WORDS: Readonly<Record<PlaceKind, MessageKey>> = {
  office: 'shift.office',
  remote: 'shift.remote',
  off: 'shift.off',
  unknown: 'shift.unknown',
};
