/** Offers better times with a room for the draft; the one that is chosen is set in Outlook, time first, then the room. */
import { type ReactNode, useState } from 'react';
import type { DraftRoom } from '../../domain/booking/list-draft-warnings.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { DraftValues } from '../../host/outlook-draft.ts';
import { usePaneStyles } from '../../ui/pane/pane-styles.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toFailure } from '../to-failure.ts';
import { type BetterTime, findBetterTimes } from './find-better-times.ts';
import type { PaneItemProps } from './pane-area.tsx';
import type { DraftHandle } from './use-draft.ts';

export interface BetterTimesProps extends Omit<PaneItemProps, 'onAgendaChanged'> {
  readonly values: DraftValues;
  readonly handle: DraftHandle;
  /** Of the organisation, as far as they are known. */
  readonly rooms: readonly Room[];
  /** In the draft: the chosen room takes their place. */
  readonly held: readonly DraftRoom[];
}

type Search =
  | { readonly phase: 'idle' | 'searching' }
  | { readonly phase: 'found'; readonly times: readonly BetterTime[] }
  | { readonly phase: 'failed'; readonly failure: Failure };

function useSearch({ services, session, context, values, rooms }: BetterTimesProps) {
  const [search, setSearch] = useState<Search>({ phase: 'idle' });
  const start = (): void => {
    setSearch({ phase: 'searching' });
    const { features, organisation } = session;
    const heads = values.people.length + 1;
    const wish = { services, context, values, heads, rooms, buildings: organisation.buildings };
    findBetterTimes({ ...wish, readsPeople: features.freeBusy }).then(
      (times) => setSearch({ phase: 'found', times }),
      (error: unknown) => setSearch({ phase: 'failed', failure: toFailure(error) }),
    );
  };
  return { search, start, close: () => setSearch({ phase: 'idle' }) };
}

function TimeRow(props: {
  readonly time: BetterTime;
  readonly disabled: boolean;
  readonly onUse: () => void;
}): ReactNode {
  const styles = usePaneStyles();
  const words = useWords();
  const { start, end, room } = props.time;
  const when = `${words.day(words.dateOf(start), 'short')}, ${words.timeRange(start, end)}`;
  return (
    <li className={styles.row}>
      <span>
        {when}
        <br />
        <span className={styles.quiet}>
          {room === undefined ? words.t('pane.better.noRoom') : <bdi>{room.name}</bdi>}
        </span>
      </span>
      <ActionButton disabled={props.disabled} label={words.t('pane.better.useNamed', { when })} onPress={props.onUse}>
        {words.t('pane.better.use')}
      </ActionButton>
    </li>
  );
}

export function BetterTimes(props: BetterTimesProps): ReactNode {
  const { handle, held, session } = props;
  const styles = usePaneStyles();
  const { t } = useWords();
  const { search, start, close } = useSearch(props);
  const use = ({ room, ...times }: BetterTime): void => {
    handle.change(async (draft) => {
      await draft.setTimes(times);
      if (room === undefined) return;
      const others = held.filter(({ address }) => address.toLowerCase() !== room.address.toLowerCase());
      if (others.length === held.length) await draft.addRoom(room.address);
      for (const { address } of others) await draft.removeRoom(address);
    });
    close();
  };
  return (
    <section className={styles.section}>
      <div className={styles.actions}>
        <ActionButton disabled={search.phase === 'searching'} onPress={start}>
          {t('pane.better.find')}
        </ActionButton>
      </div>
      <div role="status" className={styles.section}>
        {search.phase === 'searching' && <span>{t('pane.better.searching')}</span>}
        {search.phase === 'found' && search.times.length === 0 && <span>{t('pane.better.none')}</span>}
        {search.phase === 'found' && !session.features.freeBusy && (
          <span className={styles.quiet}>{t('timeline.peopleOff')}</span>
        )}
        {search.phase === 'failed' && (
          <Notice intent="warning">
            <FailureLine failure={search.failure} />
          </Notice>
        )}
      </div>
      {search.phase === 'found' && search.times.length > 0 && (
        <ul className={styles.list} aria-label={t('pane.better.title')}>
          {search.times.map((time) => (
            <TimeRow key={time.start.toString()} time={time} disabled={handle.isChanging} onUse={() => use(time)} />
          ))}
        </ul>
      )}
    </section>
  );
}
