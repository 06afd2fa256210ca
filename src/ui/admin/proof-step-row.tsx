/** One step of the test: how it ended, in sign and word, what it means, what it found, and what to do. */
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleRegular,
  DismissCircleRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ProofEvent, ProofStep } from '../../domain/contract/proof.ts';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { toWebLink } from '../shared/web-link.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { meanStep, nameStep, sayCode, sayFacts, sayRemedy, sayTook } from './proof-words.ts';
import { PRINT } from './print-classes.ts';

export interface ProofLinks {
  readonly onOpen: (url: string) => void;
  /** A button that copies the link. */
  readonly copyLink: (url: string) => ReactNode;
  /** Makes the run again; absent where none can be begun. */
  readonly onAgain?: (() => void) | undefined;
}

export interface ProofStepRowProps extends ProofLinks {
  readonly step: ProofStep;
  /** The latest that is known; absent: its turn has not come. */
  readonly event: ProofEvent | undefined;
}

type Outcome = ProofEvent['state'] | 'waiting';

const ICONS = {
  waiting: CircleRegular,
  passed: CheckmarkCircleRegular,
  failed: DismissCircleRegular,
  inconclusive: QuestionCircleRegular,
  skipped: SubtractCircleRegular,
} as const;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  icon: { paddingTop: tokens.spacingVerticalXXS },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  name: { flex: '1 1 11rem', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  outcome: { display: 'inline-flex', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  took: {
    minWidth: '3.5rem',
    paddingInlineStart: tokens.spacingHorizontalS,
    textAlign: 'end',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
});

function OutcomeIcon({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const admin = useAdminStyles();
  const own = useStyles();
  if (outcome === 'running') return <Spinner className={own.icon} size="extra-tiny" aria-hidden />;
  const Icon = ICONS[outcome];
  const tone = { passed: admin.good, failed: admin.bad, inconclusive: admin.unsure, waiting: '', skipped: '' }[outcome];
  return (
    <span className={mergeClasses(admin.icon, own.icon, tone)}>
      <Icon aria-hidden />
    </span>
  );
}

const CALENDAR = 'https://outlook.office365.com/calendar';

/** What could not be cleaned up lies in the own calendar; the next run tries it too. */
function LeftoverActions({ onOpen, onAgain }: Pick<ProofLinks, 'onOpen' | 'onAgain'>): ReactNode {
  const admin = useAdminStyles();
  const { t } = useWords();
  return (
    <div className={mergeClasses(admin.row, PRINT.notPrinted)}>
      <ActionLink href={CALENDAR} onPress={() => onOpen(CALENDAR)}>
        {t('proof.openCalendar')}
      </ActionLink>
      {onAgain !== undefined && <ActionButton onPress={onAgain}>{t('action.retry')}</ActionButton>}
    </div>
  );
}

function StepDetails(props: ProofStepRowProps & { readonly event: ProofEvent }): ReactNode {
  const { event, onOpen, copyLink, onAgain } = props;
  const admin = useAdminStyles();
  const words = useWords();
  const code = sayCode(event, words);
  const remedy = event.state === 'running' ? undefined : sayRemedy(event, words);
  const facts = sayFacts(event, words);
  const consent = toWebLink(event.consent?.url);
  return (
    <>
      {facts.length > 0 && <p className={admin.small}>{facts.join(' · ')}</p>}
      {code !== undefined && <p className={admin.text}>{code}</p>}
      {remedy !== undefined && remedy !== '' && <p className={admin.text}>{remedy}</p>}
      {consent !== undefined && (
        <div className={mergeClasses(admin.row, PRINT.notPrinted)}>
          <ActionLink href={consent} onPress={() => onOpen(consent)}>
            {words.t('admin.openConsent')}
          </ActionLink>
          {copyLink(consent)}
        </div>
      )}
      {event.step === 'clean_up' && event.code === 'leftovers' && <LeftoverActions {...{ onOpen, onAgain }} />}
    </>
  );
}

export function ProofStepRow(props: ProofStepRowProps): ReactNode {
  const { step, event } = props;
  const own = useStyles();
  const admin = useAdminStyles();
  const words = useWords();
  const outcome = event?.state ?? 'waiting';
  return (
    <li className={mergeClasses(own.root, PRINT.step)} data-step={step} data-state={outcome}>
      <OutcomeIcon outcome={outcome} />
      <div className={own.body}>
        <div className={own.head}>
          <span className={own.name}>{nameStep(step, words)}</span>
          <span className={own.outcome}>
            {words.t(`proof.outcome.${outcome}`)}
            <span className={own.took}>
              {event !== undefined && outcome !== 'running' && outcome !== 'skipped' && sayTook(event.ms, words)}
            </span>
          </span>
        </div>
        <p className={admin.small}>{meanStep(step, words)}</p>
        {event !== undefined && <StepDetails {...props} event={event} />}
      </div>
    </li>
  );
}
