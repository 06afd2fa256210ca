/** A room booked by its address, where the list of rooms is not open to us or does not hold it. */
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { RoomVerb } from './room-card.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
  field: {
    flex: '1 1 16rem',
    minWidth: 0,
    '& .fui-Input': { '@media (max-width: 639.98px)': { minHeight: '44px' } },
  },
});

export interface TypedRoomProps {
  readonly canBook: boolean;
  readonly verb?: RoomVerb | undefined;
  /** Whether the text is an address that can be booked. */
  readonly isAddress: (text: string) => boolean;
  /** First come, first served: it can't be booked. */
  readonly isReserved: (address: string) => boolean;
  readonly onBook: (address: string) => void;
}

export function TypedRoom({ canBook, verb = 'book', isAddress, isReserved, onBook }: TypedRoomProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [address, setAddress] = useState('');
  const [refused, setRefused] = useState<string>();
  const book = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    const wanted = address.trim();
    if (!canBook) return;
    if (!isAddress(wanted)) setRefused(t('booking.problem.address', { count: 1, addresses: wanted }));
    else if (isReserved(wanted)) setRefused(t('rooms.why.reserved'));
    else onBook(wanted);
  };
  return (
    <form className={styles.form} onSubmit={book} noValidate>
      <Field
        className={styles.field}
        label={t('rooms.typedLabel')}
        hint={t('rooms.typedHint')}
        validationState={refused === undefined ? 'none' : 'error'}
        {...(refused === undefined ? {} : { validationMessage: refused })}
      >
        <Input
          type="text"
          inputMode="email"
          autoComplete="off"
          dir="auto"
          value={address}
          onChange={(_, data) => {
            setAddress(data.value);
            setRefused(undefined);
          }}
        />
      </Field>
      <ActionButton disabled={!canBook} onPress={book}>
        {t(verb === 'add' ? 'pane.add' : 'rooms.typedBook')}
      </ActionButton>
    </form>
  );
}
