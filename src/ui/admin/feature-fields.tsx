/** The kinds of device and the features of the organisation, each with what it costs in consent and what people will see. */
import { mergeClasses, Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ADMIN_CONSENT_SCOPES, FEATURE_SCOPES } from '../../domain/contract/proof.ts';
import type { Settings, SettingsChange } from '../../domain/contract/settings.ts';
import { useWords } from '../words/words-provider.tsx';
import { useAdminStyles } from './admin-styles.ts';

export interface SectionFieldsProps {
  readonly draft: Settings;
  readonly refused: ReadonlySet<string>;
  readonly onEdit: (change: SettingsChange) => void;
}

const DEVICES = ['web', 'desktop', 'mobile'] as const;
const FEATURES = ['freeBusy', 'shifts', 'presence', 'people'] as const;

export function DeviceFields({ draft, onEdit }: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <div className={mergeClasses(styles.group, styles.tall)}>
      {DEVICES.map((device) => (
        <Switch
          key={device}
          label={t(`admin.field.devices.${device}`)}
          checked={draft.devices[device]}
          onChange={(_, data) => onEdit({ devices: { [device]: data.checked } })}
        />
      ))}
    </div>
  );
}

function Cost({ scopes }: { readonly scopes: readonly string[] }): ReactNode {
  const styles = useAdminStyles();
  const words = useWords();
  const { t } = words;
  const admin = scopes.filter((scope) => ADMIN_CONSENT_SCOPES.includes(scope));
  const user = scopes.filter((scope) => !ADMIN_CONSENT_SCOPES.includes(scope));
  return (
    <p className={styles.small}>
      {scopes.length === 0 && t('admin.cost.none')}
      {admin.length > 0 && `${t('admin.cost.admin', { scopes: words.list(admin) })} `}
      {user.length > 0 && t('admin.cost.user', { scopes: words.list(user) })}
    </p>
  );
}

export function FeatureFields({ draft, onEdit }: SectionFieldsProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  return (
    <div className={mergeClasses(styles.tight, styles.tall)}>
      {FEATURES.map((feature) => (
        <div key={feature}>
          <Switch
            label={t(`admin.field.features.${feature}`)}
            checked={draft.features[feature]}
            aria-describedby={`admin-feature-${feature}`}
            onChange={(_, data) => onEdit({ features: { [feature]: data.checked } })}
          />
          <div className={styles.indented} id={`admin-feature-${feature}`}>
            <p className={styles.soft}>{t(`admin.feature.${feature}`)}</p>
            <Cost scopes={FEATURE_SCOPES[feature]} />
          </div>
        </div>
      ))}
    </div>
  );
}
