/** What the organisation switched on beyond the own calendar, and whether I agreed to it; each for itself. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';

export type OptionalFeature = 'shifts' | 'presence' | 'people';

export interface OptionalFeaturesProps {
  readonly features: readonly OptionalFeature[];
  /** Agreed to on this page, just now. */
  readonly agreed: readonly OptionalFeature[];
  readonly asked?: OptionalFeature | undefined;
  readonly onAsk: (feature: 'presence' | 'people') => void;
  /** Stands below the feature that is asked about. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', rowGap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    // the card below says the name itself
    '&[hidden]': { display: 'none' },
  },
  name: { flex: '1 1 10rem' },
  soft: { color: tokens.colorNeutralForeground2 },
});

export function OptionalFeatures(props: OptionalFeaturesProps): ReactNode {
  const { features, agreed, asked, onAsk } = props;
  const styles = useStyles();
  const { t } = useWords();
  if (features.length === 0) return null;
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>{t('profile.features')}</h3>
      <ul className={styles.list}>
        {features.map((feature) => (
          <li key={feature}>
            <div className={styles.row} hidden={feature === asked}>
              <span className={styles.name}>{t(`profile.feature.${feature}`)}</span>
              {feature === 'shifts' && <span className={styles.soft}>{t('profile.featureAdmin')}</span>}
              {agreed.includes(feature) && <span role="status">{t('profile.featureAgreed')}</span>}
              {feature !== 'shifts' && feature !== asked && !agreed.includes(feature) && (
                <ActionButton
                  label={`${t('profile.featureAsk')} ${t(`profile.feature.${feature}`)}`}
                  onPress={() => onAsk(feature)}
                >
                  {t('profile.featureAsk')}
                </ActionButton>
              )}
            </div>
            {feature === asked && props.children}
          </li>
        ))}
      </ul>
    </section>
  );
}
