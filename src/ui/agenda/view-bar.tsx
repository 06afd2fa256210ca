/** Chooses between day, week and list, and opens what is shown in them. */
import { OptionsRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { joinClasses } from '../shared/join-classes.ts';
import { useWords } from '../words/words-provider.tsx';
import styles from './view-bar.module.css';

export const AGENDA_VIEWS = ['day', 'week', 'list'] as const;
export type AgendaViewKind = (typeof AGENDA_VIEWS)[number];

export interface AgendaLook {
  readonly kind: AgendaViewKind;
  /** What is shown is being chosen. */
  readonly isChoosing: boolean;
}

export interface ViewBarProps {
  readonly view: AgendaLook;
  readonly onView: (view: AgendaLook) => void;
}

/** The arrows go from one to the next, as in any group of radio buttons. */
function findNext(kind: AgendaViewKind, key: string, isRightToLeft: boolean): AgendaViewKind | undefined {
  const ahead = isRightToLeft ? ['ArrowLeft', 'ArrowDown'] : ['ArrowRight', 'ArrowDown'];
  const back = isRightToLeft ? ['ArrowRight', 'ArrowUp'] : ['ArrowLeft', 'ArrowUp'];
  const step = ahead.includes(key) ? 1 : back.includes(key) ? -1 : 0;
  const index = AGENDA_VIEWS.indexOf(kind) + step + AGENDA_VIEWS.length;
  return step === 0 ? undefined : AGENDA_VIEWS[index % AGENDA_VIEWS.length];
}

export function ViewBar({ view, onView }: ViewBarProps): ReactNode {
  const words = useWords();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = findNext(view.kind, event.key, words.locale.direction === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    onView({ ...view, kind: next });
    group.current?.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };
  return (
    <div className={styles.root}>
      <div
        className={styles.views}
        role="radiogroup"
        aria-label={words.t('view.name')}
        ref={group}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {AGENDA_VIEWS.map((kind) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={kind === view.kind}
            tabIndex={kind === view.kind ? 0 : -1}
            data-view={kind}
            className={joinClasses(styles.view, kind === view.kind && styles.chosen)}
            onClick={() => onView({ ...view, kind })}
          >
            {words.t(`view.${kind}`)}
          </button>
        ))}
      </div>
      <ActionButton
        appearance="subtle"
        icon={<OptionsRegular />}
        label={words.t('view.choices')}
        expanded={view.isChoosing}
        onPress={() => onView({ ...view, isChoosing: !view.isChoosing })}
      />
    </div>
  );
}
