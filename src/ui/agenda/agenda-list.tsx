/** The frame of the agenda: what you need now, what is not whole, the days, and the end where more are read. */
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DaySkeleton } from './agenda-skeleton.tsx';
import styles from './agenda-list.module.css';

export interface AgendaListProps {
  readonly nextLine: ReactNode;
  readonly notices: ReactNode;
  /** Chooses between the views. */
  readonly bar: ReactNode;
  /** No event in all of the days shown. */
  readonly isEmpty: boolean;
  readonly isZoneGuessed: boolean;
  readonly end: ReactNode;
  readonly children: ReactNode;
}

export function AgendaList(props: AgendaListProps): ReactNode {
  const words = useWords();
  return (
    <div className={styles.root}>
      {props.nextLine}
      {props.notices}
      {props.bar}
      {!props.isZoneGuessed && <p className={styles.zone}>{words.t('agenda.zone', { zone: words.zoneName() })}</p>}
      {props.isEmpty && (
        <div className={styles.empty}>
          <div className={styles.emptyTitle}>{words.t('agenda.empty.title')}</div>
          <div>{words.t('agenda.empty.detail')}</div>
        </div>
      )}
      <div>{props.children}</div>
      {props.end}
    </div>
  );
}

export interface AgendaEndProps {
  readonly state: 'idle' | 'loading' | 'failed';
  /** The last day on screen. */
  readonly lastDay: Temporal.PlainDate;
  readonly onMore: () => void;
  readonly place: (element: HTMLElement | null) => void;
}

/** Reading on happens by itself as the end comes near; the button is for keyboards and for a second try. */
export function AgendaEnd(props: AgendaEndProps): ReactNode {
  const words = useWords();
  return (
    <div className={styles.end} ref={props.place}>
      {props.state === 'loading' && (
        <div className={styles.wide} role="status" aria-label={words.t('agenda.more.loading')}>
          <DaySkeleton />
        </div>
      )}
      {props.state === 'failed' && (
        <Notice
          intent="warning"
          actions={<ActionButton onPress={props.onMore}>{words.t('action.retry')}</ActionButton>}
        >
          {words.t('agenda.more.failed', { day: words.day(props.lastDay, 'full') })}
        </Notice>
      )}
      {props.state === 'idle' && (
        <ActionButton appearance="subtle" onPress={props.onMore}>
          {words.t('agenda.more.load')}
        </ActionButton>
      )}
    </div>
  );
}
