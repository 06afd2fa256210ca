/** The overview: how the integration stands, what warns, and the switch for everybody. */
import { type ReactNode, useRef, useState } from 'react';
import type { AdminIntegration } from '../../domain/contract/admin.ts';
import type { Failure } from '../../domain/failure.ts';
import { useAdminStyles } from '../../ui/admin/admin-styles.ts';
import { nameField, listFields } from '../../ui/admin/setting-words.ts';
import { StandingCard, type StandingCardProps } from '../../ui/admin/standing-card.tsx';
import { ConsentCard, StandingFacts, Warnings } from '../../ui/admin/standing-facts.tsx';
import type { ProofLinks } from '../../ui/admin/proof-step-row.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { FailureNotice } from './failure-notice.tsx';
import type { IntegrationHandle, SaveResult } from './use-integration.ts';

interface OverviewTabProps extends ProofLinks {
  readonly integration: AdminIntegration;
  readonly save: IntegrationHandle['save'];
  readonly refresh: () => void;
  readonly onTest: () => void;
}

type Problem =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'conflict'; readonly fields: readonly string[] };

const toProblem = (result: SaveResult): Problem | undefined => {
  if (result.kind === 'failed') return { kind: 'failed', failure: result.failure };
  if (result.kind === 'saved') return undefined;
  const { from, to } = result.theirs;
  return { kind: 'conflict', fields: [...new Set([...listFields(from), ...listFields(to)])] };
};

function SwitchProblem({ problem }: { readonly problem: Problem }): ReactNode {
  const words = useWords();
  if (problem.kind === 'failed')
    return <FailureNotice title={words.t('admin.switchFailed')} failure={problem.failure} />;
  const fields = words.list(problem.fields.map((field) => nameField(field, words)));
  return (
    <Notice intent="warning" title={words.t('admin.conflictTitle', { fields })}>
      {words.t('admin.switchFailed')}
    </Notice>
  );
}

export function OverviewTab(props: OverviewTabProps): ReactNode {
  const { integration, save, refresh, onTest, onOpen, copyLink } = props;
  const styles = useAdminStyles();
  const [phase, setPhase] = useState<StandingCardProps['phase']>('idle');
  const [problem, setProblem] = useState<Problem>();
  const isBusy = useRef(false);
  const onSwitch = (enabled: boolean): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPhase(enabled ? 'enabling' : 'disabling');
    setProblem(undefined);
    void save({ enabled }).then((result) => {
      isBusy.current = false;
      setProblem(toProblem(result));
      setPhase(result.kind === 'saved' ? (enabled ? 'enabled' : 'disabled') : 'idle');
      // why it was refused may stand there now
      if (result.kind === 'failed') refresh();
    });
  };
  const failure = problem === undefined ? {} : { failure: <SwitchProblem problem={problem} /> };
  return (
    <div className={styles.stack}>
      <Warnings integration={integration} onTest={onTest} />
      <StandingCard {...{ integration, phase, onSwitch, onTest }} {...failure} />
      <StandingFacts integration={integration} />
      <ConsentCard url={integration.consentUrl} onOpen={onOpen} copyLink={copyLink} />
    </div>
  );
}
