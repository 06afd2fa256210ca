/** Everything that does not fit about one event, worst first, each with what mends it. */
import { WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import { FixButton } from './fix-button.tsx';
import styles from './flag-list.module.css';
import { toFlagWords } from './flag-words.ts';

export interface FlagListProps {
  readonly entry: AgendaEntry;
  readonly shifts: readonly Shift[];
  readonly actions: AgendaActions;
}

export function FlagList({ entry, shifts, actions }: FlagListProps): ReactNode {
  const words = useWords();
  if (entry.flags.length === 0) return null;
  return (
    <section>
      <h3 className={styles.head}>{words.t('flag.heading')}</h3>
      <ul className={styles.list}>
        {entry.flags.map((flag) => (
          <li key={flag} className={styles.item} data-flag={flag}>
            <span className={styles.icon}>
              <WarningRegular aria-hidden />
            </span>
            <span className={styles.text}>{toFlagWords(flag, entry, shifts, words)}</span>
            <span className={styles.fixes}>
              {actions.listFixes(entry, flag).map((fix) => (
                <FixButton key={fix} {...{ entry, flag, fix, actions }} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
