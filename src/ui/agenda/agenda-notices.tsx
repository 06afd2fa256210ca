/** Says what is not whole about the agenda on screen: sources that did not answer, age, entries left out. */
import type { ReactNode } from 'react';
import type { AgendaSource, SourceProblem } from '../../domain/agenda/agenda-sources.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { describeFailure } from '../shared/failure-words.ts';
import { Notice } from '../shared/notice.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import styles from './agenda-notices.module.css';

/** Why what is on screen was not brought up to date. */
export type Staleness =
  | { readonly kind: 'offline' }
  | { readonly kind: 'waiting'; readonly until: Temporal.Instant }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export interface AgendaNoticesProps {
  readonly asOf: Temporal.Instant;
  readonly stale?: Staleness | undefined;
  readonly problems: readonly SourceProblem[];
  readonly sourcesAsked: readonly AgendaSource[];
  readonly skipped: number;
  readonly isZoneGuessed: boolean;
  readonly onRetry: () => void;
}

function StaleNotice(props: {
  readonly stale: Staleness;
  readonly asOf: Temporal.Instant;
  readonly retry: ReactNode;
}): ReactNode {
  const words = useWords();
  const { stale, retry } = props;
  const time = words.time(props.asOf);
  switch (stale.kind) {
    case 'offline':
      return <Notice intent="warning">{words.t('agenda.offline', { time })}</Notice>;
    case 'waiting':
      return (
        <Notice intent="warning">
          {words.t('agenda.throttledStale', { until: words.time(stale.until), asOf: time })}
        </Notice>
      );
    case 'failed':
      return (
        <Notice intent="warning" actions={retry}>
          {words.t('agenda.stale', { time })} {describeFailure(stale.code, words).what}
        </Notice>
      );
  }
}

/** Each missing source once, with the calendars or teams it is about. */
function listMissing(problems: readonly SourceProblem[], words: Words): string {
  const names = problems.map(({ source, name }) =>
    name === undefined || name === ''
      ? words.t(`source.${source}`)
      : words.t('source.named', { source: words.t(`source.${source}`), name }),
  );
  return words.list([...new Set(names)]);
}

function PartialNotice(props: AgendaNoticesProps & { readonly retry: ReactNode }): ReactNode {
  const { problems } = props;
  const words = useWords();
  const missing = new Set(problems.map((problem) => problem.source));
  const total = new Set([...props.sourcesAsked, ...missing]).size;
  const reasons = new Set(problems.map((problem) => describeFailure(problem.failure.code, words).what));
  return (
    <Notice intent={missing.has('calendar') ? 'error' : 'warning'} actions={props.retry}>
      {words.t('agenda.partial', {
        answered: words.number(total - missing.size),
        total: words.number(total),
        missing: listMissing(problems, words),
      })}{' '}
      {missing.has('calendar') && `${words.t('agenda.incomplete')} `}
      {[...reasons].join(' ')}
    </Notice>
  );
}

export function AgendaNotices(props: AgendaNoticesProps): ReactNode {
  const words = useWords();
  // a person without a mailbox still has shifts, and trying again would give them none
  const problems = props.problems.filter(({ failure }) => failure.code !== 'mailbox_missing');
  const hasNoMailbox = problems.length < props.problems.length;
  const retry = <ActionButton onPress={props.onRetry}>{words.t('action.retry')}</ActionButton>;
  return (
    <div className={styles.root}>
      {props.stale !== undefined && <StaleNotice stale={props.stale} asOf={props.asOf} retry={retry} />}
      {hasNoMailbox && <Notice intent="info">{words.t('agenda.noMailbox')}</Notice>}
      {problems.length > 0 && <PartialNotice {...props} problems={problems} retry={retry} />}
      {props.skipped > 0 && <Notice intent="info">{words.t('agenda.skipped', { count: props.skipped })}</Notice>}
      {props.isZoneGuessed && (
        <Notice intent="info">{words.t('agenda.zoneGuessed', { zone: words.zoneName() })}</Notice>
      )}
    </div>
  );
}
