/** The settings of the organisation, each part saved by itself. */
import { type ReactNode, useMemo } from 'react';
import type { AdminIntegration, Choices } from '../../domain/contract/admin.ts';
import type { Settings } from '../../domain/contract/settings.ts';
import { useAdminStyles } from '../../ui/admin/admin-styles.ts';
import { BuildingFields } from '../../ui/admin/building-fields.tsx';
import { DeviceFields, FeatureFields, type SectionFieldsProps } from '../../ui/admin/feature-fields.tsx';
import { OrganisationFields } from '../../ui/admin/organisation-fields.tsx';
import { RetentionFields, RolloutFields } from '../../ui/admin/rollout-fields.tsx';
import { SaveBar } from '../../ui/admin/save-bar.tsx';
import { SourceOrder } from '../../ui/admin/source-order.tsx';
import { TeamBuildingFields } from '../../ui/admin/team-building-fields.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { MessageKey } from '../../ui/words/message-key.ts';
import type { AdminServices } from './admin-services.ts';
import { FailureNotice } from './failure-notice.tsx';
import { RoomRulesCard } from './room-rules-card.tsx';
import type { Asked } from './use-asked.ts';
import { type IntegrationHandle, toSettings } from './use-integration.ts';
import { useSection } from './use-section.ts';

interface SectionProps {
  readonly title: MessageKey;
  readonly hint?: MessageKey;
  readonly settings: Settings;
  readonly save: IntegrationHandle['save'];
  readonly fields: (props: SectionFieldsProps) => ReactNode;
}

function Section({ title, hint, settings, save, fields }: SectionProps): ReactNode {
  const styles = useAdminStyles();
  const { t } = useWords();
  const { draft, isDirty, status, refused, edit, ...actions } = useSection(settings, save);
  const failure =
    status.phase === 'failed'
      ? { failure: <FailureNotice title={t('admin.notSaved')} failure={status.failure} /> }
      : {};
  return (
    <section className={styles.card} aria-labelledby={`head ${title}`.replaceAll(/\W/gu, '-')}>
      <h2 className={styles.heading} id={`head ${title}`.replaceAll(/\W/gu, '-')}>
        {t(title)}
      </h2>
      {hint !== undefined && <p className={styles.soft}>{t(hint)}</p>}
      {fields({ draft, refused, onEdit: edit })}
      <SaveBar
        {...{ phase: status.phase, isDirty, draft }}
        {...failure}
        isRefused={refused.size > 0}
        theirs={status.phase === 'conflict' ? status.theirs : undefined}
        onSave={actions.save}
        onDiscard={actions.discard}
      />
    </section>
  );
}

interface SettingsTabProps {
  readonly admin: AdminServices;
  readonly integration: AdminIntegration;
  readonly choices: Asked<Choices>;
  readonly tenantId: string;
  readonly save: IntegrationHandle['save'];
  readonly refresh: () => void;
}

const NOTHING: Choices = { rooms: [], buildings: [], teams: [], missing: [] };

export function SettingsTab(props: SettingsTabProps): ReactNode {
  const { admin, integration, choices, tenantId, save, refresh } = props;
  const styles = useAdminStyles();
  const settings = useMemo(() => toSettings(integration), [integration]);
  const { rooms, buildings, teams, missing } = choices.phase === 'ready' ? choices.value : NOTHING;
  const isMissing = (list: 'rooms' | 'teams'): boolean => choices.phase === 'failed' || missing.includes(list);
  const each = { settings, save };
  return (
    <div className={styles.stack}>
      <Section
        {...each}
        title="admin.section.devices"
        hint="admin.section.devicesHint"
        fields={(parts) => <DeviceFields {...parts} />}
      />
      <Section
        {...each}
        title="admin.section.features"
        hint="admin.section.featuresHint"
        fields={(parts) => <FeatureFields {...parts} />}
      />
      <Section
        {...each}
        title="admin.section.sources"
        hint="admin.section.sourcesHint"
        fields={(parts) => <SourceOrder {...parts} />}
      />
      <Section
        {...each}
        title="admin.section.teamBuildings"
        hint="admin.section.teamBuildingsHint"
        fields={(parts) => <TeamBuildingFields {...parts} {...{ teams, buildings }} isMissing={isMissing('teams')} />}
      />
      <Section
        {...each}
        title="admin.section.buildings"
        hint="admin.section.buildingsHint"
        fields={(parts) => <BuildingFields {...parts} buildings={buildings} isMissing={isMissing('rooms')} />}
      />
      <RoomRulesCard {...{ admin, rooms, tenantId }} known={integration.roomRules} onSaved={refresh} />
      <Section {...each} title="admin.section.rollout" fields={(parts) => <RolloutFields {...parts} />} />
      <Section {...each} title="admin.section.organisation" fields={(parts) => <OrganisationFields {...parts} />} />
      <Section {...each} title="admin.section.retention" fields={(parts) => <RetentionFields {...parts} />} />
    </div>
  );
}
