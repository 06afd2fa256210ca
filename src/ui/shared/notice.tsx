/** One quiet line about the state of what is on screen, with the buttons that change it. */
import { ErrorCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './notice.module.css';

export type NoticeIntent = 'info' | 'warning' | 'error';

export interface NoticeProps {
  readonly intent: NoticeIntent;
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const ICONS = { info: InfoRegular, warning: WarningRegular, error: ErrorCircleRegular } as const;

export function Notice(props: NoticeProps): ReactNode {
  const Icon = ICONS[props.intent];
  const tone = props.intent === 'info' ? undefined : styles[props.intent];
  const iconTone = props.intent === 'info' ? undefined : styles[`${props.intent}Icon`];
  return (
    <div className={joinClasses(styles.root, tone)} role={props.intent === 'error' ? 'alert' : 'status'}>
      <span className={joinClasses(styles.icon, iconTone)}>
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
