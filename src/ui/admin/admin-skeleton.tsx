/** The shape of the page until its content is there. */
import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useAdminStyles } from './admin-styles.ts';

export function AdminSkeleton({ label }: { readonly label: string }): ReactNode {
  const styles = useAdminStyles();
  return (
    <Skeleton className={styles.stack} aria-label={label} aria-busy="true">
      {[3, 5].map((lines) => (
        <div key={lines} className={styles.card}>
          <SkeletonItem size={24} />
          {Array.from({ length: lines }, (_, line) => (
            <SkeletonItem key={line} size={16} />
          ))}
        </div>
      ))}
    </Skeleton>
  );
}
