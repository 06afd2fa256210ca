/** What helps on the way to the next meeting: where it is, how far that is, who is there now, and the check-in. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Way } from '../../domain/agenda/way-to-meeting.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

export type CheckInPhase = 'idle' | 'sending' | 'checkedIn' | 'noCheckIn' | 'checkInFailed';

export interface NextFactsProps {
  readonly building: string | undefined;
  readonly floor: string | undefined;
  readonly way: Way | undefined;
  /** Within the hour alone. */
  readonly now:
    | { readonly here: number; readonly remote: number; readonly elsewhere: number; readonly unknown: number }
    | undefined;
  /** Absent where none is due. */
  readonly checkIn: { readonly phase: CheckInPhase; readonly onPress: () => void } | undefined;
}

function Place({ building, floor, way }: Pick<NextFactsProps, 'building' | 'floor' | 'way'>): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  if (building === undefined) return null;
  return (
    <>
      <span data-way={way?.kind ?? 'unknown'}>
        {floor === undefined ? <bdi>{building}</bdi> : <Message id="today.place" names={{ building, floor }} />}
      </span>
      {way !== undefined && (
        <span className={styles.soft}>
          {way.kind === 'other' ? <Message id="today.other" names={{ building: way.from }} /> : t(`today.${way.kind}`)}
        </span>
      )}
    </>
  );
}

type Counts = NonNullable<NextFactsProps['now']>;

const toNumbers = ({ here, remote, elsewhere, unknown }: Counts, number: (value: number) => string) => ({
  ...{ here: number(here), remote: number(remote), elsewhere: number(elsewhere), unknown: number(unknown) },
});

export function NextFacts({ now, checkIn, ...place }: NextFactsProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t, number } = useWords();
  const phase = checkIn?.phase;
  return (
    <div className={mergeClasses(styles.row, styles.apart)} data-next-facts>
      <Place {...place} />
      {now !== undefined && (
        <span>{t(now.elsewhere > 0 ? 'today.elsewhere' : 'today.now', toNumbers(now, number))}</span>
      )}
      {checkIn !== undefined && (phase === 'idle' || phase === 'sending') && (
        <ActionButton disabled={phase === 'sending'} onPress={checkIn.onPress}>
          {t('today.checkIn')}
        </ActionButton>
      )}
      <span role="status">{phase !== undefined && phase !== 'idle' && phase !== 'sending' && t(`today.${phase}`)}</span>
    </div>
  );
}
