/** The page of the administration: its name, the way back, and its parts side by side. */
import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode, Ref } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { joinClasses } from '../shared/join-classes.ts';
import { useWords } from '../words/words-provider.tsx';
import styles from './admin-frame.module.css';

export const ADMIN_TABS = ['overview', 'proof', 'settings', 'audit'] as const;
export type AdminTab = (typeof ADMIN_TABS)[number];

export interface AdminFrameProps {
  readonly tab: AdminTab;
  readonly tabs: readonly AdminTab[];
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly onTab: (tab: AdminTab) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  tabs: {
    flexWrap: 'wrap',
    // four names of one word stand side by side also on a phone
    '& .fui-Tab': {
      '@media (max-width: 639.98px)': { minHeight: '44px', paddingInline: tokens.spacingHorizontalSNudge },
    },
  },
});

export const toTabId = (tab: AdminTab): string => `admin-tab-${tab}`;

export function AdminFrame(props: AdminFrameProps): ReactNode {
  const { tab, tabs } = props;
  const { t } = useWords();
  const fluent = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.inner}>
        <header className={joinClasses(styles.header, styles.notPrinted)}>
          <ActionButton
            appearance="subtle"
            icon={<ArrowLeftRegular className={styles.arrow} />}
            label={t('admin.back')}
            onPress={props.onClose}
          />
          <h1 className={styles.title} ref={props.titleRef} tabIndex={-1}>
            {t(tabs.length > 0 && !tabs.includes('overview') ? 'proof.title' : 'admin.title')}
          </h1>
        </header>
        {tabs.length > 1 && (
          <nav className={styles.notPrinted} aria-label={t('admin.sections')}>
            <TabList
              className={fluent.tabs}
              aria-label={t('admin.sections')}
              selectedValue={tab}
              onTabSelect={(_, data) => props.onTab(data.value as AdminTab)}
            >
              {tabs.map((each) => (
                <Tab key={each} id={toTabId(each)} value={each}>
                  {t(`admin.tab.${each}`)}
                </Tab>
              ))}
            </TabList>
          </nav>
        )}
        <main>{props.children}</main>
      </div>
    </div>
  );
}
