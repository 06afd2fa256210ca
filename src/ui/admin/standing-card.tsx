/** How the integration stands, why, the one thing to do next, and the switch for everybody. */
import { Switch } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AdminIntegration } from '../../domain/contract/admin.ts';
import { PROOF_STEPS, type ProofStep } from '../../domain/contract/proof.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { QuestionDialog } from '../shared/question-dialog.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { nameStep } from './proof-words.ts';
import type { Words } from '../words/create-words.ts';

export interface StandingCardProps {
  readonly integration: AdminIntegration;
  readonly phase: 'idle' | 'enabling' | 'disabling' | 'enabled' | 'disabled';
  /** What went wrong with the switch. */
  readonly failure?: ReactNode;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onTest: () => void;
}

const SAID = {
  enabling: 'admin.enabling',
  disabling: 'admin.disabling',
  enabled: 'admin.nowEnabled',
  disabled: 'admin.nowDisabled',
} as const;

const isStep = (text: string): text is ProofStep => (PROOF_STEPS as readonly string[]).includes(text);

function sayWhy({ state, suspendedBy }: AdminIntegration, words: Words): string | undefined {
  if (state !== 'suspended') return undefined;
  if (suspendedBy === undefined || suspendedBy.length === 0) return words.t('admin.suspendedByHand');
  const steps = words.list(suspendedBy.map((step) => (isStep(step) ? nameStep(step, words) : step)));
  return words.t('admin.suspendedBy', { steps });
}

interface QuestionProps {
  readonly isOpen: boolean;
  readonly connected: number;
  readonly onConfirm: () => void;
  readonly onKeep: () => void;
}

function OffQuestion({ isOpen, connected, onConfirm, onKeep }: QuestionProps): ReactNode {
  const { t } = useWords();
  return (
    <QuestionDialog
      open={isOpen}
      title={t('admin.offTitle')}
      secondary={{ text: t('admin.offKeep'), onPress: onKeep }}
      primary={{ text: t('admin.offConfirm'), onPress: onConfirm }}
      onDismiss={onKeep}
    >
      {t('admin.offText', { count: connected })}
    </QuestionDialog>
  );
}

export function StandingCard(props: StandingCardProps): ReactNode {
  const { integration, phase, onSwitch, onTest } = props;
  const { state, proof, counts } = integration;
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const [isAsking, setAsking] = useState(false);
  const isEnabled = state === 'enabled';
  const isLocked = !isEnabled && proof.doubts.length > 0;
  const why = sayWhy(integration, words);
  const isBusy = phase === 'enabling' || phase === 'disabling';
  return (
    <section className={styles.card} aria-labelledby="admin-standing">
      <h2 className={styles.heading} id="admin-standing">
        {t(`admin.state.${state}`)}
      </h2>
      <div>
        {why !== undefined && <p className={styles.text}>{why}</p>}
        <p className={styles.soft}>{t(`admin.stateText.${state}`)}</p>
      </div>
      {isLocked && (
        <div className={styles.row}>
          <ActionButton appearance="primary" onPress={onTest}>
            {t(state === 'untested' ? 'admin.runTest' : state === 'failed' ? 'admin.lookAtTest' : 'admin.testAgain')}
          </ActionButton>
        </div>
      )}
      <div>
        <Switch
          label={t('admin.enable')}
          checked={isEnabled}
          disabled={isLocked}
          // keeps the focus meanwhile
          aria-disabled={isBusy || undefined}
          aria-describedby={isLocked ? 'admin-locked' : undefined}
          onChange={(_, data) => {
            if (isBusy || isLocked) return;
            if (data.checked) onSwitch(true);
            else setAsking(true);
          }}
        />
        {isLocked && (
          <div id="admin-locked" className={styles.small}>
            {t('admin.locked')}
            <ul className={styles.list}>
              {proof.doubts.map((doubt) => (
                <li key={doubt}>{t(`admin.doubt.${doubt}`)}</li>
              ))}
            </ul>
          </div>
        )}
        <span className={styles.small} role="status">
          {phase === 'idle' ? '' : t(SAID[phase])}
        </span>
      </div>
      {props.failure}
      <OffQuestion
        isOpen={isAsking}
        connected={counts.connected}
        onKeep={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onSwitch(false);
        }}
      />
    </section>
  );
}
