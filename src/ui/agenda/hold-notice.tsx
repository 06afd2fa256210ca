/** Tells of a booking that an earlier visit left unfinished, with both ways out of it. */
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { toShortSubject } from './subject-words.ts';

export interface HoldNoticeProps {
  readonly subject: string;
  readonly start: Temporal.Instant;
  /** The meeting was there before its room was asked. */
  readonly isExisting: boolean;
  readonly onFinish: () => void;
  readonly onTakeBack: () => void;
}

export function HoldNotice(props: HoldNoticeProps): ReactNode {
  const words = useWords();
  const subject = toShortSubject(props.subject.trim() === '' ? words.t('event.noSubject') : props.subject);
  return (
    <Notice
      intent="warning"
      title={words.t('hold.title')}
      actions={
        <>
          <ActionButton appearance="primary" label={words.t('hold.finishNamed', { subject })} onPress={props.onFinish}>
            {words.t('hold.finish')}
          </ActionButton>
          <ActionButton label={words.t('hold.takeBackNamed', { subject })} onPress={props.onTakeBack}>
            {words.t('hold.takeBack')}
          </ActionButton>
        </>
      }
    >
      {words.dateTime(props.start)} · <bdi>{subject}</bdi>
      <br />
      {words.t(props.isExisting ? 'hold.detailExisting' : 'hold.detailNew')}
    </Notice>
  );
}
