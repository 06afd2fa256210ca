/** What administrators are warned of, and the figures of the integration. */
import type { ReactNode } from 'react';
import type { AdminIntegration } from '../../domain/contract/admin.ts';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { toWebLink } from '../shared/web-link.ts';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { toMoment } from './proof-words.ts';
import type { ProofLinks } from './proof-step-row.tsx';

const SOON_DAYS = 30;

export interface WarningsProps {
  readonly integration: AdminIntegration;
  readonly onTest: () => void;
}

export function Warnings({ integration, onTest }: WarningsProps): ReactNode {
  const { state, proof, credentialDays: days } = integration;
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <>
      {state === 'enabled' && proof.doubts.length > 0 && (
        <Notice
          intent="warning"
          title={t('admin.doubtsTitle')}
          actions={<ActionButton onPress={onTest}>{t('admin.testAgain')}</ActionButton>}
        >
          <ul className={styles.list}>
            {proof.doubts.map((doubt) => (
              <li key={doubt}>{t(`admin.doubt.${doubt}`)}</li>
            ))}
          </ul>
          {t('admin.doubtsText')}
        </Notice>
      )}
      {days !== undefined && days < 0 && <Notice intent="error">{t('admin.credentialEnded')}</Notice>}
      {days !== undefined && days >= 0 && days <= SOON_DAYS && (
        <Notice intent="warning">{t('admin.credentialSoon', { days })}</Notice>
      )}
    </>
  );
}

function listFacts(integration: AdminIntegration, words: Words): readonly (readonly [string, string])[] {
  const { proof, counts, credentialDays: days, roomRules } = integration;
  const { t } = words;
  const never = t('admin.never');
  const ends = days === undefined ? t('admin.notKnown') : days < 0 ? t('admin.ended') : t('admin.inDays', { days });
  return [
    [t('admin.connectedPeople'), words.number(counts.connected)],
    [t('admin.passedAt'), toMoment(proof.passedAt, words) ?? never],
    ...(proof.expiresAt === undefined
      ? []
      : [[t('admin.expiresAt'), toMoment(proof.expiresAt, words) ?? t('admin.notKnown')] as const]),
    [t('admin.credentialEnds'), ends],
    [t('admin.knownRules'), words.number(roomRules.rooms)],
  ];
}

export function StandingFacts({ integration }: { readonly integration: AdminIntegration }): ReactNode {
  const styles = useAdminStyles();
  const words = useWords();
  return (
    <section className={styles.card} aria-labelledby="admin-facts">
      <h2 className={styles.heading} id="admin-facts">
        {words.t('admin.facts')}
      </h2>
      <dl className={styles.facts}>
        {listFacts(integration, words).map(([term, value]) => (
          <div key={term} className={styles.pair}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ConsentCard({ url, onOpen, copyLink }: ProofLinks & { readonly url: string }): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const link = toWebLink(url);
  if (link === undefined) return null;
  return (
    <section className={styles.card} aria-labelledby="admin-consent">
      <h2 className={styles.heading} id="admin-consent">
        {t('admin.consentTitle')}
      </h2>
      <p className={styles.soft}>{t('admin.consentText')}</p>
      <div className={styles.row}>
        <ActionLink href={link} onPress={() => onOpen(link)}>
          {t('admin.openConsent')}
        </ActionLink>
        {copyLink(link)}
      </div>
    </section>
  );
}
