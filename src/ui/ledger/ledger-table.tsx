/** The calls of this visit, the newest first: when, what for, and how it was answered. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LedgerCall } from '../../domain/ledger/call-report.ts';
import { findPurpose, findScope } from '../../domain/ledger/describe-call.ts';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    ':last-child': { paddingInlineEnd: 0 },
  },
  head: { fontWeight: tokens.fontWeightSemibold, borderTopStyle: 'none', color: tokens.colorNeutralForeground2 },
  time: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  purpose: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  path: { fontFamily: tokens.fontFamilyMonospace },
  answer: { fontVariantNumeric: 'tabular-nums', minWidth: '84px' },
  bad: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A team without a schedule, a room that takes no check-in: an answer like any other. */
const NOT_THERE = 404;

/** With seconds: many calls are made within one minute. */
function createTime({ locale, clock }: Words): (atMs: number) => string {
  const format = new Intl.DateTimeFormat(locale.formats, {
    timeStyle: 'medium',
    timeZone: clock.zone,
    ...(clock.hourCycle === undefined ? {} : { hourCycle: clock.hourCycle }),
  });
  return (atMs) => format.format(atMs);
}

function sayAnswer({ status, items }: LedgerCall, { t }: Words): string {
  if (status === undefined) return t('ledger.lost');
  if (status === NOT_THERE) return t('ledger.notThere', { status });
  return items === undefined ? t('ledger.refused', { status }) : t('ledger.items', { count: items });
}

function Row({ call, time }: { readonly call: LedgerCall; readonly time: string }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const scope = findScope(call);
  const way = words.t(`ledger.way.${call.transport}`);
  return (
    <tr>
      <td className={mergeClasses(styles.cell, styles.time)}>{time}</td>
      <th scope="row" className={styles.cell}>
        <div className={styles.purpose}>{words.t(`ledger.purpose.${findPurpose(call)}`)}</div>
        <div className={mergeClasses(styles.soft, styles.path)}>
          <bdi dir="ltr">
            {call.method} {call.path}
          </bdi>
        </div>
        <div className={styles.soft}>
          {[way, ...(scope === undefined ? [] : [words.t('ledger.scope', { scope })])].join(' · ')}
        </div>
      </th>
      <td className={mergeClasses(styles.cell, styles.answer)}>
        <div className={call.items === undefined && call.status !== NOT_THERE ? styles.bad : undefined}>
          {sayAnswer(call, words)}
        </div>
        {call.isAgain && <div>{words.t('ledger.again')}</div>}
        <div className={styles.soft}>{words.t('ledger.took', { ms: words.number(Math.round(call.ms)) })}</div>
      </td>
    </tr>
  );
}

export function LedgerTable({ calls }: { readonly calls: readonly LedgerCall[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const toTime = createTime(words);
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={words.t('ledger.table')}>
      <thead>
        <tr>
          {(['time', 'call', 'answer'] as const).map((column) => (
            <th key={column} scope="col" className={head}>
              {words.t(`ledger.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call, index) => (
          <Row key={index} call={call} time={toTime(call.atMs)} />
        ))}
      </tbody>
    </table>
  );
}
