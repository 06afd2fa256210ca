/** What people ask, each under a line that unfolds. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  topics: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, font: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    paddingBottom: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  pairs: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0, marginBottom: tokens.spacingVerticalM },
});

const TOPICS = [
  ['help.connect.title', ['help.connect.start', 'help.connect.write', 'help.connect.leave']],
  ['help.seen.title', ['help.seen.reads', 'help.seen.others', 'help.seen.stored']],
  ['help.shifts.title', ['help.shifts.band', 'help.shifts.flags', 'help.shifts.unknown', 'help.shifts.change']],
  ['help.book.title', ['help.book.choose', 'help.book.first', 'help.book.no', 'help.book.silent', 'help.book.release']],
  ['help.outlook.title', ['help.outlook.draft', 'help.outlook.read', 'help.outlook.mail']],
] as const;

const TROUBLES = [
  ['help.mend.door', 'help.mend.doorText'],
  ['help.mend.part', 'help.mend.partText'],
  ['help.mend.rooms', 'help.mend.roomsText'],
  ['help.mend.window', 'help.mend.windowText'],
  ['help.mend.odd', 'help.mend.oddText'],
] as const;

/** `isTrouble`: what is wrong is what the person came for. */
export function HelpTopics({ isTrouble }: { readonly isTrouble: boolean }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.topics}>
      {TOPICS.map(([title, lines], index) => (
        <Unfold
          key={title}
          label={<span className={styles.heading}>{t(title)}</span>}
          openAtFirst={!isTrouble && index === 0}
        >
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </Unfold>
      ))}
      <Unfold label={<span className={styles.heading}>{t('help.mend.title')}</span>} openAtFirst={isTrouble}>
        <dl className={styles.pairs}>
          {TROUBLES.map(([what, remedy]) => (
            <div key={what}>
              <dt className={styles.term}>{t(what)}</dt>
              <dd className={styles.meaning}>{t(remedy)}</dd>
            </div>
          ))}
        </dl>
      </Unfold>
    </div>
  );
}
