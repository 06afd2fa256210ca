/** What becomes of single dates of a series: another room, another time, or left out; one list to choose from for each. */
import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { DateChoice, RoomName } from '../../domain/series/series-wish.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';

export interface DateOptions extends Interval {
  readonly date: Temporal.PlainDate;
  /** Undefined: nothing is chosen yet, and the usual room is not to be had. */
  readonly choice: DateChoice | undefined;
  readonly main: RoomName;
  readonly isMainFree: boolean;
  readonly rooms: readonly RoomName[];
  /** At which the usual room is free. */
  readonly times: readonly Interval[];
}

export interface DateChoicesProps {
  readonly dates: readonly DateOptions[];
  readonly onChoose: (date: Temporal.PlainDate, choice: DateChoice) => void;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  select: {
    width: '100%',
    '> select': { width: '100%' },
    '@media (max-width: 639.98px)': { '> select': { minHeight: '44px' } },
  },
});

const toKey = (choice: DateChoice | undefined): string => {
  if (choice === undefined) return '';
  if (choice.kind !== 'other') return choice.kind;
  const time = choice.time === undefined ? '' : choice.time.start.toString();
  return `other ${choice.room?.address ?? ''} ${time}`;
};

/** Everything that can be chosen for a date, with the words for it; what is chosen is among it in any case. */
function listChoices(one: DateOptions, words: Words) {
  const { main, rooms, times, choice } = one;
  const usual = one.isMainFree
    ? [{ choice: { kind: 'usual' } as const, text: words.t('series.choice.usual', { room: main.name }) }]
    : [];
  const others = rooms.map((room) => ({ choice: { kind: 'other', room } as const, text: room.name }));
  const moved = times.map((time) => ({
    choice: { kind: 'other', time } as const,
    text: words.timeRange(time.start, time.end),
  }));
  const skip = [{ choice: { kind: 'skip' } as const, text: words.t('series.choice.skip') }];
  const known = [...usual, ...others, ...moved, ...skip].some((item) => toKey(item.choice) === toKey(choice));
  const held =
    known || choice?.kind !== 'other'
      ? []
      : [
          {
            choice,
            text: [
              choice.room?.name ?? main.name,
              ...(choice.time ? [words.timeRange(choice.time.start, choice.time.end)] : []),
            ].join(', '),
          },
        ];
  return { usual, others: [...held, ...others], moved, skip };
}

function ChoiceField({ one, onChoose }: { one: DateOptions } & Pick<DateChoicesProps, 'onChoose'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { usual, others, moved, skip } = listChoices(one, words);
  const all: readonly { readonly choice: DateChoice; readonly text: string }[] = [
    ...usual,
    ...others,
    ...moved,
    ...skip,
  ];
  const options = (items: typeof all): ReactNode =>
    items.map((item) => (
      <option key={toKey(item.choice)} value={toKey(item.choice)}>
        {item.text}
      </option>
    ));
  const isOpen = one.choice === undefined;
  return (
    <Field
      label={words.t('series.choice.label', {
        date: `${words.day(one.date, 'short')}, ${words.timeRange(one.start, one.end)}`,
      })}
      validationState={isOpen ? 'warning' : 'none'}
    >
      <Select
        className={styles.select}
        value={toKey(one.choice)}
        onChange={(_, { value }) => {
          const found = all.find((item) => toKey(item.choice) === value);
          if (found !== undefined) onChoose(one.date, found.choice);
        }}
      >
        {isOpen && <option value="">{words.t('series.choice.open')}</option>}
        {options(usual)}
        {others.length > 0 && <optgroup label={words.t('series.choice.rooms')}>{options(others)}</optgroup>}
        {moved.length > 0 && (
          <optgroup label={words.t('series.choice.times', { room: one.main.name })}>{options(moved)}</optgroup>
        )}
        {options(skip)}
      </Select>
    </Field>
  );
}

export function DateChoices({ dates, onChoose }: DateChoicesProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {dates.map((one) => (
        <li key={one.date.toString()}>
          <ChoiceField one={one} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}
