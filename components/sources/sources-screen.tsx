import './sources.css';
import type { ComponentProps, ReactNode } from 'react';
import { ActingAs } from '@/components/acting/acting-as';
import { Registry } from './registry';
import { SourceFoot } from './source-foot';
import type { SourceCommand } from './source-keys';

type SourcesScreenProps = ComponentProps<typeof Registry> & {
  userId: string;
  /** What the keys can do on the open source's page. */
  acts: readonly SourceCommand[];
  children: ReactNode;
};

/** The registry beside a source's page. On a phone one of the two: the list, until a source is open. */
export function SourcesScreen({ children, userId, acts, ...registry }: SourcesScreenProps) {
  const { rows, total, current } = registry;
  const at = rows.findIndex(({ id }) => id === current);
  const shown = total.toLocaleString('en');
  return (
    <div className="sources" data-open={current === null ? undefined : ''}>
      <Registry {...registry} />
      <div className="source-pane">
        <ActingAs userId={userId}>{children}</ActingAs>
      </div>
      <SourceFoot place={at === -1 ? `${shown} ${total === 1 ? 'source' : 'sources'}` : `${at + 1} of ${shown} sources`} acts={acts} />
    </div>
  );
}
