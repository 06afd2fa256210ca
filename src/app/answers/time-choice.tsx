/** Other times for a meeting, inside my shifts and free in my own calendar. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { suggestTimes } from '../../domain/agenda/suggest-times.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

export interface SuggestionSetup {
  readonly services: Pick<Services, 'now'>;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
}

export function useSuggestions({ services, context, event }: SuggestionSetup): readonly Interval[] {
  return useMemo(
    () => suggestTimes({ event, shifts: context.shifts, events: context.events, now: services.now() }),
    [services, context, event],
  );
}

export interface TimeChoiceProps {
  readonly times: readonly Interval[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function TimeChoice({ times, chosen, onChoose }: TimeChoiceProps): ReactNode {
  const { t, day, dateOf, timeRange } = useWords();
  if (times.length === 0) return <p>{t('suggest.none')}</p>;
  return (
    <Field label={t('suggest.times')} hint={t('suggest.hint')}>
      <RadioGroup value={chosen < 0 ? '' : String(chosen)} onChange={(_, { value }) => onChoose(Number(value))}>
        {times.map(({ start, end }, index) => (
          <Radio
            key={start.toString()}
            value={String(index)}
            label={`${day(dateOf(start), 'short')}, ${timeRange(start, end)}`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
