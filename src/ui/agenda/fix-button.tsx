/** The one button that mends a flag; opens its form, or goes where it is mended. */
import type { ReactNode } from 'react';
import type { AgendaEntry, AgendaFlag } from '../../domain/agenda/agenda-day.ts';
import type { Fix } from '../../domain/agenda/list-fixes.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import { toShortSubject } from './subject-words.ts';

export interface FixButtonProps {
  readonly entry: AgendaEntry;
  readonly flag: AgendaFlag;
  readonly fix: Fix;
  readonly actions: AgendaActions;
}

export function FixButton({ entry, flag, fix, actions }: FixButtonProps): ReactNode {
  const { t } = useWords();
  const { event } = entry;
  const subject = toShortSubject(event.subject.trim() === '' ? t('event.noSubject') : event.subject);
  const word = t(`fix.${fix}`);
  return (
    <ActionButton label={t('fix.named', { fix: word, subject })} onPress={() => actions.onFix({ entry, flag, fix })}>
      {word}
    </ActionButton>
  );
}
