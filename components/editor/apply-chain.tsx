import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Chain } from '@/lib/attribution/chain';
import { chainLine } from '@/lib/attribution/chain-words';
import { toClaimResource } from '@/lib/claims/claim';
import { can } from '@/lib/permissions/permissions';
import { ClaimBadge } from './claim-badge';
import type { ShownClaim } from './outbox/overlay';
import { APPLY_MAX, applyChain } from './session/chain-acts';
import { useSession, useView } from './session/session-context';
import { chainName, shownName } from './shown-claim';

/** So many lines are looked through; the filter finds the rest. */
const LISTED_MAX = 200;

/** One chain for several claims: which ones, from a list that is filtered by typing. Those marked in the margin are chosen already. */
export function ApplyChain() {
  const session = useSession();
  const { applying } = useView();
  if (applying === null) return null;
  return (
    <Dialog
      title="Apply this chain to…"
      open
      onOpenChange={(open) => {
        if (open) return;
        session.patch({ applying: null });
        session.surface()?.focus();
      }}
    >
      <Choice chain={applying.chain} fromId={applying.fromId} />
    </Dialog>
  );
}

function Choice({ chain, fromId }: { chain: Chain; fromId: string | null }) {
  const session = useSession();
  const { claims, marked } = useView();
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([...marked].filter((claimId) => claimId !== fromId)));
  const found = claims.filter((claim) => claim.id !== fromId && matches(claim, query));

  function toggle(claimId: string): void {
    const next = new Set(chosen);
    if (!next.delete(claimId) && next.size < APPLY_MAX) next.add(claimId);
    setChosen(next);
  }

  function apply(): void {
    applyChain(session, chosen, chain);
    session.surface()?.focus();
  }

  return (
    <form
      className="apply-chain"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || chosen.size === 0) return;
        event.preventDefault();
        apply();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0) apply();
      }}
    >
      <p className="chain-line">
        <bdi>{chainLine(chain)}</bdi>
      </p>
      <label className="sr-only" htmlFor={id}>
        Find claims by number, words or source
      </label>
      <input
        id={id}
        className="input"
        type="search"
        placeholder="Number, words or source"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <fieldset className="apply-list">
        <legend className="sr-only">Claims</legend>
        {found.slice(0, LISTED_MAX).map((claim) => (
          <ClaimChoice key={claim.id} claim={claim} checked={chosen.has(claim.id)} onToggle={() => toggle(claim.id)} />
        ))}
        {found.length === 0 ? <p className="text-ink-3">No claim matches.</p> : null}
      </fieldset>
      {found.length > LISTED_MAX ? (
        <p className="text-ink-3 text-small">{(found.length - LISTED_MAX).toLocaleString('en')} more: type to find them.</p>
      ) : null}
      <div className="panel-acts">
        <span className="text-small text-ink-3">One undo takes it back from all.</span>
        <Button
          type="submit"
          tone="primary"
          className="sp"
          unavailable={chosen.size === 0}
          shortcut="Ctrl ↵"
          aria-keyshortcuts="Control+Enter"
        >
          Apply to {chosen.size} {chosen.size === 1 ? 'claim' : 'claims'}
        </Button>
      </div>
    </form>
  );
}

function ClaimChoice({ claim, checked, onToggle }: { claim: ShownClaim; checked: boolean; onToggle: () => void }) {
  const { data } = useSession();
  const allowed = can(data.actor, 'claim.edit', toClaimResource(claim, data.checking));
  return (
    <label className="apply-claim" title={allowed ? undefined : 'Only the person who made this claim, or an editor, can change it.'}>
      <input type="checkbox" checked={checked && allowed} disabled={!allowed} onChange={onToggle} />
      <span className="sr-only">{shownName(claim)}, </span>
      <ClaimBadge claim={claim} size="s" />
      <bdi className="truncate">{chainName(claim)}</bdi>
      <span className="quoted truncate">{claim.spans[0]?.quote}</span>
    </label>
  );
}

function matches(claim: ShownClaim, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === '' || String(claim.number) === wanted) return true;
  return chainName(claim).toLowerCase().includes(wanted) || claim.spans.some(({ quote }) => quote.toLowerCase().includes(wanted));
}
