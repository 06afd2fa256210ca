/** What a room has and where it is, in words beside each picture. */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  Accessibility20Regular,
  Camera20Regular,
  Desktop20Regular,
  Mic20Regular,
  PeopleTeam20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { Fragment, type ReactNode } from 'react';
import type { Room } from '../../domain/rooms/room.ts';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fact: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { flexShrink: 0, fontSize: '16px' },
  place: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

const KIND_ICONS: Readonly<Record<'audio' | 'video' | 'display', FluentIcon>> = {
  audio: Mic20Regular,
  video: Camera20Regular,
  display: Desktop20Regular,
};

function floorOf(room: Room, words: Words): string | undefined {
  if (room.floorLabel !== undefined && room.floorLabel !== '')
    return words.t('rooms.floor', { floor: room.floorLabel });
  return room.floorNumber === undefined ? undefined : words.t('rooms.floor', { floor: words.number(room.floorNumber) });
}

/** HQ · floor 3 · 8 seats */
export function RoomPlace({ room }: { readonly room: Room }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const seats =
    room.capacity === undefined ? words.t('rooms.seatsUnknown') : words.t('rooms.seats', { count: room.capacity });
  const parts = [room.building, floorOf(room, words), seats].filter((part) => part !== undefined && part !== '');
  return (
    <span className={styles.place}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

/** "Screen: Surface Hub"; the kind alone where the directory says no more. */
function equipmentText(kind: string, name: string): string {
  const isSame = name.trim() === '' || name.trim().toLowerCase() === kind.toLowerCase();
  return isSame ? kind : `${kind}: ${name}`;
}

/** The kind in words stands for pieces that the directory gives no name. */
export function RoomEquipment({ room }: { readonly room: Room }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const pieces = room.equipment.map((piece) => ({
    key: `${piece.kind}/${piece.name}`,
    Icon: KIND_ICONS[piece.kind],
    text: equipmentText(t(`rooms.${piece.kind}`), piece.name),
  }));
  if (room.teamsEnabled === true) pieces.unshift({ key: 'teams', Icon: PeopleTeam20Regular, text: t('rooms.teams') });
  if (room.isWheelChairAccessible === true) {
    pieces.push({ key: 'wheelChair', Icon: Accessibility20Regular, text: t('rooms.wheelChair') });
  }
  if (pieces.length === 0) return null;
  return (
    <ul className={styles.facts}>
      {[...new Map(pieces.map((piece) => [piece.key, piece])).values()].map(({ key, Icon, text }) => (
        <li key={key} className={styles.fact}>
          <Icon className={styles.icon} aria-hidden />
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
