/** Picks the room of the test, from the list or by its address, and starts. */
import { Combobox, Field, Option, OptionGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import * as v from 'valibot';
import type { Choices } from '../../domain/contract/admin.ts';
import { proofRequestSchema } from '../../domain/contract/proof.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';

type Room = Choices['rooms'][number];

export interface ProofStartProps {
  /** Undefined while the list is on its way. */
  readonly rooms: readonly Room[] | undefined;
  readonly isMissing: boolean;
  readonly isRunning: boolean;
  readonly hasRun: boolean;
  readonly onStart: (address: string) => void;
}

/** More make the list slow and nobody wiser: typing narrows it. */
const MOST = 50;

const toLabel = ({ name, address }: Room): string => (name === '' ? address : name);
const matches = (text: string, room: Room): boolean =>
  `${room.name} ${room.address} ${room.building ?? ''}`.toLowerCase().includes(text.toLowerCase());

function groupByBuilding(rooms: readonly Room[]): ReadonlyMap<string, readonly Room[]> {
  const groups = new Map<string, Room[]>();
  for (const room of rooms) {
    const group = groups.get(room.building ?? '') ?? [];
    group.push(room);
    groups.set(room.building ?? '', group);
  }
  return groups;
}

function RoomOption({ room }: { readonly room: Room }): ReactNode {
  const styles = useAdminStyles();
  return (
    <Option value={room.address} text={toLabel(room)}>
      <span>
        <bdi>{toLabel(room)}</bdi>
        <br />
        <bdi className={styles.small}>{room.address}</bdi>
      </span>
    </Option>
  );
}

export function ProofStart(props: ProofStartProps): ReactNode {
  const { rooms = [], isMissing, isRunning, onStart } = props;
  const styles = useAdminStyles();
  const { t } = useWords();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Room>();
  const [isBad, setBad] = useState(false);
  const isPicked = picked !== undefined && toLabel(picked) === text;
  const shown = (isPicked ? rooms : rooms.filter((room) => matches(text.trim(), room))).slice(0, MOST);
  const start = (): void => {
    const byName = rooms.filter((room) => toLabel(room).toLowerCase() === text.trim().toLowerCase());
    const known = isPicked ? picked : byName.length === 1 ? byName[0] : undefined;
    const request = v.safeParse(proofRequestSchema, { room: known?.address ?? text.trim() });
    setBad(!request.success);
    if (request.success && !isRunning) onStart(request.output.room);
  };
  return (
    <div className={styles.tight}>
      <Field
        className={styles.field}
        label={t('proof.room')}
        hint={t(isMissing ? 'proof.roomsMissing' : 'proof.roomHint')}
        validationState={isBad ? 'error' : 'none'}
        {...(isBad ? { validationMessage: t('proof.roomBad') } : {})}
      >
        <Combobox
          expandIcon={{ 'aria-label': t('admin.showList') }}
          freeform
          autoComplete="off"
          value={text}
          selectedOptions={isPicked ? [picked.address] : []}
          onChange={(event) => {
            setText(event.target.value);
            setBad(false);
          }}
          onOptionSelect={(_, data) => {
            const room = rooms.find(({ address }) => address === data.optionValue);
            if (room === undefined) return;
            setPicked(room);
            setText(toLabel(room));
            setBad(false);
          }}
        >
          {[...groupByBuilding(shown)].map(([building, group]) =>
            building === '' ? (
              group.map((room) => <RoomOption key={room.address} room={room} />)
            ) : (
              <OptionGroup key={building} label={building}>
                {group.map((room) => (
                  <RoomOption key={room.address} room={room} />
                ))}
              </OptionGroup>
            ),
          )}
        </Combobox>
      </Field>
      <div className={styles.row}>
        <ActionButton appearance="primary" onPress={start}>
          {t(isRunning ? 'proof.running' : props.hasRun ? 'proof.startAgain' : 'proof.start')}
        </ActionButton>
      </div>
    </div>
  );
}
