/** The frame of the page: header, agenda, and the screen that opens beside it (wide) or over it (narrow). */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ConferenceRoomRegular, PersonRegular } from '@fluentui/react-icons';
import type { ReactNode, Ref } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';

const WIDE = '@media (min-width: 640px)';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxWidth: '80rem',
    margin: '0 auto',
    boxSizing: 'border-box',
  },
  title: {
    flex: '1 1 0',
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    boxSizing: 'border-box',
  },
  beside: {
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 2fr)' },
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(360px, 2fr)' },
  },
  panel: {
    position: 'fixed',
    inset: 0,
    zIndex: 1,
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    [WIDE]: {
      position: 'sticky',
      top: tokens.spacingVerticalM,
      bottom: 'auto',
      alignSelf: 'start',
      maxHeight: 'calc(100vh - 24px)',
      borderRadius: tokens.borderRadiusLarge,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
  },
});

export interface PageFrameProps {
  readonly title: string;
  /** Absent: there is no calendar to book in. */
  readonly onBook?: (() => void) | undefined;
  readonly onProfile?: (() => void) | undefined;
  readonly panel?: ReactNode;
  readonly panelRef?: Ref<HTMLDivElement>;
  /** The open screen covers everything: what lies below can't be reached. */
  readonly isCovered?: boolean;
  readonly children: ReactNode;
}

export function PageFrame(props: PageFrameProps): ReactNode {
  const words = useWords();
  const styles = useStyles();
  const hasPanel = props.panel !== undefined && props.panel !== false;
  const isInert = hasPanel && props.isCovered === true;
  return (
    <div className={styles.root}>
      <header className={styles.header} inert={isInert}>
        <h1 className={styles.title}>{props.title}</h1>
        {props.onBook !== undefined && (
          <ActionButton appearance="primary" icon={<ConferenceRoomRegular />} onPress={props.onBook}>
            {words.t('header.book')}
          </ActionButton>
        )}
        {props.onProfile !== undefined && (
          <ActionButton
            appearance="subtle"
            icon={<PersonRegular />}
            label={words.t('header.profile')}
            onPress={props.onProfile}
          />
        )}
      </header>
      <div className={mergeClasses(styles.columns, hasPanel && styles.beside)}>
        <main inert={isInert}>{props.children}</main>
        {hasPanel && (
          <div
            className={styles.panel}
            ref={props.panelRef}
            tabIndex={-1}
            role="region"
            aria-label={words.t('header.panel')}
          >
            {props.panel}
          </div>
        )}
      </div>
    </div>
  );
}
