/** A room booked by its address, where the list of rooms is not open to us or does not hold it. */
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';

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
  /** Whether the text is an address that can be booked. */
  readonly isAddress: (text: string) => boolean;
  readonly onBook: (address: string) => void;
}

export function TypedRoom({ canBook, isAddress, onBook }: TypedRoomProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [address, setAddress] = useState('');
  const [refused, setRefused] = useState<string>();
  const book = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    const wanted = address.trim();
    if (!canBook) return;
    if (isAddress(wanted)) onBook(wanted);
    else setRefused(wanted);
  };
  return (
    <form className={styles.form} onSubmit={book} noValidate>
      <Field
        className={styles.field}
        label={t('rooms.typedLabel')}
        hint={t('rooms.typedHint')}
        validationState={refused === undefined ? 'none' : 'error'}
        {...(refused === undefined
          ? {}
          : { validationMessage: t('booking.problem.address', { count: 1, addresses: refused }) })}
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
        {t('rooms.typedBook')}
      </ActionButton>
    </form>
  );
}
