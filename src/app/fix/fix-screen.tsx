/** Mends what does not fit about one event, and says beforehand whom that mails. */
import { type ComponentType, type ReactNode, useMemo } from 'react';
import type { Fix } from '../../domain/agenda/list-fixes.ts';
import { useBookingsStyles } from '../../ui/bookings/bookings-styles.ts';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { useWords, WordsProvider } from '../../ui/words/words-provider.tsx';
import type { FixScreenProps } from '../screens.ts';
import { AnswerFix, ProposeFix } from './answer-fix.tsx';
import type { FixTaskProps } from './fix-task.ts';
import { MoveFix, MoveOnlineFix, PlaceFix } from './organizer-fixes.tsx';

/** The others lead elsewhere and never come here. */
const TASKS: Readonly<Partial<Record<Fix, ComponentType<FixTaskProps>>>> = {
  move: MoveFix,
  moveOnline: MoveOnlineFix,
  changePlaceToday: PlaceFix,
  answer: AnswerFix,
  proposeTime: ProposeFix,
};

/** Times are said in the mailbox's zone and hour format, whatever the device's are. */
export function FixScreen({ services, context, event, fix, onDone }: FixScreenProps): ReactNode {
  const words = useWords();
  const styles = useBookingsStyles();
  const { zone, hourCycle } = context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  const Task = TASKS[fix];
  const onBack = (): void => onDone(false);
  return (
    <WordsProvider words={inMailboxZone}>
      <div className={styles.root}>
        <ScreenHead title={words.t('fix.title')} back={words.t('fix.back')} onBack={onBack} />
        {Task !== undefined && <Task {...{ services, context, event, onBack }} onSent={() => onDone(true)} />}
      </div>
    </WordsProvider>
  );
}
