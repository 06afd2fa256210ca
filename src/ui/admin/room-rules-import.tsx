/** Takes in what Exchange says of rooms: shows what was understood and what not, before anything is sent. */
import { Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { AdminIntegration } from '../../domain/contract/admin.ts';
import type { ParsedRoomRules, RoomRuleProblem } from '../../domain/policy/parse-room-rules.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { toMoment } from './proof-words.ts';

/** Writes one file for all rooms, with the address that Get-CalendarProcessing leaves out. */
export const ROOM_RULES_COMMAND = [
  'Get-EXOMailbox -RecipientTypeDetails RoomMailbox -ResultSize Unlimited | ForEach-Object {',
  '  $address = $_.PrimarySmtpAddress',
  '  Get-CalendarProcessing -Identity $address | Select-Object @{ n = "Address"; e = { $address } },',
  '    AutomateProcessing, BookingWindowInDays, MaximumDurationInMinutes, AllowConflicts, AllowRecurringMeetings,',
  '    ConflictPercentageAllowed, MaximumConflictInstances, ScheduleOnlyDuringWorkHours, EnforceCapacity,',
  '    EnforceSchedulingHorizon, AllBookInPolicy, AllRequestInPolicy',
  '} | ConvertTo-Json | Set-Content rooms.json',
].join('\n');

export interface RoomRulesImportProps {
  readonly known: AdminIntegration['roomRules'];
  /** Of the text that was given; undefined while there is none. */
  readonly parsed: ParsedRoomRules | undefined;
  readonly phase: 'idle' | 'saving' | 'saved' | 'failed';
  readonly saved: number;
  readonly failure?: ReactNode;
  readonly copyCommand: ReactNode;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onImport: () => void;
  readonly onForget: () => void;
}

const MOST_LINES = 20;
/** A text area with more makes the page slow; longer ones come as files. */
const MOST_TYPED = 2_000_000;

function Problem({ problem: { line, why, about = '' } }: { readonly problem: RoomRuleProblem }): ReactNode {
  const words = useWords();
  return (
    <li>
      {words.t('admin.rulesLine', { line: words.number(line) })}
      {' · '}
      <Message id={`admin.rulesWhy.${why}`} names={{ about }} />
    </li>
  );
}

function Preview({ parsed }: { readonly parsed: ParsedRoomRules }): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const { rooms, problems, unreadable } = parsed;
  if (unreadable) return <Notice intent="error">{t('admin.rulesUnreadable')}</Notice>;
  return (
    <Notice
      intent={problems.length > 0 ? 'warning' : 'info'}
      title={t('admin.rulesPreview', { rooms: rooms.length, lines: problems.length })}
    >
      <ul className={styles.list}>
        {problems.slice(0, MOST_LINES).map((problem) => (
          <Problem key={`${problem.line} ${problem.why}`} problem={problem} />
        ))}
      </ul>
      {problems.length > MOST_LINES && t('admin.rulesMore', { count: problems.length - MOST_LINES })}
    </Notice>
  );
}

function Sources({ onText, onFile }: Pick<RoomRulesImportProps, 'onText' | 'onFile'>): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={styles.row}>
        <ActionButton onPress={() => file.current?.click()}>{t('admin.rulesFile')}</ActionButton>
        <input
          ref={file}
          type="file"
          accept=".json,.csv,.txt,.tsv"
          hidden
          aria-label={t('admin.rulesFile')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen !== undefined) onFile(chosen);
            setText('');
            // the same file can be chosen again once it was mended
            event.target.value = '';
          }}
        />
      </div>
      <Field label={t('admin.rulesText')}>
        <Textarea
          rows={4}
          resize="vertical"
          dir="ltr"
          maxLength={MOST_TYPED}
          value={text}
          onChange={(_, data) => {
            setText(data.value);
            onText(data.value);
          }}
        />
      </Field>
    </>
  );
}

export function RoomRulesImport(props: RoomRulesImportProps): ReactNode {
  const { known, parsed, phase } = props;
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const count = parsed?.rooms.length ?? 0;
  const importedAt = toMoment(known.importedAt, words);
  return (
    <div className={styles.stack}>
      <p className={styles.text}>
        {t('admin.rulesKnown', { rooms: known.rooms })}
        {importedAt !== undefined && ` ${t('admin.rulesImported', { when: importedAt })}`}
      </p>
      <div className={styles.tight}>
        <p className={styles.soft}>{t('admin.rulesCommand')}</p>
        <pre className={styles.code} dir="ltr" tabIndex={0} data-testid="data">
          {ROOM_RULES_COMMAND}
        </pre>
        <div className={styles.row}>{props.copyCommand}</div>
      </div>
      <Sources onText={props.onText} onFile={props.onFile} />
      {parsed !== undefined && <Preview parsed={parsed} />}
      {phase === 'failed' && props.failure}
      <div className={styles.row}>
        {count > 0 && (
          <ActionButton appearance="primary" onPress={props.onImport}>
            {t('admin.rulesImport', { rooms: count })}
          </ActionButton>
        )}
        {known.rooms > 0 && <ActionButton onPress={props.onForget}>{t('admin.rulesForget')}</ActionButton>}
        <span className={styles.small} role="status">
          {phase === 'saving' && t('admin.saving')}
          {phase === 'saved' && t('admin.rulesDone', { rooms: props.saved })}
          {phase === 'idle' && count > 0 && known.rooms > 0 && t('admin.rulesReplace')}
        </span>
      </div>
    </div>
  );
}
