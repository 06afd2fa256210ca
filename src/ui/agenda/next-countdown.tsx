/** Says in how long a meeting begins, or until when it runs. */
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';

export interface NextCountdownProps {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly now: Temporal.Instant;
}

export function NextCountdown({ start, end, now }: NextCountdownProps): ReactNode {
  const words = useWords();
  const aheadMs = start.epochMilliseconds - now.epochMilliseconds;
  return aheadMs > 0
    ? `${words.t('next.label')} · ${words.t('next.in', { duration: words.duration(aheadMs) })}`
    : `${words.t('next.now')} · ${words.t('next.untilTime', { time: words.time(end) })}`;
}
