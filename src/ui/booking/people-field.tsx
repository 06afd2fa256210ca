/** Whom to invite: addresses typed or pasted, each a chip that can be taken away again. */
import { Field, Input, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, memo, useRef, useState } from 'react';
import type { Invitee } from '../../domain/booking/booking.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useFieldStyles } from './field-grid.ts';

export interface PeopleFieldProps {
  readonly people: readonly Invitee[];
  /** What stands in the input: typed and not yet added. */
  readonly typed: string;
  readonly problem?: string | undefined;
  readonly onType: (text: string) => void;
  /** Takes what is typed (or pasted) over; what can't be read comes back as `typed` with a problem. */
  readonly onAdd: (text: string) => void;
  readonly onRemove: (address: string) => void;
}

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, maxHeight: '12rem', overflowY: 'auto' },
  chip: {
    maxWidth: '100%',
    '@media (max-width: 639.98px)': { minHeight: '44px' },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
});

/** So many chips at first: a list of hundreds would make each key slow. */
const FIRST_CHIPS = 50;
const SEPARATORS = new Set([',', ';', 'Enter']);

interface ChipsProps extends Pick<PeopleFieldProps, 'people' | 'onRemove'> {
  /** Where the focus goes when the last chip has gone. */
  readonly input: RefObject<HTMLInputElement>;
}

function Chips({ people, onRemove, input }: ChipsProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? people : people.slice(0, FIRST_CHIPS);
  const rest = people.length - shown.length;
  return (
    <>
      <TagGroup
        className={styles.chips}
        aria-label={t('booking.peopleList')}
        onDismiss={(_, { value }) => {
          onRemove(value);
          if (people.length === 1) input.current?.focus();
        }}
      >
        {shown.map((person) => (
          <Tag
            key={person.address}
            className={styles.chip}
            value={person.address}
            dismissible
            size="small"
            title={person.address}
            dismissIcon={{ 'aria-label': t('booking.peopleRemove', { name: person.name }) }}
            primaryText={{ className: styles.name }}
          >
            <bdi>{person.name}</bdi>
          </Tag>
        ))}
      </TagGroup>
      {rest > 0 && (
        <ActionButton appearance="subtle" onPress={() => setWhole(true)}>
          {t('booking.peopleMore', { count: rest })}
        </ActionButton>
      )}
    </>
  );
}

/** Typing elsewhere in the form leaves the chips alone. */
const StillChips = memo(Chips);

export function PeopleField(props: PeopleFieldProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { people, typed, problem, onType, onAdd } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    // a name in the making ("Doe, Jane" <jane@…>) keeps its comma
    const inQuotes = (typed.match(/"/gu)?.length ?? 0) % 2 === 1;
    if (!SEPARATORS.has(event.key) || event.nativeEvent.isComposing || (inQuotes && event.key !== 'Enter')) return;
    event.preventDefault();
    onAdd(typed);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/[;,\n\r\t]|@.*@/u.test(text)) return;
    event.preventDefault();
    onAdd(typed === '' ? text : `${typed};${text}`);
  };
  return (
    <div className={fields.group}>
      <Field
        label={t('booking.people')}
        hint={t('booking.peopleHint')}
        validationState={problem === undefined ? 'none' : 'error'}
        {...(problem === undefined ? {} : { validationMessage: <bdi>{problem}</bdi> })}
      >
        <Input
          ref={input}
          className={fields.input}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(_, data) => onType(data.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => typed.trim() !== '' && onAdd(typed)}
          {...(typed.trim() === ''
            ? {}
            : {
                contentAfter: (
                  <ActionButton appearance="subtle" onPress={() => onAdd(typed)}>
                    {t('booking.peopleAdd')}
                  </ActionButton>
                ),
              })}
        />
      </Field>
      {people.length > 0 && <StillChips people={people} onRemove={props.onRemove} input={input} />}
    </div>
  );
}
