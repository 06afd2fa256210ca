/** Who changed what and when, from what to what, in words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AuditRecord } from '../../domain/contract/admin.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { toMoment } from './proof-words.ts';
import { listFields, nameField, readField, sayValue } from './setting-words.ts';

export interface AuditListProps {
  readonly records: readonly AuditRecord[];
  /** Object id of whoever reads. */
  readonly me: string;
}

const PAGE = 50;
const ACTIONS: Readonly<Record<string, Extract<MessageKey, `admin.action.${string}`>>> = {
  settings: 'admin.action.settings',
  enabled: 'admin.action.enabled',
  disabled: 'admin.action.disabled',
  suspended: 'admin.action.suspended',
  state: 'admin.action.state',
  proof_run: 'admin.action.proof_run',
  room_rules: 'admin.action.room_rules',
  deleted: 'admin.action.deleted',
  door_opened: 'admin.action.door_opened',
};

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  action: { fontWeight: tokens.fontWeightSemibold },
  changes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

function sayActor(actor: string, me: string, { t }: Words): string | undefined {
  if (actor === me) return t('admin.actor.me');
  if (actor === 'program') return t('admin.actor.program');
  return actor.startsWith('deleted-') ? t('admin.actor.deleted') : undefined;
}

function Entry({ record, me }: { readonly record: AuditRecord; readonly me: string }): ReactNode {
  const { at, actor, action, from = {}, to = {} } = record;
  const styles = useAdminStyles();
  const own = useStyles();
  const words = useWords();
  const fields = [...new Set([...listFields(from), ...listFields(to)])];
  const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  return (
    <li className={own.item}>
      <div className={own.head}>
        <span className={own.action}>{known === undefined ? <bdi>{action}</bdi> : words.t(known)}</span>
        <time className={styles.small} dateTime={at}>
          {toMoment(at, words) ?? at}
        </time>
        <span className={styles.small}>{sayActor(actor, me, words) ?? <bdi>{actor}</bdi>}</span>
      </div>
      {fields.length > 0 && (
        <ul className={own.changes}>
          {fields.map((field) => (
            <li key={field}>
              <Message
                id="admin.auditChange"
                names={{
                  field: nameField(field, words),
                  from: sayValue(field, readField(from, field), words),
                  to: sayValue(field, readField(to, field), words),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function AuditList({ records, me }: AuditListProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const [shown, setShown] = useState(PAGE);
  if (records.length === 0) return <p className={styles.soft}>{t('admin.auditEmpty')}</p>;
  return (
    <>
      <ul className={styles.bare}>
        {records.slice(0, shown).map((record, index) => (
          <Entry key={index} record={record} me={me} />
        ))}
      </ul>
      {records.length > shown && (
        <div className={styles.row}>
          <ActionButton onPress={() => setShown(shown + PAGE)}>{t('admin.auditMore')}</ActionButton>
        </div>
      )}
    </>
  );
}
