/** The optional features of the profile: asked for one by one, and declining one costs only that one. */
import { type ReactNode, useState } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import { type OptionalFeature, OptionalFeatures } from '../../ui/profile/optional-features.tsx';
import type { Services } from '../services.ts';
import { AgreeScreen } from './agree-screen.tsx';

const FEATURES = ['shifts', 'presence', 'people'] as const;

export interface FeaturesSectionProps {
  readonly services: Services;
  readonly session: Session;
}

export function FeaturesSection({ services, session }: FeaturesSectionProps): ReactNode {
  const [asked, setAsked] = useState<'presence' | 'people'>();
  const [agreed, setAgreed] = useState<readonly OptionalFeature[]>([]);
  const features = FEATURES.filter((feature) => session.features[feature]);
  return (
    <OptionalFeatures features={features} agreed={agreed} asked={asked} onAsk={setAsked}>
      {asked !== undefined && (
        <AgreeScreen
          services={services}
          purpose={asked}
          organisation={session.organisation.name}
          onAgreed={() => {
            setAgreed((before) => [...before, asked]);
            setAsked(undefined);
          }}
          onLater={() => setAsked(undefined)}
        />
      )}
    </OptionalFeatures>
  );
}
