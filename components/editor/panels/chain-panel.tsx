import { useState } from 'react';
import { withTag } from '@/lib/attribution/chain';
import { checkDetails } from '@/lib/claims/check-details';
import { ChainEditor } from '../chain/chain-editor';
import { StrengthLine } from '../chain/chain-view';
import { findNameless } from '../chain/change-link';
import type { ShownClaim } from '../outbox/overlay';
import { useSession } from '../session/session-context';
import { changeClaim } from '../session/write-acts';
import { PanelFrame } from './panel-frame';
import { usePanel } from './use-panel';

type Fault = { readonly at: number | null; readonly message: string };

/** The open claim's chain, link by link, and at once what it is worth. */
export function ChainPanel({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const { draft, change, done } = usePanel(claim, 'chain', { chain: claim.chain });
  const [fault, setFault] = useState<Fault | null>(null);
  const chain = withTag(draft.chain ?? claim.chain, claim);
  const start = claim.spans[0]?.start;

  function save(): void {
    const found = findNameless(chain) ?? checkDetails({ chain });
    setFault(found);
    if (found !== null) return;
    done();
    changeClaim(session, claim, { details: { chain } }, draft.base);
  }

  return (
    <PanelFrame claim={claim} title="Chain" onSave={save}>
      <ChainEditor
        chain={chain}
        onChange={(next) => {
          setFault(null);
          change({ chain: next });
        }}
        sentence={start === undefined ? '' : session.sentenceAround(start)}
        fault={fault}
        tagHint="This is the claim’s tag: Edit changes it."
      />
      <StrengthLine chain={chain} />
    </PanelFrame>
  );
}
