/** The frame of the page: header, agenda, and the screen that opens beside it (wide) or over it (narrow). */
import {
  CalendarLtrRegular,
  ConferenceRoomRegular,
  PeopleRegular,
  PeopleTeamRegular,
  PersonRegular,
} from '@fluentui/react-icons';
import type { ReactNode, Ref } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './page-frame.module.css';

export interface PageFrameProps {
  readonly title: string;
  /** Absent: there is no calendar to book in. */
  readonly onBook?: (() => void) | undefined;
  readonly onPlan?: (() => void) | undefined;
  readonly onRoomNow?: (() => void) | undefined;
  readonly onBookings?: (() => void) | undefined;
  readonly onWho?: (() => void) | undefined;
  readonly onProfile?: (() => void) | undefined;
  readonly panel?: ReactNode;
  readonly panelRef?: Ref<HTMLDivElement>;
  /** The open screen covers everything: what lies below can't be reached. */
  readonly isCovered?: boolean;
  /** Stands above everything; may draw nothing. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** React 18 knows no such attribute and passes it on as it is: the empty text switches it on. */
const toInert = (isInert: boolean): object => (isInert ? { inert: '' } : {});

export function PageFrame(props: PageFrameProps): ReactNode {
  const words = useWords();
  const hasPanel = props.panel !== undefined && props.panel !== false;
  const isInert = hasPanel && props.isCovered === true;
  return (
    <div className={styles.root}>
      <header className={styles.header} {...toInert(isInert)}>
        <h1 className={styles.title}>{props.title}</h1>
        {props.onBook !== undefined && (
          <ActionButton appearance="primary" icon={<ConferenceRoomRegular />} onPress={props.onBook}>
            {words.t('header.book')}
          </ActionButton>
        )}
        {props.onRoomNow !== undefined && (
          <ActionButton onPress={props.onRoomNow}>{words.t('header.roomNow')}</ActionButton>
        )}
        {props.onPlan !== undefined && (
          <ActionButton
            appearance="subtle"
            icon={<PeopleTeamRegular />}
            label={words.t('header.plan')}
            onPress={props.onPlan}
          />
        )}
        {props.onBookings !== undefined && (
          <ActionButton
            appearance="subtle"
            icon={<CalendarLtrRegular />}
            label={words.t('header.bookings')}
            onPress={props.onBookings}
          />
        )}
        {props.onWho !== undefined && (
          <ActionButton
            appearance="subtle"
            icon={<PeopleRegular />}
            label={words.t('header.who')}
            onPress={props.onWho}
          />
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
      <div className={joinClasses(styles.columns, hasPanel && styles.beside)}>
        <main {...toInert(isInert)}>
          <div className={styles.notice}>{props.notice}</div>
          {props.children}
        </main>
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
