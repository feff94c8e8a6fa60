import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { usePart } from '@/components/ui/use-part';
import { loadTools } from '../load-tools';
import { useSession, useView } from '../session/session-context';
import { useKeys } from '../use-keys';
import { isFiltering, NO_FILTER } from './claim-filter';
import { useClaimFilter, useFilterInSession, useListedClaims } from './use-claim-filter';

/** At the foot: how many claims are listed, and by what they can be narrowed. */
export function FilterPanel() {
  useFilterInSession();
  const session = useSession();
  const { claims, tool } = useView();
  const [filter, setFilter] = useClaimFilter();
  const shown = useListedClaims().length;
  const keys = useKeys();
  const tools = usePart(loadTools, tool?.kind === 'filter');
  const active = isFiltering(filter);
  const clear = () => setFilter(NO_FILTER);
  return (
    <span className="filter-foot">
      {active ? (
        <span role="status">
          {shown} of {claims.length} shown
        </span>
      ) : null}
      {active ? (
        <Button size="s" tone="quiet" shortcut={keys.print('clearFilter')} aria-keyshortcuts={keys.aria('clearFilter')} onClick={clear}>
          Show all
        </Button>
      ) : null}
      <Popover
        title="Show only claims"
        side="top"
        open={tool?.kind === 'filter'}
        onOpenChange={(open) => {
          session.patch({ tool: open ? { kind: 'filter' } : null });
          if (!open) session.surface()?.focus();
        }}
        trigger={
          <Button size="s" tone="quiet" shortcut={keys.print('filter')} aria-keyshortcuts={keys.aria('filter')}>
            Filter
          </Button>
        }
      >
        {tools === null ? null : <tools.FilterChoices session={session} claims={claims} filter={filter} onChange={setFilter} />}
        <p className="text-ink-2" role="status">
          {shown} of {claims.length} shown
        </p>
      </Popover>
    </span>
  );
}
