/** Says in plain words what Microsoft will ask, before its window opens, and how that ended. */
import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Purpose } from '../../domain/contract/purpose.ts';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useAskCardStyles } from '../shared/ask-card-styles.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { QuotedCode } from '../shared/quoted-code.tsx';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';

export type AgreePhase =
  { readonly phase: 'idle' } | { readonly phase: 'asking' } | { readonly phase: 'failed'; readonly failure: Failure };

export interface AgreeCardProps {
  readonly purpose: Purpose;
  /**
   * What led here; a missing sign-in step is asked for in other words than a missing agreement. Absent: the person turned
   * something on, nothing failed, and the card stands under what they turned on.
   */
  readonly because?: Failure | undefined;
  readonly state: AgreePhase;
  readonly organisation?: string | undefined;
  readonly onContinue: () => void;
  readonly onLater?: (() => void) | undefined;
}

const useStyles = makeStyles({
  part: { padding: `${tokens.spacingVerticalS} 0` },
  partTitle: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const CAN = {
  agenda: ['agree.can.user', 'agree.can.read', 'agree.can.settings'],
  booking: ['agree.can.write'],
  presence: ['agree.can.presence'],
  people: ['agree.can.people'],
} as const satisfies Record<Purpose, readonly MessageKey[]>;

function Outcome(props: Pick<AgreeCardProps, 'purpose' | 'organisation'> & { readonly failure: Failure }): ReactNode {
  const { t } = useWords();
  const { purpose, organisation = '', failure } = props;
  if (failure.code === 'sign_in_cancelled') return <Notice intent="warning">{t(`agree.declined.${purpose}`)}</Notice>;
  return (
    <Notice intent="error" title={t('agree.failed')}>
      <FailureLine failure={failure} organisation={organisation} />
    </Notice>
  );
}

function Explanation({ purpose, because }: Pick<AgreeCardProps, 'purpose' | 'because'>): ReactNode {
  const styles = { ...useAskCardStyles(), ...useStyles() };
  const { t } = useWords();
  if (because?.code === 'interaction_required') return <p className={styles.text}>{t('agree.signIn')}</p>;
  return (
    <>
      <p className={styles.text}>{t(`agree.lead.${purpose}`)}</p>
      <ul className={styles.list}>
        {CAN[purpose].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('agree.admin')}</p>
    </>
  );
}

export function AgreeCard(props: AgreeCardProps): ReactNode {
  const { purpose, because, state, onContinue, onLater } = props;
  const styles = { ...useAskCardStyles(), ...useStyles() };
  const { t } = useWords();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isAsking = state.phase === 'asking';
  const isPart = because === undefined;
  const Heading = isPart ? 'h4' : 'h2';
  return (
    <section className={mergeClasses(styles.root, isPart && styles.part)} aria-labelledby={heading}>
      <Heading
        id={heading}
        ref={title}
        tabIndex={-1}
        className={mergeClasses(styles.title, isPart && styles.partTitle)}
      >
        {t(because?.code === 'interaction_required' ? 'agree.title.signIn' : `agree.title.${purpose}`)}
      </Heading>
      <Explanation purpose={purpose} because={because} />
      {state.phase === 'failed' && <Outcome {...props} failure={state.failure} />}
      <div className={styles.actions}>
        <ActionButton appearance="primary" disabled={isAsking} onPress={onContinue}>
          {t('agree.continue')}
        </ActionButton>
        {onLater !== undefined && (
          <ActionButton disabled={isAsking} onPress={onLater}>
            {t('agree.later')}
          </ActionButton>
        )}
        <span role="status">{isAsking && <Spinner size="tiny" label={t('agree.waiting')} />}</span>
      </div>
      {because !== undefined && (
        <span className={styles.soft}>
          <QuotedCode code={because.code} requestId={because.details.requestId} />
        </span>
      )}
    </section>
  );
}
