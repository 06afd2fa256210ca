/** What is done beside an item and can't be fetched, offline for instance, leads back to the item instead of standing in its place. */
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { LoadScreen } from '../lazy-screen.tsx';

interface Leavable {
  readonly onDone: (changed: boolean) => void;
}

function NotFetched({ onDone }: Leavable): ReactNode {
  const { t } = useWords();
  return (
    <Notice intent="error" actions={<ActionButton onPress={() => onDone(false)}>{t('action.close')}</ActionButton>}>
      {t('screen.failed')}
    </Notice>
  );
}

/** Made once for each screen: what is opened anew is fetched anew. */
export const orBack =
  <Props extends Leavable>(load: LoadScreen<Props>): LoadScreen<Props> =>
  (words) =>
    load(words).catch(() => NotFetched);
