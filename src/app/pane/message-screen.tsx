/** Beside a message: plans a meeting with the people of this mail, then books what the plan chose. */
import { type ReactNode, useId, useState } from 'react';
import type { OpenItem } from '../../host/outlook-item.ts';
import { usePaneStyles } from '../../ui/pane/pane-styles.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import * as screens from '../lazy-screens.ts';
import type { PlannedMeeting } from '../planning/planned-meeting.ts';
import { orBack } from './or-back.tsx';
import type { PaneItemProps } from './pane-area.tsx';

const loadBookScreen = orBack(screens.loadBookScreen);
const loadPlanScreen = orBack(screens.loadPlanScreen);

export interface MessageScreenProps extends PaneItemProps {
  readonly item: Extract<OpenItem, { kind: 'messageRead' }>;
}

/** The plan stays behind the form for booking, so that another of its times can be taken. */
function Planning(props: MessageScreenProps & { readonly onDone: (changed: boolean) => void }): ReactNode {
  const { item, services, session, context, onDone } = props;
  const [planned, setPlanned] = useState<PlannedMeeting>();
  const people = item.people.map((person) => ({ ...person, kind: 'required' as const }));
  const shared = { services, session, context };
  return (
    <>
      <div hidden={planned !== undefined}>
        <LazyScreen load={loadPlanScreen} screenProps={{ ...shared, people, onBook: setPlanned, onDone }} />
      </div>
      {planned !== undefined && (
        <LazyScreen
          load={loadBookScreen}
          screenProps={{
            ...{ ...shared, planned, initialSubject: item.subject },
            onDone: (changed) => (changed ? onDone(true) : setPlanned(undefined)),
          }}
        />
      )}
    </>
  );
}

export function MessageScreen(props: MessageScreenProps): ReactNode {
  const { item, onAgendaChanged } = props;
  const styles = usePaneStyles();
  const { t, list } = useWords();
  const titleId = useId();
  const [isPlanning, setIsPlanning] = useState(false);
  const { people, subject } = item;
  if (isPlanning) {
    const onDone = (changed: boolean): void => {
      setIsPlanning(false);
      if (changed) onAgendaChanged();
    };
    return <Planning {...props} onDone={onDone} />;
  }
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <h2 className={styles.head} id={titleId}>
        {t('pane.message.title')}
      </h2>
      {subject !== '' && <bdi className={styles.quiet}>{subject}</bdi>}
      <span>
        {people.length === 0
          ? t('pane.message.nobody')
          : t('pane.message.with', { people: list(people.map(({ name, address }) => name || address)) })}
      </span>
      <div className={styles.actions}>
        <ActionButton appearance="primary" onPress={() => setIsPlanning(true)}>
          {t('pane.message.plan')}
        </ActionButton>
      </div>
    </section>
  );
}
