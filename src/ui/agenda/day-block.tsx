/** A bounded piece of a day: its ground (in the first piece) and its events; or the empty place of such a piece. */
import type { ReactNode } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import type { AgendaBlock } from './agenda-blocks.ts';
import { DayGround } from './day-ground.tsx';
import { EventRow } from './event-row.tsx';
import styles from './day-block.module.css';

export interface DayBlockProps {
  readonly day: AgendaDay;
  readonly block: AgendaBlock;
  readonly areShiftsPending: boolean;
  readonly openKeys: ReadonlySet<string>;
  readonly canBook: (entry: AgendaBlock['entries'][number]) => boolean;
  readonly actions: AgendaActions;
  /** Watches where the piece is on screen. */
  readonly place: (element: HTMLElement | null) => void;
}

export function DayBlock(props: DayBlockProps): ReactNode {
  const { day, block } = props;
  const words = useWords();
  return (
    <div ref={props.place} data-block={block.id}>
      {block.isFirst && <DayGround day={day} isPending={props.areShiftsPending} />}
      {block.entries.length === 0 ? (
        <p className={styles.empty}>{words.t('day.nothing')}</p>
      ) : (
        <ul className={styles.list} aria-label={words.t('day.events')}>
          {block.entries.map((entry) => (
            <EventRow
              key={entry.key}
              entry={entry}
              date={day.date}
              shifts={day.shifts}
              isOpen={props.openKeys.has(entry.key)}
              canBook={props.canBook(entry)}
              actions={props.actions}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Keeps the place of a piece that is far from the screen. */
export function BlockPlace(props: {
  readonly id: string;
  readonly heightPx: number;
  readonly place: (element: HTMLElement | null) => void;
}): ReactNode {
  return <div ref={props.place} data-block={props.id} data-away style={{ height: `${props.heightPx}px` }} />;
}
