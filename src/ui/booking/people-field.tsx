/** Whom to invite: addresses typed or pasted, each a chip that can be taken away again. */
import { Field, Input, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  memo,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Invitee } from '../../domain/booking/booking.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useFieldStyles } from './field-grid.ts';
import { type PeoplePicker, PeopleSuggestions, toOptionId } from './people-suggestions.tsx';

export interface PeopleFieldProps {
  readonly people: readonly Invitee[];
  /** Absent: those of a booking. */
  readonly label?: string;
  readonly hint?: string;
  readonly listLabel?: string;
  /** What stands in the input: typed and not yet added. */
  readonly typed: string;
  readonly problem?: string | undefined;
  /** Absent where people can't be looked up by name. */
  readonly picker?: PeoplePicker | undefined;
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

interface ChipsProps extends Pick<PeopleFieldProps, 'people' | 'onRemove' | 'listLabel'> {
  /** Where the focus goes when the last chip has gone. */
  readonly input: RefObject<HTMLInputElement>;
}

function Chips({ people, onRemove, input, listLabel }: ChipsProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? people : people.slice(0, FIRST_CHIPS);
  const rest = people.length - shown.length;
  return (
    <>
      <TagGroup
        className={styles.chips}
        aria-label={listLabel ?? t('booking.peopleList')}
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

/** Arrow keys walk the list, Enter takes what is marked, Escape leaves it. Tells whether the key was for the list. */
function isForPicker(event: KeyboardEvent, picker: PeoplePicker | undefined): boolean {
  if (picker === undefined || picker.phase !== 'found' || picker.found.length === 0) return false;
  const { found, active, onActive, onPick } = picker;
  const person = active === undefined ? undefined : found[active];
  if (event.key === 'ArrowDown') onActive(active === undefined ? 0 : (active + 1) % found.length);
  else if (event.key === 'ArrowUp') onActive(((active ?? found.length) - 1 + found.length) % found.length);
  else if (event.key === 'Escape' && active !== undefined) onActive(undefined);
  else if (event.key === 'Enter' && person !== undefined) onPick(person);
  else return false;
  event.preventDefault();
  return true;
}

function toComboBox(picker: PeoplePicker | undefined, listId: string): object {
  if (picker === undefined) return {};
  const isOpen = picker.phase === 'found' && picker.found.length > 0;
  return {
    ...{ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': isOpen },
    ...(isOpen ? { 'aria-controls': listId } : {}),
    ...(isOpen && picker.active !== undefined ? { 'aria-activedescendant': toOptionId(listId, picker.active) } : {}),
  };
}

/**
 * What is typed is added as the field is left. Where a press elsewhere takes the focus, only once it is let go: the new
 * chip moves everything below, and the press would end beside what it began on.
 */
function useAddOnLeave(input: RefObject<HTMLInputElement>, onAdd: (text: string) => void): () => void {
  const latest = useRef(onAdd);
  const isPressing = useRef(false);
  useEffect(() => {
    latest.current = onAdd;
  });
  useEffect(() => {
    const press = (): void => void (isPressing.current = true);
    const release = (): void => void (isPressing.current = false);
    addEventListener('pointerdown', press, true);
    addEventListener('pointerup', release, true);
    addEventListener('pointercancel', release, true);
    return () => {
      removeEventListener('pointerdown', press, true);
      removeEventListener('pointerup', release, true);
      removeEventListener('pointercancel', release, true);
    };
  }, []);
  const add = (): void => {
    // what was pressed may have taken it over already
    const text = input.current?.value ?? '';
    if (text.trim() !== '') latest.current(text);
  };
  return () => {
    if (!isPressing.current) return add();
    // the click comes right after the release
    addEventListener('pointerup', () => setTimeout(add, 0), { once: true });
  };
}

export function PeopleField(props: PeopleFieldProps): ReactNode {
  const fields = useFieldStyles();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { people, typed, problem, picker, onType, onAdd } = props;
  const onBlur = useAddOnLeave(input, onAdd);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isForPicker(event, picker)) return;
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
        label={props.label ?? t('booking.people')}
        hint={props.hint ?? t(props.picker === undefined ? 'booking.peopleHint' : 'booking.peopleOrNames')}
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
          {...toComboBox(picker, listId)}
          value={typed}
          onChange={(_, data) => onType(data.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={onBlur}
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
      {picker !== undefined && <PeopleSuggestions listId={listId} picker={picker} />}
      {people.length > 0 && (
        <StillChips
          people={people}
          onRemove={props.onRemove}
          input={input}
          {...(props.listLabel === undefined ? {} : { listLabel: props.listLabel })}
        />
      )}
    </div>
  );
}
