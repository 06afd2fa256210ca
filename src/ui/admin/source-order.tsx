/** The order in which sources of shifts are believed: moved by buttons, said aloud, none of them lost when unused. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { SHIFT_SOURCES } from '../../domain/contract/session.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import type { SectionFieldsProps } from './feature-fields.tsx';

type Source = (typeof SHIFT_SOURCES)[number];

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  name: { flex: '1 1 0', minWidth: 0 },
  place: { minWidth: '1.5rem', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
});

function swap(list: readonly Source[], at: number, other: number): Source[] {
  const next = [...list];
  const [one, two] = [next[at], next[other]];
  if (one === undefined || two === undefined) return next;
  [next[at], next[other]] = [two, one];
  return next;
}

export function SourceOrder({ draft, onEdit }: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const own = useStyles();
  const words = useWords();
  const { t } = words;
  const [said, setSaid] = useState('');
  const used = draft.shiftSources;
  const all: readonly Source[] = [...used, ...SHIFT_SOURCES.filter((source) => !used.includes(source))];
  const move = (source: Source, by: 1 | -1): void => {
    const at = used.indexOf(source);
    if (at < 0 || at + by < 0 || at + by >= used.length) return;
    onEdit({ shiftSources: swap(used, at, at + by) });
    const place = words.number(at + by + 1);
    setSaid(t('admin.moved', { name: t(`admin.source.${source}`), place, total: words.number(used.length) }));
  };
  const use = (source: Source, isUsed: boolean): void => {
    const next = isUsed ? [...used, source] : used.filter((each) => each !== source);
    if (next.length > 0) onEdit({ shiftSources: next });
  };
  return (
    <div className={styles.tight}>
      <ol className={mergeClasses(styles.bare, styles.tall)}>
        {all.map((source) => {
          const name = t(`admin.source.${source}`);
          const at = used.indexOf(source);
          return (
            // the list is made anew in its new order: the button keeps the focus, for it belongs to its source
            <li key={source} className={own.item}>
              <span className={own.place} aria-hidden>
                {at < 0 ? '–' : words.number(at + 1)}
              </span>
              <Checkbox
                className={own.name}
                label={name}
                aria-label={t('admin.useSource', { name })}
                checked={at >= 0}
                disabled={at >= 0 && used.length === 1}
                onChange={(_, data) => use(source, data.checked === true)}
              />
              <ActionButton
                appearance="subtle"
                icon={<ArrowUpRegular />}
                label={t('admin.moveUp', { name })}
                onPress={() => move(source, -1)}
              />
              <ActionButton
                appearance="subtle"
                icon={<ArrowDownRegular />}
                label={t('admin.moveDown', { name })}
                onPress={() => move(source, 1)}
              />
            </li>
          );
        })}
      </ol>
      <span className={styles.hiddenText} role="status">
        {said}
      </span>
    </div>
  );
}
