/** One quiet line about the state of what is on screen, with the buttons that change it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

export type NoticeIntent = 'info' | 'warning' | 'error';

export interface NoticeProps {
  readonly intent: NoticeIntent;
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  icon: { flexShrink: 0, fontSize: '20px', display: 'inline-flex' },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  text: { flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const ICONS = { info: InfoRegular, warning: WarningRegular, error: ErrorCircleRegular } as const;

export function Notice(props: NoticeProps): ReactNode {
  const styles = useStyles();
  const Icon = ICONS[props.intent];
  const tone = props.intent === 'info' ? undefined : styles[props.intent];
  const iconTone = props.intent === 'info' ? undefined : styles[`${props.intent}Icon`];
  return (
    <div className={mergeClasses(styles.root, tone)} role={props.intent === 'error' ? 'alert' : 'status'}>
      <span className={mergeClasses(styles.icon, iconTone)}>
        <Icon aria-hidden />
      </span>
      <div className={styles.text}>
        {props.title !== undefined && <div className={styles.title}>{props.title}</div>}
        <div>{props.children}</div>
      </div>
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
