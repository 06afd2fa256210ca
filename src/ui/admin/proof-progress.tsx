/** A run while it is made, and after: how far it is, its steps, and the second run that confirms a failure. */
import { Field, ProgressBar } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ProofEvent } from '../../domain/contract/proof.ts';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { countSteps, ProofReport, ProofVerdict, toLatest } from './proof-report.tsx';
import { nameStep } from './proof-words.ts';
import type { ProofLinks } from './proof-step-row.tsx';

export interface ProofProgressProps extends ProofLinks {
  readonly phase: 'running' | 'lost' | 'ended';
  /** The first run and, where there is one, the second. */
  readonly runs: readonly (readonly ProofEvent[])[];
}

type BarProps = Pick<ProofProgressProps, 'phase'> & {
  readonly events: readonly ProofEvent[];
  readonly isLast: boolean;
};

function Bar({ phase, events, isLast }: BarProps): ReactNode {
  const words = useWords();
  const { done, total } = countSteps(events);
  const isRunning = phase !== 'ended' && isLast;
  const now = [...toLatest(events).values()].find(({ state }) => state === 'running');
  const said = words.t('proof.progress', { done: words.number(done), total: words.number(total) });
  const hint = now === undefined || now.step === 'proof' ? undefined : nameStep(now.step, words);
  return (
    <Field
      label={isRunning ? words.t('proof.running') : said}
      validationMessage={isRunning ? `${said}${hint === undefined ? '' : ` · ${hint}`}` : null}
      validationState="none"
    >
      <ProgressBar value={done} max={Math.max(1, total)} thickness="large" />
    </Field>
  );
}

/** Said aloud: a step that did not pass, and the end; not each of the steps that did. */
function toAnnouncement(props: ProofProgressProps, words: ReturnType<typeof useWords>): string {
  const events = props.runs.at(-1) ?? [];
  const last = events.at(-1);
  if (last === undefined || last.state === 'running' || last.state === 'skipped') return '';
  if (last.step === 'proof')
    return last.state === 'passed' || last.state === 'failed' || last.state === 'inconclusive'
      ? words.t(`proof.verdict.${last.state}`)
      : '';
  return last.state === 'passed' ? '' : `${nameStep(last.step, words)}: ${words.t(`proof.outcome.${last.state}`)}`;
}

export function ProofProgress(props: ProofProgressProps): ReactNode {
  const { phase, runs, onOpen, copyLink, onAgain } = props;
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const hasSecond = runs.length > 1;
  const links = { onOpen, copyLink, onAgain: phase === 'ended' ? onAgain : undefined };
  return (
    <div className={styles.stack} aria-busy={phase !== 'ended'}>
      <span className={styles.hiddenText} role="status" aria-live="polite">
        {toAnnouncement(props, words)}
      </span>
      {phase === 'running' && <p className={styles.soft}>{t('proof.goesOn')}</p>}
      {phase === 'lost' && <Notice intent="warning">{t('proof.lost')}</Notice>}
      {hasSecond && <Notice intent="info">{t('proof.secondText')}</Notice>}
      {runs.map((events, index) => {
        const label = t(index === 0 ? 'proof.firstRun' : 'proof.secondRun');
        const isLast = index === runs.length - 1;
        return (
          <div key={index} className={styles.tight}>
            {hasSecond && <h3 className={styles.subheading}>{label}</h3>}
            <Bar phase={phase} events={events} isLast={isLast} />
            <ProofVerdict events={events} />
            <ProofReport events={events} isRunning={phase === 'running' && isLast} {...{ label, ...links }} />
          </div>
        );
      })}
    </div>
  );
}
