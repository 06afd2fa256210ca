/** Says why the calendar can't be shown, who can change that, and what to quote to them. */
import type { ReactNode } from 'react';
import type { FailureCode } from '../../domain/failure.ts';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';
import { type CopyState, CopyableCode } from './copyable-code.tsx';
import { describeDoor, type DoorState } from './failure-words.ts';
import { StatePage } from './state-page.tsx';
import styles from './closed-door.module.css';

export interface ClosedDoorProps {
  readonly code: FailureCode;
  readonly requestId?: string | undefined;
  readonly organisation?: string | undefined;
  readonly state?: DoorState | undefined;
  /** Whom people may ask, in the organisation's own words. */
  readonly helpContact?: string | undefined;
  /** Until when the other side asked us to wait. */
  readonly waitUntil?: Temporal.Instant | undefined;
  readonly copy: CopyState;
  readonly onCopy: (text: string) => void;
  readonly onRetry: () => void;
  /** Absent for whoever does not administer the app. */
  readonly onOpenAdmin?: (() => void) | undefined;
  readonly onOpenHelp?: (() => void) | undefined;
  /** Names what `onOpenAdmin` opens. */
  readonly isTester?: boolean | undefined;
}

export function ClosedDoor(props: ClosedDoorProps): ReactNode {
  const words = useWords();
  const { state = 'other', helpContact = '', onOpenAdmin, onOpenHelp } = props;
  const { what, who } = describeDoor(props.code, state, words, props.organisation);
  return (
    <StatePage
      title={words.t('door.title')}
      actions={
        <>
          <ActionButton appearance="primary" onPress={props.onRetry}>
            {words.t('action.retry')}
          </ActionButton>
          {onOpenAdmin !== undefined && (
            <ActionButton onPress={onOpenAdmin}>
              {words.t(props.isTester === true ? 'door.openProof' : 'door.openAdmin')}
            </ActionButton>
          )}
          {onOpenHelp !== undefined && <ActionButton onPress={onOpenHelp}>{words.t('door.help')}</ActionButton>}
        </>
      }
    >
      <p className={styles.text} role="alert">
        {what}
      </p>
      {props.waitUntil !== undefined && (
        <p className={styles.text}>{words.t('door.waitUntil', { time: words.time(props.waitUntil) })}</p>
      )}
      <p className={styles.who}>
        <span className={styles.label}>{words.t('door.who')}</span>
        <span>{who}</span>
        {helpContact !== '' && (
          <span>
            <Message id="door.contact" names={{ contact: helpContact }} />
          </span>
        )}
      </p>
      <CopyableCode code={props.code} requestId={props.requestId} copy={props.copy} onCopy={props.onCopy} />
    </StatePage>
  );
}
